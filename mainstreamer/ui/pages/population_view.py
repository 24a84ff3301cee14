"""Population tables: which there are, their numbers, what is doubtful in them, and what they say."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.domain.demography_checks import COLUMNS, check_table
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.operations import population
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.population_model import PopulationModel, reading
from mainstreamer.ui.pages.register_empty import EmptyRegister
from mainstreamer.ui.pages.registry import TABLE
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.labels import ElidedLabel, button, label
from mainstreamer.ui.widgets.population_checks import Check, PopulationChecks, checks_of
from mainstreamer.ui.widgets.population_grid import PopulationGrid
from mainstreamer.ui.widgets.population_list import PopulationList
from mainstreamer.ui.widgets.population_pair import PopulationPair
from mainstreamer.ui.widgets.population_particulars import PopulationParticulars
from mainstreamer.ui.widgets.population_paste import PastePopulationDialog
from mainstreamer.ui.widgets.record_fields import missing_fields

if TYPE_CHECKING:
    from mainstreamer.storage.plan_change import PlanChange

VERB_EDIT, VERB_PASTE = "edit_population", "paste_population"
VERB_ADD, VERB_DUPLICATE, VERB_DELETE = "add", "duplicate", "delete"
LIST_WIDTH = 176
CHECKS_HEIGHT = 104
NUMBERS, DESCRIPTION = 0, 1


class PopulationView(QWidget):
    """The register of population tables. It shows one table at a time and puts it whole."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("ground")
        self._uid = ""
        self._deleted = ("", "")
        self._notice: Check | None = None
        self.dialog: PastePopulationDialog | None = None
        self.list = PopulationList()
        self.list.setFixedWidth(theme.current().px(LIST_WIDTH))
        self.model = PopulationModel(self._put_grid, self)
        self.model.wrong_changed.connect(self._show_checks)
        self.grid = PopulationGrid(self.model)
        self.grid.pasted.connect(self.paste)
        self.checks = PopulationChecks(CHECKS_HEIGHT)
        self.checks.row_wanted.connect(self._on_row_wanted)
        self._stack = QStackedWidget(self)
        self._filled = QWidget(self._stack)
        self._parts = QStackedWidget(self._filled)
        self._numbers = QWidget(self._parts)
        self._open_row = QWidget(self._numbers)
        self.pair = PopulationPair(session, self.grid, self._open_row, self._numbers)
        self.values = self.pair.values
        self._particulars: PopulationParticulars | None = None
        self._title = ElidedLabel("heading")
        self._title.setMinimumWidth(40)
        self.switch = (button(), button())
        self.open_ages = QComboBox()
        self._open_label = label("note")
        self._open_label.setBuddy(self.open_ages)
        self.empty = EmptyRegister(population.KIND, self._stack)
        self.add_first, self.paste_first = self.empty.add, self.empty.paste
        self._undo_line, self.undo_delete = label("muted", wrap=True), button("link")
        self._arrange()
        self._connect()
        if not session.document.writable:
            self._only_look()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        for place, made in enumerate(self.switch):
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setChecked(place == NUMBERS)
            head.addWidget(made)
        opening = QHBoxLayout(self._open_row)
        opening.setContentsMargins(0, 0, 0, 0)
        opening.setSpacing(GAP)
        opening.addWidget(self._open_label)
        opening.addWidget(self.open_ages)
        opening.addStretch(1)
        inside = QVBoxLayout(self._numbers)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(self.pair, 1)
        inside.addWidget(self.checks)
        self._parts.addWidget(self._numbers)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(head)
        right.addWidget(self._parts, 1)
        row = QHBoxLayout(self._filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, GAP, SMALL)
        layout.setSpacing(GAP)
        layout.addLayout(self._undo_row())
        layout.addWidget(self._stack, 1)

    def _undo_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._undo_line)
        row.addWidget(self.undo_delete)
        row.addStretch(1)
        return row

    @property
    def particulars(self) -> PopulationParticulars:
        """What the table is about; made when somebody wants to see it."""
        if self._particulars is None:
            self._particulars = PopulationParticulars(self.session, self._parts)
            self._parts.addWidget(self._particulars)
            if self._uid:
                self._particulars.show_record(self._uid)
        return self._particulars

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.duplicate_wanted.connect(self._on_duplicate_wanted)
        self.list.delete_wanted.connect(self._on_delete_wanted)
        for signal in (self.list.add_wanted, self.add_first.clicked):
            signal.connect(self._on_add_wanted)
        for signal in (self.list.paste_wanted, self.paste_first.clicked):
            signal.connect(self._on_paste_wanted)
        self.empty.table.clicked.connect(
            lambda: self.session.page_wanted.emit(TABLE.key, "new", {"kind": population.KIND})
        )
        self.undo_delete.clicked.connect(self._on_restore_wanted)
        self.open_ages.activated.connect(self._on_open_age_chosen)
        for made in self.switch:
            made.toggled.connect(self._on_switched)
        parts = (self.list.list, self.list.duplicate, self.list.delete, self.list.add, self.list.paste, *self.switch)
        for before, after in pairwise((*parts, self.open_ages, self.grid, *self.pair.controls(), self.checks.list)):
            QWidget.setTabOrder(before, after)

    def _only_look(self) -> None:
        """Switch off whatever would change a file that cannot be written."""
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.model.writable = False
        self.empty.set_writable(False)
        for made in (self.list.add, self.list.paste, self.list.duplicate, self.list.delete):
            made.setEnabled(False)
        self.open_ages.setEnabled(False)

    # -- the interface of every register view ------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.empty.retranslate()
        self.switch[NUMBERS].setText(t("Data"))
        self.switch[DESCRIPTION].setText(t("Description"))
        self.undo_delete.setText(t("Undo"))
        self._open_label.setText(t("Last age group"))
        self.open_ages.setAccessibleName(t("Last age group"))
        self.open_ages.clear()
        for age in population.OPEN_AGES:
            self.open_ages.addItem(t("{age} and over", age=age), age)
        self.list.retranslate()
        if self._particulars is not None:
            self._particulars.retranslate()
        self.model.retranslate()
        self.grid.retranslate()
        self.pair.retranslate()
        self.refresh(None)

    def refresh(self, change: PlanChange | None) -> None:
        """Show the tables as they are in the plan now."""
        if change is not None and not change.touches(population.KIND):
            return
        records = self.session.plan.population_tables
        record = next((row for row in records if row.uid == self._uid), records[0] if records else None)
        if (record.uid if record else "") != self._uid:
            self.model.forget_wrong()
        self._uid = record.uid if record else ""
        if self._deleted[0] in {row.uid for row in records}:
            self._deleted = ("", "")
        self._undo_line.setText(t("“{title}” was deleted.", title=self._deleted[1]) if self._deleted[0] else "")
        self._undo_line.setVisible(bool(self._deleted[0]))
        self.undo_delete.setVisible(bool(self._deleted[0]))
        self._stack.setCurrentIndex(0 if record is None else 1)
        self.list.show_tables(records, self._uid)
        if record is not None:
            self._show_record(record)

    def show_place(self, uid: str, field: str) -> bool:
        """Lead to a table, and to a field of it; False when it is not there."""
        if self.session.plan.find(population.KIND, uid) is None:
            return False
        self._choose(uid)
        if field in self.particulars.fields.boxes:
            self.switch[DESCRIPTION].setChecked(True)
            return self.particulars.show_field(field)
        self.switch[NUMBERS].setChecked(True)
        self.pair.show_numbers()
        self.grid.go_to(max(0, self.grid.currentIndex().row()), max(0, self.grid.currentIndex().column()))
        return True

    def commit(self) -> None:
        """Put whatever is still being typed."""
        self.grid.commit()
        if self._particulars is not None:
            self._particulars.commit()

    # -- showing -----------------------------------------------------------------------------------------------------

    def _record(self) -> PopulationTable | None:
        found = self.session.plan.find(population.KIND, self._uid)
        return found if isinstance(found, PopulationTable) else None

    def _show_record(self, record: PopulationTable) -> None:
        title = record.title or t("(no title)")
        self._title.set_whole(title)
        self.model.set_grid(population.grid_of(record.table), record.unit or "persons")
        self.grid.fit()
        age = population.open_age_of(self.model.grid)
        self._open_row.setVisible(population.is_blank(record.table))
        self.open_ages.setCurrentIndex(max(0, self.open_ages.findData(age)))
        if self._particulars is not None:
            self._particulars.show_record(record.uid)
        missing = missing_fields(self.session.plan, population.KIND, record.uid)
        self.switch[DESCRIPTION].setText(f"{t('Description')} ⚠" if missing else t("Description"))
        self.switch[DESCRIPTION].setToolTip("\n".join(missing))
        self.switch[DESCRIPTION].setAccessibleDescription(", ".join(missing))
        self.pair.show_record(record, population.values_of_table(self.session.plan, record))
        self._show_checks()

    def _show_checks(self) -> None:
        record = self._record()
        if record is None:
            return
        checks = [] if self._notice is None else [self._notice]
        for row, column, sentence in self.model.wrong():
            checks.append(Check("error", sentence, self.model.grid.rows[row], COLUMNS[column]))
        if not population.is_blank(record.table) and record.table is not None:
            checks += checks_of(check_table(record.table, record.unit or "persons"))
        marks: dict[str, str] = {}
        for check in checks:
            if check.row and check.severity != "note":
                marks.setdefault(check.row, check.sentence)
        self.model.set_marks(marks)
        blank = population.is_blank(record.table)
        hint = t("Type the numbers, or paste them with Ctrl+V. Enter moves down.")
        good = hint if blank else t("✓ No doubtful figures found.")
        self.checks.show_checks(checks, good)

    # -- changing ----------------------------------------------------------------------------------------------------

    def _put_grid(self, grid: Table) -> bool:
        """Put the whole table as it is after an edit in the grid."""
        self._notice = None
        return bool(self._uid) and self.session.put(VERB_EDIT, population.edit(self._uid, grid), self)

    def _choose(self, uid: str) -> None:
        if uid != self._uid:
            self.commit()
            self._after_new(uid)

    def _on_switched(self, checked: bool) -> None:
        if checked:
            self.commit()
            described = self.switch[DESCRIPTION].isChecked()
            self._parts.setCurrentWidget(self.particulars if described else self._numbers)

    def _on_row_wanted(self, row: str, column: str) -> None:
        if row in self.model.grid.rows:
            self.pair.show_numbers()
            self.grid.go_to(self.model.grid.rows.index(row), COLUMNS.index(column) if column in COLUMNS else 0)

    def _on_open_age_chosen(self, _place: int) -> None:
        self._put_grid(population.blank_grid(int(self.open_ages.currentData())))

    def _on_add_wanted(self) -> None:
        self.commit()
        uid, puts = population.new_table()
        if self.session.put(VERB_ADD, puts, self):
            self._after_new(uid)
            self.switch[DESCRIPTION].setChecked(True)
            self.particulars.show_field("title")

    def _after_new(self, uid: str) -> None:
        self._notice = None
        self.model.forget_wrong()
        self._uid = uid
        self.refresh(None)

    def _on_duplicate_wanted(self) -> None:
        self.commit()
        record = self._record()
        if record is not None:
            uid, puts = population.duplicate(record, t("{title} (copy)", title=record.title))
            if self.session.put(VERB_DUPLICATE, puts, self):
                self._after_new(uid)

    def _on_delete_wanted(self) -> None:
        self.commit()
        record = self._record()
        if record is not None:
            self._deleted = (record.uid, record.title or t("(no title)"))
            if not self.session.put(VERB_DELETE, population.delete(record.uid), self):
                self._deleted = ("", "")
            self.refresh(None)
            self.undo_delete.setFocus()

    def _on_restore_wanted(self) -> None:
        uid, _ = self._deleted
        if uid and self.session.put(VERB_ADD, population.restore(uid), self):
            self._after_new(uid)

    # -- pasting -----------------------------------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """Take pasted text: a block of numbers at the cursor, or a whole table by way of the dialog."""
        if not text.strip() or not self.session.document.writable:
            return
        if population.is_whole_table(text):
            self._open_dialog(text, self._record())
            return
        block = population.read_block(text, reading(), self.model.unit)
        here = self.grid.currentIndex()
        row, column = max(0, here.row()), max(0, here.column())
        if block.bad:
            down, right, said, _code = block.bad[0]
            sentence = t(
                "Nothing was pasted: “{text}” in row {row}, column {column} of the copied cells is not a number.",
                text=said, row=down + 1, column=right + 1,
            )  # fmt: skip
            self._notice = Check("error", sentence)
            self._show_checks()
            return
        grid = self.model.grid
        large = row + len(block.cells) > len(grid.rows) or column + max(map(len, block.cells)) > len(COLUMNS)
        said = t("The copied cells reach beyond the table; what did not fit was left out.")
        self._notice = Check("warning", said) if large else None
        self.model.forget_wrong()
        pasted = population.with_cells(grid, row, column, block.cells)
        if pasted != grid:
            self.session.put(VERB_PASTE, population.edit(self._uid, pasted), self)
        self._show_checks()

    def _on_paste_wanted(self) -> None:
        self.commit()
        text = QGuiApplication.clipboard().text()
        self._open_dialog(text if population.is_whole_table(text) else "", None)

    def _open_dialog(self, text: str, record: PopulationTable | None) -> None:
        """Show what was understood; it goes into `record`, or into a new table."""
        filled = record is not None and not population.is_blank(record.table)
        unit = record.unit if record is not None and filled else ""
        self.dialog = PastePopulationDialog(text, unit, filled, self)
        self.dialog.setProperty("uid", "" if record is None else record.uid)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self, _result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        table, unit, uid = dialog.table, dialog.unit, str(dialog.property("uid"))
        dialog.deleteLater()
        if table is None:
            return
        if uid and self.session.plan.find(population.KIND, uid) is not None:
            puts = population.take_over(uid, table, unit)
        else:
            uid, puts = population.new_table(t("Population by age and sex"), table, unit)
        if self.session.put(VERB_PASTE, puts, self):
            self._after_new(uid)
            self.switch[NUMBERS].setChecked(True)
            self.pair.show_numbers()
            self.grid.setFocus()
