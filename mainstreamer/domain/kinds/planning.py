"""The plan itself: its frame, objectives, actions with their indicators, baselines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Money,
    Month,
    Number,
    Scale,
    Text,
    Whole,
    Year,
    YesNo,
    of,
)
from mainstreamer.domain.kinds.base import Record


@dataclass(frozen=True, slots=True)
class PlanFrame(Record):
    """The frame of the plan: country, period, money, and the planning calendar. There is exactly one."""

    title: str = of(Text(), column=3, compulsory=True)
    country: str = of(Choice("country"), column=1, compulsory=True)
    level: str = of(Choice("plan_level"))
    area: str = of(Text())
    start_year: int | None = of(Year(), column=1, compulsory=True)
    end_year: int | None = of(Year(), column=1, compulsory=True)
    fiscal_start: int | None = of(Month(), group="money", compulsory=True)
    currency: str = of(Choice("currency"), group="money", compulsory=True)
    price_year: int | None = of(Year(), group="money")
    language: str = of(Choice("language"))
    roles: tuple[str, ...] = of(ManyChoices("country_role"))
    optional_sectors: tuple[str, ...] = of(ManyChoices("optional_sector"))
    scope: str = of(LongText())
    development_plan: str = of(Text(), group="calendar")
    current_plan_end: date | None = of(Date(), group="calendar")
    next_plan_start: date | None = of(Date(), group="calendar")
    midterm_review: date | None = of(Date(), group="calendar")
    budget_circular: date | None = of(Date(), group="calendar")
    un_framework: date | None = of(Date(), group="calendar")
    voluntary_review: date | None = of(Date(), group="calendar")
    census: date | None = of(Date(), group="calendar")
    lead: str = of(Link("institution"), group="responsibility")
    body: str = of(Link("body"), group="responsibility")
    ministries_report: date | None = of(Date(), group="responsibility")
    government_report: date | None = of(Date(), group="responsibility")
    version: str = of(Text(), group="adoption")
    adopted_by: str = of(Text(), group="adoption")
    adopted_on: date | None = of(Date(), group="adoption")
    published_at: str = of(Text(), group="adoption")
    review_date: date | None = of(Date(), group="adoption")
    note: str = of(LongText(), group="adoption")


@dataclass(frozen=True, slots=True)
class Objective(Record):
    """What the plan is to achieve, with a target and a year."""

    code: str = of(Text(), column=1)
    title: str = of(Text(), column=4, compulsory=True)
    description: str = of(LongText())
    sector: str = of(Choice("sector"), column=1)
    priority: str = of(Choice("priority"), column=1)
    target: str = of(Text(), column=2, compulsory=True)
    target_year: int | None = of(Year(), column=1, compulsory=True)
    plan_reference: str = of(Text(), group="plan_text", column=2)
    plan_wording: str = of(LongText(), group="plan_text")
    dimensions: tuple[str, ...] = of(ManyChoices("dimension"), group="plan_text")
    sdg: tuple[str, ...] = of(ManyChoices("sdg"), group="plan_text")
    gcm: tuple[str, ...] = of(ManyChoices("gcm"), group="plan_text")
    issues: tuple[str, ...] = of(Links("sector_issue"), group="ranking")
    relevance: int | None = of(Scale(1, 5), group="ranking")
    scale: int | None = of(Scale(1, 5, "extent"), group="ranking")
    feasibility: int | None = of(Scale(1, 5), group="ranking")
    affordability: int | None = of(Scale(1, 5), group="ranking")
    acceptability: int | None = of(Scale(1, 5), group="ranking")
    equity: int | None = of(Scale(1, 5, "regard"), group="ranking")
    note: str = of(LongText(), group="ranking")


@dataclass(frozen=True, slots=True)
class Action(Record):
    """One row of the action plan. More than one lead may be entered, but readiness asks for exactly one."""

    code: str = of(Text(), column=1)
    items: tuple[str, ...] = of(ItemCodes())
    objective: str = of(Link("objective"), compulsory=True)
    plan_reference: str = of(Text(), compulsory=True)
    sdg: tuple[str, ...] = of(ManyChoices("sdg"))
    title: str = of(Text(), column=4, compulsory=True)
    output: str = of(LongText(), column=2, compulsory=True)
    level: str = of(Choice("level"))
    leads: tuple[str, ...] = of(Links("institution"), group="who", column=2, compulsory=True)
    partners: tuple[str, ...] = of(Links("institution"), group="who")
    contact_post: str = of(Text(), group="who")
    contact_person: str = of(Text(), group="who", person=True)
    start: Quarter | None = of(FiscalQuarter(), group="when", column=1, compulsory=True)
    end: Quarter | None = of(FiscalQuarter(ends=True), group="when", column=1, compulsory=True)
    recurring: bool | None = of(YesNo(), group="when")
    cost: Decimal | None = of(Money(), group="money", column=1, compulsory=True)
    existing_resources: bool | None = of(YesNo(), group="money")
    secured_state: Decimal | None = of(Money(), group="money")
    secured_external: Decimal | None = of(Money(), group="money")
    external_source: str = of(Text(), group="money")
    budget_line: str = of(Text(), group="money")
    risk: str = of(LongText(), group="risk")
    likelihood: int | None = of(Scale(1, 5), group="risk")
    impact: int | None = of(Scale(1, 5, "impact"), group="risk")
    priority: str = of(Choice("priority"), group="risk", column=1)
    quick_win: bool | None = of(YesNo(), group="risk")
    status: str = of(Choice("action_status"), group="progress", column=1, compulsory=True)
    blocked: bool | None = of(YesNo(), group="progress")
    progress: int | None = of(Whole(0, 100), group="progress")
    progress_note: str = of(LongText(), group="progress")
    updated_on: date | None = of(Date(), group="progress")
    updated_by: str = of(Text(), group="progress", person=True)
    gender_marker: int | None = of(Scale(0, 3, "marker"), group="markers")
    rights_marker: int | None = of(Scale(0, 3, "marker"), group="markers")
    note: str = of(LongText(), group="markers")


@dataclass(frozen=True, slots=True)
class ActionIndicator(Record):
    """How an action is measured: an indicator with baseline, target and source."""

    action: str = of(Link("action"), column=2, compulsory=True)
    indicator: str = of(Choice("indicator"), column=1)
    name: str = of(Text(), column=3, compulsory=True)
    unit: str = of(Text(), column=1, compulsory=True)
    baseline: Decimal | None = of(Number(), column=1, compulsory=True)
    baseline_year: int | None = of(Year(), column=1, compulsory=True)
    baseline_due: Quarter | None = of(FiscalQuarter(ends=True), column=1)
    target: Decimal | None = of(Number(), column=1, compulsory=True)
    target_year: int | None = of(Year(), column=1, compulsory=True)
    disaggregation: tuple[str, ...] = of(ManyChoices("disaggregation"))
    verification: str = of(LongText(), column=2, compulsory=True)
    institution: str = of(Link("institution"))
    frequency: str = of(Choice("frequency"))
    note: str = of(LongText())


@dataclass(frozen=True, slots=True)
class Baseline(Record):
    """A named version of the plan: what it knew at a moment."""

    name: str = of(Text(), column=3, compulsory=True)
    made_on: date | None = of(Date(), column=1)
    vector: str = of(Text())
    note: str = of(LongText(), column=3)
