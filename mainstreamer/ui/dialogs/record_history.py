"""The history of one record: who changed which field, when, from what, to what; and putting a value back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.history import Change
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.storage.looking_back import Line
from mainstreamer.ui import theme
from mainstreamer.ui.changes import field_text, moment, shortened, subject, value_text
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.name_columns import UNCUT, NameColumns
from mainstreamer.ui.widgets.put_back import PutBack

PAGE = 100
"""Lines read at a time."""


class RecordHistoryDialog(QDialog):
    """Lines newest first; the one chosen is shown whole below."""

    def __init__(self, session: Session, kind: str, uid: str, field: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._kind, self._uid = session, kind, uid
        self._lines: list[Line] = []
        self._all_read = False
        self.heading: QLabel = label("heading", wrap=True)
        self.field_box = StillCombo()
        self.tree = QTreeWidget()
        theme.look(self.tree, "lines")
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._moments = NameColumns(self.tree, {0: UNCUT})
        self._old_name, self._new_name = label("fieldname"), label("fieldname")
        self.old, self.new = QPlainTextEdit(), QPlainTextEdit()
        self.put_back = PutBack(session)
        self.close_button = button("primary")
        self._lay_out()
        self._offer_fields(field)
        self.field_box.currentIndexChanged.connect(self._on_field_chosen)
        self.tree.currentItemChanged.connect(self._on_line_chosen)
        self.tree.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.put_back.done.connect(self._on_put_back)
        self.close_button.clicked.connect(self.accept)
        session.changed.connect(self._on_changed)
        self._say()
        self.reload()
        self.tree.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.heading, 1)
        head.addWidget(self.field_box)
        values = QGridLayout()
        values.setHorizontalSpacing(GAP)
        values.setVerticalSpacing(SMALL)
        for place, (name, text) in enumerate(((self._old_name, self.old), (self._new_name, self.new))):
            name.setBuddy(text)
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setFixedHeight(theme.current().px(88))
            values.addWidget(name, 0, place)
            values.addWidget(text, 1, place)
        foot = QHBoxLayout()
        foot.addWidget(self.put_back, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addLayout(values)
        column.addLayout(foot)
        room = self.screen().availableSize()
        size = theme.current()
        self.resize(min(size.px(940), room.width() - 64), min(size.px(620), room.height() - 64))

    def _offer_fields(self, field: str) -> None:
        self.field_box.addItem(t("All fields"), "")
        for name in KINDS[self._kind].fields:
            self.field_box.addItem(words().field(self._kind, name), name)
        self.field_box.setCurrentIndex(max(0, self.field_box.findData(field)))

    def _say(self) -> None:
        self.setWindowTitle(t("History"))
        self.heading.setText(subject(self._session.plan, self._kind, self._uid))
        self.field_box.setAccessibleName(t("Field"))
        self.tree.setHeaderLabels([t("When"), t("Field"), t("Before"), t("Changed to"), t("Who")])
        self.tree.setAccessibleName(t("Changes, newest first"))
        self._moments.begin()
        widths = (160, 190, 190, 190)
        for column, width in enumerate(widths, 1):
            self.tree.setColumnWidth(column, theme.current().px(width))
        for column in (2, 3):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self._old_name.setText(t("Before"))
        self._new_name.setText(t("Changed to"))
        self.old.setAccessibleName(t("Before"))
        self.new.setAccessibleName(t("Changed to"))
        self.close_button.setText(t("Close"))

    # -- reading -----------------------------------------------------------------------------------------------------

    @property
    def field(self) -> str:
        """The field shown; empty for all."""
        return str(self.field_box.currentData() or "")

    def reload(self) -> None:
        """Read the newest lines anew."""
        self._lines.clear()
        self._all_read = False
        self.tree.clear()
        self.read_more()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        else:
            self.show_change(None)

    def read_more(self) -> None:
        """Read the next lines."""
        if self._all_read:
            return
        below = self._lines[-1].place if self._lines else 0
        found = self._session.document.past.of_record(self._kind, self._uid, self.field, below, PAGE)
        self._all_read = len(found) < PAGE
        self._lines += found
        self.tree.addTopLevelItems([self._row(line) for line in found])

    def _row(self, line: Line) -> QTreeWidgetItem:
        plan, change = self._session.plan, line.change
        old, new = (value_text(plan, change, stored) for stored in (change.old, change.new))
        name = field_text(change) if change.cell.field != EXISTS else words().word("verb", line.verb)
        row = QTreeWidgetItem(
            [
                moment(line.at),
                name,
                shortened(old),
                shortened(new),
                ", ".join(part for part in (line.person, line.institution) if part),
            ]
        )
        for column in (2, 3, 4):
            row.setToolTip(column, row.text(column))
        row.setToolTip(0, words().word("verb", line.verb))
        self._moments.show(row)
        return row

    # -- reacting ----------------------------------------------------------------------------------------------------

    def current(self) -> Change | None:
        """The change chosen."""
        line = self.tree.currentItem()
        row = -1 if line is None else self.tree.indexOfTopLevelItem(line)
        return self._lines[row].change if 0 <= row < len(self._lines) else None

    def show_change(self, change: Change | None) -> None:
        plan = self._session.plan
        self.old.setPlainText("" if change is None else value_text(plan, change, change.old))
        self.new.setPlainText("" if change is None else value_text(plan, change, change.new))
        self.put_back.show_change(change)

    def _on_line_chosen(self) -> None:
        self.show_change(self.current())

    def _on_field_chosen(self, _index: int) -> None:
        self.reload()

    def _on_scrolled(self, value: int) -> None:
        bar = self.tree.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep() // 2:
            self.read_more()

    def _on_put_back(self) -> None:
        """The keyboard goes on among the lines, of which the first says what was put back."""
        self.tree.setFocus()

    def _on_changed(self, _change: object) -> None:
        self._say()
        self.reload()
