"""The checklist as answered: progress by step as formulas, every item in use, and what readiness finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mainstreamer.domain.checklist import Item, Progress, is_claimed, progress
from mainstreamer.domain.readiness import Finding
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Condition, CutText, Sheet, Subject
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.input_table import InputTable, header_row, unlike
from mainstreamer.exchange.sheets_registers import finish_table, start_table
from mainstreamer.exchange.styles import (
    ACCENT_PALE,
    CALCULATED,
    CENTRE,
    CODE,
    HEADER,
    HIDDEN,
    LIGHT_COLOURS,
    PLAIN_WHOLE,
    TEXT,
    Look,
)
from mainstreamer.language.findings import finding_sentence, record_name

STATUS: tuple[tuple[str, str, float], ...] = (
    ("~step", "step", 8), ("item", "item", 9), ("~essential", "essential", 12), ("~own", "own", 12),
    ("~question", "question", 52), ("score", "answer", 14), ("~claimed", "claimed", 12), ("finding", "finding", 44),
    ("na_reason", "na_reason", 22), ("~evidence", "evidence", 34), ("~actions", "actions", 16),
    ("responsible", "responsible", 26),
)  # fmt: skip
_SCORE_FORMAT = "0.0"
_SEVERITY_COLOURS = {"blocks": "red", "improves": "amber", "note": "grey"}


@dataclass(frozen=True)
class ItemRow:
    """An item in use: of the shipped checklist, or the plan's own."""

    code: str
    step: int
    essential: bool
    own: bool
    question: str


def items_in_use(edition: Edition) -> list[ItemRow]:
    """Items of the steps in the order of the plan, those of sectors not in use left out."""
    checklist = edition.checklist
    return [
        ItemRow(item.code, item.step, item.essential, item.own, checklist.text(item.code, "question"))
        for step in checklist.steps
        for item in checklist.of_step(step.number, edition.plan.sectors)
    ]


def checklist_sheet(edition: Edition) -> Sheet:
    """Every item in use with its answer and what the answer rests on."""
    sheet = edition.sheet("checklist", "check")
    rows = items_in_use(edition)
    codes = ("uid", *(code for code, _, _ in STATUS))
    headers = [edition.word("column", word) for _, word, _ in STATUS]
    note = " ".join(
        (edition.word("note", "records", count=len(rows)), edition.word("note", "shaded"), *_left_out(edition))
    )
    start_table(sheet, "answer", codes, note)
    headers = unlike(headers)
    header = sheet.add(header_row(codes[1:], headers))
    for item in rows:
        uid = edition.plan.answer_uid(item.code)
        sheet.add([Cell(uid, HIDDEN), *_status_cells(edition, item)], Subject("answer", uid, codes))
    widths = {place: width for place, (_, _, width) in enumerate(STATUS, 2)}
    finish_table(edition, sheet, header, len(rows), headers, widths)
    sheet.title_rows = f"{header}:{header}"
    sheet.freeze = f"D{header + 1}"
    letter, last = _letter("score"), header + max(len(rows), 1)
    for code, light in (("yes", "green"), ("partly", "amber"), ("no", "red"), ("na", "grey")):
        word = edition.language.choice("score", code).replace('"', '""')
        area = f"{letter}{header + 1}:{letter}{last}"
        sheet.conditions.append(Condition(area, f'${letter}{header + 1}="{word}"', *LIGHT_COLOURS[light]))
    InputTable(
        edition,
        sheet,
        "answer",
        codes[1:],
        headers,
        header,
        guards={"item": ("item", "")},
        looks={"item": CODE},
        spare=0,
    ).furnish()
    return sheet


def _left_out(edition: Edition) -> list[str]:
    """Items that the plan leaves out, with its reasons, for those who read the plan."""
    reasons = {code: setting.reason for code, setting in edition.plan.item_settings.items()}
    away = [
        f"{item.code} ({reasons[item.code]})" if reasons[item.code] else item.code for item in edition.checklist.off
    ]
    return [edition.word("note", "left_out", items="; ".join(away))] if away else []


def _status_cells(edition: Edition, item: ItemRow) -> list[Cell]:
    plan, yes = edition.plan, edition.yes_no[True]
    answer = plan.answers.get(item.code)
    evidence = [row.title for row in plan.evidence_of_items.get(item.code, ()) if row.uid in edition.shown_evidence]
    actions = [row.code or row.title for row in edition.whole.actions_of_items.get(item.code, ())]
    centred = CALCULATED._replace(align="centre")

    def told(name: str, look: Look = TEXT) -> Cell:
        if answer is None or (name in ("finding", "na_reason") and item.code in edition.withheld_findings):
            return Cell(None, look)
        return Cell(edition.maker("answer", name)(getattr(answer, name)).value, look)

    return [
        Cell(item.step or None, centred._replace(format="0")),
        Cell(item.code, CODE._replace(locked=True)),
        Cell(yes if item.essential else None, centred),
        Cell(yes if item.own else None, centred),
        Cell(item.question or None, CALCULATED),
        told("score", CENTRE),
        Cell(yes if is_claimed(plan, item.code) else None, centred),
        told("finding"),
        told("na_reason"),
        Cell(";\n".join(filter(None, evidence)) or None, CALCULATED),
        Cell("; ".join(filter(None, actions)) or None, CALCULATED),
        told("responsible"),
    ]


def _letter(code: str) -> str:
    return column_letter(2 + [name for name, _, _ in STATUS].index(code))


def status_area(edition: Edition, code: str, sheet: Sheet) -> str:
    """The area of one column of the checklist status, for formulas elsewhere."""
    place = 2 + [name for name, _, _ in STATUS].index(code)
    return sheet.reference(place, 5, max(len(sheet.rows), 5))


# -- progress by step ------------------------------------------------------------------------------------------------

SUMMARY = ("of", "answered", "not_applicable", "score", "claimed_count", "essential_count", "open_essential")


def progress_sheet(edition: Edition, status: Sheet) -> Sheet:
    """How far each step is, counted by formulas from the checklist status."""
    sheet = edition.sheet("progress", "check")
    headers = [edition.word("column", code) for code in ("step", "step_title", *SUMMARY)]
    start_table(sheet, "progress", ("uid",), edition.word("note", "progress"))
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    everything: list[Item] = []
    for step in edition.checklist.steps:
        items = edition.checklist.of_step(step.number, edition.plan.sectors)
        everything += items
        label = [Cell(step.number, PLAIN_WHOLE), Cell(edition.checklist.step_text(step.number, "title"))]
        sheet.add(
            [Cell(None, HIDDEN), *label, *step_counts(edition, status, progress(edition.plan, items), step.number)]
        )
    strong = Look(font="strong", fill=ACCENT_PALE)
    label = [Cell(None, strong), Cell(edition.word("column", "all_steps"), strong)]
    counted = step_counts(edition, status, progress(edition.plan, everything), None)
    sheet.add(
        [
            Cell(None, HIDDEN),
            *label,
            *(Cell(c.value, c.look._replace(font="strong", fill=ACCENT_PALE), c.formula) for c in counted),
        ]
    )
    widths = {2: 8.0, 3: 46.0} | dict.fromkeys(range(4, 4 + len(SUMMARY)), 15.0)
    finish_table(edition, sheet, header, len(edition.checklist.steps), headers, widths)
    bottom = len(sheet.rows)
    sheet.print_area = f"B2:{column_letter(len(headers) + 1)}{bottom}"
    sheet.filter, sheet.title_rows = "", f"{header}:{header}"
    sheet.protected = True
    return sheet


def step_counts(edition: Edition, status: Sheet, found: Progress, step: int | None) -> list[Cell]:
    """The figures of `SUMMARY` for one step, or for all, counted on the checklist status."""
    score = status_area(edition, "score", status)
    of_step = () if step is None else (f"{status_area(edition, '~step', status)},{step}",)

    def count(*conditions: str) -> str:
        return f"COUNTIFS({','.join((*of_step, *conditions))})"

    words = {code: edition.language.choice("score", code).replace('"', '""') for code in ("no", "partly", "yes", "na")}
    by = {code: count(f'{score},"{word}"') for code, word in words.items()}
    essential = f"{status_area(edition, '~essential', status)},word_yes"
    answered = f"{by['no']}+{by['partly']}+{by['yes']}"
    filled = f'{status_area(edition, "item", status)},"<>"'
    mean: Decimal | str = "" if found.score is None else found.score
    cells: list[tuple[int | Decimal | str, str, str]] = [
        (found.of, "0", f"{count(filled)}-{by['na']}"),
        (found.answered, "0", answered),
        (found.not_applicable, "0", by["na"]),
        (mean, _SCORE_FORMAT, f'IF(({answered})=0,"",(5*{by["partly"]}+10*{by["yes"]})/({answered}))'),
        (found.claimed, "0", count(f"{status_area(edition, '~claimed', status)},word_yes")),
        (found.essential, "0", count(essential)),
        (found.open_essential, "0", count(essential, f'{score},""')),
    ]
    return [Cell(value, PLAIN_WHOLE._replace(format=shown), formula) for value, shown, formula in cells]


# -- readiness -------------------------------------------------------------------------------------------------------


def readiness_sheet(edition: Edition, findings: Sequence[Finding], cuts: Iterable[CutText]) -> Sheet:
    """What readiness found, in sentences, and every text that did not fit into its cell."""
    sheet = edition.sheet("readiness", "check")
    headers = [edition.word("column", code) for code in ("severity", "sentence", "kind", "record", "step")]
    blocks = sum(1 for row in findings if row.severity == "blocks")
    note = edition.word(
        "note", "readiness", date=edition.language.date(edition.today), blocks=edition.language.number(blocks)
    )
    start_table(sheet, "readiness", ("uid",), note)
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    order = ("blocks", "improves", "note")
    for row in sorted(findings, key=lambda row: order.index(row.severity)):
        sheet.add(_finding_cells(edition, row))
    for cut in cuts:
        sheet.add(_cut_cells(edition, cut))
    finish_table(edition, sheet, header, len(sheet.rows) - header, headers, {2: 30, 3: 90, 4: 26, 5: 44, 6: 8})
    sheet.title_rows = f"{header}:{header}"
    sheet.protected = True
    bottom = max(len(sheet.rows), header + 1)
    for severity, light in _SEVERITY_COLOURS.items():
        word = edition.language.choice("severity", severity).replace('"', '""')
        sheet.conditions.append(
            Condition(f"B{header + 1}:B{bottom}", f'$B{header + 1}="{word}"', *LIGHT_COLOURS[light])
        )
    return sheet


def _finding_cells(edition: Edition, row: Finding) -> list[Cell | None]:
    name = _finding_name(edition, row)
    return [
        Cell(row.uid or None, HIDDEN),
        Cell(edition.language.choice("severity", row.severity)),
        Cell(finding_sentence(edition.language, edition.plan, row, name or edition.language.kind(row.kind))),
        Cell(edition.language.kind(row.kind)),
        Cell(name or None),
        Cell(row.step or None, PLAIN_WHOLE),
    ]


def _finding_name(edition: Edition, row: Finding) -> str:
    """What people call the record; nothing for confidential evidence in a public export."""
    if not row.uid:
        return ""
    if row.kind == "evidence" and row.uid not in edition.shown_evidence:
        return ""
    if row.kind == "answer":
        return edition.item_of_answer.get(row.uid, str(row.values.get("item", "")))
    name = edition.plan.name_of(row.kind, row.uid)
    if row.kind == "action":
        code = edition.record_name("action", row.uid)
        return f"{code} {name}" if name and code != name else code
    return (
        record_name(edition.language, edition.plan, row.kind, row.uid) if row.kind in ("corridor", "treaty") else name
    )


def _cut_cells(edition: Edition, cut: CutText) -> list[Cell | None]:
    length = edition.language.number(cut.length)
    text = edition.word("finding", "text_cut", cell=cut.cell, sheet=cut.sheet, length=length)
    return [
        Cell(cut.uid or None, HIDDEN),
        Cell(edition.language.choice("severity", "note")),
        Cell(text),
        Cell(edition.language.kind(cut.kind) if cut.kind else None),
        Cell(edition.record_name(cut.kind, cut.uid)[:200] if cut.kind else None),
        Cell(None, PLAIN_WHOLE),
    ]
