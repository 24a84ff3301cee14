"""A small plan in which readiness finds nothing, and a checklist of three items to go with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.choices import CORE_SECTORS, INSTITUTION_TYPE_GROUPS
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import EXISTS, answer_uid
from mainstreamer.domain.plan import Plan, Put, creation

PLAN_UID = "00000000-0000-4000-8000-000000000001"
TODAY = date(2027, 2, 10)
CHECKLIST: Checklist = parse_checklist(
    {
        "edition": "test",
        "step": [{"number": 1}, {"number": 6}],
        "item": [
            {"code": "1.1", "essential": True, "stage": "0"},
            {"code": "1.2", "essential": False, "stage": "0"},
            {"code": "6E1", "essential": False, "stage": "1", "sector": "education"},
        ],
    },
    {"en": {}},
)

_FRAME: dict[str, Any] = {
    "title": "Migration in the national plan",
    "country": "MDA",
    "start_year": 2027,
    "end_year": 2031,
    "fiscal_start": 1,
    "currency": "MDL",
    "price_year": 2026,
    "current_plan_end": date(2027, 12, 31),
    "lead": "central",
    "ministries_report": date(2028, 1, 31),
    "adopted_on": date(2027, 1, 20),
}
_BODY: dict[str, Any] = {
    "name": "Commission on migration and development",
    "chair": "central",
    "secretariat": "central",
    "legal_basis": "Government decision 10",
    "meeting_rhythm": "quarterly",
    "budget_line": "0111",
    "budget_source": "state",
}
_CONSULTATION: dict[str, Any] = {
    "title": "Meeting with returned workers",
    "held_on": date(2026, 10, 1),
    "outside_capital": True,
    "people": ("returnees", "women"),
    "feedback": "Letter to all participants",
}
_AGREEMENT: dict[str, Any] = {
    "title": "Labour agreement",
    "type": "labour",
    "status": "in_force",
    "partners": ("ITA",),
    "review_date": date(2029, 1, 1),
    "expires": date(2030, 1, 1),
    "joint_committee": True,
}
_ACTION: dict[str, Any] = {
    "code": "A-01.02-1",
    "items": ("1.2",),
    "objective": "objective",
    "plan_reference": "Chapter 4",
    "title": "Publish a price list of transfer services",
    "output": "Price list on the web page",
    "leads": ("central",),
    "start": Quarter(2027, 1),
    "end": Quarter(2027, 4),
    "cost": Decimal(1000),
    "secured_state": Decimal(400),
    "secured_external": Decimal(100),
    "external_source": "Development partner",
    "status": "on_track",
    "quick_win": True,
    "gender_marker": 1,
}
_INDICATOR: dict[str, Any] = {
    "action": "action",
    "name": "Average cost of a transfer",
    "unit": "%",
    "baseline": Decimal(7),
    "baseline_year": 2026,
    "target": Decimal(3),
    "target_year": 2030,
    "verification": "Survey of the central bank",
}


def _puts() -> Iterable[Put]:
    yield from creation("plan", PLAN_UID, _FRAME)
    for group, types in INSTITUTION_TYPE_GROUPS.items():
        known = {"interest": 3, "influence": 3, "engagement": "involve", "contact_post": "Head of department"}
        yield from creation("institution", group, {"name": f"Office {group}", "type": types[0], **known})
    yield from creation("body", "body", _BODY)
    yield from creation("membership", "seat", {"body": "body", "institution": "central", "role": "member"})
    yield from creation("consultation", "consultation", _CONSULTATION)
    yield from creation("evidence", "evidence", {"title": "Government decision 10", "items": ("1.1",)})
    yield from answer("1.1", score="yes", finding="The decision names tasks and dates.")
    yield from answer("1.2", score="partly", finding="The order names no deputy.")
    cells = ((Decimal(10), Decimal(11), None),)
    table = {"table": Table(("women", "men", "total"), ("0-4",), cells), "unit": "persons", "source": "Census"}
    yield from creation("population_table", "table", {"title": "Census", "year": 2024, **table})
    observed = {"indicator": "Y3", "value": Decimal("18.5"), "year": 2025, "source": "Labour force survey"}
    yield from creation("observation", "observation", observed)
    for sector in CORE_SECTORS:
        yield from creation("sector_issue", f"issue-{sector}", {"title": f"Issue of {sector}", "sector": sector})
    yield from creation("agreement", "agreement", _AGREEMENT)
    corridor = {"partner": "ITA", "direction": "outgoing", "agreements": ("agreement",)}
    yield from creation("corridor", "corridor", corridor)
    objective = {"code": "O1", "title": "Cheaper transfers", "target": "3 %", "target_year": 2030}
    yield from creation("objective", "objective", {**objective, "plan_reference": "Chapter 4"})
    yield from creation("action", "action", _ACTION)
    yield from creation("action_indicator", "indicator", _INDICATOR)


def answer(code: str, **values: Any) -> list[Put]:
    """The puts that answer an item."""
    return creation("answer", answer_uid(PLAN_UID, code), {"item": code, **values})


def put(kind: str, uid: str, **values: Any) -> list[Put]:
    """Puts into one record."""
    return [Put(kind, uid, field, value) for field, value in values.items()]


def remove(kind: str, uid: str) -> list[Put]:
    return [Put(kind, uid, EXISTS, False)]


def another(kind: str, uid: str, **values: Any) -> list[Put]:
    """The puts that add a complete record of a kind, with these values instead."""
    usual = {"action": _ACTION, "body": _BODY, "agreement": _AGREEMENT, "action_indicator": _INDICATOR}
    return creation(kind, uid, {**usual.get(kind, {}), **values})


COMPLETE: Plan = Plan(PLAN_UID).with_puts(_puts())
