"""How a register is shown: columns, order of rows, filters; kept in a person's settings, also under names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from mainstreamer.settings import VIEWS_LIMIT, ColumnFilter, TableView
from mainstreamer.ui.models.register_filters import asks
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.session import Session

KEEP_AFTER_MS = 800
"""How long columns rest before they are written to the settings."""
MOST_SORTED = 4


class RegisterState(QObject):
    """What a person chose for one register. The last columns, widths and order are kept by themselves, filters only in
    named views: nobody should open a plan and miss rows."""

    changed = Signal()
    """Columns, order or filters are others."""

    def __init__(self, session: Session, rows: RegisterRows) -> None:
        super().__init__(rows.table)
        self._session, self._rows = session, rows
        self.sort: tuple[str, ...] = ()
        self.filters: dict[str, ColumnFilter] = {}
        self.name = ""
        """The named view shown last; empty when there was none."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEEP_AFTER_MS)
        self._rest.timeout.connect(self.keep)
        rows.table.columns_changed.connect(self._on_columns_changed)
        rows.table.head.sort_wanted.connect(self.toggle_sort)
        self._show(session.settings.table(rows.kind).last)

    # -- columns -----------------------------------------------------------------------------------------------------

    def set_columns(self, names: Sequence[str]) -> None:
        """Show these columns in this order, each as wide as before."""
        known = self._rows.model.vocabulary.known(names) or self._rows.model.vocabulary.usual
        table = self._rows.table
        table.set_columns(known, dict(zip(table.columns(), table.widths(), strict=True)))
        self._on_columns_changed()

    def reset_columns(self) -> None:
        """The columns, widths and order that a register begins with."""
        self._rows.table.set_columns(self._rows.model.vocabulary.usual, {})
        self.set_sort(())
        self._on_columns_changed()

    def _on_columns_changed(self) -> None:
        self._rest.start()
        self.changed.emit()

    # -- order -------------------------------------------------------------------------------------------------------

    def toggle_sort(self, name: str, add: bool = False) -> None:
        """Sort by a column: rising, then falling, then not at all; `add` keeps the columns sorted by before."""
        falling = f"-{name}"
        present = falling if falling in self.sort else name if name in self.sort else ""
        following = {"": name, name: falling, falling: ""}[present]
        if not add:
            wanted = following if len(self.sort) == 1 else name
            self.set_sort((wanted,) if wanted else ())
        elif present:
            self.set_sort([part for one in self.sort if (part := following if one == present else one)])
        else:
            self.set_sort((*self.sort[: MOST_SORTED - 1], name))

    def set_sort(self, sort: Sequence[str]) -> None:
        """Sort by these columns; `-` before a name: falling."""
        self.sort = tuple(dict.fromkeys(sort))
        self._rows.table.head.show_sort(self.sort)
        self._rows.proxy.set_sort(self.sort)
        self._rest.start()
        self.changed.emit()

    # -- filters -----------------------------------------------------------------------------------------------------

    def filter_of(self, name: str) -> ColumnFilter:
        """The filter of a column; one that asks for nothing when there is none."""
        return self.filters.get(name, ColumnFilter(name))

    def set_filter(self, wanted: ColumnFilter) -> None:
        """Filter a column; a filter that asks for nothing is taken off."""
        filters = dict(self.filters)
        filters.pop(wanted.column, None)
        if asks(wanted):
            filters[wanted.column] = wanted
        self.set_filters(filters.values())

    def set_filters(self, filters: Iterable[ColumnFilter]) -> None:
        """Filter by exactly these."""
        known = self._rows.model.vocabulary.known
        self.filters = {one.column: one for one in filters if asks(one) and known((one.column,))}
        self._rows.table.head.show_filtered(tuple(self.filters))
        self._rows.proxy.set_column_filters(tuple(self.filters.values()))
        self.changed.emit()

    # -- named views -------------------------------------------------------------------------------------------------

    @property
    def views(self) -> tuple[TableView, ...]:
        """The named views of this register."""
        return self._session.settings.table(self._rows.kind).views

    def present(self, name: str = "") -> TableView:
        """How the register is shown now."""
        table = self._rows.table
        return TableView(name, table.columns(), table.widths(), self.sort, tuple(self.filters.values()))

    def show_view(self, name: str) -> None:
        """Show a named view."""
        found = next((view for view in self.views if view.name == name), None)
        if found is not None:
            self._show(found)
            self.name = name
            self.set_filters(found.filters)
            self._rest.start()

    def shows(self, view: TableView) -> bool:
        """Whether columns, order and filters are those of a view; how wide columns are makes no difference."""
        vocabulary = self._rows.model.vocabulary
        columns = vocabulary.known(view.columns) or vocabulary.usual
        filters = {one.column: one for one in view.filters if asks(one) and vocabulary.known((one.column,))}
        return self._rows.table.columns() == columns and self.sort == self._known_sort(view) and self.filters == filters

    def _known_sort(self, view: TableView) -> tuple[str, ...]:
        known = self._rows.model.vocabulary.known
        return tuple(one for one in view.sort if known((one.lstrip("-"),)))[:MOST_SORTED]

    def _show(self, view: TableView) -> None:
        vocabulary = self._rows.model.vocabulary
        columns = vocabulary.known(view.columns) or vocabulary.usual
        widths = dict(zip(view.columns, view.widths, strict=False))
        self._rows.table.set_columns(columns, widths)
        self.sort = self._known_sort(view)
        self._rows.table.head.show_sort(self.sort)
        self._rows.proxy.set_sort(self.sort)
        self.changed.emit()

    def save_view(self, name: str) -> None:
        """Keep what is shown now under a name; one of that name before is replaced."""
        others = tuple(view for view in self.views if view.name.casefold() != name.casefold())[: VIEWS_LIMIT - 1]
        self.name = name
        self._keep_views((*others, self.present(name)))

    def rename_view(self, old: str, new: str) -> None:
        """Give a view another name."""
        renamed = [dataclasses.replace(view, name=new) if view.name == old else view for view in self.views]
        self.name = new if self.name == old else self.name
        self._keep_views(tuple(renamed))

    def delete_view(self, name: str) -> None:
        """Forget a view. What is shown stays."""
        self.name = "" if self.name == name else self.name
        self._keep_views(tuple(view for view in self.views if view.name != name))

    def _keep_views(self, views: tuple[TableView, ...]) -> None:
        settings = self._session.settings
        table = settings.table(self._rows.kind)
        self._session.keep(settings.with_table(dataclasses.replace(table, views=views)))
        self.changed.emit()

    def keep(self) -> None:
        """Keep how the register is shown, where that is not kept yet."""
        self._rest.stop()
        settings = self._session.settings
        table = settings.table(self._rows.kind)
        last = dataclasses.replace(self.present(), filters=())
        if last != table.last:
            self._session.keep(settings.with_table(dataclasses.replace(table, last=last)))

    def flush(self) -> None:
        """Keep at once what waits to be kept."""
        if self._rest.isActive():
            self.keep()
