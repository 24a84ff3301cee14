"""Exports a plan as an Excel workbook that a ministry can circulate, verified by reading it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mainstreamer import knowledge
from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.indicators import indicator_values
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness import findings
from mainstreamer.errors import BadArgument
from mainstreamer.exchange.book import Properties
from mainstreamer.exchange.cells import CutText, Sheet, fit_text
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_actions import action_sheet
from mainstreamer.exchange.sheets_approval import approval_sheet
from mainstreamer.exchange.sheets_checklist import checklist_sheet, progress_sheet, readiness_sheet
from mainstreamer.exchange.sheets_cover import cover_sheet
from mainstreamer.exchange.sheets_demography import demography_sheet
from mainstreamer.exchange.sheets_frame import frame_sheet
from mainstreamer.exchange.sheets_glossary import glossary_sheet
from mainstreamer.exchange.sheets_lists import lists_sheet, technical_sheet
from mainstreamer.exchange.sheets_objectives import objectives_sheet
from mainstreamer.exchange.sheets_registers import register_sheet
from mainstreamer.exchange.sheets_timeline import timeline_sheet
from mainstreamer.exchange.writing import check_target, write_workbook
from mainstreamer.language.language import Language

PRESETS = ("full", "print", "public")

PLAN_REGISTERS = ("action_indicator", "observation", "objective")
"""Registers that belong with the action plan, in the order of their sheets."""

REGISTERS = (
    "body", "membership", "institution", "consultation", "evidence", "population_table", "sector_issue", "treaty", "agreement",
    "corridor", "custom_item", "baseline",
)  # fmt: skip
"""The other registers in the order of the steps."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ExportReport:
    """What was written: titles and numbers of records of the sheets, and the texts that did not fit into a cell."""

    path: Path
    sheets: tuple[tuple[str, int], ...]
    findings: tuple[CutText, ...]


def _silent(done: int, total: int) -> None:
    return None


def export_workbook(
    plan: Plan,
    checklist: Checklist,
    language: Language,
    target: Path,
    *,
    preset: str = "full",
    today: date,
    vector: Mapping[str, int] | None = None,
    progress: Progress = _silent,
) -> ExportReport:
    """Write a plan as a workbook in a language.

    Presets: `full` is everything; `print` is the cover and the columns of the action plan that fit on A3; `public` leaves
    out personal data and confidential evidence. `vector` is what the exported copy knew, for the way back.
    `progress(done, total)` counts rows and may raise Cancelled; then nothing was changed.

    Raises BadArgument, MissingFolder, TargetBusy, DiskFull, WriteFailed, ExportNotVerified.
    """
    if preset not in PRESETS:
        raise BadArgument(name="preset", value=preset, expected=", ".join(PRESETS))
    check_target(target)
    edition = Edition(plan, checklist, language, preset, today, vector)
    counter = _Counter(progress, _estimate(plan, checklist, preset))
    sheets = _sheets(edition, counter)
    counter.settle(sum(len(sheet.rows) for sheet in sheets))
    path = write_workbook(target, sheets, edition.names, _properties(edition), counter.add)
    counter.finish()
    cuts = tuple(cut for sheet in sheets for cut in sheet.cuts)
    return ExportReport(path, tuple((sheet.title, sheet.records) for sheet in sheets if not sheet.hidden), cuts)


class _Counter:
    """Rows done, told to the caller: each row counts three times, when it is made, written and read back."""

    def __init__(self, progress: Progress, rows: int) -> None:
        self._progress, self._total, self._done = progress, 3 * rows, 0
        progress(0, self._total)

    def add(self, rows: int) -> None:
        self._done = min(self._done + rows, self._total)
        self._progress(self._done, self._total)

    def settle(self, rows: int) -> None:
        """The true number of rows, when all are made."""
        self._done, self._total = rows, 3 * rows
        self._progress(self._done, self._total)

    def finish(self) -> None:
        self._progress(self._total, self._total)


def _estimate(plan: Plan, checklist: Checklist, preset: str) -> int:
    """About how many rows there will be."""
    if preset == "print":
        return len(plan.actions) + 60
    return sum(len(rows) for rows in plan.entries.values()) + len(plan.actions) + len(checklist.items) + 500


def _sheets(edition: Edition, counter: _Counter) -> list[Sheet]:
    """All sheets in the order in which they stand. Cover and readiness are made last, for they count the others."""
    edition.title("cover")
    if edition.preset == "print":
        body = [_made(action_sheet(edition), counter), _made(approval_sheet(edition), counter)]
        blocking = _blocking(edition)
        cover = cover_sheet(edition, body, blocking)
        return [cover, *body, technical_sheet(edition, [cover, *body])]
    front = [_made(frame_sheet(edition), counter)]
    for build in (action_sheet, timeline_sheet):
        front.append(_made(build(edition), counter))
    for kind in PLAN_REGISTERS:
        sheet = objectives_sheet(edition) if kind == "objective" else register_sheet(edition, kind, "plan")
        front.append(_made(sheet, counter))
    registers = [_made(register_sheet(edition, kind), counter) for kind in REGISTERS]
    values = indicator_values(edition.plan, today=edition.today)
    demography = _made(demography_sheet(edition, values, knowledge.indicators()), counter)
    status = _made(checklist_sheet(edition), counter)
    steps = _made(progress_sheet(edition, status), counter)
    lists = _made(lists_sheet(edition), counter)
    terms = _made(glossary_sheet(edition, knowledge.glossary(edition.language.code)), counter)
    made = [*front, *registers, demography, steps, status]
    found = findings(edition.plan, edition.checklist, edition.today)
    readiness = _made(readiness_sheet(edition, found, [cut for sheet in made for cut in sheet.cuts]), counter)
    blocking = sum(1 for row in found if row.severity == "blocks")
    made += [readiness, terms, lists]
    cover = cover_sheet(edition, made, blocking)
    return [cover, *made, technical_sheet(edition, [cover, *made])]


def _made(sheet: Sheet, counter: _Counter) -> Sheet:
    counter.add(len(sheet.rows))
    return sheet


def _blocking(edition: Edition) -> int:
    found = findings(edition.plan, edition.checklist, edition.today)
    return sum(1 for row in found if row.severity == "blocks")


def _properties(edition: Edition) -> Properties:
    frame, language = edition.plan.frame, edition.language
    lead = edition.plan.name_of("institution", frame.lead) if frame.lead else ""
    country = language.choice("country", frame.country)
    return Properties(
        title=_plain(frame.title or edition.word("cover", "untitled")),
        subject=_plain(edition.word("cover", "document")),
        creator=_plain(lead or "Mainstreamer"),
        language=language.code,
        keywords=_plain(
            ", ".join(filter(None, (country, f"{frame.start_year or ''}–{frame.end_year or ''}".strip("–"))))
        ),
        created=edition.today,
        plan=edition.plan.uid,
    )


def _plain(text: str) -> str:
    return fit_text(text, "")[0][:250]
