"""The window's commands in one table: menu, shortcuts, search, the sheet of shortcuts and tests are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mainstreamer.ui.i18n import t


@dataclass(frozen=True)
class Command:
    """A command: stable id, words, shortcut, what it does, whether it needs an open plan, and a line above it in the menu.

    `also` are more shortcuts for it. `summary` stands in the sheet of shortcuts for all commands that share it.
    """

    id: str
    title: Callable[[], str]
    shortcut: str
    run: Callable[[], None]
    needs_plan: bool = False
    line_above: bool = False
    icon: str = "caret-right"
    also: tuple[str, ...] = ()
    in_menu: bool = True
    in_search: bool = True
    summary: Callable[[], str] | None = None

    @property
    def shortcuts(self) -> tuple[str, ...]:
        return tuple(keys for keys in (self.shortcut, *self.also) if keys)


class CommandTable:
    """Actions made from the commands. They live in the window, so that their shortcuts work on every page."""

    def __init__(self, window: QWidget, commands: tuple[Command, ...]) -> None:
        self.commands = commands
        self.actions: dict[str, QAction] = {}
        self.menu = QMenu(window)
        for command in commands:
            action = QAction(window)
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
            action.triggered.connect(command.run)
            window.addAction(action)
            if command.in_menu:
                if command.line_above:
                    self.menu.addSeparator()
                self.menu.addAction(action)
            self.actions[command.id] = action
        self.retranslate()

    def retranslate(self) -> None:
        for command in self.commands:
            self.actions[command.id].setText(command.title())
        self.menu.setAccessibleName(t("Menu"))

    def plan_open(self, is_open: bool) -> None:
        """Enable what makes sense now."""
        for command in self.commands:
            self.actions[command.id].setEnabled(is_open or not command.needs_plan)

    def run(self, id_: str) -> None:
        """Run a command as its line in the menu does."""
        self.actions[id_].trigger()
