"""The window from start page to workspace: what stands where, languages switched live, undo, closing, faults."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer import paths, settings
from mainstreamer.domain.plan import Put
from mainstreamer.errors import DiskFull
from mainstreamer.language import SHIPPED
from mainstreamer.language.language import language as language_of
from mainstreamer.operations import answering
from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak, t, words
from mainstreamer.ui.main_window import MainWindow
from mainstreamer.ui.pages.overview_page import OverviewPage
from mainstreamer.ui.pages.readiness_page import ReadinessPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.tab_order import stops
from mainstreamer.ui.workspace import Workspace

PAGES = ("overview", "plan", *(str(step) for step in range(1, 11)), "actions", "indicators", "readiness", "history")
Start = Callable[..., Application]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    running: list[Application] = []

    def make(language: str = "en", path: Path | None = None) -> Application:
        made = Application(qapp, Settings(language=language))
        qtbot.addWidget(made.window)
        made.window.resize(1366, 768)
        made.window.activateWindow()
        with qtbot.waitActive(made.window):
            made.window.show()
        running.append(made)
        if path is not None:
            made.open_plan(path)
            assert made.workspace is not None
        return made

    yield make
    for one in running:
        one.close_plan()
        one.window.close()
    speak("en")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.mplan"
    create_sample(path, "en").close()
    return path


def workspace_of(running: Application) -> Workspace:
    assert running.workspace is not None
    return running.workspace


def at_step(running: Application, step: int) -> Workspace:
    """The workspace at the page of a step."""
    workspace = workspace_of(running)
    workspace.rail.choose(str(step))
    return workspace


@pytest.mark.parametrize("language", SHIPPED)
def test_every_page_and_tab_opens_in_every_language(start: Start, sample: Path, language: str) -> None:
    workspace = workspace_of(start(language, sample))
    for key in PAGES:
        workspace.rail.choose(key)
        page = workspace.current_page
        assert page.isVisible()
        if isinstance(page, StepPage):
            for tab in page._tab_buttons:
                assert page.show_tab(tab).isVisible()


def test_language_is_switched_live_on_every_page(start: Start, sample: Path) -> None:
    running = start("en", sample)
    workspace = workspace_of(running)
    for key in PAGES:
        workspace.rail.choose(key)
    english = [workspace.rail._entry(row).title for row in range(workspace.rail.count())]
    running.set_language("ru")
    russian = [workspace.rail._entry(row).title for row in range(workspace.rail.count())]
    assert len(english) == len(russian) and all(one != other for one, other in zip(english, russian, strict=True))
    assert running.settings.language == "ru"
    assert settings.load(paths.settings_file()).language == "ru"


def test_the_rail_is_walked_by_keyboard(start: Start, sample: Path, qtbot: QtBot) -> None:
    workspace = workspace_of(start("en", sample))
    assert workspace.rail.current_key() == "overview"
    workspace.rail.setFocus()
    for _ in range(3):
        qtbot.keyClick(workspace.rail, Qt.Key.Key_Down)
    assert workspace.rail.current_key() == "2"
    qtbot.waitUntil(lambda: workspace.current_key == "2")
    assert isinstance(workspace.current_page, StepPage) and workspace.current_page.step == 2
    assert "1" not in workspace.pages, "a page that was only passed is not made"
    qtbot.keyClick(workspace.rail, Qt.Key.Key_Home)
    assert workspace.rail.current_key() == "overview"


def test_undo_and_redo_by_keyboard_reach_the_file(start: Start, document: Document, qtbot: QtBot) -> None:
    path = document.path
    document.close()
    running = start("en", path)
    workspace = workspace_of(running)
    session = workspace.session
    session.put("answer", answering.answer(session.plan, "1.1", score="yes"))
    assert workspace.top._undo.isEnabled() and not workspace.top._redo.isEnabled()
    qtbot.keyClick(running.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "1.1" not in session.plan.answers
    qtbot.keyClick(running.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.plan.answers["1.1"].score == "yes"
    running.show_start()
    with Document.open(path) as again:
        assert again.plan.answers["1.1"].score == "yes"
        assert again.undo_verb() == "answer"


def test_a_finding_leads_to_its_place(start: Start, sample: Path) -> None:
    workspace = workspace_of(start("en", sample))
    plan = workspace.session.plan
    workspace.show_place("action", plan.actions[3].uid, "cost")
    assert workspace.rail.current_key() == "actions"
    workspace.show_place("answer", plan.answer_uid("2.3"), "finding")
    assert workspace.rail.current_key() == "2"
    workspace.show_place("institution", plan.institutions[2].uid, "influence")
    page = workspace.current_page
    assert isinstance(page, StepPage) and (page.step, page.tab) == (3, "institution")
    workspace.show_place("plan", plan.uid, "budget_circular")
    assert workspace.rail.current_key() == "plan"


def test_next_step_leads_on(start: Start, sample: Path, qtbot: QtBot) -> None:
    workspace = at_step(start("en", sample), 1)
    page = workspace.current_page
    assert isinstance(page, StepPage)
    for key in (*map(str, range(2, 11)), "actions"):
        page = workspace.current_page
        assert isinstance(page, StepPage)
        qtbot.mouseClick(page._foot._next, Qt.MouseButton.LeftButton)
        assert workspace.rail.current_key() == key
        qtbot.waitUntil(lambda key=key: workspace.current_key == key)  # type: ignore[misc]


def test_what_is_being_typed_is_put_when_the_plan_is_closed(start: Start, sample: Path, qtbot: QtBot) -> None:
    running = start("en", sample)
    page = at_step(running, 1).current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("1.3")
    answer = page.checklist.cards["1.3"].answer
    assert answer is not None
    answer._finding.selectAll()
    qtbot.keyClicks(answer._finding, "typed just now")
    running.show_start()
    with Document.open(sample) as again:
        assert again.plan.answers["1.3"].finding == "typed just now"


def test_a_plan_that_cannot_be_written_stays_open_with_what_was_typed(
    start: Start, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start("en", sample)
    workspace = at_step(running, 1)
    page = workspace.current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("1.3")
    answer = page.checklist.cards["1.3"].answer
    assert answer is not None
    answer._finding.selectAll()
    qtbot.keyClicks(answer._finding, "not lost")

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=str(sample))

    with monkeypatch.context() as patch:
        patch.setattr(Document, "put", full)
        running.show_start()
        assert running.workspace is workspace
        assert answer._finding.toPlainText() == "not lost"
    running.show_start()
    assert running.workspace is None
    with Document.open(sample) as again:
        assert again.plan.answers["1.3"].finding == "not lost"


def test_essential_items_only_is_kept(start: Start, sample: Path, qtbot: QtBot) -> None:
    running = start("en", sample)
    workspace = workspace_of(running)
    qtbot.mouseClick(
        workspace.side.essential, Qt.MouseButton.LeftButton, pos=workspace.side.essential.rect().center() / 8
    )
    assert running.settings.essential_only == workspace.side.essential.isChecked()
    workspace.show_page("6")
    page = workspace.current_page
    assert isinstance(page, StepPage)
    row = next(row for row in range(workspace.rail.count()) if workspace.rail._entry(row).key == "6")
    answered, of = workspace.rail._entry(row).count.split("/")
    head = t("{answered} of {of} essential answered", answered=answered, of=of)
    assert page._state.text().startswith(head if workspace.side.essential.isChecked() else f"{answered} ")


@pytest.mark.parametrize("content", [b"", b"not a plan at all"])
def test_rubbish_gives_a_dialog_and_no_workspace(
    start: Start, tmp_path: Path, content: bytes, qapp: QApplication
) -> None:
    path = tmp_path / "rubbish.mplan"
    path.write_bytes(content)
    running = start("en")
    running.open_plan(path)
    assert running.workspace is None
    dialogs = [widget for widget in qapp.topLevelWidgets() if widget.isVisible() and widget is not running.window]
    assert len(dialogs) == 1
    dialogs[0].close()
    assert path.read_bytes() == content


def test_recent_plans_are_kept(start: Start, sample: Path) -> None:
    running = start("en", sample)
    running.show_start()
    assert settings.load(paths.settings_file()).recent == (str(sample.resolve()),)


@pytest.mark.parametrize("language", SHIPPED)
def test_recent_plans_are_called_what_their_plan_is_called(
    start: Start, sample: Path, language: str, qtbot: QtBot
) -> None:
    running = start(language, sample)
    session = workspace_of(running).session
    bar = workspace_of(running).top
    session.put("edit_plan", [Put("plan", session.plan.uid, "title", "Plan of the north")])
    called = f"{bar._title._whole} · Plan of the north"
    running.show_start()
    assert [row.title for row in running.start_page.recent.plans()] == [called]
    again = Application(running.app, settings.load(paths.settings_file()), MainWindow())
    qtbot.addWidget(again.window)
    assert [row.title for row in again.start_page.recent.plans()] == [called]
    spoken = again.start_page.recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{called}, {sample.name} · ")
    again.forget(str(sample.resolve()))
    assert settings.load(paths.settings_file()).recent_names == ()


def test_recent_plans_follow_the_language_and_need_no_file(start: Start) -> None:
    running = start("en")
    gone = settings.PlanName("/gone/North.mplan", "North", "MDA", "", "2027–2031")
    running.keep(running.settings.opened("/gone/East.mplan").opened(gone.path).named(gone))
    running.show_start()
    shown = running.start_page.recent
    country = language_of("en").choice("country", "MDA")
    assert [row.title for row in shown.plans()] == [f"{country} 2027–2031 · North", "East"]
    running.set_language("ru")
    country = language_of("ru").choice("country", "MDA")
    assert [shown.item(row).text() for row in range(2)] == [f"{country} 2027–2031 · North", "East"]


def test_a_file_of_settings_from_before_names_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "ru", "recent": ["/a/North.mplan"]}), encoding="utf-8")
    assert settings.load(path) == Settings(language="ru", recent=("/a/North.mplan",))
    named = settings.load(path).named(settings.PlanName("/a/North.mplan", "North", "MDA", "", "2027–2031"))
    settings.save(path, named)
    assert settings.load(path) == named


@pytest.mark.parametrize(
    "names",
    [
        7, None, {"path": "/a/North.mplan"}, [7, None, [], {"title": "Without a path"}],
        [{"path": "/a/North.mplan", "title": 5}], [{"path": ["/a/North.mplan"]}], [{"path": "/other", "title": "Other"}],
    ],
)  # fmt: skip
def test_broken_names_of_recent_plans_are_dropped(tmp_path: Path, names: object) -> None:
    path = tmp_path / "settings.json"
    kept = {"language": "ru", "recent": ["/a/North.mplan"], "recent_names": names}
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert settings.load(path) == Settings(language="ru", recent=("/a/North.mplan",))


def test_sample_is_opened_from_the_start_page(start: Start, qtbot: QtBot) -> None:
    running = start("ru")
    running.start_page.sample_wanted.emit()
    qtbot.waitUntil(lambda: running.workspace is not None)
    assert len(workspace_of(running).session.plan.actions) >= 40
    assert list(paths.plans_folder().glob("*.mplan"))


def test_commands_have_titles_and_own_shortcuts(start: Start) -> None:
    running = start("en")
    commands = running.commands.commands
    assert len({command.id for command in commands}) == len(commands)
    shortcuts = [command.shortcut for command in commands if command.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)
    assert all(command.title() for command in commands)
    assert not running.commands.actions["plan.export"].isEnabled()


def test_undo_reaches_the_plan_from_a_field_in_which_nothing_was_typed(
    start: Start, sample: Path, qtbot: QtBot
) -> None:
    running = start("en", sample)
    workspace = at_step(running, 1)
    session = workspace.session
    session.put("answer", answering.answer(session.plan, "1.1", score="no"))
    page = workspace.current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("1.1")
    answer = page.checklist.cards["1.1"].answer
    assert answer is not None
    answer._finding.setFocus()
    qtbot.keyClick(answer._finding, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.plan.answers["1.1"].score == "yes"


def test_text_size_is_changed_live_and_keeps_the_page(start: Start, sample: Path) -> None:
    running = start("en", sample)
    workspace_of(running).rail.choose("3")
    before = workspace_of(running).rail.width()
    running.take_settings(dataclasses.replace(running.settings, text_size=150))
    assert workspace_of(running).rail.current_key() == "3"
    assert workspace_of(running).rail.width() > before
    running.take_settings(dataclasses.replace(running.settings, text_size=100))
    assert workspace_of(running).session.plan.answers["1.1"].score == "yes"


def test_guidance_gives_way_in_a_narrow_window(start: Start, sample: Path) -> None:
    running = start("en", sample)
    workspace = at_step(running, 1)
    assert workspace.guidance.isVisible()
    running.window.resize(960, 600)
    assert not workspace.guidance.isVisible()
    running.window.resize(1366, 768)
    assert workspace.guidance.isVisible()


def test_columns_of_a_register_are_kept_in_the_file_of_settings(start: Start, sample: Path) -> None:
    running = start("en", sample)
    workspace_of(running).rail.choose("actions")
    register = workspace_of(running).current_page.register  # type: ignore[attr-defined]
    register.state.set_columns(("code", "title"))
    register.state.save_view("Short")
    running.show_start()
    kept = settings.load(paths.settings_file()).table("action")
    assert kept.last.columns == ("code", "title") and [view.name for view in kept.views] == ["Short"]
    running.open_plan(sample)
    workspace_of(running).rail.choose("actions")
    assert workspace_of(running).current_page.register.table.columns() == ("code", "title")  # type: ignore[attr-defined]


def test_from_a_figure_to_the_finding_to_its_field_and_back(start: Start, sample: Path, qtbot: QtBot) -> None:
    workspace = workspace_of(start("en", sample))
    session, overview = workspace.session, workspace.current_page
    assert isinstance(overview, OverviewPage)
    qtbot.waitUntil(lambda: overview.body is not None and overview.body.worked.held is not None)
    assert overview.body is not None and overview.body.worked.held is not None
    count = overview.body.worked.held.count
    qtbot.mouseClick(overview.body.cards["blocks"].more, Qt.MouseButton.LeftButton)
    page = workspace.current_page
    assert isinstance(page, ReadinessPage) and workspace.rail.current_key() == "readiness"
    qtbot.waitUntil(lambda: bool(page.tree.findings.sections))
    assert [section.severity for section in page.tree.findings.sections] == ["blocks"]
    page.show_view("todo", {"code": "action_without_cost", "severity": "blocks"})
    line = page.tree.current_line()
    assert line is not None
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert workspace.rail.current_key() == "actions"
    assert rail_count(workspace, "readiness") == str(count)
    session.put("edit", [Put("action", line.finding.uid, "existing_resources", True)])
    qtbot.waitUntil(lambda: rail_count(workspace, "readiness") == str(count - 1))
    qtbot.keyClick(workspace.window(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.rail.current_key() == "readiness"
    qtbot.waitUntil(lambda: page._of is not None and page._of[0] is session.assessment.findings)
    qtbot.waitUntil(page._none.isVisible)  # nothing of this kind is left
    qtbot.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    assert page.tree.findings.sections[0].count == count - 1


def rail_count(workspace: Workspace, key: str) -> str:
    entries = [workspace.rail._entry(row) for row in range(workspace.rail.count())]
    return next(entry.count for entry in entries if entry.key == key)


def test_a_new_row_is_begun_from_a_tab_and_tab_goes_through_the_page_as_it_stands(
    start: Start, sample: Path, qtbot: QtBot
) -> None:
    running = start("en", sample)
    workspace = workspace_of(running)
    running.window.activateWindow()
    workspace.show_page("3")
    page = workspace.current_page
    assert isinstance(page, StepPage)
    tab = page._tab_buttons["institution"]
    qtbot.mouseClick(tab, Qt.MouseButton.LeftButton)
    tab.setFocus()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(RegisterView)))
    view = next(one for one in page.findChildren(RegisterView) if one.isVisible())
    before = view.model.rowCount()
    qtbot.keyClick(tab, Qt.Key.Key_Tab)
    assert view.add_button.hasFocus()
    qtbot.keyClick(view.add_button, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert tab.hasFocus()
    qtbot.keyClick(tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert view.model.rowCount() == before + 1 and view.form.fields is not None
    assert view.form.fields.made["name"].editor.control is QApplication.focusWidget()
    qtbot.waitUntil(lambda: not view.form.is_making)
    found = list(stops(workspace))
    fields = [box.editor.control for box in view.form.fields.made.values() if box.editor.control in found]
    places = [found.index(one) for one in (tab, view.add_button, view.table, *fields, page._foot._back)]
    assert len(fields) > 10 and places == sorted(places)


def test_guidance_without_room_comes_over_the_page_and_goes_again(start: Start, sample: Path, qtbot: QtBot) -> None:
    running = start("en", sample)
    workspace = at_step(running, 1)
    page = workspace.current_page
    assert isinstance(page, StepPage)
    qtbot.waitUntil(lambda: workspace.guidance.isVisible())
    assert not page.guidance_button.isVisible()
    running.window.resize(800, 700)
    qtbot.waitUntil(lambda: page.guidance_button.isVisible())
    assert not workspace.guidance.isVisible()
    qtbot.mouseClick(page.guidance_button, Qt.MouseButton.LeftButton)
    assert workspace.guidance.isVisible() and workspace.guidance.hasFocus() and page.guidance_button.isChecked()
    assert workspace.stack.geometry().contains(workspace.guidance.geometry())
    assert workspace.guidance.geometry().right() == workspace.stack.geometry().right()
    qtbot.keyClick(workspace.guidance, Qt.Key.Key_Escape)
    assert not workspace.guidance.isVisible() and not page.guidance_button.isChecked()
    focus = QApplication.focusWidget()
    assert focus is not None and page.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert workspace.guidance.isVisible()
    page.show_tab("frame")
    assert not workspace.guidance.isVisible() and not page.guidance_button.isVisible()
    page.show_tab("checklist")
    assert not workspace.guidance.isVisible() and page.guidance_button.isVisible()
    running.window.resize(1366, 768)
    qtbot.waitUntil(lambda: workspace.guidance.isVisible() and not page.guidance_button.isVisible())
    qtbot.keyClick(page, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert workspace.guidance.hasFocus()


def test_figures_pressed_in_the_rail_answer_the_open_item(start: Start, sample: Path, qtbot: QtBot) -> None:
    running = start()
    running.open_plan(sample)
    assert running.workspace is not None and running.session is not None
    running.workspace.show_page("10")
    page = running.workspace.current_page
    assert isinstance(page, StepPage)
    qtbot.waitUntil(lambda: page.checklist.open_code == "10.1")
    rail = running.workspace.rail
    rail.setFocus()
    qtbot.keyClicks(rail, "3")
    assert running.session.plan.answers["10.1"].score == "yes"
    qtbot.keyClick(rail, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == "10.2" and running.workspace.current_key == "10"
    running.workspace.show_page("overview")
    qtbot.keyClicks(rail, "3")
    assert running.workspace.current_key == "overview"


def test_the_bar_says_what_was_undone_on_a_page_that_does_not_show_it(start: Start, sample: Path, qtbot: QtBot) -> None:
    running = start()
    running.open_plan(sample)
    assert running.workspace is not None and running.session is not None
    running.workspace.show_page("overview")
    action = running.session.plan.actions[0]
    running.session.put("edit", [Put("action", action.uid, "title", "Anything else")], None)
    qtbot.keyClick(running.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bar = running.workspace.top
    said = t("Undone: {verb}.", verb=f"{words().word('verb', 'edit')} ({action.code} {action.title})")
    assert bar._saved.accessibleName() == said and bar._saved.toolTip() == said
    assert said[:8] in bar._saved.text()
    bar._telling.timeout.emit()
    assert said[:8] not in bar._saved.text() and bar._saved.text()
