"""Summary and budget in the hands of LibreOffice: it calculates what the program says, and goes on to do so when the action
plan is edited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mainstreamer.domain.actions import total
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.exchange.action_lines import FIRST_ROW
from mainstreamer.language import SHIPPED, language
from tests.exchange.office import calculated, needs_office, without_results
from tests.exchange.test_summary_sheet import PLANS, Read, check_budget, check_summary, close, export, sample

pytestmark = needs_office


@pytest.mark.parametrize("code", SHIPPED)
def test_it_calculates_the_same(code: str, tmp_path: Path) -> None:
    names = [name for name in PLANS if name != "frame"]
    paths = []
    for name in names:
        path = export(PLANS[name](tmp_path, code), tmp_path / f"whole-{name}.xlsx", code, today=date.today())
        paths.append(without_results(path, tmp_path / f"{name}.xlsx"))
    compared = 0
    for name, made in zip(names, calculated(paths, tmp_path), strict=True):
        whole = tmp_path / f"whole-{name}.xlsx"
        formulas, ours, theirs = (
            load_workbook(whole),
            load_workbook(whole, data_only=True),
            load_workbook(made, data_only=True),
        )
        titles = [
            language(code).word("workbook", "sheet", key) for key in ("summary", "budget", "demography", "figures")
        ]
        largest = 1e43 if name == "absurd" else 1.0
        for title in titles:
            for row in formulas[title].iter_rows():
                for cell in row:
                    if cell.data_type != "f":
                        continue
                    one, other = ours[title][cell.coordinate].value, theirs[title][cell.coordinate].value
                    if isinstance(one, int | float):
                        # Sums of forty digits: differences of them are as exact as a double is.
                        same = close(other, one) or (
                            isinstance(other, int | float) and abs(other - one) < largest * 1e-12
                        )
                    else:
                        same = (one or None) == (other or None)
                    assert same, (name, title, cell.coordinate, one, other, cell.value)
                    compared += 1
    assert compared > 5000


class Edits:
    """The action plan of a workbook as somebody edits it, and the plan that should come of it."""

    def __init__(self, plan: Plan, path: Path, code: str) -> None:
        self.plan, self.code, self.words = plan, code, language(code)
        self.book = load_workbook(path)
        self.page = self.book[self.words.word("workbook", "sheet", "action")]
        self.letters = {cell.value: cell.column for cell in self.page[1] if cell.value}
        self.rows = {self.page.cell(row, 1).value: row for row in range(FIRST_ROW, self.page.max_row + 1)}

    def set(self, number: int, field: str, value: Any, shown: Any) -> None:
        action = self.plan.actions[number]
        self.page.cell(self.rows[action.uid], self.letters[field]).value = shown
        self.plan = self.plan.with_puts([Put("action", action.uid, field, value)])

    def status(self, number: int, status: str) -> None:
        self.set(number, "status", status, self.words.choice("action_status", status) or None)

    def quarter(self, number: int, side: str, quarter: Quarter) -> None:
        self.set(number, side, quarter, self.words.quarter(quarter))

    def money(self, number: int, field: str, value: Decimal | None) -> None:
        self.set(number, field, value, None if value is None else float(value))


NOW = quarter_of(date.today(), 1)


def edit_statuses(edits: Edits) -> None:
    for number, status in enumerate(("done", "cancelled", "delayed", "at_risk", "", "on_track")):
        edits.status(number, status)


def edit_money(edits: Edits) -> None:
    edits.money(10, "cost", Decimal("1234567.89"))
    edits.money(11, "secured_state", Decimal(999_999_999))
    edits.money(12, "secured_external", None)
    edits.money(13, "cost", None)


def edit_quarters(edits: Edits) -> None:
    edits.quarter(0, "start", NOW.plus(-12))
    edits.quarter(0, "end", NOW.plus(-6))
    edits.quarter(1, "start", NOW.plus(-9))
    edits.quarter(1, "end", NOW.plus(-1))
    edits.quarter(2, "end", NOW.plus(70))
    edits.quarter(3, "start", Quarter(2099, 1))
    edits.set(4, "end", None, None)


def edit_whose(edits: Edits) -> None:
    """Leads and objectives of others, several, and none."""
    plan = edits.plan
    edits.set(20, "leads", (), None)
    edits.set(21, "objective", "", None)
    names = {row.uid: row.name for row in plan.institutions}
    first, second = list(names)[:2]
    edits.set(22, "leads", (first, second), f"{names[first]};\n{names[second]}")
    edits.set(23, "objective", plan.objectives[-1].uid, plan.objectives[-1].title)


EDITS: dict[str, tuple[Callable[[Edits], None], ...]] = {
    "money": (edit_statuses, edit_money),
    "dates": (edit_quarters, edit_whose),
}


@pytest.mark.parametrize("code", SHIPPED)
def test_it_follows_edits_of_the_action_plan(code: str, tmp_path: Path) -> None:
    plan = sample(tmp_path, code)
    whole = export(plan, tmp_path / "whole.xlsx", code, today=date.today())
    paths, plans = [], []
    for name, several in EDITS.items():
        edits = Edits(plan, whole, code)
        for edit in several:
            edit(edits)
        edits.book.save(tmp_path / f"{name}.xlsx")
        paths.append(tmp_path / f"{name}.xlsx")
        plans.append(edits.plan)
    for edited, made in zip(plans, calculated(paths, tmp_path), strict=True):
        assert edited != plan
        read = Read(load_workbook(made, data_only=True), code)
        check_summary(read, edited, code, date.today())
        check_budget(read, edited)


def sums(read: Read) -> dict[str, Any]:
    return {key: read.card(key) for key in ("actions", "cost", "secured", "gap", "late")}


def test_rows_that_are_sorted_deleted_added_or_no_records_are_counted_rightly(tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    whole = export(plan, tmp_path / "whole.xlsx", "en", today=date.today())
    paths = []

    def saved(name: str, edit: Callable[[Any], None]) -> None:
        edits = Edits(plan, whole, "en")
        edit(edits)
        edits.book.save(tmp_path / f"{name}.xlsx")
        paths.append(tmp_path / f"{name}.xlsx")

    def turned(edits: Edits) -> None:
        """The rows in another order, as after sorting: texts and numbers move, formulas stand for their own row."""
        rows = list(edits.rows.values())[: len(plan.actions)]
        page = edits.page
        width = page.max_column + 1
        kept = [[page.cell(row, column).value for column in range(1, width)] for row in rows]
        for row, values in zip(rows, reversed(kept), strict=True):
            for column, value in enumerate(values, 1):
                if not str(value).startswith("="):
                    page.cell(row, column).value = value

    def marked(edits: Edits) -> None:
        """A subtotal in the middle of the spare rows, and a row typed by hand below it."""
        row = FIRST_ROW + len(plan.actions)
        page, letters = edits.page, edits.letters
        page.cell(row, 1).value = "~subtotal"
        page.cell(row, letters["title"]).value = "Subtotal"
        page.cell(row, letters["cost"]).value = 5_000_000
        page.cell(row + 3, letters["title"]).value = "Typed by hand"
        page.cell(row + 3, letters["cost"]).value = 40_000_000
        page.cell(row + 3, letters["start"]).value = language("en").quarter(NOW.plus(-4))
        page.cell(row + 3, letters["end"]).value = language("en").quarter(NOW.plus(-3))

    def emptied(edits: Edits) -> None:
        for row in (FIRST_ROW, FIRST_ROW + 7):
            for column in range(1, edits.page.max_column + 1):
                edits.page.cell(row, column).value = None

    saved("turned", turned)
    saved("marked", marked)
    saved("emptied", emptied)
    before = Read(load_workbook(whole, data_only=True), "en")
    after, added, fewer = (Read(load_workbook(path, data_only=True), "en") for path in calculated(paths, tmp_path))
    check_summary(after, plan, "en", date.today())
    check_budget(after, plan)
    assert added.card("actions") == before.card("actions") + 1
    assert added.card("late") == before.card("late") + 1
    assert "Typed by hand" in [row[1] for row in added.late()]
    assert close(added.block("leads")["No lead institution"][0], before.block("leads")["No lead institution"][0] + 1)
    gone = (plan.actions[0], plan.actions[7])
    left = total(row for row in plan.actions if row not in gone)
    assert (fewer.card("actions"), close(fewer.card("gap"), left.gap)) == (left.actions, True)
    assert close(fewer.block("years")[fewer.word("column", "total")][1], left.cost)


def test_a_lead_or_objective_that_is_new_is_not_lost(tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    whole = export(plan, tmp_path / "whole.xlsx", "en", today=date.today())
    edits = Edits(plan, whole, "en")
    row = edits.rows[plan.actions[0].uid]
    edits.page.cell(row, edits.letters["leads"]).value = "Ministry of Something New"
    edits.page.cell(row, edits.letters["objective"]).value = "*"
    edits.page.cell(row, edits.letters["cost"]).value = 777
    edits.book.save(tmp_path / "new.xlsx")
    edited = plan.with_puts([Put("action", plan.actions[0].uid, "cost", Decimal(777))])
    (made,) = calculated([tmp_path / "new.xlsx"], tmp_path)
    read = Read(load_workbook(made, data_only=True), "en")
    for key in ("leads", "objectives"):
        lines = read.block(key)
        other = lines[read.word("budget", f"other_{key}")]
        assert (other[0], other[1]) == (1, 777), key
        assert close(lines[read.word("column", "total")][1], total(edited.actions).cost)
