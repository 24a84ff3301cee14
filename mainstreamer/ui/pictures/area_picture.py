"""A picture made of an area of marks, with a line below it that says what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from mainstreamer.domain.kinds import Record
from mainstreamer.ui.pictures.marks import Mark, MarkArea
from mainstreamer.ui.pictures.picture import Picture
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import WholeLabel

Area = TypeVar("Area", bound=MarkArea)


class AreaPicture(Picture, Generic[Area]):
    """Passes on what is chosen and opened in its area; a mark of another register leads there."""

    wants_room = True

    def __init__(self, session: Session, kind: str, area: Area) -> None:
        super().__init__(session, kind)
        self.area = area
        self.hint = WholeLabel("note")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SMALL)
        self.column.addWidget(area, 1)
        self.column.addWidget(self.hint)
        self.setFocusProxy(area)
        area.chosen.connect(self.chosen)
        area.opened.connect(self.open_mark)
        area.delete_wanted.connect(self.delete_wanted)

    def show_selection(self, uids: Sequence[str]) -> None:
        self.area.show_selection(uids)

    def show_records(self, records: Sequence[Record]) -> None:
        raise TypeError(f"{type(self).__name__} shows no records")

    def fold(self, low: bool) -> None:
        # A picture without marks says here why.
        self.hint.setVisible(not low or not self.area.marks())

    def open_mark(self, mark: Mark) -> None:
        """Lead to what a mark stands for."""
        if mark.kind == self.kind and not mark.field:
            self.opened.emit(mark.uid)
        else:
            self.session.place_wanted.emit(mark.kind, mark.uid, mark.field)
