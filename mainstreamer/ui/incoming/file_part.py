"""First: the file and the sheet in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.domain.plain_tables import PlainSheet
from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.language.sentences import error_sentence
from mainstreamer.operations.tables.targets import Mapping
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import LinesModel
from mainstreamer.ui.incoming.tables import as_high_as_rows, lines_table, share_width
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.widgets.file_drop import FileDrop
from mainstreamer.ui.widgets.labels import button, frame, label

_PEOPLE_WEIGHT = 5
"""A table of people by age has no columns to be known."""


class FilePart(QWidget):
    """A button and a place to drop a file; then its sheets with what they seem to hold."""

    opened = Signal(Path)
    go_on = Signal()
    """Enter or a double click on a sheet."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        self._error: MainstreamerError | None = None
        self.say, self.name = label("muted", wrap=True), label("strong", wrap=True)
        self.choose = button("primary")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.model = LinesModel()
        self.sheets = lines_table(self.model)
        self.sheets.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.sheets.activated.connect(lambda _index: self.go_on.emit())
        self.ours = frame("hint")
        self.ours_text, self.ours_way = label(wrap=True), button("link")
        self.ours_way.clicked.connect(self._on_ours_clicked)
        inside = QHBoxLayout(self.ours)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(8)
        inside.addWidget(self.ours_text, 1)
        inside.addWidget(self.ours_way)
        self.ours.hide()
        self.box = frame("card")
        top = QHBoxLayout(self.box)
        top.setContentsMargins(16, 16, 16, 16)
        top.setSpacing(16)
        about = QVBoxLayout()
        about.setSpacing(4)
        about.addWidget(self.name)
        about.addWidget(self.say)
        top.addLayout(about, 1)
        top.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        self.known = QWidget()
        lines = QGridLayout(self.known)
        lines.setContentsMargins(16, 0, 16, 0)
        lines.setSpacing(8)
        lines.setColumnStretch(1, 1)
        self._known = [label("muted", wrap=True) for _ in range(4)]
        for place, line in enumerate(self._known):
            dot = label("muted")
            dot.setText("•")
            lines.addWidget(dot, place, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(line, place, 1)
        drop = FileDrop(self, self.box)
        drop.dropped.connect(self._on_dropped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addWidget(self.ours)
        layout.addWidget(self.sheets, 1)
        layout.addWidget(self.known)
        layout.addStretch()
        self.sheets.hide()

    def start(self) -> None:
        """Where the keyboard belongs."""
        (self.sheets if self.sheets.isVisibleTo(self) else self.choose).setFocus()

    def show_error(self, error: MainstreamerError | None) -> None:
        """Tell why the file cannot be read."""
        self._error = error
        self.refresh()
        if error is not None:
            self.choose.setFocus()

    def refresh(self) -> None:
        """Show the file as it was read, or what to do first."""
        book = self._work.book
        theme.restyle(self.choose, "look", "primary" if book is None else "")
        self.known.setVisible(book is None and not self._work.busy)
        self.sheets.setVisible(book is not None)
        self.ours.setVisible(book is not None and book.book.is_ours)
        self.ours_way.setVisible(self._workbook_way() is not None)
        if book is None:
            self._say_nothing_read()
            return
        self.name.setText(book.book.file)
        self.say.setText(
            n(
                "{n} sheet. Press “Next” to see where its headings are.",
                "{n} sheets. Choose the one with the table.",
                len(book.book.sheets),
            )
        )
        self.choose.setText(t("Choose another file …"))
        self.model.show_lines(
            (t("Sheet"), t("Rows"), t("Columns"), t("What it seems to hold")),
            list(zip(book.book.sheets, book.guesses, strict=True)),
            _sheet_texts,
            right=frozenset((1, 2)),
        )
        share_width(self.sheets, {1: 96, 2: 96})
        as_high_as_rows(self.sheets)
        self.sheets.setAccessibleName(t("Sheets"))

    def _say_nothing_read(self) -> None:
        self.choose.setText(t("Choose a file …"))
        error = self._error
        if self._work.busy:
            self.name.setText(t("Reading “{name}” …", name=self._work.path.name))
            self.say.setText("")
        elif error is not None and not isinstance(error, Cancelled):
            said = error_sentence(words(), error)
            self.name.setText(said.happened)
            self.say.setText(f"{said.safe} {t('Choose an Excel workbook (.xlsx) or a table as text (.csv).')}")
        else:
            self.name.setText(t("A table that was not made with this program"))
            self.say.setText(
                t(
                    "An action plan, a list of associations, a register of agreements, a census table: an Excel workbook "
                    "(.xlsx) or a table as text (.csv). Choose it, or drop it here. Nothing is added before you have "
                    "looked through it."
                )
            )

    def choose_best(self) -> int:
        """The sheet that most probably is the table: the one with most known columns, then the longest."""
        book = self._work.book
        if book is None or not book.book.sheets:
            return -1

        def weight(place: int) -> tuple[int, int]:
            mapping, sheet = book.guesses[place], book.book.sheets[place]
            return (
                sum(bool(column.sure) for column in mapping.columns) + 5 * (mapping.kind == "population_table"),
                sheet.height,
            )

        return max(range(len(book.guesses)), key=weight)

    def retranslate(self) -> None:
        self.ours_text.setText(
            t(
                "This workbook was exported from Mainstreamer. “Import a workbook” compares it with the plan cell by cell "
                "and keeps what others changed meanwhile."
            )
        )
        self.ours_way.setText(t("Import a workbook …"))
        understood = (
            t(
                "Headings are recognised in English, French, Romanian and Russian; you can change what each column goes into."
            ),
            t(
                "Titles above and between the rows, merged cells, sums and column numbers are recognised and not imported "
                "as records."
            ),
            t(
                "Dates, quarters and sums are read as people write them: “Q4 2027”, “until 31.12.2027”, “1.5 million”. Several "
                "ministries may stand in one cell. You see how each cell is read."
            ),
            t(
                "What is in the plan already, and what cannot be read, is shown before anything is added. A column without a "
                "field of its own is kept in a note, behind its heading."
            ),
        )
        for line, text in zip(self._known, understood, strict=True):
            line.setText(text)
        self.refresh()

    def _on_choose_clicked(self) -> None:
        folder = self._work.path.parent if self._work.path.name else self._work.session.document.path.parent
        kinds = t("Tables (*.xlsx *.csv *.tsv *.txt)")
        name, _ = QFileDialog.getOpenFileName(self, t("Import a table"), str(folder), kinds)
        if name:
            self.opened.emit(Path(name))

    def _workbook_way(self) -> Callable[[Path], object] | None:
        """What takes in an exported workbook, if something around this page does."""
        around = self.parentWidget()
        while around is not None:
            found = getattr(around, "taking_in", None)
            if found is not None:
                begin: Callable[[Path], object] = found.begin
                return begin
            around = around.parentWidget()
        return None

    def _on_ours_clicked(self) -> None:
        begin = self._workbook_way()
        if begin is not None:
            begin(self._work.path)

    def _on_dropped(self, files: list[Path], _pages: list[str], _place: QPoint) -> None:
        if files:
            self.opened.emit(files[0])

    def _on_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._work.choose_sheet(current.row())


def _sheet_texts(line: tuple[PlainSheet, Mapping]) -> list[Any]:
    sheet, mapping = line
    speech = words()
    size = speech.number(len(sheet.rows))
    if sheet.cut == "rows":
        size = t("first {rows}", rows=size)
    kind = speech.kind(mapping.kind, "many") if mapping.kind and sheet.rows else ""
    known = sum(bool(column.sure) for column in mapping.columns)
    if kind and mapping.columns:
        kind = f"{kind} · {n('{n} column known', '{n} columns known', known)}"
    return [sheet.title, size, speech.number(sheet.width), kind or t("nothing")]
