"""Workbooks that came back, made up over a plan: for tests of the page that shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import MissingRow, NewRow, Place, Refusal, Remark, Returned
from mainstreamer.domain.taking import (
    ALREADY,
    CHANGED,
    CONFLICT,
    Choices,
    Removal,
    TakenCell,
    TakenRow,
    Taking,
    Whose,
)
from mainstreamer.storage.document import Document
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress
from mainstreamer.ui.workbook_coming_back import Engine

SHEET, OTHER = "Action plan", "Institutions"


class MadeUp(Engine):
    """Gives what a function makes of the plan, instead of reading a file; remembers what was to be taken in."""

    def __init__(self, make: Callable[[Plan], Taking]) -> None:
        super().__init__()
        self.make = make
        self.chosen: list[Choices] = []

    def read(self, document: Document, plan: Plan, path: Path, today: date, progress: Progress) -> Returned:
        progress(1, 2)
        return Returned(path.name, plan.uid, {}, "en")

    def compare(self, document: Document, plan: Plan, returned: Returned) -> tuple[Taking, str]:
        return self.make(plan), "2026-09-04T08:00:00+00:00"

    def take_in(self, session: Session, taking: Taking, choices: Choices) -> bool:
        self.chosen.append(choices)
        return True

    def take_in_beside(self, session: Session, taking: Taking, choices: Choices, then: Callable[[bool], None]) -> None:
        QTimer.singleShot(0, session, lambda: then(self.take_in(session, taking, choices)))


def taking(**values: Any) -> Taking:
    return Taking("plan.xlsx", "Ana Rusu", "2026-09-18T07:12:00+00:00", {}, "en", **values)


def cell(plan: Plan, kind: str, uid: str, field: str, new: Any, row: int, column: int = 6, **other: Any) -> TakenCell:
    """A change of a field of the plan; `base` and `state` make another thing of it."""
    now = plan.value(kind, uid, field)
    sheet = SHEET if kind == "action" else OTHER
    return TakenCell(
        kind, uid, field, other.get("base", now), now, new, Place(sheet, row, column, field),
        other.get("state", CHANGED), other.get("whose", Whose()),
    )  # fmt: skip


def rich(plan: Plan) -> Taking:
    """Something of everything, over the sample plan."""
    actions, others = plan.actions, plan.institutions
    ana = Whose("Ion Popa", "State Chancellery", "2026-09-16T06:40:00+00:00")
    cells = [
        cell(plan, "action", actions[0].uid, "cost", Decimal(1350000), 12, 9),
        cell(plan, "action", actions[0].uid, "output", f"{actions[0].output} Districts report twice a year.", 12, 11),
        cell(plan, "action", actions[0].uid, "blocked", True, 12, 14),
        cell(plan, "action", actions[1].uid, "title", actions[1].title.replace(" ", " new ", 1), 13, 3),
        cell(plan, "action", actions[2].uid, "status", "delayed", 14, 13),
        cell(plan, "action", actions[3].uid, "risk", "", 15, 16),
        cell(
            plan, "action", actions[4].uid, "status", "delayed", 16, 13,
            base="on_track", state=CONFLICT, whose=ana,
        ),
        cell(
            plan, "action", actions[5].uid, "title", f"{actions[5].title}, with the offices of employment", 17, 3,
            base="Earlier title", state=CONFLICT, whose=ana,
        ),
        cell(plan, "institution", others[0].uid, "acronym", "MOL", 5, 4),
        cell(plan, "institution", others[1].uid, "role", "Pays for it", 6, 8, state=ALREADY),
    ]  # fmt: skip
    place = Place(SHEET, 40, 1)
    values = {
        "code": "A-09.01-7",
        "title": "Advice in every district",
        "leads": (others[0].uid,),
        "cost": Decimal(5000),
    }
    new = NewRow("action", "11111111-1111-5111-8111-111111111111", place, values, dict.fromkeys(values, place))
    named = {"name": others[2].name, "acronym": "X2"}
    like = NewRow(
        "institution", "22222222-1111-5111-8111-111111111111", Place(OTHER, 41, 1), named, {}, (others[2].uid,)
    )
    gone = actions[-1]
    indicators = tuple(row.uid for row in plan.action_indicators.get(gone.uid, ()))
    removal = Removal(MissingRow("action", gone.uid, SHEET), gone.title, True, {"action_indicator": indicators})
    remarks = (Remark("sheet_unknown", Place("Notes", 0, 0)), Remark("column_unknown", Place(SHEET, 2, 30, "Remarks")))
    return taking(cells=tuple(cells), rows=(TakenRow(new), TakenRow(like)), removals=(removal,), remarks=remarks)


def refused(plan: Plan) -> Taking:
    """Two cells that cannot be read, beside changes."""
    one = Refusal(Place(SHEET, 12, 9, "Cost"), "action", "cost", "number_unreadable", "about two million")
    words = ("Not started", "On track", "Delayed", "Done")
    other = Refusal(Place(SHEET, 14, 13, "Status"), "action", "status", "choice_unknown", "soon", words)
    lead = Refusal(Place(SHEET, 15, 6, "Leads"), "action", "leads", "link_unknown", "Ministry of Nowhere")
    return taking(cells=rich(plan).cells, refused=(one, other, lead))


def nothing(plan: Plan) -> Taking:
    """No difference at all."""
    return taking()


def many(plan: Plan, count: int) -> Taking:
    """So many changes, over the fields of texts of all actions and institutions again and again."""
    fields = [
        ("action", row.uid, name) for row in plan.actions for name in ("title", "output", "risk", "plan_reference")
    ]
    fields += [("institution", row.uid, name) for row in plan.institutions for name in ("name", "role", "acronym")]
    cells = []
    for place in range(count):
        kind, uid, name = fields[place % len(fields)]
        now = plan.value(kind, uid, name)
        row = 3 + place // 4
        cells.append(cell(plan, kind, uid, name, f"{now} {place}".strip(), row, 3 + place % 4))
    return taking(cells=tuple(cells))
