"""What the timeline says about an action, in the language spoken now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtGui import QGuiApplication

from mainstreamer.domain.actions import cost_of, gap, missed
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action, PlanFrame
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.timeline import is_outside, is_reversed, span_of
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.lateness import late_words
from mainstreamer.ui.reading import link_names
from mainstreamer.ui.tones import STATUS_TONES

NO_AMOUNT = "–"


@dataclass(frozen=True)
class ActionWords:
    """A row of the timeline. `tone` is that of the status, `trouble` what is late or blocked, `when` stands at the bar."""

    code: str
    title: str
    lead: str
    cost: str
    gap: str
    lacks_money: bool
    surplus: bool
    status: str
    tone: str
    trouble: str
    when: str
    spoken: str


def action_words(plan: Plan, action: Action, today: date, writable: bool) -> ActionWords:
    """The words of one row."""
    speech, frame = words(), plan.frame
    cost, missing = cost_of(action), gap(action)
    status, tone = speech.choice("action_status", action.status), STATUS_TONES.get(action.status, "neutral")
    lead = ", ".join(link_names(plan, "institution", action.leads))
    when, trouble = when_words(action, frame, writable), _trouble(action, today, frame.fiscal_start or 1)
    said_cost = "" if cost is None else speech.money(cost, frame.currency)
    said_gap = "" if missing is None else speech.money(abs(missing), frame.currency)
    parts = (
        f"{action.code} {action.title or t('(no title)')}".strip(),
        t("Lead: {lead}", lead=lead) if lead else "",
        when,
        status,
        trouble,
        t("Cost: {amount}", amount=said_cost) if said_cost else "",
        _gap_words(missing, said_gap),
    )
    return ActionWords(
        action.code,
        action.title or t("(no title)"),
        lead,
        NO_AMOUNT if cost is None else speech.money(cost),
        NO_AMOUNT if missing is None else speech.money(abs(missing)),
        missing is not None and missing > 0,
        missing is not None and missing < 0,
        status,
        tone,
        trouble,
        when,
        "\n".join(part for part in parts if part),
    )


def _gap_words(missing: Decimal | None, said: str) -> str:
    if missing is None:
        return ""
    return t("Surplus: {amount}", amount=said) if missing < 0 else t("Gap: {amount}", amount=said)


def when_words(action: Action, frame: PlanFrame, writable: bool) -> str:
    """From when to when an action runs, and what is odd about it."""
    span = span_of(action)
    if span is None:
        return t("No dates yet. Drag here to set them.") if writable else t("No dates yet.")
    if action.end is None:
        said = t("from {quarter}, no end yet", quarter=_quarter(action.start))
    elif action.start is None:
        said = t("until {quarter}, no start yet", quarter=_quarter(action.end))
    elif action.start == action.end:
        said = _quarter(action.start)
    else:
        said = f"{_quarter(action.start)} – {_quarter(action.end)}"
    odd = t("ends before it starts") if is_reversed(action) else ""
    if any(is_outside(quarter, frame) for quarter in span):
        odd = t("outside the plan")
    return f"{said} · {odd}" if odd else said


def _quarter(quarter: Quarter | None) -> str:
    """A quarter, held together where reading goes from right to left."""
    said = "" if quarter is None else words().quarter(quarter)
    return f"\u2066{said}\u2069" if QGuiApplication.isRightToLeft() else said


def _trouble(action: Action, today: date, fiscal_start: int) -> str:
    field, late = missed(action, today, fiscal_start)
    said = []
    if action.blocked and action.status not in ("done", "cancelled"):
        said.append(t("blocked"))
    if late:
        said.append(late_words(late, field))
    return ", ".join(said)
