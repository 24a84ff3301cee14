"""One sheet per register: every field of a kind as a column, a record a row."""

from __future__ import annotations

from collections.abc import Sequence

from mainstreamer.domain.fields import Choice, FieldSpec, Money, YesNo
from mainstreamer.domain.kinds import KINDS
from mainstreamer.exchange.cells import SPARE_ROWS, Cell, Sheet, Subject, column_letter
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import fit_header, fit_heights, fitted_widths, word_width
from mainstreamer.exchange.styles import BAND, HEADER, HIDDEN, NOTE, PLAIN, TITLE


def register_sheet(edition: Edition, kind: str, part: str = "register") -> Sheet:
    """The sheet of one register. Row 1 and column A are hidden: they hold the codes by which an edited copy is read."""
    sheet = edition.sheet(kind, part)
    fields = edition.fields(kind)
    if kind == "population_table":
        fields = {name: spec for name, spec in fields.items() if name != "table"}
    codes = ("uid", *fields)
    headers = [_header(edition, kind, name, spec) for name, spec in fields.items()]
    bands = [edition.language.word("group", kind, spec.group) for spec in fields.values()]
    records = edition.records(kind)
    start_table(sheet, kind, codes, edition.word("note", "records", count=len(records)))
    add_bands(sheet, bands)
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    makers = [edition.maker(kind, name) for name in fields]
    for record in records:
        cells = [make(getattr(record, name)) for make, name in zip(makers, fields, strict=True)]
        sheet.add([Cell(record.uid, HIDDEN), *cells], Subject(kind, record.uid, codes))
    finish_table(edition, sheet, header, len(records), headers)
    add_choice_lists(edition, sheet, kind, list(fields), header + 1)
    named = KINDS[kind].title
    place = list(fields).index(named) + 2 if named in fields else 2
    sheet.freeze = f"{column_letter(min(place, 3) + 1)}{header + 1}"
    return sheet


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
) -> None:
    """Freeze, filter, widths, print set-up of a table whose header stands in row `header` from column B on."""
    last = column_letter(len(headers) + 1)
    sheet.records = records
    if not records:
        sheet.add([None, Cell(edition.word("note", "empty"), NOTE)])
    bottom = header + max(records, 1)
    sheet.freeze = f"C{header + 1}"
    sheet.filter = f"B{header}:{last}{bottom}"
    sheet.print_area = f"B2:{last}{bottom}"
    sheet.title_rows = f"{header - 1}:{header}"
    if widths is None:
        found = fitted_widths(sheet, header, headers)
    else:
        found = {place: max(widths[place], word_width(text)) for place, text in enumerate(headers, 2)}
    sheet.widths.update(found)
    fit_header(sheet, header, headers)
    fit_heights(sheet, header + 1)


def add_choice_lists(edition: Edition, sheet: Sheet, kind: str, columns: Sequence[str], first: int) -> None:
    """Offer the words of closed lists in their columns, on the rows in use and the spare ones below."""
    fields = KINDS[kind].fields
    last = len(sheet.rows) + SPARE_ROWS
    for place, name in enumerate(columns, 2):
        spec = fields.get(name)
        if spec is None:
            continue
        letter = column_letter(place)
        if isinstance(spec.type, YesNo):
            sheet.choices.append((f"{letter}{first}:{letter}{last}", "list_yes_no"))
        elif isinstance(spec.type, Choice) and spec.type.codes:
            sheet.choices.append((f"{letter}{first}:{letter}{last}", f"list_{spec.type.choices}"))


def frame_sheet(edition: Edition) -> Sheet:
    """All fields of the plan's frame, one below the other."""
    sheet = edition.sheet("frame", "front")
    frame = edition.plan.frame
    sheet.add([Cell("mainstreamer:plan:frame", HIDDEN), Cell("uid", HIDDEN), Cell(frame.uid, HIDDEN)])
    sheet.hidden_rows.add(1)
    sheet.hidden_columns.add(1)
    sheet.add([None, Cell(sheet.title, TITLE)])
    sheet.heights[2] = 24
    sheet.add([None, Cell(edition.word("note", "frame"), NOTE)])
    header = sheet.add(
        [None, Cell(edition.word("column", "field"), HEADER), Cell(edition.word("column", "value"), HEADER)]
    )
    group = ""
    shown = edition.fields("plan")
    for name in (name for names in KINDS["plan"].groups.values() for name in names if name in shown):
        if shown[name].group != group:
            group = shown[name].group
            sheet.add([None, Cell(edition.language.word("group", "plan", group), BAND), Cell(None, BAND)])
        cell = edition.maker("plan", name)(getattr(frame, name))
        look = cell.look._replace(align="text")
        subject = Subject("plan", frame.uid, ("", "", name))
        sheet.add(
            [
                Cell(name, HIDDEN),
                Cell(edition.language.field("plan", name), PLAIN._replace(line="thin")),
                cell._replace(look=look),
            ],
            subject,
        )
    sheet.records = 1
    sheet.widths.update({1: 10, 2: 38, 3: 90})
    sheet.freeze = f"C{header + 1}"
    sheet.print_area = f"B2:C{len(sheet.rows)}"
    sheet.title_rows = f"{header}:{header}"
    sheet.heights[header] = 22
    fit_heights(sheet, header + 1)
    return sheet
