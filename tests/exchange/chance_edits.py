"""Edits by chance: what a person might type into the cells of an exported workbook, and the value that is meant by it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FieldType,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Number,
    NumberTable,
    Whole,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.rows_in import FIXED
from mainstreamer.language import Language
from tests.exchange.returning import Book

TEXTS = (
    "Agreed in March",
    "Согласовано",
    "12 desks; 3 towns",
    "=not a formula",
    "A / b",
    "Line one\nLine two",
    "0042",
    "+373",
)
OPEN_CODES = {
    "country": ("MDA", "ITA"),
    "currency": ("MDL", "EUR"),
    "language": ("en", "ro"),
    "indicator": ("L3", "D1"),
}
Edited = dict[tuple[str, str, str], Any]


def edit_by_chance(book: Book, plan: Plan, speech: Language, chance: random.Random, count: int) -> Edited:
    """Type into so many cells of records that the workbook shows; the values meant, by kind, uid and field."""
    made: Edited = {}
    kinds = [kind for kind in KINDS if kind != "answer" and plan.all(kind) and _is_shown(book, kind)]
    while len(made) < count:
        kind = chance.choice(kinds)
        columns = [name for name in KINDS[kind].fields if name not in FIXED.get(kind, ()) and _has(book, kind, name)]
        uid, name = chance.choice(plan.all(kind)).uid, chance.choice(columns)
        typed = _typed(KINDS[kind].fields[name].type, plan, speech, chance)
        if typed is None or (kind, uid, name) in made or typed[1] == plan.value(kind, uid, name):
            continue
        cell = book.cell(kind, uid, name)
        cell.value = typed[0]
        if isinstance(typed[0], str):
            cell.data_type = "s"
        made[kind, uid, name] = typed[1]
    return made


def _is_shown(book: Book, kind: str) -> bool:
    try:
        return bool(book.page(kind))
    except StopIteration:
        return False


def _has(book: Book, kind: str, name: str) -> bool:
    if kind == "plan":
        return any(cell.value == name for cell in book.page(kind)["A"])
    return name in book.columns(kind)


def _typed(type_: FieldType[Any], plan: Plan, speech: Language, chance: random.Random) -> tuple[Any, Any] | None:
    """What is typed, and what is meant; None for what nobody can type, or has nothing to choose from."""
    match type_:
        case Attachment() | NumberTable():
            return None
        case ManyChoices():
            codes = tuple(chance.sample(_codes(type_.choices, type_.codes), chance.randint(1, 3) if type_.codes else 1))
            return "; ".join(_word(speech, type_.choices, code, chance) for code in codes), codes
        case Choice():
            code = chance.choice(_codes(type_.choices, type_.codes))
            return _word(speech, type_.choices, code, chance), code
        case Link():
            named = _named(plan, type_.kind)
            return chance.choice(sorted(named.items())) if named else None
        case Links():
            named = _named(plan, type_.kind)
            chosen = chance.sample(sorted(named.items()), min(len(named), chance.randint(1, 2)))
            return (";\n".join(name for name, _ in chosen), tuple(uid for _, uid in chosen)) if chosen else None
        case ItemCodes():
            item_codes = tuple(chance.sample(("1.1", "2.3", "6L1", "3.2"), chance.randint(1, 2)))
            return "; ".join(item_codes), item_codes
        case YesNo():
            answer = chance.choice((True, False))
            return chance.choice((answer, speech.choice("yes_no", "yes" if answer else "no"))), answer
        case Whole():
            whole = chance.randint(type_.least, min(type_.most, 5000))
            return chance.choice((whole, str(whole))), whole
        case Number():
            number = Decimal(chance.choice(("0", "7", "12.5", "1234567.89", "0.1")))
            return float(number), number
        case Date():
            day = date(2020, 1, 1) + timedelta(days=chance.randrange(4000))
            return chance.choice((day, speech.date(day), day.isoformat())), day
        case FiscalQuarter():
            quarter = Quarter(chance.randint(2026, 2031), chance.randint(1, 4))
            return chance.choice((str(quarter), speech.quarter(quarter))), quarter
    text = chance.choice(TEXTS)
    return text, text


def _codes(name: str, codes: Sequence[str]) -> Sequence[str]:
    return codes or OPEN_CODES[name]


def _word(speech: Language, name: str, code: str, chance: random.Random) -> str:
    """The name of a code where it is the only one of that name, else the code."""
    word = speech.choice(name, code)
    return chance.choice((word, code)) if speech.code_of(name, word) == code and ";" not in word else code


def _named(plan: Plan, kind: str) -> dict[str, str]:
    """Records by a name that no other has, nor means anything else."""
    names = [str(getattr(row, "code", "")) or plan.name_of(kind, row.uid) for row in plan.all(kind)]
    clean = {name for name in names if name.strip() == name and name and "\n" not in name and names.count(name) == 1}
    called = [_called(plan, kind, row.uid) for row in plan.all(kind)]
    return {
        name: row.uid
        for name, row in zip(names, plan.all(kind), strict=True)
        if name in clean and sum(_folded(name) in one for one in called) == 1
    }


def _called(plan: Plan, kind: str, uid: str) -> set[str]:
    """All by which people may call a record."""
    record = plan.find(kind, uid)
    return {_folded(str(getattr(record, name, ""))) for name in ("code", "acronym")} | {
        _folded(plan.name_of(kind, uid))
    }


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
