"""The particulars of an export: a second language, sheets, columns of the action plan, and which actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mainstreamer.domain.calendar import year_name
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.presets import ActionFilter, PresetSpec, part_of
from mainstreamer.exchange import preset_offers as offers
from mainstreamer.language import SHIPPED
from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.tick_button import TickButton

_MOST_YEARS = 60
"""A slip of the pen in one date must not offer a thousand years."""


class ExportDetails(QWidget):
    """Shows a preset and lets a person change it. `spec` is what is chosen now; its languages are the second one only."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._plan = session.plan
        self.spec = PresetSpec()
        self.second = StillCombo()
        self.sheets, self.columns = TickButton(), TickButton()
        self.leads, self.steps, self.years, self.statuses = (TickButton() for _ in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        for column in (1, 4):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, theme.current().px(150))
        self._grid.setColumnMinimumWidth(2, theme.current().px(8))
        self._fill()
        self.second.activated.connect(self._on_second_activated)
        self.sheets.changed.connect(self._on_sheets_changed)
        self.columns.changed.connect(self._on_columns_changed)
        for button in (self.leads, self.steps, self.years, self.statuses):
            button.changed.connect(self._on_filter_changed)

    def _fill(self) -> None:
        whole = t("What the workbook holds")
        part = t("Only these actions")
        self._add_heading(whole, 0)
        self._add_heading(part, 3)
        self._add(1, 0, t("Second language"), self.second)
        self._add(2, 0, t("Sheets"), self.sheets)
        self._add(3, 0, t("Columns of the action plan"), self.columns)
        speech = words()
        for row, (name, button) in enumerate(self._filters().items(), 1):
            self._add(row, 3, speech.word("workbook", "part", name), button)
        usual = t("With no tick, the workbook has the usual ones.")
        self.sheets.set_words(t("Sheets"), usual, t("Tick all"), t("Tick none"))
        kept = t("Columns without a tick that sums or lights need are there, but hidden.")
        self.columns.set_words(t("Columns of the action plan"), kept, t("Tick all"), t("Tick none"))
        for name, button in self._filters().items():
            button.set_words(speech.word("workbook", "part", name), t("With no tick, all actions are shown."))

    def _filters(self) -> dict[str, TickButton]:
        return {"lead": self.leads, "step": self.steps, "fiscal_year": self.years, "status": self.statuses}

    def _add_heading(self, text: str, column: int) -> None:
        heading = label("strong")
        heading.setText(text)
        self._grid.addWidget(heading, 0, column, 1, 2)

    def _add(self, row: int, column: int, text: str, control: QWidget) -> None:
        name = label()
        name.setText(text)
        name.setBuddy(control)
        control.setAccessibleName(text)
        self._grid.addWidget(name, row, column)
        self._grid.addWidget(control, row, column + 1)

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_spec(self, spec: PresetSpec, leading: str) -> None:
        """Show a preset beside the language that leads. Leads that are not in this plan are left out of its filter."""
        known = tuple(uid for uid in spec.filter.leads if self._plan.find("institution", uid) is not None)
        self.spec = replace(spec, filter=replace(spec.filter, leads=known))
        self.show_leading(leading)

    def show_leading(self, leading: str) -> None:
        """Offer the other languages as the second one."""
        chosen = next((code for code in self.spec.languages if code != leading), "")
        self.spec = replace(self.spec, languages=(chosen,) if chosen else ())
        self.second.clear()
        self.second.addItem(t("No second language"), "")
        for code in SHIPPED:
            if code != leading:
                self.second.addItem(NATIVE_NAMES[code], code)
        self.second.setCurrentIndex(max(0, self.second.findData(chosen)))
        self._show()

    def _show(self) -> None:
        speech, spec = words(), self.spec
        offered = offers.sheets_offered()
        held = [code for code in offered if code in spec.wanted]
        self.sheets.show_lines([(code, offers.sheet_name(speech, code)) for code in offered], held)
        self.sheets.say(_count(len(held), len(offered), usual=not spec.sheets))
        columns = offers.columns_offered(spec.base)
        shown = offers.columns_shown(spec)
        lines = [(code, offers.column_name(speech, code)) for code in columns]
        self.columns.show_lines(lines, shown, offers.columns_fixed())
        self.columns.say(_count(len(shown), len(columns), usual=not spec.columns_of(offers.KIND)))
        self.columns.setEnabled("action" in held)
        self._show_filters()

    def _show_filters(self) -> None:
        chosen, speech = self.spec.filter, words()
        self._show_filter(self.leads, self._lead_lines(), chosen.leads)
        steps = [(code, f"{code}  {speech.choice('step', code)}") for code in CHOICES["step"]]
        self._show_filter(self.steps, steps, chosen.steps)
        start = self._plan.frame.fiscal_start or 1
        years = [(str(year), year_name(year, start)) for year in self._years()]
        self._show_filter(self.years, years, [str(year) for year in chosen.years])
        blank = [("", speech.word("workbook", "note", "no_status"))]
        statuses = [(code, speech.choice("action_status", code)) for code in CHOICES["action_status"]]
        self._show_filter(self.statuses, statuses + blank, chosen.statuses)

    def _show_filter(self, button: TickButton, lines: list[tuple[str, str]], ticked: Sequence[str]) -> None:
        button.show_lines(lines, ticked)
        button.say("; ".join(text for key, text in lines if key in ticked) or t("All"))

    def _lead_lines(self) -> list[tuple[str, str]]:
        uids = {uid for action in self._plan.actions for uid in action.leads} | set(self.spec.filter.leads)
        names = [(uid, self._plan.name_of("institution", uid) or uid) for uid in uids]
        return sorted(
            ((uid, name) for uid, name in names if self._plan.find("institution", uid) is not None),
            key=lambda pair: (pair[1].casefold(), pair[0]),
        )

    def _years(self) -> list[int]:
        frame = self._plan.frame
        found = {year for year in (frame.start_year, frame.end_year) if year is not None}
        found |= {quarter.year for row in self._plan.actions for quarter in (row.start, row.end) if quarter is not None}
        chosen = self.spec.filter.years
        if not found:
            return sorted(chosen)
        first = min(found)
        return sorted({*range(first, min(max(found), first + _MOST_YEARS) + 1), *chosen})

    def kept(self) -> tuple[int, int]:
        """How many actions the filter keeps, and how many there are."""
        return len(part_of(self._plan, self.spec.filter).actions), len(self._plan.actions)

    # -- changing ----------------------------------------------------------------------------------------------------

    def _take(self, spec: PresetSpec) -> None:
        self.spec = spec
        self._show()
        self.changed.emit()

    def _on_second_activated(self, _row: int) -> None:
        code = str(self.second.currentData())
        self._take(replace(self.spec, languages=(code,) if code else ()))

    def _on_sheets_changed(self, codes: tuple[str, ...]) -> None:
        usual = PresetSpec(base=self.spec.base).wanted
        offered = offers.sheets_offered()
        same = set(codes) == set(offered).intersection(usual)
        self._take(replace(self.spec, sheets=() if same else codes))
        popup = self.sheets.popup
        if popup is not None and codes:
            # A sheet that another one follows comes along, and shows that it does.
            popup.tick([code for code in offered if code in self.spec.wanted])

    def _on_columns_changed(self, codes: tuple[str, ...]) -> None:
        usual = offers.usual_columns(self.spec.base)
        self._take(self.spec.with_columns(offers.KIND, () if set(codes) == set(usual) else codes))

    def _on_filter_changed(self, _keys: tuple[str, ...]) -> None:
        years = tuple(int(year) for year in self.years.ticked)
        self._take(
            replace(
                self.spec,
                filter=ActionFilter(self.leads.ticked, self.steps.ticked, years, self.statuses.ticked),
            )
        )


def _count(chosen: int, of: int, *, usual: bool) -> str:
    speech = words()
    if usual:
        return t("The usual ones ({count})", count=speech.number(chosen))
    if chosen == of:
        return t("All ({count})", count=speech.number(of))
    return t("{count} of {all}", count=speech.number(chosen), all=speech.number(of))
