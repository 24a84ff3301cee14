"""The work of the page outlives the page: when colours or the size of text change, another page goes on with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView

from mainstreamer.ui.incoming.tables import chosen_rows

if TYPE_CHECKING:
    from mainstreamer.operations.tables.population import Facts
    from mainstreamer.ui.pages.table_page import TablePage


@dataclass(frozen=True)
class Kept:
    """What was chosen, the step shown, the rows chosen in each table, and what was said at the end."""

    work: dict[str, Any]
    facts: Facts
    step: int
    rows: tuple[tuple[int, ...], ...]
    shows_refused: bool
    about: str
    done: tuple[str, str, str]
    was_undone: bool


def kept_work(page: TablePage) -> Kept:
    """What the page holds."""
    rows = tuple((table.currentIndex().row(), *chosen_rows(table)) for table in _tables(page))
    facts = page.work.facts
    shows_refused = page.result.refused_tab.isChecked()
    return Kept(
        page.work.kept(), facts, page.step, rows, shows_refused, page.about, page.done.told, page.done.was_undone
    )


def take_up_work(page: TablePage, kept: Kept) -> None:
    """Show all of it on a page that was just made."""
    page.about = kept.about
    page.work.take_up(kept.work)
    page.columns.people.show_facts(kept.facts)
    page.file.refresh()
    if page.work.place >= 0:
        page.file.sheets.setCurrentIndex(page.file.model.index(page.work.place, 0))
    page.done.take_up(kept.done, kept.was_undone)
    page.show_step(kept.step)
    (page.result.refused_tab if kept.shows_refused else page.result.rows_tab).setChecked(True)
    page.result.refresh()
    for table, (current, *chosen) in zip(_tables(page), kept.rows, strict=True):
        _choose(table, current, chosen)
    QTimer.singleShot(0, page, page.parts[page.step].start)


def _tables(page: TablePage) -> tuple[QTableView, ...]:
    names = page.names
    return (
        page.columns.table,
        names.duplicates,
        names.names,
        names.people.figures,
        page.result.rows,
        page.result.refused,
    )


def _choose(table: QTableView, current: int, chosen: list[int]) -> None:
    """Choose rows again, as far as they are there."""
    model, selection = table.model(), table.selectionModel()
    if not 0 <= current < model.rowCount():
        return
    table.setCurrentIndex(model.index(current, 0))
    flags = selection.SelectionFlag
    selection.clearSelection()
    for row in chosen:
        if row < model.rowCount():
            selection.select(model.index(row, 0), flags.Select | flags.Rows)
    table.scrollTo(model.index(current, 0))
