"""Terms in the guidance and the glossary, by mouse and by keys, in both languages."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mainstreamer import knowledge
from mainstreamer.domain.glossary import Glossary, Term
from mainstreamer.domain.kinds import item_text_uid
from mainstreamer.domain.plan import creation
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.glossary import GlossaryDialog
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.widgets.guidance import GuidancePanel
from mainstreamer.ui.widgets.result_list import LINE
from mainstreamer.ui.widgets.term_text import TermMark, TermText, tip_of

pytestmark = pytest.mark.usefixtures("speech")
LEFT = Qt.MouseButton.LeftButton


def guidance(program: Application, code: str) -> GuidancePanel:
    """The panel beside an item."""
    workspace = program.workspace
    assert workspace is not None
    workspace.show_page(code.split(".")[0])
    page = workspace.current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item(code)
    workspace.guidance.show_wanted()
    QApplication.processEvents()
    return workspace.guidance


def marks(panel: GuidancePanel) -> list[TermMark]:
    """The marks from top to bottom, line by line."""
    seen = [mark for mark in panel.widget().findChildren(TermMark) if mark.isVisible()]

    def place(mark: TermMark) -> tuple[int, int]:
        first = mark.mapTo(panel.widget(), mark._pieces[0].topLeft())
        return first.y(), first.x()

    return sorted(seen, key=place)


def mark(panel: GuidancePanel, code: str) -> TermMark:
    return next(one for one in marks(panel) if one.code == code)


def dialogs(qapp: QApplication) -> list[GlossaryDialog]:
    return [one for one in qapp.topLevelWidgets() if isinstance(one, GlossaryDialog) and one.isVisible()]


def spoken() -> Glossary:
    return knowledge.glossary(words().code)


# -- in the guidance -------------------------------------------------------------------------------------------------


def test_terms_are_marked_once_where_they_occur_first(program: Application) -> None:
    panel = guidance(program, "2.6")
    codes = [one.code for one in marks(panel)]
    assert {"focal_point", "coordination_body"} <= set(codes)
    assert len(set(codes)) == len(codes)
    for text in panel.widget().findChildren(TermText):
        for place, one in zip(text._found, text.marks, strict=True):
            written = text.toPlainText()[place.start : place.end]
            assert one.accessibleName() == t("{term}: what it means", term=written)
            assert one.accessibleDescription() == spoken().by_code[one.code].definition
            # Of a term that runs over two lines, its first piece.
            cursor = text.cursorForPosition(one.pos() + one._pieces[0].center())
            assert place.start <= cursor.position() <= place.end


def test_a_mark_covers_its_words_on_every_line(program: Application) -> None:
    panel = guidance(program, "5.2")
    long = max(marks(panel), key=lambda one: len(one._pieces))
    assert len(long._pieces) > 1
    assert all(long.rect().contains(piece) for piece in long._pieces)


def test_a_click_opens_the_term_in_place_and_back_closes_it(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "2.6")
    qtbot.mouseClick(mark(panel, "focal_point"), LEFT)
    term, card = spoken().by_code["focal_point"], panel.card
    assert card.isVisible() and card.code == "focal_point"
    assert card.meaning.title.text().casefold() == term.term.casefold()
    assert card.meaning.definition.toPlainText() == term.definition
    assert card.geometry().bottom() == panel.rect().bottom()
    assert panel.viewport().geometry().bottom() < card.geometry().top()
    qtbot.mouseClick(card.back_button, LEFT)
    assert not card.isVisible()
    assert panel.viewport().geometry().bottom() > panel.height() - 10


def test_tab_and_enter_open_a_term_and_esc_leads_back_to_it(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "2.6")
    panel.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert isinstance(first, TermMark) and first is marks(panel)[0]
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert panel.card.code == first.code
    now = QApplication.focusWidget()
    assert now is panel.card.area
    assert now.accessibleDescription().startswith(spoken().by_code[first.code].term)
    qtbot.keyClick(now, Qt.Key.Key_Escape)
    assert not panel.card.isVisible()
    assert QApplication.focusWidget() is first


def test_tab_goes_down_the_panel_and_through_the_open_term(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "5.4")
    panel.open_term("smuggling")
    panel.setFocus()
    seen = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is panel.card.area:
            break
    there = [one for one in seen if isinstance(one, TermMark)]
    assert there == marks(panel)
    assert seen[-3:] == [panel.card.all_button, panel.card.back_button, panel.card.area]
    qtbot.keyClick(panel.card.area, Qt.Key.Key_Tab)
    within = QApplication.focusWidget()
    assert isinstance(within, TermMark) and panel.card.isAncestorOf(within)


def test_a_term_within_a_meaning_leads_on_and_back_leads_to_the_one_before(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "2.1")
    qtbot.mouseClick(mark(panel, "trafficking"), LEFT) if "trafficking" in panel.marked else panel.open_term(
        "trafficking"
    )
    within = next(one for one in panel.card.meaning.note.marks if one.code == "smuggling")
    qtbot.mouseClick(within, LEFT)
    assert panel.card.code == "smuggling"
    qtbot.mouseClick(panel.card.back_button, LEFT)
    assert panel.card.code == "trafficking"
    qtbot.keyClick(panel.card.area, Qt.Key.Key_Escape)
    assert panel.card.code == "" and not panel.card.isVisible()


def test_terms_are_called_others_only_where_some_stand_above(program: Application) -> None:
    panel = guidance(program, "5.4")

    def headings() -> set[str]:
        return {heading.text() for heading in panel.widget().findChildren(QLabel)}

    session = panel._session
    seen = set()
    for code in session.checklist.by_code:
        panel.show_item(code)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        others, only = (t(text).upper() in headings() for text in ("Other terms of this item", "Terms of this item"))
        assert not others or panel.marked, code
        assert not only or not panel.marked, code
        seen |= {name for name, there in (("others", others), ("only", only)) if there}
    assert seen == {"others", "only"}


def test_terms_of_the_question_are_listed_and_not_marked_there(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "5.4")
    listed = {
        str(one.property("term")): one for one in panel.widget().findChildren(QPushButton) if one.property("term")
    }
    assert {"median_age", "dependency_ratio"} <= set(listed)
    assert not set(listed) & set(panel.marked)
    link = listed["median_age"]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert panel.card.code == "median_age"
    qtbot.keyClick(panel.card.area, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is link


def test_another_item_closes_the_term_and_a_change_of_the_plan_does_not(program: Application) -> None:
    panel = guidance(program, "2.6")
    panel.open_term("focal_point")
    panel.refresh()
    assert panel.card.isVisible()
    guidance(program, "2.3")
    assert not panel.card.isVisible() and not panel.card.code


def test_a_step_marks_the_terms_of_its_purpose(program: Application) -> None:
    workspace = program.workspace
    assert workspace is not None
    workspace.show_page("9")
    workspace.guidance.show_step(9)
    QApplication.processEvents()
    assert "lead_institution" in workspace.guidance.marked


def test_the_tool_tip_says_the_meaning_and_takes_no_markup(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "2.6")
    one = mark(panel, "focal_point")
    assert spoken().by_code["focal_point"].definition in one.toolTip()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), one.mapToGlobal(QPoint(2, 2)))
    assert QApplication.sendEvent(one, event)
    odd = Glossary("xx", (Term("a", "<b>a</b>", "1 < 2 & 3", forms=("a",)),))
    assert tip_of(odd, "a") == "<p><b>&lt;b&gt;a&lt;/b&gt;</b><br>1 &lt; 2 &amp; 3</p>"


def test_markup_in_a_plan_of_its_own_is_shown_as_typed(program: Application, speech: str) -> None:
    session = program.session
    assert session is not None
    text = "<b>Why</b> a focal point & a контактное лицо 😀 NEET"
    uid = item_text_uid(session.plan.uid, "2.6", speech, "why")
    values = {"item": "2.6", "language": speech, "name": "why", "text": text}
    session.put("add", creation("item_text", uid, values))
    panel = guidance(program, "2.6")
    panel.refresh()
    shown = panel.widget().findChildren(TermText)
    (own,) = [one for one in shown if one.toPlainText() == text]
    assert {"focal_point", "neet"} <= set(own.codes)
    neet = own.marks[own.codes.index("neet")]
    cursor = own.cursorForPosition(neet.geometry().center())
    assert own.toPlainText().encode("utf-16-le")[2 * cursor.position() - 4 :].decode("utf-16-le").strip().endswith("T")


def test_texts_are_as_high_as_their_words(program: Application, qtbot: QtBot) -> None:
    panel = guidance(program, "2.6")
    shown = [text for text in panel.widget().findChildren(TermText) if text.isVisible()]

    def spare(text: TermText) -> float:
        return text.viewport().height() - text.document().size().height()

    qtbot.waitUntil(lambda: all(-1 <= spare(text) < text.fontMetrics().height() for text in shown))


def test_meanings_are_in_the_language_the_checklist_is_read_in(program: Application, speech: str) -> None:
    session = program.session
    assert session is not None
    other = "ru" if speech == "en" else "en"
    session.settings = dataclasses.replace(session.settings, checklist_language=other)
    panel = guidance(program, "2.6")
    panel.refresh()
    panel.open_term("focal_point")
    assert panel.card.meaning.definition.toPlainText() == knowledge.glossary(other).by_code["focal_point"].definition
    session.settings = dataclasses.replace(session.settings, checklist_language="ro")
    panel.refresh()
    # There is no Romanian checklist: the English one is shown, with the terms of English.
    assert panel.marked
    assert session.glossary is knowledge.glossary(speech)


def test_screen_readers_hear_a_button_with_a_name(program: Application) -> None:
    panel = guidance(program, "2.6")
    interface = QAccessible.queryAccessibleInterface(mark(panel, "focal_point"))
    assert interface is not None
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == mark(panel, "focal_point").accessibleName()


# -- the glossary ----------------------------------------------------------------------------------------------------


def open_glossary(program: Application, qtbot: QtBot, qapp: QApplication) -> GlossaryDialog:
    qtbot.keyClick(
        program.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (dialog,) = dialogs(qapp)
    return dialog


def lines(dialog: GlossaryDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_glossary_lists_all_terms_and_filters_them(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_glossary(program, qtbot, qapp)
    assert lines(dialog) == [term.term for term in spoken().terms]
    qtbot.waitUntil(dialog.filter.hasFocus)
    qtbot.keyClicks(dialog.filter, "NEET")
    assert dialog.code == "neet"
    assert len(lines(dialog)) < 6
    dialog.filter.clear()
    word = spoken().by_code["migrant"].term
    dialog.filter.insert(word)
    named = [word in line for line in lines(dialog)]
    assert named == sorted(named, reverse=True) and True in named and False in named
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.list.hasFocus()
    dialog.filter.clear()
    assert len(lines(dialog)) == len(spoken().terms)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialogs(qapp)


def test_terms_are_found_by_their_name_in_another_language(
    program: Application, qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = open_glossary(program, qtbot, qapp)
    dialog.filter.insert("remesas")
    assert dialog.code == "remittances"
    dialog.filter.clear()
    dialog.filter.insert("qqqq")
    assert not dialog.list.count() and dialog.nothing.isVisible() and not dialog.meaning.isVisible()
    dialog.filter.clear()
    assert dialog.meaning.isVisible() and not dialog.nothing.isVisible()


def test_a_term_leads_to_the_items_that_use_it(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_glossary(program, qtbot, qapp)
    dialog.show_term("quorum")

    def links() -> list[QPushButton]:
        return [one for one in dialog._used.findChildren(QPushButton) if one.property("item") == "2.4"]

    qtbot.waitUntil(lambda: bool(links()))
    qtbot.mouseClick(links()[0], LEFT)
    assert not dialogs(qapp)
    assert program.workspace is not None
    page = program.workspace.current_page
    assert isinstance(page, StepPage) and page.checklist.open_code == "2.4"


def test_all_terms_opens_the_glossary_at_the_term(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    panel = guidance(program, "2.6")
    panel.open_term("focal_point")
    qtbot.mouseClick(panel.card.all_button, LEFT)
    (dialog,) = dialogs(qapp)
    assert dialog.code == "focal_point"
    assert dialog.meaning.definition.toPlainText() == spoken().by_code["focal_point"].definition


def test_the_glossary_opens_without_a_plan(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    program.show_start()
    program.commands.run("app.glossary")
    (dialog,) = dialogs(qapp)
    dialog.show_term("migrant")
    assert dialog.code == "migrant" and not dialog._used.isVisible()


def test_search_finds_terms_and_opens_them(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    session.finder.ask()
    qtbot.waitUntil(lambda: session.finder.is_ready)
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = workspace.search
    palette.field.insert(spoken().by_code["median_age"].term)
    found = [palette.list.item(row).data(LINE) for row in range(palette.list.count())]
    line = next(one for one in found if getattr(one, "term", "") == "median_age")
    assert line.note == t("Term")
    palette.follow(line)
    (dialog,) = dialogs(qapp)
    assert dialog.code == "median_age"
