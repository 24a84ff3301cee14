"""The fields of one record as a form, made from its kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.domain.fields import FieldType, ItemCodes, Link, Links
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.operations.indicator_choice import with_following
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.i18n import words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, WIDE_GAP
from mainstreamer.ui.widgets.field_grid import FieldBox, FieldGrid
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.lack_button import blank_fields


def missing_fields(plan: Plan, kind: str, uid: str) -> list[str]:
    """Names of compulsory fields that are blank."""
    return [words().field(kind, name) for name in blank_fields(plan, kind, uid)]


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
        for grid in self._grids.values():
            grid.level_names()

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

    def _on_changed(self, field: str, value: Any) -> None:
        if self.session.plan.find(self.kind, self.uid) is None:
            return
        puts = with_following(self.session.plan, [Put(self.kind, self.uid, field, value)], words())
        if not self.session.put("edit", puts, self):
            self.made[field].editor.put_failed(self.session.plan.value(self.kind, self.uid, field))
