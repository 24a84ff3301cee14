"""A small plan for the tests of the workbook; every name in it is invented."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import answer_uid
from mainstreamer.domain.plan import Plan, creation

TODAY = date(2027, 5, 10)


def uid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


PLAN = uid("plan")


def frame(**values: Any) -> Plan:
    """A plan with nothing but its frame."""
    usual = {
        "title": "Migration in the national plan", "country": "MDA", "start_year": 2027, "end_year": 2028, "fiscal_start": 1,
        "currency": "MDL", "price_year": 2026, "adopted_on": date(2026, 12, 24),
    }  # fmt: skip
    return Plan(PLAN).with_puts(creation("plan", PLAN, usual | values))


def with_record(plan: Plan, kind: str, key: str, /, **values: Any) -> Plan:
    return plan.with_puts(creation(kind, uid(key), values))


ACTIONS: dict[str, dict[str, Any]] = {
    "a1": {
        "status": "on_track",
        "cost": Decimal(1000),
        "secured_state": Decimal(400),
        "start": (2027, 1),
        "end": (2028, 2),
    },
    "a2": {"status": "not_started", "cost": Decimal("50.5"), "secured_external": Decimal(80), "start": (2027, 1)},
    "a3": {"status": "cancelled", "cost": Decimal(7000), "secured_state": Decimal(100), "end": (2027, 1)},
    "a4": {"status": "", "existing_resources": True, "start": (2028, 1), "end": (2028, 4)},
    "a5": {"status": "delayed", "end": (2027, 4)},
    "a6": {"status": "on_track", "cost": Decimal(300), "blocked": True, "end": (2028, 1)},
    "a7": {"status": "done", "cost": Decimal(20), "secured_state": Decimal(20), "end": (2026, 1)},
    "a8": {"status": "on_track", "cost": Decimal(10), "start": (2026, 1), "end": (2026, 3)},
}
"""Every colour of the traffic light, surplus and gap, cost unknown and none needed."""


def full_plan() -> Plan:
    """One record or more of most kinds."""
    plan = frame(lead=uid("i1"))
    plan = with_record(
        plan, "institution", "i1", name="Ministry of Labour", contact_person="Person One", type="labour_ministry"
    )
    plan = with_record(plan, "institution", "i2", name="Statistics Office", last_contact=date(2027, 3, 31))
    for number, (name, values) in enumerate(ACTIONS.items(), 1):
        quarters = {side: Quarter(*values[side]) for side in ("start", "end") if side in values}
        plan = with_record(
            plan, "action", name, code=f"A-01.0{number}-1", title=f"Action {number}", leads=(uid("i1"), uid("i2")),
            contact_person="Person Two", sdg=("10.7", "8.8"), items=("1.1",), **(values | quarters),
        )  # fmt: skip
    indicator = {
        "unit": "number",
        "baseline": Decimal("12.50"),
        "baseline_year": 2026,
        "target": Decimal(40),
        "target_year": 2028,
    }
    plan = with_record(plan, "action_indicator", "y1", action=uid("a1"), name="Desks", **indicator)
    plan = with_record(plan, "action_indicator", "y2", action=uid("a1"), name="Advice given", **indicator)
    plan = with_record(plan, "evidence", "e1", title="Open report", items=("1.1",))
    plan = with_record(plan, "evidence", "e2", title="Closed memo", items=("1.1",), confidential=True)
    table = Table(("women", "men"), ("0-14", "15-64", "65+"), tuple((Decimal(n), Decimal(n + 1)) for n in (10, 30, 5)))
    plan = with_record(
        plan, "population_table", "t1", title="Census", year=2024, unit="persons", source="Office", table=table
    )
    answer = {"item": "1.1", "score": "partly", "finding": "Seen in the minutes."}
    return plan.with_puts(creation("answer", answer_uid(PLAN, "1.1"), answer))
