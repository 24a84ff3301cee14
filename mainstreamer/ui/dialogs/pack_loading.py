"""Loads a checklist pack: reads it in the background, shows what is new, gone, reworded and translated, and takes it in as one
step of undo. What cannot be taken is listed by sheet, row and column, and then nothing is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.packs import PackFault
from mainstreamer.errors import Cancelled, MainstreamerError, PackRefused
from mainstreamer.language.sentences import error_sentence
from mainstreamer.operations.pack_report import Line, fault_lines, language_line, lines, summary
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.models.pack_model import PackModel
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP
from mainstreamer.ui.tasks import Progress, Task
from mainstreamer.ui.widgets.headings import end_in_dots
from mainstreamer.ui.widgets.labels import button, label

if TYPE_CHECKING:
    from mainstreamer.domain.plan import Plan
    from mainstreamer.operations.pack_difference import PackDifference

_FITTED = {"lines": (0, 1, 2), "faults": (0, 1, 2, 3)}
"""Columns as wide as their words; the others share the rest."""
_SHOWN_ROWS = 40
_SMALL, _LARGE = (680, 200), (1120, 620)
"""Pixels at 100 %: with a few words, and with a table."""


class _Read(NamedTuple):
    """What a worker found in a pack, and the plan it was compared with."""

    plan: Plan
    found: PackDifference
    lines: list[Line]
    summary: list[str]


class PackLoadingDialog(QDialog):
    """Shows what loading would do before anything is done; all or nothing."""

    broken = Signal(object)

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._path = session, path
        self._task: Task | None = None
        self._read: _Read | None = None
        self._faults: tuple[PackFault, ...] = ()
        self.setWindowTitle(t("Load a checklist pack"))
        self.heading, self.text, self.languages = (
            label("heading", wrap=True),
            label(wrap=True),
            label("note", wrap=True),
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(t("Progress"))
        self.groups = QComboBox()
        self.groups.setAccessibleName(t("Show"))
        self.groups.currentIndexChanged.connect(self._on_group_chosen)
        self.model = PackModel()
        self.table = self._new_table()
        self.copy, self.other = button(), button()
        self.copy.setText(t("Copy the list"))
        self.other.setText(t("Choose another file …"))
        self.cancel, self.ok = button(), button("primary")
        self.ok.setText(t("Load"))
        self.copy.clicked.connect(self._on_copy_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.ok.clicked.connect(self._on_ok_clicked)
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(self.groups)
        above.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.other)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_SIDE, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(GAP)
        for part in (self.heading, self.text, self.languages, self.bar):
            layout.addWidget(part)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addLayout(foot)
        self.read()

    def _new_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.current().px(44))
        table.horizontalHeader().setResizeContentsPrecision(_SHOWN_ROWS)
        end_in_dots(table.horizontalHeader())
        return table

    # -- reading -----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the pack in the background and compare it with the plan as it is now."""
        plan, path, speech = self._session.plan, self._path, words()

        def work(progress: Progress) -> _Read:
            from mainstreamer.exchange.pack_in import codes_for, read_pack
            from mainstreamer.operations.packs import compare

            found = compare(plan, read_pack(path, codes_for(plan), progress), progress)
            return _Read(plan, found, list(lines(found, speech)), summary(found, speech))

        self._read, self._faults = None, ()
        self._show(t("Reading “{name}” …", name=path.name), t("Nothing is loaded yet."))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.other.setEnabled(False)
        self.cancel.setText(t("Cancel"))
        self.cancel.setFocus()
        self._task = Task(work)
        self._task.signals.progressed.connect(self._on_progressed)
        self._task.signals.done.connect(self._on_read)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        self._task.start()

    def _show(self, heading: str, text: str, languages: str = "") -> None:
        """Show these words and nothing else yet."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.languages.setText(languages)
        self.languages.setVisible(bool(languages))
        for widget in (self.bar, self.groups, self.table, self.copy, self.ok):
            widget.hide()
        self._take_size(_SMALL)

    def _take_size(self, wanted: tuple[int, int]) -> None:
        room = self.screen().availableSize()
        width, height = (theme.current().px(pixels) for pixels in wanted)
        self.resize(min(width, room.width() - 64), min(height, room.height() - 64))

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _end(self) -> None:
        self._task = None
        self.bar.hide()
        self.other.setEnabled(True)
        self.cancel.setText(t("Close"))

    def _on_read(self, read: _Read) -> None:
        self._end()
        self._read = read
        states = "\n".join(language_line(state, words()) for state in read.found.languages)
        self._show(t("“{name}”: what it changes", name=self._path.name), " ".join(read.summary), states)
        self._show_groups(read.lines)
        self.ok.setVisible(not read.found.changes_nothing)
        self.copy.setVisible(bool(read.lines))
        if read.found.changes_nothing:
            self.cancel.setFocus()
        else:
            self.cancel.setText(t("Cancel"))
            self.ok.setDefault(True)
            self.ok.setFocus()

    def _show_groups(self, found: list[Line]) -> None:
        titles = (
            ("", t("Everything")),
            ("new", t("New")),
            ("gone", t("Not in the pack")),
            ("reworded", t("Worded anew")),
            ("translated", t("Translated")),
            ("changed", t("Changed")),
            ("note", t("Not taken")),
        )
        self.groups.blockSignals(True)
        self.groups.clear()
        for group, title in titles:
            count = sum(not group or one.group == group for one in found)
            if count:
                self.groups.addItem(f"{title} ({words().number(count)})", group)
        self.groups.blockSignals(False)
        self.groups.setVisible(bool(found))
        self._on_group_chosen()

    def _on_group_chosen(self) -> None:
        if self._read is None:
            return
        group = self.groups.currentData()
        shown = [one for one in self._read.lines if not group or one.group == group]
        self.model.show_lines(shown)
        if self._read.lines:
            self._show_table("lines", self.heading.text())

    def _show_table(self, form: str, name: str) -> None:
        self._take_size(_LARGE)
        self.table.setAccessibleName(name)
        head = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            fitted = column in _FITTED[form]
            head.setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents if fitted else QHeaderView.ResizeMode.Stretch
            )
        self.table.show()

    def _on_failed(self, error: MainstreamerError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._show(t("Reading was cancelled"), t("Nothing was changed."))
        elif isinstance(error, PackRefused):
            self._show_faults(error)
        else:
            said = error_sentence(words(), error)
            self._show(said.happened, f"{said.safe} {said.todo}")
        (self.copy if self.copy.isVisibleTo(self) else self.other).setFocus()

    def _show_faults(self, error: PackRefused) -> None:
        self._faults = tuple(fault for fault in error.faults if isinstance(fault, PackFault))
        heading = n("{n} place cannot be taken", "{n} places cannot be taken", len(error.faults))
        text = t("Nothing was loaded. Correct these cells in your spreadsheet, save it, and choose the file again.")
        self._show(heading, text)
        self.model.show_faults(self._faults)
        self._show_table("faults", heading)
        self.copy.show()
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)

    def _on_broken(self, error: BaseException) -> None:
        self._end()
        self._show(t("Reading was cancelled"), t("Nothing was changed."))
        self.broken.emit(error)

    # -- buttons -----------------------------------------------------------------------------------------------------

    def _on_copy_clicked(self) -> None:
        """The whole list as text, for a mail to whoever keeps the pack."""
        if self._read is not None:
            rows = ["\t".join((one.word, one.item, one.part, one.before, one.after)) for one in self._read.lines]
        else:
            rows = fault_lines(self._faults, words())
        QGuiApplication.clipboard().setText("\n".join([self._path.name, *rows]))

    def _on_other_clicked(self) -> None:
        title, kinds = t("Load a checklist pack"), t("Excel workbook (*.xlsx)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._path.parent), kinds)
        if name:
            self._path = Path(name)
            self.read()

    def _on_ok_clicked(self) -> None:
        if self._read is None:
            return
        if self._session.plan is not self._read.plan:
            # The plan has changed since: what is shown would not be what is done.
            self.read()
            return
        read = self._read
        if not self._session.put("load_pack", read.found.puts, self):
            return
        self._show(
            t("The pack is loaded"),
            " ".join([*read.summary, t("One undo takes all of it back.")]),
            self.languages.text(),
        )
        self._read = None
        self.other.hide()
        self.cancel.setText(t("Close"))
        self.cancel.setFocus()

    def _on_cancel_clicked(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Closing while the pack is being read cancels that first."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()
