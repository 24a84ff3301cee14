"""Last: what will be added, what cannot be read, and the records as they would be."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import KINDS
from mainstreamer.operations.tables.drafts import CellRefusal
from mainstreamer.operations.tables.putting import ADD, SKIP, UPDATE, PlannedRow
from mainstreamer.operations.tables.taking import Taking
from mainstreamer.operations.tables.targets import POPULATION
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import LinesModel
from mainstreamer.ui.incoming.tables import divide_width, lines_table
from mainstreamer.ui.incoming.words import place_words, refusal_words, row_word
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.reading import shown
from mainstreamer.ui.theme import current
from mainstreamer.ui.widgets.labels import button, frame, label

_TONES = {ADD: "good", UPDATE: "warning", SKIP: "muted"}
_WIDE, _NARROW = 220, 132
_REFUSED_SHARES = (8, 20, 24, 48)


class ResultPart(QWidget):
    """Sentences with counts, a tick for cells that cannot be read, and two lists under tabs."""

    def __init__(self, work: TableWork, year: Callable[[], int | None]) -> None:
        """`year` is that of a population table, as a person gave it."""
        super().__init__()
        self._work, self._year = work, year
        self.summary = label("strong", wrap=True)
        self.more = label("muted", wrap=True)
        self.blank = QCheckBox()
        self.blank.clicked.connect(self._on_blank_clicked)
        self.refused_note = frame("notice")
        inside = QVBoxLayout(self.refused_note)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(4)
        self.refused_text = label(wrap=True)
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
        self.rows, self.refused = lines_table(self.rows_model), lines_table(self.refused_model)
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
        self.summary.setText(self._summary(taking))
        self.more.setText(self._more(taking))
        count = len(taking.refused)
        self.refused_note.setVisible(count > 0)
        self.refused_text.setText(
            n(
                "{n} cell cannot be read. Correct it in the table, change what its column goes into, or leave it blank.",
                "{n} cells cannot be read. Correct them in the table, change what their columns go into, or leave them blank.",
                count,
            )
        )
        self.blank.setText(
            n(
                "Leave this {n} cell blank and keep its text in the notes",
                "Leave these {n} cells blank and keep their text in the notes",
                count,
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
        is_people = self._work.mapping.kind == POPULATION and self._work.outcome is not None
        self.summary.setText(t("One population table will be added.") if is_people else "")
        said = [t("Its numbers, title and source are those of “Columns”. One undo takes it back.")]
        year = self._year()
        if year is not None and any(row.year == year for row in self._work.session.plan.population_tables):
            said.insert(0, t("The plan has a population table of {year} already; it stays as it is.", year=year))
        self.more.setText(" ".join(said) if is_people else "")

    def _summary(self, taking: Taking) -> str:
        filled, skipped = taking.count(UPDATE), taking.count(SKIP)
        counts = _counts(taking)
        sentences = [t("To be added: {records}", records=counts) if counts else t("Nothing will be added")]
        if filled:
            sentences.append(n("{n} record gets its blanks filled", "{n} records get their blanks filled", filled))
        if skipped:
            sentences.append(n("{n} row is skipped", "{n} rows are skipped", skipped))
        return ". ".join(sentences) + "."

    def summary_done(self, taking: Taking) -> str:
        """What was done, once it is."""
        filled, counts = taking.count(UPDATE), _counts(taking)
        sentences = [t("Added: {records}", records=counts)] if counts else []
        if filled:
            sentences.append(n("{n} record got its blanks filled", "{n} records got their blanks filled", filled))
        return ". ".join(sentences) + "."

    def _more(self, taking: Taking) -> str:
        kept = n("The text of {n} cell goes into the notes.", "The text of {n} cells goes into the notes.", taking.kept)
        return " ".join((*([kept] if taking.kept else ()), t("One undo takes all of it back.")))

    def _show_rows(self, taking: Taking) -> None:
        kind = KINDS[taking.kind]
        used = {name for row in taking.rows for name in row.values}
        fields = [name for name in kind.fields if name in used]
        headings = (t("Row"), t("What"), *(words().field(taking.kind, name) for name in fields))

        def texts(row: PlannedRow) -> list[str]:
            said = [
                " ".join(shown(taking.after, kind.fields[name].type, row.values[name]).split())
                if name in row.values
                else ""
                for name in fields
            ]
            return [words().number(row.row), row_word(row.what), *said]

        self.rows_model.show_lines(headings, taking.rows, texts, lambda row: _TONES[row.what], 1)
        for column, width in enumerate((64, 104, *(_WIDE if name == kind.title else _NARROW for name in fields))):
            self.rows.setColumnWidth(column, current().px(width))
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


def _counts(taking: Taking) -> str:
    """`actions – 34, institutions – 5`."""
    speech = words()
    counts = ((taking.kind, taking.count(ADD)), *taking.created.items())
    return ", ".join(f"{speech.kind(kind, 'many').lower()} – {speech.number(count)}" for kind, count in counts if count)
