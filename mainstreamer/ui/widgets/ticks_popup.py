"""A short list to tick, in a small window of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.popup_place import show_under
from mainstreamer.ui.widgets.tick_line import TickLine

MOST_LINES = 14
LEAST_WIDTH = 300
"""In pixels at 100 %."""


class TicksPopup(QFrame):
    """Each tick takes effect at once. Closes on Escape, Enter, or a click elsewhere."""

    changed = Signal(object)
    """The keys ticked, as a tuple in the order of the list."""

    def __init__(
        self, heading: str, lines: Sequence[tuple[str, str]], ticked: Sequence[str], parent: QWidget, note: str = ""
    ) -> None:
        """`lines` are pairs of key and text; `note` stands below them."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.look(self, "card")
        self.setAccessibleName(heading)
        self._heading, self._note = label("strong", wrap=True), label("note", wrap=True)
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.list = QListWidget()
        self.list.setItemDelegate(TickLine(self.list))
        self.list.setAccessibleName(heading)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.suggestion_button, self.close_button = button("link"), button()
        self.close_button.setText(t("Close"))
        self.suggestion_button.hide()
        self._suggested: tuple[str, ...] = ()
        self._lay_out()
        self._fill(lines, ticked)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.installEventFilter(self)
        self.close_button.clicked.connect(self.close)
        self.suggestion_button.clicked.connect(self._on_suggestion_clicked)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self._heading, self.list, self.suggestion_button, self._note):
            column.addWidget(widget)
        column.addLayout(foot)

    def _fill(self, lines: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        for key, text in lines:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        px = theme.current().px
        rows = max(2, min(len(lines), MOST_LINES))
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), px(18)) + px(16))
        widest = min(self.list.sizeHintForColumn(0) + px(72), self.screen().availableSize().width() * 2 // 3)
        self.setFixedWidth(max(px(LEAST_WIDTH), widest))

    def suggest(self, text: str, keys: Sequence[str]) -> None:
        """Offer to tick just these, under this text."""
        self._suggested = tuple(keys)
        self.suggestion_button.setText(text)
        self.suggestion_button.setVisible(bool(keys))
        self.setFixedWidth(max(self.width(), self.suggestion_button.sizeHint().width() + theme.current().px(32)))

    def ticked(self) -> tuple[str, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(_key(item) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, keys: Sequence[str]) -> None:
        """Tick just these, without telling."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setCheckState(Qt.CheckState.Checked if _key(item) in keys else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def show_at(self, box: QRect) -> None:
        """Open under a box of the screen."""
        show_under(self, box)
        self.list.setFocus()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit(self.ticked())

    def _on_suggestion_clicked(self) -> None:
        self.tick(self._suggested)
        self.changed.emit(self.ticked())
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            self.close()
            return True
        return super().eventFilter(watched, event)


def _key(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
