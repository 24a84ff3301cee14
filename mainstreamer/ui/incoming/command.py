"""The command that leads to the page on which a table is taken in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mainstreamer.ui.commands import Command
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.registry import TABLE

if TYPE_CHECKING:
    from mainstreamer.ui.session import Session


def table_command(session: Callable[[], Session | None]) -> Command:
    """The command, over whichever plan is open when it is run."""

    def run() -> None:
        opened = session()
        if opened is not None:
            opened.page_wanted.emit(TABLE.key, "new", {})

    return Command("table.take_in", lambda: t("Import a table …"), "", run, True, icon="table")
