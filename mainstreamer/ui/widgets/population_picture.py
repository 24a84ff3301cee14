"""A population table as a picture: the pyramid, the ages of life, and what both ask of a plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.domain.age_structure import AgeStructure, PyramidRow, age_structure, pyramid_rows
from mainstreamer.domain.demography import read_population
from mainstreamer.domain.demography_rates import Outcome
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.language.indicators import reason_text
from mainstreamer.ui import theme
from mainstreamer.ui.charts.age_bar import AgeBar, AgeBarChart
from mainstreamer.ui.charts.population_pyramid import PopulationPyramid
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import button, frame, label

COUNTS, PERCENT = 0, 1
AUTOMATIC, NONE = "\0automatic", ""
DASHED = ("estimate", "projection")
"""Types of tables whose outline is dashed."""


class PopulationPicture(QWidget):
    """Shows one table; another one, of the same area where there is one, stands as an outline over it."""

    chosen = Signal(str)
    """An age group was chosen in the pyramid, by its label."""
    opened = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._record: PopulationTable | None = None
        self._other = AUTOMATIC
        self.pyramid, self.ages = PopulationPyramid(), AgeBarChart()
        self.units = (button(), button())
        self.compare, self._compare_name = StillCombo(), label("note")
        self.readout, self._outline = label("note", wrap=True), label("note", wrap=True)
        self.ratios = label("note", wrap=True)
        self.youth, self.ageing = label("note", wrap=True), label("note", wrap=True)
        self._none = label("muted", wrap=True)
        self._arrange()
        self.pyramid.chosen.connect(self._on_chosen)
        self.pyramid.opened.connect(self.opened)
        self._group.idClicked.connect(self._on_unit_clicked)
        self.compare.activated.connect(self._on_compared)

    def _arrange(self) -> None:
        self._group = QButtonGroup(self)
        head, segments, named = FlowLayout(spacing=8), QWidget(), FlowLayout(centred=True)
        pair = QHBoxLayout(segments)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        for place, made in enumerate(self.units):
            made.setCheckable(True)
            made.setChecked(place == COUNTS)
            theme.restyle(made, "segment", "first" if place == COUNTS else "last")
            self._group.addButton(made, place)
            pair.addWidget(made)
        self._compare_name.setBuddy(self.compare)
        self.compare.set_letters(12, grows=True)
        named.addWidget(self._compare_name)
        named.addWidget(self.compare)
        head.addWidget(segments)
        self.pyramid.setMinimumHeight(theme.current().px(180))
        self.pyramid.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.ages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        area = QScrollArea(self)
        inside = frame("card")
        area.setWidget(inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        layout.setSpacing(SMALL)
        layout.addLayout(head)
        layout.addLayout(named)
        layout.addWidget(self._none)
        layout.addWidget(self.readout)
        layout.addWidget(self.pyramid, 1)
        layout.addWidget(self._outline)
        layout.addWidget(self.ages)
        layout.addWidget(self.ratios)
        layout.addWidget(self.youth)
        layout.addWidget(self.ageing)
        theme.look(area, "plain")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    # -- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.units[COUNTS].setText(t("People"))
        self.units[PERCENT].setText(t("Per cent"))
        self.compare.setAccessibleName(t("Another table as a line"))
        self.pyramid.setAccessibleName(t("Population pyramid"))
        self.ages.setAccessibleName(t("Ages of life"))
        self._none.setText(t("The pyramid appears here as soon as there are numbers."))
        self.show_record(self._record)

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_record(self, record: PopulationTable | None) -> None:
        """Show a table as it is in the plan now."""
        self._record = record
        rows = _rows(record)
        self._offer(record)
        other = self.other()
        for part in (self.pyramid, self._outline, self.ages, self.ratios, self.youth, self.ageing):
            part.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.pyramid.show_rows(rows, _rows(other), other is not None and other.type in DASHED)
        self._say_outline()
        self._show_ages(record, other)
        self._say_choice()

    def _offer(self, record: PopulationTable | None) -> None:
        """The other tables that have numbers."""
        others = [
            row for row in self._session.plan.population_tables if record and row.uid != record.uid and _rows(row)
        ]
        if self._other not in (AUTOMATIC, NONE, *(row.uid for row in others)):
            self._other = AUTOMATIC
        wanted = nearest(record, others) if self._other == AUTOMATIC else self._other
        self.compare.clear()
        self.compare.addItem(t("None"), NONE)
        for row in others:
            kind = words().choice("table_type", row.type)
            self.compare.addItem(f"{_name(row)} ({kind})" if kind else _name(row), row.uid)
        self.compare.setCurrentIndex(max(0, self.compare.findData(wanted)))
        other = self.other()
        dashed = other is not None and other.type in DASHED
        self._compare_name.setText(t("Compare with (dashed)") if dashed else t("Compare with (line)"))
        self.compare.updateGeometry()
        self.compare.setVisible(bool(others))
        self._compare_name.setVisible(bool(others))

    def other(self) -> PopulationTable | None:
        """The table shown as an outline."""
        found = self._session.plan.find("population_table", str(self.compare.currentData() or ""))
        return found if isinstance(found, PopulationTable) else None

    def _say_outline(self) -> None:
        partly = 0 < len(self.pyramid.outlined) < len(self.pyramid.rows)
        lacking = self.other() is not None and not self.pyramid.outlined
        said = t("The line is drawn for age groups that both tables have.") if partly else ""
        self._outline.setText(t("The two tables have no age group in common.") if lacking else said)
        self._outline.setVisible(bool(self._outline.text()) and bool(self.pyramid.rows))

    def _show_ages(self, record: PopulationTable | None, other: PopulationTable | None) -> None:
        found = _structure(record)
        own = _bar(record, found)
        bars = [bar for bar in (own, _bar(other, _structure(other))) if bar is not None]
        self.ages.show_bars(bars if own is not None else ())
        self.ages.setVisible(own is not None)
        if isinstance(found, str) or own is None:
            reason = found if isinstance(found, str) else next(one.reason for one in found.shares if one.reason)
            self.ratios.setText(reason_text(words(), reason))
        else:
            self.ratios.setText(_ratios(found))
            youth, older = _share(found.shares[1]), _share(found.shares[3])
            self.youth.setText(
                t(
                    "Youth, {share}: skills and energy. A plan offers training, first jobs, safe ways to move.",
                    share=youth,
                )
            )
            self.ageing.setText(
                t(
                    "65 and over, {share}: experience and care given. A plan offers health care, pensions, help.",
                    share=older,
                )
            )
        for part in (self.youth, self.ageing):
            part.setVisible(own is not None)

    # -- choosing ----------------------------------------------------------------------------------------------------

    def mark(self, key: str) -> None:
        """Choose an age group from outside."""
        self.pyramid.mark(key)
        self._say_choice()

    def _say_choice(self) -> None:
        said = self.pyramid.words_of(self.pyramid.marked)
        self.readout.setText(said or t("Choose an age group to read its numbers."))
        self.readout.setVisible(bool(self.pyramid.rows))

    def _on_chosen(self, key: str) -> None:
        self._say_choice()
        self.chosen.emit(key)

    def _on_unit_clicked(self, place: int) -> None:
        self.pyramid.percent = place == PERCENT
        self.pyramid.redraw()

    def _on_compared(self, _place: int) -> None:
        self._other = str(self.compare.currentData() or NONE)
        self.show_record(self._record)


def nearest(record: PopulationTable | None, others: list[PopulationTable]) -> str:
    """The table to compare with: of the same area the one before, else the one after; of others none."""
    if record is None or record.year is None:
        return NONE
    area = record.area_type, " ".join(record.area.casefold().split())
    same = [
        (row.year - record.year, row.uid)
        for row in others
        if row.year is not None and (row.area_type, " ".join(row.area.casefold().split())) == area
    ]
    before = [pair for pair in same if pair[0] < 0]
    return max(before)[1] if before else min((pair for pair in same if pair[0] >= 0), default=(0, NONE))[1]


def _rows(record: PopulationTable | None) -> tuple[PyramidRow, ...]:
    return () if record is None or record.table is None else pyramid_rows(record.table, record.unit or "persons")


def _structure(record: PopulationTable | None) -> AgeStructure | str:
    """The ages of life of a table, or the code of the reason why there are none."""
    if record is None or record.table is None:
        return "table_empty"
    try:
        return age_structure(read_population(record.table, record.unit or "persons"))
    except ValueError as error:
        return str(error)


def _name(record: PopulationTable) -> str:
    title = record.title or t("(no title)")
    return title if record.year is None or str(record.year) in title else f"{title}, {record.year}"


def _bar(record: PopulationTable | None, found: AgeStructure | str) -> AgeBar | None:
    """The ages of life as a bar; None where one of them is not known."""
    if record is None or isinstance(found, str):
        return None
    shares = [share.decimal for share in found.shares if share.decimal is not None]
    name = str(record.year or record.title or t("(no title)"))
    return AgeBar(name, tuple(shares)) if len(shares) == len(found.shares) else None


def _share(outcome: Outcome) -> str:
    return "" if outcome.decimal is None else f"{words().number(outcome.decimal, 1)} %"


def _ratios(found: AgeStructure) -> str:
    """Dependents per 100 people of working age."""
    values = {"children": found.children, "older": found.older, "both": found.dependents}
    said = {name: words().number(one.decimal, 1) for name, one in values.items() if one.decimal is not None}
    if len(said) < len(values):
        return ""
    return t("Per 100 people of 15–64: {children} children, {older} of 65 and over, {both} in all.", **said)
