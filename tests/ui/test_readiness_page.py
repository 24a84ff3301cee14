"""Readiness, driven as a person does: reading, filtering, being led to the field, coming back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.domain.readiness import BLOCKS, IMPROVES, NOTE
from mainstreamer.domain.readiness.finding import found, settled
from mainstreamer.operations import answering
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.models.readiness_model import WHO
from mainstreamer.ui.pages.readiness_page import ReadinessPage
from mainstreamer.ui.readiness_lines import Group, Line, Section, arranged, as_table, beginning, counted, lines_of
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.led_list import font, shortened
from mainstreamer.ui.widgets.readiness_tree import ReadinessTree

pytestmark = pytest.mark.usefixtures("speech")
Open = Callable[[], ReadinessPage]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Open:
    kept: list[ReadinessPage] = []

    def open_() -> ReadinessPage:
        page = ReadinessPage(session)
        kept.append(page)
        qtbot.addWidget(page)
        session.changed.connect(page.refresh)
        page.resize(1134, 720)
        page.show()
        qtbot.waitExposed(page)
        wait_for(page, qtbot)
        return page

    return open_


def wait_for(page: ReadinessPage, qtbot: QtBot) -> None:
    """Until the findings of the plan as it is now are shown."""
    assessment = page.session.assessment
    qtbot.waitUntil(
        lambda: (
            assessment.is_current and page._of is not None and page._of[0] is assessment.findings and page._task is None
        )
    )


def add(session: Session, kind: str, **values: object) -> str:
    uid = new_uid()
    assert session.put("add", creation(kind, uid, values))
    return uid


def lines(page: ReadinessPage) -> list[Line]:
    """Everything shown, from top to bottom."""
    return [line for section in page.tree.findings.sections for group in section.groups for line in group.lines]


def go_to(page: ReadinessPage, code: str, row: int = 0) -> Line:
    """Put the cursor on a finding, opening its group as a person does."""
    tree = page.tree
    for _severity, key, index in tree.findings.places():
        node = tree.findings.node(index)
        if isinstance(node, Group) and node.lines[0].finding.code == code and key:
            tree.setExpanded(index.parent(), True)
            tree.setExpanded(index, True)
            tree.setCurrentIndex(tree.findings.index(row, 0, index))
            line = tree.current_line()
            assert line is not None
            return line
    raise AssertionError(code)


# -- reading -----------------------------------------------------------------------------------------------------------


def test_what_blocks_stands_apart_from_the_rest(session: Session, opened: Open) -> None:
    page = opened()
    sections = page.tree.findings.sections
    assert [section.severity for section in sections] == [BLOCKS, IMPROVES, NOTE]
    assert page.tree.findings.index(0, 0).data() == words().choice("severity", BLOCKS)
    counts = {
        severity: sum(one.severity == severity for one in session.assessment.findings)
        for severity in (BLOCKS, IMPROVES)
    }
    assert sections[0].count == counts[BLOCKS] and sections[1].count == counts[IMPROVES]
    assert page.tree.isExpanded(page.tree.findings.index(0, 0))
    assert not page.tree.isExpanded(page.tree.findings.index(2, 0)), "notes are shut at first"
    assert page.progress.text() == n("{n} to settle before adoption", "{n} to settle before adoption", counts[BLOCKS])


def test_groups_say_what_to_do_by_step_and_whose(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour = add(session, "institution", name="Ministry of Labour", acronym="MoL")
    add(session, "action", code="A-1", title="Draft the act", leads=(labour,))
    page = opened()
    titles = [group.title for group in page.tree.findings.sections[0].groups]
    assert words().word("finding", "action_without_cost", "todo") in titles
    by_step = page.filters.grouping.buttons[1]
    qtbot.mouseClick(by_step, Qt.MouseButton.LeftButton)
    titles = [group.title for group in page.tree.findings.sections[0].groups]
    assert any(session.checklist.step_text(9, "title") in title for title in titles)
    assert page.tab == "step"
    qtbot.keyClick(by_step, Qt.Key.Key_Right)
    titles = [group.title for group in page.tree.findings.sections[0].groups]
    assert titles == ["MoL", t("nobody named")]
    assert page.tab == "institution"
    session.put("edit_plan", [Put("plan", session.plan.uid, "lead", labour)])
    wait_for(page, qtbot)
    assert [group.title for group in page.tree.findings.sections[0].groups] == ["MoL"]


def test_the_finding_at_the_cursor_is_said_whole(session: Session, opened: Open, qtbot: QtBot) -> None:
    add(session, "action", code="A-1", title="Draft the act " * 20)
    page = opened()
    line = go_to(page, "action_without_lead")
    assert page.strip._sentence.text() == line.whole
    assert page.strip.go_button.isEnabled()
    page.tree.setCurrentIndex(page.tree.findings.index(0, 0))
    assert not page.strip.go_button.isEnabled()


def test_nothing_missing_is_said(session: Session, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    page._on_prepared(((session.assessment.findings, words().code, session.checklist), (), counted(()), ()))
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._none)
    assert page._none.text() == t("Nothing is missing. The plan can be put forward for adoption.")
    assert t("Nothing blocks adoption.") in page.progress.text()
    assert not page.copy_button.isEnabled()


# -- being led, and coming back ----------------------------------------------------------------------------------------


def test_enter_double_click_and_button_lead_to_the_field(session: Session, opened: Open, qtbot: QtBot) -> None:
    uid = add(session, "action", code="A-1", title="Draft the act")
    page = opened()
    go_to(page, "action_without_lead")
    page.tree.setFocus()
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert led.args == ["action", uid, "leads"]
    go_to(page, "action_without_cost")
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.mouseClick(page.strip.go_button, Qt.MouseButton.LeftButton)
    assert led.args == ["action", uid, "cost"]
    place = page.tree.visualRect(page.tree.currentIndex()).center()
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.mouseDClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert led.args == ["action", uid, "cost"]


def test_enter_opens_and_shuts_a_heading(session: Session, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    top = page.tree.findings.index(0, 0)
    page.tree.setCurrentIndex(top)
    page.tree.setFocus()
    assert page.tree.isExpanded(top)
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert not page.tree.isExpanded(top)
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert page.tree.isExpanded(top)


def test_what_is_settled_leaves_the_list_and_the_place_stays(session: Session, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    group = next(each for each in page.tree.findings.sections[0].groups if each.key == "essential_item_unanswered")
    second, third = group.lines[1], group.lines[2]
    assert go_to(page, "essential_item_unanswered", 1).key == second.key
    before = page.tree.findings.sections[0].count
    scrolled = page.tree.verticalScrollBar().value()
    item = str(second.finding.values["item"])
    page.hide()
    session.put("answer", answering.answer(session.plan, item, score="yes"))
    page.show()
    page.refresh(None)
    wait_for(page, qtbot)
    assert page.tree.findings.sections[0].count == before - 1
    now = page.tree.current_line()
    assert now is not None and now.key == third.key, "the next one has its place"
    assert page.tree.isExpanded(page.tree.currentIndex().parent())
    assert page.tree.verticalScrollBar().value() == scrolled
    told = n("{n} settled since the plan was opened", "{n} settled since the plan was opened", 1)
    assert told in page.progress.text()
    session.undo()
    wait_for(page, qtbot)
    assert told not in page.progress.text()


def test_what_a_person_shut_stays_shut(session: Session, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    page.tree.setExpanded(page.tree.findings.index(1, 0), False)
    add(session, "action", code="A-1", title="Draft the act")
    wait_for(page, qtbot)
    assert page.tree.isExpanded(page.tree.findings.index(0, 0))
    assert not page.tree.isExpanded(page.tree.findings.index(1, 0))


def test_a_hidden_page_rests(session: Session, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    page.hide()
    shown = page._of
    add(session, "action", code="A-1", title="Draft the act")
    with qtbot.waitSignal(session.assessment.found):
        session.assessment.ask()
    assert page._of is shown and page._task is None


# -- filters -----------------------------------------------------------------------------------------------------------


def test_a_focal_point_sees_only_theirs(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour = add(session, "institution", name="Ministry of Labour", acronym="MoL")
    health = add(session, "institution", name="Ministry of Health", acronym="MoH")
    for code, lead in (("A-1", labour), ("A-2", health)):
        add(session, "action", code=code, title=f"Draft {code}", leads=(lead,))
    page = opened()
    combo = page.filters.institution
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(labour))
    assert lines(page) and {line.who for line in lines(page)} == {"MoL"}
    assert any("A-1" in line.sentence for line in lines(page))
    assert not any("A-2" in line.sentence for line in lines(page))
    qtbot.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    assert any("A-2" in line.sentence for line in lines(page))


def test_words_filter_what_is_shown(session: Session, opened: Open, qtbot: QtBot) -> None:
    add(session, "action", code="A-77", title="Draft the act")
    page = opened()
    page.filters.text.setFocus()
    qtbot.keyClicks(page.filters.text, "a-77")
    qtbot.waitUntil(lambda: bool(lines(page)) and all("A-77" in line.sentence for line in lines(page)))
    assert all(page.tree.isExpanded(index) for _severity, _key, index in page.tree.findings.places())
    qtbot.keyClicks(page.filters.text, "nothing is called so")
    qtbot.waitUntil(lambda: not lines(page))
    assert page._none.text() == t("Nothing of this kind is left.")
    assert page.filters.isVisible()
    page.filters.text.clear()
    qtbot.waitUntil(lambda: bool(lines(page)))


def test_severity_is_switched_by_keyboard(session: Session, opened: Open, qtbot: QtBot) -> None:
    page = opened()
    first = page.filters.severity.buttons[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert [section.severity for section in page.tree.findings.sections] == [BLOCKS]
    qtbot.keyClick(page.filters.severity.buttons[1], Qt.Key.Key_Right)
    assert [section.severity for section in page.tree.findings.sections] == [IMPROVES]


def test_other_pages_ask_for_a_part(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour = add(session, "institution", name="Ministry of Labour")
    uid = add(session, "action", code="A-1", title="Draft the act", leads=(labour,))
    add(session, "action_indicator", action=uid, name="People advised")
    page = opened()
    page.show_view("todo", {"code": "action_without_cost", "severity": BLOCKS})
    assert [line.finding.code for line in lines(page)] == ["action_without_cost"]
    current = page.tree.current_line()
    assert current is not None and current.finding.uid == uid
    assert words().word("finding", "action_without_cost", "todo") in page.filters._only.toolTip()
    page.show_view("todo", {"kind": "action", "severity": BLOCKS})
    assert {line.finding.kind for line in lines(page)} == {"action", "action_indicator"}
    page.show_view("institution", {"institution": labour})
    assert page.tab == "institution" and {line.institution for line in lines(page)} == {labour}
    page.show_view("step", {})
    assert {line.institution for line in lines(page)} == {labour}, "without filters, what is let through stays"
    page.show_view("todo", {"institution": ""})
    assert {line.who for line in lines(page)} == {t("nobody named")}
    page.show_view("todo", {"step": "9"})
    assert {line.finding.step for line in lines(page)} == {9}


def test_a_page_asked_for_a_part_before_anything_was_found(session: Session, qtbot: QtBot) -> None:
    uid = add(session, "action", code="A-1", title="Draft the act")
    page = ReadinessPage(session)
    qtbot.addWidget(page)
    page.show_view("todo", {"code": "action_without_lead", "severity": BLOCKS})
    page.show()
    assert page._none.text() == t("Looking at the plan …")
    wait_for(page, qtbot)
    current = page.tree.current_line()
    assert current is not None and (current.finding.code, current.finding.uid) == ("action_without_lead", uid)


def test_the_filter_of_an_institution_that_has_settled_all_stays(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour = add(session, "institution", name="Ministry of Labour")
    uid = add(session, "action", title="Draft the act", leads=(labour,))
    page = opened()
    page.filters.institution.setCurrentIndex(page.filters.institution.findData(labour))
    session.put("delete", [Put("action", uid, "exists", False)])
    wait_for(page, qtbot)
    assert lines(page) == [] and page.filters.institution.currentData() == labour
    assert page._none.text() == t("Nothing of this kind is left.")


def test_figures_follow_what_the_other_filters_let_through(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour = add(session, "institution", name="Ministry of Labour", acronym="MoL")
    health = add(session, "institution", name="Ministry of Health", acronym="MoH")
    mine = [add(session, "action", code=f"L-{row}", title="Draft the act", leads=(labour,)) for row in range(3)]
    add(session, "action", code="H-1", title="Draft the rules", leads=(health,))
    page = opened()
    whole = sum(line.finding.severity == BLOCKS for line in lines(page))
    combo, severity = page.filters.institution, page.filters.severity

    def on_buttons() -> list[str]:
        return [button.text().split("  ")[1] for button in severity.buttons]

    def of(uid: str) -> str:
        return combo.itemText(combo.findData(uid))

    combo.setCurrentIndex(combo.findData(labour))
    counts = {each.severity: each.count for each in page.tree.findings.sections}
    number = words().number
    each = [counts.get(code, 0) for code in (BLOCKS, IMPROVES, NOTE)]
    assert on_buttons() == [number(count) for count in (sum(each), *each)]
    said = t("{part} of {whole} to settle before adoption", part=number(counts[BLOCKS]), whole=number(whole))
    assert page.progress.text() == said
    before = on_buttons()
    qtbot.mouseClick(severity.buttons[1], Qt.MouseButton.LeftButton)
    assert on_buttons() == before, "a choice of severity leaves the others their figures"
    assert of(labour) == f"MoL ({number(counts[BLOCKS])})", "and changes those of the institutions"
    page.filters.text.setText("L-1")
    qtbot.waitUntil(lambda: bool(lines(page)) and all("L-1" in line.sentence for line in lines(page)))
    assert of(labour) == f"MoL ({number(len(lines(page)))})" and of(health) == f"MoH ({number(0)})"
    page.filters.clear()
    assert on_buttons()[1] == number(whole)
    assert page.progress.text() == n("{n} to settle before adoption", "{n} to settle before adoption", whole)

    session.put("delete", [Put("action", mine[0], "exists", False)])
    wait_for(page, qtbot)
    left = sum(line.finding.severity == BLOCKS for line in lines(page))
    told = n("{n} settled since the plan was opened", "{n} settled since the plan was opened", whole - left)
    assert left < whole and page.progress.text().endswith(told)
    combo.setCurrentIndex(combo.findData(labour))
    assert page.progress.text().endswith(told), "what was removed was theirs"
    combo.setCurrentIndex(combo.findData(health))
    assert told not in page.progress.text() and combo.currentData() == health


# -- the list for a mail -----------------------------------------------------------------------------------------------


def test_the_list_is_copied_as_text_with_tabs(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour = add(session, "institution", name="Ministry\tof Labour", acronym="MoL")
    add(session, "action", code="A-1", title="Draft\nthe act", leads=(labour,))
    page = opened()
    page.show_view("todo", {"kind": "action"})
    qtbot.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert len(rows) == 1 + len(lines(page))
    assert {len(row) for row in rows} == {5}
    assert rows[1][0] == words().choice("severity", BLOCKS)
    assert {row[3] for row in rows[1:]} <= {"MoL", t("nobody named")}
    assert page.copy_button.text() == n("{n} line copied", "{n} lines copied", len(rows) - 1)


def test_the_language_is_switched_live(session: Session, opened: Open, qtbot: QtBot, speech: str) -> None:
    page = opened()
    before = [line.sentence for line in lines(page)]
    speak({"en": "ru", "ru": "en"}[speech])
    page.retranslate()
    wait_for(page, qtbot)
    qtbot.waitUntil(lambda: page._of is not None and page._of[1] != speech)
    after = [line.sentence for line in lines(page)]
    assert len(after) == len(before) and all(one != other for one, other in zip(before, after, strict=True))


# -- the tree ----------------------------------------------------------------------------------------------------------


def sections_of(session: Session, grouping: str) -> tuple[Section, ...]:
    made = lines_of(session.plan, session.assessment.findings, words(), "nobody", session.checklist)
    return arranged(made, grouping, words(), session.checklist)


@pytest.mark.parametrize("grouping", ["todo", "step", "institution"])
def test_the_model_keeps_the_rules_of_models(session: Session, opened: Open, grouping: str) -> None:
    opened()
    tree = ReadinessTree()
    tester = QAbstractItemModelTester(tree.findings, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sections = sections_of(session, grouping)
    tree.show_sections(sections)
    assert count(tree.findings) == sum(1 + len(one.groups) + one.count for one in sections)
    tree.show_sections(())
    assert count(tree.findings) == 0
    tree.show_sections(sections[1:])
    assert tester.model() is tree.findings


def count(model: QAbstractItemModel, parent: QModelIndex | None = None) -> int:
    parent = parent or QModelIndex()
    found = 0
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        assert model.parent(index) == parent
        assert model.index(row, WHO, parent).data() is not None
        found += 1 + count(model, index)
    return found


def test_only_what_is_open_is_laid_out(session: Session, qtbot: QtBot) -> None:
    many = tuple(
        found("item_unanswered", "answer", str(place), "score", 1, {"item": str(place)}) for place in range(20_000)
    )
    made = lines_of(session.plan, many, words(), "nobody", session.checklist)
    tree = ReadinessTree()
    qtbot.addWidget(tree)
    tree.show()
    asked: list[int] = []
    data = tree.findings.data

    def noted(index: QModelIndex, role: int = 0) -> object:
        asked.append(index.row())
        return data(index, role)

    tree.findings.data = noted  # type: ignore[method-assign]
    tree.show_sections(arranged(made, "todo", words(), session.checklist), open_all=True)
    qtbot.waitUntil(lambda: bool(asked))
    assert max(asked) < 200


def test_settled_counts_each_finding_once() -> None:
    one, other = found("action_without_cost", "action", "1"), found("action_without_cost", "action", "2")
    improves = found("no_corridor", "corridor")
    assert settled([one, other, improves], [other], BLOCKS) == (one,)
    assert settled([one], [one, other], BLOCKS) == ()
    assert settled([one, one], [one], BLOCKS) == (one,)


def test_a_table_of_nothing_has_only_its_heads() -> None:
    assert as_table((), words(), ("a", "b")) == "a\tb\n"


def test_a_line_about_an_item_begins_with_its_question(session: Session, opened: Open) -> None:
    page = opened()
    line = go_to(page, "essential_item_unanswered")
    code = str(line.finding.values["item"])
    question = session.checklist.text(code, "question")
    assert f"{code} ({beginning(question)})" in line.sentence and f"{code} ({question})" in line.whole
    index = page.tree.currentIndex()
    assert index.data() == line.sentence
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole) == line.whole
    assert page.strip._sentence.text() == line.whole


def test_questions_are_cut_between_words() -> None:
    assert beginning("Is there a plan?") == "Is there a plan?"
    cut = beginning("word " * 30)
    assert cut.endswith("word …") and len(cut) <= 52


def test_a_line_cut_behind_a_cut_question_has_one_ellipsis(session: Session, opened: Open) -> None:
    opened()
    code, metrics = session.checklist.items[0].code, QFontMetrics(font("text"))
    text = f"{code} ({beginning(session.checklist.text(code, 'question'))}) – " + "word " * 30
    cuts = {shortened(text, metrics, width) for width in range(60, metrics.horizontalAdvance(text))}
    assert len(cuts) > 50 and all(cut.endswith("…") for cut in cuts)
    assert not [cut for cut in cuts if "……" in "".join(filter(lambda letter: letter not in " )–", cut))]


def test_names_take_what_they_need_and_no_more(session: Session, opened: Open) -> None:
    page = opened()
    tree, px = page.tree, theme.current().px
    tree.give_names("MoL")
    narrow = tree.columnWidth(1)
    assert narrow < px(110)
    tree.give_names("An institution with a name as long as a sentence has words")
    assert tree.columnWidth(1) == px(150) > narrow


@pytest.mark.parametrize("size", [100, 150, 200])
def test_severities_are_read_whole(session: Session, opened: Open, qapp: QApplication, size: int) -> None:
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        page = opened()
        QApplication.processEvents()
        page.show_view("todo", {"severity": IMPROVES})
        least = page.filters.minimumSizeHint().width()
        page.show_view("todo", {"severity": IMPROVES, "code": "action_high_priority_without_risk"})
        QApplication.processEvents()
        assert page.filters.minimumSizeHint().width() <= least, "words of a filter take no room from the others"
        for control in (page.filters.institution, page.filters.text):
            assert control.parentWidget().rect().contains(control.geometry())
        for button in page.filters.severity.buttons:
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.text().split("  ")[1] in button.accessibleName()
    finally:
        theme.apply(qapp, theme.load_theme("light"))
