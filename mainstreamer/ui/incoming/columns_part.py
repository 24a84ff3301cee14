"""Third: what the rows are, and what each column goes into; with real cells and how they would be read."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mainstreamer.domain.amounts import FACTORS
from mainstreamer.domain.fields import Money
from mainstreamer.domain.returned import column_letter
from mainstreamer.operations.tables import layout as rows
from mainstreamer.operations.tables.targets import (
    ACTION,
    FINANCE,
    LEFT_OUT,
    OBJECTIVE,
    POPULATION,
    SKIP,
    TAKEN_KINDS,
    Column,
    links_to,
    targets,
    title_of,
    type_of,
)
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import LinesModel
from mainstreamer.ui.incoming.people_part import PeoplePart
from mainstreamer.ui.incoming.tables import SamplesDelegate, divide_width, lines_table
from mainstreamer.ui.incoming.words import note_name, sample_reading, target_name
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import frame, label

_HEIGHT = 66
_SHARES = (17, 22, 18, 27, 16)
"""Of the width: heading, cells, where they go, how they are read, a remark."""


class ColumnsPart(QWidget):
    """A line for each column; below it what the chosen one goes into. A table of people by age is shown as such instead."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        self._filling = False
        self._offered = ""
        self._kind_name, self._sections_name, self._target_name = QLabel(), QLabel(), label("strong", wrap=True)
        self.kind, self.sections, self.target, self.factor = (QComboBox() for _ in range(4))
        self.fill = QCheckBox()
        self.missing, self.remark = label("error", wrap=True), label("note", wrap=True)
        self._kind_name.setBuddy(self.kind)
        self._sections_name.setBuddy(self.sections)
        for combo in (self.kind, self.sections, self.target, self.factor):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setMaxVisibleItems(24)
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(36)
        self.kind.activated.connect(self._on_kind_chosen)
        self.sections.activated.connect(self._on_sections_chosen)
        self.target.activated.connect(self._on_column_changed)
        self.factor.activated.connect(self._on_column_changed)
        self.fill.clicked.connect(self._on_column_changed)
        self.model = LinesModel()
        self.table = lines_table(self.model, height=_HEIGHT)
        for column in (1, 3):
            self.table.setItemDelegateForColumn(column, SamplesDelegate(self.table))
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.activated.connect(self._on_activated)
        self.people = PeoplePart(work)
        self._arrange()

    def _arrange(self) -> None:
        head, foot = QWidget(), QHBoxLayout()
        flow = FlowLayout(head, 16)
        flow.addWidget(_pair(self._kind_name, self.kind))
        self._sections_pair = _pair(self._sections_name, self.sections)
        flow.addWidget(self._sections_pair)
        self.strip = frame("card")
        strip = QVBoxLayout(self.strip)
        strip.setContentsMargins(16, 8, 16, 8)
        strip.setSpacing(8)
        foot.setSpacing(8)
        for choice in (self.target, self.factor, self.fill):
            foot.addWidget(choice)
        foot.addStretch(1)
        strip.addWidget(self._target_name)
        strip.addLayout(foot)
        strip.addWidget(self.remark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self.missing)
        layout.addWidget(self.people, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self.table, lambda: divide_width(self.table, _SHARES))

    def start(self) -> None:
        if self._work.mapping.kind == POPULATION:
            self.people.start()
            return
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the mapping and what it reads."""
        mapping, outcome = self._work.mapping, self._work.outcome
        self._filling = True
        self.kind.setCurrentIndex(max(0, self.kind.findData(mapping.kind)))
        self._show_sections()
        is_people = mapping.kind == POPULATION
        self.people.setVisible(is_people)
        self.table.setVisible(not is_people)
        self.strip.setVisible(not is_people)
        self.missing.setVisible(
            not is_people and bool(mapping.columns) and not mapping.places(title_of(mapping.kind or ACTION))
        )
        if is_people:
            self.people.refresh()
        elif outcome is not None and outcome.taking is not None:
            title = words().field(mapping.kind, title_of(mapping.kind))
            self.missing.setText(t("No column goes into “{field}”, by which these records are known.", field=title))
            headings = (t("Column"), t("In the table"), t("Goes into"), t("Is read as"), t("Mark"))
            self.model.show_lines(headings, outcome.mapping.columns, self._texts, self._tone, 4)
            if not self.table.currentIndex().isValid() and mapping.columns:
                self.table.setCurrentIndex(self.model.index(0, 0))
            divide_width(self.table, _SHARES)
            self._show_column()
        self._filling = False

    def _show_sections(self) -> None:
        mapping, outcome = self._work.mapping, self._work.outcome
        found = outcome.taking.reading.classes.values() if outcome is not None and outcome.taking is not None else ()
        count = sum(class_ == rows.SECTION for class_ in found)
        is_there = mapping.kind == ACTION and count > 0
        self._sections_pair.setVisible(is_there)
        self._sections_name.setText(n("{n} &title between the rows:", "{n} &titles between the rows:", count))
        self.sections.setCurrentIndex(self.sections.findData(mapping.sections))

    def _texts(self, column: Column) -> list[str]:
        outcome = self._work.outcome
        if outcome is None:
            return [""] * len(_SHARES)
        # What is shown is of the mapping that was worked out; another may be under way.
        shown, kind, plan = outcome.samples.get(column.place, ()), outcome.mapping.kind, outcome.plan
        read = [sample_reading(plan, kind, column, sample) for sample in shown]
        return [
            f"{column_letter(column.place)}  {column.heading or t('(no heading)')}",
            "\n".join(" ".join(sample.text.split()) for sample in shown),
            target_name(kind, column.target),
            "\n".join(read) if column.target != LEFT_OUT else "",
            self._remark(column),
        ]

    def _refused(self, column: Column) -> int:
        """How many cells of a column cannot be read."""
        outcome = self._work.outcome
        return outcome.taking.reading.refused.get(column.place, 0) if outcome is not None and outcome.taking else 0

    def _remark(self, column: Column) -> str:
        refused, foreign, early = self._refused(column), *self._flagged(column)
        if refused:
            return n("{n} cell cannot be read", "{n} cells cannot be read", refused)
        if foreign:
            return n("{n} in another currency", "{n} in another currency", foreign)
        if early:
            return n("{n} before the plan begins", "{n} before the plan begins", early)
        return t("a guess: look at it") if column.sure == "likely" else ""

    def _flagged(self, column: Column) -> tuple[int, int]:
        """How many cells of a column hold an amount in another currency, and a time before the plan."""
        outcome = self._work.outcome
        if outcome is None or outcome.taking is None:
            return 0, 0
        reading = outcome.taking.reading
        return reading.foreign.get(column.place, 0), reading.early.get(column.place, 0)

    def _tone(self, column: Column) -> str:
        if self._refused(column):
            return "bad"
        return "warning" if column.sure == "likely" or any(self._flagged(column)) else "muted"

    def _current(self) -> Column | None:
        row = self.table.currentIndex().row()
        return self._work.mapping.columns[row] if 0 <= row < len(self._work.mapping.columns) else None

    def _show_column(self) -> None:
        column, kind = self._current(), self._work.mapping.kind
        self.strip.setEnabled(column is not None)
        if column is None:
            return
        if self._offered != kind:
            self._offered = kind
            self._offer_targets()
        heading = column.heading or t("(no heading)")
        self._target_name.setText(
            t("Column {letter}, “{heading}”, goes into", letter=column_letter(column.place), heading=heading)
        )
        self.target.setAccessibleName(self._target_name.text())
        self.target.setCurrentIndex(self.target.findData(column.target))
        is_money = isinstance(type_of(kind, column.target), Money) or column.target == FINANCE
        self.factor.setVisible(is_money)
        self.factor.setCurrentIndex(FACTORS.index(column.factor) if column.factor in FACTORS else 0)
        self.fill.setVisible(bool(links_to(kind, column.target)) or column.target in ("plan_reference", "sector"))
        self.fill.setChecked(column.fill)
        said = self._sentences(column)
        self.remark.setText(" ".join(said))
        self.remark.setVisible(bool(said))

    def _sentences(self, column: Column) -> list[str]:
        """What is to be known of the chosen column, in whole sentences."""
        (foreign, early), frame, said = self._flagged(column), self._work.session.plan.frame, []
        if foreign:
            said.append(
                n(
                    "{n} amount is not in {currency}, the currency of the plan. It is not converted; its text goes into "
                    "“{field}”.",
                    "{n} amounts are not in {currency}, the currency of the plan. They are not converted; their text goes "
                    "into “{field}”.",
                    foreign,
                    currency=frame.currency,
                    field=note_name(self._work.mapping.kind),
                )
            )
        if early:
            said.append(
                n(
                    "{n} cell names a time before the plan, which begins in {year}.",
                    "{n} cells name a time before the plan, which begins in {year}.",
                    early,
                    year=frame.start_year,
                )
            )
        return said

    def _offer_targets(self) -> None:
        self.target.clear()
        for target in targets(self._work.mapping.kind):
            self.target.addItem(target_name(self._work.mapping.kind, target), target)

    def retranslate(self) -> None:
        self._kind_name.setText(t("&Each row is"))
        self.kind.setAccessibleName(t("Each row is"))
        chosen = self._work.mapping.kind
        self.kind.clear()
        for kind in TAKEN_KINDS:
            self.kind.addItem(words().kind(kind), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.sections.clear()
        self.sections.addItem(t("objective of the rows below"), OBJECTIVE)
        self.sections.addItem(t("leave them out"), SKIP)
        self.sections.setAccessibleName(t("Titles between the rows"))
        self.factor.clear()
        for factor, name in zip(
            FACTORS, (t("amounts as they stand"), t("in thousands"), t("in millions"), t("in billions")), strict=True
        ):
            self.factor.addItem(name, factor)
        self.factor.setAccessibleName(t("Amounts"))
        self.fill.setText(t("Blank cells take the value above"))
        self.table.setAccessibleName(t("Columns of the table"))
        self._offered = ""
        self.people.retranslate()
        self.refresh()

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _on_kind_chosen(self, _row: int) -> None:
        self._work.set_kind(str(self.kind.currentData()))

    def _on_sections_chosen(self, _row: int) -> None:
        self._work.set_sections(str(self.sections.currentData()))

    def _on_row_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._filling = True
            self._show_column()
            self._filling = False

    def _on_activated(self, _index: QModelIndex) -> None:
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.target.showPopup()

    def _on_column_changed(self) -> None:
        column = self._current()
        if column is None or self._filling:
            return
        target = str(self.target.currentData())
        sure = "known" if target != column.target else column.sure
        self._work.set_column(
            dataclasses.replace(
                column, target=target, sure=sure, factor=int(self.factor.currentData()), fill=self.fill.isChecked()
            )
        )


def _pair(name: QLabel, choice: QComboBox) -> QWidget:
    """A choice behind its name."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(name)
    row.addWidget(choice)
    return made
