"""Who takes part: institutions, coordination bodies, their members, consultations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mainstreamer.domain.fields import (
    Choice,
    Date,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Money,
    Scale,
    Text,
    Whole,
    YesNo,
    of,
)
from mainstreamer.domain.kinds.base import Record


@dataclass(frozen=True, slots=True)
class Institution(Record):
    """A stakeholder, and a possible lead or partner of an action."""

    name: str = of(Text(), column=3, compulsory=True)
    acronym: str = of(Text(), column=1)
    type: str = of(Choice("institution_type"), column=2, compulsory=True)
    level: str = of(Choice("institution_level"), column=1)
    mandate: str = of(LongText())
    role: str = of(LongText(), column=2)
    interest: int | None = of(Scale(1, 5), group="influence", column=1)
    influence: int | None = of(Scale(1, 5, "influence"), group="influence", column=1)
    position: str = of(Choice("position"), group="influence", column=1)
    engagement: str = of(Choice("engagement"), group="influence", column=1)
    contribution: tuple[str, ...] = of(ManyChoices("contribution"), group="influence")
    capacity_need: str = of(LongText(), group="capacity")
    data_held: str = of(LongText(), group="capacity")
    contact_post: str = of(Text(), group="contact", column=2)
    contact_person: str = of(Text(), group="contact", person=True)
    contact_details: str = of(Text(), group="contact", person=True)
    alternate_post: str = of(Text(), group="contact")
    alternate_person: str = of(Text(), group="contact", person=True)
    focal_point_act: str = of(Text(), group="contact")
    channel: str = of(Text(), group="contact")
    frequency: str = of(Choice("frequency"), group="contact")
    last_contact: date | None = of(Date(), group="contact")
    next_step: str = of(LongText(), group="contact", column=2)
    languages: str = of(Text(), group="contact")
    accessibility: str = of(LongText(), group="contact")
    source: str = of(LongText(), group="source")


@dataclass(frozen=True, slots=True)
class Body(Record):
    """A body that coordinates migration and development between ministries."""

    name: str = of(Text(), column=3, compulsory=True)
    acronym: str = of(Text(), column=1)
    origin: str = of(Choice("body_origin"), column=1)
    status: str = of(Choice("body_status"), column=1)
    established: date | None = of(Date(), column=1)
    level: str = of(Choice("body_level"), column=1)
    chair: str = of(Link("institution"), column=2)
    co_chairs: tuple[str, ...] = of(Links("institution"))
    secretariat: str = of(Link("institution"), column=2)
    secretariat_staff: int | None = of(Whole())
    legal_basis: str = of(Text(), group="law", column=2, compulsory=True)
    legal_date: date | None = of(Date(), group="law")
    mandate: str = of(LongText(), group="law")
    tasks: str = of(LongText(), group="law")
    decision_rule: str = of(Text(), group="law")
    quorum: str = of(Text(), group="law")
    term_end: date | None = of(Date(), group="law")
    review_date: date | None = of(Date(), group="law")
    meeting_rhythm: str = of(Choice("frequency"), group="work")
    meetings_planned: int | None = of(Whole(), group="work")
    meetings_held: int | None = of(Whole(), group="work")
    decisions_taken: int | None = of(Whole(), group="work")
    decisions_executed: int | None = of(Whole(), group="work")
    subgroups: str = of(LongText(), group="work")
    reporting_line: str = of(Text(), group="work")
    reporting_dates: str = of(LongText(), group="work")
    data_sharing_rule: bool | None = of(YesNo(), group="work")
    budget_line: str = of(Text(), group="money", column=1)
    budget_amount: Decimal | None = of(Money(), group="money")
    budget_source: str = of(Choice("budget_source"), group="money")
    source: str = of(LongText(), group="source")


@dataclass(frozen=True, slots=True)
class Membership(Record):
    """A seat of an institution in a body."""

    body: str = of(Link("body"), column=2, compulsory=True)
    institution: str = of(Link("institution"), column=2, compulsory=True)
    role: str = of(Choice("member_role"), column=1)
    post: str = of(Text(), column=2)
    person: str = of(Text(), person=True)
    alternate_post: str = of(Text(), column=2)
    alternate_person: str = of(Text(), person=True)
    written_mandate: str = of(Text(), column=1)
    time_share: int | None = of(Whole(0, 100))
    since: date | None = of(Date(), column=1)
    votes: bool | None = of(YesNo())
    source: str = of(LongText(), group="source")


@dataclass(frozen=True, slots=True)
class Consultation(Record):
    """Who was asked, what was said, what was taken."""

    title: str = of(Text(), column=3, compulsory=True)
    held_on: date | None = of(Date(), column=1, compulsory=True)
    form: str = of(Choice("consultation_form"), column=1)
    place: str = of(Text(), column=1)
    outside_capital: bool | None = of(YesNo(), column=1)
    languages: str = of(Text())
    accessibility: str = of(LongText())
    institutions: tuple[str, ...] = of(Links("institution"), group="people")
    people: tuple[str, ...] = of(ManyChoices("people"), group="people", column=2)
    participants: int | None = of(Whole(), group="people", column=1)
    women: int | None = of(Whole(), group="people", column=1)
    migrants: int | None = of(Whole(), group="people")
    said: str = of(LongText(), group="outcome", column=2)
    taken: str = of(LongText(), group="outcome", column=2)
    not_taken: str = of(LongText(), group="outcome")
    feedback: str = of(Text(), group="outcome")
    feedback_date: date | None = of(Date(), group="outcome")
    items: tuple[str, ...] = of(ItemCodes(), group="outcome")
    source: str = of(LongText(), group="source")
