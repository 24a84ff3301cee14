"""Export to Excel: where to, in which language, progress, cancel, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
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
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress, Task
from mainstreamer.ui.widgets.labels import button, label

if TYPE_CHECKING:
    from mainstreamer.exchange.workbook_out import ExportReport

PRESETS = ("full", "print", "public")


class ExportDialog(QDialog):
    """Asks where to write, writes in the background, and offers to open the workbook."""

    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._written: Path | None = None
        self.setWindowTitle(t("Export to Excel"))
        self.setMinimumWidth(560)
        self._say = label("muted", wrap=True)
        self._say.setText(
            t("The workbook holds the action plan, the registers, the checklist and the readiness findings.")
        )
        self._path = QLineEdit(str(folder / f"{session.document.path.stem}.xlsx"))
        self._path.setAccessibleName(t("File"))
        browse = button()
        browse.setText(t("Choose …"))
        browse.clicked.connect(self._on_browse_clicked)
        where = QHBoxLayout()
        where.addWidget(self._path, 1)
        where.addWidget(browse)
        self._language, self._preset = QComboBox(), QComboBox()
        for code in SHIPPED:
            self._language.addItem(NATIVE_NAMES[code], code)
        self._language.setCurrentIndex(self._language.findData(words().code))
        titles = (
            t("Everything"),
            t("For printing: cover and action plan"),
            t("For the public: without persons and contacts"),
        )
        for title, code in zip(titles, PRESETS, strict=True):
            self._preset.addItem(title, code)
        form = QFormLayout()
        form.addRow(t("File"), where)
        form.addRow(t("Language"), self._language)
        form.addRow(t("Content"), self._preset)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._result = label(wrap=True)
        self._result.hide()
        self._go, self._cancel, self._open = button("primary"), button(), button()
        self._go.setText(t("Export"))
        self._go.setDefault(True)
        self._cancel.setText(t("Close"))
        self._open.setText(t("Open the workbook"))
        self._open.hide()
        self._go.clicked.connect(self.start)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for widget in (self._open, self._cancel, self._go):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self._say)
        layout.addLayout(form)
        layout.addWidget(self._bar)
        layout.addWidget(self._result)
        layout.addLayout(foot)

    def _on_browse_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, t("Export to Excel"), self._path.text(), t("Excel workbook (*.xlsx)")
        )
        if name:
            self._path.setText(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")

    def start(self) -> None:
        """Write the workbook in the background; the plan as it is now is handed over whole."""
        from datetime import date

        from mainstreamer.exchange.workbook_out import export_workbook
        from mainstreamer.knowledge import plan_checklist

        plan, vector = self._session.plan, self._session.document.know()
        target, preset = Path(self._path.text().strip()), str(self._preset.currentData())
        speech = language(str(self._language.currentData()))
        today: date = self._session.today()

        def work(progress: Progress) -> object:
            return export_workbook(
                plan,
                plan_checklist(plan, speech.code),
                speech,
                target,
                preset=preset,
                today=today,
                vector=vector,
                progress=progress,
            )

        self._task = Task(work)
        self._task.signals.progressed.connect(self._on_progressed)
        self._task.signals.done.connect(self._on_done)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        self._result.hide()
        self._open.hide()
        self._bar.setRange(0, 0)
        self._bar.show()
        self.adjustSize()
        self._go.setEnabled(False)
        self._cancel.setText(t("Cancel"))
        self._task.start()

    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def _end(self) -> None:
        self._task = None
        self._bar.hide()
        self._go.setEnabled(True)
        self._cancel.setText(t("Close"))

    def _on_done(self, report: ExportReport) -> None:
        self._end()
        self._written = report.path
        text = t("Written and checked: {name}", name=report.path.name)
        if report.findings:
            cut = n(
                "{n} text was too long for a cell and is cut with a mark.",
                "{n} texts were too long for a cell and are cut with a mark.",
                len(report.findings),
            )
            text = f"{text}\n{cut}"
        self._result.setText(text)
        self._result.show()
        self._open.show()
        self._open.setFocus()
        self.adjustSize()

    def _on_failed(self, error: MainstreamerError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._result.setText(t("The export was cancelled. No file was changed."))
            self._result.show()
            self.adjustSize()
        else:
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
        """Closing while the workbook is being written cancels that first."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()
