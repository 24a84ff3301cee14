"""Asks what a column must hold: values to tick, from and to, a part of a text, blank or not blank."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.settings import ColumnFilter
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.models.register_columns import RANGE, TEXT, VALUES, RegisterColumns, folded
from mainstreamer.ui.models.register_filters import BLANK, NOT_BLANK, bound
from mainstreamer.ui.models.register_values import Offer, Offers
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP, WIDE_GAP
from mainstreamer.ui.widgets.check_list import LONG
from mainstreamer.ui.widgets.editors import Editor
from mainstreamer.ui.widgets.field_grid import make_editor
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.popup_place import show_under
from mainstreamer.ui.widgets.tick_line import TickLine

MOST_SHOWN = 300
"""So many values are listed at once; the others are found by searching."""
FEWEST = 2
"""The list is never lower than so many values."""


class FilterPopup(QFrame):
    """Takes effect while it is open. Closes on Escape, Enter, or a click elsewhere."""

    changed = Signal(object)
    """The ColumnFilter wanted now; it may ask for nothing."""

    def __init__(self, columns: RegisterColumns, present: ColumnFilter, offers: Offers, parent: QWidget) -> None:
        """`offers` are the values to tick, where the column is filtered by ticking."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.look(self, "card")
        self._columns, self.wanted = columns, present
        self._heading = label("strong")
        self._heading.setText(columns.label(present.column))
        self.setAccessibleName(t("Filter by: {field}", field=self._heading.text()))
        self.clear_button, self.close_button = button("link"), button()
        self.clear_button.setText(t("Take this filter off"))
        self.close_button.setText(t("Close"))
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.close_button.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        form = columns.form_of(present.column)
        self.list: QListWidget | None = None
        self._offers: list[Offer] = []
        self._counting, self._box = Slices(self), QRect()
        self.bounds: list[Editor] = []
        self.text: QLineEdit | None = None
        self.choices: list[QRadioButton] = []
        if form == VALUES:
            self._add_values(column, offers)
        elif form == RANGE:
            self._add_range(column)
        elif form == TEXT:
            self._add_text(column)
        if form != VALUES:
            self._add_blank(column)
        foot = QHBoxLayout()
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self._show_state()

    # -- parts -------------------------------------------------------------------------------------------------------

    def _add_values(self, column: QVBoxLayout, offers: Offers) -> None:
        self._ticked = list(self.wanted.values)
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Search the list"))
        self.search.setAccessibleName(t("Search the list"))
        self.search.hide()
        self.search.textChanged.connect(self._fill_list)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setItemDelegate(TickLine(self.list))
        self.list.setAccessibleName(self._heading.text())
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.installEventFilter(self)
        self._note = label("note", wrap=True)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(self._note)
        self._note.setText(t("Counting the rows …"))
        self._give_room()
        self._counting.start(offers, self._on_counted)
        self._counting.run_slice()

    def finish(self) -> None:
        """Have the values counted now."""
        while self._counting.at_work:
            self._counting.run_slice()

    def _on_counted(self, offers: list[Offer] | None) -> None:
        if offers is None:
            return
        self._offers = offers
        self.search.setVisible(len(offers) > LONG)
        self._fill_list()
        self._give_room()
        if self.isVisible():
            show_under(self, self._box)
            self._first().setFocus()

    def _give_room(self) -> None:
        if self.list is None:
            return
        rows, px = max(FEWEST, min(len(self._offers), LONG)), theme.current().px
        widest = self.list.sizeHintForColumn(0) + px(48)
        self.list.setMinimumWidth(min(widest, px(460)))
        self.list.setFixedHeight(rows * (max(self.list.sizeHintForRow(0), px(18)) + 2) + 12)

    def _fill_list(self, *_: object) -> None:
        if self.list is None:
            return
        parts = folded(self.search.text()).split()
        found = [one for one in self._offers if self._holds(one, parts)]
        found.sort(key=lambda one: one.key not in self._ticked)
        self.list.blockSignals(True)
        self.list.clear()
        for one in found[:MOST_SHOWN]:
            item = QListWidgetItem(f"{one.name}   {words().number(one.count)}")
            item.setData(Qt.ItemDataRole.UserRole, one.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.key in self._ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        more = len(found) - MOST_SHOWN
        if more > 0:
            self._note.setText(n("{n} more value: search to see it.", "{n} more values: search to see them.", more))
        else:
            self._note.setText("" if found else t("No row has such a value."))
        self._note.setVisible(bool(self._note.text()))

    def _holds(self, offer: Offer, parts: Sequence[str]) -> bool:
        """Whether all parts typed stand in the name of a value, its short name or its code."""
        if not parts:
            return True
        said = folded(f"{offer.name} {self._columns.key_words(self.wanted.column, offer.key)}")
        return all(part in said for part in parts)

    def _add_range(self, column: QVBoxLayout) -> None:
        type_ = self._columns.range_type(self.wanted.column)
        for name, stored in ((t("From"), self.wanted.least), (t("To"), self.wanted.most)):
            editor = make_editor(type_, self._columns.session)
            editor.set_value(bound(type_, stored))
            editor.set_words(f"{self._heading.text()}: {name}")
            editor.changed.connect(self._on_bounds_changed)
            editor.control.installEventFilter(self)
            said = label("fieldname")
            said.setText(name)
            said.setBuddy(editor.control)
            said.setMinimumWidth(theme.current().px(48))
            row = QHBoxLayout()
            row.setSpacing(GAP)
            row.addWidget(said)
            row.addWidget(editor, 1)
            column.addLayout(row)
            self.bounds.append(editor)

    def _add_text(self, column: QVBoxLayout) -> None:
        self.text = QLineEdit(self.wanted.text)
        self.text.setPlaceholderText(t("Contains"))
        self.text.setAccessibleName(f"{self._heading.text()}: {t('Contains')}")
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.installEventFilter(self)
        column.addWidget(self.text)

    def _add_blank(self, column: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for text, value in ((t("All"), ""), (t("Not blank"), NOT_BLANK), (t("Blank"), BLANK)):
            made = QRadioButton(text)
            made.setProperty("filled", value)
            made.setChecked(self.wanted.filled == value)
            group.addButton(made)
            row.addWidget(made)
            self.choices.append(made)
        row.addStretch(1)
        group.buttonClicked.connect(self._on_blank_clicked)
        column.addLayout(row)

    # -- reacting ----------------------------------------------------------------------------------------------------

    def _want(self, **changes: Any) -> None:
        wanted = dataclasses.replace(self.wanted, **changes)
        if wanted != self.wanted:
            self.wanted = wanted
            self._show_state()
            self.changed.emit(wanted)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        key = str(item.data(Qt.ItemDataRole.UserRole))
        if item.checkState() == Qt.CheckState.Checked and key not in self._ticked:
            self._ticked.append(key)
        elif item.checkState() == Qt.CheckState.Unchecked and key in self._ticked:
            self._ticked.remove(key)
        order = [one.key for one in self._offers]
        self._want(values=tuple(sorted(self._ticked, key=order.index)))

    def _on_bounds_changed(self, _value: object) -> None:
        least, most = (str(editor.type.store(editor.value()) or "") for editor in self.bounds)
        self._want(least=least, most=most, filled="")

    def _on_text_changed(self, text: str) -> None:
        self._want(text=text.strip(), filled="")

    def _on_blank_clicked(self, pressed: QRadioButton) -> None:
        self._want(filled=str(pressed.property("filled")))

    def _on_clear_clicked(self) -> None:
        self._want(values=(), least="", most="", text="", filled="")
        self.close()

    def _show_state(self) -> None:
        wanted = self.wanted
        self.clear_button.setEnabled(wanted != ColumnFilter(wanted.column))
        for choice in self.choices:
            choice.setChecked(choice.property("filled") == wanted.filled)

    # -- the window --------------------------------------------------------------------------------------------------

    def show_at(self, box: QRect) -> None:
        """Open under a box of the screen, inside the screen."""
        self.setMinimumWidth(theme.current().px(300))
        self._box = box
        show_under(self, box)
        self._first().setFocus()

    def _first(self) -> QWidget:
        if self.list is not None:
            return self.list if self.search.isHidden() else self.search
        if self.bounds:
            return self.bounds[0].control
        return self.text or self.choices[0]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                for editor in self.bounds:
                    editor.commit()
                if not any(editor.problem() for editor in self.bounds):
                    self.close()
                return True
            if self.list is not None and watched is self.search and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed and not settled takes effect too."""
        for editor in self.bounds:
            editor.commit()
        super().hideEvent(event)
