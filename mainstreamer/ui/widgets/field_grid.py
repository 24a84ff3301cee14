"""The fields of a form in lines: each with its name above and its help below, as many beside each other as fit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.fields import (
    Address,
    Choice,
    Date,
    FieldType,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Month,
    Number,
    NumberTable,
    Scale,
    Text,
    Whole,
    Year,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.check_list import LONG
from mainstreamer.ui.widgets.choice_editor import ChoiceEditor, LongChoiceEditor, ManyChoicesEditor, MonthEditor
from mainstreamer.ui.widgets.editors import DateEditor, Editor, LineEditor, LongTextEditor, QuarterEditor, TableNote
from mainstreamer.ui.widgets.file_editor import AddressEditor, FileEditor
from mainstreamer.ui.widgets.items_editor import ItemsEditor
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.link_editor import LinkEditor, LinksEditor
from mainstreamer.ui.widgets.segments import SegmentEditor

COLUMN_WIDTH = 232
"""Pixels that a short field wants; so many columns fit beside each other."""
MOST_COLUMNS = 3
LONG_TEXTS = frozenset(
    (
        "reference", "plan_reference", "legal_basis", "focal_point_act", "written_mandate", "decision_rule", "reporting_line",
        "development_plan", "adopted_by", "target", "feedback",
    )
)  # fmt: skip
"""Fields of one line whose usual texts are titles and references."""
LONG_NAMED = frozenset(("objective", "action"))
"""Kinds whose records are called by a whole sentence."""
TOGETHER = {"start_year": "end_year", "start": "end"}
"""Fields that stand in one line with the field after them, where two columns fit."""


def make_editor(type_: FieldType[Any], session: Session) -> Editor:
    """The editor of a field type."""
    match type_:
        case Link():
            return LinkEditor(type_, session)
        case Links():
            return LinksEditor(type_, session)
        case ItemCodes():
            return ItemsEditor(type_, session)
        case Attachment():
            return FileEditor(type_, session)
        case Address():
            return AddressEditor(type_, session)
        case Month():
            return MonthEditor(type_, session)
        case Choice():
            return ChoiceEditor(type_, session) if 0 < len(type_.codes) <= LONG else LongChoiceEditor(type_, session)
        case ManyChoices():
            return ManyChoicesEditor(type_, session)
        case Scale() | YesNo():
            return SegmentEditor(type_, session)
        case LongText():
            return LongTextEditor(type_, session)
        case Date():
            return DateEditor(type_, session)
        case FiscalQuarter():
            return QuarterEditor(type_, session)
        case NumberTable():
            return TableNote(type_, session)
    return LineEditor(type_, session)


class FieldBox(QWidget):
    """A field's name above, its editor, and its help below."""

    changed = Signal(str, object)

    def __init__(self, session: Session, kind: str, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind, self.field, self.spec = kind, field, KINDS[kind].fields[field]
        self.editor = make_editor(self.spec.type, session)
        self.name, self._help = label("fieldname", wrap=True), label("note", wrap=True)
        self.name.setBuddy(self.editor.control)
        self.name.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.name)
        column.addWidget(self.editor)
        column.addWidget(self._help)
        column.addStretch(1)
        self.editor.changed.connect(self._on_changed)
        self.retranslate()

    @property
    def wide(self) -> bool:
        """Whether the field wants more than one column."""
        title = KINDS[self.kind].title == self.field
        wide = isinstance(self.spec.type, LongText | Links | NumberTable | Attachment | Address)
        named = isinstance(self.spec.type, Link) and self.spec.type.kind in LONG_NAMED
        return title or wide or named or (self.field in LONG_TEXTS and isinstance(self.spec.type, Text))

    @property
    def stretches(self) -> bool:
        """Whether the field takes what is left of its line: all but days, figures and answers of a word."""
        return self.wide or not isinstance(self.spec.type, Date | FiscalQuarter | Scale | YesNo | Whole | Number | Year)

    def retranslate(self) -> None:
        name, help_ = words().field(self.kind, self.field), words().help(self.kind, self.field)
        self.name.setText(f"{name} *" if self.spec.compulsory else name)
        self.name.setToolTip(t("Compulsory: readiness asks for it.") if self.spec.compulsory else "")
        said = f"{t('Compulsory: readiness asks for it.')} {help_}".strip() if self.spec.compulsory else help_
        self.editor.set_words(name, said)
        self._help.setText(help_)
        if not help_ or self.isVisible():
            self._help.setVisible(bool(help_))
        self.editor.retranslate()

    def _on_changed(self, value: Any) -> None:
        self.changed.emit(self.field, value)


class FieldGrid(QWidget):
    """Fields side by side, as many as fit; a field alone in its line takes all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: list[FieldBox] = []
        self._columns = 0
        self._rows: list[list[tuple[FieldBox, int]]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(WIDE_GAP)
        self._grid.setVerticalSpacing(GAP)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def take(self, boxes: list[FieldBox]) -> None:
        """Show these fields."""
        self._boxes = boxes
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:
        """Any width will do: a narrow form has one column."""
        return QSize(theme.current().px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit = (event.size().width() + 16) // (theme.current().px(COLUMN_WIDTH) + 16)
        self._arrange(max(1, min(MOST_COLUMNS, fit)))
        self.level_names()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.level_names()

    def level_names(self) -> None:
        """Names in one line are as high as the highest, so that the fields below them stand level."""
        column = (self.width() + WIDE_GAP) // max(1, self._columns)
        for line in self._rows:
            heights = [box.name.heightForWidth(span * column - WIDE_GAP) for box, span in line]
            for box, _ in line:
                box.name.setMinimumHeight(max(heights) if len(line) > 1 else 0)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for box in self._boxes:
            self._grid.removeWidget(box)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._rows = _lines(self._boxes, columns)
        for row, line in enumerate(self._rows):
            place = 0
            for box, span in line:
                self._grid.addWidget(box, row, place, 1, span)
                place += span


def _lines(boxes: list[FieldBox], columns: int) -> list[list[tuple[FieldBox, int]]]:
    """Fields in lines, each with the columns it takes. A field of text that closes a line takes what is left of it."""
    lines: list[list[tuple[FieldBox, int]]] = []
    left = 0
    names = [box.field for box in boxes]
    for place, box in enumerate(boxes):
        span = min(2, columns) if box.wide else 1
        together = TOGETHER.get(box.field) in names[place + 1 : place + 2]
        if span > left or (together and left < 2 <= columns):
            if lines and left and lines[-1][-1][0].stretches:
                last, taken = lines[-1].pop()
                lines[-1].append((last, taken + left))
            lines.append([])
            left = columns
        lines[-1].append((box, span))
        left -= span
    if lines and left and lines[-1][-1][0].stretches:
        last, taken = lines[-1].pop()
        lines[-1].append((last, taken + left))
    return lines
