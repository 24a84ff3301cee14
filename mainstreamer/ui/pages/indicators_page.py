"""Indicators: everything that can be computed or was observed, with definition, variant and source."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.indicators import IndicatorValue, indicator_values
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.series import SeriesKey, group
from mainstreamer.knowledge import indicators
from mainstreamer.language import Language
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.giving_way import give_way, giving_way
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.models.indicator_model import (
    COLUMNS,
    NAME,
    SOURCE,
    UNIT,
    VARIANT,
    WHO,
    IndicatorModel,
    Row,
    SortedValues,
    rows_of,
)
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import PaintedLater, Slices
from mainstreamer.ui.spacing import GAP, PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP, WIDE_GAP
from mainstreamer.ui.tasks import Progress, Task
from mainstreamer.ui.widgets.column_widths import Wish, shared
from mainstreamer.ui.widgets.headings import end_in_dots, heading_width
from mainstreamer.ui.widgets.indicator_card import IndicatorCard
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.value_cells import ValueCells

ROW_HEIGHT, LOW_ROW = 42, 37
"""Two lines of text: names and variants are long. The second, where the page is low, leaves them no room above and below."""
LOW = 560
"""Pixels at 100 %: in a page less high, rows come before what is said about them."""
_TEXTS = {NAME: (210, 160), VARIANT: (150, 110), WHO: (136, 130), SOURCE: (160, 120)}
"""What columns of text want and what they keep in any case, in pixels at 100 %; the others are as wide as what is in them."""
_MOST, _MOST_UNIT, _PADDING = 180, 96, 24
"""What texts of the others take at most, and what stands beside them, in pixels at 100 %; units have two lines."""
MANY = 1000
"""From so many observations on, values are worked out beside the window."""
Groups = dict[SeriesKey, list[IndicatorValue]]


class IndicatorsPage(Page):
    """A table of values; a value that could not be computed says why. The definition of the row chosen stands below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._of: Plan | None = None
        self._speech: Language | None = None
        self._task: Task | None = None
        self._showing, self._catching_up = Slices(self), Slices(self, last=True)
        self._title, self._count, self._purpose = label("title"), label("muted"), label("muted", wrap=True)
        self._none = label("muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filter, self.only_values = QLineEdit(), QCheckBox()
        self.filter.setClearButtonEnabled(True)
        self.model = IndicatorModel(self)
        self.sorted = SortedValues(self.model, self)
        self.table = QTableView()
        self._set_up_table()
        self.card = IndicatorCard(session, self)
        self.card.hide()  # until there is something to say: its chart loads a library
        self.definition_name, self.definition = self.card.name, self.card.definition
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        self._painting = PaintedLater(self._stack)
        self._arrange()
        self.filter.textChanged.connect(self._on_filter_changed)
        self.only_values.toggled.connect(self._on_filter_changed)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.activated.connect(self._on_activated)
        self.card.chosen.connect(self._on_point_chosen)
        self.retranslate()

    def _set_up_table(self) -> None:
        theme.look(self.table, "values")
        self.table.setItemDelegate(ValueCells(self.table))
        self.table.setModel(self.sorted)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.current().px(ROW_HEIGHT))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        end_in_dots(self.table.horizontalHeader())
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _arrange(self) -> None:
        head, tools = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        tools.setSpacing(WIDE_GAP)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.only_values)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(self._purpose)
        layout.addLayout(tools)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.card)

    def retranslate(self) -> None:
        self._title.setText(t("Indicators"))
        self._purpose.setText(
            t(
                "Computed from your tables and registers, or observed and entered. The program adds no figures of its own."
            )
        )
        self.filter.setPlaceholderText(t("Filter by code, name, year, place or source"))
        self.filter.setAccessibleName(t("Filter"))
        self.only_values.setText(t("Only with a value"))
        self.table.setAccessibleName(t("Indicators"))
        self._fit_height()
        self.refresh(None)

    def refresh(self, change: PlanChange | None) -> None:
        plan, speech, today = self.session.plan, words(), self.session.today()
        if (self._of is plan and self._speech is speech) or self._task is not None:
            return
        self._of, self._speech = plan, speech
        if len(plan.observations) < MANY:
            values = indicator_values(plan, today=today)
            self._show_rows(rows_of(values))
            return
        if not self.isVisible():
            # A worker that begins now would have the page wait for its turns while it comes up.
            self._of = None
            return

        def work(_progress: Progress) -> tuple[list[Row], Groups]:
            values = indicator_values(plan, today=today, pause=give_way)
            return rows_of(giving_way(values)), group(giving_way(values), indicators())

        self._none.setText(t("The values are being worked out …"))
        self._task = Task(work)
        self._task.signals.done.connect(self._on_worked_out)
        self._task.signals.broken.connect(self._on_broken)
        self._task.start()

    def _on_worked_out(self, found: tuple[list[Row], Groups]) -> None:
        """Show them, in turns; what changed meanwhile is seen to after that."""
        self._task = None
        self._showing.start(self._steps(*found), after=lambda: self.refresh(None))

    def _on_broken(self, error: BaseException) -> None:
        self._task = None
        raise error

    def _show_rows(self, rows: list[Row], groups: Groups | None = None) -> None:
        row, offset = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        self.card.set_values([one.value for one in rows], groups)
        self.model.set_rows(rows)
        self.table.setCurrentIndex(self.sorted.index(min(max(row, 0), self.sorted.rowCount() - 1), NAME))
        self.table.verticalScrollBar().setValue(offset)
        self._none.setText(t("Enter a population table and observations in step 5, or actions in the action plan."))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._fit_columns()
        self._say_count()

    def _say_count(self) -> None:
        known = sum(self.model.value(row).value is not None for row in range(self.model.rowCount()))
        self._count.setText(n("{n} value", "{n} values", known))
        self._on_row_changed(self.table.currentIndex(), QModelIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catching_up.soon(self._catch_up)

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
        if self.model.rowCount():  # else columns are fitted when rows come
            self._fit_columns()

    def _fit_height(self) -> None:
        """In a low page, what the page is for is said by a tip of its title, and rows are as low as their text."""
        px = theme.current().px
        low = self.height() < px(LOW)
        self._purpose.setVisible(not low)
        self._title.setToolTip(self._purpose.text() if low else "")
        self.table.verticalHeader().setDefaultSectionSize(px(LOW_ROW if low else ROW_HEIGHT))
        self.card.fit(self.height() * 34 // 100, low)

    def _fit_columns(self) -> None:
        """Figures as wide as they are, text in what is left; the edge of the table cuts no column."""
        px, bar = theme.current().px, self.table.verticalScrollBar()
        room = self.width() - 2 * PAGE_SIDE - 2 * self.table.frameWidth() - bar.sizeHint().width() - 4
        wishes = []
        for column in COLUMNS:
            if column in _TEXTS:
                heading = heading_width(self.table.horizontalHeader(), column)
                wanted, least = (max(px(pixels), heading) for pixels in _TEXTS[column])
                wishes.append(Wish(wanted, least))
            else:
                width = self._width(column)
                wishes.append(Wish(width, width))
        if sum(one.least for one in wishes) <= room < sum(one.width for one in wishes):
            wishes = [Wish(one.least, one.least - (not one.firm)) for one in wishes]
        for column, width in enumerate(shared(wishes, [0] * len(wishes), room)):
            self.table.setColumnWidth(column, width)

    def _width(self, column: int) -> int:
        """What the heading and the longest text of a column need."""
        px = theme.current().px
        found = QFontMetrics(self.table.font()).horizontalAdvance(self.model.longest(column)) + 2
        found = min(found, px(_MOST_UNIT if column == UNIT else _MOST)) + px(_PADDING)
        return max(found, heading_width(self.table.horizontalHeader(), column))

    def _on_filter_changed(self) -> None:
        self.sorted.narrow(self.filter.text(), self.only_values.isChecked())
        self._say_count()

    def _on_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._showing.at_work:
            self._show_card()
            self.card.setVisible(current.isValid())

    def _steps(self, rows: list[Row], groups: Groups) -> Iterator[None]:
        """The rows, their painting, what the card says and the card, each in a step: together they would hold the window."""
        self._painting.hold()
        self._show_rows(rows, groups)
        yield
        self._show_card()
        yield
        self.card.setVisible(self.table.currentIndex().isValid())

    def _show_card(self) -> None:
        """What the card says of the row chosen."""
        current = self.table.currentIndex()
        if not current.isValid():
            return
        row = self.sorted.mapToSource(current).row()
        self.card.show_value(self.model.value(row), self.model.words(row))

    def _on_point_chosen(self, key: str) -> None:
        """A point of the chart has a row in the table, unless a filter hides it."""
        row = self.model.row_of(key)
        index = self.sorted.mapFromSource(self.model.index(row, NAME)) if row >= 0 else QModelIndex()
        if index.isValid():
            self.table.setCurrentIndex(index)

    def _on_activated(self, index: QModelIndex) -> None:
        """Enter or a double click leads to the record a value comes from."""
        value = self.model.value(self.sorted.mapToSource(index).row())
        if value.uid:
            field = "table" if value.kind == "population_table" else "value"
            self.session.place_wanted.emit(value.kind, value.uid, field)
