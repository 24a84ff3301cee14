"""A short list to tick, in a small window of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.popup_place import show_under
from mainstreamer.ui.widgets.tick_line import TickLine

MOST_LINES = 14
LEAST_WIDTH = 300
"""In pixels at 100 %."""
_BESIDE = 170
"""Height of what stands above and below the list, in pixels at 100 %."""


class TicksPopup(QFrame):
    """Each tick takes effect at once. Closes on Escape, Enter, or a click elsewhere."""

    changed = Signal(object)
    """The keys ticked, as a tuple in the order of the list."""

    def __init__(
        self,
        heading: str,
        lines: Sequence[tuple[str, str]],
        ticked: Sequence[str],
        parent: QWidget,
        note: str = "",
        fixed: Collection[str] = (),
    ) -> None:
        """`lines` are pairs of key and text; `note` stands below them. The `fixed` ones are ticked and stay so."""
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
        self.suggestion_button, self.none_button, self.close_button = button("link"), button("link"), button()
        self.close_button.setText(t("Close"))
        self.suggestion_button.hide()
        self.none_button.hide()
        self._fixed = frozenset(fixed)
        self._suggested: tuple[str, ...] = ()
        self._lay_out()
        self._fill(lines, ticked)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.installEventFilter(self)
        self.close_button.clicked.connect(self.close)
        self.suggestion_button.clicked.connect(self._on_suggestion_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.none_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        column.setSpacing(GAP)
        for widget in (self._heading, self.list, self.suggestion_button, self._note):
            column.addWidget(widget)
        column.addLayout(foot)

    def _fill(self, lines: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        for key, text in lines:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            if key in self._fixed:
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled))
                item.setForeground(theme.current().colour("muted"))
            on = key in ticked or key in self._fixed
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(next((row for row, (key, _) in enumerate(lines) if key not in self._fixed), 0))
        px = theme.current().px
        rows = max(2, min(len(lines), MOST_LINES))
        room = self.screen().availableSize().height() * 2 // 3 - px(_BESIDE)
        self.list.setFixedHeight(min(rows * max(self.list.sizeHintForRow(0), px(18)) + px(16), max(room, px(120))))
        widest = min(self.list.sizeHintForColumn(0) + px(72), self.screen().availableSize().width() * 2 // 3)
        self.setFixedWidth(max(px(LEAST_WIDTH), widest))

    def suggest(self, text: str, keys: Sequence[str]) -> None:
        """Offer to tick just these, under this text."""
        self._suggested = tuple(keys)
        self.suggestion_button.setText(text)
        self.suggestion_button.setVisible(bool(keys))
        self.setFixedWidth(max(self.width(), self.suggestion_button.sizeHint().width() + theme.current().px(32)))

    def offer_none(self, text: str) -> None:
        """Offer to take off all ticks, under this text."""
        self.none_button.setText(text)
        self.none_button.show()

    def ticked(self) -> tuple[str, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(_key(item) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, keys: Sequence[str]) -> None:
        """Tick just these, without telling."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            on = _key(item) in keys or _key(item) in self._fixed
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def show_at(self, box: QRect) -> None:
        """Open under a box of the screen."""
        show_under(self, box)
        self.list.setFocus()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit(self.ticked())

    def _on_suggestion_clicked(self) -> None:
        self._tick_these(self._suggested)

    def _on_none_clicked(self) -> None:
        self._tick_these(())

    def _tick_these(self, keys: Sequence[str]) -> None:
        self.tick(keys)
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
