"""What is in view of a register: taken from one, and shown again in one made anew in other colours or sizes."""

from __future__ import annotations

from dataclasses import dataclass

from mainstreamer.settings import ColumnFilter
from mainstreamer.ui.pages.register_view import RegisterView


@dataclass(frozen=True)
class InView:
    """Name of the view shown last, filters, the text looked for, table or which picture, uids of the rows chosen."""

    name: str
    filters: tuple[ColumnFilter, ...]
    text: str
    picture: str
    chosen: tuple[str, ...]


def in_view(register: RegisterView) -> InView:
    state = register.state
    filters, chosen = tuple(state.filters.values()), tuple(register.table.selected())
    return InView(state.name, filters, register.filter.text(), register.views.shown, chosen)


def show_again(register: RegisterView, before: InView) -> None:
    """Columns and their order come from the settings."""
    register.state.name = before.name
    register.state.set_filters(before.filters)
    register.filter.setText(before.text)
    register.filters.flush()
    register.proxy.finish()
    register.table.choose(before.chosen)
    if before.picture != register.views.shown:
        register.views.show_view(before.picture)
