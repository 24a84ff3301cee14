"""Fourth: rows whose record is there already, and names that the plan does not have; each with what becomes of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import KINDS
from mainstreamer.operations.tables.putting import ADD, BLANK, NEW, REPLACE, SKIP, UPDATE, NewName
from mainstreamer.operations.tables.taking import Duplicate, Taking
from mainstreamer.operations.tables.targets import POPULATION
from mainstreamer.operations.tables.values import CREATED_KINDS
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import LinesModel
from mainstreamer.ui.incoming.people_there import PeopleThere
from mainstreamer.ui.incoming.tables import TWO_LINES, chosen_rows, decision_lines, lines_table, share_width
from mainstreamer.ui.incoming.words import note_name, row_word
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.reading import link_name, shown
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.search_combo import SearchCombo

_DECISIONS = (SKIP, UPDATE, REPLACE, ADD)
"""What can become of a row that is there already, in the order of the buttons and their keys."""
_TONES = {SKIP: "muted", UPDATE: "warning", REPLACE: "warning", ADD: "good", NEW: "good", BLANK: "muted"}


class NamesPart(QWidget):
    """Two lists. Several rows can be chosen; the buttons below a list decide about those chosen."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        self.there, self.new = label("strong", wrap=True), label("strong", wrap=True)
        self.there_model, self.new_model = LinesModel(), LinesModel()
        self.duplicates = lines_table(self.there_model, many=True, height=TWO_LINES)
        self.names = lines_table(self.new_model, many=True)
        self.people = PeopleThere(work)
        self.decide = {what: button() for what in _DECISIONS}
        self.decide_all = {what: button("link") for what in _DECISIONS}
        self.chosen_name, self.all_name = label("muted"), label("muted")
        self.duplicates.figure_pressed.connect(self._on_figure_pressed)
        self.name_as = {what: button() for what in (NEW, BLANK)}
        self.same = SearchCombo()
        self.same_name = QLabel()
        self.same_name.setBuddy(self.same)
        self.adding = {kind: QCheckBox() for kind in CREATED_KINDS}
        for what, press in self.decide.items():
            press.clicked.connect(lambda _=False, what=what: self._decide(what, chosen_rows(self.duplicates)))
        for what, press in self.decide_all.items():
            press.clicked.connect(lambda _=False, what=what: self._decide(what, range(self.there_model.rowCount())))
        for what, press in self.name_as.items():
            press.clicked.connect(lambda _=False, what=what: self._name_as(what))
        for kind, box in self.adding.items():
            box.clicked.connect(lambda checked, kind=kind: self._create(kind, checked))
        self.same.chosen.connect(self._on_same_chosen)
        self.names.selectionModel().selectionChanged.connect(self._show_same)
        self.duplicates.selectionModel().selectionChanged.connect(self._show_decide)
        self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.there)
        layout.addWidget(self.duplicates, 1)
        self._there_row = decision_lines((self.chosen_name, self.decide), (self.all_name, self.decide_all))
        layout.addWidget(self._there_row)
        layout.addWidget(self.people, 1)
        layout.addSpacing(8)
        layout.addWidget(self.new)
        self._create_row = self._row(list(self.adding.values()))
        layout.addWidget(self._create_row)
        layout.addWidget(self.names, 1)
        self._new_row = self._row([*self.name_as.values(), self.same_name, self.same])
        layout.addWidget(self._new_row)
        layout.addStretch()

    def _row(self, parts: list[QPushButton] | list[QCheckBox] | list[QWidget]) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        return made

    def start(self) -> None:
        for table in (self.duplicates, self.people.figures, self.names):
            if table.isVisibleTo(self):
                if not table.currentIndex().isValid():
                    table.setCurrentIndex(table.model().index(0, 0))
                table.setFocus()
                return

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to decide."""
        taking = self._taking
        if taking is None:
            return self._work.mapping.kind == POPULATION and self._work.there() is not None
        return bool(taking.duplicates or taking.names)

    @property
    def _taking(self) -> Taking | None:
        outcome = self._work.outcome
        return outcome.taking if outcome is not None else None

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show both lists as they are now."""
        taking = self._taking
        duplicates = taking.duplicates if taking is not None else ()
        names = taking.names if taking is not None else ()
        for widget in (self.duplicates, self._there_row):
            widget.setVisible(bool(duplicates))
        for widget in (self.names, self._new_row):
            widget.setVisible(bool(names))
        self._show_texts(len(duplicates), len(names))
        is_people = self._work.mapping.kind == POPULATION
        self.people.setVisible(is_people)
        for widget in (self.there, self.new):
            widget.setVisible(not is_people)
        self.people.refresh()
        headings = (t("Row"), t("Name"), t("Is there already"), t("What differs"), t("What becomes of it"))
        self.there_model.show_lines(
            headings, duplicates, self._there_texts, lambda one: _TONES[one.decision], 4, frozenset((0,))
        )
        share_width(self.duplicates, {0: 72, 4: 160})
        if duplicates and not chosen_rows(self.duplicates):
            self.duplicates.selectRow(0)
        self.all_name.setText(n("All {n} row:", "All {n} rows:", len(duplicates)))
        self._show_decide()
        others = (t("Name"), t("Kind"), t("In rows"), t("What becomes of it"))
        self.new_model.show_lines(others, names, self._new_texts, lambda one: _TONES.get(one.decision, "warning"), 3)
        share_width(self.names, {1: 128, 2: 96})
        self._show_create()
        self._show_same()

    def _show_texts(self, duplicates: int, names: int) -> None:
        self.there.setText(
            n("{n} row is there already", "{n} rows are there already", duplicates)
            if duplicates
            else t("No row of the table is in the plan already.")
        )
        self.new.setText(
            n("{n} name is not in the plan", "{n} names are not in the plan", names)
            if names
            else t("Every institution and objective named in the table is in the plan.")
        )

    def _show_create(self) -> None:
        taking = self._taking
        counts = dict.fromkeys(CREATED_KINDS, 0)
        for one in taking.names if taking is not None else ():
            counts[one.kind] += one.decision in (NEW, BLANK)
        for kind, box in self.adding.items():
            box.setVisible(counts[kind] > 0)
            if kind == "institution":
                box.setText(n("Add {n} new institution", "Add {n} new institutions", counts[kind]))
            else:
                box.setText(n("Add {n} new objective", "Add {n} new objectives", counts[kind]))
            box.setChecked(kind not in self._work.decisions.not_created)
        self._create_row.setVisible(any(counts.values()))

    def _there_texts(self, one: Duplicate) -> list[str]:
        plan, kind = self._work.session.plan, self._work.mapping.kind
        where = (
            link_name(plan, kind, one.uid)
            if one.uid
            else t("row {row} of the table", row=words().number(one.other_row))
        )
        return [words().number(one.row), one.name, where, self._differences(one), row_word(one.decision)]

    def _differences(self, one: Duplicate) -> str:
        """`Value: 1,200 → 1,250; fills 2 blanks`."""
        taking = self._taking
        if taking is None:
            return ""
        fields = KINDS[taking.kind].fields
        said = []
        for name, *values in one.changes:
            old, new = (" ".join(shown(taking.after, fields[name].type, value).split()) for value in values)
            said.append(t("{field}: {old} → {new}", field=words().field(taking.kind, name), old=old, new=new))
        if one.blanks:
            said.append(n("{n} blank field could be filled", "{n} blank fields could be filled", one.blanks))
        return "; ".join(said) or t("nothing")

    def _show_decide(self) -> None:
        """The buttons decide about what is chosen."""
        count = len(chosen_rows(self.duplicates))
        self.chosen_name.setText(n("{n} row chosen:", "{n} rows chosen:", count))
        for press in self.decide.values():
            press.setEnabled(count > 0)

    def _new_texts(self, one: NewName) -> list[str]:
        return [one.name, words().kind(one.kind), words().number(one.count), self._decision_words(one)]

    def _decision_words(self, one: NewName) -> str:
        if one.decision == NEW:
            type_ = words().choice("institution_type", one.type) if one.type else ""
            return t("added ({type})", type=type_) if type_ else t("added")
        if one.decision == BLANK:
            return t("left blank, kept in “{field}”", field=note_name(self._work.mapping.kind))
        taking = self._taking
        name = link_name(taking.after, one.kind, one.decision) if taking is not None else ""
        return t("the same as “{name}”", name=name)

    def _chosen_names(self) -> list[NewName]:
        return [self.new_model.line(row) for row in chosen_rows(self.names) if row < self.new_model.rowCount()]

    def _show_same(self) -> None:
        """Offer the records that a chosen name can be the same as: of the plan, and new ones of the table."""
        chosen, taking = self._chosen_names(), self._taking
        kinds = {one.kind for one in chosen}
        for part in (self.same, self.same_name):
            part.setEnabled(len(kinds) == 1)
        for press in self.name_as.values():
            press.setEnabled(bool(chosen))
        if len(kinds) != 1 or taking is None:
            self.same.set_choices(())
            return
        kind = kinds.pop()
        others = {one.uid for one in chosen}
        choices = [
            (row.uid, link_name(taking.after, kind, row.uid)) for row in taking.after.all(kind) if row.uid not in others
        ]
        self.same.set_choices(choices)
        decisions = {one.decision for one in chosen}
        self.same.set_code(decisions.pop() if len(decisions) == 1 else "")

    def retranslate(self) -> None:
        texts = (t("&Skip"), t("Fill &blanks"), t("&Replace"), t("&Add anyway"))
        tips = (
            t("The record in the plan stays as it is."),
            t("Only what is blank in the plan is filled."),
            t("What differs takes the place of what is in the plan, and blanks are filled."),
            t("The row becomes another record."),
        )
        for figure, (what, text) in enumerate(zip(_DECISIONS, texts, strict=True), 1):
            bare = text.replace("&", "")
            self.decide[what].setText(text)
            self.decide[what].setAccessibleName(bare)
            self.decide[what].setToolTip(t("{text} Key {figure} in the list.", text=tips[figure - 1], figure=figure))
            self.decide_all[what].setText(bare)
            self.decide_all[what].setAccessibleName(t("Same for all: {text}", text=bare))
        self.people.retranslate()
        for what, text in ((NEW, t("Add as &new")), (BLANK, t("&Leave blank"))):
            self.name_as[what].setText(text)
            self.name_as[what].setAccessibleName(text.replace("&", ""))
        self.same_name.setText(t("T&he same as"))
        self.same.setAccessibleName(t("The same as"))
        line = self.same.lineEdit()
        if line is not None:
            line.setAccessibleName(t("The same as"))
        self.same.set_hint(t("Name in the plan"))
        self.duplicates.setAccessibleName(t("Rows that are there already"))
        self.names.setAccessibleName(t("Names that are not in the plan"))
        self.refresh()

    # -- deciding ----------------------------------------------------------------------------------------------------

    def _on_figure_pressed(self, figure: int) -> None:
        if figure <= len(_DECISIONS):
            self._decide(_DECISIONS[figure - 1], chosen_rows(self.duplicates))

    def _decide(self, what: str, rows: Iterable[int]) -> None:
        found = {self.there_model.line(row).row: what for row in rows}
        decisions = self._work.decisions
        self._work.decide(dataclasses.replace(decisions, duplicates={**decisions.duplicates, **found}))

    def _name_as(self, what: str) -> None:
        found = {(one.kind, one.key): what for one in self._chosen_names()}
        decisions = self._work.decisions
        self._work.decide(dataclasses.replace(decisions, names={**decisions.names, **found}))

    def _on_same_chosen(self, uid: str) -> None:
        if uid:
            self._name_as(uid)

    def _create(self, kind: str, checked: bool) -> None:
        """One tick for all names of a kind; what was decided about one name stays."""
        decisions = self._work.decisions
        left = decisions.not_created - {kind} if checked else decisions.not_created | {kind}
        self._work.decide(dataclasses.replace(decisions, not_created=left))
