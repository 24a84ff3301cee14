"""The summary and the budget say what the program says, over plans of every kind, in both languages."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from mainstreamer import knowledge
from mainstreamer.domain.actions import (
    by_lead,
    by_objective,
    by_source,
    by_status,
    by_year,
    counts,
    missed,
    total,
)
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.checklist import step_progress
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.deadlines import deadlines
from mainstreamer.domain.overview import overview
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.presets import ActionFilter, PresetSpec, part_of
from mainstreamer.exchange.styles import STATUS_COLOURS
from mainstreamer.exchange.summary_checklist import step_label
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations.sampling import create_sample
from tests.absurd_plan import absurd_plan
from tests.exchange.small_plan import PLAN, TODAY, frame, full_plan, uid, with_record

Book = Any
MONEY = ("cost", "state", "external", "gap")


def sample(folder: Path, code: str) -> Plan:
    with create_sample(folder / "sample.mplan", code) as document:
        return document.plan


def absurd(folder: Path, code: str) -> Plan:
    with absurd_plan(folder / "absurd.mplan") as document:
        return document.plan


PLANS: dict[str, Callable[[Path, str], Plan]] = {
    "sample": sample,
    "absurd": absurd,
    "small": lambda folder, code: full_plan(),
    "frame": lambda folder, code: frame(),
    "empty": lambda folder, code: Plan(PLAN),
}


def close(found: object, expected: object) -> bool:
    """Equal for a spreadsheet: to a fraction of a cent, and to what a double holds."""
    if found in (None, "") or expected in (None, ""):
        return found in (None, "") and expected in (None, "")
    wanted = float(expected)  # type: ignore[arg-type]
    return isinstance(found, int | float) and abs(found - wanted) <= max(1e-3, abs(wanted) * 1e-12)


class Read:
    """The figures of the two sheets, found by their words as a reader finds them."""

    def __init__(self, book: Book, code: str) -> None:
        self.words = language(code)
        self.summary = book[self.words.word("workbook", "sheet", "summary")]
        self.budget = book[self.words.word("workbook", "sheet", "budget")]

    def word(self, section: str, key: str, **places: object) -> str:
        return self.words.word("workbook", section, key, **places)

    def _cell(self, text: str, page: Any, start: bool = False, after: int = 0) -> Any:
        for row in page.iter_rows(min_row=after + 1):
            for cell in row:
                if cell.value == text or (start and isinstance(cell.value, str) and cell.value.startswith(text)):
                    return cell
        raise AssertionError(text)

    def card(self, key: str) -> Any:
        label = self._cell(self.word("summary", key), self.summary, start=True)
        return self.summary.cell(label.row + 1, label.column).value

    def right_of(self, label: str, page: Any, after: int = 0) -> list[Any]:
        """The figures to the right of a label, merged cells left out, up to where they end."""
        cell = self._cell(label, page, after=after)
        width = next((area.size["columns"] for area in page.merged_cells.ranges if cell.coordinate in area), 1)
        found: list[Any] = []
        column = cell.column + width
        while len(found) < 6:
            one = page.cell(cell.row, column)
            found.append(one.value)
            column += next((area.size["columns"] for area in page.merged_cells.ranges if one.coordinate in area), 1)
        return found

    def money_row(self, label: object) -> list[Any]:
        top = self._cell(self.word("summary", "money"), self.summary, start=True).row
        for row in range(top, top + 40):
            if self.summary.cell(row, 2).value == label:
                return [self.summary.cell(row, 5 + 2 * place).value for place in range(4)]
        raise AssertionError(label)

    def late(self) -> list[tuple[Any, ...]]:
        after = self._cell(self.word("summary", "statuses"), self.summary).row
        top = self._cell(self.word("summary", "late_list"), self.summary, after=after).row + 2
        rows = []
        for row in range(top, top + 10):
            found = [self.summary.cell(row, column + 1).value for column in (1, 4, 19, 28, 30, 33)]
            if found[-1] not in (None, ""):
                rows.append(tuple(found))
        return rows

    def block(self, key: str) -> dict[Any, list[Any]]:
        """Lines of a block of the budget by their label, down to the total."""
        top = self._cell(self.word("budget", f"{key}_line"), self.budget).row
        lines: dict[Any, list[Any]] = {}
        for row in range(top + 1, top + 400):
            label = self.budget.cell(row, 2).value
            lines[label] = [self.budget.cell(row, column).value for column in range(3, 9)]
            if label == self.word("column", "total"):
                return lines
        raise AssertionError(key)


def check_summary(read: Read, plan: Plan, code: str, today: date) -> None:
    """Every figure of the summary against the functions of the domain."""
    checklist = tailored(knowledge.checklist(code), plan)
    fiscal = plan.frame.fiscal_start or 1
    seen, found = overview(plan, checklist, today), total(plan.actions)
    answered = seen.essential - seen.essential_open
    assert read.card("essential") == read.word("summary", "answered_of", answered=answered, of=seen.essential)
    assert read.card("actions") == found.actions
    for key, wanted in (("cost", found.cost), ("secured", found.state + found.external), ("gap", found.gap)):
        assert close(read.card(key), wanted), key
    late = [(missed(action, today, fiscal)[1], action) for action in plan.actions]
    late = sorted((one for one in late if one[0] > 0), key=lambda one: -one[0])
    assert read.card("late") == len(late)
    listed = read.late()
    assert [row[-1] for row in listed] == [quarters for quarters, _ in late[:10]]
    by_code = {action.code: action for action in plan.actions}
    if len(by_code) == len(plan.actions) and all(len(code_) < 17 for code_ in by_code):
        for code_, _, _, end, status, quarters in listed:
            action = by_code[code_ or ""]
            assert missed(action, today, fiscal)[1] == quarters
            assert (end or "") == ("" if action.end is None else read.words.quarter(action.end))
            assert (status or "") == read.words.choice("action_status", action.status)
    for step in checklist.steps:
        progress = step_progress(plan, checklist, step.number)
        label = step_label(checklist, step.number)
        score, of_answered, of, open_ = read.right_of(label, read.summary)[:4]
        assert close(score, progress.score), label
        assert (of_answered, of, open_) == (progress.answered, progress.of, progress.open_essential), label
    states, shown = by_status(plan), read.words
    for status in ("done", "on_track", "at_risk", "delayed", "not_started", "cancelled"):
        label = shown.choice("action_status", status)
        after = read._cell(read.word("summary", "statuses"), read.summary).row
        assert read.right_of(label, read.summary, after)[0] == states.get(status, 0), label
    assert read.right_of(read.word("summary", "no_status"), read.summary)[0] == states.get("", 0)
    rest = [Decimal(0)] * 4
    for year, money in by_year(plan).items():
        wanted = [getattr(money, name) for name in MONEY]
        try:
            row = read.money_row(year or read.word("budget", "undated"))
        except AssertionError:
            rest = [one + other for one, other in zip(rest, wanted, strict=True)]
            continue
        assert all(map(close, row, wanted)), (year, row, wanted)
    assert all(map(close, read.money_row(read.word("budget", "other_years")), rest))
    everything = read.money_row(read.word("summary", "all"))
    assert all(map(close, everything, (found.cost, found.state, found.external, found.gap)))


def check_budget(read: Read, plan: Plan) -> None:
    """Every block adds up to the totals of the plan, and lines are what the domain says where it has the same grouping."""
    found = total(plan.actions)
    wanted = [found.actions, found.cost, found.state, found.external, found.gap]
    for key in ("years", "leads", "objectives"):
        lines = read.block(key)
        everything = lines.pop(read.word("column", "total"))
        assert all(map(close, everything[:5], wanted)), (key, everything, wanted)
        for place in range(1 if key == "years" else 0, 5):
            assert close(sum(line[place] or 0 for line in lines.values()), wanted[place]), (key, place)
    leads = read.block("leads")
    sums = by_lead(plan)
    several = read.word("budget", "several")
    without = read.word("budget", "no_lead")
    if several in leads:
        apart = [leads[several][place] + leads[without][place] for place in range(5)]
        none = sums.get("")
        assert close(apart[1], none.cost if none else 0) and apart[0] == (none.actions if none else 0)
    names = [plan.name_of("institution", lead) for lead in sums if lead]
    for lead, money in sums.items():
        name = plan.name_of("institution", lead) if lead else ""
        if names.count(name) == 1:
            line = leads[name]
            assert all(map(close, line[:5], (money.actions, money.cost, money.state, money.external, money.gap))), name
    objectives = read.block("objectives")
    titles = [row.title for row in plan.objectives]
    for objective, money in by_objective(plan).items():
        title = plan.name_of("objective", objective) if objective else read.word("budget", "no_objective")
        if not objective or titles.count(title) == 1:
            assert all(map(close, objectives[title][:2], (money.actions, money.cost))), title
    sources = by_source(plan)
    if sources:
        lines = read.block("sources")
        assert close(sum(line[1] for line in lines.values()) / 2, found.external)
        for source, money in sources.items():
            assert close(lines[source or read.word("budget", "no_source")][1], money), source


def export(plan: Plan, path: Path, code: str, preset: str = "full", today: date = TODAY) -> Path:
    checklist = tailored(knowledge.checklist(code), plan)
    export_workbook(plan, checklist, language(code), path, preset=preset, today=today)
    return path


@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize("name", PLANS)
def test_summary_and_budget_say_what_the_program_says(name: str, code: str, tmp_path: Path) -> None:
    plan = PLANS[name](tmp_path, code)
    book = load_workbook(export(plan, tmp_path / "plan.xlsx", code, today=date(2029, 5, 10)), data_only=True)
    read = Read(book, code)
    check_summary(read, plan, code, date(2029, 5, 10))
    check_budget(read, plan)


@pytest.mark.parametrize("preset", ["print", "public"])
def test_other_presets_say_the_same(preset: str, tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    read = Read(load_workbook(export(plan, tmp_path / "plan.xlsx", "en", preset), data_only=True), "en")
    check_summary(read, plan, "en", TODAY)
    lines = read.block("leads")
    assert close(lines[read.word("column", "total")][1], total(plan.actions).cost)


@pytest.mark.parametrize("preset", ["full", "print", "public"])
def test_the_summary_stands_second_on_one_page(preset: str, tmp_path: Path) -> None:
    book = load_workbook(export(full_plan(), tmp_path / "plan.xlsx", "en", preset))
    assert book.sheetnames[1] == "Summary" and "Budget" in book.sheetnames
    page = book["Summary"]
    setup = page.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 8, 1, 1)
    assert page.print_area and book["_figures"].sheet_state == "hidden"
    assert page.protection.sheet and not page.protection.objects and not page.protection.password
    assert page["A1"].value == "mainstreamer:summary" and book["Budget"]["A1"].value == "mainstreamer:budget"


def test_all_figures_of_the_summary_are_formulas(tmp_path: Path) -> None:
    page = load_workbook(export(sample(tmp_path, "en"), tmp_path / "plan.xlsx", "en"))["Summary"]
    heads = {cell.row for row in page.iter_rows() for cell in row if cell.font.b and cell.font.color.rgb == "00FFFFFF"}
    numbers = {
        cell.coordinate
        for row in page.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and cell.row not in heads
    }
    # Only the years, which are labels, are typed.
    assert {page[where].value for where in numbers} <= set(range(2000, 2100))


def test_no_formula_needs_array_entry_or_a_new_function(tmp_path: Path) -> None:
    new = re.compile(
        r"\b(FILTER|SORT|SORTBY|UNIQUE|XLOOKUP|XMATCH|LET|LAMBDA|SEQUENCE|TEXTJOIN|CONCAT|IFS|MAXIFS|SWITCH)\("
    )
    path = export(sample(tmp_path, "en"), tmp_path / "plan.xlsx", "en")
    book = load_workbook(path)
    for title in ("Summary", "Budget", "_figures", "Demographics"):
        formulas = [cell.value for row in book[title].iter_rows() for cell in row if cell.data_type == "f"]
        assert formulas and not [text for text in formulas if new.search(text) or len(text) > 8192]
    with zipfile.ZipFile(path) as package:
        assert not any(b't="array"' in package.read(name) for name in package.namelist())


def test_a_preset_of_ones_own_has_them_alone_and_says_that_it_is_a_part(tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    spec = PresetSpec(sheets=("summary", "budget"), filter=ActionFilter(statuses=("not_started",)))
    spec = spec.with_columns("action", ("status",))
    path = tmp_path / "part.xlsx"
    export_workbook(plan, knowledge.plan_checklist(plan, "en"), language("en"), path, preset=spec, today=TODAY)
    book = load_workbook(path, data_only=True)
    assert book.sheetnames[:3] == ["Summary", "Action plan", "Budget"]
    page, kept = book["Summary"], part_of(plan, spec.filter)
    said = language("en").word("workbook", "note", "part", part="")[:20]
    assert any(str(cell.value).startswith(said) for row in page.iter_rows() for cell in row)
    lines = Read(book, "en").block("leads")
    found = total(kept.actions)
    assert lines["Total without cancelled actions"][0] == found.actions < total(plan.actions).actions
    assert close(lines["Total without cancelled actions"][1], found.cost)


def test_several_leads_and_none_have_lines_of_their_own(tmp_path: Path) -> None:
    plan = with_record(full_plan(), "action", "b1", title="Alone", leads=(uid("i1"),), cost=Decimal(70))
    plan = with_record(plan, "action", "b2", title="Nobody's", cost=Decimal(9))
    plan = with_record(plan, "institution", "i3", name="Board; of trade")
    plan = with_record(plan, "action", "b3", title="Semicolon", leads=(uid("i3"),), cost=Decimal(5))
    read = Read(load_workbook(export(plan, tmp_path / "plan.xlsx", "en"), data_only=True), "en")
    lines = read.block("leads")
    assert [lines[name][0] for name in ("Ministry of Labour", "Board; of trade", "No lead institution")] == [1, 1, 1]
    assert lines["Several lead institutions"][0] == sum(1 for row in full_plan().actions if counts(row))
    assert close(lines["Institutions entered later"][1], 0)


# -- charts ------------------------------------------------------------------------------------------------------------


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        return {name: package.read(name).decode("utf-8") for name in sorted(names)}


@pytest.mark.parametrize("code", SHIPPED)
def test_charts_draw_cells_and_keep_their_values(code: str, tmp_path: Path) -> None:
    path = export(sample(tmp_path, code), tmp_path / "plan.xlsx", code)
    values, words = load_workbook(path, data_only=True), language(code)
    charts = parts(path)
    assert len(charts) >= 7
    for text in charts.values():
        references = re.findall(
            r"<(str|num)Ref><f>'([^']+)'!([^<]+)</f><(?:str|num)Cache>(.*?)</(?:str|num)Cache>", text
        )
        assert references
        for kind, title, area, cache in references:
            left, top, right, bottom = range_boundaries(area.replace("$", ""))
            cells = [
                values[title].cell(row, column).value
                for row in range(top, bottom + 1)
                for column in range(left, right + 1)
            ]
            kept = dict(re.findall(r'<pt idx="(\d+)">(?:<v>)?(.*?)</v>', cache))
            assert f'<ptCount val="{len(cells)}"' in cache
            for place, value in enumerate(cells):
                said = kept.get(str(place), "")
                if kind == "num":
                    assert close(float(said) if said else None, value), (title, area)
                else:
                    assert said.replace("&amp;", "&") == str(value), (title, area)
        assert '<plotVisOnly val="0"' in text
        assert re.search(r"<a:t>[^<]+</a:t>", text), "a title"
    titles = " ".join(charts.values())
    for key in ("steps_chart", "statuses", "money_chart", "sources_chart"):
        assert f">{words.word('workbook', 'summary', key)}<" in titles


def test_what_stands_behind_the_rows_is_in_the_order_of_the_format(tmp_path: Path) -> None:
    path = export(sample(tmp_path, "en"), tmp_path / "plan.xlsx", "en")
    order = ["sheetData", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
             "pageSetup", "headerFooter", "ignoredErrors", "drawing", "legacyDrawing", "tableParts"]  # fmt: skip
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            tail = re.sub(r"<sheetData>.*</sheetData>", "<sheetData/>", package.read(name).decode(), flags=re.DOTALL)
            found = [tail.index(f"<{one}") for one in order if f"<{one}" in tail]
            assert found == sorted(found), name


@pytest.mark.parametrize("code", SHIPPED)
def test_an_empty_plan_says_why_its_charts_are_empty(code: str, tmp_path: Path) -> None:
    book = load_workbook(export(Plan(PLAN), tmp_path / "plan.xlsx", code), data_only=True)
    page = book[language(code).word("workbook", "sheet", "summary")]
    said = {cell.value for row in page.iter_rows() for cell in row}
    for key in ("steps_empty", "no_actions", "no_money", "nothing_late"):
        assert language(code).word("workbook", "summary", key) in said


@pytest.mark.parametrize(
    ("code", "head", "none"),
    [
        ("en", "Late actions", "No action is late."),
        ("ru", "Просроченные мероприятия", "Просроченных мероприятий нет."),
    ],
)
def test_the_list_of_late_actions_speaks_of_actions_only(code: str, head: str, none: str, tmp_path: Path) -> None:
    """A report to a treaty body is overdue, and no action is late: the list must not say that nothing is."""
    plan = Plan(PLAN).with_puts(creation("treaty", "cat", {"treaty": "CAT", "report_due": date(2020, 1, 1)}))
    book = load_workbook(export(plan, tmp_path / "plan.xlsx", code), data_only=True)
    rows = list(book[language(code).word("workbook", "sheet", "summary")].iter_rows(values_only=True))
    (last,) = (number for number, row in enumerate(rows) if none in row)
    assert head in rows[last - 2], "the head of the list stands above its columns"


@pytest.mark.parametrize("code", SHIPPED)
def test_the_actions_that_are_late_are_those_of_the_overview_by_as_many_quarters(code: str, tmp_path: Path) -> None:
    """What else the overview counts as late begins with the code of an action too, so the sheet says what it does not count."""
    plan = frame(fiscal_start=4)
    kinds = [
        ("", (2026, 4), (2027, 1)), ("not_started", (2026, 1), (2029, 1)), ("on_track", (2026, 1), (2029, 1)),
        ("delayed", None, (2026, 2)), ("delayed", (2027, 1), (2029, 1)), ("done", (2026, 1), (2026, 2)),
        ("cancelled", (2026, 1), (2026, 2)), ("not_started", (2027, 1), None), ("not_started", (2027, 4), (2026, 4)),
    ]  # fmt: skip
    for number, (status, *ends) in enumerate(kinds):
        start, end = (None if one is None else Quarter(*one) for one in ends)
        plan = with_record(
            plan, "action", f"c{number}", code=f"C-{number}", title="One", status=status, start=start, end=end
        )
    due = {"action": uid("c2"), "name": "People", "baseline_due": Quarter(2026, 1)}
    plan = with_record(plan, "action_indicator", "d1", **due)
    today = date(2027, 9, 1)
    late = {one.uid: one.quarters for one in deadlines(plan, today) if one.late and one.kind == "action"}
    others = [one for one in deadlines(plan, today) if one.late and one.kind != "action"]
    read = Read(load_workbook(export(plan, tmp_path / "plan.xlsx", code, today=today), data_only=True), code)
    codes = {action.code: action.uid for action in plan.actions}
    assert others and {codes[row[0]]: row[-1] for row in read.late()} == late and read.card("late") == len(late)
    delayed = read.words.choice("action_status", "delayed")
    rule = read.word("summary", "late_rule", delayed=delayed)
    assert delayed in rule and rule in [cell.value for row in read.summary.iter_rows() for cell in row]


def test_every_status_has_a_colour() -> None:
    assert set(STATUS_COLOURS) == {*CHOICES["action_status"], ""}


def test_the_pyramid_has_men_left_and_women_right_of_zero(tmp_path: Path) -> None:
    path = export(full_plan(), tmp_path / "plan.xlsx", "en")
    page = load_workbook(path, data_only=True)["Demographics"]
    formulas = load_workbook(path)["Demographics"]
    (chart,) = formulas._charts
    assert (chart.overlap, chart.gapWidth, chart.y_axis.number_format.formatCode) == (100, 8, "#,##0;#,##0")
    men, women = (
        [cell[0].value for cell in page[one.val.numRef.f.split("!")[1].replace("$", "")]] for one in chart.series
    )
    assert (men, women) == ([-11, -31, -6], [10, 30, 5])
    area = chart.series[0].val.numRef.f.split("!")[1].replace("$", "")
    assert all(cell[0].data_type == "f" for cell in formulas[area])
    assert formulas.column_dimensions["O"].hidden
