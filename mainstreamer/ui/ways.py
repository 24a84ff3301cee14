"""Ways about the workspace: to a record, to a view of a page, and back to where one was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.ui.pages.registry import ACTIONS, HISTORY, OWN_ITEMS, PLAN
from mainstreamer.ui.pages.step_tabs import register_kinds
from mainstreamer.ui.rail_lines import STEPS
from mainstreamer.ui.visits import Place

if TYPE_CHECKING:
    from mainstreamer.ui.workspace import Workspace


class Ways:
    """Leads along ways and notes each place come to."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def to_place(self, kind: str, uid: str, field: str) -> None:
        """Lead to a record's field, on the first page that shows it."""
        workspace = self._workspace
        for key in self._keys_for(kind, uid):
            workspace.open_page(key)
            page = workspace.pages[key]
            if page.show_place(kind, uid, field) or (
                # Whoever asks for an item that is not essential wants to see all items again.
                kind == "answer" and workspace.show_all_items() and page.show_place(kind, uid, field)
            ):
                workspace.session.visits.arrive(Place(key, "", kind, uid, field))
                return

    def _keys_for(self, kind: str, uid: str) -> list[str]:
        """The pages on which a record may be shown."""
        if kind in ("action", "action_indicator"):
            return [ACTIONS]
        if kind == "answer":
            session = self._workspace.session
            return [str(item.step) for item in session.checklist.items if session.plan.answer_uid(item.code) == uid]
        if kind == "plan":
            return [PLAN]
        if kind in KINDS_OF_CHECKLIST:
            return [OWN_ITEMS]
        return [str(step) for step in STEPS if kind in register_kinds(step)]

    def to_view(self, key: str, tab: str, filters: Mapping[str, str]) -> None:
        """Lead to a page at one of its tabs, with only what these filters let through."""
        self._workspace.open_page(key)
        self._workspace.pages[key].show_view(tab, filters)
        self._workspace.session.visits.arrive(Place(key, tab))

    def to_history(self, kind: str, uid: str, field: str) -> None:
        """Show the history of a record, or of one field of it."""
        from mainstreamer.ui.dialogs.record_history import RecordHistoryDialog

        self._workspace.commit()
        RecordHistoryDialog(self._workspace.session, kind, uid, field, self._workspace).open()

    def to_history_here(self) -> None:
        """Show the history of what the keyboard is in: the nearest thing around it that knows whose that is, or of the
        plan."""
        around: QWidget | None = self._workspace.focusWidget()
        while around is not None and around is not self._workspace:
            subject = getattr(around, "history_subject", None)
            found = subject() if subject is not None else None
            if found is not None:
                self.to_history(*found)
                return
            around = around.parentWidget()
        self._workspace.show_page(HISTORY)

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
