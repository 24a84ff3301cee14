"""The page that asks for what a new plan cannot do without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from mainstreamer import knowledge
from mainstreamer.domain.choices import CHOICES
from mainstreamer.paths import PLAN_SUFFIX, plans_folder
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.new_plan_values import (
    COMPULSORY,
    COUNTRY_LEVEL,
    NewPlan,
    proposed_path,
    proposed_title,
)
from mainstreamer.ui.spacing import BREAK, GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.centred import centred
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.form_field import FormField, StillCombo, YearLine
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.search_combo import SearchCombo

SAMPLE_COUNTRY = "XXX"
_GRID = (
    ("country", 0, 0, 1), ("level", 0, 1, 1), ("area", 1, 0, 2),
    ("start_year", 2, 0, 1), ("end_year", 2, 1, 1),
    ("currency", 3, 0, 1), ("price_year", 3, 1, 1),
    ("fiscal_start", 4, 0, 1), ("language", 4, 1, 1),
)  # fmt: skip
"""Field, row, column and columns taken."""


class NewPlanPage(QWidget):
    """Asks, proposes and says what is wrong; makes nothing itself."""

    created = Signal(dict, str)
    """The frame's values and the path of the file. Its folder may have to be made first, if it is the usual one."""
    cancelled = Signal()

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._today = today
        self._edited: set[str] = set()
        self._make_controls()
        self._lay_out()
        self.clear()
        self._connect()

    # -- making ------------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.country, self.currency = SearchCombo(), SearchCombo()
        self.level, self.fiscal_start, self.language = StillCombo(), StillCombo(), StillCombo()
        self.area, self.title, self.path = QLineEdit(), QLineEdit(), QLineEdit()
        self.start, self.end, self.price_year = YearLine(), YearLine(), YearLine()
        self.roles = {code: QCheckBox() for code in CHOICES["country_role"]}
        controls: dict[str, QWidget] = {
            "country": self.country, "level": self.level, "area": self.area, "title": self.title,
            "start_year": self.start, "end_year": self.end, "fiscal_start": self.fiscal_start,
            "currency": self.currency, "price_year": self.price_year, "language": self.language, "path": self.path,
        }  # fmt: skip
        self.choose_path, self.usual_path = button(), button("link")
        self.fields = {
            name: FormField(control, self.choose_path if name == "path" else None) for name, control in controls.items()
        }
        self.create_button, self.cancel_button = button("primary"), button()
        for press in (self.choose_path, self.usual_path, self.create_button, self.cancel_button):
            press.setAutoDefault(True)
        self._heading, self._purpose = label("title"), label("muted", wrap=True)
        self._roles_name, self._roles_help = label("fieldname"), label("note", wrap=True)
        self._state = label("muted", wrap=True)

    def _lay_out(self) -> None:
        card = frame("card")
        form = QVBoxLayout(card)
        form.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, PAGE_SIDE)
        form.setSpacing(WIDE_GAP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAGE_SIDE)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for name, row, column, span in _GRID:
            grid.addWidget(self.fields[name], row, column, 1, span)
        form.addLayout(grid)
        form.addWidget(self._roles_box())
        form.addWidget(self.fields["title"])
        form.addWidget(self.fields["path"])
        form.addWidget(self.usual_path, 0, Qt.AlignmentFlag.AlignLeading)
        inner = QWidget()
        inner.setMaximumWidth(theme.current().px(880))
        column_layout = QVBoxLayout(inner)
        column_layout.setContentsMargins(0, PAGE_SIDE, 0, PAGE_SIDE)
        column_layout.setSpacing(GAP)
        for widget in (self._heading, self._purpose, card):
            column_layout.addWidget(widget)
        column_layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(centred(inner), 1)
        outer.addWidget(self._foot())
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes through the form as one reads it."""
        grid = [self.fields[name].control for name, _row, _column, _span in _GRID]
        last = [self.title, self.path, self.choose_path, self.usual_path, self.cancel_button, self.create_button]
        chain: list[QWidget] = [*grid, *self.roles.values(), *last]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _roles_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        boxes = QWidget()
        flow = FlowLayout(boxes, spacing=WIDE_GAP)
        for check in self.roles.values():
            flow.addWidget(check)
        for part in (self._roles_name, boxes, self._roles_help):
            column.addWidget(part)
        return box

    def _foot(self) -> QWidget:
        foot = frame("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(BREAK, GAP, BREAK, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._state, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.create_button)
        return foot

    def _connect(self) -> None:
        self.country.chosen.connect(self._on_country_chosen)
        self.currency.chosen.connect(self._on_currency_chosen)
        for combo in (self.country, self.currency):
            combo.left.connect(self._on_changed)
        self.fiscal_start.activated.connect(self._on_fiscal_start_chosen)
        self.language.activated.connect(self._on_language_chosen)
        self.level.currentIndexChanged.connect(self._on_changed)
        self.area.textChanged.connect(self._on_changed)
        self.title.textEdited.connect(self._on_title_edited)
        self.path.textEdited.connect(self._on_path_edited)
        for year in (self.start, self.end, self.price_year):
            year.textChanged.connect(self._on_changed)
        self.choose_path.clicked.connect(self._on_choose_path_clicked)
        self.usual_path.clicked.connect(self._on_usual_path_clicked)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)

    # -- showing -----------------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """An empty form with the values that a plan most often starts from."""
        self._edited = set()
        year = self._today().year
        self.country.set_code("")
        self.currency.set_code("")
        for line in (self.area, self.title, self.path):
            line.clear()
        for check in self.roles.values():
            check.setChecked(False)
        self.start.setText(str(year + 1))
        self.end.setText(str(year + 5))
        self.price_year.setText(str(year))
        for combo in (self.level, self.fiscal_start, self.language):
            combo.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language spoken now; what was chosen or typed stays."""
        speech = words()
        countries = speech.section("country")
        self.country.set_choices((code, speech.choice("country", code)) for code in countries if code != SAMPLE_COUNTRY)
        currencies = speech.section("currency")
        self.currency.set_choices((code, _currency(code)) for code in currencies if code != SAMPLE_COUNTRY)
        for combo, choices, first in (
            (self.level, "plan_level", COUNTRY_LEVEL),
            (self.fiscal_start, "month", "1"),
            (self.language, "language", speech.code),
        ):
            _offer(combo, choices, first)
        if "language" not in self._edited:
            self.language.setCurrentIndex(self.language.findData(speech.code))
        for code, check in self.roles.items():
            check.setText(speech.choice("country_role", code))
        self._say_labels()
        self._on_changed()

    def _say_labels(self) -> None:
        speech = words()
        helped = ("area", "start_year", "end_year", "currency", "price_year", "title")
        for name, field in self.fields.items():
            said = t("Where to keep the plan") if name == "path" else speech.field("plan", name)
            field.set_words(said, speech.help("plan", name) if name in helped else "", compulsory=name in COMPULSORY)
        self.country.set_hint(t("Type a part of the name"))
        self.currency.set_hint(t("Type a part of the name or the code"))
        self._roles_name.setText(speech.field("plan", "roles"))
        self._roles_help.setText(speech.help("plan", "roles"))
        self._heading.setText(t("New plan"))
        self._purpose.setText(
            t("Everything here can be changed later. The plan is one file, saved from the first moment.")
        )
        self.choose_path.setAccessibleName(t("Choose another folder or file name"))
        self.usual_path.setText(t("Keep it in the usual folder"))
        self.cancel_button.setText(t("Cancel"))
        self.create_button.setText(t("Create the plan"))

    def values(self) -> NewPlan:
        """What the form holds now."""
        return NewPlan(
            country=self.country.code(),
            country_text=self.country.text(),
            level=str(self.level.currentData()),
            area=self.area.text().strip(),
            title=self.title.text().strip(),
            start_text=self.start.text().strip(),
            end_text=self.end.text().strip(),
            fiscal_start=int(self.fiscal_start.currentData()),
            currency=self.currency.code(),
            currency_text=self.currency.text(),
            price_text=self.price_year.text().strip(),
            language=str(self.language.currentData()),
            roles=tuple(code for code, check in self.roles.items() if check.isChecked()),
            path=self.path.text().strip(),
        )

    def _on_changed(self) -> None:
        """Renew what follows from the values, and say what is wrong or missing."""
        self._propose()
        values = self.values()
        problems = values.problems(plans_folder())
        # A part of a name is not wrong while it is typed.
        begun = [
            name
            for name, combo in (("country", self.country), ("currency", self.currency))
            if combo.hasFocus() and combo.matching()
        ]
        for name, field in self.fields.items():
            field.set_problem("" if name in begun else problems.get(name, ""))
        self.fields["area"].setVisible(values.level != COUNTRY_LEVEL)
        self.fields["country"].set_help(self._country_help(values))
        self.fields["path"].set_help(self._path_help(values))
        self.usual_path.setVisible("path" in self._edited and Path(values.path).parent != plans_folder())
        self.choose_path.setText(t("Change …") if values.path else t("Choose …"))
        missing = values.missing()
        self.create_button.setEnabled(not problems and not missing)
        self._state.setText(self._state_text(problems, missing))

    def _propose(self) -> None:
        values = self.values()
        if "title" not in self._edited:
            self.title.setText(proposed_title(values.country, values.level, values.area, values.language))
            self.title.setCursorPosition(0)
        if "path" not in self._edited:
            self.path.setText(proposed_path(self.title.text(), plans_folder()))

    def _country_help(self, values: NewPlan) -> str:
        facts = knowledge.countries().get(values.country)
        if facts is None:
            return words().help("plan", "country")
        month = words().choice("month", str(facts["fiscal_start"]))
        return t(
            "Usual here: {currency}; fiscal year from {month}. Please check both with the budget law.",
            currency=_currency(facts["currency"]) or t("no currency of its own"),
            month=month.lower() if words().code == "ru" else month,
        )

    def _path_help(self, values: NewPlan) -> str:
        folder = plans_folder()
        if values.path and Path(values.path).parent == folder and not folder.is_dir():
            return t("The folder {folder} will be made.", folder=folder)
        return ""

    def _state_text(self, problems: dict[str, str], missing: tuple[str, ...]) -> str:
        said = [t("To be corrected: {sentence}", sentence=next(iter(problems.values())))] if problems else []
        if missing:
            place, speech = t("Where to keep the plan"), words()
            names = [place if name == "path" else speech.field("plan", name) for name in missing]
            said.append(t("Still missing: {fields}.", fields=", ".join(names)))
        return " ".join(said) or t("Ready.")

    # -- what a person does ------------------------------------------------------------------------------------------

    def _on_country_chosen(self, code: str) -> None:
        facts = knowledge.countries().get(code)
        if facts is not None:
            if "currency" not in self._edited:
                self.currency.set_code(facts["currency"])
            if "fiscal_start" not in self._edited:
                self.fiscal_start.setCurrentIndex(self.fiscal_start.findData(str(facts["fiscal_start"])))
        self._on_changed()

    def _on_currency_chosen(self, _code: str) -> None:
        self._mark("currency", bool(self.currency.text()))

    def _on_fiscal_start_chosen(self, _row: int) -> None:
        self._mark("fiscal_start", True)

    def _on_language_chosen(self, _row: int) -> None:
        self._mark("language", True)

    def _on_title_edited(self, _text: str) -> None:
        self._mark("title", True)

    def _on_path_edited(self, _text: str) -> None:
        self._mark("path", True)

    def _mark(self, name: str, edited: bool) -> None:
        """Remember that a person has decided this field, so that no proposal overwrites it."""
        if edited:
            self._edited.add(name)
        else:
            self._edited.discard(name)
        self._on_changed()

    def _on_choose_path_clicked(self) -> None:
        dialog = QFileDialog(self, t("Where to keep the plan"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        # Nothing is ever overwritten, so the dialog must not offer it; the page says when the name is taken.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(t("Plans (*.mplan)"))
        dialog.setDefaultSuffix(PLAN_SUFFIX.removeprefix("."))
        path = Path(self.path.text().strip() or plans_folder() / f"plan{PLAN_SUFFIX}")
        dialog.setDirectory(str(path.parent if path.parent.is_dir() else plans_folder().parent))
        dialog.selectFile(path.name)
        dialog.fileSelected.connect(self.set_path)
        dialog.open()

    def set_path(self, path: str) -> None:
        """Keep the plan in this file."""
        self.path.setText(path if path.casefold().endswith(PLAN_SUFFIX) else f"{path}{PLAN_SUFFIX}")
        self._mark("path", True)

    def _on_usual_path_clicked(self) -> None:
        self._mark("path", False)
        self.path.setFocus()

    def _on_create_clicked(self) -> None:
        values = self.values()
        if not values.missing() and not values.problems(plans_folder()):
            self.created.emit(values.frame(), values.path)
        else:
            self._on_changed()  # the file system has changed since the last look

    def _on_cancel_clicked(self) -> None:
        self.cancelled.emit()


def _currency(code: str) -> str:
    return f"{code} – {words().choice('currency', code)}" if code else ""


def _offer(combo: StillCombo, choices: str, first: str) -> None:
    """Name the codes of a list in the language spoken now, keeping what was chosen."""
    kept = combo.currentData() or first
    combo.blockSignals(True)
    combo.clear()
    for code in CHOICES[choices]:
        combo.addItem(words().choice(choices, code), code)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)
