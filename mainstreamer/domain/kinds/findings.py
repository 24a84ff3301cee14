"""What was found: answers, evidence, population, observations, sector issues, treaties, agreements, corridors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mainstreamer.domain.attachments import AttachedFile, Attachment
from mainstreamer.domain.fields import (
    Address,
    Choice,
    Date,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Money,
    Number,
    NumberTable,
    Scale,
    Table,
    Text,
    Whole,
    Year,
    YesNo,
    of,
)
from mainstreamer.domain.kinds.base import Record


@dataclass(frozen=True, slots=True)
class Answer(Record):
    """The answer to one checklist item; its uid follows from plan and item, so that two laptops meet in it."""

    item: str = of(Text(), column=1, compulsory=True)
    score: str = of(Choice("score"), column=1)
    finding: str = of(LongText(), column=4)
    na_reason: str = of(LongText(), column=2)
    responsible: str = of(Link("institution"), column=2)


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """A document or figure that answers rest on."""

    title: str = of(Text(), column=3, compulsory=True)
    type: str = of(Choice("evidence_type"), column=1)
    reference: str = of(Text(), column=2)
    page: str = of(Text())
    file: AttachedFile | None = of(Attachment(), column=2)
    link: str = of(Address())
    dated: date | None = of(Date(), column=1)
    issuer: str = of(Link("institution"), column=2)
    place: str = of(Text(), column=2)
    items: tuple[str, ...] = of(ItemCodes(), column=1)
    confidential: bool | None = of(YesNo())
    note: str = of(LongText())


@dataclass(frozen=True, slots=True)
class PopulationTable(Record):
    """Population by five-year age group and sex at one date in one area.

    The table has the columns `women`, `men` and `total` (as stated by the source, may be blank) and a row an age group,
    besides the rows `unknown` and `total` where the source gives them.
    """

    title: str = of(Text(), column=3, compulsory=True)
    year: int | None = of(Year(), column=1, compulsory=True)
    reference_date: date | None = of(Date(), column=1)
    area: str = of(Text(), column=2)
    area_type: str = of(Choice("area_type"))
    type: str = of(Choice("table_type"), column=1)
    unit: str = of(Choice("table_unit"), column=1, compulsory=True)
    source: str = of(LongText(), column=2, compulsory=True)
    note: str = of(LongText())
    table: Table | None = of(NumberTable(), group="table")


@dataclass(frozen=True, slots=True)
class Observation(Record):
    """A value of an indicator for a year, a sex, an age group and an area."""

    indicator: str = of(Choice("indicator"), column=2, compulsory=True)
    name: str = of(Text(), column=2)
    value: Decimal | None = of(Number(), column=1, compulsory=True)
    unit: str = of(Text(), column=1)
    year: int | None = of(Year(), column=1, compulsory=True)
    sex: str = of(Choice("sex"), column=1)
    age: str = of(Text(), column=1)
    area: str = of(Text(), column=1)
    group: str = of(Text())
    type: str = of(Choice("observation_type"), column=1)
    variant: str = of(Text(), column=1)
    source: str = of(LongText(), column=2, compulsory=True)
    institution: str = of(Link("institution"))
    note: str = of(LongText())


@dataclass(frozen=True, slots=True)
class SectorIssue(Record):
    """A pressing issue where migration and a sector of development meet."""

    title: str = of(Text(), column=3, compulsory=True)
    sector: str = of(Choice("sector"), column=1, compulsory=True)
    influence: str = of(Choice("influence_direction"), column=1)
    description: str = of(LongText(), column=3)
    opportunity: str = of(LongText())
    people: tuple[str, ...] = of(ManyChoices("people"))
    phases: tuple[str, ...] = of(ManyChoices("phase"))
    dimensions: tuple[str, ...] = of(ManyChoices("dimension"))
    territory: str = of(Text())
    severity: int | None = of(Scale(1, 5), group="judgement", column=1)
    feasibility: int | None = of(Scale(1, 5), group="judgement", column=1)
    trend: str = of(Choice("trend"), group="judgement")
    evidence: str = of(LongText(), group="judgement")
    status: str = of(Choice("issue_status"), group="judgement", column=1)
    lead: str = of(Link("institution"), group="judgement", column=2)
    items: tuple[str, ...] = of(ItemCodes(), group="judgement")
    note: str = of(LongText(), group="source")


@dataclass(frozen=True, slots=True)
class Treaty(Record):
    """Where a country stands with one treaty: signed or ratified, with which reservation, law and reporting behind it."""

    treaty: str = of(Choice("treaty"), column=3, compulsory=True)
    name: str = of(Text())
    status: str = of(Choice("treaty_status"), column=1, compulsory=True)
    ratified_on: date | None = of(Date(), column=1)
    reservation: str = of(LongText(), column=2)
    law_aligned: str = of(Choice("law_alignment"), group="work", column=1)
    alignment_note: str = of(LongText(), group="work")
    last_report: date | None = of(Date(), group="work")
    report_due: date | None = of(Date(), group="work", column=1)
    lead: str = of(Link("institution"), group="work", column=2)
    source: str = of(LongText(), group="source", compulsory=True)
    note: str = of(LongText(), group="source")


@dataclass(frozen=True, slots=True)
class Agreement(Record):
    """A bilateral or regional agreement that concerns people on the move."""

    title: str = of(Text(), column=3, compulsory=True)
    type: str = of(Choice("agreement_type"), column=1, compulsory=True)
    level: str = of(Choice("agreement_level"), column=1)
    partners: tuple[str, ...] = of(ManyChoices("country"), column=2)
    partner_name: str = of(Text(), column=1)
    status: str = of(Choice("agreement_status"), column=1, compulsory=True)
    signed: date | None = of(Date(), column=1)
    in_force: date | None = of(Date(), column=1)
    expires: date | None = of(Date())
    review_date: date | None = of(Date(), column=1)
    lead: str = of(Link("institution"), column=2)
    joint_committee: bool | None = of(YesNo(), group="work")
    meetings: int | None = of(Whole(), group="work")
    last_meeting: date | None = of(Date(), group="work")
    clauses: tuple[str, ...] = of(ManyChoices("clause"), group="work")
    people_covered: int | None = of(Whole(), group="work")
    data_exchange: bool | None = of(YesNo(), group="work")
    note: str = of(LongText(), group="work")
    source: str = of(LongText(), group="source")


@dataclass(frozen=True, slots=True)
class Corridor(Record):
    """Movement between this country and one partner, and the dialogue about it."""

    partner: str = of(Choice("country"), column=2, compulsory=True)
    direction: str = of(Choice("direction"), column=1, compulsory=True)
    stock: int | None = of(Whole(), column=1)
    flow: int | None = of(Whole(), column=1)
    year: int | None = of(Year(), column=1)
    trend: str = of(Choice("trend"), column=1)
    remittances: Decimal | None = of(Money())
    transfer_cost: Decimal | None = of(Number(Decimal(0)), column=1)
    issues: str = of(LongText(), column=3)
    agreements: tuple[str, ...] = of(Links("agreement"))
    institution: str = of(Link("institution"), group="dialogue", column=2)
    counterpart: str = of(Text(), group="dialogue")
    mandate: str = of(LongText(), group="dialogue")
    message: str = of(LongText(), group="dialogue")
    next_meeting: date | None = of(Date(), group="dialogue", column=1)
    source: str = of(LongText(), group="source")
