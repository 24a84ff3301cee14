"""The fields of one record as a form, made from its kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
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
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.operations.indicator_choice import with_following
from mainstreamer.storage.plan_change import PlanChange
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


def missing_fields(plan: Plan, kind: str, uid: str) -> list[str]:
    """Names of compulsory fields that are blank; existing resources stand for a cost."""
    fields = KINDS[kind].fields
    blank = [name for name in KINDS[kind].compulsory if fields[name].type.is_blank(plan.value(kind, uid, name))]
    if "cost" in blank and plan.value(kind, uid, "existing_resources"):
        blank.remove("cost")
    return [words().field(kind, name) for name in blank]


class FieldBox(QWidget):
    """A field's name above, its editor, and its help below."""

    changed = Signal(str, object)

    def __init__(self, session: Session, kind: str, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind, self.field, self.spec = kind, field, KINDS[kind].fields[field]
        self.editor = make_editor(self.spec.type, session)
        self.name, self._help = label("fieldname", wrap=True), label("note", wrap=True)
        self.name.setBuddy(self.editor.control)
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

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for box in self._boxes:
            self._grid.removeWidget(box)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row, line in enumerate(_lines(self._boxes, columns)):
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


class RecordFields(QWidget):
    """The sections of one kind, showing one record. Puts what a person settles."""

    section_made = Signal(str)
    """The fields of a group are there."""

    def __init__(
        self,
        session: Session,
        kind: str,
        skip: tuple[str, ...] = (),
        headings: bool = True,
        groups: tuple[str, ...] = (),
        at_once: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`groups` keeps to these sections; none means all. Unless `at_once`, fields are made by `step`, or when asked for."""
        super().__init__(parent)
        self.session, self.kind = session, kind
        self.uid = ""
        self.made: dict[str, FieldBox] = {}
        """The fields that are there by now."""
        self.made_sections: dict[str, QVBoxLayout] = {}
        self._with_headings = headings
        self._parts: dict[str, list[QWidget]] = {}
        self._grids: dict[str, FieldGrid] = {}
        self._headings: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE_GAP)
        self._waiting: list[tuple[str, list[str]]] = []
        for group, fields in KINDS[kind].groups.items():
            # What names a record comes first, wherever the kind declares it.
            kept = sorted(
                (field for field in fields if field not in skip), key=lambda field: field != KINDS[kind].title
            )
            if kept and (not groups or group in groups):
                self._waiting.append((group, kept))
        self.setEnabled(session.document.writable)
        if at_once:
            self.finish()

    # -- making ------------------------------------------------------------------------------------------------------

    @property
    def boxes(self) -> dict[str, FieldBox]:
        """All fields by name; those not made yet are made now."""
        self.finish()
        return self.made

    @property
    def sections(self) -> dict[str, QVBoxLayout]:
        """All sections by group; those not made yet are made now."""
        self.finish()
        return self.made_sections

    def step(self) -> bool:
        """Make one more field; False when all are there."""
        if not self._waiting:
            return False
        group, fields = self._waiting[0]
        missing = next((field for field in fields if field not in self.made), "")
        if missing:
            grid = self._grids.get(group) or self._grid(group)
            self.made[missing] = box = FieldBox(self.session, self.kind, missing, grid)
            if self.uid:
                box.editor.place = (self.kind, self.uid, missing)
                box.editor.set_value(self.session.plan.value(self.kind, self.uid, missing))
            box.changed.connect(self._on_changed)
        if missing in ("", fields[-1]):
            self._waiting.pop(0)
            self._column.addLayout(self._section(group, fields))
            # A layout shows what is put into it a moment later; the keyboard may be wanted there at once.
            for part in self._parts[group] if self.isVisible() else ():
                part.show()
            self.section_made.emit(group)
        return bool(self._waiting)

    def finish(self) -> None:
        """Make all fields that are not there yet."""
        while self.step():
            pass

    def _grid(self, group: str) -> FieldGrid:
        made = self._grids[group] = FieldGrid(self)
        return made

    def _section(self, group: str, fields: list[str]) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(GAP)
        if self._with_headings:
            self._headings[group] = label("heading")
            self._headings[group].setText(words().word("group", self.kind, group))
            section.addWidget(self._headings[group])
        grid = self._grids[group]
        grid.take([self.made[field] for field in fields])
        section.addWidget(grid)
        self._parts[group] = [grid, self._headings[group]] if self._with_headings else [grid]
        self.made_sections[group] = section
        return section

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_record(self, uid: str) -> None:
        """Show another record; what was being typed into the one before is put first."""
        if uid != self.uid:
            self.commit()
        self.uid = uid
        for field, box in self.made.items():
            box.editor.place = (self.kind, uid, field)
            box.editor.set_value(self.session.plan.value(self.kind, uid, field))

    def refresh(self, change: PlanChange | None) -> None:
        """Show what the plan holds now, where a change may have touched it; what is being typed stays."""
        for field, box in self.made.items():
            if change is None or self._may_differ(change, field, box.spec.type):
                box.editor.refresh_value(self.session.plan.value(self.kind, self.uid, field))

    def _may_differ(self, change: PlanChange, field: str, type_: FieldType[Any]) -> bool:
        """Whether a field may read otherwise: its value, the names it shows, the calendar or the currency of the plan."""
        if Cell(self.kind, self.uid, field) in change.cells or change.touches("plan"):
            return True
        if isinstance(type_, Link | Links):
            return change.touches(type_.kind)
        return isinstance(type_, ItemCodes) and change.touches(*KINDS_OF_CHECKLIST)

    def retranslate(self) -> None:
        for group, heading in self._headings.items():
            heading.setText(words().word("group", self.kind, group))
        for box in self.made.values():
            box.retranslate()

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field, making it first where it is not there yet."""
        while any(field in fields for _group, fields in self._waiting):
            self.step()
        if field not in self.made:
            return False
        self.made[field].editor.focus()
        return True

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person who is in this form: the record's, at the field with the keyboard."""
        focused = self.focusWidget()
        within = (field for field, box in self.made.items() if focused is not None and box.isAncestorOf(focused))
        return (self.kind, self.uid, next(within, "")) if self.uid else None

    def commit(self) -> None:
        """Put what is still being typed."""
        for box in self.made.values():
            box.editor.commit()

    def missing(self) -> list[str]:
        """Names of compulsory fields that are blank; existing resources stand for a cost."""
        return missing_fields(self.session.plan, self.kind, self.uid)

    def _on_changed(self, field: str, value: Any) -> None:
        if self.session.plan.find(self.kind, self.uid) is None:
            return
        puts = with_following(self.session.plan, [Put(self.kind, self.uid, field, value)], words())
        if not self.session.put("edit", puts, self):
            self.made[field].editor.put_failed(self.session.plan.value(self.kind, self.uid, field))
