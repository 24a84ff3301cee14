"""One figure in large type, with its name above and what it means below; the whole card is a button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from mainstreamer.ui import theme
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, SMALL
from mainstreamer.ui.targets import Target
from mainstreamer.ui.widgets.cell_text import cell_lines
from mainstreamer.ui.widgets.labels import chip, label

WAITING = "…"
BETWEEN = " · "
"""What stands between the parts of a note."""


class FigureCard(QPushButton):
    """Leads to where its figure comes from."""

    led = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        theme.look(self, "figure")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name, self._figure, self._note = label("note"), label("figure"), chip()
        self._whole = ""
        self._target = Target()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        column.setSpacing(SMALL)
        for part in (self._name, self._figure, self._note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._figure.setText(WAITING)
        self._note.setText(" ")
        self.clicked.connect(self._on_clicked)

    def set_name(self, text: str) -> None:
        self._name.setText(text)
        self._say()

    def show_figure(self, figure: str, note: str, tone: str, target: Target) -> None:
        """Show the figure; the tone never stands without its words."""
        self._figure.setText(figure)
        theme.chip(self._note, tone)
        self._whole, self._target = note, target
        self._cut()
        self._say()

    @property
    def figure(self) -> str:
        return self._figure.text()

    @property
    def note(self) -> str:
        return self._whole

    def _say(self) -> None:
        said = f"{self._name.text()}: {self._figure.text()}. {self._whole}".strip()
        self.setAccessibleName(said)
        self.setToolTip(said)

    def _cut(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - theme.current().px(18)
        self._note.ensurePolished()
        text = "\n".join(note_lines(self._whole, self._note.font(), max(room, 20))) or " "
        if text != self._note.text():
            self._note.setText(text)
            self.updateGeometry()

    def _on_clicked(self) -> None:
        self.led.emit(self._target)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(180), self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(140), self._column.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()


def note_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """A note in one line or two: broken between its parts where each line has room for its own, else between words."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) > width:
        parts = text.split(BETWEEN)
        for count in range(len(parts) - 1, 0, -1):
            lines = BETWEEN.join(parts[:count]), BETWEEN.join(parts[count:])
            if all(metrics.horizontalAdvance(line) <= width for line in lines):
                return lines
        if len(parts) > 1 and metrics.horizontalAdvance(parts[-1]) <= width:
            # What is cut is a name; what is said of it stays whole.
            return metrics.elidedText(BETWEEN.join(parts[:-1]), Qt.TextElideMode.ElideRight, width), parts[-1]
    return cell_lines(text, font, width, 2)
