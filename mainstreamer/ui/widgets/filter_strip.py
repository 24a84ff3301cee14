"""What holds rows back, above a register: a chip for each filter, and one click that takes it off."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mainstreamer.settings import ColumnFilter
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.register_columns import NOT_READY, READY_COLUMN, USUAL_FILTERS, RegisterColumns
from mainstreamer.ui.models.register_filters import asks, said
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.filter_chip import FilterChip
from mainstreamer.ui.widgets.labels import button, set_shown
from mainstreamer.ui.widgets.popup_place import box_of


class FilterStrip(QWidget):
    """Filters of columns that are usual for a kind are always there; others while they hold rows back, in the order of
    the columns, whichever was set first."""

    opened = Signal(str, QRect)
    """A filter is to be shown, under this box of the screen."""
    changed = Signal(object)
    """A ColumnFilter is wanted."""
    cleared = Signal()
    """All rows are wanted."""

    def __init__(self, columns: RegisterColumns, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._usual = USUAL_FILTERS.get(columns.kind, ())
        self._order = tuple(dict.fromkeys((*self._usual, *columns.all)))
        self.chips: dict[str, FilterChip] = {}
        self._filters: dict[str, ColumnFilter] = {}
        self._searched = self._filled = False
        self.clear: QPushButton = button("link")
        self.clear.clicked.connect(self.cleared)
        self._bar = bar(self)
        self._bar.addWidget(self.clear)
        for name in self._usual:
            self._chip(name)
        self.retranslate()

    def _chip(self, name: str) -> FilterChip:
        if name not in self.chips:
            made = FilterChip(name, self)
            made.open.clicked.connect(self._on_open_clicked)
            made.off.clicked.connect(self._on_off_clicked)
            following = next((one for one in self._order[self._order.index(name) :] if one in self.chips), "")
            self._bar.add_before(made, self.chips[following] if following else self.clear)
            self.chips[name] = made
            self.chips = {one: self.chips[one] for one in self._order if one in self.chips}
            stops = [stop for chip in self.chips.values() for stop in (chip.open, chip.off)]
            for before, after in pairwise((*stops, self.clear)):
                QWidget.setTabOrder(before, after)
        return self.chips[name]

    def show_filters(self, filters: Mapping[str, ColumnFilter], searched: bool, filled: bool) -> None:
        """Show what is filtered; `searched`: a text holds rows back as well; `filled`: there are rows at all."""
        self._filters, self._searched, self._filled = dict(filters), searched, filled
        for name in filters:
            self._chip(name)
        for name, chip in self.chips.items():
            active = name in filters
            set_shown(chip, active or name in self._usual)
            label, wanted = self._columns.label(name), filters.get(name, ColumnFilter(name))
            if name == READY_COLUMN and wanted.values in ((), (NOT_READY,)):
                chip.show_filter(t("Only not ready"), "", active)
            else:
                chip.show_filter(label, said(self._columns, wanted), active)
        self.clear.setVisible(bool(filters) or searched)
        set_shown(self, filled and bool(self._usual or filters or searched))
        self.updateGeometry()

    def retranslate(self) -> None:
        self.clear.setText(t("Show all rows"))
        self.clear.setAccessibleName(t("Show all rows"))
        self.show_filters(self._filters, self._searched, self._filled)

    def box_of(self, name: str) -> QRect:
        """Where the chip of a column is on the screen; empty while it has none."""
        chip = self.chips.get(name)
        if chip is None or not chip.isVisible():
            return QRect()
        return box_of(chip)

    def _sender_name(self) -> str:
        sender = self.sender()
        return next((name for name, chip in self.chips.items() if sender in (chip.open, chip.off)), "")

    def _on_open_clicked(self) -> None:
        name = self._sender_name()
        if name == READY_COLUMN:
            wanted = (
                ColumnFilter(name)
                if asks(self._filters.get(name, ColumnFilter(name)))
                else ColumnFilter(name, (NOT_READY,))
            )
            self.changed.emit(wanted)
        else:
            self.opened.emit(name, self.box_of(name))

    def _on_off_clicked(self) -> None:
        name = self._sender_name()
        self.chips[name].open.setFocus()
        self.changed.emit(ColumnFilter(name))
