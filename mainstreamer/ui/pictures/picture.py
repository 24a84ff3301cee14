"""What a picture of a register is, and which registers have one."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mainstreamer.domain.kinds import Record
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.session import Session

LOW = 300
"""Pixels at 100 % below which a picture needs all the height there is, as in the large view on a small screen."""


class Picture(QWidget):
    """Shows the records of a register that table, form and filters choose; one selection for all of them."""

    chosen = Signal(tuple)
    """A person chose records in the picture: their uids."""
    opened = Signal(str)
    """Enter or a double click on a record: its form is wanted."""
    delete_wanted = Signal()
    """The records chosen are to be removed."""
    wants_room = False
    """Whether the picture needs the height that the form below it takes."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__()
        self.session, self.kind = session, kind

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records, in this order."""
        raise TypeError(f"{type(self).__name__} shows no records")

    def show_selection(self, uids: Sequence[str]) -> None:
        """Show that these records are chosen."""
        raise TypeError(f"{type(self).__name__} shows no selection")

    def refresh(self, change: PlanChange | None) -> None:
        """Something else that the picture shows may be different: names of linked records, the plan's years."""

    def counted(self) -> tuple[str, ...]:
        """What the picture shows, counted, where that is something else than rows of the table."""
        return ()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""

    def fold(self, low: bool) -> None:
        """Where there is little height, leave out what only says how to work the picture."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold(self.height() < theme.current().px(LOW))


@dataclass(frozen=True)
class PictureKind:
    """A picture that a register has: key, words for its button, icon, and where its class is (imported when shown)."""

    key: str
    title: Callable[[], str]
    icon: str
    place: str

    def load(self) -> Callable[[Session, str], Picture]:
        """The class. A worker may load it before it is wanted."""
        module, _, name = self.place.partition(":")
        return cast(Callable[[Session, str], Picture], getattr(importlib.import_module(module), name))

    def make(self, session: Session, kind: str) -> Picture:
        return self.load()(session, kind)
