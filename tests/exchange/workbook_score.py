"""Marks an exported workbook as a stranger would who has the file, openpyxl and the plan: check by check, with the faults."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from mainstreamer.domain.fields import Choice, Date, FieldSpec, Money, Text, Year, YesNo
from mainstreamer.domain.fields import Number as AnyNumber
from mainstreamer.domain.fields import Whole as AnyWhole
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.cells import CELL_LIMIT, fit_characters

HEADER_FILL = "000F5D73"
_NAME = re.compile(r"[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*")
_NO_NAME = re.compile(r"[A-Za-z]{1,3}[0-9]{1,7}|[Rr][0-9]*[Cc][0-9]*")


@dataclass
class Register:
    """A sheet that holds records: its kind, the column number of each field, the rows of its records by uid."""

    page: Worksheet
    kind: str
    columns: dict[str, int]
    rows: dict[str, int]
    header: int

    def area(self, field: str) -> tuple[int, int, int]:
        """Column, first and last row with records."""
        return self.columns[field], min(self.rows.values()), max(self.rows.values())


class Book:
    """A workbook under the eyes of a stranger. `base` is the preset it should follow, `words` gives label and word lists."""

    def __init__(
        self, path: Path, plan: Plan, base: str, label: Callable[[str, str], str], right_to_left: bool
    ) -> None:
        self.path, self.plan, self.base, self.label, self.right_to_left = path, plan, base, label, right_to_left
        self.book = load_workbook(path)
        self.values = load_workbook(path, data_only=True)

    @property
    def pages(self) -> list[Worksheet]:
        return [page for page in self.book.worksheets if page.sheet_state == "visible"]

    @cached_property
    def registers(self) -> list[Register]:
        found = []
        for page in self.pages:
            mark = str(page["A1"].value or "")
            kind = mark.removeprefix("mainstreamer:")
            if not mark.startswith("mainstreamer:") or kind not in KINDS:
                continue
            codes = {str(cell.value): cell.column for cell in page[1][1:] if cell.value}
            columns = {code: column for code, column in codes.items() if code in KINDS[kind].fields}
            rows = {}
            header = 0
            for row in range(2, page.max_row + 1):
                uid = str(page.cell(row, 1).value or "")
                if uid == "uid":
                    header = row
                elif header and self.plan.find(kind, uid) is not None:
                    rows[uid] = row
            if columns and header:
                found.append(Register(page, kind, columns, rows, header))
        return found

    @cached_property
    def action(self) -> Register:
        return next(one for one in self.registers if one.kind == "action")

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as package:
            return {name: package.read(name) for name in package.namelist()}

    @cached_property
    def texts(self) -> set[str]:
        return {
            cell.value
            for page in self.book.worksheets
            for row in page.iter_rows()
            for cell in row
            if isinstance(cell.value, str)
        }

    def cells(self, want: Callable[[FieldSpec], bool]) -> Iterator[tuple[Register, str, Any, Any]]:
        """Cells of fields of some type: register, field, the value in the plan, the cell."""
        for register in self.registers:
            for field, column in register.columns.items():
                if want(KINDS[register.kind].fields[field]):
                    for uid, row in register.rows.items():
                        yield (
                            register,
                            field,
                            self.plan.value(register.kind, uid, field),
                            register.page.cell(row, column),
                        )


Fault = str
Check = Callable[[Book], Iterator[Fault]]
CHECKS: dict[str, Check] = {}


def check(run: Check) -> Check:
    CHECKS[run.__name__] = run
    return run


def score(book: Book) -> dict[str, list[Fault]]:
    """What is wrong by check; checks in order that find nothing wrong have an empty list."""
    return {name: list(run(book)) for name, run in CHECKS.items()}


def _named(book: Book, formula: str) -> tuple[str, str] | None:
    """Sheet and area that the formula of a list refers to, by a defined name or directly."""
    text = formula.lstrip("=")
    if text in book.book.defined_names:
        text = book.book.defined_names[text].attr_text
    sheet, _, area = text.rpartition("!")
    return (sheet.strip("'").replace("''", "'"), area.replace("$", "")) if sheet else None


def _covers(area: str, column: int, first: int, last: int) -> bool:
    for part in str(area).split():
        left, top, right, bottom = range_boundaries(part)
        if left <= column <= right and top <= first and bottom >= last:
            return True
    return False


# -- values ----------------------------------------------------------------------------------------------------------


@check
def dates_are_dates(book: Book) -> Iterator[Fault]:
    for register, field, value, cell in book.cells(lambda spec: isinstance(spec.type, Date)):
        if (
            value is not None
            and value.year > 1900
            and not (isinstance(cell.value, datetime) and cell.value.date() == value)
        ):
            yield f"{register.kind}.{field} {cell.coordinate}: {cell.value!r}"


@check
def numbers_are_numbers(book: Book) -> Iterator[Fault]:
    for register, field, value, cell in book.cells(lambda spec: isinstance(spec.type, AnyNumber | AnyWhole)):
        if value is not None and (
            not isinstance(cell.value, int | float) or abs(float(value) - cell.value) > abs(float(value)) * 1e-12
        ):
            yield f"{register.kind}.{field} {cell.coordinate}: {cell.value!r} for {value!r}"


@check
def every_record_has_its_row_and_uid(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        wanted = {row.uid for row in book.plan.all(register.kind)}
        if register.kind == "evidence" and book.base == "public":
            wanted = {row.uid for row in book.plan.evidence if not row.confidential}
        if register.kind == "answer":
            # Answers to items that are out of use wait in the plan.
            wanted &= set(register.rows)
        if wanted != set(register.rows):
            yield f"{register.kind}: {len(wanted)} records, {len(register.rows)} rows"


@check
def every_text_is_there(book: Book) -> Iterator[Fault]:
    for register, field, value, cell in book.cells(
        lambda spec: type(spec.type) is Text or spec.type.name == "long_text"
    ):
        if not value or (book.base == "public" and register.kind == "answer"):
            # A finding that rests on confidential evidence is not published.
            continue
        shown = "" if cell.value is None else str(cell.value).replace("_x005F_", "_")
        clean = fit_characters(str(value))
        if shown != clean and not (len(clean) > CELL_LIMIT // 2 and shown[:100] == clean[:100]):
            yield f"{register.kind}.{field} {cell.coordinate}: {shown[:60]!r}"


@check
def texts_are_no_formulas(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        for column in register.columns.values():
            for row in register.rows.values():
                cell = register.page.cell(row, column)
                if cell.data_type == "f":
                    yield f"{register.page.title}!{cell.coordinate}: {cell.value}"
                elif isinstance(cell.value, str) and cell.value[:1] in "=+-@\t" and not cell.quotePrefix:
                    yield f"{register.page.title}!{cell.coordinate}: {cell.value[:40]!r} is not marked as text"


@check
def no_cell_is_longer_than_a_cell(book: Book) -> Iterator[Fault]:
    for text in book.texts:
        if len(text.encode("utf-16-le")) // 2 > CELL_LIMIT:
            yield text[:60]


@check
def formulas_have_values_and_no_errors(book: Book) -> Iterator[Fault]:
    for page in book.book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    shown = book.values[page.title][cell.coordinate].value
                    if isinstance(shown, str) and shown.startswith("#"):
                        yield f"{page.title}!{cell.coordinate}: {shown}"
                    if len(str(cell.value)) > 8192:
                        yield f"{page.title}!{cell.coordinate}: formula of {len(str(cell.value))} characters"


# -- look ------------------------------------------------------------------------------------------------------------


@check
def headers_speak_the_language(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        for field, column in register.columns.items():
            cell = register.page.cell(register.header, column)
            if not cell.value or (cell.value == field and book.label(register.kind, field) != field):
                yield f"{register.kind}.{field} {cell.coordinate}: {cell.value!r}"


@check
def headers_have_a_style(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        for field, column in register.columns.items():
            cell = register.page.cell(register.header, column)
            if not cell.font.bold or cell.fill.fgColor.rgb != HEADER_FILL or not cell.alignment.wrap_text:
                yield f"{register.kind}.{field} {cell.coordinate}"


@check
def panes_are_frozen(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        frozen = register.page.freeze_panes
        if not frozen or int(re.sub(r"\D", "", frozen)) != register.header + 1:
            yield f"{register.page.title}: {frozen}"


@check
def widths_and_heights_are_possible(book: Book) -> Iterator[Fault]:
    for page in book.pages:
        for letter, column in page.column_dimensions.items():
            if not 0 < column.width <= 255:
                yield f"{page.title} {letter}: width {column.width}"
        for number, row in page.row_dimensions.items():
            if row.height is not None and not 0 < row.height <= 409.5:
                yield f"{page.title} row {number}: height {row.height}"


@check
def long_texts_wrap(book: Book) -> Iterator[Fault]:
    for register, field, _, cell in book.cells(lambda spec: spec.type.name == "long_text"):
        if not cell.alignment.wrap_text:
            yield f"{register.kind}.{field} {cell.coordinate}"


@check
def amounts_have_a_number_format(book: Book) -> Iterator[Fault]:
    for register, field, _, cell in book.cells(lambda spec: isinstance(spec.type, Money)):
        if "#,##0" not in cell.number_format:
            yield f"{register.kind}.{field} {cell.coordinate}: {cell.number_format}"
    for register, field, value, cell in book.cells(lambda spec: isinstance(spec.type, Year)):
        if value is not None and "," in cell.number_format:
            yield f"{register.kind}.{field} {cell.coordinate}: a year with thousands"


@check
def fonts_are_named(book: Book) -> Iterator[Fault]:
    for page in book.pages:
        names = {cell.font.name for row in page.iter_rows() for cell in row if cell.value is not None}
        if len(names) > 1:
            yield f"{page.title}: {names}"


# -- tables, lists, checks -------------------------------------------------------------------------------------------


@check
def tables_or_filters_hold_the_uids(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        page = register.page
        areas = [table.ref for table in page.tables.values()] or [page.auto_filter.ref]
        if book.base == "print":
            continue
        if not any(
            area and _covers(area, 1, register.header, max(register.rows.values(), default=register.header))
            for area in areas
        ):
            yield f"{page.title}: {areas}"


@check
def tables_are_as_excel_wants_them(book: Book) -> Iterator[Fault]:
    names = [name.casefold() for name in book.book.defined_names]
    for page in book.book.worksheets:
        for table in page.tables.values():
            names.append(table.displayName.casefold())
            if (
                not _NAME.fullmatch(table.displayName)
                or _NO_NAME.fullmatch(table.displayName)
                or len(table.displayName) > 255
            ):
                yield f"{page.title}: name {table.displayName!r}"
            left, top, right, bottom = range_boundaries(table.ref)
            heads = [page.cell(top, column).value for column in range(left, right + 1)]
            columns = [re.sub(r"_x000[aA]_", "\n", column.name) for column in table.tableColumns]
            if columns != heads:
                yield f"{page.title}: columns {[pair for pair in zip(columns, heads, strict=False) if pair[0] != pair[1]][:3]}"
            if len({str(head).casefold() for head in heads}) != len(heads):
                yield f"{page.title}: a heading twice"
            if bottom <= top:
                yield f"{page.title}: no row"
            if page.auto_filter.ref:
                yield f"{page.title}: a filter beside the table"
            for area in page.merged_cells.ranges:
                if area.min_row <= bottom and area.max_row >= top:
                    yield f"{page.title}: merged cells in the table"
    for name in {name for name in names if names.count(name) > 1}:
        yield f"name twice: {name}"


@check
def choices_have_lists(book: Book) -> Iterator[Fault]:
    if book.base == "print":
        return
    for register in book.registers:
        for field, column in register.columns.items():
            type_ = KINDS[register.kind].fields[field].type
            if not (isinstance(type_, YesNo) or (isinstance(type_, Choice) and type_.codes)):
                continue
            first = register.header + 1
            lists = [
                one
                for one in register.page.data_validations.dataValidation
                if one.type == "list" and _covers(one.sqref, column, first, first)
            ]
            if not lists:
                yield f"{register.kind}.{field}: no list"
                continue
            where = _named(book, lists[0].formula1)
            if where is None or where[0] not in book.book.sheetnames:
                yield f"{register.kind}.{field}: list {lists[0].formula1}"
                continue
            offered = {
                cell.value
                for row in book.book[where[0]][where[1]]
                for cell in (row if isinstance(row, tuple) else (row,))
            }
            used = {register.page.cell(row, column).value for row in register.rows.values()} - {None}
            if not used <= offered:
                yield f"{register.kind}.{field}: {used - offered} not offered"


@check
def numbers_and_dates_are_checked(book: Book) -> Iterator[Fault]:
    if book.base == "print":
        return
    for register in book.registers:
        for field, column in register.columns.items():
            type_ = KINDS[register.kind].fields[field].type
            if not isinstance(type_, Money | Date | AnyWhole):
                continue
            first = register.header + 1
            found = [
                one for one in register.page.data_validations.dataValidation if _covers(one.sqref, column, first, first)
            ]
            if not found:
                yield f"{register.kind}.{field}: no check"
            elif not (found[0].error and found[0].showErrorMessage):
                yield f"{register.kind}.{field}: a check without a message"


@check
def messages_fit(book: Book) -> Iterator[Fault]:
    for page in book.book.worksheets:
        for one in page.data_validations.dataValidation:
            if len(one.error or "") > 255 or len(one.prompt or "") > 255:
                yield f"{page.title} {one.sqref}: message"
            if len(one.errorTitle or "") > 32 or len(one.promptTitle or "") > 32:
                yield f"{page.title} {one.sqref}: title"
            if len(one.formula1 or "") > 255 and (one.formula1 or "").startswith('"'):
                yield f"{page.title} {one.sqref}: a list of {len(one.formula1)} characters"


@check
def conditional_formats_are_there(book: Book) -> Iterator[Fault]:
    if book.base != "print" and len(book.action.page.conditional_formatting) < 3:
        yield f"action plan: {len(book.action.page.conditional_formatting)}"
    if book.base != "print":
        drawn = [page for page in book.pages if page["A1"].value == "mainstreamer:timeline"]
        if not drawn or not drawn[0].conditional_formatting:
            yield "timeline: none"


@check
def headers_are_explained(book: Book) -> Iterator[Fault]:
    if book.base == "print":
        return
    page, header = book.action.page, book.action.header
    missing = [field for field, column in book.action.columns.items() if page.cell(header, column).comment is None]
    if missing:
        yield f"action plan without notes: {missing}"


@check
def input_is_open_and_ids_are_shut(book: Book) -> Iterator[Fault]:
    if book.base == "print":
        return
    for register in book.registers:
        if not register.page.column_dimensions["A"].hidden or not register.page.row_dimensions[1].hidden:
            yield f"{register.page.title}: codes are shown"
        for uid, row in list(register.rows.items())[:3]:
            if not register.page.cell(row, 1).protection.locked:
                yield f"{register.page.title}: {uid} is unlocked"
            for field, column in register.columns.items():
                if (
                    register.page.cell(row, column).protection.locked
                    and f"{register.kind}.{field}" != "answer.item"
                    and KINDS[register.kind].fields[field].type.name != "attachment"
                ):
                    yield f"{register.kind}.{field} {get_column_letter(column)}{row} is locked"


# -- paper, languages, the package -----------------------------------------------------------------------------------


@check
def pages_are_set_up_for_paper(book: Book) -> Iterator[Fault]:
    for page in book.pages:
        setup = page.page_setup
        wide = 1 if book.base == "print" else 2
        if setup.orientation != "landscape" or str(setup.paperSize) != "8" or not 1 <= (setup.fitToWidth or 0) <= wide:
            yield f"{page.title}: {setup.orientation} {setup.paperSize} {setup.fitToWidth}"
        if not page.sheet_properties.pageSetUpPr.fitToPage:
            yield f"{page.title}: not fitted to the width"
        if "&P" not in str(page.oddFooter.right.text) or "&N" not in str(page.oddFooter.right.text):
            yield f"{page.title}: no page numbers"


@check
def tables_repeat_their_headers(book: Book) -> Iterator[Fault]:
    for register in book.registers:
        if not register.page.print_title_rows:
            yield register.page.title
        if not register.page.print_area:
            yield f"{register.page.title}: no print area"


@check
def sheet_names_are_legal(book: Book) -> Iterator[Fault]:
    names = book.book.sheetnames
    for name in names:
        if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name) or name.strip("'") != name or not name.strip():
            yield name
    if len({name.casefold() for name in names}) != len(names):
        yield f"twice: {names}"


@check
def sheets_run_in_the_direction_of_the_language(book: Book) -> Iterator[Fault]:
    for page in book.pages:
        if bool(page.sheet_view.rightToLeft) != book.right_to_left:
            yield page.title


@check
def a_summary_with_charts_comes_first(book: Book) -> Iterator[Fault]:
    charts = [name for name in book.parts if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    if len(charts) < 3:
        yield f"{len(charts)} charts"
    for name in charts:
        areas = re.findall(rb"<(?:c:)?f>([^<]+)</(?:c:)?f>", book.parts[name])
        if not areas:
            yield f"{name}: over no cells"
        for area in areas:
            sheet = (
                area.decode()
                .rpartition("!")[0]
                .strip("'")
                .replace("''", "'")
                .replace("&amp;", "&")
                .replace("&apos;", "'")
            )
            if sheet not in book.book.sheetnames:
                yield f"{name}: {area.decode()}"
    if not book.pages[1]._charts:
        yield "the second sheet has no charts"


@check
def defined_names_lead_somewhere(book: Book) -> Iterator[Fault]:
    for name, defined in book.book.defined_names.items():
        for sheet in re.findall(r"'((?:[^']|'')+)'!", defined.attr_text):
            if sheet.replace("''", "'") not in book.book.sheetnames:
                yield f"{name}: {defined.attr_text}"
        if "#REF!" in defined.attr_text:
            yield f"{name}: {defined.attr_text}"


@check
def the_way_back_is_marked(book: Book) -> Iterator[Fault]:
    page = book.book["_mainstreamer"]
    facts = {row[0].value: row[1].value for row in page.iter_rows()}
    if (
        page.sheet_state == "visible"
        or facts.get("plan") != book.plan.uid
        or not facts.get("vector")
        or not facts.get("preset")
    ):
        yield str(facts)


@check
def persons_stay_out_of_the_public_one(book: Book) -> Iterator[Fault]:
    if book.base != "public":
        return
    public = {row.name for row in book.plan.institutions} | {row.acronym for row in book.plan.institutions}
    for kind, description in KINDS.items():
        for field in (name for name, spec in description.fields.items() if spec.person):
            for row in book.plan.all(kind):
                said = getattr(row, field)
                if said and said not in public and any(said in text for text in book.texts):
                    yield f"{kind}.{field}"


@check
def the_package_is_sound(book: Book) -> Iterator[Fault]:
    parts = book.parts
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    named = {node.get("PartName") for node in types if node.tag.endswith("Override")}
    kinds = {node.get("Extension") for node in types if node.tag.endswith("Default")}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            ElementTree.fromstring(content)
        if f"/{name}" not in named and name.rpartition(".")[2] not in kinds:
            yield f"{name}: no content type"
        if name.endswith(".rels"):
            ids = [node.get("Id") for node in ElementTree.fromstring(content)]
            if len(ids) != len(set(ids)):
                yield f"{name}: an id twice"
    for name in named:
        if name and name.lstrip("/") not in parts:
            yield f"{name}: named, not there"
