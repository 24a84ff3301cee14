"""What an export had written into the sheets that people write in: worked out again from the plan as it was then.

The sheets are made by the very functions that made the export, over the plan at its version vector, in its languages and
preset. What stands in a cell today is compared with that, so that nothing a spreadsheet does to a cell counts as an edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_frame import frame_sheet
from mainstreamer.exchange.technical_in import Technical
from mainstreamer.exchange.workbook_out import MAKERS, Making, workbook_sheets
from mainstreamer.knowledge import plan_checklist
from mainstreamer.language import SHIPPED
from mainstreamer.language.both import spoken

MARK = "mainstreamer:"
"""How the first cell of an exported sheet begins; the kind of its rows follows."""
CALCULATED = "~"
"""How the codes of columns begin that are never read back, and of rows that are no records."""
HEADER = "uid"
"""What stands in the hidden column beside the headings."""

Row = Sequence[Cell | None]


@dataclass(frozen=True)
class ExportedSheet:
    """One sheet as it was written. `mark` is the code of its first cell; `codes` are those of its columns from the second on,
    `rows` its records by uid, both in their order; `headings` what stood above each column, in the languages of the export
    first and then in all shipped ones."""

    key: str
    kind: str
    title: str
    mark: str
    codes: tuple[str, ...]
    headings: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, Row]

    def written(self, uid: str, code: str) -> Cell | None:
        """The cell that the export had written for a field of a record; None where it wrote none."""
        row = self.rows.get(uid, ())
        place = self.codes.index(code) + 1
        return row[place] if place < len(row) else None


def edition_of(technical: Technical, plan: Plan, codes: Sequence[str] = ()) -> Edition:
    """The export again, over the plan as it was; or the same in other languages."""
    speech = spoken(codes or technical.languages)
    return Edition(
        plan, plan_checklist(plan, speech.code), speech, technical.spec, technical.exported, technical.vector
    )


def kind_of_sheet(key: str) -> str:
    """The kind whose records are the rows of a sheet; empty for a sheet of which nothing comes back."""
    return "answer" if key == "checklist" else key if key in KINDS and key in MAKERS else ""


def written_sheets(technical: Technical, plan: Plan) -> dict[str, Sheet]:
    """All sheets of the export by their key."""
    return {sheet.key: sheet for sheet in workbook_sheets(edition_of(technical, plan))}


def exported_sheets(
    technical: Technical, plan: Plan, written: Mapping[str, Sheet] = MappingProxyType({})
) -> Iterator[ExportedSheet]:
    """Every sheet of the export in which people write and whose rows are records; `written` are those made already."""
    edition = edition_of(technical, plan)
    # Headings in other languages need no rows.
    bare = Plan(plan.uid, {"plan": plan.entries.get("plan", {})})
    editions = [edition_of(technical, bare, (code,)) for code in SHIPPED]
    for key in technical.titles:
        kind = kind_of_sheet(key)
        if not kind:
            continue
        sheets = [written.get(key) or MAKERS[key](Making(edition))]
        sheets += [MAKERS[key](Making(other)) for other in editions]
        headings: dict[str, tuple[str, ...]] = {}
        for sheet in sheets:
            for code, heading in _headings(sheet).items():
                headings[code] = tuple(dict.fromkeys((*headings.get(code, ()), heading)))
        first = sheets[0].rows[0]
        mark, *codes = (str(cell.value or "") if cell is not None else "" for cell in first)
        yield ExportedSheet(key, kind, technical.titles[key], mark, tuple(codes), headings, _records(sheets[0]))


def exported_frame(technical: Technical, plan: Plan) -> dict[str, Cell]:
    """The cell of each field of the frame; empty where the export has no such sheet."""
    if "frame" not in technical.titles:
        return {}
    sheet = frame_sheet(edition_of(technical, plan))
    found: dict[str, Cell] = {}
    for row in sheet.rows[1:]:
        name = str(row[0].value) if row and row[0] is not None else ""
        if name in KINDS["plan"].fields and row[2] is not None:
            found[name] = row[2]
    return found


def _headings(sheet: Sheet) -> dict[str, str]:
    codes = sheet.rows[0]
    found: dict[str, str] = {}
    for row in sheet.rows:
        if row and row[0] is not None and row[0].value == HEADER:
            for code, cell in zip(codes[1:], row[1:], strict=False):
                if code is not None and cell is not None and cell.value:
                    found[str(code.value)] = str(cell.value)
            break
    return found


def _records(sheet: Sheet) -> dict[str, Row]:
    """Rows by the uid in their first cell; the codes, the headings and rows that are no records left out."""
    found: dict[str, Row] = {}
    for row in sheet.rows[1:]:
        uid = row[0].value if row and row[0] is not None else None
        if isinstance(uid, str) and uid != HEADER and not uid.startswith(CALCULATED):
            found[uid] = row
    return found
