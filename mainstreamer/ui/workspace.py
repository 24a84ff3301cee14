"""The workspace over one open plan: top bar, rail, pages, guidance. Arranges; every page does its own work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.areas import Areas
from mainstreamer.ui.commands import CommandTable
from mainstreamer.ui.guidance_place import GuidancePlace
from mainstreamer.ui.page import Page, Part
from mainstreamer.ui.pages.registry import ACTIONS, PAGES, PLAN
from mainstreamer.ui.pages.step_tabs import register_kinds
from mainstreamer.ui.rail_lines import STEPS, rail_lines
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import PaintedLater, Slices
from mainstreamer.ui.spacing import GUIDANCE_WIDTH
from mainstreamer.ui.tab_order import next_stop
from mainstreamer.ui.taking_in import TakingIn
from mainstreamer.ui.visits import Place
from mainstreamer.ui.ways import Ways
from mainstreamer.ui.widgets import rail
from mainstreamer.ui.widgets.first_note import FirstNote
from mainstreamer.ui.widgets.name_note import NameNote
from mainstreamer.ui.widgets.page_stack import PageStack
from mainstreamer.ui.widgets.rail_side import RailSide
from mainstreamer.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from mainstreamer.ui.pages.step_page import StepPage
    from mainstreamer.ui.search_palette import SearchPalette
    from mainstreamer.ui.widgets.guidance import GuidancePanel


LEAST_PAGE = 600
"""Width that a page needs at 100 %; below it the guidance gives way, and then the titles in the rail."""


class Workspace(QWidget):
    """One open plan in the window."""

    export_wanted = Signal()
    person_wanted = Signal()
    settings_changed = Signal(bool)
    """The switch between all items and essential ones was moved."""

    def __init__(self, session: Session, commands: CommandTable, kept: Mapping[str, object] | None = None) -> None:
        """`kept` is what pages of the workspace before this one had under way."""
        super().__init__()
        self._kept = dict(kept or {})
        self.setObjectName("ground")
        self.session = session
        self.pages: dict[str, Page] = {}
        self._current = ""
        self._fresh: set[str] = set()
        """Pages made from the plan as it is now, and not shown yet."""
        self._going, self._enters = "", False
        self._going_on = Slices(self)
        self._unread: set[str] = set()
        """Pages that still show the checklist in the language it was read in before."""
        self._guidance: GuidancePanel | None = None
        self._guidance_wanted = False
        self.top = TopBar(session, commands.menu)
        self.side = RailSide(session.settings.essential_only)
        self.rail = self.side.rail
        self.stack = PageStack()
        self._painting = PaintedLater(self.stack)
        self.taking_in = TakingIn(self)
        self.note = FirstNote(session)
        self.name_note = NameNote(session)
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.note)
        pages.addWidget(self.taking_in.note)
        pages.addWidget(self.stack, 1)
        middle.addLayout(pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(middle, 1)
        layout.addWidget(self.name_note)
        self.areas = Areas(
            {
                "rail": lambda: self.rail,
                "page": lambda: self.current_page,
                "form": self._form,
                "guidance": lambda: self._guidance or self.top,
                "top": lambda: self.top,
            }
        )
        self.ways = Ways(self)
        self._commands = commands
        self._search: SearchPalette | None = None
        self._connect()
        self._name()

    def _form(self) -> QWidget | None:
        """What is filled in beside the table of the page, where it is seen."""
        from mainstreamer.ui.widgets.record_form import RecordForm

        seen = (form.body for form in self.current_page.findChildren(RecordForm) if form.isVisible())
        return next((body for body in seen if body is not None), None)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.rail.page_wanted.connect(self.go_to_page)
        self.rail.key_left.connect(self._on_key_left)
        self.top.search.opened.connect(self._on_search_opened)
        self.session.finder.ready.connect(self._make_search)
        self.session.finder.warm_up()
        self.top.undo_wanted.connect(self.undo)
        self.top.redo_wanted.connect(self.redo)
        self.top.export_wanted.connect(self.export_wanted)
        self.top.person_wanted.connect(self.person_wanted)
        self.session.changed.connect(self._on_changed)
        self.session.language_changed.connect(self.retranslate)
        self.session.checklist_language_changed.connect(self._on_checklist_language_changed)
        self.session.place_wanted.connect(self.show_place)
        self.session.page_wanted.connect(self.show_view)
        self.session.history_wanted.connect(self.show_history)
        self.session.assessment.found.connect(self.fill_rail)
        self.side.essential.toggled.connect(self.settings_changed)

    @property
    def guidance(self) -> GuidancePanel:
        """The guidance beside a checklist, made when first wanted."""
        if self._guidance is None:
            from mainstreamer.ui.widgets.guidance import GuidancePanel

            self._guidance = GuidancePanel(self.session, self)
            self._guidance.setFixedWidth(theme.current().px(GUIDANCE_WIDTH))
            self._guidance.action_wanted.connect(self._on_action_wanted)
            self._guidance.hide()
            self._middle.addWidget(self._guidance)
            self._guidance_place = GuidancePlace(self._guidance, self._middle, self.stack)
            self._guidance_place.closed.connect(self._on_guidance_closed)
        return self._guidance

    # -- pages -------------------------------------------------------------------------------------------------------

    def _make(self, key: str) -> None:
        self.pages[key] = self._make_step(int(key)) if key.isdecimal() else PAGES[key].make(self.session, self.stack)
        self.stack.addWidget(self.pages[key])
        self._fresh.add(key)
        if key in self._kept:
            self.pages[key].take_up(self._kept.pop(key))

    def kept(self) -> dict[str, object]:
        """What pages have under way, by key."""
        found = {key: page.kept() for key, page in self.pages.items()}
        return self._kept | {key: kept for key, kept in found.items() if kept is not None}

    def _make_step(self, step: int) -> Page:
        from mainstreamer.ui.pages.step_page import StepPage

        page = StepPage(self.session, step, self._parts(step), self.stack)
        page.guidance_wanted.connect(self._on_guidance_wanted)
        page.leave_wanted.connect(self._on_leave_wanted)
        page.guidance_pressed.connect(self._on_guidance_pressed)
        return page

    def _parts(self, step: int) -> dict[str, Callable[[QWidget], Part]]:
        """The register tabs of a step, each made when first shown."""
        from mainstreamer.ui.pages.step_parts import part_makers

        return part_makers(self.session, step, register_kinds(step))

    def go_to_page(self, key: str, *, enter: bool = False) -> None:
        """Show a page as soon as it is made; `enter` puts the keyboard into it. It is made in one event and laid out and
        painted in another, so that the window is held by neither; of several asked for in one breath the last is made."""
        self._going, self._enters = key, enter
        if key in self.pages:
            self._go_on()
        else:
            self._going_on.soon(self._go_on)

    def _go_on(self) -> None:
        if self._going not in self.pages:
            self._make(self._going)
            self._going_on.soon(self._go_on)
            return
        if self._going in self._fresh:
            self._painting.hold()
        self.show_page(self._going)
        if self._enters:
            self.areas.enter("page")

    def show_page(self, key: str) -> None:
        """Show a page, making it if it was never shown. What is being typed on the one before is put first."""
        self.open_page(key)
        if self.isVisible() or self.session.visits.is_empty:
            self.session.visits.arrive(Place(key))

    def open_page(self, key: str) -> None:
        """Show a page without noting that somebody came to it."""
        if self._current in self.pages:
            self.session.visits.leave(self.current_page.tab)
            self.pages[self._current].commit()
        self._current = key
        self._going_on.stop()
        if key not in self.pages:
            self._make(key)
        page = self.pages[key]
        self.stack.setCurrentWidget(page)
        if key not in self._fresh:
            if key in self._unread:
                page.retranslate()
            page.refresh(None)
        self._unread.discard(key)
        self._fresh.discard(key)
        if key.isdecimal():
            cast("StepPage", page).tell_guidance()
        else:
            self._guidance_wanted = False
            self._show_guidance()
        if self.rail.current_key() != key:
            with QSignalBlocker(self.rail):
                self.rail.choose(key)
        self.note.show_for(key, page.tab)
        self.name_note.show_for(key)

    @property
    def search(self) -> SearchPalette:
        """Search and go; made when the plan has been read for it, or somebody looks for something before."""
        return self._search or self._make_search()

    def _make_search(self) -> SearchPalette:
        from mainstreamer.ui.search_palette import SearchPalette

        if self._search is None:
            self._search = SearchPalette(self.session, self._commands, self.top.search, self.areas, self)
        return self._search

    def _on_search_opened(self) -> None:
        self.search.show_results()

    def _on_key_left(self, event: QKeyEvent) -> None:
        self.current_page.take_key(event)

    @property
    def current_key(self) -> str:
        """The page shown, by its key in the rail."""
        return self._current

    @property
    def current_page(self) -> Page:
        return self.pages[self._current]

    def show_place(self, kind: str, uid: str, field: str) -> None:
        """Lead to a record's field, on whichever page shows it."""
        self.ways.to_place(kind, uid, field)

    def show_view(self, key: str, tab: str, filters: Mapping[str, str]) -> None:
        """Show a page at one of its tabs, with only what these filters let through."""
        self.ways.to_view(key, tab, filters)

    def show_history(self, kind: str, uid: str, field: str) -> None:
        """Show the history of a record, or of one field of it."""
        self.ways.to_history(kind, uid, field)

    def focusNextPrevChild(self, forward: bool) -> bool:
        stop = next_stop(self, forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_guidance()

    def _show_guidance(self) -> None:
        """Guidance stands beside a checklist as long as that leaves the page its room; then the rail's titles give way."""
        px = theme.current().px
        self.side.set_compact(self.width() - px(rail.WIDTH) < px(LEAST_PAGE))
        room = self.width() - self.side.width() - px(GUIDANCE_WIDTH)
        if self._guidance_wanted or self._guidance is not None:
            roomy = self.guidance is not None and room >= px(LEAST_PAGE)
            self._guidance_place.show(self._guidance_wanted, roomy)
            if self._current in self.pages:
                place = self._guidance_place
                place.top = self.current_page.show_guidance_button(not roomy, place.is_open)

    # -- keeping up --------------------------------------------------------------------------------------------------

    def _on_changed(self, change: PlanChange) -> None:
        self._fresh.clear()
        self.fill_rail()
        self.top.refresh()
        page = self.pages.get(self._current)
        if page is not None:
            page.refresh(change)
        if self._guidance is not None and self._current.isdecimal() and change.touches("action"):
            self._guidance.refresh()

    def fill_rail(self) -> None:
        self.rail.set_entries(rail_lines(self.session, self.side.essential.isChecked(), self.taking_in.count()))
        self.side.fit()

    def _name(self) -> None:
        """Words of the workspace's own; its parts and pages say theirs when they are made."""
        self.side.retranslate()
        self._show_guidance()
        self.fill_rail()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._name()
        self.top.retranslate()
        if self._guidance is not None:
            self._guidance.refresh()
        if self._search is not None:
            self._search.retranslate()
        self.note.retranslate()
        self.taking_in.note.retranslate()
        self.name_note.retranslate()
        self._unread.clear()
        for page in self.pages.values():
            page.retranslate()

    def _on_checklist_language_changed(self) -> None:
        """Say what is seen in the other language; pages not shown follow when they are."""
        self._unread = set(self.pages) - {self._current}
        self._name()
        if self._guidance is not None:
            self._guidance.refresh()
        self.current_page.retranslate()

    def set_essential_only(self) -> None:
        """After the switch moved: show the items it asks for."""
        self.fill_rail()
        for page in self.pages.values():
            page.refresh(None)

    def show_all_items(self) -> bool:
        """Take the switch for essential items off; False when it is off."""
        was = self.side.essential.isChecked()
        self.side.essential.setChecked(False)
        return was

    def commit(self) -> None:
        """Put whatever is still being typed."""
        for page in self.pages.values():
            page.commit()

    def undo(self) -> None:
        """Undo; in a text field that has own undo of what is being typed, that comes first."""
        self.commit()
        self.session.undo()

    def redo(self) -> None:
        self.commit()
        self.session.redo()

    # -- wishes of pages ---------------------------------------------------------------------------------------------

    def _on_guidance_wanted(self, code: str, step: int) -> None:
        page = self.pages.get(self._current)
        if page is None or page is not self.sender():
            return  # it was left meanwhile
        self._guidance_wanted = bool(code or step)
        self.note.show_for(self._current, page.tab)
        self._show_guidance()
        self.guidance.want(code, step)

    def _on_guidance_pressed(self) -> None:
        if self._guidance_wanted:
            self._show_guidance()
            self._guidance_place.toggle()
            self._show_guidance()

    def _on_guidance_closed(self) -> None:
        self._show_guidance()
        self.areas.enter("page")

    def _on_action_wanted(self, uid: str) -> None:
        self.show_place("action", uid, "title")

    def _on_leave_wanted(self, direction: int) -> None:
        step = int(self._current) + direction
        key = PLAN if step < 1 else str(step) if step <= len(STEPS) else ACTIONS
        with QSignalBlocker(self.rail):
            self.rail.choose(key)
        self.go_to_page(key)
