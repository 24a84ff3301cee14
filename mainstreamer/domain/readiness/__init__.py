"""Readiness: what still stands between a plan and its adoption, and what would make it better.

`findings` looks at a plan and answers with codes; the sentences stand under the same codes in the section `finding` of
the words. Cancelled actions and dissolved bodies no longer count, so they are asked for nothing but codes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.action_rules import action_findings
from mainstreamer.domain.readiness.answer_rules import answer_findings
from mainstreamer.domain.readiness.conflict_rules import conflict_findings
from mainstreamer.domain.readiness.finding import (
    BLOCKS,
    FINDING_CODES,
    IMPROVES,
    NOTE,
    VALUE_LISTS,
    Finding,
)
from mainstreamer.domain.readiness.frame_rules import frame_findings
from mainstreamer.domain.readiness.inspection import Inspection
from mainstreamer.domain.readiness.people_rules import people_findings
from mainstreamer.domain.readiness.record_rules import record_findings
from mainstreamer.domain.readiness.situation_rules import situation_findings
from mainstreamer.domain.readiness.treaty_rules import treaty_findings

_PARTS: tuple[Callable[[Inspection], Iterator[Finding]], ...] = (
    record_findings,
    frame_findings,
    people_findings,
    answer_findings,
    situation_findings,
    treaty_findings,
    action_findings,
)
_KIND_PLACE = {name: place for place, name in enumerate(KINDS)}
_FIELD_PLACE = {name: {field: place for place, field in enumerate(kind.fields)} for name, kind in KINDS.items()}


def findings(
    plan: Plan,
    checklist: Checklist,
    today: date,
    conflicts: Iterable[Cell] = (),
    *,
    pause: Callable[[], object] = lambda: None,
) -> tuple[Finding, ...]:
    """Everything readiness finds in a plan, in the order of step, kind, record and field. `conflicts` are fields for which two
    values are open: the history knows them, the plan does not. `pause` is called between findings.

    What concerns a register as a whole stands before what concerns its records. The time it takes grows with the number
    of records, not with its square.
    """
    look = Inspection(plan, checklist, today)
    places = _places(look)

    def order(found: Finding) -> tuple[int, int, int, int]:
        place = places[found.kind].get(found.uid, -1) if found.uid else -1
        return found.step, _KIND_PLACE[found.kind], place, _FIELD_PLACE[found.kind].get(found.field, -1)

    found: list[Finding] = []
    for part in _PARTS:
        pause()
        for one in part(look):
            pause()
            found.append(one)
    return tuple(sorted([*found, *conflict_findings(look, conflicts)], key=order))


def _places(look: Inspection) -> dict[str, dict[str, int]]:
    """Where each record stands among its kind; answers stand in the order of the checklist."""
    places = {kind: {row.uid: place for place, row in enumerate(look.rows(kind))} for kind in KINDS}
    places["answer"] = {item.answer_uid: place for place, item in enumerate(look.items)} | {
        uid: len(look.items) + place for uid, place in places["answer"].items() if uid not in look.answer_uids
    }
    return places


__all__ = ["BLOCKS", "FINDING_CODES", "IMPROVES", "NOTE", "VALUE_LISTS", "Finding", "findings"]
