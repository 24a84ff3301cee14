"""What opens to pick from: a calendar for days, the quarters of the plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QSpinBox, QToolButton, QWidgetAction

from mainstreamer.domain.calendar import Quarter, quarters_of_years
from mainstreamer.domain.kinds import PlanFrame
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.qt_texts import locale


class _YearEntry(QObject):
    """Takes the year typed: Enter shows it and leaves the calendar open, and the day chosen moves into it."""

    def __init__(self, calendar: QCalendarWidget, year: QSpinBox) -> None:
        super().__init__(calendar)
        self._calendar, self._year = calendar, year
        year.installEventFilter(self)
        year.editingFinished.connect(self._on_year_settled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            self._year.interpretText()
            self._year.editingFinished.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_year_settled(self) -> None:
        day, first = self._calendar.selectedDate(), QDate(self._calendar.yearShown(), self._calendar.monthShown(), 1)
        if day.year() != first.year():
            self._calendar.setSelectedDate(first.addDays(min(day.day(), first.daysInMonth()) - 1))


def add_calendar(menu: QMenu, start: date) -> QCalendarWidget:
    """Fill a menu with a calendar that begins at a day."""
    calendar = QCalendarWidget(menu)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setLocale(locale(words().code))
    calendar.setFirstDayOfWeek(calendar.locale().firstDayOfWeek())
    calendar.setMinimumSize(theme.current().px(300), theme.current().px(270))
    plain = QTextCharFormat()
    plain.setForeground(theme.current().colour("ink"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    for name, mark, said in (
        ("qt_calendar_prevmonth", "‹", t("Month before")),
        ("qt_calendar_nextmonth", "›", t("Next month")),
    ):
        turn = calendar.findChild(QToolButton, name)
        if turn is not None:
            turn.setIcon(QIcon())
            turn.setText(mark)
            turn.setAccessibleName(said)
    year = calendar.findChild(QSpinBox, "qt_calendar_yearedit")
    if year is not None:
        _YearEntry(calendar, year)
    calendar.setSelectedDate(QDate(start.year, start.month, start.day))
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)
    menu.setActiveAction(action)
    calendar.setFocus()
    return calendar


def add_quarters(menu: QMenu, frame: PlanFrame, chosen: Quarter | None, ends: bool = False) -> None:
    """Fill a menu with the quarters of the plan, each with its first month, or its last where something `ends` in it; each
    action holds its quarter as text."""
    if frame.start_year is None or frame.end_year is None:
        menu.addAction(t("The plan has no first and last year yet")).setEnabled(False)
        return
    for quarter in quarters_of_years(frame.start_year, frame.end_year):
        day = (quarter.last_day if ends else quarter.first_day)(frame.fiscal_start or 1)
        action = menu.addAction(f"{words().quarter(quarter)}    {words().choice('month', str(day.month))}")
        action.setData(str(quarter))
        if quarter == chosen:
            menu.setActiveAction(action)
