"""Exports a plan as an Excel workbook that a ministry can circulate, verified by reading it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from mainstreamer import knowledge
from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.indicators import indicator_values
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import BASES, PresetSpec
from mainstreamer.domain.publication import is_published
from mainstreamer.domain.readiness import Finding, findings
from mainstreamer.errors import BadArgument
from mainstreamer.exchange.book import Properties
from mainstreamer.exchange.cells import CutText, Sheet, fit_text
from mainstreamer.exchange.chart_words import describe_charts
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import fit_note
from mainstreamer.exchange.sheets_actions import action_sheet
from mainstreamer.exchange.sheets_approval import approval_sheet
from mainstreamer.exchange.sheets_budget import budget_sheet
from mainstreamer.exchange.sheets_checklist import checklist_sheet, progress_sheet, readiness_sheet
from mainstreamer.exchange.sheets_cover import cover_sheet
from mainstreamer.exchange.sheets_demography import demography_sheet
from mainstreamer.exchange.sheets_figures import Figures, figures_sheet
from mainstreamer.exchange.sheets_frame import frame_sheet
from mainstreamer.exchange.sheets_glossary import glossary_sheet
from mainstreamer.exchange.sheets_lists import lists_sheet, technical_sheet
from mainstreamer.exchange.sheets_objectives import objectives_sheet
from mainstreamer.exchange.sheets_registers import register_sheet
from mainstreamer.exchange.sheets_summary import summary_sheet
from mainstreamer.exchange.sheets_timeline import timeline_sheet
from mainstreamer.exchange.styles import FONT
from mainstreamer.exchange.writing import check_target, write_workbook
from mainstreamer.language.language import Language

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
    replace: bool = True,
    preset: str | PresetSpec = "full",
    today: date,
    vector: Mapping[str, int] | None = None,
    progress: Progress = _silent,
) -> ExportReport:
    """Write a plan as a workbook in a language, or in two at once (`language.both.spoken`).

    `preset` is one of a person's own, or the name of a base (`domain.presets`). `checklist` is that of the leading language;
    `vector` is what the exported copy knew, for the way back. `progress(done, total)` counts rows and may raise Cancelled;
    then nothing was changed. Without `replace` a file that is there is refused.

    Raises BadArgument, MissingFolder, TargetBusy, TargetExists, DiskFull, WriteFailed, ExportNotVerified.
    """
    if isinstance(preset, str) and preset not in BASES:
        raise BadArgument(name="preset", value=preset, expected=", ".join(BASES))
    check_target(target, replace)
    edition = Edition(plan, checklist, language, preset, today, vector)
    counter = _Counter(progress, _estimate(edition))
    sheets = workbook_sheets(edition, counter.add)
    counter.settle(sum(len(sheet.rows) for sheet in sheets))
    path = write_workbook(target, sheets, edition.names, _properties(edition), counter.add, replace)
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


def _estimate(edition: Edition) -> int:
    """About how many rows there will be."""
    wanted = edition.spec.wanted
    rows = sum(len(edition.plan.all(kind)) for kind in wanted if kind in KINDS)
    return rows + len(edition.plan.actions) * ("timeline" in wanted) + 60 + 500 * ("lists" in wanted)


@dataclass
class Making:
    """The sheets of one export while they are made."""

    edition: Edition
    sheets: dict[str, Sheet] = field(default_factory=dict)

    @cached_property
    def findings(self) -> list[Finding]:
        """What readiness finds in the whole plan, without what is said of actions and fields that are not shown."""
        edition = self.edition
        found = findings(edition.whole, edition.checklist, edition.today)
        return [row for row in found if _is_shown(edition, row)]

    @cached_property
    def figures(self) -> Figures:
        """What summary and budget add up."""
        return Figures(self.edition, self.sheets.get("action"))

    @property
    def blocking(self) -> int:
        return sum(1 for row in self.findings if row.severity == "blocks")

    def made(self) -> list[Sheet]:
        """What is made so far, in the order in which the sheets stand."""
        return [self.sheets[code] for code in MAKERS if code in self.sheets]


def _is_shown(edition: Edition, row: Finding) -> bool:
    if row.kind in ("action", "action_indicator") and row.uid and edition.whole.find(row.kind, row.uid) is not None:
        return edition.plan.find(row.kind, row.uid) is not None
    return not (edition.public and row.field in KINDS[row.kind].fields and not is_published(row.kind, row.field))


def _register(kind: str, part: str = "register") -> Callable[[Making], Sheet]:
    return lambda making: register_sheet(making.edition, kind, part)


def _demography(making: Making) -> Sheet:
    values = indicator_values(making.edition.plan, today=making.edition.today)
    return demography_sheet(making.edition, values, knowledge.indicators())


def _glossary(making: Making) -> Sheet:
    return glossary_sheet(making.edition, [knowledge.glossary(code) for code in making.edition.language.codes])


def _readiness(making: Making) -> Sheet:
    cuts = [cut for sheet in making.made() for cut in sheet.cuts]
    return readiness_sheet(making.edition, making.findings, cuts)


MAKERS: dict[str, Callable[[Making], Sheet]] = {
    "cover": lambda making: cover_sheet(making.edition, making.made(), making.blocking),
    "summary": lambda making: summary_sheet(making.edition, making.figures, making.sheets.get("checklist")),
    "frame": lambda making: frame_sheet(making.edition),
    "action": lambda making: action_sheet(making.edition),
    "timeline": lambda making: timeline_sheet(making.edition),
    "budget": lambda making: budget_sheet(making.edition, making.figures),
    "approval": lambda making: approval_sheet(making.edition),
    "action_indicator": _register("action_indicator", "plan"),
    "observation": _register("observation", "plan"),
    "objective": lambda making: objectives_sheet(making.edition),
    "body": _register("body"),
    "membership": _register("membership"),
    "institution": _register("institution"),
    "consultation": _register("consultation"),
    "evidence": _register("evidence"),
    "population_table": _register("population_table"),
    "sector_issue": _register("sector_issue"),
    "treaty": _register("treaty"),
    "agreement": _register("agreement"),
    "corridor": _register("corridor"),
    "custom_item": _register("custom_item"),
    "baseline": _register("baseline"),
    "demography": _demography,
    "progress": lambda making: progress_sheet(making.edition, making.sheets["checklist"]),
    "checklist": lambda making: checklist_sheet(making.edition),
    "readiness": _readiness,
    "glossary": _glossary,
    "lists": lambda making: lists_sheet(making.edition),
}
"""Who makes each sheet, in the order in which the sheets stand: that of `domain.presets.SHEETS`."""

_LATE = ("progress", "budget", "summary", "readiness", "lists", "cover")
"""Sheets that count others, refer to them or hold what their cells offer: made when those are there, in this order."""


def workbook_sheets(edition: Edition, tick: Callable[[int], None] = lambda rows: None) -> list[Sheet]:
    """All sheets of an export in the order in which they stand, the hidden ones last. `tick` is told how many rows each has."""
    wanted = [code for code in MAKERS if code in edition.spec.wanted]
    for code in wanted:
        edition.title(code)
    making = Making(edition)
    for code in sorted(wanted, key=lambda code: _LATE.index(code) if code in _LATE else -1):
        making.sheets[code] = MAKERS[code](making)
        tick(len(making.sheets[code].rows))
    sheets = making.made()
    for sheet in sheets:
        fit_note(sheet)
        describe_charts(edition, sheet)
    if {"summary", "budget"} & making.sheets.keys():
        sheets.append(figures_sheet(making.figures))
        tick(len(sheets[-1].rows))
    return [*sheets, technical_sheet(edition, sheets)]


def _properties(edition: Edition) -> Properties:
    frame, language = edition.plan.frame, edition.language
    lead = edition.plan.name_of("institution", frame.lead) if frame.lead else ""
    country = language.choice("country", frame.country)
    return Properties(
        title=_plain(frame.title or edition.word("cover", "untitled")),
        subject=_plain(edition.word("cover", "document")),
        creator=_plain(lead or "Mainstreamer"),
        language=language.code,
        font=language.font or FONT,
        right_to_left=language.right_to_left,
        keywords=_plain(
            ", ".join(filter(None, (country, f"{frame.start_year or ''}–{frame.end_year or ''}".strip("–"))))
        ),
        created=edition.today,
        plan=edition.plan.uid,
    )


def _plain(text: str) -> str:
    return fit_text(text, "")[0][:250]
