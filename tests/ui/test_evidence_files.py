"""Files as evidence: dropped, pasted and chosen; opened, copied, replaced, taken off; what cannot be taken is said."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.exchange.edition import Edition
from mainstreamer.operations import attaching
from mainstreamer.storage.document import Document
from mainstreamer.ui import file_words, theme
from mainstreamer.ui.dialogs.paste_preview import PastePreview
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.evidence_view import BY_ITEM, EvidenceView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pictures.evidence_items import EvidenceItems
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets import file_actions
from mainstreamer.ui.widgets.file_editor import AddressEditor, FileEditor
from mainstreamer.ui.widgets.item_evidence import ItemEvidence
from mainstreamer.ui.widgets.register_totals import joined

pytestmark = pytest.mark.usefixtures("speech")


def mime_of(*files: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(one) if isinstance(one, str) else QUrl.fromLocalFile(str(one)) for one in files])
    return mime


def drop(target: QWidget, mime: QMimeData, at: QPoint | None = None) -> bool:
    """Drag something over a widget and let it go; whether it was taken."""
    place = at if at is not None else target.rect().center()
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(place, *held)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(place), *held)
    QApplication.sendEvent(target, let_go)
    return let_go.isAccepted()


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Path]:
    """Files to take. What a test copied is off the clipboard after it: Qt lets go of it at the very end, when Python is no
    more, and that ends the program with a crash."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "Order_114.pdf").write_bytes(b"%PDF order")
    (folder / "minutes.docx").write_bytes(b"minutes")
    yield folder
    QGuiApplication.clipboard().clear()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the computer was asked to open."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile() or url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def choose_file(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """The next file dialogs answer with these."""
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (names[0] if names else "", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (names[0] if names else "", ""))


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> StepPage:
    made = StepPage(session, 2, {})
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitSignal(made.checklist.whole):
        made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def view(session: Session, qtbot: QtBot, speech: str) -> EvidenceView:
    made = EvidenceView(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def evidence_of(page: StepPage, code: str) -> ItemEvidence:
    assert page.checklist.open_item(code)
    answer = page.checklist.cards[code].answer
    assert answer is not None
    return answer.evidence


def chips(widget: ItemEvidence) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.property("uid")]


def settled(qtbot: QtBot, session: Session, count: int) -> None:
    qtbot.waitUntil(lambda: len(session.plan.evidence) == count)


def add_row(session: Session, **values: object) -> str:
    uid = new_uid()
    assert session.put("add", creation("evidence", uid, {"title": "Order 114", **values}))
    return uid


def add_kept(session: Session, name: str, data: bytes, **values: object) -> str:
    content = attaching.Content.of([data])
    list(session.document.files.stage(content))
    return add_row(session, file=AttachedFile(name, len(data), content.sha256), **values)


# -- the item's card -----------------------------------------------------------------------------------------------------


def test_files_dropped_onto_a_card_become_evidence_of_its_item(
    page: StepPage, qtbot: QtBot, session: Session, files: Path, reopened: Callable[[], Document]
) -> None:
    card = page.checklist.cards["2.6"]
    assert not card.is_open
    assert drop(card, mime_of(files / "Order_114.pdf", files / "minutes.docx"))
    settled(qtbot, session, 2)
    assert card.is_open and card.answer is not None
    assert [chip.toolTip().splitlines()[0] for chip in chips(card.answer.evidence)] == ["Order 114", "minutes"]
    assert n("{n} file is kept in the plan.", "{n} files are kept in the plan.", 2) in card.answer.evidence.said.text()
    document = reopened()
    first, second = document.plan.evidence
    assert (first.title, first.items, second.items) == ("Order 114", ("2.6",), ("2.6",))
    assert first.file is not None and b"".join(document.files.read(first.file)) == b"%PDF order"
    assert document.undo_verb() == "add_evidence"
    document.undo()
    assert document.plan.evidence == (), "one undo takes the whole drop back"


def test_a_text_field_in_a_card_does_not_take_the_path_of_a_dropped_file(
    page: StepPage, qtbot: QtBot, session: Session, files: Path
) -> None:
    assert page.checklist.open_item("2.3")
    answer = page.checklist.cards["2.3"].answer
    assert answer is not None
    assert drop(page.checklist.cards["2.3"], mime_of(files / "minutes.docx"))
    settled(qtbot, session, 1)
    assert drop(answer._finding.viewport(), mime_of(files / "Order_114.pdf"))
    settled(qtbot, session, 2)
    assert answer._finding.toPlainText() == ""
    text = QMimeData()
    text.setText("a sentence")
    drop(answer._finding.viewport(), text)
    assert answer._finding.toPlainText() == "a sentence", "text is still text"


def test_a_card_shows_that_it_would_take_the_file(page: StepPage, files: Path) -> None:
    card = page.checklist.cards["2.3"]
    held = (Qt.DropAction.CopyAction, mime_of(files / "minutes.docx"), Qt.MouseButton.LeftButton)
    QApplication.sendEvent(card, QDragEnterEvent(QPoint(5, 5), *held, Qt.KeyboardModifier.NoModifier))
    assert card.property("drop") == "true"
    QApplication.sendEvent(card, QDragLeaveEvent())
    assert card.property("drop") == "false"


def test_what_cannot_be_taken_is_said_and_the_rest_is_taken(
    page: StepPage, qtbot: QtBot, session: Session, files: Path
) -> None:
    evidence = evidence_of(page, "2.3")
    (files / "nothing.txt").write_bytes(b"")
    folder = files / "folder"
    folder.mkdir()
    locked = files / "locked.txt"
    locked.write_bytes(b"x")
    locked.chmod(0)
    gone = files / "gone.txt"
    (files / "again.pdf").write_bytes(b"%PDF order")
    names = [files / "nothing.txt", folder, locked, gone, files / "Order_114.pdf", files / "again.pdf"]
    assert drop(evidence, mime_of(*names))
    readable = os.geteuid() == 0 if hasattr(os, "geteuid") else False
    settled(qtbot, session, 2 if readable else 1)
    said = evidence.said.text().splitlines()
    titles = {row.title for row in session.plan.evidence}
    assert titles == ({"Order 114", "locked"} if readable else {"Order 114"})
    wanted = ["folder", "nothing.txt", "gone.txt", "again.pdf"] + ([] if readable else ["locked.txt"])
    for name in wanted:
        assert sum(name in line for line in said) == 1, (name, said)
    assert t("“{name}” is a folder. Drop the files in it instead.", name="folder") in said


def test_a_file_too_large_is_linked_and_it_is_said_why(
    page: StepPage, qtbot: QtBot, session: Session, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST_BYTES", 8)
    evidence = evidence_of(page, "2.3")
    assert drop(evidence, mime_of(files / "Order_114.pdf"))
    settled(qtbot, session, 1)
    (row,) = session.plan.evidence
    assert row.file is None and Path(row.link) == files / "Order_114.pdf" and row.items == ("2.3",)
    assert "Order_114.pdf" in evidence.said.text() and file_words.size_text(10) in evidence.said.text()
    evidence.said.clear()
    assert drop(evidence, mime_of(files / "Order_114.pdf"))
    qtbot.waitUntil(lambda: "Order_114.pdf" in evidence.said.text())
    assert len(session.plan.evidence) == 1, "linked once"


def test_the_same_file_on_another_item_is_the_same_evidence(
    page: StepPage, qtbot: QtBot, session: Session, files: Path
) -> None:
    drop(page.checklist.cards["2.3"], mime_of(files / "Order_114.pdf"))
    settled(qtbot, session, 1)
    drop(page.checklist.cards["2.4"], mime_of(files / "Order_114.pdf"))
    qtbot.waitUntil(lambda: session.plan.evidence[0].items == ("2.3", "2.4"))
    answer = page.checklist.cards["2.4"].answer
    assert len(session.plan.evidence) == 1 and answer is not None
    assert "2.4" in answer.evidence.said.text()
    drop(page.checklist.cards["2.4"], mime_of(files / "Order_114.pdf"))
    known = t("“{name}” is already there as “{title}”.", name="Order_114.pdf", title="Order 114")
    qtbot.waitUntil(lambda: answer.evidence.said.text() == known)


def test_a_web_page_dragged_from_a_browser_is_a_link(page: StepPage, qtbot: QtBot, session: Session) -> None:
    drop(page.checklist.cards["2.3"], mime_of("https://www.example.org/law/114?x=1"))
    settled(qtbot, session, 1)
    (row,) = session.plan.evidence
    assert (row.title, row.link, row.items) == ("example.org/law/114", "https://www.example.org/law/114?x=1", ("2.3",))


def test_files_are_chosen_and_pasted_by_those_who_do_not_drag(
    page: StepPage, qtbot: QtBot, session: Session, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = evidence_of(page, "2.3")
    choose_file(monkeypatch, files / "Order_114.pdf")
    button = next(one for one in evidence.findChildren(QPushButton) if one.text() == t("+ add files …"))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settled(qtbot, session, 1)
    qtbot.waitUntil(lambda: page.focusWidget() in chips(evidence))
    QGuiApplication.clipboard().setMimeData(mime_of(files / "minutes.docx"))
    (chip,) = chips(evidence)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, session, 2)
    assert all(row.items == ("2.3",) for row in session.plan.evidence)


def menu_of(evidence: ItemEvidence, chip: QPushButton, qtbot: QtBot) -> dict[str, QAction]:
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    menu = evidence.findChildren(QMenu)[-1]
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_chip_opens_copies_replaces_and_takes_off(
    page: StepPage,
    qtbot: QtBot,
    session: Session,
    files: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    uid = add_kept(session, "Order.pdf", b"%PDF order", items=("2.3",))
    evidence = evidence_of(page, "2.3")
    menu_of(evidence, chips(evidence)[0], qtbot)[t("Open the file")].trigger()
    qtbot.waitUntil(lambda: bool(opened))
    copy = Path(opened[0])
    assert copy.name == "Order.pdf" and copy.read_bytes() == b"%PDF order"
    assert not stat.S_IMODE(copy.stat().st_mode) & (stat.S_IWUSR | stat.S_IXUSR)
    choose_file(monkeypatch, tmp_path / "saved.pdf")
    menu_of(evidence, chips(evidence)[0], qtbot)[t("Save a copy of the file …")].trigger()
    qtbot.waitUntil((tmp_path / "saved.pdf").exists)
    assert (tmp_path / "saved.pdf").read_bytes() == b"%PDF order"
    choose_file(monkeypatch, files / "minutes.docx")
    menu_of(evidence, chips(evidence)[0], qtbot)[t("Replace the file …")].trigger()
    qtbot.waitUntil(lambda: session.plan.value("evidence", uid, "file").name == "minutes.docx")
    menu_of(evidence, chips(evidence)[0], qtbot)[t("Take the file off")].trigger()
    assert session.plan.value("evidence", uid, "file") is None
    session.undo()
    assert session.plan.value("evidence", uid, "file").name == "minutes.docx"
    session.undo()
    assert session.plan.value("evidence", uid, "file").name == "Order.pdf"
    session.close()
    assert not copy.exists(), "what was opened goes with the plan"


@pytest.mark.parametrize(
    ("name", "data"), [("setup.EXE", b"x"), ("run.sh", b"x"), ("harmless.pdf", b"MZ\x90"), ("order.pdf.lnk", b"x")]
)
def test_programs_are_not_started(
    page: StepPage, qtbot: QtBot, session: Session, opened: list[str], name: str, data: bytes
) -> None:
    add_kept(session, name, data, items=("2.3",))
    evidence = evidence_of(page, "2.3")
    offered = menu_of(evidence, chips(evidence)[0], qtbot)
    assert t("Save a copy of the file …") in offered
    if t("Open the file") in offered:
        offered[t("Open the file")].trigger()
    else:
        row = session.plan.evidence[0]
        assert row.file is not None
        session.files.open(row.file, evidence)
    qtbot.waitUntil(lambda: evidence.said.text() == file_words.is_a_program(name))
    assert opened == []


def test_a_half_typed_line_is_kept_on_leaving(page: StepPage, qtbot: QtBot, session: Session) -> None:
    evidence = evidence_of(page, "2.3")
    evidence._on_more_clicked()
    qtbot.keyClicks(evidence.entry.title, "Order 114")
    qtbot.keyClick(evidence.entry.title, Qt.Key.Key_Tab)
    assert evidence.entry.reference.hasFocus() and session.plan.evidence == (), "the line is not left yet"
    qtbot.keyClick(evidence.entry.reference, Qt.Key.Key_Tab)
    qtbot.keyClicks(evidence.entry.page, "art. 3")
    page.checklist.cards["2.3"].take_focus()
    (row,) = session.plan.evidence
    assert (row.title, row.page, row.items) == ("Order 114", "art. 3", ("2.3",))
    assert evidence.entry.isHidden()
    evidence._on_more_clicked()
    qtbot.keyClicks(evidence.entry.title, "Minutes")
    page.commit()
    assert [row.title for row in session.plan.evidence] == ["Order 114", "Minutes"], "also when the page is left"
    evidence._on_more_clicked()
    qtbot.keyClicks(evidence.entry.title, "never mind")
    qtbot.keyClick(evidence.entry.title, Qt.Key.Key_Escape)
    page.commit()
    assert len(session.plan.evidence) == 2, "Esc is the way to let it be"


# -- the register --------------------------------------------------------------------------------------------------------


def test_files_dropped_onto_the_register_become_rows(
    view: EvidenceView, qtbot: QtBot, session: Session, files: Path
) -> None:
    assert drop(view, mime_of(files / "Order_114.pdf", files / "minutes.docx"), QPoint(300, 300))
    settled(qtbot, session, 2)
    qtbot.waitUntil(lambda: len(view.table.selected()) == 2)
    assert view.notice.text.text() and view.notice.undo.isVisible()
    qtbot.mouseClick(view.notice.undo, Qt.MouseButton.LeftButton)
    assert session.plan.evidence == ()


def test_a_file_dropped_onto_a_row_is_its_file(view: EvidenceView, qtbot: QtBot, session: Session, files: Path) -> None:
    add_row(session)
    second = add_row(session, title="Minutes")
    view.table.choose([second])
    index = view.proxy.index(view.proxy.shown_row(second), 0)
    at = view.table.visualRect(index).center()
    assert drop(view.table.viewport(), mime_of(files / "minutes.docx"), at)
    qtbot.waitUntil(lambda: session.plan.value("evidence", second, "file") is not None)
    assert session.plan.value("evidence", second, "file").name == "minutes.docx"
    assert len(session.plan.evidence) == 2 and "Minutes" in view.notice.text.text()
    column = view.model.columns.index("file")
    assert view.proxy.index(view.proxy.shown_row(second), column).data() == "minutes.docx"


def test_copied_files_are_pasted_and_copied_rows_still_are(
    view: EvidenceView, qtbot: QtBot, session: Session, files: Path
) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of(files / "Order_114.pdf"))
    view.paste()
    settled(qtbot, session, 1)
    view.table.choose([session.plan.evidence[0].uid])
    QGuiApplication.clipboard().setText(view.table.copied())
    view.paste()
    qtbot.keyClick(view.findChildren(PastePreview)[-1].ok, Qt.Key.Key_Space)
    settled(qtbot, session, 2)
    first, second = session.plan.evidence
    assert first.file == second.file and first.uid != second.uid, "the name of a kept file stands for it"
    QGuiApplication.clipboard().setText("minutes.docx")
    view.table.choose([second.uid], view.model.columns.index("file"))
    before = session.plan
    view.paste()
    refused = view.findChildren(PastePreview)[-1]
    assert not refused.ok.isVisible() and session.plan is before, "no text makes a file"
    qtbot.keyClick(refused, Qt.Key.Key_Escape)


def test_the_register_opens_by_keyboard(
    view: EvidenceView, qtbot: QtBot, session: Session, opened: list[str], files: Path
) -> None:
    kept = add_kept(session, "Order.pdf", b"%PDF")
    page = add_row(session, link="https://example.org")
    gone = add_row(session, title="Gone", link=str(files / "gone.pdf"))
    there = add_row(session, title="There", link=str(files / "minutes.docx"))
    bare = add_row(session, title="Bare")
    view.table.setFocus()

    def press(uid: str) -> None:
        view.table.choose([uid])
        qtbot.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    press(kept)
    qtbot.waitUntil(lambda: len(opened) == 1)
    press(page)
    press(there)
    qtbot.waitUntil(lambda: len(opened) == 3)
    assert opened[1:] == ["https://example.org", str(files / "minutes.docx")]
    press(gone)
    qtbot.waitUntil(lambda: view.notice.text.text() == file_words.link_is_gone(str(files / "gone.pdf")))
    press(bare)
    assert view.notice.text.text() == t("“{name}” has no file and no link yet.", name="Bare")
    assert len(opened) == 3


def test_what_rests_on_nothing_is_counted_and_shown(view: EvidenceView, qtbot: QtBot, session: Session) -> None:
    answer = session.plan.answer_uid("2.3")
    session.put("answer", creation("answer", answer, {"item": "2.3", "score": "yes"}))
    session.put("answer", creation("answer", session.plan.answer_uid("2.4"), {"item": "2.4", "score": "yes"}))
    loose = add_row(session, title="Loose")
    add_row(session, title="Tied", items=("2.4",))
    assert view.loose_button.text() == n("{n} supports no item", "{n} support no item", 1)
    assert view.claimed_button.text() == n("{n} Yes answer without evidence", "{n} Yes answers without evidence", 1)
    qtbot.mouseClick(view.loose_button, Qt.MouseButton.LeftButton)
    assert [row.uid for row in view.records()] == [loose]
    qtbot.mouseClick(view.loose_button, Qt.MouseButton.LeftButton)
    assert len(view.records()) == 2
    qtbot.mouseClick(view.claimed_button, Qt.MouseButton.LeftButton)
    picture = view.views.pictures[BY_ITEM]
    assert isinstance(picture, EvidenceItems)
    groups = [picture.tree.topLevelItem(row) for row in range(picture.tree.topLevelItemCount())]
    told = [[group.child(row).text(0) for row in range(group.childCount())] for group in groups if group is not None]
    assert [len(lines) for lines in told] == [1, 1, 1]
    assert told[0][0].startswith("2.3 ") and told[1][0].startswith("2.4 ") and told[2] == ["Loose"]
    assert groups[0] is not None
    for width in (480, 1000):
        picture.resize(width, 300)
        header, room = picture.tree.header(), picture.tree.viewport().width()
        assert picture.tree.columnWidth(0) > 0.45 * room and header.length() <= room
        assert header.textElideMode() == Qt.TextElideMode.ElideRight
    picture.tree.setCurrentItem(groups[0].child(0))
    picture.tree.setFocus()
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.keyClick(picture.tree, Qt.Key.Key_Return)
    assert led.args == ["answer", answer, "score"]
    counted = [n("{n} document", "{n} documents", 2), n("{n} item with evidence", "{n} items with evidence", 1)]
    qtbot.waitUntil(lambda: view.totals.shown.text() == joined(counted))
    assert picture.tree.isColumnHidden(2), "nothing has a file or a link: the room is for the texts"
    session.put("edit", [creation("evidence", loose, {"link": "https://example.org"})[1]])
    assert not picture.tree.isColumnHidden(2)
    view.show_picture("table")
    qtbot.waitUntil(lambda: view.totals.shown.text() == joined([n("{n} row", "{n} rows", 2)]))


def test_icons_of_the_tree_grow_with_the_text(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme._Current, "theme", theme.load_theme("light", 150))
    picture = EvidenceItems(session, "evidence")
    qtbot.addWidget(picture)
    assert picture.tree.iconSize() == QSize(24, 24)


def test_files_begin_a_register_that_is_empty_and_stand_in_its_toolbar_later(
    view: EvidenceView, qtbot: QtBot, session: Session, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not view.files_button.isVisible() and not view.file_button.isVisible() and not view.bar.isVisible()
    first = view.first_files
    assert first is not None and first.isVisible() and first.isEnabled()
    choose_file(monkeypatch, files / "minutes.docx")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    settled(qtbot, session, 1)
    view.resize(1500, 700)
    qtbot.waitUntil(lambda: view.files_button.isVisible() and not first.isVisible())
    qtbot.waitUntil(lambda: view.files_button.geometry().center().y() == view.form_button.geometry().center().y())
    buttons = view.views.buttons.values()
    assert [*buttons][-1].nextInFocusChain() is view.files_button
    assert view.files_button.nextInFocusChain() is view.file_button


def test_item_codes_in_the_form_lead_to_their_items(view: EvidenceView, qtbot: QtBot, session: Session) -> None:
    uid = add_row(session, items=("2.3", "6H1"))
    assert view.show_place(uid, "title")
    assert view.form.fields is not None
    editor = view.form.fields.boxes["items"].editor
    buttons = [one for one in editor.findChildren(QPushButton) if one.property("item")]
    assert [one.property("item") for one in buttons] == ["2.3", "6H1"]
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert led.args == ["answer", session.plan.answer_uid("6H1"), "score"]


# -- the form ------------------------------------------------------------------------------------------------------------


def file_editor(view: EvidenceView, uid: str) -> FileEditor:
    assert view.show_place(uid, "title")
    assert view.form.fields is not None
    editor = view.form.fields.boxes["file"].editor
    assert isinstance(editor, FileEditor)
    return editor


def test_the_form_takes_shows_replaces_and_takes_off_a_file(
    view: EvidenceView,
    qtbot: QtBot,
    session: Session,
    files: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    uid = add_row(session)
    editor = file_editor(view, uid)
    assert editor._verbs.isHidden()
    choose_file(monkeypatch, files / "Order_114.pdf")
    editor.file_button.setFocus()
    qtbot.keyClick(editor.file_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.plan.value("evidence", uid, "file") is not None)
    assert (
        "Order_114.pdf" in editor.file_button.text() and "Order_114.pdf" in editor.file_button.accessibleDescription()
    )
    qtbot.keyClick(editor.file_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(opened))
    choose_file(monkeypatch, tmp_path / "copy.pdf")
    qtbot.keyClick(editor.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil((tmp_path / "copy.pdf").exists)
    assert drop(editor.file_button, mime_of(files / "minutes.docx"))
    qtbot.waitUntil(lambda: session.plan.value("evidence", uid, "file").name == "minutes.docx")
    QGuiApplication.clipboard().setMimeData(mime_of(files / "Order_114.pdf"))
    qtbot.keyClick(editor.file_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.plan.value("evidence", uid, "file").name == "Order_114.pdf")
    qtbot.keyClick(editor.file_button, Qt.Key.Key_Delete)
    assert session.plan.value("evidence", uid, "file") is None
    assert editor.file_button.text() == t("Choose a file …")


def test_a_form_field_of_evidence_does_not_take_a_path_as_text(
    view: EvidenceView, qtbot: QtBot, session: Session, files: Path
) -> None:
    uid = add_row(session)
    file_editor(view, uid)
    assert view.form.fields is not None
    title = view.form.fields.boxes["title"].editor.control
    assert drop(view, mime_of(files / "minutes.docx"), QPoint(5, 5))
    settled(qtbot, session, 2)
    view.show_place(uid, "title")
    assert drop(title, mime_of(files / "Order_114.pdf"))
    qtbot.waitUntil(lambda: session.plan.value("evidence", uid, "file") is not None)
    assert session.plan.value("evidence", uid, "title") == "Order 114"


def test_a_file_that_is_not_what_was_put_is_told(view: EvidenceView, qtbot: QtBot, session: Session) -> None:
    uid = add_kept(session, "Order.pdf", b"%PDF")
    session.document._raw.execute("UPDATE blob_part SET content = x'00'")
    editor = file_editor(view, uid)
    with qtbot.waitSignal(session.failed) as told:
        qtbot.keyClick(editor.file_button, Qt.Key.Key_Space)
    assert told.args[0].code == "file_damaged"
    session.document._raw.execute("DELETE FROM blob")
    with qtbot.waitSignal(session.failed) as told:
        qtbot.keyClick(editor.file_button, Qt.Key.Key_Space)
    assert told.args[0].code == "file_missing"


def test_a_link_opens_and_says_when_its_file_is_gone(
    view: EvidenceView, qtbot: QtBot, session: Session, files: Path, opened: list[str]
) -> None:
    uid = add_row(session, link=str(files / "minutes.docx"))
    assert view.show_place(uid, "link")
    assert view.form.fields is not None
    editor = view.form.fields.boxes["link"].editor
    assert isinstance(editor, AddressEditor)
    qtbot.mouseClick(editor.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened == [str(files / "minutes.docx")])
    assert editor.said.isHidden()
    (files / "minutes.docx").unlink()
    qtbot.mouseClick(editor.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.said.text() == file_words.link_is_gone(str(files / "minutes.docx")))
    other = add_row(session, title="Other", link=str(files / "nowhere.pdf"))
    view.show_place(other, "title")
    qtbot.waitUntil(lambda: editor.said.text() == file_words.link_is_gone(str(files / "nowhere.pdf")))
    view.show_place(uid, "link")
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "www")
    editor.commit()
    assert session.plan.value("evidence", uid, "link") == "www"
    assert drop(editor.line, mime_of(files / "Order_114.pdf"))
    assert session.plan.value("evidence", uid, "link") == str(files / "Order_114.pdf")


def test_a_file_under_way_when_the_plan_is_closed_does_no_harm(
    session: Session, qtbot: QtBot, tmp_path: Path, reopened: Callable[[], Document]
) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(os.urandom(3_000_000))
    session.files.add([large])
    document = reopened()
    qtbot.waitUntil(lambda: session.files._task is None)
    assert document.plan.evidence == () and document.integrity() == ()


def test_a_large_file_is_taken_beside_the_window(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    """A worker reads it and writes it piece by piece, and meanwhile the plan takes other puts."""
    large = tmp_path / "large.pdf"
    large.write_bytes(os.urandom(8_000_000))
    said: list[str] = []
    writers: set[int] = set()
    session.files.progressed.connect(lambda _origin, text: said.append(text))
    write = session.document.files._write

    def watched(sql: str, values: tuple[object, ...]) -> None:
        writers.add(threading.get_ident())
        write(sql, values)

    session.document.files._write = watched  # type: ignore[method-assign]
    session.files.add([large])
    while not session.plan.evidence:
        assert session.put("edit", [Put("plan", session.plan.uid, "note", f"{len(said)} {session.document._number}")])
        qtbot.wait(1)
    assert writers and threading.get_ident() not in writers
    assert len(said) == 2 and said[0] and not said[1]
    (row,) = session.plan.evidence
    assert row.file is not None and b"".join(session.document.files.read(row.file)) == large.read_bytes()
    assert session.document.integrity() == ()


def test_paths_of_this_computer_stay_out_of_a_public_workbook(session: Session, files: Path) -> None:
    add_kept(session, "Order.pdf", b"x", link=str(files / "a.pdf"))
    (row,) = session.plan.evidence
    shown = {}
    for preset in ("full", "public"):
        edition = Edition(session.plan, session.checklist, words(), preset, session.today())
        shown[preset] = [edition.maker("evidence", name)(getattr(row, name)).value for name in ("file", "link")]
    assert shown["full"] == ["Order.pdf", str(files / "a.pdf")] and shown["public"] == ["Order.pdf", None]


def test_files_are_looked_for_where_the_last_ones_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return str(tmp_path / "letter.pdf"), ""

    monkeypatch.setattr(file_actions._Folder, "last", None)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    assert file_actions.ask_file(QWidget()) == tmp_path / "letter.pdf"
    assert file_actions.ask_file(QWidget()) == tmp_path / "letter.pdf"
    assert Path(begun[0]) != Path() and Path(begun[0]).is_dir() and begun[1] == str(tmp_path)
