"""What a page of the workspace is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mainstreamer.ui.session import Session

if TYPE_CHECKING:
    from mainstreamer.storage.plan_change import PlanChange


class Part(Protocol):
    """What stands under a tab of a step: a widget that can do this."""

    def refresh(self, change: PlanChange | None) -> None: ...

    def retranslate(self) -> None: ...

    def show_place(self, uid: str, field: str) -> bool: ...

    def commit(self) -> None: ...


class Page(QWidget):
    """A page is built when first shown, then kept. It reads the session's plan and never keeps a copy of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """With the stack of pages for a parent, what is put into the page is dressed once and not at each step up."""
        super().__init__(parent)
        self.session = session
        self.setObjectName("ground")

    def refresh(self, change: PlanChange | None) -> None:
        """Show the plan as it is now; `change` says what differs, None means everything may."""
        raise TypeError(f"{type(self).__name__} does not refresh")

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        raise TypeError(f"{type(self).__name__} does not retranslate")

    def show_place(self, kind: str, uid: str, field: str) -> bool:
        """Lead to a record's field; False when this page does not show it."""
        return False

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        """Show a tab, and only what these filters let through; what this page does not know is passed over."""

    def kept(self) -> object | None:
        """What is under way here and stands in no plan; the page made anew, in other colours or sizes, goes on with it."""
        return None

    def take_up(self, kept: object) -> None:
        """Go on with what the page before this one kept."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed in the rail and means nothing there; whether the page knows it."""
        return False

    @property
    def keyboard_place(self) -> tuple[str, str, str] | None:
        """Where the keyboard is, as `show_place` takes it; None where there is nothing to be led to again."""
        return None

    def show_guidance_button(self, wanted: bool, pressed: bool) -> int:
        """Offer guidance, where it gave way to the page; `pressed`: it lies over the page now. Only steps have guidance.
        How far down the page the button reaches."""
        return 0

    @property
    def tab(self) -> str:
        """The tab shown now; empty on a page without tabs."""
        return ""

    def commit(self) -> None:
        """Put whatever is still being typed. Called before the page is left, before undo, and before closing."""
