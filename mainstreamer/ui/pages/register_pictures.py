"""Table and pictures of a register in one place, with buttons to choose between them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.pictures.picture import Picture
from mainstreamer.ui.pictures.registry import PICTURES
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import PaintedLater, Slices
from mainstreamer.ui.widgets.labels import button

TABLE = "table"


class RegisterPictures(QStackedWidget):
    """The table of a register, and its pictures, each made when first shown. `bar` holds the buttons."""

    opened = Signal(str)
    """The form of a record is wanted."""
    room_wanted = Signal(bool)
    """What is shown now needs the whole height, or does not."""
    view_shown = Signal()
    """The table or a picture was brought to the front. Unlike `currentChanged`, this is not told of a view that ends."""

    def __init__(self, session: Session, rows: RegisterRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._rows = session, rows
        self._kinds = {one.key: one for one in PICTURES.get(rows.kind, ())}
        self.pictures: dict[str, Picture] = {}
        self._showing, self._painting = Slices(self), PaintedLater(self)
        self.addWidget(rows.table)
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        keys = (TABLE, *self._kinds)
        for place, key in enumerate(keys):
            made = button()
            made.setCheckable(True)
            segment = "first" if place == 0 else "last" if place == len(keys) - 1 else "middle"
            theme.restyle(made, "segment", segment)
            made.setIcon(icons.icon("table" if key == TABLE else self._kinds[key].icon))
            self._group.addButton(made)
            row.addWidget(made)
            self.buttons[key] = made
        self.buttons[TABLE].setChecked(True)
        if not self._kinds:
            # Not shown otherwise: what has no parent yet would open as a window of its own.
            self.bar.hide()
        self._group.buttonClicked.connect(self._on_button_clicked)

    @property
    def shown(self) -> str:
        """The key of what is shown: `table`, or a picture's."""
        return next(key for key, made in self.buttons.items() if made.isChecked())

    def in_picture(self) -> bool:
        """Whether something else than the table is shown."""
        return self.shown != TABLE

    def show_view(self, key: str) -> None:
        """Show the table or a picture."""
        self._showing.stop()
        self.buttons[key].setChecked(True)
        if key == TABLE:
            self.setCurrentWidget(self._rows.table)
            self.room_wanted.emit(False)
            self.view_shown.emit()
            return
        picture = self._made(key)
        self.setCurrentWidget(picture)
        self.room_wanted.emit(picture.wants_room)
        self.show_records()
        self.view_shown.emit()

    def _made(self, key: str) -> Picture:
        if key not in self.pictures:
            made = self._kinds[key].make(self._session, self._rows.kind)
            made.chosen.connect(self._on_chosen)
            made.opened.connect(self.opened)
            made.delete_wanted.connect(self._rows.table.delete_wanted)
            made.retranslate()
            self.pictures[key] = made
            self.addWidget(made)
        return self.pictures[key]

    def _make_and_show(self, key: str) -> Iterator[Picture]:
        """A picture is made in one turn, shown in the next, painted in a third."""
        yield self._made(key)
        self._painting.hold()
        self.show_view(key)

    def _picture(self) -> Picture | None:
        found = self.currentWidget()
        return found if isinstance(found, Picture) else None

    def show_records(self) -> None:
        """Hand the records shown, and those chosen, to the picture in view."""
        picture = self._picture()
        if picture is not None:
            picture.show_records(self._rows.proxy.records())
            picture.show_selection(self._rows.table.selected())

    def counted(self) -> tuple[str, ...]:
        """What is in view, counted; empty where rows are."""
        picture = self._picture()
        return picture.counted() if picture is not None else ()

    def show_selection(self) -> None:
        picture = self._picture()
        if picture is not None:
            picture.show_selection(self._rows.table.selected())

    def refresh(self, change: PlanChange | None) -> None:
        picture = self._picture()
        if picture is not None:
            picture.refresh(change)

    def retranslate(self) -> None:
        for key, made in self.buttons.items():
            title = t("Table") if key == TABLE else self._kinds[key].title()
            made.setText(title)
            made.setToolTip(title)
            made.setAccessibleName(title)
        for picture in self.pictures.values():
            picture.retranslate()

    def _on_button_clicked(self, pressed: QPushButton) -> None:
        key = next(key for key, made in self.buttons.items() if made is pressed)
        if key == TABLE or key in self.pictures:
            self.show_view(key)
        else:
            self._showing.start(self._make_and_show(key))

    def _on_chosen(self, uids: tuple[str, ...]) -> None:
        self._rows.table.choose(uids)
