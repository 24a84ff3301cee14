"""Text in which terms of the glossary are marked and can be chosen."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QTextEdit, QWidget

from mainstreamer.domain.glossary import Glossary, Occurrence
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t

SOFT = 40
"""How much of the accent, of 255, lies over a term under the mouse or with the keyboard."""


def tip_of(glossary: Glossary, code: str) -> str:
    """A term with its meaning for a tool tip, as markup, so that it wraps."""
    term = glossary.by_code[code]
    return f"<p><b>{escape(term.term)}</b><br>{escape(term.definition)}</p>"


class TermMark(QPushButton):
    """A term where it stands in a text: what is drawn there is the text, the mark takes mouse and keyboard."""

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = code
        self._pieces: list[QRect] = []
        self.setProperty("look", "term")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def lie_over(self, pieces: list[QRect]) -> None:
        """Cover a term, which may run on over several lines."""
        whole = QRegion()
        for piece in pieces:
            whole = whole.united(QRegion(piece))
        bounds = whole.boundingRect()
        self._pieces = [piece.translated(-bounds.topLeft()) for piece in pieces]
        self.setGeometry(bounds)
        self.setMask(whole.translated(-bounds.topLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter = QPainter(self)
        look = theme.current()
        soft = look.colour("accent")
        soft.setAlpha(SOFT)
        painter.fillRect(self.rect(), soft)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            for piece in self._pieces:
                painter.drawRect(piece.adjusted(1, 1, -1, -1))


class TermText(QTextEdit):
    """Wrapped plain text, as high as its words. Terms have a dotted line where they occur first, and lead to their meaning."""

    term_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: list[TermMark] = []
        self._found: tuple[Occurrence, ...] = ()
        self._heights: dict[int, int] = {}
        self.setProperty("look", "terms")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, glossary: Glossary | None, meanings: Glossary, known: Collection[str] = ()) -> None:
        """Show a text with the terms of `glossary`, the one of the text's language, but for those `known` already.

        `meanings` is the glossary of the language in which the person reads.
        """
        self._heights.clear()
        self.setPlainText(text)
        self._found = glossary.occurrences(text, known) if glossary is not None else ()
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        style.setUnderlineColor(theme.current().colour("accent"))
        style.setForeground(theme.current().colour("accent"))
        for mark in self.marks:
            mark.hide()
            mark.deleteLater()
        self.marks = []
        cursor = QTextCursor(self.document())
        for place in self._found:
            cursor.setPosition(utf16(text, place.start))
            cursor.setPosition(utf16(text, place.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(style)
            mark = TermMark(place.code, self.viewport())
            mark.setAccessibleName(t("{term}: what it means", term=text[place.start : place.end]))
            mark.setAccessibleDescription(meanings.by_code[place.code].definition)
            mark.setToolTip(tip_of(meanings, place.code))
            mark.clicked.connect(self._on_mark_clicked)
            mark.show()
            self.marks.append(mark)
        self._place_marks()
        self.updateGeometry()

    @property
    def codes(self) -> tuple[str, ...]:
        """The terms marked, in their order."""
        return tuple(place.code for place in self._found)

    def _on_mark_clicked(self) -> None:
        mark = self.sender()
        if isinstance(mark, TermMark):
            self.term_chosen.emit(mark.code)

    # -- size --------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            measured = QTextDocument(self)
            measured.setDocumentMargin(0)
            measured.setDefaultFont(self.font())
            measured.setPlainText(self.toPlainText())
            measured.setTextWidth(width)
            self._heights[width] = round(measured.size().height() + 0.499)
            measured.deleteLater()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.current().px(120))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(80), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_marks()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # What scrolls is the panel.
        event.ignore()

    # -- marks -------------------------------------------------------------------------------------------------------

    def _place_marks(self) -> None:
        text = self.toPlainText()
        for mark, place in zip(self.marks, self._found, strict=True):
            pieces = self._pieces(utf16(text, place.start), utf16(text, place.end))
            if pieces:
                mark.lie_over(pieces)

    def _pieces(self, start: int, end: int) -> list[QRect]:
        """Where characters stand, line by line."""
        self.document().documentLayout().documentSize()
        found: list[QRect] = []
        block = self.document().findBlock(start)
        layout = block.layout()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        first, last = start - block.position(), end - block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if begin >= stop:
                continue
            edges = sorted((_across(line.cursorToX(begin)), _across(line.cursorToX(stop))))
            top = QPointF(edges[0], line.y()) + corner
            found.append(
                QRect(round(top.x()) - 2, round(top.y()), round(edges[1] - edges[0]) + 4, round(line.height()))
            )
        return found


def _across(found: object) -> float:
    """`cursorToX` answers with the place, or with place and cursor, by version."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def utf16(text: str, place: int) -> int:
    """A place in a text as Qt counts it: characters beyond the basic plane count twice."""
    return len(text[:place].encode("utf-16-le")) // 2
