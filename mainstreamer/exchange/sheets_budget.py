"""The budget: by fiscal year and source, by lead institution, by objective, by external source, as formulas.

Each block has a line for what belongs to none of its lines (no dates, no lead), one for what was entered later and no line
names, and a total. So nothing drops out, whatever is edited in the action plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from mainstreamer.domain.actions import ZERO, Sum, YearSum, by_year, counts, total
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Chart, Series, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import text_literal
from mainstreamer.exchange.layout import fit_header, fit_heights
from mainstreamer.exchange.sheets_actions import beyond_formula, beyond_words, layout
from mainstreamer.exchange.sheets_figures import (
    AMOUNTS,
    NONE,
    OTHER,
    SEVERAL,
    Figures,
    Listing,
    listed,
    shown_text,
)
from mainstreamer.exchange.sheets_registers import start_table
from mainstreamer.exchange.styles import (
    ACCENT_PALE,
    BAND,
    HEADER,
    HIDDEN,
    MONEY_COLOURS,
    TEXT,
    TOTAL_LABEL,
    Look,
)

_LEAST_LABEL, _LABEL_WIDTH, _COUNT_WIDTH, _SHARE_WIDTH, _CHART_COLUMN = 40.0, 76.0, 14.5, 12.0, 11.0
_FIRST_AMOUNT, _MOST_AMOUNT = 4, 28.0
_CHART, _CHART_COLUMNS = 10, 9
"""The first column of the charts, and how many there are."""

_NO_COUNT = -1
_ONE_PAGE = 85
"""Rows that can be read on one page of A3."""

_LONGEST_AXIS = 45
"""Characters beside an axis; where two languages have no room, the leading one stands there."""

MOST_BARS = 24
"""A chart of more lines than that cannot be read; then it shows the largest."""


def budget_sheet(edition: Edition, figures: Figures) -> Sheet:
    """The budget. What its lists name is noted in `figures`, which is reckoned by them."""
    return _Budget(edition, figures).made()


@dataclass
class _Budget:
    edition: Edition
    figures: Figures

    def made(self) -> Sheet:
        edition = self.edition
        self.sheet = edition.sheet("budget", "plan")
        found = total(edition.plan.actions)
        largest = max(found.cost, found.state, found.external)
        shown = edition.sums_format
        self.money = edition.money_look._replace(format=_dashed(shown))
        self.amounts = max(15.0, round(1.15 * len(f"{largest:,.{2 if '.' in shown else 0}f}") + 3, 1))
        self.empty = not (found.state or found.external or found.gap)
        self.count = Look(align="number", format=_dashed("#,##0"))
        self.share = Look(align="centre", format='0%;-0%;"–"')
        note = f"{edition.money_note()} {edition.word('note', 'totals')} {edition.word('note', 'spread')}"
        start_table(self.sheet, "budget", ("uid",), note)
        self._warn()
        self._widths()
        self._years()
        self._leads()
        if "objective" in layout(edition).letters:
            self._objectives()
        if "external_source" in layout(edition).letters:
            self._sources()
        sheet = self.sheet
        sheet.records = len(edition.plan.actions)
        fit_heights(sheet, 4)
        sheet.pages_high = int(len(sheet.rows) <= _ONE_PAGE)
        wide = _CHART + _CHART_COLUMNS - 1 if sheet.charts else 8
        sheet.print_area = f"B2:{column_letter(wide)}{len(sheet.rows)}"
        sheet.title_rows, sheet.protected = "2:2", True
        sheet.freeze = "A4"
        return sheet

    def _warn(self) -> None:
        """Let the note above say so when there is more in the action plan than is added up."""
        note, beyond = self.sheet.rows[2][1], beyond_formula(self.edition)
        if note is not None and beyond and self.figures.action is not None:
            text = text_literal(str(note.value))
            formula = f'IF({beyond},{text_literal(f"{beyond_words(self.edition)} ")},"")&{text}'
            self.sheet.rows[2][1] = note._replace(formula=formula)

    def _widths(self) -> None:
        names = [
            shown_text(self.edition, column, action)
            for column in ("lead", "objective")
            for action in self.edition.plan.actions
        ]
        label = min(_LABEL_WIDTH, max(_LEAST_LABEL, 1.1 * max(map(len, names), default=0) + 3))
        self.sheet.widths.update({2: round(label, 1), 3: _COUNT_WIDTH, 8: _SHARE_WIDTH, _CHART - 1: 3})
        self.sheet.widths.update(
            {_FIRST_AMOUNT + place: min(self.amounts, _MOST_AMOUNT) for place in range(len(AMOUNTS))}
        )
        self.sheet.widths.update({_CHART + place: _CHART_COLUMN for place in range(_CHART_COLUMNS)})

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _head(self, key: str) -> int:
        edition = self.edition
        number = "years_actions" if key == "years" else "actions"
        headers = [edition.word("budget", word) for word in (f"{key}_line", number, *AMOUNTS, "share")]
        return self._title(key, headers)

    def _title(self, key: str, headers: list[str]) -> int:
        """Title and header of a block; answers with the row of its first line."""
        sheet = self.sheet
        sheet.blank()
        title = self.edition.amount_header(self.edition.word("budget", key))
        band = [Cell(title, BAND), *(Cell(None, BAND) for _ in headers[1:])]
        sheet.add([Cell("~heading", HIDDEN), *band])
        sheet.heights[len(sheet.rows)] = 20
        header = sheet.add([Cell("~heading", HIDDEN), *(Cell(text, HEADER) for text in headers)])
        fit_header(sheet, header, headers)
        return sheet.next_row

    def _line(self, label: Cell, found: Sum, formula: Callable[[str], str], strong: bool = False) -> int:
        """One line: what the program says, and the formulas that follow the action plan."""
        row = self.sheet.next_row
        count, money, share = (
            look._replace(font="strong", fill=ACCENT_PALE) if strong else look
            for look in (self.count, self.money, self.share)
        )
        cells: list[Cell | None] = [Cell("~total" if strong else "~line", HIDDEN), label]
        counted = formula("actions")
        cells.append(Cell(found.actions if found.actions >= 0 else None, count, counted))
        cells += [Cell(getattr(found, name), money, formula(name)) for name in AMOUNTS]
        part = found.gap / found.cost if found.cost else ""
        divided = self.figures.formula(f'IF(D{row}=0,"",G{row}/D{row})')
        cells.append(Cell(float(part) if part != "" else "", share, divided))
        return self.sheet.add(cells)

    def _total(self, found: Sum, formula: Callable[[str], str] | None = None) -> None:
        label = Cell(self.edition.word("column", "total"), TOTAL_LABEL)
        self._line(label, found, formula or self._all, strong=True)

    def _all(self, name: str) -> str:
        figures = self.figures
        return figures.formula(figures.sum("counts") if name == "actions" else figures.total(name))

    def _rest(self, first: int) -> Callable[[str], str]:
        """What no line above names: the total less all of them."""
        letters = {"actions": "C"} | {name: column_letter(_FIRST_AMOUNT + place) for place, name in enumerate(AMOUNTS)}
        last = self.sheet.next_row - 1

        def formula(name: str) -> str:
            letter = letters[name]
            return self.figures.formula(f"ROUND({self._all(name)}-SUM({letter}{first}:{letter}{last}),4)")

        return formula

    def _years(self) -> None:
        figures, word = self.figures, self.edition.word
        top = self._head("years")
        found = by_year(self.edition.plan)
        for year in figures.years:
            self._line(Cell(year, TEXT._replace(format="0")), self._year(found, year), partial(self._of_year, year))
        undated = self._year(found, 0)
        self._line(Cell(word("budget", "undated")), undated, lambda name: figures.formula(figures.undated(name)))
        others = [part for year, part in found.items() if year and year not in figures.years]
        money = {name: sum((getattr(part, name) for part in others), ZERO) for name in AMOUNTS}
        self._line(
            Cell(word("budget", "other_years")),
            Sum(_NO_COUNT, money["cost"], money["state"], money["external"], money["gap"]),
            self._other_years,
        )
        self._total(total(self.edition.plan.actions))
        lines = len(figures.years) + (undated.cost > 0)
        self._chart("years", top - 2, lines, "stacked_columns")

    def _year(self, found: Mapping[int, YearSum], year: int) -> Sum:
        """The money of a year, 0 for none; and how many actions are under way in it."""
        money = found.get(year, YearSum())
        number = sum(
            1 for action in self.figures.actions.values() if counts(action) and year in _years_under_way(action)
        )
        return Sum(number, money.cost, money.state, money.external, money.gap)

    def _of_year(self, year: int, name: str) -> str:
        figures = self.figures
        if name != "actions":
            return figures.formula(f"ROUND({figures.year(year, name)},4)")
        first, last = Quarter(year, 1).index, Quarter(year, 4).index
        return figures.formula(figures.count(("counts", "1"), ("first", f'"<={last}"'), ("end", f'">={first}"')))

    def _other_years(self, name: str) -> str:
        return "" if name == "actions" else self.figures.formula(self.figures.other_years(name))

    def _leads(self) -> None:
        found = self._listed("lead")
        top = len(self.sheet.rows) + 2
        self._block("leads", "lead", found, (("several", SEVERAL), ("no_lead", NONE)))
        self._chart("leads", top, len(found))

    def _objectives(self) -> None:
        names = [self.edition.record_name("objective", row.uid) for row in self.edition.records("objective")]
        found = listed([*(str(Cell(name).value) for name in names), *self._listed("objective")])
        top = len(self.sheet.rows) + 2
        self._block("objectives", "objective", found, (("no_objective", NONE),))
        self._chart("objectives", top, len(found))

    def _sources(self) -> None:
        """External money by the name of its source: a block of its own form, since nothing else is known by source."""
        edition, figures, sheet = self.edition, self.figures, self.sheet
        given = [action for action in figures.actions.values() if counts(action) and action.secured_external]
        if not given:
            return
        texts = self._listed("source")
        words = ("sources_line", "actions", "external", "share_of_external")
        headers = [edition.word("budget", word) for word in words]
        first = self._title("sources", headers)
        listing = figures.listings["source"] = Listing(sheet.title, first, texts)
        sums = self._sums("source", listing, given)
        lines = [(text, place, "ROW()") for place, text in enumerate(texts, first)]
        lines += [
            (edition.word("budget", "no_source"), NONE, str(NONE)),
            (edition.word("budget", "other_sources"), OTHER, str(OTHER)),
        ]
        bottom = first + len(lines)
        for label, place, criterion in lines:
            self._source_line(Cell(label), sums.get(place, Sum()), (("source", criterion),), bottom)
        self._source_line(Cell(edition.word("column", "total"), TOTAL_LABEL), total(given), (), bottom)

    def _source_line(self, label: Cell, found: Sum, where: tuple[tuple[str, str], ...], bottom: int) -> None:
        figures, row = self.figures, self.sheet.next_row
        looks = [self.count, self.money, self.share]
        if not where:
            looks = [look._replace(font="strong", fill=ACCENT_PALE) for look in looks]
        everything = total(figures.actions.values()).external
        self.sheet.add(
            [
                Cell("~line" if where else "~total", HIDDEN),
                label,
                Cell(found.actions, looks[0], figures.formula(figures.count(*where, ("external", '">0"')))),
                Cell(found.external, looks[1], figures.formula(figures.sum("external", *where))),
                Cell(
                    float(found.external / everything),
                    looks[2],
                    figures.formula(f'IF(D{bottom}=0,"",D{row}/D{bottom})'),
                ),
            ]
        )

    def _listed(self, column: str) -> tuple[str, ...]:
        """Leads, objectives or sources of the actions that count, those with the most money first."""
        money: dict[str, Sum] = {}
        for action in self.figures.actions.values():
            text = shown_text(self.edition, column, action)
            if counts(action) and not (column == "lead" and len(action.leads) > 1):
                money[text] = money.get(text, Sum()).plus(action)
        return listed(sorted(money, key=lambda text: (-money[text].cost, -money[text].actions, text)))

    def _block(self, key: str, column: str, texts: tuple[str, ...], others: Iterable[tuple[str, int]]) -> None:
        first = self._head(key)
        listing = self.figures.listings[column] = Listing(self.sheet.title, first, texts)
        by_place = self._sums(column, listing, self.figures.actions.values())
        for place, text in enumerate(texts, first):
            self._line(Cell(text), by_place.get(place, Sum()), self._of(column, str(place)))
        for word, place in others:
            self._line(
                Cell(self.edition.word("budget", word)), by_place.get(place, Sum()), self._of(column, str(place))
            )
        other = Cell(self.edition.word("budget", f"other_{key}"))
        self._line(other, by_place.get(OTHER, Sum()), self._rest(first))
        self._total(total(self.edition.plan.actions))

    def _sums(self, column: str, listing: Listing, actions: Iterable[Action]) -> dict[int, Sum]:
        found: dict[int, Sum] = {}
        for action in actions:
            if counts(action):
                place = listing.place(shown_text(self.edition, column, action), column == "lead")
                found[place] = found.get(place, Sum()).plus(action)
        return found

    def _of(self, column: str, place: str) -> Callable[[str], str]:
        figures = self.figures

        def formula(name: str) -> str:
            code = "counts" if name == "actions" else name
            return figures.formula(figures.sum(code, (column, place if int(place) <= 0 else "ROW()")))

        return formula

    def _chart(self, key: str, top: int, lines: int, kind: str = "stacked_bars") -> None:
        """A chart beside a block, a bar a line, of the money by source; room is made for it where the block is short."""
        if not lines or self.empty:
            return
        sheet, first = self.sheet, top + 2
        shown = min(lines, MOST_BARS)
        least = top + max(12, min(lines, MOST_BARS) + 6)
        sheet.blank(max(0, least - len(sheet.rows)))
        header = first - 1
        amount = self.edition.language.fitting(
            self.edition.amount_header(self.edition.word("budget", "money")), _LONGEST_AXIS
        )
        line = self.edition.word("budget", f"{key}_line")
        series = tuple(
            Series(f"{letter}{header}", f"{letter}{first}:{letter}{first + shown - 1}", MONEY_COLOURS[name])
            for letter, name in (("E", "state"), ("F", "external"), ("G", "gap"))
        )
        left, last = column_letter(_CHART), column_letter(_CHART + _CHART_COLUMNS)
        sheet.charts.append(
            Chart(
                kind,
                self.edition.word("budget", key),
                f"B{first}:B{first + shown - 1}",
                series,
                f"{left}{top}",
                f"{last}{max(least, min(len(sheet.rows), least + 6)) + 1}",
                across=amount if kind == "stacked_bars" else line,
                up="" if kind == "stacked_bars" else amount,
                legend=True,
            )
        )


def _years_under_way(action: Action) -> Sequence[int]:
    """The fiscal years over which the money of an action is spread; 0 without dates."""
    if action.start is None or action.end is None or action.end < action.start:
        return (0,)
    return range(action.start.year, action.end.year + 1)


def _dashed(shown: str) -> str:
    """A number format with a dash for nothing, so that what is there stands out."""
    return f'{shown};-{shown};"–"'
