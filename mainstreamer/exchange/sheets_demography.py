"""Population tables with their totals as formulas, and every indicator worked out, with definition and source."""

from __future__ import annotations

from decimal import Decimal

from mainstreamer.domain.fields import Table
from mainstreamer.domain.indicators import IndicatorDefinition, IndicatorValue, shown
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Sheet, Subject
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import fit_header, fit_heights, fit_note, page_breaks
from mainstreamer.exchange.population_charts import HELPERS, add_population_chart
from mainstreamer.exchange.sheets_registers import start_table
from mainstreamer.exchange.styles import (
    ACCENT_PALE,
    BAND,
    CENTRE,
    CODE,
    GROUND,
    HEADER,
    HIDDEN,
    NOTE,
    PLAIN_WHOLE,
    TEXT,
    TITLE,
    WHOLE,
    Look,
    decimals_format,
    decimals_of,
)
from mainstreamer.language.indicators import indicator_words
from mainstreamer.language.language import Language

INDICATOR_COLUMNS = ("name", "figure", "unit", "year", "sex", "area", "variant", "definition", "source", "remark")
_WIDTHS = dict(enumerate((10.0, 26.0, 30.0, 18.0, 18.0, 18.0, 12.0, 18.0, 26.0, 60.0, 30.0, 34.0), 1))


NUMBERS = ":numbers"
"""What follows in the first cell upon the kind: these are the numbers of its tables, not its register."""
_KEY = "#"


def number_key(uid: str, group: str = "") -> str:
    """The hidden key of a row of numbers: the uid of the table, and the age group; of the row of their heads without one."""
    return f"{uid}{_KEY}{group}"


def column_words(language: Language, name: str) -> str:
    """What stands above a column of numbers."""
    if name == "total":
        return language.word("workbook", "column", "stated")
    return language.choice("sex", name) if name in ("women", "men") else name


def demography_sheet(
    edition: Edition, values: tuple[IndicatorValue, ...], catalogue: dict[str, IndicatorDefinition]
) -> Sheet:
    """Blocks, one a population table, then the computed indicators. Observations have a sheet of their own."""
    sheet = edition.sheet("demography", "check")
    note = edition.word("note", "demography", sheet=edition.title("population_table"))
    start_table(sheet, "population_table", ("uid", "field"), note, NUMBERS)
    tables = edition.plan.population_tables
    blocks = []
    for record in tables:
        sheet.blank()
        blocks.append(sheet.next_row)
        _block(edition, sheet, record)
    if not tables:
        sheet.add([None, Cell(edition.word("note", "empty"), NOTE)])
    sheet.blank()
    blocks.append(sheet.next_row)
    computed = [value for value in values if value.kind != "observation"]
    _indicators(edition, sheet, computed, catalogue)
    sheet.records = len(tables) + len(computed)
    sheet.widths.update(_WIDTHS)
    sheet.hidden_columns.update(HELPERS)
    sheet.freeze = "D3"
    fit_heights(sheet)
    sheet.print_area = f"B2:{column_letter(len(INDICATOR_COLUMNS) + 2)}{len(sheet.rows)}"
    sheet.title_rows = "2:2"
    fit_note(sheet)
    sheet.breaks = page_breaks(sheet, 3, [row + 1 not in blocks and row < blocks[-1] + 2 for row in _below(sheet)])
    return sheet


def _below(sheet: Sheet) -> range:
    """The rows below the note."""
    return range(4, len(sheet.rows) + 1)


def _block(edition: Edition, sheet: Sheet, record: PopulationTable) -> None:
    """One table: its particulars, its numbers as entered, and beside and below them the sums as formulas.

    Column A of each row holds, hidden, the uid; for the numbers and their heads it is the key of the row (`number_key`).
    """
    sheet.heights[sheet.next_row] = 20
    title = record.title or edition.language.kind("population_table")
    sheet.add([Cell(record.uid, HIDDEN), Cell(title, TITLE)])
    for name in edition.fields("population_table"):
        if name == "table":
            continue
        cell = edition.maker("population_table", name)(getattr(record, name))
        if cell.value is None and name != "title":
            continue
        label = Cell(edition.language.field("population_table", name), Look(font="muted", line=""))
        shown_cell = cell._replace(look=cell.look._replace(align="line", line=""))
        sheet.add(
            [Cell(record.uid, HIDDEN), label, shown_cell], Subject("population_table", record.uid, ("", "", name))
        )
    if record.table is not None:
        top = sheet.next_row
        area = _numbers(edition, sheet, record, record.table)
        add_population_chart(edition, sheet, record, record.table, area, top)


def _numbers(edition: Edition, sheet: Sheet, record: PopulationTable, table: Table) -> tuple[int, int]:
    """The numbers and their sums; answers with the first and last row of age groups, in their order."""
    both = "women" in table.columns and "men" in table.columns
    heads = [edition.word("column", "age"), *(column_words(edition.language, name) for name in table.columns)]
    heads += [edition.word("column", "both")] if both else []
    sheet.add([Cell(number_key(record.uid), HIDDEN), *(Cell(text, HEADER) for text in heads)])
    first = sheet.next_row
    known = [cell for row in table.cells for cell in row if cell is not None]
    look = WHOLE._replace(format=decimals_format(max((decimals_of(cell) for cell in known), default=0)))
    groups = [place for place, name in enumerate(table.rows) if name != "total"]
    for place, (name, row) in enumerate(zip(table.rows, table.cells, strict=True)):
        if place in groups:
            sheet.add(_number_row(edition, sheet, record, table, name, row, look, both))
    last = sheet.next_row - 1
    strong = look._replace(font="strong", fill=ACCENT_PALE)
    sums: list[Cell | None] = [
        Cell(record.uid, HIDDEN),
        Cell(edition.word("column", "sum"), Look(font="strong", fill=ACCENT_PALE)),
    ]
    for column in range(len(table.columns)):
        cells = [table.cells[place][column] for place in groups]
        sums.append(_sum(cells, column + 3, first, last, strong))
    if both:
        women, men = table.columns.index("women"), table.columns.index("men")
        pairs = [table.cells[place][side] for place in groups for side in (women, men)]
        sums.append(_sum(pairs, len(table.columns) + 3, first, last, strong))
    if groups:
        sheet.add(sums)
    for name, row in zip(table.rows, table.cells, strict=True):
        if name == "total":
            sheet.add(_number_row(edition, sheet, record, table, name, row, look, both))
    return first, last


def _sum(cells: list[Decimal | None], column: int, first: int, last: int, look: Look) -> Cell:
    letter = column_letter(column)
    area = f"{letter}{first}:{letter}{last}"
    known = [cell for cell in cells if cell is not None]
    return Cell(sum(known, Decimal(0)) if known else "", look, f'IF(COUNT({area})=0,"",SUM({area}))')


def _number_row(
    edition: Edition, sheet: Sheet, record: PopulationTable, table: Table, name: str,
    row: tuple[Decimal | None, ...], look: Look, both: bool,
) -> list[Cell | None]:  # fmt: skip
    words = {"unknown": edition.word("column", "unknown_age"), "total": edition.word("column", "stated")}
    label = Cell(words.get(name, name), CODE._replace(locked=True))
    cells: list[Cell | None] = [Cell(number_key(record.uid, name), HIDDEN), label]
    cells += [Cell(value, look) for value in row]
    if both:
        women, men = table.columns.index("women"), table.columns.index("men")
        letters = (column_letter(women + 3), column_letter(men + 3))
        pair = ",".join(f"{letter}{sheet.next_row}" for letter in letters)
        known = [value for value in (row[women], row[men]) if value is not None]
        total = sum(known, Decimal(0)) if known else ""
        cells.append(Cell(total, look._replace(fill=GROUND), f'IF(COUNT({pair})=0,"",SUM({pair}))'))
    return cells


def _indicators(
    edition: Edition, sheet: Sheet, values: list[IndicatorValue], catalogue: dict[str, IndicatorDefinition]
) -> None:
    sheet.heights[sheet.next_row] = 22
    sheet.add([None, Cell(edition.word("column", "computed"), TITLE)])
    headers = [edition.word("column", "code_of_list"), *(edition.word("column", name) for name in INDICATOR_COLUMNS)]
    sheet.widths.update(_WIDTHS)
    header = sheet.add([None, *(Cell(text, HEADER) for text in headers)])
    fit_header(sheet, header, headers, buttons=True)
    for value in values:
        sheet.add([None, *_indicator_cells(edition, value, catalogue.get(value.code))])
    bottom = max(len(sheet.rows), header + 1)
    sheet.filter = f"B{header}:{column_letter(len(headers) + 1)}{bottom}"
    if not values:
        sheet.add([None, Cell(edition.word("note", "empty"), BAND)])


def _indicator_cells(edition: Edition, value: IndicatorValue, definition: IndicatorDefinition | None) -> list[Cell]:
    language = edition.language
    number = Cell(None, WHOLE)
    if value.value is not None:
        rounded = value.value if definition is None else shown(value.value, definition, value.variant)
        number = Cell(value.value, WHOLE._replace(format=decimals_format(decimals_of_shown(rounded))))
    said = indicator_words(language, value, definition)
    reason = edition.word("note", "no_value", reason=said.reason_behind) if said.reason else None
    return [
        Cell(value.code, CODE),
        Cell(said.name),
        number,
        Cell(language.word("demography", "unit", value.unit) if value.unit else None),
        Cell(value.year, PLAIN_WHOLE) if value.since is None else Cell(f"{value.since}–{value.year}", CENTRE),
        Cell(language.choice("sex", value.sex) or None, CENTRE),
        Cell(value.area or None),
        Cell(said.variant or None),
        Cell(said.definition or None),
        Cell(said.source or None),
        Cell(reason, TEXT),
    ]


def decimals_of_shown(value: Decimal) -> int:
    """Decimal places as rounded for showing, zeros at the end included."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
