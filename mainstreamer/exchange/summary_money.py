"""The panels of the money: by fiscal year and source as a table and columns, and where all of it comes from."""

from __future__ import annotations

from decimal import Decimal

from mainstreamer.domain.actions import YearSum, by_year
from mainstreamer.exchange.cells import Cell, Chart, Series
from mainstreamer.exchange.sheets_figures import AMOUNTS
from mainstreamer.exchange.styles import ACCENT, MONEY_COLOURS
from mainstreamer.exchange.summary_page import CELL, CENTRED, PANEL, SummaryPage, strong


def add_money(on: SummaryPage, top: int) -> int:
    """Table by year and the charts of years and sources; answers with the last row of the panel."""
    edition, figures, page = on.edition, on.figures, on.page
    on.sheet.heights[top - 1] = 10
    on.band(top, 1, 23, on.with_unit(on.word("money")))
    on.band(top, 25, PANEL, on.with_unit(on.word("sources")))
    words = [edition.word("budget", name) for name in AMOUNTS]
    on.headers(
        top + 1,
        [(1, 3, edition.word("budget", "years_line"), "line")]
        + [(4 + 2 * place, 2, text, "figure") for place, text in enumerate(words)],
    )
    found = by_year(edition.plan)
    first = row = top + 2
    for year in figures.years:
        formulas = [figures.formula(f"ROUND({figures.year(year, name)},4)") for name in AMOUNTS]
        _money_row(on, row, Cell(year, CELL._replace(format="0")), found.get(year, YearSum()), formulas)
        row += 1
    others = [part for year, part in found.items() if year and year not in figures.years]
    summed = YearSum(*(sum((getattr(part, name) for part in others), Decimal(0)) for name in AMOUNTS))
    rest = (("undated", found.get(0, YearSum()), figures.undated), ("other_years", summed, figures.other_years))
    last = row - 1
    for key, value, formula in rest:
        _money_row(
            on,
            row,
            Cell(edition.word("budget", key), CELL),
            value,
            [figures.formula(formula(name)) for name in AMOUNTS],
        )
        if value != YearSum():
            last = row
        row += 1
    formulas = [figures.formula(figures.total(name)) for name in AMOUNTS]
    everything = YearSum(on.found.cost, on.found.state, on.found.external, on.found.gap)
    _money_row(on, row, Cell(on.word("all"), strong(CELL)), everything, formulas, all_=True)
    bottom = max(row, top + 12)
    totals = f"{page.at(row, 6)}:{page.at(row, 11)}"
    nothing = not (on.found.state or on.found.external or on.found.gap)
    on.caption(top + 1, 13, 11, on.word("money_caption"), on.word("no_money"), nothing, f"SUM({totals})=0")
    on.caption(top + 1, 25, 11, on.word("sources_caption"), on.word("no_money"), nothing, f"SUM({totals})=0")
    series = tuple(
        Series(page.at(top + 1, 6 + 2 * place), page.area(6 + 2 * place, first, last), MONEY_COLOURS[name])
        for place, name in enumerate(("state", "external", "gap"))
    )
    unit = on.with_unit(on.word("amount"))
    on.sheet.charts += [
        Chart(
            "stacked_columns", on.word("money_chart"), page.area(1, first, last), series,
            page.at(top + 2, 13), page.at(bottom + 1, 24), across=edition.word("budget", "years_line"), up=unit,
            format=_axis(on, nothing), legend=True,
        ),
    ]  # fmt: skip
    _sources(on, top, row, bottom, unit, nothing)
    return bottom


def _axis(on: SummaryPage, nothing: bool) -> str:
    """The format of an axis; without money there are no figures beside it, which would be 0, 1, 1."""
    return f'[<2]"";{on.money_format}' if nothing else on.money_format


def _money_row(on: SummaryPage, row: int, label: Cell, found: YearSum, formulas: list[str], all_: bool = False) -> None:
    look = strong(on.money_look) if all_ else on.money_look
    on.page.put(row, 1, 3, label)
    for place, (name, formula) in enumerate(zip(AMOUNTS, formulas, strict=True)):
        on.page.put(row, 4 + 2 * place, 2, Cell(getattr(found, name), look, formula))


def _sources(on: SummaryPage, top: int, totals: int, bottom: int, unit: str, nothing: bool) -> None:
    """Bars of where the money comes from, drawn from three lines of their own."""
    page = on.page
    shown = ("state", "external", "gap")
    first = top + 2
    values = (on.found.state, on.found.external, on.found.gap)
    _source_lines(on, first, totals, dict(zip(shown, values, strict=True)))
    series = Series(
        page.at(top + 1, 25), page.area(30, first, first + 2), ACCENT, tuple(MONEY_COLOURS[name] for name in shown)
    )
    on.sheet.charts.append(
        Chart(
            "bars", on.word("sources_chart"), page.area(25, first, first + 2), (series,), page.at(first + 3, 25),
            page.at(bottom + 1, 36), across=unit, format=_axis(on, nothing), labels=f"{on.money_format};;",
        )
    )  # fmt: skip


def _source_lines(on: SummaryPage, first: int, totals: int, values: dict[str, Decimal]) -> None:
    page = on.page
    for row, (name, value) in enumerate(values.items(), first):
        source = page.at(totals, 4 + 2 * AMOUNTS.index(name))
        page.put(row, 25, 5, Cell(on.edition.word("budget", name), CELL))
        page.put(row, 30, 3, Cell(value, on.money_look, on.figures.formula(source)))
        part = float(value / on.found.cost) if on.found.cost else ""
        cost = page.at(totals, 4)
        formula = on.figures.formula(f'IF({cost}=0,"",{page.at(row, 30)}/{cost})')
        page.put(row, 33, 3, Cell(part, CENTRED._replace(format='0%;-0%;"–"'), formula))
