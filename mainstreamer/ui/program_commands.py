"""The commands of the program, whatever is shown: their names, keys and places in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mainstreamer.ui.commands import Command
from mainstreamer.ui.going import going
from mainstreamer.ui.i18n import t
from mainstreamer.ui.incoming.command import table_command
from mainstreamer.ui.packs import pack_commands
from mainstreamer.ui.taking_in import taking_in_command

if TYPE_CHECKING:
    from mainstreamer.ui.application import Application


def program_commands(running: Application) -> tuple[Command, ...]:
    """All commands, in the order of the menu."""
    return (
        *going(lambda: running.workspace),
        Command("plan.new", lambda: t("New plan …"), "Ctrl+Shift+N", running.new_plan, False, True, "plus"),
        Command("plan.open", lambda: t("Open a plan …"), "Ctrl+O", running.ask_and_open, icon="folder-open"),
        Command("plan.copy", lambda: t("Save a copy …"), "", running.dialogs.save_copy, True, icon="copy"),
        Command("plan.close", lambda: t("Close the plan"), "Ctrl+W", running.show_start, True, icon="x"),
        Command("plan.export", lambda: t("Export to Excel …"), "Ctrl+E", running.dialogs.export, True, True, "export"),
        taking_in_command(running),
        table_command(lambda: running.session),
        *pack_commands(running),
        Command("edit.undo", lambda: t("Undo"), "Ctrl+Z", running.undo, True, True, "arrow-u-up-left"),
        Command("edit.redo", lambda: t("Redo"), "Ctrl+Y", running.redo, True, icon="arrow-u-up-right"),
        Command("app.identity", lambda: t("Who is working? …"), "", running.dialogs.ask_identity, True, True, "user"),
        Command("app.preferences", lambda: t("Preferences …"), "Ctrl+,", running.dialogs.show_preferences, icon="gear"),
        Command(
            "app.shortcuts",
            lambda: t("Shortcuts"),
            "Ctrl+/",
            running.dialogs.show_shortcuts,
            icon="keyboard",
            also=("?",),
        ),
        Command("app.lists", lambda: t("Code lists …"), "", running.dialogs.show_code_lists, icon="list-numbers"),
        Command(
            "app.large",
            lambda: t("Leave the large view") if running.appearance.is_large else t("Large view for the room"),
            "F11",
            running.toggle_large,
            icon="presentation-chart",
        ),
        Command("app.glossary", lambda: t("Glossary"), "Ctrl+Shift+G", running.dialogs.show_glossary, icon="book-open"),
        Command("app.about", lambda: t("About Mainstreamer"), "F1", running.dialogs.show_about, icon="info"),
        Command("app.quit", lambda: t("Quit"), "Ctrl+Q", running.quit, False, True, "sign-out"),
    )
