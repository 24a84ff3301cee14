"""A plan such as nobody should write and somebody will: names of a page, words without a space, sums of forty digits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

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
    Scale,
    Text,
    Whole,
    Year,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.operations import answering
from mainstreamer.storage.document import Document

LONG = (
    "Interministerial Commission for the Coordination of Migration, Asylum, Diaspora Engagement, Remittances, Labour "
    "Mobility, Return, Reintegration and the Development of Regions of Origin and of Destination under the Presidency"
)
SOLID = "Wanderungsstatistikdatenaustauschvereinbarungsdurchführungsverordnungsentwurf"
MIXED = "Министерство труда · وزارة العمل · শ্রম মন্ত্রণালয় · " + LONG
SUM = Decimal("1234567890123456789012345678901234567890.25")
TEXTS = (LONG, SOLID, MIXED, "A")
OPEN_CODES = {"country": "MDA", "currency": "MDL", "language": "en", "indicator": "L3"}
ROWS = 6


def absurd_plan(path: Path) -> Document:
    """A new document in which every field of every kind is filled to absurdity, six records a kind."""
    frame = {"title": LONG, "country": "MDA", "area": SOLID, "start_year": 2027, "end_year": 2031}
    document = Document.create(path, {**frame, "fiscal_start": 4, "currency": "MDL", "scope": MIXED})
    uids = {kind: [new_uid() for _ in range(ROWS)] for kind in KINDS}
    puts: list[Put] = []
    for kind, description in KINDS.items():
        if kind in ("plan", "answer", "baseline", "population_table"):
            continue
        for place, uid in enumerate(uids[kind]):
            values = {name: _value(spec.type, uids, place) for name, spec in description.fields.items()}
            puts += creation(kind, uid, {name: value for name, value in values.items() if value is not None})
    for code in ("1.1", "2.3", "6L1"):
        puts += answering.answer(document.plan, code, score="partly", finding=f"{MIXED}\n{SOLID}", na_reason=LONG)
    document.put("import", puts)
    return document


def _value(type_: FieldType[object], uids: dict[str, list[str]], place: int) -> object:
    match type_:
        case Choice():
            return type_.codes[place % len(type_.codes)] if type_.codes else OPEN_CODES.get(type_.choices, "")
        case ManyChoices():
            return type_.codes or (OPEN_CODES.get(type_.choices, "MDA"),)
        case Link():
            return uids[type_.kind][place % ROWS]
        case Links():
            return tuple(uids[type_.kind])
        case ItemCodes():
            return ("2.3", "6L1", "9.9")
        case LongText():
            return "\n".join((TEXTS[place % 4], MIXED, SOLID))
        case Text():
            return TEXTS[place % 4]
        case Year():
            return 2027 + place % 5
        case Scale():
            return type_.least + place % (type_.most - type_.least + 1)
        case Whole():
            return min(type_.most, 10**15)
        case Number():
            return SUM
        case Date():
            return date(2027, 1 + place, 28)
        case FiscalQuarter():
            return Quarter(2027 + place % 5, 1 + place % 4)
        case YesNo():
            return place % 2 == 0
    return None
