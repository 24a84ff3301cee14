"""The indicator chosen: how it is defined, and its values over the years with baselines and targets of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.domain.indicators import IndicatorValue
from mainstreamer.domain.series import Series, SeriesKey, group, key_of, point_key, series
from mainstreamer.knowledge import indicators
from mainstreamer.language.indicators import IndicatorWords
from mainstreamer.ui import theme
from mainstreamer.ui.charts.indicator_groups import code_tip
from mainstreamer.ui.charts.series_chart import GOAL, SeriesChart
from mainstreamer.ui.charts.series_words import series_name, series_notes
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.indicator_details import IndicatorDetails
from mainstreamer.ui.widgets.labels import ElidedLabel, label

HEIGHT, LEAST, LEAST_LOW, LEAST_WIDTH = 232, 172, 144, 600
"""Pixels at 100 %: the card is never higher, nor lower than the second, or the third in a low page; without this width there
is no chart."""


class _ReadingArea(QScrollArea):
    """Text that is read, and scrolled with the arrow keys."""

    accessible_role = QAccessible.Role.Document


class IndicatorCard(QFrame):
    """Words at the leading side, the chart beside them."""

    chosen = Signal(str)
    """A value was chosen in the chart: its key, as `domain.series.point_key` gives it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self._session = session
        self._groups: dict[SeriesKey, list[IndicatorValue]] | None = None
        self._values: Sequence[IndicatorValue] = ()
        self._drawn: Series | None = None
        self.name, self.definition = label("strong", wrap=True), label(wrap=True)
        self.chart, self.readout, self._notes = SeriesChart(), ElidedLabel("note"), label("note", wrap=True)
        for words_of in (self.name, self.definition, self._notes):
            # A word longer than the panel must not push the rest out of it.
            words_of.setSizePolicy(QSizePolicy.Policy.Ignored, words_of.sizePolicy().verticalPolicy())
        area = self.area = _ReadingArea(self)
        inside = QWidget()
        theme.look(inside, "plain")
        area.setWidget(inside)
        said = QVBoxLayout(inside)
        said.setContentsMargins(0, 0, SMALL, 0)
        said.setSpacing(SMALL)
        said.addWidget(self.name)
        said.addWidget(self.definition)
        self.details = IndicatorDetails()
        said.addWidget(self._notes)
        said.addWidget(self.details)
        said.addStretch(1)
        theme.look(area, "reading")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside = QWidget(self)
        drawn = QVBoxLayout(self._beside)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.setSpacing(SMALL)
        drawn.addWidget(self.readout)
        drawn.addWidget(self.chart, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        row.setSpacing(WIDE_GAP)
        row.addWidget(area, 2)
        row.addWidget(self._beside, 3)
        self.fit(theme.current().px(HEIGHT))
        self.chart.chosen.connect(self._on_chosen)
        self.chart.opened.connect(self._on_opened)

    def fit(self, most: int, low: bool = False) -> None:
        """Be as high as the chart needs, and no higher; the table above then stays where it is. In a low page the table needs
        the room more."""
        px = theme.current().px
        self.setFixedHeight(max(px(LEAST_LOW if low else LEAST), min(most, px(HEIGHT))))

    def set_values(
        self, values: Sequence[IndicatorValue], groups: dict[SeriesKey, list[IndicatorValue]] | None = None
    ) -> None:
        """All values there are; unless they come in `groups`, those of one indicator are looked for when it is chosen."""
        self._values, self._groups, self._drawn = values, groups, None

    def show_value(self, value: IndicatorValue, said: IndicatorWords) -> None:
        """Show the indicator of a value, with that value chosen."""
        name = f"{said.code} {said.name}".strip()
        self.name.setText(": ".join(part for part in (name, said.variant) if part))
        reason = t("Not computable: {reason}", reason=said.reason_behind) if said.reason else ""
        self.definition.setText("\n".join(part for part in (reason, said.definition, value.source.strip()) if part))
        self.name.setToolTip(code_tip(said.code))
        told = self.details.show_code(said.code)
        self.area.setAccessibleName(t("About the indicator"))
        self.area.setAccessibleDescription("\n".join(part for part in (said.definition, told) if part))
        if self._groups is None:
            self._groups = group(self._values, indicators())
        key, marked = key_of(value, indicators()), point_key(value)
        if self._drawn is None or self._drawn.key != key or not self.chart.words_of(marked):
            found = series(key, self._groups.get(key, ()), self._session.plan, indicators())
            self._drawn = found
            self.chart.show_series(found, marked)
            notes = series_notes(found, len(self.chart.lines)) if found.years else []
            self._notes.setText(" ".join(notes))
            self._notes.setVisible(bool(notes))
        self.chart.setAccessibleName(t("{indicator} over the years", indicator=series_name(key, said.name)))
        self.chart.mark(marked)
        self._say_choice()

    def _say_choice(self) -> None:
        found = self._drawn
        lacking = t("There is no value with a year yet.") if found is not None and not found.years else ""
        self.readout.set_whole(self.chart.words_of(self.chart.marked) or lacking)

    def _on_chosen(self, key: str) -> None:
        self._say_choice()
        if not key.startswith(GOAL):
            self.chosen.emit(key)

    def _on_opened(self, key: str) -> None:
        """Enter or a double click leads to the record behind a point."""
        if key.startswith(GOAL):
            _, uid, field = key.split("|")
            self._session.place_wanted.emit("action_indicator", uid, field)
            return
        value = next((one for one in self._values if point_key(one) == key), None)
        if value is not None and value.uid:
            self._session.place_wanted.emit(
                value.kind, value.uid, "table" if value.kind == "population_table" else "value"
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.setVisible(event.size().width() >= theme.current().px(LEAST_WIDTH))
