"""Ways about the workspace: to a record, to a view of a page, and back to where one was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mainstreamer.ui.visits import Place

if TYPE_CHECKING:
    from mainstreamer.ui.workspace import Workspace


class Ways:
    """Leads along ways and notes each place come to."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def to_place(self, keys: list[str], kind: str, uid: str, field: str) -> None:
        """Lead to a record's field, on the first of these pages that shows it."""
        workspace = self._workspace
        for key in keys:
            workspace.open_page(key)
            page = workspace.pages[key]
            if page.show_place(kind, uid, field) or (
                # Whoever asks for an item that is not essential wants to see all items again.
                kind == "answer" and workspace.show_all_items() and page.show_place(kind, uid, field)
            ):
                workspace.session.visits.arrive(Place(key, "", kind, uid, field))
                return

    def to_view(self, key: str, tab: str, filters: Mapping[str, str]) -> None:
        """Lead to a page at one of its tabs, with only what these filters let through."""
        self._workspace.open_page(key)
        self._workspace.pages[key].show_view(tab, filters)
        self._workspace.session.visits.arrive(Place(key, tab))

    def back(self, by: int) -> None:
        """Go along the places visited: -1 back, 1 forward."""
        workspace = self._workspace
        visits = workspace.session.visits
        visits.leave(workspace.current_page.tab)
        place = visits.go(by)
        if place is None:
            return
        workspace.open_page(place.page)
        if place.uid:
            workspace.current_page.show_place(place.kind, place.uid, place.field)
        else:
            if place.tab:
                workspace.current_page.show_view(place.tab, {})
            workspace.areas.enter("page")
