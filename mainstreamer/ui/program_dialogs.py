"""The dialogs of the program: saving a copy, export, preferences, who is working, and those that people look things up in."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from mainstreamer.errors import MainstreamerError
from mainstreamer.paths import PLAN_SUFFIX
from mainstreamer.ui.i18n import t, words

if TYPE_CHECKING:
    from mainstreamer.settings import Settings
    from mainstreamer.ui.application import Application
    from mainstreamer.ui.dialogs.preferences import PreferencesDialog


class ProgramDialogs:
    """Opens them over the window, for whichever plan is open then. Each is imported when it is first opened."""

    def __init__(self, running: Application) -> None:
        self._running = running

    def save_copy(self) -> None:
        """Write a whole, checked copy beside the plan or wherever the person says."""
        running = self._running
        if running.session is None or running.workspace is None:
            return
        running.workspace.commit()
        path = running.session.document.path
        proposed = path.with_name(f"{path.stem} ({t('copy')}){PLAN_SUFFIX}")
        title, kinds = t("Save a copy"), t("Mainstreamer plans (*.mplan)")
        name, _ = QFileDialog.getSaveFileName(running.window, title, str(proposed), kinds)
        if name:
            target = Path(name) if name.endswith(PLAN_SUFFIX) else Path(f"{name}{PLAN_SUFFIX}")
            try:
                running.session.document.copy_to(target)
            except MainstreamerError as error:
                running.fail(error)

    def export(self) -> None:
        """Ask where to, and write the workbook."""
        from mainstreamer.ui.dialogs.exporting import ExportDialog

        running = self._running
        if running.session is None or running.workspace is None:
            return
        running.workspace.commit()
        dialog = ExportDialog(running.session, running.session.document.path.parent, running.window)
        dialog.failed.connect(running.fail)
        dialog.broken.connect(running.report_bug)
        dialog.open()

    # -- the person --------------------------------------------------------------------------------------------------

    def show_preferences(self) -> None:
        self._open_preferences()

    def show_name_preferences(self) -> None:
        """Preferences, with the keyboard in the line for the name."""
        self._open_preferences().person.setFocus()

    def _open_preferences(self) -> PreferencesDialog:
        from mainstreamer.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._running.settings, self._running.window, self._institutions())
        dialog.changed.connect(self._take)
        dialog.open()
        return dialog

    def ask_identity(self) -> None:
        """Ask who is working, and for which institution."""
        from mainstreamer.ui.dialogs.identity import IdentityDialog

        settings = self._running.settings
        dialog = IdentityDialog(settings.person, settings.institution, self._running.window, self._institutions())
        dialog.chosen.connect(self._on_identity_chosen)
        dialog.open()

    def _on_identity_chosen(self, person: str, institution: str) -> None:
        self._take(dataclasses.replace(self._running.settings, person=person, institution=institution))

    def _institutions(self) -> dict[str, str]:
        """Institutions of the open plan to choose one's own from."""
        from mainstreamer.ui.widgets.institution_box import offered_by

        return offered_by(self._running.session.plan) if self._running.session is not None else {}

    def _take(self, wanted: Settings) -> None:
        """Apply settings, with the institution called as the open plan calls it: the history keeps that."""
        if self._running.session is not None:
            from mainstreamer.domain.item_filters import own_name

            name = own_name(self._running.session.plan, wanted.institution)
            wanted = dataclasses.replace(wanted, institution=name)
        self._running.take_settings(wanted)

    # -- looking things up -------------------------------------------------------------------------------------------

    def show_about(self) -> None:
        from mainstreamer.ui.dialogs.about import AboutDialog

        AboutDialog(self._running.window).open()

    def show_code_lists(self) -> None:
        from mainstreamer.ui.dialogs.code_lists import CodeListsDialog

        CodeListsDialog(self._running.window).open()

    def show_shortcuts(self) -> None:
        from mainstreamer.ui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._running.commands, self._running.window).open()

    def show_glossary(self) -> None:
        self.show_term("")

    def show_term(self, code: str) -> None:
        """Show the glossary, at a term where one is given."""
        from mainstreamer.knowledge import glossary
        from mainstreamer.ui.dialogs.glossary import GlossaryDialog

        session, window = self._running.session, self._running.window
        if session is None:
            dialog = GlossaryDialog(glossary(words().code), None, window)
        else:
            dialog = GlossaryDialog(session.glossary, session.checklist, window)
            dialog.item_wanted.connect(self._on_item_wanted)
        if code:
            dialog.show_term(code)
        dialog.open()

    def _on_item_wanted(self, code: str) -> None:
        session = self._running.session
        if session is not None:
            session.place_wanted.emit("answer", session.plan.answer_uid(code), "score")
