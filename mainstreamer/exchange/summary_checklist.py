"""The panel of the steps: how far each has come, as a table and a chart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mainstreamer.domain.checklist import Checklist, Item, Progress, progress
from mainstreamer.exchange.cells import Cell, Chart, Series
from mainstreamer.exchange.sheets_checklist import SUMMARY, step_counts
from mainstreamer.exchange.styles import ACCENT
from mainstreamer.exchange.summary_page import CELL, CENTRED, COUNT, SummaryPage, strong


@dataclass(frozen=True)
class Steps:
    """All steps together: the row of their line, what the program says, and the formulas of the essential items."""

    row: int
    progress: Progress
    essential: str
    open_essential: str


def add_steps(on: SummaryPage, top: int) -> Steps:
    """Table and chart of the steps; answers with the line of all steps."""
    edition, page = on.edition, on.page
    on.band(top, 1, 23, on.word("steps"))
    words = [edition.word("column", name) for name in ("score", "answered", "of", "open_essential")]
    on.headers(
        top + 1,
        [(1, 5, edition.word("column", "step"), "line")]
        + [(6 + 2 * place, 2, text, "centre") for place, text in enumerate(words)],
    )
    first = top + 2
    everything: list[Item] = []
    for row, step in enumerate(edition.checklist.steps, first):
        items = edition.checklist.of_step(step.number, edition.plan.sectors)
        everything += items
        label = step_label(edition.checklist, step.number)
        _step_row(on, row, label, progress(edition.plan, items), step.number)
    last = first + len(edition.checklist.steps) - 1
    found = progress(edition.plan, everything)
    counted = _step_row(on, last + 1, edition.word("column", "all_steps"), found, None)
    answered = page.area(8, first, last)
    on.caption(
        top + 1, 15, 9, on.word("steps_caption"), on.word("steps_empty"), not found.answered,
        f"SUM({answered})=0" if on.status else "",
    )  # fmt: skip
    on.sheet.charts.append(
        Chart(
            "bars", on.word("steps_chart"), page.area(1, first, last),
            (Series(page.at(top + 1, 6), page.area(6, first, last), ACCENT),),
            page.at(top + 2, 15), page.at(last + 2, 24),
            across=edition.word("column", "score"), format="0", labels="0.0;;", most=10, step=2,
        )
    )  # fmt: skip
    return Steps(last + 1, found, counted["essential_count"].formula, counted["open_essential"].formula)


def _step_row(on: SummaryPage, row: int, label: str, found: Progress, step: int | None) -> dict[str, Cell]:
    counted = dict(zip(SUMMARY, _counts(on, found, step), strict=True))
    cell, figure = (CELL, CENTRED) if step is not None else (strong(CELL), strong(CENTRED))
    on.page.put(row, 1, 5, Cell(label, cell))
    for place, name in enumerate(("score", "answered", "of", "open_essential")):
        one = counted[name]
        shown = figure._replace(format="0.0" if name == "score" else COUNT)
        on.page.put(row, 6 + 2 * place, 2, Cell(one.value, shown, one.formula))
    return counted


def _counts(on: SummaryPage, found: Progress, step: int | None) -> list[Cell]:
    if on.status is not None:
        return step_counts(on.edition, on.status, found, step)
    score: Decimal | str = "" if found.score is None else found.score
    values = (
        found.of,
        found.answered,
        found.not_applicable,
        score,
        found.claimed,
        found.essential,
        found.open_essential,
    )
    return [Cell(value) for value in values]


def step_label(checklist: Checklist, step: int) -> str:
    """A step in few words, without places where a chart could break the line and then leave out its neighbours."""
    return f"{step}  {checklist.step_text(step, 'short')}".replace(" ", "\u00a0")
