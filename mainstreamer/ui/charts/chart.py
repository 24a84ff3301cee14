"""What every chart shares: it appears when pyqtgraph is there, wears the theme, and can be read and worked without eyes
or mouse."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.charts.loading import library, when_loaded
from mainstreamer.ui.i18n import t
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import label


class Chart(QWidget):
    """A picture of data with marks that stand for something, each with a key (the uid of a record, a year, a step).

    A subclass fills the plot in `build` (once) and `draw` (whenever the data or the theme are others), and says its marks
    in `marks`: key and words, in the order in which the arrow keys visit them. `show_marked` paints which mark is chosen.
    """

    accessible_role = QAccessible.Role.Chart
    chosen = Signal(str)
    """A mark was clicked, or reached with the arrow keys."""
    opened = Signal(str)
    """Enter or a double click on a mark: lead to what it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Any = None
        """The pyqtgraph PlotWidget; None until the library is loaded."""
        self.marked = ""
        """The key of the mark chosen now."""
        self._wanted = False
        self._later = Slices(self, last=True)
        self._waiting = label("muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setText(t("Drawing …"))
        # A margin of the chart's own, in which its focus is drawn.
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._waiting)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- for subclasses ----------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Put into `self.plot` what stays."""

    def draw(self) -> None:
        """Draw the data as it is now."""
        raise TypeError(f"{type(self).__name__} does not draw")

    def marks(self) -> list[tuple[str, str]]:
        """Keys and words of the marks, in the order of the arrow keys."""
        return []

    def remark(self) -> str:
        """What is to be known of the picture as a whole, in a sentence; empty for nothing."""
        return ""

    def show_marked(self) -> None:
        """Show which mark is chosen."""

    def nudge(self, key: str, right: int, up: int) -> None:
        """Move a mark by one unit (Ctrl and an arrow key); nothing where marks do not move."""

    # -- for pages ---------------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw anew, now or as soon as there is something to draw with. What cannot be seen is drawn when it is shown."""
        if self.plot is not None and self.isVisible() and not self._later.at_work:
            self.draw()
            self.show_marked()
            self.plot.setUpdatesEnabled(True)
            self._wanted = False
        else:
            self._wanted = True
        self._describe()

    def mark(self, key: str) -> None:
        """Choose a mark from outside, without telling anyone."""
        if key != self.marked:
            self.marked = key
            if self.plot is not None:
                self.show_marked()
            self._describe()

    @property
    def is_drawn(self) -> bool:
        """Whether what is seen is what there is to see."""
        return self.plot is not None and not self._wanted

    # -- making ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self.plot is None:
            self._later.soon(self._go_on)
        elif self._wanted:
            self.redraw()

    def _go_on(self) -> None:
        """The page is laid out and painted first; the plot is made in one event after that, and drawn in another."""
        if self.plot is None:
            when_loaded(self._on_loaded)
        else:
            self.redraw()

    def _on_loaded(self) -> None:
        if self.plot is not None:
            return
        plot = self.plot = library().PlotWidget()
        for part in (plot, plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.setAccessibleName("")
        self.dress()
        self.build()
        self._waiting.hide()
        self._inside.addWidget(plot)
        plot.setUpdatesEnabled(False)
        self._wanted = True
        self._later.soon(self._go_on)

    def dress(self) -> None:
        """Colours and type of the theme."""
        colours = theme.current()
        self.plot.setBackground(colours.colour("card"))
        for side in ("left", "bottom", "right", "top"):
            axis = self.plot.getAxis(side)
            axis.setPen(colours.colour("line"))
            axis.setTextPen(colours.colour("muted"))
            axis.setTickFont(self.small_font())
            axis.setStyle(tickLength=0)

    def small_font(self) -> QFont:
        """The font of axes and marks: 11 pixels at 100 %."""
        font = QFont(self.font())
        font.setPixelSize(theme.current().type_size("small"))
        return font

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.plot is not None:
            self.dress()
            self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(360), theme.current().px(220))

    # -- reading and working it without eyes or mouse ----------------------------------------------------------------

    def _describe(self) -> None:
        """The picture in words, for those who hear it; the tool of the accessible description."""
        words = [text for _key, text in self.marks()]
        first = (dict(self.marks()).get(self.marked, ""), self.remark().rstrip("."))
        self.setAccessibleDescription(". ".join([one for one in first if one] + words[:60]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.marked:
                across = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0)
                self.nudge(self.marked, across, {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(key, 0))
        elif key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked:
            self.opened.emit(self.marked)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        keys = [key for key, _text in self.marks()]
        if not keys:
            return
        place = (keys.index(self.marked) + by) % len(keys) if self.marked in keys else (0 if by > 0 else -1)
        self.choose(keys[place])

    def choose(self, key: str) -> None:
        """Choose a mark as a person does, and tell."""
        self.mark(key)
        self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme.current().colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.update()
