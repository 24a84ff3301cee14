"""Starts the window. It is painted before anything heavy is imported; all else comes right after the first paint."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mainstreamer import paths, settings
from mainstreamer.errors import MissingFile, NoDisplay
from mainstreamer.settings import Settings
from mainstreamer.ui.main_window import MainWindow


def check_display() -> None:
    """Raise NoDisplay where Qt would end the program: on Linux with no screen to connect to."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "") not in ("", "xcb", "wayland"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not display or (host in ("", "unix") and number.isdecimal() and not _answers(number)):
        raise NoDisplay


def _answers(number: str) -> bool:
    """Whether a screen of this computer takes connections."""
    import socket

    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


class Starter:
    """Shows the bare window, then fills it."""

    def __init__(self, app: QApplication, plan: str) -> None:
        self._app = app
        self._plan = plan
        self._kept: Settings = settings.load(paths.settings_file())
        self.window = MainWindow()
        self.window.restore_place(self._kept.window)
        self.window.painted.connect(self._on_painted)
        self.window.show()

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        from mainstreamer import log
        from mainstreamer.ui.application import Application

        log.start(paths.log_folder())
        plan = Path(self._plan) if self._plan else None
        self.running = Application(self._app, self._kept, self.window, first=plan)
        sys.excepthook = self.running.on_exception
        if plan is not None:
            self.running.open_first(plan)


def run_window(arguments: Sequence[str]) -> int:
    """Open the window, with a plan when one is named. Returns the exit code. Raises NoDisplay, MissingFile."""
    check_display()
    plan = arguments[0] if arguments else ""
    if plan and not Path(plan).exists():
        raise MissingFile(path=plan)
    app = QApplication(["mainstreamer"])
    app.setApplicationName("Mainstreamer")
    starter = Starter(app, plan)
    code = app.exec()
    del starter
    return code
