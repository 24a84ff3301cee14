"""The panel of the actions by status."""

from __future__ import annotations

from mainstreamer.domain.actions import by_status
from mainstreamer.exchange.cells import Cell, Chart, Series
from mainstreamer.exchange.styles import ACCENT, STATUS_COLOURS
from mainstreamer.exchange.summary_page import CELL, CENTRED, COUNT, PANEL, SummaryPage, strong

LEFT = 25
CODES = ("done", "on_track", "at_risk", "delayed", "not_started", "cancelled", "")


def add_statuses(on: SummaryPage, top: int, bottom: int) -> None:
    """Table and chart of all actions by status, down to the row `bottom`."""
    edition, figures, page = on.edition, on.figures, on.page
    on.band(top, LEFT, PANEL, on.word("statuses"))
    on.headers(
        top + 1,
        [
            (LEFT, 3, on.edition.language.field("action", "status"), "line"),
            (LEFT + 3, 2, on.word("actions_short"), "centre"),
        ],
    )
    states = by_status(edition.plan)
    first = top + 2
    for row, code in enumerate(CODES, first):
        word = edition.language.choice("action_status", code) if code else on.word("no_status")
        criteria = (("status", f"status_{code}"),) if code else (("status", '""'), ("real", "1"))
        page.put(row, LEFT, 3, Cell(word, CELL))
        shown = CENTRED._replace(format=COUNT)
        page.put(row, LEFT + 3, 2, Cell(states.get(code, 0), shown, figures.formula(figures.count(*criteria))))
    last = first + len(CODES) - 1
    page.put(last + 1, LEFT, 3, Cell(on.word("all"), strong(CELL)))
    area = page.area(LEFT + 3, first, last)
    everything = Cell(sum(states.values()), strong(CENTRED)._replace(format=COUNT), figures.formula(f"SUM({area})"))
    page.put(last + 1, LEFT + 3, 2, everything)
    on.caption(
        top + 1, LEFT + 5, 6, on.word("statuses_caption"), on.word("no_actions"), not states,
        f"{page.at(last + 1, LEFT + 3)}=0",
    )  # fmt: skip
    on.sheet.charts.append(
        Chart(
            "doughnut", on.word("statuses"), page.area(LEFT, first, last),
            (Series(page.at(top + 1, LEFT + 3), area, ACCENT, tuple(STATUS_COLOURS[code] for code in CODES)),),
            page.at(top + 2, LEFT + 5), page.at(bottom + 1, LEFT + PANEL), labels="0;;", legend=True,
        )
    )  # fmt: skip
