"""The action plan: all actions, what is asked of them, and what the shown ones add up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mainstreamer.domain.actions import total
from mainstreamer.domain.checklist import step_of
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.fields import FieldType
from mainstreamer.domain.kinds import KINDS, Action, Record
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.reading import link_name
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import label

ANY = "\0any"
NONE = ""


class ActionPlanPage(Page):
    """Filters above, the register of actions, totals of what is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._title, self._counts, self.totals = label("title"), label("muted"), label("muted", wrap=True)
        self.totals.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.lead, self.step, self.status, self.year = StillCombo(), StillCombo(), StillCombo(), StillCombo()
        self.open_only = QCheckBox()
        self._names: dict[StillCombo, QLabel] = {}
        self.register = RegisterView(session, "action")
        self._lay_out()
        for combo in self._names:
            combo.currentIndexChanged.connect(self._on_filter_changed)
        self.open_only.toggled.connect(self._on_filter_changed)
        self.register.shown_changed.connect(self._show_totals)
        self.register.filters_cleared.connect(self.clear_filters)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._counts)
        head.addWidget(self.totals, 1)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for combo, width in ((self.lead, 16), (self.step, 12), (self.status, 9), (self.year, 5)):
            name = label("note")
            name.setBuddy(combo)
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(width)
            combo.setMaxVisibleItems(16)
            self._names[combo] = name
            filters.addWidget(name)
            filters.addWidget(combo)
            filters.addSpacing(8)
        filters.addWidget(self.open_only)
        filters.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 14, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self._filters = QWidget()
        filters.setContentsMargins(0, 0, 0, 0)
        self._filters.setLayout(filters)
        column.addWidget(self._filters)
        column.addWidget(self.register, 1)

    # -- filters -----------------------------------------------------------------------------------------------------

    def _fill_filters(self) -> None:
        plan = self.session.plan
        uids = {uid for action in plan.actions for uid in action.leads}
        leads = {uid: link_name(plan, "institution", uid) for uid in uids}
        by_name = sorted(leads.items(), key=lambda pair: pair[1].casefold())
        _offer(self.lead, [(ANY, t("Any")), (NONE, t("None named")), *by_name])
        _offer(self.step, [(ANY, t("Any")), *((code, words().choice("step", code)) for code in CHOICES["step"])])
        states = ((code, words().choice("action_status", code)) for code in CHOICES["action_status"])
        _offer(self.status, [(ANY, t("Any")), *states])
        frame = plan.frame
        years = range(frame.start_year, frame.end_year + 1) if frame.start_year and frame.end_year else range(0)
        _offer(self.year, [(ANY, t("Any")), *((str(year), str(year)) for year in years)])

    def _on_filter_changed(self, *_: object) -> None:
        self.register.set_wanted(self._is_wanted if self.is_filtered() else None)

    def is_filtered(self) -> bool:
        """Whether any filter of this page holds rows back."""
        return self.open_only.isChecked() or any(combo.currentData() != ANY for combo in self._names)

    def clear_filters(self) -> None:
        """Show all actions again."""
        for combo in self._names:
            combo.setCurrentIndex(0)
        self.open_only.setChecked(False)

    def _is_wanted(self, record: Record) -> bool:
        if not isinstance(record, Action):
            return False
        lead, step, status, year = (combo.currentData() for combo in (self.lead, self.step, self.status, self.year))
        if lead == NONE and record.leads:
            return False
        if lead not in (ANY, NONE) and lead not in record.leads:
            return False
        if step != ANY and not any(str(step_of(code)) == step for code in record.items):
            return False
        if status != ANY and record.status != status:
            return False
        if year != ANY and not _runs_in(record, int(year)):
            return False
        return not self.open_only.isChecked() or not is_ready(self.session, record)

    # -- Page --------------------------------------------------------------------------------------------------------

    def refresh(self, change: PlanChange | None) -> None:
        if change is None or change.touches("action", "institution", "plan"):
            self._fill_filters()
        self.register.refresh(change)
        self._show_counts()

    def retranslate(self) -> None:
        self._title.setText(t("Action plan"))
        status = words().field("action", "status")
        named = ((self.lead, t("Lead")), (self.step, t("Step")), (self.status, status), (self.year, t("Year")))
        for combo, text in named:
            self._names[combo].setText(text)
            combo.setAccessibleName(t("Filter by: {field}", field=text))
        self.open_only.setText(t("Not ready only"))
        self.open_only.setToolTip(t("Actions with a compulsory field or an indicator missing"))
        self._fill_filters()
        self.register.retranslate()
        self._show_counts()

    def show_place(self, kind: str, uid: str, field: str) -> bool:
        if kind == "action":
            return self.register.show_place(uid, field)
        if kind == "action_indicator":
            row = self.session.plan.find(kind, uid)
            if row is None or not self.register.choose(str(getattr(row, "action", ""))):
                return False
            self.register.form_button.setChecked(True)
            return self.register.form.focus_indicator(uid, field)
        return False

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        """Filters: `lead` (uid), `step`, `status`, `year`, and `open` with any value for what is not ready."""
        self.clear_filters()
        for name, combo in (("lead", self.lead), ("step", self.step), ("status", self.status), ("year", self.year)):
            if name in filters:
                combo.setCurrentIndex(max(0, combo.findData(filters[name])))
        self.open_only.setChecked("open" in filters)

    def commit(self) -> None:
        self.register.commit()

    def _show_counts(self) -> None:
        plan = self.session.plan
        actions = n("{n} action", "{n} actions", len(plan.actions))
        objectives = n("{n} objective", "{n} objectives", len(plan.objectives))
        self._counts.setText(f"{actions}, {objectives}")
        self._filters.setVisible(bool(plan.actions))

    def _show_totals(self) -> None:
        shown = [record for record in self.register.records() if isinstance(record, Action)]
        found, speech = total(shown), words()
        parts = [
            t("cost {amount}", amount=speech.money(found.cost)),
            t("state {amount}", amount=speech.money(found.state)),
            t("partners {amount}", amount=speech.money(found.external)),
            t("gap {amount}", amount=speech.money(found.gap, self.session.plan.frame.currency)),
        ]
        if found.uncosted:
            parts.append(n("{n} without a cost", "{n} without a cost", found.uncosted))
        self.totals.setText(t("Shown: {parts}", parts=" · ".join(parts)) if shown else "")


def is_ready(session: Session, action: Action) -> bool:
    """Whether an action has every compulsory field and an indicator; existing resources stand for a cost."""
    kind = KINDS["action"]
    for field in kind.compulsory:
        type_: FieldType[object] = kind.fields[field].type
        if type_.is_blank(getattr(action, field)) and not (field == "cost" and action.existing_resources):
            return False
    return len(action.leads) == 1 and bool(session.plan.action_indicators.get(action.uid))


def _runs_in(action: Action, year: int) -> bool:
    """Whether an action has a quarter in a fiscal year; one with a single date counts in that year."""
    start, end = action.start or action.end, action.end or action.start
    return start is not None and end is not None and start.year <= year <= end.year


def _offer(combo: StillCombo, rows: Sequence[tuple[str, str]]) -> None:
    """Offer these, keeping what was chosen as long as it is offered."""
    if [(combo.itemData(row), combo.itemText(row)) for row in range(combo.count())] == list(rows):
        return
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for code, name in rows:
        combo.addItem(name, code)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)
    if combo.currentData() != kept and kept is not None:
        combo.currentIndexChanged.emit(combo.currentIndex())
