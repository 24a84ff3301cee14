"""The toolbar of a register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.widgets.bar_heading import BarHeading
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.filter_field import FilterField
from mainstreamer.ui.widgets.labels import button, set_shown

DUPLICATE, FILL, COPY, PASTE, DELETE = "duplicate", "fill", "copy", "paste", "delete"
ICONS = {DUPLICATE: "copy-simple", FILL: "arrow-line-down", COPY: "copy", PASTE: "clipboard-text", DELETE: "trash"}
KEYS = {DUPLICATE: "Ctrl+Shift+D", FILL: "Ctrl+D", COPY: "Ctrl+C", PASTE: "Ctrl+V", DELETE: ""}


def verb_words(verb: str) -> str:
    """What a verb of a register is called."""
    return {
        DUPLICATE: t("Duplicate"),
        FILL: t("Fill down"),
        COPY: t("Copy rows"),
        PASTE: t("Paste rows"),
        DELETE: t("Delete"),
    }[verb]


def verb_tip(verb: str) -> str:
    """What a verb of a register does."""
    return {
        DUPLICATE: t("Add copies of the rows selected."),
        FILL: t(
            "Put the topmost value of the current column into all rows selected; with one row, the value above it."
        ),
        COPY: t("Copy the rows selected with their headings, for Excel."),
        PASTE: t("Paste rows copied in Excel, with or without their headings. You see first what will change."),
        DELETE: t("Delete the rows selected. Undo brings them back."),
    }[verb]


class Stage(NamedTuple):
    """What of the words of a toolbar is said."""

    names: bool
    add: bool
    counts: bool


STAGES = (
    Stage(True, True, True),
    Stage(False, True, True),
    Stage(False, False, True),
    Stage(False, True, False),
    Stage(False, False, False),
)
"""From all words to the fewest; the first with which the toolbar has the fewest lines is taken."""


class RegisterBar(QWidget):
    """Add and delete at hand, rarer verbs under More; pictures, filter, view and form. Where there is no room, Delete, the
    names of pictures and of what is added give way; then the bar wraps."""

    def __init__(
        self, kind: str, pictures: QWidget, has_pictures: bool, heading: QWidget | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.add, self.delete, self.more = button("primary"), button(), button("menu")
        self.view, self.form = button("menu"), button()
        self.form.setCheckable(True)
        self.form.setChecked(True)
        self.filter = FilterField()
        self.menu, self.view_menu = QMenu(self.more), QMenu(self.view)
        self.menu.setToolTipsVisible(True)
        self.more.setMenu(self.menu)
        self.view.setMenu(self.view_menu)
        # Actions that a menu makes by itself are lost to Python when PySide forgets who owns them.
        self.verbs: dict[str, QAction] = {verb: QAction(self) for verb in ICONS}
        self.menu.addActions(list(self.verbs.values()))
        self.add.setIcon(icons.icon("plus", "accent_ink"))
        self.delete.setIcon(icons.icon("trash"))
        self.view.setIcon(icons.icon("columns"))
        for press in (self.add, self.delete, self.view):
            press.setIconSize(QSize(theme.current().px(icons.SIZE), theme.current().px(icons.SIZE)))
        self.heading = heading if isinstance(heading, BarHeading) else None
        self._heading, self._pictures, self._filled = heading, pictures, True
        self._has_pictures = has_pictures
        layout = self._layout = bar(self)
        if heading is not None:
            layout.addWidget(heading)
        if self.heading is not None:
            self.heading.changed.connect(self._give_way)
        self._leading: tuple[QWidget, ...] = (self.add, self.delete, self.more, pictures)
        self._further: tuple[QWidget, ...] = ()
        self._trailing: tuple[QWidget, ...] = (self.filter, self.view, self.form)
        for made in self._leading:
            layout.addWidget(made)
        for made in self._trailing:
            layout.add_trailing(made)

    def add_further(self, *parts: QWidget) -> None:
        """Add controls that only this register has, after the pictures; `show_further` shows them."""
        before: QWidget = next(reversed(self._pictures.findChildren(QPushButton)), self.more)
        for part in parts:
            part.hide()
            self._layout.add_before(part, self.filter)
            self.setTabOrder(before, part)
            before = part
        self.setTabOrder(before, self.filter)
        self._further = parts

    def show_further(self, shown: Sequence[QWidget]) -> None:
        """Show these of the further controls, and only these."""
        for part in self._further:
            set_shown(part, part in shown)
        self._give_way()

    def connect_verb(self, verb: str, slot: Callable[[], object]) -> None:
        """Say what a verb under More does."""
        self.verbs[verb].triggered.connect(slot)

    def show_controls(self, filled: bool) -> None:
        """Show the toolbar of a register with rows; an empty one has its buttons in the middle of the page."""
        for part in (one for one in (*self._leading, *self._trailing) if one is not self.delete):
            set_shown(part, filled and (part is not self._pictures or self._has_pictures))
        set_shown(self, filled or self._heading is not None)
        self._filled = filled
        self._give_way()

    def _give_way(self) -> None:
        """Delete stands in the bar as long as that costs no line; under More it always is."""
        further = (part for part in self._further if not part.isHidden())
        parts = [*self._leading, *further, *self._trailing]
        parts = [part for part in parts if part is not self._pictures or self._has_pictures]
        parts = [self._heading, *parts] if self._heading is not None else parts
        without = [part for part in parts if part is not self.delete]
        best, fewest = STAGES[0], 0
        for stage in STAGES:
            self._shorten(stage)
            lines = self._layout.lines(self.width(), without)
            if not fewest or lines < fewest:
                best, fewest = stage, lines
            if lines == 1:
                break
        self._shorten(best)
        fits = self._layout.lines(self.width(), parts) <= self._layout.lines(self.width(), without)
        set_shown(self.delete, self._filled and fits)

    def _shorten(self, stage: Stage) -> None:
        """Names of pictures give way to their icons, what is added to the name of the tab, and the count beside a title, where
        that saves a line; tool tips and screen readers keep them."""
        if self.heading is not None:
            self.heading.show_counts(stage.counts)
        texts = {
            press: press.accessibleName() if stage.names else "" for press in self._pictures.findChildren(QPushButton)
        }
        texts[self.add] = self.add.accessibleName() if stage.add else t("Add")
        for press, text in texts.items():
            if text != press.text():
                press.setText(text)
        self._pictures.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._give_way()

    def show_state(self, writable: bool, chosen: bool) -> None:
        """Offer what can be done now."""
        for press in (self.add, self.verbs[PASTE]):
            press.setEnabled(writable)
        for press in (self.delete, self.verbs[DUPLICATE], self.verbs[FILL], self.verbs[DELETE]):
            press.setEnabled(writable and chosen)
        self.verbs[COPY].setEnabled(chosen)

    def retranslate(self) -> None:
        for press, text, tip in (
            (self.add, words().kind(self._kind, "add"), f"{words().kind(self._kind, 'add')} (Ctrl+N)"),
            (self.delete, t("Delete"), f"{t('Delete the rows selected')} ({t('Del')})"),
            (self.more, t("More"), t("Duplicate, fill down, copy, paste")),
            (self.view, t("View"), t("Columns, order, filters, and named views")),
            (self.form, t("Form"), t("Show or hide the form")),
        ):
            press.setText(text)
            press.setToolTip(tip)
            press.setAccessibleName(text)
        for verb, action in self.verbs.items():
            # The keys are those of the table; here they are only told.
            action.setText(f"{verb_words(verb)}\t{KEYS[verb] or t('Del')}")
            action.setToolTip(verb_tip(verb))
            action.setIcon(icons.icon(ICONS[verb]))
        self.filter.retranslate()
        self._give_way()

    def open_view_menu(self) -> None:
        """Open the menu of views under its button."""
        self.view_menu.popup(self.view.mapToGlobal(QPoint(0, self.view.height())))
