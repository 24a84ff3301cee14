"""The glossary: all terms in alphabetical order, looked through by words, each with its meaning and the items that use it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.checklist import ITEM_TEXTS, Checklist
from mainstreamer.domain.glossary import Glossary, Term
from mainstreamer.knowledge import glossary, glossary_languages
from mainstreamer.language.folding import fold
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.term_meaning import TermMeaning

WIDTH, HEIGHT = 880, 560
"""Pixels at 100 %."""
ROOM = 64
MOST_ITEMS = 16
"""Items named below a term; of a term that is everywhere the rest is counted."""
CODE = Qt.ItemDataRole.UserRole


class GlossaryDialog(QDialog):
    """List and filter at the side, the term chosen beside it; with a checklist, the items that use it lead to them."""

    item_wanted = Signal(str)

    def __init__(self, spoken: Glossary, checklist: Checklist | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._glossary, self._checklist = spoken, checklist
        self._codes_of: dict[str, set[str]] = {}
        self._hay = {term.code: (fold(term.term), fold(" ".join(_written(term)))) for term in spoken.terms}
        self.filter, self.list = QLineEdit(), QListWidget()
        self.count, self._used_title = label("note"), label("section")
        self.meaning = TermMeaning()
        self.area, self._used = QScrollArea(), QWidget()
        self.nothing = label("muted", wrap=True)
        self.close_button = button("primary")
        self._lay_out()
        self.filter.textChanged.connect(self._fill)
        self.filter.installEventFilter(self)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.meaning.term_chosen.connect(self.show_term)
        self.close_button.clicked.connect(self.accept)
        self._say()
        self._fill()
        self._take_size()
        self.filter.setFocus()
        if checklist is not None:
            Slices(self).start(self._looked_through(checklist), after=self._show_items)

    def _lay_out(self) -> None:
        px = theme.current().px
        side = QVBoxLayout()
        side.setSpacing(SMALL)
        side.addWidget(self.filter)
        side.addWidget(self.list, 1)
        side.addWidget(self.count)
        holder = QWidget()
        side.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(side)
        card = frame("card")
        inner = frame("inner")
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(px(WIDE_GAP), px(GAP), px(WIDE_GAP), px(GAP))
        self._inside.setSpacing(GAP)
        self._inside.addWidget(self.meaning)
        self._inside.addSpacing(GAP)
        self._inside.addWidget(self._used_title)
        self._inside.addWidget(self._used)
        self._inside.addWidget(self.nothing)
        self._inside.addStretch(1)
        theme.look(self.area, "guidance")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the arrow keys scroll it
        self.area.setWidget(inner)
        within = QVBoxLayout(card)
        within.setContentsMargins(1, 1, 1, 1)
        within.addWidget(self.area)
        middle = QHBoxLayout()
        middle.setSpacing(WIDE_GAP)
        middle.addWidget(holder, 2)
        middle.addWidget(card, 3)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        column.setSpacing(GAP)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _say(self) -> None:
        self.setWindowTitle(t("Glossary"))
        self.filter.setPlaceholderText(t("Find a term"))
        self.filter.setAccessibleName(t("Find a term"))
        self.filter.setClearButtonEnabled(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(t("Terms"))
        self.area.setAccessibleName(t("Meaning of the term"))
        self.close_button.setText(t("Close"))

    def _take_size(self) -> None:
        room = self.screen().availableSize()
        px = theme.current().px
        self.resize(min(px(WIDTH), room.width() - ROOM), min(px(HEIGHT), room.height() - ROOM))

    # -- the list ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Show the terms that have all words looked for, those that have them in their name first."""
        words = fold(self.filter.text()).split()
        named, other = [], []
        for term in self._glossary.terms:
            name, rest = self._hay[term.code]
            if all(word in name for word in words):
                named.append(term)
            elif all(word in name or word in rest for word in words):
                other.append(term)
        shown = self.code
        self.list.blockSignals(True)
        self.list.clear()
        for term in (*named, *other):
            line = QListWidgetItem(term.term)
            line.setData(CODE, term.code)
            line.setToolTip(term.term)
            self.list.addItem(line)
        self.list.blockSignals(False)
        count = self.list.count()
        self.count.setText(n("{n} term", "{n} terms", count))
        for part in (self.meaning, self._used_title, self._used):
            part.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.nothing.setText(t("No term has these words. Terms are also found by words of their meaning."))
        kept = self._row_of(shown) if not words else 0
        if count:
            self.list.setCurrentRow(max(kept, 0))

    def _row_of(self, code: str) -> int:
        return next((row for row in range(self.list.count()) if self.list.item(row).data(CODE) == code), -1)

    @property
    def code(self) -> str:
        """The term shown."""
        line = self.list.currentItem()
        return "" if line is None else str(line.data(CODE))

    def show_term(self, code: str) -> None:
        """Choose a term, with all terms in the list where the filter leaves it out."""
        if self._row_of(code) < 0:
            self.filter.clear()
        self.list.setCurrentRow(self._row_of(code))
        self.list.setFocus()

    def _on_current_changed(self) -> None:
        if not self.code:
            return
        self.meaning.show_term(self.code, self._glossary)
        term = self._glossary.by_code[self.code]
        self.area.setAccessibleDescription(f"{term.term}: {term.definition} {term.note}".strip())
        self.area.verticalScrollBar().setValue(0)
        self._show_items()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, arrows move in the list and Enter goes into it."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by and self.list.count():
                row = self.list.currentRow() + by
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    # -- where it is used --------------------------------------------------------------------------------------------

    def _show_items(self) -> None:
        before, self._used = self._used, QWidget()
        self._inside.replaceWidget(before, self._used)
        before.hide()
        before.deleteLater()
        codes = list(self._items_of(self.code))
        flow = FlowLayout(self._used)
        for code in codes[:MOST_ITEMS]:
            link = button("link")
            link.setText(code)
            question = "" if self._checklist is None else self._checklist.text(code, "question")
            link.setToolTip(question)
            link.setAccessibleName(f"{code} {question}")
            link.setProperty("item", code)
            link.clicked.connect(self._on_item_clicked)
            flow.addWidget(link)
        if len(codes) > MOST_ITEMS:
            more = label("muted")
            more.setText(n("and {n} more", "and {n} more", len(codes) - MOST_ITEMS))
            flow.addWidget(more)
        self._used_title.setText(t("Items of the checklist that use it").upper())
        self._used_title.setVisible(bool(codes))
        self._used.setVisible(bool(codes))

    def _items_of(self, code: str) -> Iterator[str]:
        return (item for item, codes in self._codes_of.items() if code in codes)

    def _looked_through(self, checklist: Checklist) -> Iterator[None]:
        """Look for terms in the texts of one item after the other."""
        for item in checklist.items:
            language = checklist.language_of(item.code)
            if language in glossary_languages():
                every = "\n".join(checklist.text(item.code, name) for name in ITEM_TEXTS)
                self._codes_of[item.code] = {place.code for place in glossary(language).occurrences(every)}
            yield

    def _on_item_clicked(self) -> None:
        code = str(self.sender().property("item"))
        self.accept()
        self.item_wanted.emit(code)


def _written(term: Term) -> Iterator[str]:
    """What is known of a term besides its name."""
    yield from (term.definition, term.note, *term.other.values())
    yield from (glossary(language).by_code[term.code].term for language in glossary_languages())
