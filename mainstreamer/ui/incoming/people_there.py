"""A population table of the same year and area that the plan has already: what differs, and what becomes of each figure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mainstreamer.operations.population import KIND
from mainstreamer.operations.tables.population import Figure, There
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import LinesModel
from mainstreamer.ui.incoming.tables import chosen_rows, decision_lines, lines_table, share_width
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.models.population_model import column_name, row_heading
from mainstreamer.ui.widgets.labels import button, label


class PeopleThere(QWidget):
    """A sentence, the figures that differ, and a tick to add the table beside the one that is there."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        self.say, self.chosen_name, self.all_name = label("strong", wrap=True), label("muted"), label("muted")
        self.model = LinesModel()
        self.figures = lines_table(self.model, many=True)
        self.decide = {taken: button() for taken in (False, True)}
        self.decide_all = {taken: button("link") for taken in (False, True)}
        self.add = QCheckBox()
        for taken, press in self.decide.items():
            press.clicked.connect(lambda _=False, taken=taken: self._decide(taken, chosen_rows(self.figures)))
        for taken, press in self.decide_all.items():
            press.clicked.connect(lambda _=False, taken=taken: self._decide(taken, range(self.model.rowCount())))
        self.figures.figure_pressed.connect(self._on_figure_pressed)
        self.figures.selectionModel().selectionChanged.connect(self._show_decide)
        self.add.clicked.connect(self._on_add_clicked)
        work.people_changed.connect(self.refresh)
        self._buttons = decision_lines((self.chosen_name, self.decide), (self.all_name, self.decide_all))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.say)
        layout.addWidget(self.figures, 1)
        layout.addWidget(self._buttons)
        layout.addWidget(self.add)

    def refresh(self) -> None:
        """Show what the plan has of these figures."""
        there, adds = self._work.there(), self._work.adds_people()
        figures = there.figures if there is not None else ()
        is_open = bool(figures) and not adds
        self.say.setText(_sentence(there, self._work.facts.year))
        self.figures.setVisible(bool(figures))
        self.figures.setEnabled(is_open)
        self._buttons.setVisible(is_open)
        self.add.setVisible(there is not None)
        self.add.setChecked(adds)
        headings = (
            t("Ages"),
            t("Who"),
            t("In the plan"),
            t("In the table"),
            t("What becomes of it"),
        )
        right = frozenset((2, 3))
        self.model.show_lines(headings, figures, self._texts, self._tone, 4, right)
        share_width(self.figures, {1: 128, 4: 208})
        if figures and not chosen_rows(self.figures):
            self.figures.selectRow(0)
        self.all_name.setText(n("All {n} figure:", "All {n} figures:", len(figures)))
        self._show_decide()

    def _show_decide(self) -> None:
        count = len(chosen_rows(self.figures))
        self.chosen_name.setText(n("{n} figure chosen:", "{n} figures chosen:", count))
        for press in self.decide.values():
            press.setEnabled(count > 0)

    def _texts(self, one: Figure) -> list[str]:
        speech = words()
        if self._work.adds_people():
            becomes = t("comes in with the new table")
        else:
            becomes = t("is taken over") if self._is_taken(one) else t("stays as in the plan")
        old = speech.number(one.old) if one.old is not None else t("nothing")
        return [row_heading(one.row), column_name(one.column), old, speech.number(one.new), becomes]

    def _is_taken(self, one: Figure) -> bool:
        return (one.row, one.column) in self._work.people.taken

    def _tone(self, one: Figure) -> str:
        return "good" if self._work.adds_people() else "warning" if self._is_taken(one) else "muted"

    def retranslate(self) -> None:
        for taken, text in ((False, t("&Keep as in the plan")), (True, t("&Take over"))):
            bare = text.replace("&", "")
            self.decide[taken].setText(text)
            self.decide[taken].setAccessibleName(bare)
            self.decide[taken].setToolTip(t("{text}. Key {figure} in the list.", text=bare, figure=taken + 1))
            self.decide_all[taken].setText(bare)
            self.decide_all[taken].setAccessibleName(t("Same for all: {text}", text=bare))
        self.add.setText(t("Add it as &another population table all the same"))
        self.add.setAccessibleName(self.add.text().replace("&", ""))
        self.figures.setAccessibleName(t("Figures that differ"))
        self.refresh()

    # -- deciding ----------------------------------------------------------------------------------------------------

    def _on_figure_pressed(self, figure: int) -> None:
        if figure <= len(self.decide):
            self._decide(figure == 2, chosen_rows(self.figures))

    def _decide(self, taken: bool, rows: Iterable[int]) -> None:
        there, decisions = self._work.there(), self._work.people
        if there is None:
            return
        lines = [self.model.line(row) for row in rows] if there.fits else there.figures
        chosen = frozenset((one.row, one.column) for one in lines)
        left = decisions.taken | chosen if taken else decisions.taken - chosen
        self._work.decide_people(dataclasses.replace(decisions, taken=left))

    def _on_add_clicked(self, checked: bool) -> None:
        self._work.decide_people(dataclasses.replace(self._work.people, add=checked))


def _sentence(there: There | None, year: int | None) -> str:
    """What the plan has of this table."""
    if there is None:
        return t("The plan has no population table of this year and area.")
    name = there.record.title or words().kind(KIND)
    if there.is_same:
        return t("Every figure of this table is in the plan already, in “{title}”.", title=name)
    count = n("{n} figure differs", "{n} figures differ", len(there.figures))
    if not there.same_source:
        return t(
            "The plan has “{title}” of the same year and area, from another source: {source}. {figures}.",
            title=name,
            source=there.record.source or t("none named"),
            figures=count,
        )
    said = t("The plan has “{title}” of the same year, area and source. {figures}.", title=name, figures=count)
    if there.fits:
        return said
    return f"{said} {t('The age groups are others, so all figures are taken over or none.')}"
