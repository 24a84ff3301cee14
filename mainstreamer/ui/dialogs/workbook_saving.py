"""Saving something of the plan as a workbook: where to, progress, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.workbook_place import WorkbookPlace
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.tasks import Progress, Task
from mainstreamer.ui.widgets.labels import button, label


class WorkbookSaving(QDialog):
    """Asks where to write, writes in the background, and offers to open the workbook. What is written, and what is said of
    it, is for subclasses."""

    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, session: Session, proposed: Path, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self._task: Task | None = None
        self._written: Path | None = None
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.current().px(560))
        self.heading, self.about = label("title", wrap=True), label("muted", wrap=True)
        self.heading.setText(title)
        self.place = WorkbookPlace(proposed)
        self.path, self.browse = self.place.path, self.place.browse
        self.form = QFormLayout()
        self.form.addRow(t("File"), self.place)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(t("Progress"))
        self.bar.hide()
        self.said = label(wrap=True)
        self.said.hide()
        self.go, self.cancel, self.open_file, self.open_folder = button("primary"), button(), button(), button("link")
        self.go.setDefault(True)
        self.cancel.setText(t("Cancel"))
        self.open_file.setText(t("Open the workbook"))
        self.open_folder.setText(t("Open the folder"))
        self.open_file.hide()
        self.open_folder.hide()
        self.go.clicked.connect(self.start)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.open_file.clicked.connect(self._on_open_clicked)
        self.open_folder.clicked.connect(self._on_open_folder_clicked)
        self.place.changed.connect(self._forget_written)
        self.place.resized.connect(self._fit)
        outcome = QVBoxLayout()
        outcome.setSpacing(SMALL)
        outcome.addWidget(self.said)
        outcome.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeading)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch(1)
        for press in (self.open_file, self.cancel, self.go):
            foot.addWidget(press)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_SIDE, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(WIDE_GAP)
        layout.addWidget(self.heading)
        layout.addWidget(self.about)
        layout.addLayout(self.form)
        layout.addWidget(self.bar)
        layout.addLayout(outcome)
        layout.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its texts are at this width; Qt asks for as much as they would take at the least width."""
        super().showEvent(event)
        if not event.spontaneous():
            self.resize(self.width(), max(self.minimumHeight(), self._layout.totalHeightForWidth(self.width())))

    # -- for subclasses ----------------------------------------------------------------------------------------------

    def writing(self, target: Path, over: bool) -> Callable[[Progress], object]:
        """The work of a worker that writes the workbook there, of the plan as it is now. Unless it may be written over a file
        that is there by then, that is refused."""
        raise NotImplementedError

    def told(self, result: Any) -> tuple[Path, str]:
        """Of what the work gave: the file written, and what to say about it."""
        raise NotImplementedError

    def cancelled(self) -> str:
        """What to say when a person broke it off."""
        return t("Cancelled. No file was changed.")

    # -- writing -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Write the workbook in the background."""
        settled = self.place.settled() if self._task is None else None
        if settled is None:
            return
        self._task = Task(self.writing(*settled))
        self._task.signals.progressed.connect(self._on_progressed)
        self._task.signals.done.connect(self._on_done)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        self._forget_written()
        self.said.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.go.setEnabled(False)
        self.cancel.setText(t("Cancel"))
        self._fit()
        self._task.start()

    def _end(self, said: str = "") -> None:
        self._task = None
        self.bar.hide()
        self.go.setEnabled(True)
        self.cancel.setText(t("Close") if self._written is not None else t("Cancel"))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self._fit()

    def _fit(self) -> None:
        """As high as the words need at this width."""
        self._layout.activate()
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _on_done(self, result: object) -> None:
        self._written, said = self.told(result)
        self.open_file.show()
        self.open_folder.show()
        self.place.rest()
        self._end(said)
        self.open_file.setFocus()

    def _forget_written(self) -> None:
        """What was said of the last workbook is not said of what is chosen now."""
        if self.open_file.isHidden():
            return
        for part in (self.said, self.open_file, self.open_folder):
            part.hide()
        self.place.look()

    def _on_failed(self, error: MainstreamerError) -> None:
        if isinstance(error, Cancelled):
            self._end(self.cancelled())
        else:
            self._end()
            self.failed.emit(error)

    def _on_broken(self, error: BaseException) -> None:
        self._end()
        self.broken.emit(error)

    # -- reacting ----------------------------------------------------------------------------------------------------

    def _on_cancel_clicked(self) -> None:
        self.reject()

    def _on_open_clicked(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _on_open_folder_clicked(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def reject(self) -> None:
        """Closing while the workbook is being written cancels that first."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()
