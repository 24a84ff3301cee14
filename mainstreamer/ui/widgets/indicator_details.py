"""How an indicator of the catalogue is measured, line by line: what is divided by what, unit, direction, source, links."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from mainstreamer.domain.indicators import IndicatorDefinition
from mainstreamer.knowledge import indicators
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.labels import label


def detail_lines(code: str) -> list[tuple[str, str]]:
    """Names and texts of what the catalogue says about an indicator, in the language spoken now; what is blank is left out."""
    definition = indicators().get(code)
    if definition is None:
        return []
    speech = words()

    def said(part: str) -> str:
        return speech.find("indicator", code, part) or ""

    disaggregation = ", ".join(speech.choice("disaggregation", one) for one in definition.disaggregation)
    lines = (
        (t("Numerator"), said("numerator")),
        (t("Denominator"), said("denominator")),
        (t("Unit"), said("unit")),
        (t("Good direction"), _direction(definition)),
        (t("Disaggregation"), disaggregation),
        (t("Frequency"), speech.choice("frequency", definition.frequency)),
        (t("Usually published"), speech.choice("lag", definition.lag)),
        (t("Usual source"), said("source")),
        (t("Comparability"), said("comparability")),
        (t("Links"), _links(definition)),
    )
    return [(name, text) for name, text in lines if text]


def _direction(definition: IndicatorDefinition) -> str:
    return {
        "up": t("up: more is better"),
        "down": t("down: less is better"),
        "to_one": t("towards 1"),
        "context": t("neither; it describes the situation"),
    }[definition.direction]


def _links(definition: IndicatorDefinition) -> str:
    """Targets of the 2030 Agenda and objectives of the Global Compact."""
    parts = []
    if definition.sdg:
        parts.append(t("SDG targets {codes}", codes=", ".join(definition.sdg)))
    if definition.gcm:
        parts.append(t("Global Compact objectives {codes}", codes=", ".join(definition.gcm)))
    return " · ".join(parts)


class IndicatorDetails(QWidget):
    """The lines: names at the leading side, or above where that leaves the text too little room. Labels are kept and used again
    for the next indicator."""

    def __init__(self) -> None:
        super().__init__()
        theme.look(self, "plain")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[tuple[QLabel, QLabel]] = []
        self._beside = True

    def show_code(self, code: str) -> str:
        """Show the lines of an indicator: all of them as one text, for those who hear it."""
        found = detail_lines(code)
        while len(self.lines) < len(found):
            name, text = label("note", wrap=False), label("note", wrap=True)
            # A long word must not push the rest out of the panel.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, text.sizePolicy().verticalPolicy())
            theme.look(text, "")
            self.lines.append((name, text))
            self._place(len(self.lines) - 1)
        for row, (name, text) in enumerate(self.lines):
            shown = row < len(found)
            name.setVisible(shown)
            text.setVisible(shown)
            if shown:
                name.setText(found[row][0])
                text.setText(found[row][1])
        self.setVisible(bool(found))
        self._arrange()
        return ". ".join(f"{name}: {text}".rstrip(".") for name, text in found)

    def _place(self, row: int) -> None:
        name, text = self.lines[row]
        self._grid.addWidget(name, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
        if self._beside:
            self._grid.addWidget(text, 2 * row, 1)
        else:
            self._grid.addWidget(text, 2 * row + 1, 0, 1, 2)

    def _arrange(self) -> None:
        """Names stand beside their texts where these have as much room as the longest name."""
        beside = self.width() >= 2 * max((name.sizeHint().width() for name, _ in self.lines), default=0)
        if beside != self._beside:
            self._beside = beside
            for row in range(len(self.lines)):
                self._place(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
