"""Commands that lead about an open plan: search, back and forward, steps, pages, the parts of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from mainstreamer.ui.commands import Command
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.registry import PAGES

if TYPE_CHECKING:
    from mainstreamer.ui.workspace import Workspace

PAGE_KEYS = {
    "overview": "Ctrl+Shift+O",
    "plan": "Ctrl+Shift+P",
    "actions": "Ctrl+Shift+A",
    "indicators": "Ctrl+Shift+I",
    "readiness": "Ctrl+Shift+R",
    "history": "Ctrl+Shift+H",
    "trace": "Ctrl+Shift+W",
}
"""Letters of pages besides the steps. Alt and figures are left alone: they write characters on Windows and macOS."""


def going(workspace: Callable[[], Workspace | None]) -> tuple[Command, ...]:
    """The commands, over whichever workspace is shown when they are run."""

    def run(do: Callable[[Workspace], None]) -> None:
        shown = workspace()
        if shown is not None:
            do(shown)

    def command(
        id_: str,
        title: Callable[[], str],
        keys: str,
        do: Callable[[Workspace], None],
        icon: str = "caret-right",
        *,
        in_menu: bool = True,
        in_search: bool = True,
        summary: Callable[[], str] | None = None,
    ) -> Command:
        shown = partial(run, do)
        return Command(
            id_, title, keys, shown, True, False, icon, in_menu=in_menu, in_search=in_search, summary=summary
        )

    return (
        command("go.search", lambda: t("Search and go …"), "Ctrl+K", _search, "magnifying-glass", in_search=False),
        command("go.back", lambda: t("Back to where you were"), "Alt+Left", _back, "arrow-left", in_menu=False),
        command("go.forward", lambda: t("Forward again"), "Alt+Right", _forward, "arrow-right", in_menu=False),
        command(
            "go.record_history",
            lambda: t("History of the record you are in"),
            "F8",
            _show_history,
            "clock-counter-clockwise",
            in_menu=False,
        ),
        command(
            "go.next_area",
            lambda: t("Next part of the window"),
            "F6",
            _next_area,
            in_menu=False,
            in_search=False,
        ),
        command(
            "go.previous_area",
            lambda: t("Previous part of the window"),
            "Shift+F6",
            _previous_area,
            in_menu=False,
            in_search=False,
        ),
        *(
            command(
                f"go.step.{step}",
                partial(_step_title, step),
                f"Ctrl+{step % 10}",
                partial(_show_page, str(step)),
                in_menu=False,
                in_search=False,
                summary=lambda: t("Steps 1 to 10"),
            )
            for step in range(1, 11)
        ),
        *(
            command(
                f"go.page.{key}",
                PAGES[key].title,
                keys,
                partial(_show_page, key),
                PAGES[key].icon,
                in_menu=False,
                in_search=False,
            )
            for key, keys in PAGE_KEYS.items()
            if key in PAGES
        ),
    )


def _step_title(step: int) -> str:
    return t("Go to step {number}", number=step)


def _search(workspace: Workspace) -> None:
    workspace.search.open()


def _back(workspace: Workspace) -> None:
    workspace.ways.back(-1)


def _forward(workspace: Workspace) -> None:
    workspace.ways.back(1)


def _show_history(workspace: Workspace) -> None:
    workspace.ways.to_history_here()


def _next_area(workspace: Workspace) -> None:
    workspace.areas.step(1)


def _previous_area(workspace: Workspace) -> None:
    workspace.areas.step(-1)


def _show_page(key: str, workspace: Workspace) -> None:
    workspace.go_to_page(key, enter=True)
