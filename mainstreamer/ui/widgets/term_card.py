"""A term's meaning at the foot of the guidance, over which one goes on reading."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.glossary import Glossary
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.term_meaning import TermMeaning


class TermCard(QFrame):
    """Shows one term; a term chosen in it comes in its place, and back leads to the one before, or away."""

    closed = Signal()
    glossary_wanted = Signal(str)
    """All terms are wanted, at this one."""
    grew = Signal()
    """The height wanted is another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.look(self, "termcard")
        self._glossary: Glossary | None = None
        self._way: list[str] = []
        self._caption = label("section")
        self.back_button, self.all_button = button("link"), button("link")
        self.meaning = TermMeaning()
        inner = frame("inner")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(WIDE_GAP, SMALL, WIDE_GAP, GAP)
        inside.setSpacing(0)
        inside.addWidget(self.meaning)
        inside.addStretch(1)
        self._inner = inner
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the arrow keys scroll it
        theme.look(self.area, "guidance")
        self.area.setWidget(inner)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(WIDE_GAP, SMALL, GAP, 0)
        self._head.addWidget(self._caption)
        self._head.addStretch(1)
        self._head.addWidget(self.all_button)
        self._head.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, SMALL, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.area, 1)
        self.back_button.clicked.connect(self.back)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.meaning.term_chosen.connect(self.go_on_to)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self.hide()

    @property
    def code(self) -> str:
        """The term shown; empty when none is."""
        return self._way[-1] if self._way else ""

    @property
    def first(self) -> str:
        """The term that was chosen in the guidance."""
        return self._way[0] if self._way else ""

    def open_term(self, code: str, glossary: Glossary) -> None:
        """Show a term, chosen in the guidance."""
        self._glossary, self._way = glossary, [code]
        self._show()

    def go_on_to(self, code: str) -> None:
        """Show a term that was chosen in the meaning of another."""
        self._way.append(code)
        self._show()

    def back(self) -> None:
        """To the term before, or away from the last."""
        if len(self._way) > 1:
            self._way.pop()
            self._show()
        else:
            self.closed.emit()

    def retranslate(self, glossary: Glossary) -> None:
        self._glossary = glossary
        if self._way:
            self._show()

    def chain_after(self, before: QWidget) -> None:
        """Have Tab come here from `before`, and go through from top to bottom."""
        QWidget.setTabOrder(before, self.all_button)
        self._chain()

    def _chain(self) -> None:
        marks = (*self.meaning.definition.marks, *self.meaning.note.marks)
        for before, after in pairwise((self.all_button, self.back_button, self.area, *marks)):
            QWidget.setTabOrder(before, after)

    def leave(self) -> None:
        """No term is shown any more."""
        self._way = []
        self.hide()

    def _show(self) -> None:
        if self._glossary is None:
            return
        term = self._glossary.by_code[self.code]
        self.setAccessibleName(t("Term: {term}", term=term.term))
        self.area.setAccessibleName(t("Meaning of the term"))
        self.area.setAccessibleDescription(f"{term.term}: {term.definition} {term.note}".strip())
        self._caption.setText(t("Term").upper())
        self.back_button.setText(t("‹ Back"))
        self.back_button.setAccessibleName(t("Back to the term before") if len(self._way) > 1 else t("Close the term"))
        self.back_button.setToolTip(t("Esc closes the term"))
        self.all_button.setText(t("All terms"))
        self.all_button.setAccessibleName(t("All terms of the glossary"))
        self.meaning.show_term(self.code, self._glossary)
        self._chain()
        self.area.verticalScrollBar().setValue(0)
        self.show()
        self.grew.emit()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        if QAccessible.isActive():
            said = f"{term.term}: {term.definition}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.area, said))

    def wanted_height(self, width: int) -> int:
        """The height that the whole term needs."""
        layout = self._inner.layout()
        inner = layout.totalHeightForWidth(width - 8) if layout is not None else 0
        return inner + self._head.totalSizeHint().height() + 12

    def _on_all_clicked(self) -> None:
        self.glossary_wanted.emit(self.code)
