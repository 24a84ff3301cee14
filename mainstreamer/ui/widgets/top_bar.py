"""The bar above everything: which plan, search, undo and redo, when it saved, export."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.plan_names import name_of, place_and_years
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_SIDE, GAP
from mainstreamer.ui.widgets.labels import ElidedLabel, button, label
from mainstreamer.ui.widgets.search_field import SearchField

SAVED = "✓"
"""Stands before the words that all is saved, and alone where there is no room for them."""
ROOMY_SEARCH, LEAST_SEARCH, LEAST_SUBTITLE, LEAST_TITLE = 200, 120, 80, 110
"""Pixels at 100 %: what search has while the title of the plan is there, and below which search, that title, and country and
years are of no use."""
TOLD_MS = 8000
"""Milliseconds for which the bar says what was undone."""
MOST_TOLD = 300
"""Pixels at 100 % that this takes at most."""
MOST_TITLE, MOST_NAME = 360, 150
"""Pixels at 100 % that country and years, and the name of whoever works, take at most."""


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
        self._title, self._subtitle = ElidedLabel("brand"), ElidedLabel("muted")
        self.search = SearchField()
        self._undo, self._redo = button(), button()
        self._undo.setIcon(icons.icon("arrow-u-up-left"))
        self._redo.setIcon(icons.icon("arrow-u-up-right"))
        self._saved = label("saved")
        self._saved_whole = SAVED
        self._told = ""
        self._last: PlanChange | None = None
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TOLD_MS)
        self._telling.timeout.connect(self._on_told)
        session.changed.connect(self._on_changed)
        session.taken_back.connect(self._on_taken_back)
        self._person_whole = ""
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
        layout.addStretch()
        for widget in (self._undo, self._redo, self._saved, self._person, self._export):
            layout.addWidget(widget)
        for part in (self._menu, self._title, self._undo, self._redo, self._saved, self._person, self._export):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        self._menu.setText(t("Menu"))
        self.search.retranslate()
        self._export.setText(t("Export to Excel"))
        self._export.setAccessibleName(t("Export to Excel"))
        self._export.setToolTip(t("Write the plan into an Excel workbook (Ctrl+E)"))
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """No width: what is in the bar gives way to the window, never the window to the bar."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Every button keeps its own size. Where there is too little room, the title of the plan leaves first, then search gets
        narrow, country and years are cut, the name of whoever works leaves, then the words of what was saved, and the
        words of export last. Menu, search, undo, the mark of saving and export always stay."""
        layout, px = self.layout(), theme.current().px
        if layout is None:
            return
        self._export.setText(t("Export to Excel"))
        self._export.setIcon(QIcon())
        self._saved.setText(self._saved_whole)
        metrics = self._person.fontMetrics()
        self._person.setText(metrics.elidedText(self._person_whole, Qt.TextElideMode.ElideRight, px(MOST_NAME)))
        for part in (self._subtitle, self._person, self._title):
            part.show()
        fixed = (self._menu, self._undo, self._redo, self._saved, self._person, self._export)
        margins = layout.contentsMargins()
        wanted = min(self._title.whole_width(), px(MOST_TITLE))

        def room(title: int) -> int:
            """What search and the title of the plan have beside a title of this width."""
            taken = sum(part.sizeHint().width() + layout.spacing() for part in fixed if not part.isHidden())
            taken += title + layout.spacing() if title else 0
            return self.width() - margins.left() - margins.right() - taken

        title, least = wanted, px(LEAST_SEARCH)
        if room(title) < px(ROOMY_SEARCH + LEAST_SUBTITLE) + layout.spacing():
            self._subtitle.hide()
        if room(title) < least:
            title = min(wanted, px(LEAST_TITLE))
        if room(title) < least:
            self._person.hide()
        if room(title) < least:
            self._saved.setText(SAVED)
        if room(title) < least:
            title = 0
        if room(title) < least:
            self._export.setText("")
            self._export.setIcon(icons.icon("export", "accent_ink"))
        self._title.setVisible(title > 0)
        if title:
            self._title.setFixedWidth(max(title, min(wanted, title + room(title) - least)))
        layout.activate()  # nothing is seen at a size that it gave up

    def refresh(self) -> None:
        """Show title, undo and the moment of saving as they are now."""
        session, speech = self._session, words()
        name = name_of(session.document)
        self._title.set_whole(place_and_years(name))
        self._subtitle.set_whole(name.title)
        undo, redo = session.document.undo_verb(), session.document.redo_verb()
        self._undo.setEnabled(bool(undo))
        self._redo.setEnabled(bool(redo))
        undo_text = t("Undo: {verb} (Ctrl+Z)", verb=speech.word("verb", undo)) if undo else t("Nothing to undo")
        redo_text = t("Redo: {verb} (Ctrl+Y)", verb=speech.word("verb", redo)) if redo else t("Nothing to redo")
        for widget, text in ((self._undo, undo_text), (self._redo, redo_text)):
            widget.setToolTip(text)
            widget.setAccessibleName(text)
        said = self._told or self._saved_text(session.document.saved_at)
        most = theme.current().px(MOST_TOLD)
        self._saved_whole = f"{SAVED} {self._saved.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, most)}"
        for say in (self._saved.setToolTip, self._saved.setAccessibleName):
            say(said)
        named = session.settings.person or session.settings.institution
        self._person_whole = named or t("Who is working?")
        self._person.setAccessibleName(self._person_whole)
        self._person.setToolTip(
            "\n".join(part for part in (named, t("The name that the history keeps with each change")) if part)
        )
        self._give_way()

    def _on_changed(self, change: PlanChange) -> None:
        self._last = change

    def _on_taken_back(self, verb: str, again: bool) -> None:
        """Say for a while what was undone, and of which record: it may be on no page that is in sight."""
        if not verb:
            return
        from mainstreamer.ui.reading import (
            link_name,  # brings all rules of readiness; the bar stands before those are wanted
        )

        name = words().word("verb", verb)
        touched = self._last.touched if self._last is not None else {}
        if sum(map(len, touched.values())) == 1:
            ((kind, (uid,)),) = ((kind, uids) for kind, uids in touched.items() if uids)
            of = link_name(self._session.plan, kind, uid)
            name = f"{name} ({of})" if of else name
        self._told = t("Done again: {verb}.", verb=name) if again else t("Undone: {verb}.", verb=name)
        self._telling.start()
        self.refresh()

    def _on_told(self) -> None:
        self._told = ""
        self.refresh()

    def _saved_text(self, moment: datetime | None) -> str:
        if moment is None:
            return t("All saved")
        return t("All saved {time}", time=moment.astimezone().strftime("%H:%M"))
