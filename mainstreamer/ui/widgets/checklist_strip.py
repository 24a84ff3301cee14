"""The line above the cards of a checklist: what holds items back, the sectors of the plan, the language of the items."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.choices import OPTIONAL_SECTORS
from mainstreamer.domain.item_filters import (
    LISTS,
    NOBODY,
    SECTOR_STEP,
    SWITCHES,
    ItemFilter,
    choices_of,
    own_institutions,
)
from mainstreamer.operations.sectors import switch_sector
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.checklist_language import ChecklistLanguage
from mainstreamer.ui.widgets.filter_chip import FilterChip
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.popup_place import box_of
from mainstreamer.ui.widgets.ticks_popup import TicksPopup

NEXT_KEYS = "Ctrl+Return"
_CHOICES = {"roles": "country_role", "phases": "phase", "sectors": "sector"}
_VERB = "switch_sector"


class ChecklistStrip(QWidget):
    """While nothing is filtered it is a button and a number; opened, a chip for each thing to filter by.

    The filter lives in the session: it holds in all steps, and as long as the plan is open.
    """

    changed = Signal()
    """The filter of the session is another one."""
    next_wanted = Signal()
    """The next open item is wanted."""

    def __init__(self, session: Session, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._step = session, step
        self._opened = False
        self._shown = self._of = 0
        self._said = ""
        """What was said last, until something else is done here."""
        self.filter_button, self.clear_button = button("filter"), button("link")
        self.filter_button.setIcon(icons.icon("funnel", "muted"))
        self.count, self.note = label("muted"), label("note", wrap=True)
        self._chips: dict[str, FilterChip] = {}
        self.sectors_button: QPushButton | None = button("filter") if step == SECTOR_STEP else None
        self.language = ChecklistLanguage(session)
        self.popup: TicksPopup | None = None
        self._lay_out()
        onward = QShortcut(QKeySequence(NEXT_KEYS), self)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.activated.connect(self.next_wanted)
        self.filter_button.clicked.connect(self._on_filter_clicked)
        self.clear_button.clicked.connect(self.clear)
        self.note.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        line = self._line = QWidget(self)
        flow = self._flow = bar(line)
        flow.addWidget(self.filter_button)
        flow.addWidget(self.count)
        flow.addWidget(self.clear_button)
        if self.sectors_button is not None:
            self.sectors_button.setIcon(icons.icon("stack", "muted"))
            self.sectors_button.clicked.connect(self.show_sectors)
            flow.add_trailing(self.sectors_button)
        flow.add_trailing(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, PAGE_SIDE, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(line)
        column.addWidget(self.note)

    @property
    def chips(self) -> dict[str, FilterChip]:
        """A chip for each thing to filter by, in their order; made when filters are first opened or set."""
        if not self._chips:
            for name in (*LISTS, *SWITCHES):
                if name == "sectors" and self._step != SECTOR_STEP:
                    continue
                chip = self._chips[name] = FilterChip(name, self._line)
                chip.open.clicked.connect(self._on_open_clicked)
                chip.off.clicked.connect(self._on_off_clicked)
                self._flow.add_before(chip, self.count)
            self._show_chips()
        return self._chips

    # -- showing -----------------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> ItemFilter:
        """What is asked for now."""
        return self._session.item_filter

    @property
    def own(self) -> frozenset[str]:
        """Institutions of the plan that are the person's own."""
        return own_institutions(self._session.plan, self._session.settings.institution)

    def show_counts(self, shown: int, of: int) -> None:
        """Show the filter as it is, and that so many of so many items are shown."""
        self._shown, self._of = shown, of
        active = self.wanted.set_in(self._step)
        if active or self._opened or self._chips:
            self._show_chips()
        text = n("{n} item", "{n} items", of)
        if active:
            text = n("{shown} of {n} item", "{shown} of {n} items", of, shown=words().number(shown))
        self.count.setText(text)
        self._show_note()
        self.clear_button.setVisible(bool(active))
        self._name_button(len(active))
        theme.restyle(self.filter_button, "filtered", bool(active))

    def _show_chips(self) -> None:
        active = self.wanted.set_in(self._step)
        for name, chip in self.chips.items():
            is_set = name in active
            chip.setVisible(is_set or (self._opened and not (name == "essential" and self._only_essential)))
            chip.show_filter(self._label(name), self._values(name), is_set)

    def _name_button(self, count: int) -> None:
        self.filter_button.setText(f"{t('Filter')}  {words().number(count)}" if count else t("Filter"))
        said = n("{n} filter set", "{n} filters set", count) if count else t("nothing filtered")
        shown = t("all filters are shown") if self._opened else t("press to see all filters")
        self.filter_button.setAccessibleName(t("Filter"))
        self.filter_button.setAccessibleDescription(f"{said}, {shown}")

    @property
    def _only_essential(self) -> bool:
        """Whether the switch in the rail asks for essential items already."""
        return self._session.settings.essential_only

    def say(self, text: str) -> None:
        """Show a sentence below the line until something else is done here."""
        self._said = text
        self._show_note()

    def _show_note(self) -> None:
        text = self._said or self._nobody_meant()
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _nobody_meant(self) -> str:
        """Why nothing is one's own, as long as that is asked for and the plan does not know the institution."""
        if not self.wanted.mine or self.own:
            return ""
        name = self._session.settings.institution.strip()
        if not name:
            return t("“Mine” shows nothing as long as it is not said which institution is yours.")
        return t(
            "“{institution}” is not among the institutions of this plan. "
            "Add it in step 3, or write its name or acronym in the preferences as it stands there.",
            institution=name,
        )

    def _label(self, name: str) -> str:
        if name == "mine" and not self._session.settings.institution.strip():
            return t("Mine: say first which institution is yours")
        return {
            "roles": t("Country role"),
            "phases": t("Phase"),
            "sectors": t("Sector"),
            "responsible": t("Responsible"),
            "essential": t("Essential"),
            "unanswered": t("Not answered"),
            "mine": t("Mine"),
        }[name]

    def _values(self, name: str) -> str:
        """What a chip asks for, in words."""
        if name == "mine":
            return self._session.settings.institution.strip() if self.wanted.mine else ""
        if name in SWITCHES:
            return ""
        return ", ".join(self._value(name, code) for code in getattr(self.wanted, name))

    def _value(self, name: str, code: str, short: bool = True) -> str:
        if name in _CHOICES:
            return words().choice(_CHOICES[name], code)
        if code == NOBODY:
            return t("nobody named")
        return self._session.plan.name_of("institution", code, short) or t("(without a name)")

    def retranslate(self) -> None:
        self.clear_button.setText(t("Clear all"))
        self.clear_button.setAccessibleName(t("Take all filters off"))
        if self.sectors_button is not None:
            self.sectors_button.setText(t("Sectors"))
            self.sectors_button.setToolTip(t("Which optional sectors this plan uses"))
            self.sectors_button.setAccessibleName(self.sectors_button.toolTip())
        self.language.retranslate()
        self.show_counts(self._shown, self._of)

    # -- asking ------------------------------------------------------------------------------------------------------

    def want(self, **values: Any) -> None:
        """Ask for something else in these parts of the filter."""
        self.ask_for(dataclasses.replace(self.wanted, **values))

    def clear(self) -> None:
        """Ask for nothing, and keep the keyboard in the line."""
        self.filter_button.setFocus()
        self.ask_for(ItemFilter())

    def ask_for(self, wanted: ItemFilter) -> None:
        """Have another filter from now on."""
        self._session.item_filter = wanted
        self.say("")
        self.changed.emit()

    def _on_filter_clicked(self) -> None:
        self._opened = not self._opened
        self.show_counts(self._shown, self._of)

    def _sender_name(self) -> str:
        sender = self.sender()
        return next((name for name, chip in self.chips.items() if sender in (chip.open, chip.off)), "")

    def _on_off_clicked(self) -> None:
        name = self._sender_name()
        (self.chips[name].open if self._opened else self.filter_button).setFocus()
        self.ask_for(self.wanted.without(name))

    def _on_open_clicked(self) -> None:
        name = self._sender_name()
        if name == "mine" and not self.wanted.mine and not self._session.settings.institution.strip():
            self._session.preferences_wanted.emit()
        elif name in SWITCHES:
            self.want(**{name: not getattr(self.wanted, name)})
        else:
            self._ask(name)

    def _ask(self, name: str) -> None:
        plan = self._session.plan
        items = self._session.checklist.of_step(self._step, plan.sectors)
        counts = choices_of(plan, items, name)
        ticked = getattr(self.wanted, name)
        counts |= {code: 0 for code in ticked if code not in counts}
        lines = [
            (code, f"{self._value(name, code, short=False)}   {words().number(count)}")
            for code, count in counts.items()
        ]
        notes = {
            "roles": t("An item that names no role concerns every country."),
            "phases": t("An item that names no phase concerns all phases."),
            "responsible": t("Who is responsible is said in the answer to each item."),
        }
        popup = self._open_popup(self._label(name), lines, ticked, notes.get(name, ""), self.chips[name])
        if name == "roles" and plan.frame.roles:
            said = ", ".join(words().choice("country_role", code) for code in plan.frame.roles)
            popup.suggest(t("As in the plan: {roles}", roles=said), plan.frame.roles)
        popup.changed.connect(self._on_ticked)
        popup.setProperty("filter", name)

    def _open_popup(
        self, heading: str, lines: list[tuple[str, str]], ticked: tuple[str, ...], note: str, under: QWidget
    ) -> TicksPopup:
        popup = self.popup = TicksPopup(heading, lines, ticked, self, note)
        popup.destroyed.connect(self._on_popup_gone)
        popup.show_at(box_of(under))
        return popup

    def _on_popup_gone(self) -> None:
        self.popup = None

    def _on_ticked(self, keys: tuple[str, ...]) -> None:
        if self.popup is not None:
            self.want(**{str(self.popup.property("filter")): keys})

    # -- sectors of the plan -------------------------------------------------------------------------------------------

    def show_sectors(self) -> None:
        """Offer the optional sectors, each with what it brings, to be switched on and off."""
        if self.sectors_button is None:
            return
        self.say("")
        session, speech = self._session, words()
        items = Counter(item.sector for item in session.checklist.items)
        lines = []
        for code in OPTIONAL_SECTORS:
            brings = n("{n} item", "{n} items", items[code]) if items[code] else t("issues only")
            lines.append((code, f"{speech.choice('sector', code)}  ·  {brings}"))
        note = t(
            "Finance, labour, health and rights are always there. Answers stay when a sector is switched off, "
            "and come back with it."
        )
        used = session.plan.frame.optional_sectors
        popup = self._open_popup(t("Optional sectors of this plan"), lines, used, note, self.sectors_button)
        popup.changed.connect(self._on_sectors_ticked)

    def _on_sectors_ticked(self, keys: tuple[str, ...]) -> None:
        session = self._session
        for code in OPTIONAL_SECTORS:
            puts = switch_sector(session.plan, code, code in keys)
            if puts and not session.put(_VERB, puts):
                break
        if self.popup is not None:
            self.popup.tick(session.plan.frame.optional_sectors)

    def wants_sector(self, sector: str) -> None:
        """Say that an item looked for belongs to a sector that is off, and put the keyboard where it is switched on."""
        if self.sectors_button is not None and sector not in self._session.plan.sectors:
            self.say(
                t(
                    "This plan does not use the sector “{sector}”. Switch it on under Sectors to see its items.",
                    sector=words().choice("sector", sector),
                )
            )
            self.sectors_button.setFocus()
