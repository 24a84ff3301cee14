"""Observations over the years: a list of indicators, and the values of the one chosen as lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mainstreamer.domain.indicators import observation_value
from mainstreamer.domain.kinds import Observation, Record
from mainstreamer.domain.series import Series, SeriesKey, group, series
from mainstreamer.knowledge import indicators
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.charts.indicator_groups import code_tip
from mainstreamer.ui.charts.series_chart import GOAL, SeriesChart
from mainstreamer.ui.charts.series_words import series_names, series_notes
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.picture import Picture
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.cell_text import cell_lines
from mainstreamer.ui.widgets.labels import ElidedLabel, frame, label

LIST_WIDTH = 230
MOST_LINES = 4
"""Lines of a name in the list; its tip has it whole."""
HIGH_SCRIPTS = "\u058f"
"""Latin, Greek and Cyrillic letters come before it."""
MANY = 1000
"""From so many records on they are not taken in at once."""


class ObservationLines(Picture):
    """The records shown, by indicator. Choosing a point chooses its record; goals of actions lead to their action."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind)
        self._records: Sequence[Record] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take)
        self._groups: dict[SeriesKey, list[Observation]] = {}
        self._of: dict[str, SeriesKey] = {}
        self._shown: SeriesKey | None = None
        self._entries: dict[tuple[str, str], str] = {}
        self._selected: tuple[str, ...] = ()
        self.list, self.chart = QListWidget(), SeriesChart()
        self._title, self._notes = ElidedLabel("strong"), label("note", wrap=True)
        self.readout = ElidedLabel("note")
        self._none = label("muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.look(self.list, "tables")
        self.list.setFixedWidth(theme.current().px(LIST_WIDTH))
        self.list.setSpacing(SMALL)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        inside.setSpacing(SMALL)
        for part in (self._title, self.readout):
            inside.addWidget(part)
        self.chart.setMinimumHeight(theme.current().px(140))
        inside.addWidget(self.chart, 1)
        inside.addWidget(self._notes)
        self._filled = QWidget()
        row = QHBoxLayout(self._filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._filled, 1)
        layout.addWidget(self._none, 1)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.chart.chosen.connect(self._on_chosen)
        self.chart.opened.connect(self._on_opened)

    # -- for the register --------------------------------------------------------------------------------------------

    def show_records(self, records: Sequence[Record]) -> None:
        self._records = records
        # Many records are taken in by and by, so that the window goes on meanwhile.
        if len(records) < MANY:
            self._take()
        else:
            self._soon.start()

    def _take(self) -> None:
        self._groups = group((record for record in self._records if isinstance(record, Observation)), indicators())
        self._of = {record.uid: key for key, found in self._groups.items() for record in found}
        if self._shown not in self._groups:
            self._shown = next(iter(self._groups), None)
        self._fill_list()
        if len(self._records) < MANY:
            self._show_series()
        else:
            QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        self._show_series()
        chosen, self._selected = self._selected, ()
        self.show_selection(chosen)

    def show_selection(self, uids: Sequence[str]) -> None:
        if tuple(uids) == self._selected and self.chart.marked in uids:
            return
        self._selected = tuple(uids)
        first = next((uid for uid in uids if uid in self._of), "")
        # A goal chosen in the picture stays chosen: the table has no row for it.
        if not first or (self.chart.marked.startswith(GOAL) and self._of[first] == self._shown):
            return
        known = {point.key for line in self.chart.lines for point in line.points}
        if self._of[first] != self._shown or first not in known:
            self._shown = self._of[first]
            self._fill_list()
            self._show_series()
        self.chart.mark(first)
        self._say_choice()

    def refresh(self, change: PlanChange | None) -> None:
        if change is None or change.touches("action", "action_indicator", "plan"):
            self._show_series()

    def retranslate(self) -> None:
        self.list.setAccessibleName(t("Indicators"))
        self._none.setText(t("No observation passes the filters."))
        self._fill_list()
        self._show_series()

    # -- showing -----------------------------------------------------------------------------------------------------

    def _fill_list(self) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            names, metrics = series_names(self._groups), QFontMetrics(self.list.font())
            for key, records in self._groups.items():
                count = words().number(len(records))
                item = QListWidgetItem(self._entry(names[key], count, metrics))
                if max(names[key], default="") > HIGH_SCRIPTS:
                    # Their letters are higher than the list thinks.
                    high = metrics.boundingRect(QRect(0, 0, 9999, 9999), 0, item.text()).height()
                    item.setSizeHint(QSize(0, high + SMALL))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{names[key]} ({count})")
                item.setToolTip("\n".join(part for part in (names[key], code_tip(key.code)) if part))
                self.list.addItem(item)
            if self._shown in self._groups:
                self.list.setCurrentRow(list(self._groups).index(self._shown))
        self._filled.setVisible(bool(self._groups))
        self._none.setVisible(not self._groups)

    def _entry(self, name: str, count: str, metrics: QFontMetrics) -> str:
        """A name in as many lines as the list gives it, and how many values it has, which is always in sight."""
        known = self._entries.get((name, count))
        if known is not None:
            return known
        width, counted = theme.current().px(LIST_WIDTH - 28), f"  ({count})"
        *lines, last = cell_lines(name, self.list.font(), width, MOST_LINES)
        if metrics.horizontalAdvance(last + counted) <= width:
            lines.append(last + counted)
        elif lines:
            room = width - metrics.horizontalAdvance(counted)
            lines.append(metrics.elidedText(last, Qt.TextElideMode.ElideRight, room) + counted)
        else:
            lines += (last, counted.strip())
        self._entries[name, count] = "\n".join(lines)
        return self._entries[name, count]

    def series(self) -> Series | None:
        """What is drawn now."""
        return self.chart.series

    def _show_series(self) -> None:
        key = self._shown
        if key is None or key not in self._groups:
            self.chart.show_series(None)
            return
        values = [observation_value(record) for record in self._groups[key]]
        found = series(key, values, self.session.plan, indicators())
        self.chart.show_series(found, next((uid for uid in self._selected if self._of.get(uid) == key), ""))
        name = series_names(self._groups)[key]
        self._title.set_whole(name)
        self.chart.setAccessibleName(t("{indicator} over the years", indicator=name))
        self._notes.setText(" ".join(series_notes(found, len(self.chart.lines))))
        self._notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._notes.setVisible(bool(self._notes.text()))
        self._say_choice()

    def _say_choice(self) -> None:
        self.readout.set_whole(self.chart.words_of(self.chart.marked) or t("Choose a point to read its value."))

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _on_row_changed(self, row: int) -> None:
        keys = list(self._groups)
        if not 0 <= row < len(keys) or keys[row] == self._shown:
            return
        self._shown = keys[row]
        newest = max(self._groups[keys[row]], key=lambda record: record.year or 0)
        self._selected = (newest.uid,)
        self._show_series()
        self.chart.mark(newest.uid)
        self._say_choice()
        self.chosen.emit(self._selected)

    def _on_chosen(self, key: str) -> None:
        self._say_choice()
        if not key.startswith(GOAL):
            self._selected = (key,)
            self.chosen.emit(self._selected)

    def _on_opened(self, key: str) -> None:
        if key.startswith(GOAL):
            _, uid, field = key.split("|")
            self.session.place_wanted.emit("action_indicator", uid, field)
        else:
            self.opened.emit(key)
