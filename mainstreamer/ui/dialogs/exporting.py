"""Export of the plan to Excel: language, content, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from mainstreamer.language import SHIPPED, language
from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.ui.dialogs.workbook_saving import WorkbookSaving
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress

if TYPE_CHECKING:
    from mainstreamer.exchange.workbook_out import ExportReport

PRESETS = ("full", "print", "public")


class ExportDialog(WorkbookSaving):
    """Asks for language and content as well."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        proposed = folder / f"{session.document.path.stem}.xlsx"
        super().__init__(session, proposed, t("Export to Excel"), parent)
        self.about.setText(
            t("The workbook holds the action plan, the registers, the checklist and the readiness findings.")
        )
        self._language, self._preset = QComboBox(), QComboBox()
        for code in SHIPPED:
            self._language.addItem(NATIVE_NAMES[code], code)
        self._language.setCurrentIndex(self._language.findData(words().code))
        titles = (
            t("Everything"),
            t("For printing: cover and action plan"),
            t("For the public: without persons and contacts"),
        )
        for title, code in zip(titles, PRESETS, strict=True):
            self._preset.addItem(title, code)
        self.form.addRow(t("Language"), self._language)
        self.form.addRow(t("Content"), self._preset)
        self.go.setText(t("Export"))
        # The foot was made before these two.
        QWidget.setTabOrder(self.browse, self._language)
        QWidget.setTabOrder(self._language, self._preset)

    def writing(self, target: Path) -> Callable[[Progress], object]:
        from mainstreamer.exchange.workbook_out import export_workbook
        from mainstreamer.knowledge import plan_checklist

        plan, vector, today = self.session.plan, self.session.document.know(), self.session.today()
        speech, preset = language(str(self._language.currentData())), str(self._preset.currentData())

        def work(progress: Progress) -> object:
            return export_workbook(
                plan,
                plan_checklist(plan, speech.code),
                speech,
                target,
                preset=preset,
                today=today,
                vector=vector,
                progress=progress,
            )

        return work

    def told(self, result: ExportReport) -> tuple[Path, str]:
        said = t("Written and checked: {name}", name=result.path.name)
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
