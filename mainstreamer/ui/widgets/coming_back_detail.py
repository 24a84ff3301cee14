"""The line chosen among those of a workbook that came back, whole: its values side by side, and how a conflict is decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT
from mainstreamer.ui import theme
from mainstreamer.ui.coming_back_choices import Decisions
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMARK, REMOVAL, Line, Section
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, GAP, SMALL
from mainstreamer.ui.text_difference import spans
from mainstreamer.ui.widgets.coming_back_painting import WAYS, ways
from mainstreamer.ui.widgets.labels import ElidedLabel, button, frame, label
from mainstreamer.ui.widgets.segments import Segments

TEXTS = 66
"""Height of the values, in pixels at 100 %."""


class ComingBackDetail(QWidget):
    """Follows the cursor of the list. Always of one height, so that the list does not jump."""

    decided = Signal(object, str)
    """A Line, and how its conflict is decided."""
    led = Signal(object)
    """A Line: a person wants to go to its record, or (with another uid) to that of the same name."""

    def __init__(self) -> None:
        super().__init__()
        self._node: Line | Section | None = None
        self._decisions = Decisions()
        self.subject, self.address = ElidedLabel("strong"), label("muted")
        self.segments = Segments(WAYS)
        self.go_button = button()
        self.names = [label("note") for _ in range(3)]
        self.texts = [_text() for _ in range(3)]
        self.sentence: QLabel = label("muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.subject, 1)
        head.addWidget(self.address)
        head.addWidget(self.segments)
        head.addWidget(self.go_button)
        values = QWidget()
        columns = QHBoxLayout(values)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        self._columns: list[QWidget] = []
        for name, text in zip(self.names, self.texts, strict=True):
            name.setBuddy(text)
            column = QWidget()
            below = QVBoxLayout(column)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(SMALL)
            below.addWidget(name)
            below.addWidget(text)
            columns.addWidget(column, 1)
            self._columns.append(column)
        self._stack = QStackedWidget()
        self._stack.addWidget(values)
        self._stack.addWidget(self.sentence)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        inside.setSpacing(GAP)
        inside.addLayout(head)
        inside.addWidget(self._stack)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.segments.chosen.connect(self._on_decided)
        self.go_button.clicked.connect(self._on_go_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        names = list(ways())
        self.segments.set_texts(names, names)
        self.go_button.setText(t("Go to the record"))
        # One height for all: that with the buttons of a conflict.
        high = max(self.segments.sizeHint().height(), self.go_button.sizeHint().height())
        self.subject.setMinimumHeight(high)
        self.show_node(self._node, self._decisions)

    def show_node(self, node: Line | Section | None, decisions: Decisions) -> None:
        """Show a line; of a heading, what its lines are."""
        self._node, self._decisions = node, decisions
        line = node if isinstance(node, Line) else None
        conflict = line is not None and line.what == CONFLICT
        self.segments.setVisible(conflict)
        self.go_button.setVisible(line is not None and bool(line.uid) and (line.what != NEW or bool(line.like)))
        self.address.setVisible(line is not None)
        self._stack.setCurrentIndex(0 if line is not None and line.what not in (REMARK,) else 1)
        if line is None:
            self.subject.set_whole(node.title if isinstance(node, Section) else "")
            self.sentence.setText(_about(node) if isinstance(node, Section) else "")
            return
        self.subject.set_whole(" › ".join(part for part in (line.name, line.label) if part))
        self.address.setText(_whole_address(line))
        self.segments.show_choice(decisions.of(line) if conflict else None)
        same_name = line.what == NEW and bool(line.like)
        self.go_button.setText(t("Go to the record of this name") if same_name else t("Go to the record"))
        self.sentence.setText(line.new)
        self._show_values(_values(line))
        if line.what in (CHANGED, CONFLICT):
            self._mark(line)

    def _show_values(self, values: list[tuple[str, str]]) -> None:
        for place, (column, name, text) in enumerate(zip(self._columns, self.names, self.texts, strict=True)):
            there = place < len(values)
            column.setVisible(there)
            text.setExtraSelections([])
            if there:
                name.setText(values[place][0])
                text.setAccessibleName(values[place][0])
                text.setPlainText(values[place][1])

    def _mark(self, line: Line) -> None:
        """Underline what differs between the value of the plan and that of the workbook."""
        if not line.now or not line.new:
            return
        begin, end = spans(line.now, line.new)
        shown = self.texts[1:3] if line.what == CONFLICT else self.texts[0:2]
        for text, value in zip(shown, (line.now, line.new), strict=True):
            if begin or end:
                text.setExtraSelections([_marked(text, begin, len(value) - end)])

    def _on_decided(self, how: str | None) -> None:
        if isinstance(self._node, Line):
            self.decided.emit(self._node, how or "")

    def _on_go_clicked(self) -> None:
        if isinstance(self._node, Line):
            self.led.emit(self._node)


def _text() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.current().px(TEXTS))
    return made


def _marked(text: QPlainTextEdit, begin: int, end: int) -> QTextEdit.ExtraSelection:
    form = QTextCharFormat()
    form.setBackground(theme.current().colour("accent_soft"))
    form.setFontUnderline(True)
    cursor = QTextCursor(text.document())
    # Characters outside the first plane count twice in Qt.
    whole = text.toPlainText()
    cursor.setPosition(_units(whole[:begin]))
    cursor.setPosition(_units(whole[:end]), QTextCursor.MoveMode.KeepAnchor)
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, form
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _whole_address(line: Line) -> str:
    if line.place is None:
        return ""
    return f"{line.place.sheet}!{line.address}" if line.address else line.place.sheet


def _values(line: Line) -> list[tuple[str, str]]:
    """The values to be shown side by side, each with what it is."""
    blank = t("(blank)")
    if line.what == CONFLICT:
        plan = t("In the plan: {whose}", whose=line.note) if line.note else t("In the plan")
        values = [(t("At the export"), line.base), (plan, line.now), (t("In the workbook"), line.new)]
    elif line.what == ALREADY:
        values = [(t("In the plan and in the workbook"), line.new)]
    elif line.what == CHANGED:
        values = [(t("In the plan"), line.now), (t("In the workbook"), line.new)]
    elif line.what == REFUSED:
        values = [(t("What stands there"), line.new), (t("What is expected"), line.note)]
    elif line.what == NEW:
        said = "\n".join(f"{label}: {value}" for label, value in line.fields)
        values = [(t("Fields filled in"), said)]
        if line.note:
            values.append((t("Look first"), line.note))
    else:
        said = "\n".join(f"{label}: {value}" for label, value in line.fields)
        values = [(t("What removing it does"), line.note or t("Only this record goes."))]
        if said:
            values.append((t("What goes with it"), said))
    return [(name, value or blank) for name, value in values]


def _about(section: Section) -> str:
    """What the lines of a heading are, and what to do with them."""
    return {
        CONFLICT: t(
            "These fields were changed in the plan after the workbook was exported, and in the workbook as well. Choose the "
            "value that holds, or leave the conflict open: both values are in the history then."
        ),
        REMOVAL: t(
            "These records were exported, and their rows are not in the workbook any more. Tick only those that are to be "
            "removed from the plan; undo brings them back."
        ),
        CHANGED: t(
            "What is ticked is taken into the plan. Space ticks a line or takes its tick away; with Shift, all lines of its "
            "record."
        ),
        ALREADY: t("The plan has these values already, or had them since the export. Nothing is done with them."),
        REMARK: t("This is not taken into the plan. Everything else can be taken all the same."),
        REFUSED: t(
            "Nothing can be taken in as long as a cell cannot be read. Correct these cells in the workbook, save it and read "
            "the file again; or send the list to whoever edited it."
        ),
    }[section.what]
