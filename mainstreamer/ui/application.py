"""The running program: puts the pieces together and carries plans from file to screen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from mainstreamer import log, paths, settings
from mainstreamer.errors import MainstreamerError, MissingFile
from mainstreamer.settings import Settings
from mainstreamer.ui import accessibility, garbage, qt_texts, theme
from mainstreamer.ui.appearance import Appearance
from mainstreamer.ui.commands import CommandTable
from mainstreamer.ui.focus_follow import FocusFollower
from mainstreamer.ui.i18n import speak, t, words
from mainstreamer.ui.main_window import MainWindow
from mainstreamer.ui.plan_names import name_of
from mainstreamer.ui.plan_opener import PlanOpener
from mainstreamer.ui.program_commands import program_commands
from mainstreamer.ui.program_dialogs import ProgramDialogs
from mainstreamer.ui.slices import Slices

if TYPE_CHECKING:
    from mainstreamer.storage.document import Document
    from mainstreamer.storage.plan_change import Author
    from mainstreamer.ui.pages.new_plan_page import NewPlanPage
    from mainstreamer.ui.pages.start_page import StartPage
    from mainstreamer.ui.session import Session
    from mainstreamer.ui.workspace import Workspace

MAKE_READY_AFTER_MS = 250
"""What only a change needs is loaded so long after a plan was shown: first the window is drawn, then people read."""


class Application:
    """The running program: settings, window, and at most one open plan."""

    def __init__(
        self, app: QApplication, kept: Settings, window: MainWindow | None = None, *, first: Path | None = None
    ) -> None:
        """`first` is the plan to be opened with `open_first` right after; without one, the start page is shown."""
        garbage.keep_to_this_thread()
        accessibility.install()
        speak(kept.language or qt_texts.system_language())
        qt_texts.install(app, words().code)
        self.app = app
        self._follower = FocusFollower(app)
        self.settings = kept
        self.window = window or MainWindow()
        self.window.may_close = lambda: self.close_plan(leaving=True)
        self.window.escaped.connect(self._on_escaped)
        self.appearance = Appearance(app, self.window, self._on_scheme_changed)
        self.appearance.apply(kept)
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.new_page: NewPlanPage | None = None
        self._start_page: StartPage | None = None
        self._opener = PlanOpener(app)
        self._coming_up = Slices(app)
        self._opener.opened.connect(self.show_document)
        self._opener.read.connect(self._show_soon)
        self._opener.failed.connect(self._on_not_opened)
        self._opener.broken.connect(self.report_bug)
        self.dialogs = ProgramDialogs(self)
        self.commands = CommandTable(self.window, program_commands(self))
        if first is None:
            self.show_start()

    # -- start page --------------------------------------------------------------------------------------------------

    @property
    def start_page(self) -> StartPage:
        """Made when first shown: whoever starts with a plan does not wait for it."""
        if self._start_page is None:
            from mainstreamer.ui.pages.start_page import StartPage

            made = self._start_page = StartPage()
            made.new_plan_wanted.connect(self.new_plan)
            made.open_wanted.connect(self.open_wanted)
            made.sample_wanted.connect(self.open_sample)
            made.language_wanted.connect(self.set_language)
            made.forget_wanted.connect(self.forget)
        return self._start_page

    def show_start(self) -> None:
        """Close the plan, if one is open, and show the start page."""
        if not self.close_plan():
            return
        self.start_page.set_recent(self.settings.recent, self.settings.recent_names)
        self.window.show_widget(self.start_page)
        self.window.setWindowTitle("Mainstreamer")
        self.commands.plan_open(False)

    def forget(self, path: str) -> None:
        self.keep(self.settings.forgotten(path))
        self.start_page.set_recent(self.settings.recent, self.settings.recent_names)

    # -- opening -----------------------------------------------------------------------------------------------------

    def open_wanted(self, path: str) -> None:
        if path:
            self.open_soon(Path(path))
        else:
            self.ask_and_open()

    def ask_and_open(self) -> None:
        folder = Path(self.settings.recent[0]).parent if self.settings.recent else paths.plans_folder()
        title, kinds = t("Open a plan"), t("Mainstreamer plans (*.mplan)")
        name, _ = QFileDialog.getOpenFileName(self.window, title, str(folder), kinds)
        if name:
            self.open_soon(Path(name))

    def open_first(self, path: Path) -> None:
        """Open the plan that the program was started with; where that is not possible, the start page stays."""
        self.open_plan(path)
        if self.session is None:
            self.show_start()

    def open_plan(self, path: Path) -> None:
        """Open a plan file and show it, before anything else happens; tell the person when that is not possible."""
        if not self._is_shown(path):
            self._opener.open_now(self._opening(path))

    def open_soon(self, path: Path) -> None:
        """Open a plan file and show it once it is read, which happens beside the window."""
        if not self._is_shown(path):
            self._opener.open_soon(self._opening(path))

    def _is_shown(self, path: Path) -> bool:
        return self.session is not None and self.session.document.path == path.resolve()

    def _opening(self, path: Path) -> Callable[[], Document]:
        from mainstreamer.storage.document import Document

        author = self._author()
        return lambda: Document.open(path.resolve(), author, backup_folder=paths.backup_folder())

    def new_plan(self) -> None:
        """Show the page on which a plan is begun."""
        from mainstreamer.ui.pages.new_plan_page import NewPlanPage

        if not self.close_plan():
            return
        if self.new_page is not None:
            self.window.let_go(self.new_page)
        self.new_page = NewPlanPage()
        self.new_page.created.connect(self._on_created)
        self.new_page.cancelled.connect(self.show_start)
        self.window.show_widget(self.new_page)
        self.commands.plan_open(False)

    def _on_created(self, frame: dict[str, Any], path: str) -> None:
        from mainstreamer.storage.document import Document

        target = Path(path)

        def create() -> Document:
            if target.parent == paths.plans_folder():
                target.parent.mkdir(parents=True, exist_ok=True)
            return Document.create(target, frame, self._author(), backup_folder=paths.backup_folder())

        self._opener.open_now(create)

    def open_sample(self) -> None:
        """Write the sample plan beside the person's plans, once, and open it."""
        from mainstreamer.operations.sampling import create_sample
        from mainstreamer.storage.document import Document

        folder, language, author = paths.plans_folder(), words().code, self._author()
        target = folder / (t("Sample plan") + paths.PLAN_SUFFIX)

        def sample() -> Document:
            folder.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                create_sample(target, language).close()
            return Document.open(target, author, backup_folder=paths.backup_folder())

        self._opener.open_soon(sample)

    def _on_not_opened(self, error: MainstreamerError) -> None:
        self.fail(error)
        if isinstance(error, MissingFile) and self._start_page is not None:
            self._start_page.set_recent(self.settings.recent, self.settings.recent_names)

    def show_document(self, document: Document) -> None:
        """Show an open plan in the workspace."""
        if self._take(document):
            self._come_up()

    def _show_soon(self, document: Document) -> None:
        """Show an open plan: its workspace is made in one turn, laid out and painted in the next."""
        if self._take(document):
            self._coming_up.soon(self._come_up)

    def _take(self, document: Document) -> bool:
        """Have this plan open instead of the one before, with a workspace that is not shown yet. False when that one stays."""
        from mainstreamer.ui.session import Session

        if not self.close_plan():
            document.close()
            return False
        # The collector of garbage need not go through the records of the plan again and again.
        garbage.set_aside()
        self.session = Session(document, self.settings)
        self.session.failed.connect(self.fail)
        self.session.finder.broken.connect(self.report_bug)
        self.session.assessment.broken.connect(self.report_bug)
        self.session.settings_wanted.connect(self.keep)
        self.session.preferences_wanted.connect(self.dialogs.show_preferences)
        self.session.term_wanted.connect(self.dialogs.show_term)
        self._make_workspace(self.session)
        return True

    def _come_up(self) -> None:
        if self.session is None:
            return
        name = name_of(self.session.document)
        self._show_workspace("overview")
        self.window.setWindowTitle(f"{self.session.document.path.name} – Mainstreamer")
        self.commands.plan_open(True)
        self.keep(self.settings.opened(name.path).named(name))
        QTimer.singleShot(MAKE_READY_AFTER_MS, self.session, self.session.make_ready)

    def _make_workspace(self, session: Session, kept: Mapping[str, object] | None = None) -> None:
        from mainstreamer.ui.workspace import Workspace

        self.workspace = Workspace(session, self.commands, kept)
        self.workspace.export_wanted.connect(self.dialogs.export)
        self.workspace.person_wanted.connect(self.dialogs.ask_identity)
        self.workspace.settings_changed.connect(self._on_essential_toggled)
        self.workspace.note.seen.connect(self._on_note_seen)
        self.workspace.name_note.seen.connect(self._on_note_seen)
        self.workspace.name_note.name_wanted.connect(self.dialogs.show_name_preferences)
        self.workspace.note.unwanted.connect(self._on_notes_unwanted)

    def _show_workspace(self, page: str) -> None:
        if self.workspace is None:
            return
        self.window.show_widget(self.workspace)
        self.workspace.rail.choose(page)
        self.workspace.rail.setFocus()

    def close_plan(self, *, leaving: bool = False) -> bool:
        """Put what is still being typed, close the file, keep the settings; `leaving` when the program ends with it.

        False, and the plan stays open, when something typed could not be written: the person was told and decides.
        """
        name = None
        if self.workspace is not None and self.session is not None:
            before = self.session.refusals
            self.workspace.commit()
            if self.session.refusals != before:
                return False
            name = name_of(self.session.document)
            self.session.close()
            self.window.let_go(self.workspace)
            if not leaving:
                garbage.clear_away()
        self.workspace, self.session = None, None
        kept = self.settings if name is None else self.settings.named(name)
        self.keep(dataclasses.replace(kept, window=self.window.place()))
        return True

    # -- commands over an open plan ----------------------------------------------------------------------------------

    def undo(self) -> None:
        if self.workspace is not None:
            self.workspace.undo()

    def redo(self) -> None:
        if self.workspace is not None:
            self.workspace.redo()

    def quit(self) -> None:
        self.window.close()

    # -- preferences -------------------------------------------------------------------------------------------------

    def take_settings(self, wanted: Settings) -> None:
        """Apply preferences at once and keep them."""
        old = self.settings
        self.keep(wanted)
        if (old.theme, old.text_size) != (wanted.theme, wanted.text_size):
            self._restyle(wanted)
        if self.session is not None:
            self.session.document.sign(self._author())
        if old.language != wanted.language:
            self.set_language(wanted.language)
        elif self.workspace is not None:
            self.workspace.retranslate()

    def _restyle(self, wanted: Settings) -> None:
        """Other colours or another text size: the workspace is made anew at its page, since every width follows the size,
        and since dressing a thousand widgets again takes longer than making the few that are seen."""
        page, tab = "", ""
        kept: dict[str, object] = {}
        place: tuple[str, str, str] | None = None
        if self.workspace is not None and self.session is not None:
            before = self.session.refusals
            self.workspace.commit()
            if self.session.refusals == before and self.workspace.current_key:
                page, tab = self.workspace.current_key, self.workspace.current_page.tab
                kept, place = self.workspace.kept(), self.workspace.current_page.keyboard_place
                self.window.let_go(self.workspace)
                self.workspace = None
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                garbage.clear_away()
        self.appearance.apply(wanted)
        if page and self.session is not None:
            self._make_workspace(self.session, kept)
            self._show_workspace(page)
            if self.workspace is not None and self.workspace.current_key != page:
                # A page without a line in the rail.
                self.workspace.show_page(page)
            if tab and self.workspace is not None:
                self.workspace.current_page.show_view(tab, {})
            if place is not None and self.workspace is not None:
                self.workspace.show_place(*place)

    def toggle_large(self) -> None:
        """Show everything large and alone on the screen, or as before."""
        self.appearance.enlarge(not self.appearance.is_large)
        self.commands.retranslate()
        self._restyle(self.settings)

    def _on_escaped(self) -> None:
        if self.appearance.is_large:
            self.toggle_large()

    def _on_scheme_changed(self) -> None:
        if self.settings.theme not in theme.THEMES:
            self._restyle(self.settings)

    def set_language(self, code: str) -> None:
        """Speak another language everywhere, at once."""
        spoken = code or qt_texts.system_language()
        self.keep(dataclasses.replace(self.settings, language=code))
        speak(spoken)
        qt_texts.install(self.app, spoken)
        self.commands.retranslate()
        if self._start_page is not None:
            self._start_page.retranslate()
        if self.session is not None:
            self.session.language_changed.emit()
        if self.new_page is not None:
            self.new_page.retranslate()

    def _on_essential_toggled(self, essential_only: bool) -> None:
        self.keep(dataclasses.replace(self.settings, essential_only=essential_only))
        if self.workspace is not None:
            self.workspace.set_essential_only()

    def _on_note_seen(self, name: str) -> None:
        self.keep(self.settings.note_seen(name))

    def _on_notes_unwanted(self) -> None:
        self.keep(dataclasses.replace(self.settings, notes=False))

    def keep(self, wanted: Settings) -> None:
        """Remember settings; a folder that cannot be written only costs the memory of them."""
        if wanted == self.settings:
            return
        self.settings = wanted
        if self.session is not None:
            self.session.settings = wanted
        try:
            settings.save(paths.settings_file(), wanted)
        except OSError as error:
            log.LOGGER.info("settings not kept: %s", error.strerror)

    def _author(self) -> Author:
        from mainstreamer.storage.plan_change import Author

        return Author(self.settings.person, self.settings.institution)

    # -- faults ------------------------------------------------------------------------------------------------------

    def fail(self, error: MainstreamerError) -> None:
        """Tell a person about a foreseen fault."""
        from mainstreamer.ui.messages import show_error

        log.LOGGER.info("told: %s", error.code)
        show_error(self.window, error)

    def report_bug(self, error: BaseException) -> None:
        self.on_exception(type(error), error, error.__traceback__)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A bug: log it whole, tell what is safe, and go on."""
        from mainstreamer.ui.messages import unexpected

        log.LOGGER.error("bug", exc_info=(kind, error, trace))
        unexpected(self.window, kind, error, trace)
