"""Commands for checklist packs: save the checklist of the open plan as one, load one into it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from mainstreamer.ui.commands import Command
from mainstreamer.ui.i18n import t

if TYPE_CHECKING:
    from mainstreamer.ui.application import Application


def pack_commands(running: Application) -> tuple[Command, ...]:
    """The commands, over whichever plan is open when they are run."""
    save, load = partial(save_pack, running), partial(load_pack, running)
    return (
        Command("checklist.pack", lambda: t("Save the checklist as a pack …"), "", save, True, icon="file-arrow-down"),
        Command("checklist.load", lambda: t("Load a checklist pack …"), "", load, True, icon="file-arrow-up"),
    )


def save_pack(running: Application) -> None:
    """Ask where to, and write the checklist of the plan as a pack."""
    from mainstreamer.ui.dialogs.pack_saving import PackSavingDialog

    if running.session is None or running.workspace is None:
        return
    running.workspace.commit()
    dialog = PackSavingDialog(running.session, running.session.document.path.parent, running.window)
    dialog.failed.connect(running.fail)
    dialog.broken.connect(running.report_bug)
    dialog.open()


def load_pack(running: Application) -> None:
    """Ask for a checklist pack, and show what it would change."""
    from mainstreamer.ui.dialogs.pack_loading import PackLoadingDialog

    if running.session is None or running.workspace is None:
        return
    running.workspace.commit()
    folder = str(running.session.document.path.parent)
    title, kinds = t("Load a checklist pack"), t("Excel workbook (*.xlsx)")
    name, _ = QFileDialog.getOpenFileName(running.window, title, folder, kinds)
    if name:
        dialog = PackLoadingDialog(running.session, Path(name), running.window)
        dialog.broken.connect(running.report_bug)
        dialog.open()
