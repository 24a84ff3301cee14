"""Saves the checklist of a plan as a pack: where to, progress, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress, Task
from mainstreamer.ui.widgets.labels import button, label


class PackSavingDialog(QDialog):
    """Asks where to write, writes in the background, and offers to open the workbook."""

    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._task: Task | None = None
        self._written: Path | None = None
        self.setWindowTitle(t("Save the checklist as a pack"))
        self.setMinimumWidth(theme.current().px(560))
        say = label("muted", wrap=True)
        say.setText(
            t(
                "A pack is a workbook with all items and suggested actions of this plan in every language. Reword, translate "
                "and add items in a spreadsheet, then load the pack into this plan or another one."
            )
        )
        self.path = QLineEdit(str(folder / f"{session.document.path.stem} – {t('checklist')}.xlsx"))
        self.path.setAccessibleName(t("File"))
        self.browse = button()
        self.browse.setText(t("Choose …"))
        self.browse.clicked.connect(self._on_browse_clicked)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.addRow(t("File"), where)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(t("Progress"))
        self.bar.hide()
        self.said = label(wrap=True)
        self.said.hide()
        self.go, self.cancel, self.open_file = button("primary"), button(), button()
        self.go.setText(t("Save"))
        self.go.setDefault(True)
        self.cancel.setText(t("Close"))
        self.open_file.setText(t("Open the workbook"))
        self.open_file.hide()
        self.go.clicked.connect(self.start)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.open_file.clicked.connect(self._on_open_clicked)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for press in (self.open_file, self.cancel, self.go):
            foot.addWidget(press)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(say)
        layout.addLayout(form)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        layout.addLayout(foot)

    def _on_browse_clicked(self) -> None:
        title, kinds = t("Save the checklist as a pack"), t("Excel workbook (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self, title, self.path.text(), kinds)
        if name:
            self.path.setText(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")

    def start(self) -> None:
        """Write the pack in the background, of the plan as it is now."""
        from mainstreamer.exchange.pack_out import write_pack

        if self._task is not None:
            return
        plan, today, speech, target = self._session.plan, self._session.today(), words(), Path(self.path.text().strip())

        def work(progress: Progress) -> object:
            return write_pack(target, plan, speech, today, progress)

        self._task = Task(work)
        self._task.signals.progressed.connect(self._on_progressed)
        self._task.signals.done.connect(self._on_done)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        self.said.hide()
        self.open_file.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.go.setEnabled(False)
        self.cancel.setText(t("Cancel"))
        self._fit()
        self._task.start()

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _end(self, said: str = "") -> None:
        self._task = None
        self.bar.hide()
        self.go.setEnabled(True)
        self.cancel.setText(t("Close"))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self._fit()

    def _fit(self) -> None:
        """As high as the words need at this width."""
        self._layout.activate()
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))

    def _on_done(self, written: tuple[Path, int]) -> None:
        self._written, items = written
        said = n("{n} item is in “{name}”.", "{n} items are in “{name}”.", items, name=self._written.name)
        self.open_file.show()
        self._end(f"{said} {t('To bring it back, use “Load a checklist pack” in the menu.')}")
        self.open_file.setFocus()

    def _on_failed(self, error: MainstreamerError) -> None:
        if isinstance(error, Cancelled):
            self._end(t("Cancelled. No file was changed."))
        else:
            self._end()
            self.failed.emit(error)

    def _on_broken(self, error: BaseException) -> None:
        self._end()
        self.broken.emit(error)

    def _on_cancel_clicked(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.reject()

    def _on_open_clicked(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def reject(self) -> None:
        """Closing while the pack is being written cancels that first."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()
