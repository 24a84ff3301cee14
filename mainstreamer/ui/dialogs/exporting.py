"""Export of the plan to Excel: language, content, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.presets import BASES, PresetSpec
from mainstreamer.exchange import preset_offers as offers
from mainstreamer.language import SHIPPED, spoken
from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.paths import WORKBOOK_SUFFIX
from mainstreamer.ui import icons, theme
from mainstreamer.ui.dialogs.export_details import ExportDetails
from mainstreamer.ui.dialogs.export_presets import OwnPresets
from mainstreamer.ui.dialogs.naming import NameDialog, NameWords
from mainstreamer.ui.dialogs.workbook_place import breakable
from mainstreamer.ui.dialogs.workbook_saving import WorkbookSaving
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.tasks import Progress
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import button, label

if TYPE_CHECKING:
    from mainstreamer.exchange.workbook_out import ExportReport

_ROOM = 64
"""Pixels left free for the frame of the window and a task bar."""
SHEETS_NAMED = 6
"""Sheets of a preset that are named; more of them are counted."""
_LETTERS = 24
"""Letters that the box of presets has room for in any case."""
_WIDTH = 600
_WIDE = 860
"""Width of the dialog at 100 %, without and with details."""


class ExportDialog(WorkbookSaving):
    """Asks for language and content as well; what else can be chosen stands behind `details`."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        proposed = folder / f"{session.document.path.stem}{WORKBOOK_SUFFIX}"
        super().__init__(session, proposed, t("Export to Excel"), parent)
        self.own = OwnPresets(session)
        self._chosen = PresetSpec()
        """The preset as it was chosen, before anything was changed in the details."""
        self._lost = False
        self.language, self.preset = StillCombo(), StillCombo()
        # Long names of presets are cut in the box before they take room from the names of the fields.
        self.preset.set_letters(_LETTERS)
        for code in SHIPPED:
            self.language.addItem(NATIVE_NAMES[code], code)
        self.about.hide()
        self.kept, self.held = label("note", wrap=True), label("note", wrap=True)
        self.details = button("link")
        self.details.setCheckable(True)
        self.save, self.rename, self.delete = button("link"), button("link"), button("link")
        self.panel = ExportDetails(session)
        self._area = _Area(self._panel_with_verbs())
        self._lay_out()
        self._speak()
        self._connect()
        self._fill_presets()
        self._choose(self.own.last())
        self._on_details_toggled(False)

    def _panel_with_verbs(self) -> QWidget:
        held = QWidget()
        theme.look(held, "plain")
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for press in (self.save, self.rename, self.delete):
            verbs.addWidget(press)
        verbs.addStretch(1)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.panel)
        column.addLayout(verbs)
        return held

    def _lay_out(self) -> None:
        chosen = QVBoxLayout()
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(SMALL)
        chosen.addWidget(self.preset)
        chosen.addWidget(self.held)
        self.form.addRow(t("Preset"), chosen)
        name = self.form.labelForField(chosen)
        if isinstance(name, QLabel):
            name.setBuddy(self.preset)
        self.form.addRow(t("Language"), self.language)
        self.form.addRow("", self.kept)
        row = QHBoxLayout()
        row.addWidget(self.details)
        row.addStretch(1)
        place = self._layout.indexOf(self.bar)
        self._layout.insertLayout(place, row)
        self._layout.insertWidget(place + 1, self._area, 1)
        # The foot was made before these.
        panel = self.panel
        order = [
            self.browse, self.place.replace, self.preset, self.language, self.details, panel.second, panel.sheets,
            panel.columns, panel.leads, panel.steps, panel.years, panel.statuses, self.save, self.rename, self.delete,
            self.open_folder, self.open_file, self.cancel, self.go,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _speak(self) -> None:
        self.go.setText(t("Export"))
        self.details.setText(t("Details"))
        self.details.setToolTip(t("Sheets, columns, a second language, and which actions"))
        self.save.setText(t("Save as preset …"))
        self.rename.setText(t("Rename …"))
        self.delete.setText(t("Delete"))
        self.rename.setAccessibleName(t("Rename the preset"))
        self.delete.setAccessibleName(t("Delete the preset"))

    def _connect(self) -> None:
        self.preset.activated.connect(self._on_preset_activated)
        self.language.activated.connect(self._on_language_activated)
        self.details.toggled.connect(self._on_details_toggled)
        self.panel.changed.connect(self._show_state)
        self.save.clicked.connect(self._on_save_clicked)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)

    # -- the preset --------------------------------------------------------------------------------------------------

    def _titles(self) -> dict[str, str]:
        return {
            "full": t("The whole plan"),
            "print": t("For printing: summary, action plan, budget, signatures"),
            "public": t("For the public: without persons, contacts and notes"),
        }

    def _fill_presets(self) -> None:
        self.preset.clear()
        for code, title in self._titles().items():
            self.preset.addItem(title, code)
        own = self.own.all()
        if own:
            self.preset.insertSeparator(self.preset.count())
        for spec in own:
            self.preset.addItem(spec.name, f"own:{spec.name}")

    def _choose(self, spec: PresetSpec) -> None:
        """Show a preset, with everything that belongs to it."""
        self._chosen = spec
        row = self.preset.findData(f"own:{spec.name}" if spec.name else spec.base)
        self.preset.setCurrentIndex(max(0, row))
        leading = next((code for code in spec.languages if code in SHIPPED), words().code)
        self.language.setCurrentIndex(self.language.findData(leading))
        self.panel.show_spec(spec, leading)
        self._lost = self.panel.spec.filter.leads != spec.filter.leads
        self._show_state()

    @property
    def spec(self) -> PresetSpec:
        """What is chosen now. Languages are said only where they are not simply that of the window."""
        leading = str(self.language.currentData())
        languages = (leading, *self.panel.spec.languages)
        own = languages != (words().code,) or bool(self._chosen.languages)
        return replace(self.panel.spec, languages=languages if own else ())

    def _show_state(self) -> None:
        spec, (shown, whole) = self.spec, self.panel.kept()
        said = []
        if not spec.filter.is_empty:
            said.append(
                t(
                    "Only {shown} of {all} actions: a part of the plan. Cover and sheets say so.",
                    shown=words().number(shown), all=words().number(whole),
                )
            )  # fmt: skip
        else:
            said.append(n("{n} action.", "All {n} actions.", whole))
        if self._lost:
            said.append(t("A lead institution of this preset is not in this plan, and is left out of the filter."))
        if self._is_changed:
            said.append(t("Changed, and not saved as a preset."))
        self.kept.setText(" ".join(said))
        self.held.setText(_sheets_words(spec))
        own = bool(self._chosen.name)
        self.rename.setVisible(own)
        self.delete.setVisible(own)
        self._forget_written()
        self._fit()

    @property
    def _is_changed(self) -> bool:
        now, before = self.spec, self._chosen
        return (now.languages != before.languages and bool(before.languages or self.panel.spec.languages)) or (
            (now.sheets, now.columns, now.filter) != (before.sheets, before.columns, before.filter)
        )

    def _on_preset_activated(self, _row: int) -> None:
        data = str(self.preset.currentData())
        self._choose(
            PresetSpec(base=data) if data in BASES else self.own.find(data.removeprefix("own:")) or PresetSpec()
        )

    def _on_language_activated(self, _row: int) -> None:
        self.panel.show_leading(str(self.language.currentData()))
        self._show_state()

    def _on_save_clicked(self) -> None:
        self._ask_name(rename=False).named.connect(self._on_named)

    def _on_named(self, name: str) -> None:
        spec = replace(self.spec, name=name)
        self.own.save(spec)
        self._fill_presets()
        self._choose(spec)

    def _on_rename_clicked(self) -> None:
        self._ask_name(rename=True).named.connect(self._on_renamed)

    def _on_renamed(self, name: str) -> None:
        changed = self.panel.spec
        self.own.rename(self._chosen.name, name)
        self._fill_presets()
        self._choose(self.own.find(name) or PresetSpec())
        self.panel.show_spec(replace(changed, name=name), str(self.language.currentData()))
        self._show_state()

    def _ask_name(self, rename: bool) -> NameDialog:
        said = NameWords(
            title=t("Rename the preset") if rename else t("Save as preset"),
            label=t("Name of the preset"),
            help=t("Sheets, columns, languages and filter are kept on this computer, not in the plan."),
            taken=t("There is a preset of that name already."),
            replaced=t("The preset of that name will be replaced."),
        )
        own = self._chosen.name
        taken = [spec.name for spec in self.own.all() if not (rename and spec.name == own)]
        dialog = NameDialog(said, taken, own, self, rename, (*BASES, *self._titles().values()))
        dialog.open()
        return dialog

    def _on_delete_clicked(self) -> None:
        """What the deleted preset held stays chosen, so that a slip is mended by saving it again."""
        held, base = self.spec, PresetSpec(base=self._chosen.base)
        self.own.delete(self._chosen.name)
        self._fill_presets()
        self._choose(base)
        self.panel.show_spec(replace(held, name=""), str(self.language.currentData()))
        self._show_state()
        self.preset.setFocus()

    # -- details -----------------------------------------------------------------------------------------------------

    def _on_details_toggled(self, shown: bool) -> None:
        self._area.setVisible(shown)
        self.details.setIcon(icons.icon("caret-down" if shown else "caret-right", "accent"))
        self._fit()

    def _fit(self) -> None:
        """As large as the words need, and never larger than the screen: then the details scroll."""
        room, px = self.screen().availableSize(), theme.current().px
        wide = px(_WIDE if self.details.isChecked() else _WIDTH)
        width = min(max(wide, self.width()), room.width() - _ROOM)
        self.setMinimumWidth(min(wide, room.width() - _ROOM))
        self._layout.activate()
        height = self._layout.totalHeightForWidth(width)
        height = min(height, room.height() - _ROOM)
        self.resize(width, height)
        if self.isVisible():
            # What grew must not leave the screen on the right or below.
            place = self.room_on_screen()
            self.move(min(self.x(), place.right() - width), min(self.y(), place.bottom() - height))

    def room_on_screen(self) -> QRect:
        """Where the dialog may stand, its frame included."""
        edge = self.frameGeometry().width() - self.width()
        return self.screen().availableGeometry().adjusted(0, 0, -edge - _ROOM // 8, -_ROOM // 2)

    # -- writing -----------------------------------------------------------------------------------------------------

    def writing(self, target: Path, over: bool) -> Callable[[Progress], object]:
        from mainstreamer.exchange.workbook_out import export_workbook
        from mainstreamer.knowledge import plan_checklist

        plan, vector, today = self.session.plan, self.session.document.know(), self.session.today()
        spec = self.spec
        speech = spoken(spec.languages or (words().code,))
        self.own.used(spec if spec.name and not self._is_changed else replace(spec, name=""))

        def work(progress: Progress) -> object:
            return export_workbook(
                plan,
                plan_checklist(plan, speech.code),
                speech,
                target,
                replace=over,
                preset=spec,
                today=today,
                vector=vector,
                progress=progress,
            )

        return work

    def told(self, result: ExportReport) -> tuple[Path, str]:
        name, folder = result.path.name, breakable(result.path.parent)
        said = t("Written and checked: “{name}” in the folder {folder}", name=name, folder=folder)
        if result.findings:
            cut = n(
                "{n} text was too long for a cell and is cut with a mark.",
                "{n} texts were too long for a cell and are cut with a mark.",
                len(result.findings),
            )
            said = f"{said}\n{cut}"
        return result.path, said

    def cancelled(self) -> str:
        return t("The export was cancelled. No file was changed.")


def _sheets_words(spec: PresetSpec) -> str:
    """Which sheets come of a preset: by name where they are few, else how many and the first of them."""
    speech, codes = words(), [code for code in offers.sheets_offered() if code in spec.wanted]
    names = ", ".join(offers.sheet_name(speech, code) for code in codes[:SHEETS_NAMED])
    if len(codes) <= SHEETS_NAMED:
        return n("{n} sheet: {names}.", "{n} sheets: {names}.", len(codes), names=names)
    said = n("{n} sheet: {names} …", "{n} sheets: {names} …", len(codes), names=names)
    return said.replace(" …", "\N{NO-BREAK SPACE}…")


class _Area(QScrollArea):
    """Asks for the height of all it holds, and scrolls where there is less."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        theme.look(self, "plain")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(held)

    def sizeHint(self) -> QSize:
        return self._held.sizeHint() + QSize(2, 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.current().px(96))
