"""Multi-line text that grows with its content and is handed over when the person pauses or leaves."""

from __future__ import annotations

import math

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mainstreamer.ui.undo_keys import let_undo_through

PAUSE_MS = 800


class PausedText(QPlainTextEdit):
    """`settled` carries the text once nothing was typed for a moment, on leaving the field, and on `commit`."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None, least_lines: int = 1, most_lines: int = 12) -> None:
        super().__init__(parent)
        self._least, self._most = least_lines, most_lines
        self._given = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.commit)
        self.setTabChangesFocus(True)
        let_undo_through(self)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text, whatever stands in the field."""
        self._given = text
        self._timer.stop()
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._fit()

    def refresh_text(self, text: str) -> None:
        """Show what the plan holds now, except over what was typed and is not in the plan yet: that is never overwritten."""
        if self.toPlainText() == self._given:
            self.set_text(text)
        else:
            self._given = text

    def commit(self) -> None:
        """Hand over what was typed, if it differs from what the plan holds. Until
        `refresh_text` tells that it arrived there it counts as not put, and is handed over again."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._given:
            self.settled.emit(text)

    def _on_text_changed(self) -> None:
        self._timer.start()
        self._fit()

    def _fit(self) -> None:
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        spare = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.document().documentMargin()
        # One pixel more: a text that just fills its field counts as too long for it.
        self.setFixedHeight(math.ceil(lines * self._line() + spare) + 1)

    def _line(self) -> float:
        """The height of a line as it is laid out: ascent and descent are rounded up each, in metrics both together."""
        laid_out, metrics = self.document().firstBlock().layout(), QFontMetricsF(self.font())
        if laid_out.lineCount():
            return laid_out.lineAt(0).height()
        return math.ceil(metrics.ascent()) + math.ceil(metrics.descent())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; this field only when it holds more than it shows and has the focus."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()
