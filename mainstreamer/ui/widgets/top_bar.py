"""The bar above everything: which plan, search, undo and redo, when it saved, export."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_SIDE, GAP
from mainstreamer.ui.widgets.labels import ElidedLabel, button, label
from mainstreamer.ui.widgets.search_field import SearchField

SAVED = "✓"
"""Stands before the words that all is saved, and alone where there is no room for them."""
LEAST_SEARCH, LEAST_SUBTITLE = 200, 80
"""Pixels at 100 % below which search, and the title of the plan, are of no use."""


class TopBar(QFrame):
    """Shows the plan's title and state. Nothing here saves: the bar says when it was saved."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    export_wanted = Signal()
    person_wanted = Signal()

    def __init__(self, session: Session, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        theme.look(self, "bar")
        self._menu = button("menu")
        self._menu.setMenu(menu)
        self._title, self._subtitle = label("brand"), ElidedLabel("muted")
        self.search = SearchField()
        self._undo, self._redo = button(), button()
        self._undo.setIcon(icons.icon("arrow-u-up-left"))
        self._redo.setIcon(icons.icon("arrow-u-up-right"))
        self._saved = label("saved")
        self._saved_whole = SAVED
        self._person = button("link")
        self._export = button("primary")
        self._undo.clicked.connect(self.undo_wanted)
        self._redo.clicked.connect(self.redo_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._person.clicked.connect(self.person_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(CARD_SIDE, GAP, CARD_SIDE, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._menu)
        layout.addWidget(self._title)
        layout.addWidget(self._subtitle, 1)
        layout.addWidget(self.search, 2)
        for widget in (self._undo, self._redo, self._saved, self._person, self._export):
            layout.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        self._menu.setText(t("Menu"))
        self.search.retranslate()
        self._export.setText(t("Export to Excel"))
        self._export.setAccessibleName(t("Export to Excel"))
        self._export.setToolTip(t("Write the plan into an Excel workbook (Ctrl+E)"))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """What can be missed leaves, one after the other, until search has its room: the title of the plan, the words of
        export, the words of what was saved, who is working. Menu, search, undo, the mark of saving and export always stay."""
        layout, px = self.layout(), theme.current().px
        if layout is None:
            return
        self._export.setText(t("Export to Excel"))
        self._export.setIcon(QIcon())
        self._saved.setText(self._saved_whole)
        for part in (self._subtitle, self._person, self._title):
            part.show()
        fixed = (self._menu, self._title, self._undo, self._redo, self._saved, self._person, self._export)
        margins = layout.contentsMargins()

        def room() -> int:
            shown = [part for part in fixed if not part.isHidden()]
            taken = sum(part.sizeHint().width() + layout.spacing() for part in shown)
            return self.width() - margins.left() - margins.right() - taken

        least = px(LEAST_SEARCH)
        if room() < least + px(LEAST_SUBTITLE):
            self._subtitle.hide()
        if room() < least:
            self._saved.setText(SAVED)
        if room() < least:
            self._person.hide()
        if room() < least:
            self._export.setText("")
            self._export.setIcon(icons.icon("export", "accent_ink"))
        if room() < least:
            self._title.hide()

    def refresh(self) -> None:
        """Show title, undo and the moment of saving as they are now."""
        session, speech = self._session, words()
        frame = session.plan.frame
        years = f"{frame.start_year}–{frame.end_year}" if frame.start_year and frame.end_year else ""
        place = frame.area or speech.choice("country", frame.country)
        self._title.setText(" ".join(part for part in (place, years) if part))
        self._subtitle.set_whole(frame.title)
        undo, redo = session.document.undo_verb(), session.document.redo_verb()
        self._undo.setEnabled(bool(undo))
        self._redo.setEnabled(bool(redo))
        undo_text = t("Undo: {verb} (Ctrl+Z)", verb=speech.word("verb", undo)) if undo else t("Nothing to undo")
        redo_text = t("Redo: {verb} (Ctrl+Y)", verb=speech.word("verb", redo)) if redo else t("Nothing to redo")
        for widget, text in ((self._undo, undo_text), (self._redo, redo_text)):
            widget.setToolTip(text)
            widget.setAccessibleName(text)
        self._saved_whole = f"{SAVED} {self._saved_text(session.document.saved_at)}"
        for say in (self._saved.setToolTip, self._saved.setAccessibleName):
            say(self._saved_text(session.document.saved_at))
        self._person.setText(session.settings.person or session.settings.institution or t("Who is working?"))
        self._person.setToolTip(t("The name that the history keeps with each change"))
        self._give_way()

    def _saved_text(self, moment: datetime | None) -> str:
        if moment is None:
            return t("All saved")
        return t("All saved {time}", time=moment.astimezone().strftime("%H:%M"))
