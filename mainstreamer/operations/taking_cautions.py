"""What is said before a workbook is taken in of changes that can be read and would make the plan worse.

The rules are those of the domain, asked about each record as it would be; none is written here a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.field_order import reversed_fields
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.domain.readiness import NOTE, Finding, findings
from mainstreamer.domain.readiness.finding import ALSO_ABOUT
from mainstreamer.domain.taking import ALREADY, EMPTIED, FINDING, REVERSED, Caution, TakenCell, Taking

_HINTS_SAID = frozenset({"indicator_share_over_hundred"})
"""Hints of readiness that are said of a change as well; others are about work to be done, not about what was typed."""


def with_cautions(plan: Plan, taking: Taking, checklist: Checklist, today: date) -> Taking:
    """The same with what is to be said beside its changes. Each is looked at in the plan as it would be with all of them."""
    cells = [cell for cell in taking.cells if cell.state != ALREADY and plan.find(cell.kind, cell.uid) is not None]
    rows = [one.row for one in taking.rows if not one.already]
    if taking.refused or not (cells or rows):
        return taking
    puts = [Put(*cell.cell, cell.new) for cell in cells]
    puts += [put for row in rows for put in creation(row.kind, row.uid, row.values)]
    after = plan.with_puts(puts)
    typed = {cell.cell for cell in cells} | {Cell(row.kind, row.uid, name) for row in rows for name in row.values}
    before = {_key(one) for one in findings(plan, checklist, today)}
    fresh = (one for one in findings(after, checklist, today) if _is_said(one) and _key(one) not in before)
    found = [*_emptied(cells), *_of_findings(fresh, typed)]
    found += _reversed(plan, after, typed, {one.cell for one in found})
    emptied = {one.cell for one in found if one.code == EMPTIED}
    kept = (one for one in found if one.code == EMPTIED or one.cell not in emptied)
    return replace(taking, cautions=tuple(kept))


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code, finding.kind, finding.uid, finding.field


def _is_said(finding: Finding) -> bool:
    return finding.severity != NOTE or finding.code in _HINTS_SAID


def _emptied(cells: Iterable[TakenCell]) -> Iterator[Caution]:
    """Compulsory fields that hold something and would hold nothing."""
    for cell in cells:
        spec = KINDS[cell.kind].fields[cell.field]
        if spec.compulsory and spec.type.is_blank(cell.new) and not spec.type.is_blank(cell.now):
            yield Caution(cell.cell, EMPTIED)


def _of_findings(fresh: Iterable[Finding], typed: set[Cell]) -> Iterator[Caution]:
    """What readiness would find anew, beside the change from which it comes."""
    for one in fresh:
        for name in (one.field, *ALSO_ABOUT.get(one.code, ())):
            cell = Cell(one.kind, one.uid, name)
            if cell in typed:
                yield Caution(cell, FINDING, finding=one)
                break


def _reversed(plan: Plan, after: Plan, typed: set[Cell], said: set[Cell]) -> Iterator[Caution]:
    """Ends before their starts of which readiness does not speak."""
    for kind, uid in dict.fromkeys((cell.kind, cell.uid) for cell in sorted(typed)):
        record, was = after.find(kind, uid), plan.find(kind, uid)
        already = set(reversed_fields(kind, was)) if was is not None else set()
        for pair in reversed_fields(kind, record) if record is not None else ():
            cells = [Cell(kind, uid, name) for name in pair if Cell(kind, uid, name) in typed]
            if pair not in already and cells and not said.intersection(cells):
                name = cells[0].field
                yield Caution(cells[0], REVERSED, other=pair[1] if name == pair[0] else pair[0])
