"""The line chosen among those of a workbook that came back, whole: its values side by side, and how a conflict is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT
from mainstreamer.ui import theme
from mainstreamer.ui.coming_back_choices import Decisions
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMARK, REMOVAL, Line, Section
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, GAP, SMALL
from mainstreamer.ui.text_difference import spans
from mainstreamer.ui.widgets.coming_back_painting import WAYS
from mainstreamer.ui.widgets.coming_back_texts import ways
from mainstreamer.ui.widgets.labels import ElidedLabel, button, frame, label

LEAST = 34
"""Height of a value, in pixels at 100 %: a line of it."""


class ComingBackDetail(QWidget):
    """Follows the cursor of the list."""

    decided = Signal(object, str)
    """A Line, and how its conflict is decided."""
    led = Signal(object)
    """A Line: a person wants to go to its record, or to the one of the same name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._node: Line | Section | None = None
        self._decisions = Decisions()
        # From the outside in: what has its place already is dressed once.
        card = frame("card", parent=self)
        self._stack = QStackedWidget(card)
        values = QWidget(self._stack)
        self.subject, self.address = ElidedLabel("strong", card), label("muted", parent=card)
        self.go_button = button(parent=card)
        self.exported = _Column(values)
        """What a field in conflict had when the workbook was made: nothing to choose."""
        self.columns = [_Column(values) for _ in WAYS]
        self.sentence: QLabel = label("muted", wrap=True, parent=self._stack)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._group = QButtonGroup(self)
        for column in self.columns:
            self._group.addButton(column.way)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.subject, 1)
        head.addWidget(self.address)
        head.addWidget(self.go_button)
        side_by_side = QHBoxLayout(values)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(8)
        side_by_side.addWidget(self.exported, 2)
        for column in self.columns:
            side_by_side.addWidget(column, 3)
        self._side_by_side = side_by_side
        self._stack.addWidget(values)
        self._stack.addWidget(self.sentence)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        inside.setSpacing(SMALL)
        inside.addLayout(head)
        inside.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self._group.buttonClicked.connect(self._on_decided)
        self.go_button.clicked.connect(self._on_go_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        self.go_button.setText(t("Go to the record"))
        # The card is as high without the button as with it.
        self.subject.setMinimumHeight(self.go_button.sizeHint().height())
        self.show_node(self._node, self._decisions)

    def show_node(self, node: Line | Section | None, decisions: Decisions) -> None:
        """Show a line; of a heading, what its lines are."""
        self._node, self._decisions = node, decisions
        line = node if isinstance(node, Line) else None
        self.go_button.setVisible(line is not None and bool(line.uid) and (line.what != NEW or bool(line.like)))
        self.address.setVisible(line is not None)
        self._stack.setCurrentIndex(0 if line is not None and line.what != REMARK else 1)
        if line is None:
            self.subject.set_whole(node.title if isinstance(node, Section) else "")
            self.sentence.setText(_about(node) if isinstance(node, Section) else "")
            return
        self.subject.set_whole(" › ".join(part for part in (line.name, line.label) if part))
        self.address.setText(_whole_address(line))
        same_name = line.what == NEW and bool(line.like)
        self.go_button.setText(t("Go to the record of this name") if same_name else t("Go to the record"))
        self.sentence.setText(line.new)
        self._show_values(line)
        if line.what in (CHANGED, CONFLICT):
            self._mark(line)

    def _show_values(self, line: Line) -> None:
        values = _values(line)
        decided = self._decisions.of(line) if line.what == CONFLICT else None
        self.exported.setVisible(decided is not None)
        self.exported.show_value(t("Value when exported"), line.base or t("(blank)"), "", None)
        for place, column in enumerate(self.columns):
            column.setVisible(place < len(values))
            if place < len(values):
                column.show_value(*values[place], None if decided is None else decided == WAYS[place])
        # What is expected is what people act on; leaving a conflict open needs no room for a value.
        shares = (1, 2, 1) if line.what == REFUSED else (3, 3, 2) if line.what == CONFLICT else (1, 1, 1)
        for place, share in enumerate(shares):
            self._side_by_side.setStretch(place + 1, share)

    def _mark(self, line: Line) -> None:
        """Underline what differs between the value of the plan and that of the workbook."""
        if not line.now or not line.new:
            return
        begin, end = spans(line.now, line.new)
        for column, value in zip(self.columns, (line.now, line.new), strict=False):
            if begin or end:
                column.mark(begin, len(value) - end)

    def _on_decided(self, pressed: QWidget) -> None:
        if isinstance(self._node, Line):
            place = next(place for place, column in enumerate(self.columns) if column.way is pressed)
            self.decided.emit(self._node, WAYS[place])

    def _on_go_clicked(self) -> None:
        if isinstance(self._node, Line):
            self.led.emit(self._node)


class _Column(QWidget):
    """A value under its name; in a conflict, the name is a mark to choose it by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.way, self.name, self.note = QRadioButton(self), label("note", parent=self), ElidedLabel("note", self)
        theme.look(self.way, "way")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.current().px(LEAST))
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(self.way)
        above.addWidget(self.name)
        above.addWidget(self.note, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addLayout(above)
        whole.addWidget(self.text, 1)
        self.about = label("note", wrap=True, parent=self)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self.about, 1)

    def show_value(self, name: str, value: str | None, note: str, chosen: bool | None) -> None:
        """Show a value; `chosen` says whether a conflict is decided for it, and None that there is none. A way that brings no
        value (None) has only what is to be said of it."""
        self.text.setVisible(value is not None)
        self.about.setVisible(value is None)
        self.about.setText(note if value is None else "")
        self.way.setVisible(chosen is not None)
        self.name.setVisible(chosen is None)
        self.way.setText(name)
        # Values begin at one height beside each other, below a name to choose by or below a mere name.
        self.way.ensurePolished()
        self.name.setMinimumHeight(self.way.sizeHint().height())
        self.way.setAccessibleDescription(note)
        self.name.setText(name)
        self.note.set_whole("" if value is None else note)
        if chosen is not None:
            self.way.setChecked(chosen)
        self.text.setAccessibleName(f"{name}, {note}" if note else name)
        self.text.setExtraSelections([])
        if self.text.toPlainText() != (value or ""):
            self.text.setPlainText(value or "")

    def mark(self, begin: int, end: int) -> None:
        """Underline these characters."""
        form = QTextCharFormat()
        form.setBackground(theme.current().colour("accent_soft"))
        form.setFontUnderline(True)
        cursor = QTextCursor(self.text.document())
        # Characters outside the first plane count twice in Qt.
        whole = self.text.toPlainText()
        cursor.setPosition(_units(whole[:begin]))
        cursor.setPosition(_units(whole[:end]), QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, form
        self.text.setExtraSelections([made])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _whole_address(line: Line) -> str:
    if line.place is None:
        return ""
    return f"{line.place.sheet}!{line.address}" if line.address else line.place.sheet


def _values(line: Line) -> list[tuple[str, str | None, str]]:
    """The values to be shown side by side, each behind what it is and before what else there is to say of it. Those of a
    conflict stand in the order of the ways to decide it."""
    said = "\n".join(f"{label}: {value}" for label, value in line.fields)
    if line.what == CONFLICT:
        plan, workbook, leave = ways()
        values: list[tuple[str, str | None, str]] = [
            (plan, line.now, line.note),
            (workbook, line.new, line.caution),
            (leave, None, t("Both values stay in the history.")),
        ]
    elif line.what == ALREADY:
        values = [(t("In the plan and in the workbook"), line.new, "")]
    elif line.what == CHANGED:
        values = [(t("In the plan"), line.now, ""), (t("In the workbook"), line.new, "")]
    elif line.what == REFUSED:
        values = [(t("What stands there"), line.new, ""), (t("What is expected"), line.note, "")]
    elif line.what == NEW:
        values = [(t("Fields filled in"), said, "")]
        if line.note:
            values.append((t("Same name"), line.note, ""))
    else:
        values = [(t("What removing it does"), line.note or t("Only this record goes."), "")]
        if said:
            values.append((t("What goes with it"), said, ""))
    if line.caution and line.what != CONFLICT and len(values) < len(WAYS):
        values.append((t("Warning"), line.caution, ""))
    return [(name, t("(blank)") if value == "" else value, note) for name, value, note in values]


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
        REMARK: t("This is not taken into the plan. Everything else can be imported all the same."),
        REFUSED: t(
            "Nothing can be imported as long as a cell cannot be read. Correct these cells in the workbook, save it and read "
            "the file again; or send the list to whoever edited it."
        ),
    }[section.what]
