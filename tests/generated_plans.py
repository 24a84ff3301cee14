"""Plans by chance: every kind of record, values that people write and that trip up spreadsheets, over several sittings."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

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
    LongText,
    ManyChoices,
    Number,
    NumberTable,
    Table,
    Text,
    Whole,
    YesNo,
)
from mainstreamer.domain.kinds import EXISTS, KINDS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.operations import answering
from mainstreamer.operations.registers import delete
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author

WORDS = (
    "Ministry of Labour", "Министерство труда", "Board; of trade", "A, B and C", "=SUM(A1)", "+373 22", "-", "@home", "007",
    "2027-03-31", "3/4", "1.10", "1e5", "TRUE", "Да", "No", "_x0041_", "\tTab first", "Space behind ", " Space before",
    "Two\nlines", "Quote \" and 'apostrophe'", "<b>&amp;</b>", "Ünïcödé 🙂", "وزارة العمل", "শ্রম মন্ত্রণালয়",
    "a / b", "N/A", "#REF!", "’", "Action plan", "100 %", "１２", "x" * 300,
)  # fmt: skip
NUMBERS = ("0", "1", "12.5", "1234567.89", "0.1", "100000000000000000000", "3", "0.333333333333333333", "5000")
OPEN_CODES = {
    "country": ("MDA", "BGD", "JAM", "MLI", "ITA"), "currency": ("MDL", "XOF"), "language": ("en", "ro"),
    "indicator": ("L3", "D1", "M2"),
}  # fmt: skip
ITEM_CODES = ("1.1", "2.3", "6L1", "9.9")
_LEAST_OF_ONE = ("institution", "objective", "body", "action", "agreement", "sector_issue")


def generated_plan(path: Path, seed: int, most: int = 5) -> Document:
    """A new document with up to `most` records a kind, changed in three sittings of different persons."""
    chance = random.Random(seed)
    start = chance.choice((2026, 2027))
    frame = {
        "title": chance.choice(WORDS), "country": "MDA", "start_year": start, "end_year": start + chance.randrange(5),
        "fiscal_start": chance.choice((1, 4, 7)), "currency": "MDL", "price_year": 2026,
    }  # fmt: skip
    document = Document.create(path, frame, Author("First", "Planning"))
    uids = {kind: [new_uid() for _ in range(chance.randint(int(kind in _LEAST_OF_ONE), most))] for kind in KINDS}
    puts: list[Put] = []
    for kind, description in KINDS.items():
        if kind in ("plan", "answer", "baseline", "item_text", "item_setting", "item_action", "treaty"):
            continue
        for uid in uids[kind]:
            values = {
                name: _value(spec.type, uids, chance)
                for name, spec in description.fields.items()
                if spec.compulsory or chance.random() < 0.5
            }
            puts += creation(kind, uid, {name: value for name, value in values.items() if value is not None})
    for code in chance.sample(ITEM_CODES, 2):
        puts += answering.answer(
            document.plan, code, score=chance.choice(("no", "partly", "yes")), finding=text(chance)
        )
    document.put("import", puts)
    document.sign(Author("Second", "Labour"))
    document.put("edit", [edit for _ in range(6) if (edit := some_edit(document, chance)) is not None])
    kind = chance.choice(_LEAST_OF_ONE)
    document.put("delete", delete(document.plan, kind, uids[kind][:1]))
    document.sign(Author())
    document.put("edit", [edit for _ in range(3) if (edit := some_edit(document, chance)) is not None])
    return document


def some_edit(document: Document, chance: random.Random, kinds: tuple[str, ...] = ()) -> Put | None:
    """Another value for some field of some record; None where chance found nothing to change."""
    plan = document.plan
    kind = chance.choice(kinds or tuple(KINDS))
    rows = plan.all(kind)
    if not rows or kind in ("baseline", "answer"):
        return None
    uids = {name: [row.uid for row in plan.all(name)] for name in KINDS}
    field, spec = chance.choice(sorted(KINDS[kind].fields.items()))
    value = _value(spec.type, uids, chance)
    if value is None or field == EXISTS:
        return None
    return Put(kind, chance.choice(rows).uid, field, value)


def text(chance: random.Random) -> str:
    return " ".join(chance.sample(WORDS, chance.randint(1, 2)))


def _value(type_: FieldType[object], uids: dict[str, list[str]], chance: random.Random) -> object:
    match type_:
        case Attachment():
            return None
        case Choice():
            codes = type_.codes or OPEN_CODES.get(type_.choices, ())
            return chance.choice(codes) if codes else None
        case ManyChoices():
            codes = type_.codes or OPEN_CODES.get(type_.choices, ())
            return tuple(chance.sample(codes, min(len(codes), chance.randint(0, 3))))
        case Link():
            return chance.choice(uids[type_.kind]) if uids[type_.kind] else None
        case Links():
            return tuple(chance.sample(uids[type_.kind], min(len(uids[type_.kind]), chance.randint(0, 2))))
        case ItemCodes():
            return tuple(chance.sample(ITEM_CODES, chance.randint(0, 2)))
        case LongText():
            return "\n".join(text(chance) for _ in range(chance.randint(1, 3)))
        case Text():
            return text(chance).replace("\n", " ")
        case Whole():
            return chance.randint(type_.least, min(type_.most, 100_000))
        case Number():
            return Decimal(chance.choice(NUMBERS))
        case Date():
            return date(2020, 1, 1) + timedelta(days=chance.randrange(5000))
        case FiscalQuarter():
            return Quarter(chance.randint(2026, 2031), chance.randint(1, 4))
        case YesNo():
            return chance.choice((True, False))
        case NumberTable():
            rows = ("0-4", "5-9", "10-14", "15-19", "80+")
            cells = tuple(tuple(Decimal(chance.randrange(100_000)) for _ in ("women", "men")) for _ in rows)
            return Table(("women", "men"), rows, cells)
    return None
