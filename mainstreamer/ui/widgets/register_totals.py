"""What the rows of a register add up to: those shown, and those selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.domain.actions import ZERO, Sum, money_by_year, total
from mainstreamer.domain.calendar import year_name
from mainstreamer.domain.fields import Money
from mainstreamer.domain.kinds import Action, Record
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.models.register_columns import UNDATED
from mainstreamer.ui.models.register_model import RegisterModel
from mainstreamer.ui.models.register_proxy import RegisterProxy
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import label, set_shown
from mainstreamer.ui.widgets.register_table import RegisterTable

BETWEEN = " · "
LOW = 360
"""Pixels at 100 % of height, of the register with its toolbar, below which a picture has the room of the totals too."""
LONG = 48
"""Letters of a part that is broken as any text."""


def joined(parts: Iterable[str]) -> str:
    """Parts in one line, which breaks between them; within one only in what stands in brackets, or where it is long."""
    whole = []
    for part in parts:
        said, bracket, aside = part.partition(" (")
        said = said if len(said) > LONG else said.replace(" ", "\N{NO-BREAK SPACE}")
        whole.append(said + bracket + aside)
    return BETWEEN.join(whole)


def gap_words(found: Sum, currency: str) -> str:
    """The gap of several actions, and what keeps it from being the cost less what is secured."""
    speech, aside = words(), []
    if found.surplus:
        amount = speech.money(found.surplus)
        aside.append(
            t("surplus of {amount} elsewhere not counted", amount=amount)
            if found.gap
            else t("surplus of {amount} not counted", amount=amount)
        )
    if found.unasked:
        aside.append(t("{amount} secured without a cost not counted", amount=speech.money(found.unasked)))
    said = t("gap {amount}", amount=speech.money(found.gap, currency))
    return f"{said} ({'; '.join(aside)})" if aside else said


class RegisterTotals(QWidget):
    """A quiet line under the table; a second one while several rows are selected."""

    counted = Signal()
    """The line says something else."""

    def __init__(self, model: RegisterModel, proxy: RegisterProxy, table: RegisterTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._proxy, self._table, self._register = model, proxy, table, parent
        self.shown, self.selected = label("note", wrap=True), label("note", wrap=True)
        self.of_years = label("note", wrap=True)
        self._years: tuple[int, ...] = ()
        self.counted_otherwise: Callable[[], Sequence[str]] = tuple
        """Says what is shown where that is not rows."""
        self.in_picture: Callable[[], bool] = bool
        """Whether a picture is shown, to which the totals give way where there is little height."""
        self._wanted = True
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, 0, SMALL, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.shown)
        column.addWidget(self.of_years)
        column.addWidget(self.selected)
        self.of_years.hide()
        # Several reasons to count anew in one breath are one count.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.count)
        self._select_timer = QTimer(self)
        self._select_timer.setSingleShot(True)
        self._select_timer.setInterval(0)
        self._select_timer.timeout.connect(self._count_selected)

    def show_where(self, wanted: bool) -> None:
        """Have totals, wherever there is room for them, or none at all."""
        self._wanted = wanted
        self.give_way()

    def give_way(self) -> None:
        """A picture or the height of the register may be another."""
        low = self.in_picture() and self._register.height() < theme.current().px(LOW)
        set_shown(self, self._wanted and not low)

    def follow(self) -> None:
        """Count anew soon: rows or values are others."""
        self._timer.start()

    def set_years(self, years: Iterable[str]) -> None:
        """Say beside the whole costs what of them falls into these fiscal years; none: say nothing."""
        self._years = tuple(sorted(int(year) for year in years if year.isdecimal() and year != UNDATED))
        self.follow()

    def follow_selection(self) -> None:
        """Count the selected rows anew soon."""
        self._select_timer.start()

    def count(self) -> None:
        """Count what is shown, and what is selected."""
        self._timer.stop()
        self.give_way()
        records, of, speech = self._proxy.records(), self._model.rowCount(), words()
        said = [*self.counted_otherwise()]
        if len(records) != of:
            said.insert(0, t("{shown} of {of} shown", shown=speech.number(len(records)), of=speech.number(of)))
        elif not said:
            said.append(n("{n} row", "{n} rows", of))
        self.shown.setText(joined([*said, *self.parts(records)]))
        self._count_years(records)
        self._count_selected()
        self.counted.emit()

    def _count_years(self, records: Sequence[Record]) -> None:
        self.of_years.setVisible(bool(self._years and records))
        if not self._years:
            return
        money = money_by_year(record for record in records if isinstance(record, Action))
        found, speech = [money[year] for year in self._years if year in money], words()
        frame = self._model.vocabulary.session.plan.frame
        currency, start = frame.currency, frame.fiscal_start or 1
        cost, state, external, gap = (
            sum((getattr(one, name) for one in found), ZERO) for name in ("cost", "state", "external", "gap")
        )
        said, beyond = t("gap {amount}", amount=speech.money(gap, currency)), gap - (cost - state - external)
        if beyond:
            aside = t("{amount} secured beyond costs not counted", amount=speech.money(beyond))
            said = f"{said} ({aside})"
        parts = [
            t("cost {amount}", amount=speech.money(cost)),
            t("state {amount}", amount=speech.money(state)),
            t("partners {amount}", amount=speech.money(external)),
            said,
        ]
        years = ", ".join(year_name(year, start) for year in self._years)
        self.of_years.setText(t("Of this in {years}: {parts}", years=years, parts=joined(parts)))

    def _count_selected(self) -> None:
        uids = self._table.selected()
        several = len(uids) > 1
        if several:
            records = [self._model.record(self._model.row_of(uid)) for uid in uids]
            said = n("{n} row selected", "{n} rows selected", len(records))
            self.selected.setText(joined([said, *self.parts(records)]))
        self.selected.setVisible(several)

    def parts(self, records: Sequence[Record]) -> list[str]:
        """What these records add up to, column by column."""
        if not records:
            return []
        if self._model.kind == "action":
            return self._action_parts(records)
        found, speech = [], words()
        currency = self._model.vocabulary.session.plan.frame.currency
        for name in self._table.columns():
            if self._model.vocabulary.adds_up(name):
                sum_: Any = sum(value for record in records if (value := getattr(record, name)) is not None)
                money = isinstance(self._model.vocabulary.type_of(name), Money)
                amount = speech.money(Decimal(sum_), currency) if money else speech.number(sum_)
                found.append(t("{column}: {amount}", column=self._model.label(name), amount=amount))
        return found

    def _action_parts(self, records: Sequence[Record]) -> list[str]:
        found, speech = total(record for record in records if isinstance(record, Action)), words()
        currency = self._model.vocabulary.session.plan.frame.currency
        parts = [
            t("cost {amount}", amount=speech.money(found.cost)),
            t("state {amount}", amount=speech.money(found.state)),
            t("partners {amount}", amount=speech.money(found.external)),
            gap_words(found, currency),
        ]
        if found.uncosted:
            parts.append(n("{n} without a cost", "{n} without a cost", found.uncosted))
        if found.actions < len(records):
            cancelled = len(records) - found.actions
            parts.append(n("{n} cancelled, not counted", "{n} cancelled, not counted", cancelled))
        return parts

    def retranslate(self) -> None:
        self.count()
