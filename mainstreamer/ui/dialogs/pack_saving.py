"""Saves the checklist of a plan as a pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mainstreamer.paths import WORKBOOK_SUFFIX
from mainstreamer.ui.dialogs.workbook_saving import WorkbookSaving
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress


class PackSavingDialog(WorkbookSaving):
    """Says what a pack is for, and how it comes back."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        proposed = folder / f"{session.document.path.stem} – {t('checklist')}{WORKBOOK_SUFFIX}"
        super().__init__(session, proposed, t("Save the checklist as a pack"), parent)
        self.about.setText(
            t(
                "A pack is a workbook with all items and suggested actions of this plan in every language. Reword, translate "
                "and add items in a spreadsheet, then load the pack into this plan or another one."
            )
        )
        self.go.setText(t("Save"))

    def writing(self, target: Path, over: bool) -> Callable[[Progress], object]:
        from mainstreamer.exchange.pack_out import write_pack

        plan, today, speech = self.session.plan, self.session.today(), words()
        return lambda progress: write_pack(target, plan, speech, today, progress, replace=over)

    def told(self, result: tuple[Path, int]) -> tuple[Path, str]:
        path, items = result
        said = n("{n} item is in “{name}”.", "{n} items are in “{name}”.", items, name=path.name)
        return path, f"{said} {t('To bring it back, use “Load a checklist pack” in the menu.')}"
