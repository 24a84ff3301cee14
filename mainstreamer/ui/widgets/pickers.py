"""What opens to pick from: a calendar for days, the quarters of the plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidgetAction

from mainstreamer.domain.calendar import Quarter, quarters_of_years
from mainstreamer.domain.kinds import PlanFrame
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words


def add_calendar(menu: QMenu, start: date) -> QCalendarWidget:
    """Fill a menu with a calendar that begins at a day."""
    calendar = QCalendarWidget(menu)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setLocale(QLocale(words().code))
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
    calendar.setSelectedDate(QDate(start.year, start.month, start.day))
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)
    menu.setActiveAction(action)
    calendar.setFocus()
    return calendar


def add_quarters(menu: QMenu, frame: PlanFrame, chosen: Quarter | None) -> None:
    """Fill a menu with the quarters of the plan; each action holds its quarter as text."""
    if frame.start_year is None or frame.end_year is None:
        menu.addAction(t("The plan has no first and last year yet")).setEnabled(False)
        return
    for quarter in quarters_of_years(frame.start_year, frame.end_year):
        month = words().choice("month", str(quarter.first_day(frame.fiscal_start or 1).month))
        action = menu.addAction(f"{words().quarter(quarter)}    {month}")
        action.setData(str(quarter))
        if quarter == chosen:
            menu.setActiveAction(action)
