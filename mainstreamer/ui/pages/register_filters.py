"""Which rows a register shows: words typed, filters of its columns, and a test of the page around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from mainstreamer.domain.kinds import Record
from mainstreamer.settings import ColumnFilter
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.models.register_columns import READY_COLUMN
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.pages.register_state import RegisterState
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.filter_strip import FilterStrip

PAUSE_MS = 150
"""So long nothing must be typed into the filter before ten thousand rows are searched."""
MANY = 1500


class RegisterFilters(QObject):
    """Joins the three, says in a strip what holds rows back, and has readiness worked out where rows depend on it."""

    filtered = Signal()
    """Rows were chosen anew by the words typed or by the page's test."""

    def __init__(
        self, session: Session, rows: RegisterRows, state: RegisterState, line: QLineEdit, strip: FilterStrip
    ) -> None:
        """`line` is where words are typed."""
        super().__init__(rows.table)
        self._session, self._rows, self._state = session, rows, state
        self._line, self._strip = line, strip
        self._wanted: Callable[[Record], bool] | None = None
        self._awaits_readiness = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._filter_rows)
        line.textChanged.connect(self._on_typed)
        line.returnPressed.connect(self._filter_rows)
        strip.changed.connect(state.set_filter)
        strip.cleared.connect(self.clear)
        state.changed.connect(self._on_state_changed)
        if READY_COLUMN in rows.model.vocabulary.derived:
            session.assessment.found.connect(self._on_found)

    def set_wanted(self, wanted: Callable[[Record], bool] | None) -> None:
        """Show only records for which this is true; None shows all."""
        self._wanted = wanted
        self._filter_rows()

    def filter_by(self, filters: Iterable[ColumnFilter]) -> None:
        """Show only rows that pass these filters of columns, whatever was filtered before."""
        self._line.clear()
        self._state.set_filters(filters)

    def clear(self) -> None:
        """Show all rows again, as far as the page's test lets them."""
        self.filter_by(())
        self._filter_rows()

    def refresh(self, change: PlanChange | None) -> None:
        """Follow the plan, after the rows did."""
        if change is None:
            if self._wanted is not None:
                self._rows.proxy.refilter()
            self._ask_readiness()

    def show_filters(self) -> None:
        """Say in the strip what holds rows back."""
        searched = bool(self._line.text().strip())
        self._strip.show_filters(self._state.filters, searched, bool(self._rows.model.rowCount()))

    def flush(self) -> None:
        """Filter at once by what was typed."""
        if self._pause.isActive():
            self._filter_rows()

    def _filter_rows(self) -> None:
        self._pause.stop()
        self._rows.proxy.set_filter(self._line.text(), self._wanted)
        self.filtered.emit()

    def _on_typed(self, text: str) -> None:
        if self._rows.model.rowCount() > MANY and text:
            self._pause.start()
        else:
            self._filter_rows()

    def _on_state_changed(self) -> None:
        self._ask_readiness()
        self.show_filters()

    def _ask_readiness(self) -> None:
        """Where rows are chosen or ordered by what is ready, have that worked out for the plan as it is now."""
        asked = self._rows.proxy.asked
        names = {one.column for one in asked.filters} | {name.lstrip("-") for name in asked.sort}
        if READY_COLUMN in names and not self._session.assessment.is_current:
            self._awaits_readiness = True
            self._session.assessment.ask()

    def _on_found(self) -> None:
        """Rows that are shown stay while a person works on them; only what was asked for before this was known is asked
        again."""
        self._rows.model.reassess()
        if self._awaits_readiness and self._session.assessment.is_current:
            self._awaits_readiness = False
            self._rows.proxy.refilter()
