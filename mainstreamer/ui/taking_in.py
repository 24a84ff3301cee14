"""How a workbook comes into the window, by command or dropped onto it, and what happens once it is taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.commands import Command
from mainstreamer.ui.drops import dropped
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.registry import COMING_BACK, OVERVIEW
from mainstreamer.ui.widgets.taken_note import TakenNote

if TYPE_CHECKING:
    from mainstreamer.ui.application import Application
    from mainstreamer.ui.workbook_coming_back import Taken
    from mainstreamer.ui.workspace import Workspace

SUFFIXES = (".xlsx", ".xlsm")


def ask_for_workbook(parent: QWidget, folder: Path) -> Path | None:
    """The workbook that a person chooses; None when they choose none."""
    name, _ = QFileDialog.getOpenFileName(parent, t("Import a workbook"), str(folder), t("Excel workbook (*.xlsx)"))
    return Path(name) if name else None


def taking_in_command(running: Application) -> Command:
    """The command, over whichever plan is open when it is run."""

    def ask() -> None:
        workspace = running.workspace
        if workspace is None or running.session is None:
            return
        path = ask_for_workbook(running.window, running.session.document.path.parent)
        if path is not None:
            workspace.taking_in.begin(path)

    return Command(
        "workbook.take_in", lambda: t("Import a workbook …"), "Ctrl+Shift+E", ask, True, icon="file-arrow-up"
    )


class TakingIn(QObject):
    """Belongs to a workspace: leads to the page of the workbook and away from it, and lets workbooks be dropped anywhere that
    does not take files itself."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace, self._session = workspace, workspace.session
        self._before = OVERVIEW
        """The page to go back to."""
        self.note = TakenNote()
        self.note.undo_wanted.connect(self._on_undo_wanted)
        self.note.go_wanted.connect(self._on_go_wanted)
        self._session.coming_back_changed.connect(self._on_changed)
        self._session.coming_back_taken.connect(self._on_taken)
        self._session.changed.connect(self._on_plan_changed)
        workspace.setAcceptDrops(True)
        workspace.installEventFilter(self)

    def begin(self, path: Path) -> None:
        """Read a workbook, once a person agrees that the one they look through is put aside for it."""
        back = self._session.coming_back
        if not back.is_there or not back.decisions.is_made or path == back.path:
            self._read(path)
            return
        from mainstreamer.ui.dialogs.another_workbook import AnotherWorkbook

        dialog = AnotherWorkbook(back.path.name, path.name, self._workspace)
        dialog.accepted.connect(lambda: self._read(path))
        dialog.open()

    def _read(self, path: Path) -> None:
        self._workspace.commit()
        if self._workspace.current_key != COMING_BACK:
            self._before = self._workspace.current_key or OVERVIEW
        self.note.dismiss()
        self._session.coming_back.read(path)
        self._workspace.go_to_page(COMING_BACK, enter=True)

    def count(self) -> str:
        """How much there is to look through; nothing while it is being read."""
        if not self._session.has_workbook:
            return ""
        count = self._session.coming_back.count
        return words().number(count) if count else ""

    # -- what becomes of it ------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        workspace = self._workspace
        if not self._session.has_workbook and workspace.current_key == COMING_BACK:
            workspace.show_page(self._before)
            workspace.areas.enter("page")
        workspace.fill_rail()

    def _on_taken(self, taken: Taken) -> None:
        self.note.show_taken(taken)
        (self.note.go_button if taken.first is not None else self.note.undo_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _on_plan_changed(self, _change: PlanChange) -> None:
        self.note.dismiss()

    def _on_undo_wanted(self) -> None:
        self._workspace.undo()
        self._workspace.areas.enter("page")

    def _on_go_wanted(self) -> None:
        first = self.note.taken.first if self.note.taken is not None else None
        if first is not None:
            self._session.place_wanted.emit(first.kind, first.uid, first.field)

    # -- dropping ----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            return self._take(cast(QDragMoveEvent, event)) is not None
        if event.type() == QEvent.Type.Drop:
            path = self._take(cast(QDropEvent, event))
            if path is not None:
                self.begin(path)
                return True
        return False

    def _take(self, event: QDragMoveEvent | QDropEvent) -> Path | None:
        files, _pages = dropped(event.mimeData())
        if len(files) != 1 or files[0].suffix.lower() not in SUFFIXES:
            return None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return files[0]
