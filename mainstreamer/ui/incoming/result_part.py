"""Last: what will be added, what cannot be read, and the records as they would be."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import KINDS
from mainstreamer.operations.tables.drafts import CellRefusal
from mainstreamer.operations.tables.putting import ADD, REPLACE, SKIP, UPDATE, PlannedRow
from mainstreamer.operations.tables.taking import Taking
from mainstreamer.operations.tables.targets import POPULATION
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import LinesModel
from mainstreamer.ui.incoming.tables import TWO_LINES, divide_width, fit_headings, lines_table
from mainstreamer.ui.incoming.words import counts_words, note_name, place_words, refusal_words, row_word, rows_words
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.reading import is_numeric, shown
from mainstreamer.ui.widgets.labels import button, frame, label

_TONES = {ADD: "good", UPDATE: "warning", REPLACE: "warning", SKIP: "muted"}
_WIDE, _NARROW = 248, 152
_LONG_FIELDS = ("objective", "leads", "partners", "note", "contact_details")
_REFUSED_SHARES = (8, 20, 24, 48)


class ResultPart(QWidget):
    """Sentences with counts, a tick for cells that cannot be read, and two lists under tabs."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        work.people_changed.connect(self.refresh)
        self.summary = label("strong", wrap=True)
        self.more = label("muted", wrap=True)
        self.flagged = label(wrap=True)
        self.blank = QCheckBox()
        self.blank.clicked.connect(self._on_blank_clicked)
        self.refused_note = frame("notice")
        inside = QVBoxLayout(self.refused_note)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(4)
        self.refused_text = label(wrap=True)
        inside.addWidget(self.flagged)
        inside.addWidget(self.refused_text)
        inside.addWidget(self.blank)
        self._tabs = QButtonGroup(self)
        self.rows_tab, self.refused_tab, self.copy = button("tab"), button("tab"), button("link")
        tabs = QHBoxLayout()
        tabs.setSpacing(0)
        for press in (self.rows_tab, self.refused_tab):
            press.setCheckable(True)
            self._tabs.addButton(press)
            tabs.addWidget(press)
        tabs.addStretch(1)
        tabs.addWidget(self.copy)
        self.rows_tab.setChecked(True)
        self._tabs.buttonClicked.connect(lambda _press: self._show_tab())
        self.copy.clicked.connect(self._on_copy_clicked)
        self.rows_model, self.refused_model = LinesModel(), LinesModel()
        self.rows = lines_table(self.rows_model, height=TWO_LINES)
        self.refused = lines_table(self.refused_model, height=TWO_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.summary, self.more, self.refused_note):
            layout.addWidget(part)
        layout.addLayout(tabs)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.refused, 1)
        layout.addStretch()

    def begin(self) -> None:
        """Come to this step: what stands in the way is shown first."""
        taking = self._taking
        stuck = taking is not None and bool(taking.refused) and not taking.allowed
        (self.refused_tab if stuck else self.rows_tab).setChecked(True)
        self.refresh()

    def start(self) -> None:
        """The keyboard goes to the list; the button that adds is the page's."""
        (self.refused if self.refused.isVisibleTo(self) else self.rows).setFocus()

    @property
    def _taking(self) -> Taking | None:
        outcome = self._work.outcome
        return outcome.taking if outcome is not None else None

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what taking in would do now."""
        taking = self._taking
        for part in (self.refused_note, self.rows_tab, self.refused_tab, self.copy, self.rows, self.refused):
            part.hide()
        if taking is None:
            self._show_people()
            return
        flags = _flags(taking)
        self.flagged.setText(" ".join(flags))
        self.flagged.setVisible(bool(flags))
        self.summary.setText(self._summary(taking))
        self.more.setText(self._more(taking))
        self.more.setVisible(bool(self.more.text()))
        count = len(taking.refused)
        self.refused_note.setVisible(count > 0 or bool(flags))
        self.refused_text.setVisible(count > 0 and not self._work.decisions.blank_unreadable)
        self.blank.setVisible(count > 0)
        self.refused_text.setText(
            n(
                "{n} cell cannot be read. Correct it in the table, change what its column goes into, or leave it blank.",
                "{n} cells cannot be read. Correct them in the table, change what their columns go into, or leave them blank.",
                count,
            )
        )
        self.blank.setText(
            n(
                "Leave {n} cell blank and keep its text in “{field}”",
                "Leave {n} cells blank and keep their text in “{field}”",
                count,
                field=note_name(taking.kind),
            )
        )
        self.blank.setChecked(self._work.decisions.blank_unreadable)
        self._show_rows(taking)
        self._show_refused(taking)
        if not count and self.refused_tab.isChecked():
            self.rows_tab.setChecked(True)
        self._show_tab()

    def _show_people(self) -> None:
        """A population table: said in words, since its numbers were looked at before."""
        self.more.show()
        is_people = self._work.mapping.kind == POPULATION and self._work.outcome is not None
        if not is_people or self._work.table is None:
            self.summary.setText(t("Nothing will be added.") if is_people else "")
            self.more.setText("")
            return
        there, adds = self._work.there(), self._work.adds_people()
        self.summary.setText(self.summary_people(False))
        said = [t("Its numbers, title and source are those of “Columns”.")] if adds else []
        if there is not None and adds:
            title = there.record.title or words().kind(POPULATION)
            said.insert(0, t("“{title}”, of the same year and area, stays as it is.", title=title))
        if adds or self._work.people.taken:
            said.append(t("One undo takes all of it back."))
        self.more.setText(" ".join(said))

    def summary_people(self, is_done: bool) -> str:
        """What becomes of a population table, or what became of it."""
        there = self._work.there()
        if there is None or self._work.adds_people():
            return t("The population table was added.") if is_done else t("One population table will be added.")
        title = there.record.title or words().kind(POPULATION)
        count = len(self._work.people.taken) if there.fits else len(there.figures)
        if not self._work.people.taken:
            return t("Nothing will be added: what the plan has in “{title}” stays as it is.", title=title)
        if is_done:
            return n(
                "{n} figure of “{title}” was changed.", "{n} figures of “{title}” were changed.", count, title=title
            )
        return n("{n} figure of “{title}” will change.", "{n} figures of “{title}” will change.", count, title=title)

    def _summary(self, taking: Taking) -> str:
        filled, replaced, skipped = taking.count(UPDATE), taking.count(REPLACE), taking.count(SKIP)
        counts = counts_words(taking.made)
        sentences = [t("To be added: {records}", records=counts) if counts else t("Nothing will be added")]
        if filled:
            sentences.append(n("{n} record gets its blanks filled", "{n} records get their blanks filled", filled))
        if replaced:
            sentences.append(
                n("What differs is replaced in {n} record", "What differs is replaced in {n} records", replaced)
            )
        if skipped:
            sentences.append(n("{n} row is skipped", "{n} rows are skipped", skipped))
        return ". ".join(sentences) + "."

    def summary_done(self, taking: Taking) -> str:
        """What was done, once it is."""
        filled, replaced, counts = taking.count(UPDATE), taking.count(REPLACE), counts_words(taking.made)
        sentences = [t("Added: {records}", records=counts)] if counts else []
        if filled:
            sentences.append(n("{n} record got its blanks filled", "{n} records got their blanks filled", filled))
        if replaced:
            sentences.append(
                n("What differed was replaced in {n} record", "What differed was replaced in {n} records", replaced)
            )
        return ". ".join(sentences) + "."

    def _more(self, taking: Taking) -> str:
        kept = n(
            "The text of {n} cell goes into “{field}”, behind its heading.",
            "The text of {n} cells goes into “{field}”, each behind its heading.",
            taking.kept,
            field=note_name(taking.kind),
        )
        undo = t("One undo takes all of it back.") if taking.made or taking.changed else ""
        return " ".join(filter(None, (kept if taking.kept else "", undo)))

    def _show_rows(self, taking: Taking) -> None:
        kind = KINDS[taking.kind]
        used = {name for row in taking.rows for name in row.values}
        fields = [name for name in kind.fields if name in used]
        right = frozenset((0, *(place for place, name in enumerate(fields, 2) if is_numeric(kind.fields[name].type))))
        headings = (t("Row"), t("What"), *(words().field(taking.kind, name) for name in fields))

        def texts(row: PlannedRow) -> list[str]:
            said = [
                " ".join(shown(taking.after, kind.fields[name].type, row.values[name]).split())
                if name in row.values
                else ""
                for name in fields
            ]
            return [words().number(row.row), row_word(row.what), *said]

        self.rows_model.show_lines(headings, taking.rows, texts, lambda row: _TONES[row.what], 1, right)
        widths = (64, 112, *(_WIDE if name in _LONG_FIELDS or name == kind.title else _NARROW for name in fields))
        fit_headings(self.rows, widths)
        self.rows_tab.setText(n("{n} row", "{n} rows", len(taking.rows)))

    def _show_refused(self, taking: Taking) -> None:
        def texts(one: CellRefusal) -> list[str]:
            return [place_words(one), one.heading, " ".join(one.text.split()), refusal_words(taking.kind, one)]

        headings = (t("Cell"), t("Heading"), t("What stands there"), t("What is expected"))
        self.refused_model.show_lines(headings, taking.refused, texts)
        divide_width(self.refused, _REFUSED_SHARES)
        count = len(taking.refused)
        self.refused_tab.setText(n("{n} cell cannot be read", "{n} cells cannot be read", count))

    def _show_tab(self) -> None:
        taking = self._taking
        refused = self.refused_tab.isChecked()
        has_refused = taking is not None and bool(taking.refused)
        self.rows_tab.setVisible(taking is not None)
        self.refused_tab.setVisible(has_refused)
        self.copy.setVisible(has_refused and refused)
        self.rows.setVisible(taking is not None and not refused)
        self.refused.setVisible(refused and has_refused)
        QTimer.singleShot(0, self.refused, lambda: divide_width(self.refused, _REFUSED_SHARES))

    def retranslate(self) -> None:
        self.copy.setText(t("Copy the list"))
        self.rows.setAccessibleName(t("Records as they would be"))
        self.refused.setAccessibleName(t("Cells that cannot be read"))
        self.refresh()

    # -- deciding ----------------------------------------------------------------------------------------------------

    def _on_blank_clicked(self, checked: bool) -> None:
        self._work.decide(dataclasses.replace(self._work.decisions, blank_unreadable=checked))

    def _on_copy_clicked(self) -> None:
        """The list as text, for a mail to whoever keeps the table."""
        model = self.refused_model
        rows = [
            "\t".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]
        QGuiApplication.clipboard().setText("\n".join(rows))


def _flags(taking: Taking) -> list[str]:
    """What a person should have seen before these records are written."""
    said = []
    plan = taking.plan
    if taking.early:
        said.append(
            n(
                "{n} record begins or ends before the plan does, in {year} (row {rows}).",
                "{n} records begin or end before the plan does, in {year} (rows {rows}).",
                len(taking.early),
                year=plan.frame.start_year,
                rows=rows_words(taking.early),
            )
        )
    if taking.foreign:
        said.append(
            n(
                "{n} record has an amount not in {currency}; it is not converted and stays text (row {rows}).",
                "{n} records have amounts not in {currency}; they are not converted and stay text (rows {rows}).",
                len(taking.foreign),
                currency=plan.frame.currency,
                rows=rows_words(taking.foreign),
            )
        )
    return said
