"""What the panels of the summary share: the grid, the looks, the figures of the plan, and how a panel is headed."""

from __future__ import annotations

from decimal import Decimal

from mainstreamer.domain.actions import missed, total
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import text_literal
from mainstreamer.exchange.panels import Page
from mainstreamer.exchange.sheets_figures import Figures
from mainstreamer.exchange.styles import ACCENT, ACCENT_PALE, BAND, GROUND, HEADER, Look

COLUMNS, COLUMN_WIDTH, WIDE_COLUMN = 35, 6.6, 8.8
"""The grid: six cards of five columns with one between, or three panels of eleven. Two languages need wide columns."""

CARD, STEP, PANEL = 5, 6, 11
"""Columns of a card, from one card to the next, and of a panel of a third of the page."""

LABEL = Look(font="muted", align="header", fill=GROUND, line="")
KEY = Look(font="key", align="line", fill=GROUND, line="")
CELL = Look(align="header", line="below")
FIGURE = Look(align="figure", line="below")
COUNT = '0;-0;"–"'
"""Figures with a dash for nothing, so that what is there stands out."""

CAPTION = Look(font="muted", align="header", line="")
HEAD = HEADER._replace(line="")
CENTRED = FIGURE._replace(align="middle_centre")
HEAD_CENTRE = HEAD._replace(align="middle_centre")
HEAD_FIGURE = Look(font="header", align="header_figure", fill=ACCENT, line="")


class SummaryPage:
    """The sheet of the summary while it is made. Without the sheet of the checklist its figures by step are values."""

    def __init__(self, edition: Edition, figures: Figures, status: Sheet | None) -> None:
        self.edition, self.figures, self.status = edition, figures, status
        self.sheet, self.page = edition.sheet("summary", "front"), Page(2)
        self.lines = len(edition.language.codes)
        """Lines that words take: two languages stand one behind the other."""
        self.found = total(edition.plan.actions)
        late = (
            (missed(action, edition.today, edition.fiscal_start)[1], -row, action)
            for row, action in figures.actions.items()
        )
        self.late = sorted((one for one in late if one[0] > 0), key=lambda one: one[:2], reverse=True)
        """Quarters late, the row with a minus, and the action: the one that is late longest first."""
        self.money_format, self.unit = _scale(edition, max(self.found.cost, self.found.state + self.found.external))
        shown = self.money_format
        self.money_look = FIGURE._replace(format=f'{shown};-{shown};"–"')

    def word(self, key: str, **places: object) -> str:
        return self.edition.word("summary", key, **places)

    def band(self, row: int, column: int, across: int, words: str) -> None:
        self.page.put(row, column, across, Cell(words, BAND))
        self.sheet.heights[row] = 20

    def caption(self, row: int, column: int, across: int, words: str, empty: str, nothing: bool, test: str) -> None:
        """What a chart shows; or, as long as there is nothing to show, a sentence that says so."""
        formula = self.figures.formula(f"IF({test},{text_literal(empty)},{text_literal(words)})") if test else ""
        self.page.put(row, column, across, Cell(empty if nothing else words, CAPTION, formula))

    def headers(self, row: int, columns: list[tuple[int, int, str, str]]) -> None:
        """Header cells: column, how many across, words, and `line`, `figure` or `centre`."""
        looks = {"line": HEAD, "figure": HEAD_FIGURE, "centre": HEAD_CENTRE}
        for column, across, words, look in columns:
            self.page.put(row, column, across, Cell(words, looks[look]))
        self.sheet.heights[row] = 32 if self.lines == 1 else 46

    def with_unit(self, label: str) -> str:
        return self.edition.word("column", "amount", label=label, unit=self.unit) if self.unit else label


def shortened(text: str, room: int) -> str:
    line = text.replace("\n", " ")
    return f"{line[: room - 1]}…" if room and len(line) > room else line


def strong(look: Look) -> Look:
    return look._replace(font="strong", fill=ACCENT_PALE)


def _scale(edition: Edition, largest: Decimal) -> tuple[str, str]:
    """The number format in which amounts are read at a glance, and their unit: whole, millions, or milliards."""
    currency = edition.plan.frame.currency
    if largest >= 10**15:
        return "0.0E+00", currency
    for least, shown, name in ((10**10, "#,##0.0,,,", "billion"), (10**7, "#,##0.0,,", "million")):
        if largest >= least:
            return shown, edition.word("summary", name, unit=currency).strip()
    return "#,##0", currency
