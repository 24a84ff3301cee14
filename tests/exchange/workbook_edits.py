"""Edits in an exported workbook as an official makes them: a cell of some record, written in the words of the workbook."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Number,
    Text,
    Whole,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.language.language import Language

TEXTS = ("Ministry of Education", "Решение правительства № 12", "x; y", "1.10", "two\nlines", "=1+1", "12", "-", "Да")
OPEN_CODES = {
    "country": ("MDA", "ITA", "FRA"),
    "currency": ("MDL", "EUR"),
    "language": ("en", "ru"),
    "indicator": ("L3", "D1"),
}


class Edit(NamedTuple):
    """What was written, and what it means."""

    kind: str
    uid: str
    field: str
    new: Any
    sheet: str
    cell: str


def edit_workbook(path: Path, target: Path, plan: Plan, words: Language, seed: int, count: int) -> list[Edit]:
    """Write `count` other values into cells that come back, and save as `target`."""
    chance = random.Random(seed)
    book = load_workbook(path)
    places = [
        (page, kind, field, cell.column, row, uid)
        for page in book.worksheets
        for kind in [str(page["A1"].value or "").removeprefix("mainstreamer:")]
        if kind in KINDS and kind not in ("population_table", "custom_item", "baseline", "treaty")
        for cell in page[1][1:]
        for field in [str(cell.value or "")]
        if field in KINDS[kind].fields and field not in ("code", "item")
        for row in range(2, page.max_row + 1)
        for uid in [str(page.cell(row, 1).value or "")]
        if plan.find(kind, uid) is not None
    ]
    done: list[Edit] = []
    for page, kind, field, column, row, uid in chance.sample(places, len(places)):
        if len(done) == count:
            break
        cell = page.cell(row, column)
        old = plan.value(kind, uid, field)
        made = _other_value(kind, field, old, plan, words, chance)
        if made is not None:
            cell.value, new = made
            if isinstance(cell.value, str):
                cell.data_type = "s"
            done.append(Edit(kind, uid, field, new, page.title, cell.coordinate))
    book.save(target)
    book.close()
    return done


def _other_value(
    kind: str, field: str, old: Any, plan: Plan, words: Language, chance: random.Random
) -> tuple[Any, Any] | None:
    """What is typed and what it means; None where this field is left alone."""
    type_ = KINDS[kind].fields[field].type
    match type_:
        case Choice():
            codes = [code for code in type_.codes or OPEN_CODES.get(type_.choices, ()) if code != old]
            code = chance.choice(codes) if codes else ""
            return (words.choice(type_.choices, code), code) if code else None
        case ManyChoices():
            codes = list(type_.codes or OPEN_CODES.get(type_.choices, ()))
            several = tuple(chance.sample(codes, min(2, len(codes))))
            said = [code if type_.choices in ("sdg", "gcm") else words.choice(type_.choices, code) for code in several]
            return ("; ".join(said), several) if several and several != old else None
        case Link() | Links():
            names: dict[str, list[str]] = {}
            for record in plan.all(type_.kind):
                names.setdefault(_name(plan, type_.kind, record.uid).casefold(), []).append(record.uid)
            sure = [
                (name, uids[0])
                for name, uids in names.items()
                if len(uids) == 1 and name.strip() == name and name and ";" not in name
            ]
            if not sure:
                return None
            _, uid = chance.choice(sure)
            said_name = _name(plan, type_.kind, uid)
            if "\n" in said_name:
                return None
            value: Any = uid if isinstance(type_, Link) else (uid,)
            return (said_name, value) if value != old else None
        case ItemCodes():
            return ("1.1; 2.3", ("1.1", "2.3")) if old != ("1.1", "2.3") else None
        case YesNo():
            new = not old
            return words.choice("yes_no", "yes" if new else "no"), new
        case Whole():
            whole = chance.randint(type_.least, min(type_.most, type_.least + 3))
            return (whole, whole) if whole != old else None
        case Number():
            number = Decimal(chance.randint(1, 10**6)) / 4
            return (float(number), number) if number != old else None
        case Date():
            day = date(2027, 1, 1) + timedelta(days=chance.randrange(900))
            return (day, day) if day != old else None
        case FiscalQuarter():
            quarter = Quarter(chance.randint(2027, 2030), chance.randint(1, 4))
            return (words.quarter(quarter), quarter) if quarter != old else None
        case Text() if type(type_) is Text or type_.name == "long_text":
            text = chance.choice(TEXTS)
            return (text, text) if text != old else None
    return None


def _name(plan: Plan, kind: str, uid: str) -> str:
    record = plan.find(kind, uid)
    code = str(getattr(record, "code", "")) if kind == "action" else ""
    return code or plan.name_of(kind, uid)
