"""One sheet per register: every field of a kind as a column, a record a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from mainstreamer.domain.fields import FieldSpec, Link, Links, Money
from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Sheet, Subject
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.input_table import At, InputTable, blank_row, header_row, unlike
from mainstreamer.exchange.layout import fit_header, fit_heights, fitted_widths, spread_pages, word_width
from mainstreamer.exchange.offers import offer_register
from mainstreamer.exchange.styles import BAND, HIDDEN, NOTE, TITLE, Look, shaded

_LINKED = frozenset(
    spec.type.kind for kind in KINDS.values() for spec in kind.fields.values() if isinstance(spec.type, Link | Links)
)
"""Kinds that fields of others refer to: their names are offered."""


class Calculated(NamedTuple):
    """A column of a register that is calculated: its code (`~` first), header, and for a record (or none, in a blank row) value
    and formula."""

    code: str
    header: str
    value: Callable[[Record | None], int | Decimal | str]
    formula: Callable[[At], str]
    look: Look


def register_sheet(
    edition: Edition, kind: str, part: str = "register", calculated: Sequence[Calculated] = (), band: str = ""
) -> Sheet:
    """The sheet of one register. Row 1 and column A are hidden: they hold the codes by which an edited copy is read."""
    sheet = edition.sheet(kind, part)
    fields = edition.fields(kind)
    if kind == "population_table":
        fields = {name: spec for name, spec in fields.items() if name != "table"}
    codes = (*fields, *(column.code for column in calculated))
    labels = [_header(edition, kind, name, spec) for name, spec in fields.items()]
    headers = unlike([*labels, *(column.header for column in calculated)])
    bands = [edition.language.word("group", kind, spec.group) for spec in fields.values()]
    records = edition.records(kind)
    start_table(sheet, kind, ("uid", *codes), _note(edition, kind, fields, len(records)))
    add_bands(sheet, bands + [band] * len(calculated))
    header = sheet.add(header_row(codes, headers))
    formulas = {column.code: column.formula for column in calculated}
    looks = {column.code: column.look for column in calculated}
    table = InputTable(edition, sheet, kind, codes, headers, header, formulas=formulas, looks=looks)
    _add_records(edition, table, fields, records, calculated)
    blank = blank_row(edition, kind, list(fields)) + _calculated_cells(calculated, None, table.at(header + 1))
    finish_table(edition, sheet, header, len(records), headers, blank=blank)
    named = KINDS[kind].title
    place = codes.index(named) + 2 if named in fields else 2
    sheet.freeze = f"{column_letter(min(place, 3) + 1)}{header + 1}"
    spread_pages(sheet, min(place, 3), len(codes) + 1)
    if kind in _LINKED and place > 1 and named in fields:
        offer_register(edition, sheet, kind, place, header + 1)
    table.furnish()
    return sheet


def _add_records(
    edition: Edition,
    table: InputTable,
    fields: Mapping[str, FieldSpec],
    records: Sequence[Record],
    calculated: Sequence[Calculated],
) -> None:
    sheet, kind, codes = table.sheet, table.kind, ("uid", *table.codes)
    makers = [edition.maker(kind, name) for name in fields]
    for record in records:
        cells = [make(getattr(record, name)) for make, name in zip(makers, fields, strict=True)]
        at = table.at(sheet.next_row)
        cells += _calculated_cells(calculated, record, at)
        sheet.add([Cell(record.uid, HIDDEN), *cells], Subject(kind, record.uid, codes))


def _calculated_cells(calculated: Sequence[Calculated], record: Record | None, at: At) -> list[Cell]:
    return [Cell(column.value(record), shaded(column.look), column.formula(at)) for column in calculated]


def _note(edition: Edition, kind: str, fields: Mapping[str, FieldSpec], records: int) -> str:
    """How many there are, and what the colours of the sheet mean."""
    words = [edition.word("note", "records", count=records)]
    if any(spec.compulsory for spec in fields.values()):
        words.append(edition.word("note", "compulsory"))
    return " ".join(words)


def _header(edition: Edition, kind: str, name: str, spec: FieldSpec) -> str:
    label = edition.language.field(kind, name)
    return edition.amount_header(label) if isinstance(spec.type, Money) else label


def start_table(sheet: Sheet, kind: str, codes: Sequence[str], note: str, mark: str = "") -> None:
    """The three rows above every table: hidden codes, title, note. Codes that begin with `~` are never read back."""
    sheet.add([Cell(f"mainstreamer:{kind}{mark}", HIDDEN), *(Cell(code, HIDDEN) for code in codes[1:])])
    sheet.hidden_rows.add(1)
    sheet.hidden_columns.add(1)
    sheet.add([None, Cell(sheet.heading or sheet.title, TITLE)])
    sheet.heights[2] = 24
    if sheet.notice:
        note = f"{sheet.notice} {note}"
    sheet.add([None, Cell(note, NOTE)])


def add_bands(sheet: Sheet, bands: Sequence[str]) -> int:
    """The row of band titles above the header: a title where a band begins, its colour all along."""
    cells: list[Cell | None] = [None]
    before = ""
    for band in bands:
        cells.append(Cell(band if band != before else None, BAND))
        before = band
    return sheet.add(cells)


def finish_table(
    edition: Edition,
    sheet: Sheet,
    header: int,
    records: int,
    headers: Sequence[str],
    widths: dict[int, float] | None = None,
    blank: Sequence[Cell | None] = (),
) -> None:
    """Freeze, filter, widths, print set-up of a table whose header stands in row `header` from column B on. The filter begins
    in column A: a spreadsheet sorts only what is inside it. Without records there is one `blank` row."""
    last = column_letter(len(headers) + 1)
    sheet.records = records
    if not records:
        sheet.add(blank)
        said = sheet.rows[2][1]
        sheet.put(3, 2, Cell(" ".join(filter(None, (said and str(said.value), edition.word("note", "empty")))), NOTE))
    bottom = header + max(records, 1)
    sheet.freeze = f"C{header + 1}"
    sheet.filter = f"A{header}:{last}{bottom}"
    sheet.print_area = f"B2:{last}{bottom}"
    sheet.title_rows = f"{header - 1}:{header}"
    if widths is None:
        found = fitted_widths(sheet, header, headers)
    else:
        found = {place: max(widths[place], word_width(text)) for place, text in enumerate(headers, 2)}
    sheet.widths.update(found)
    fit_header(sheet, header, headers, buttons=True)
    fit_heights(sheet, header + 1)
