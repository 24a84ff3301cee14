"""Where things are: the shipped resources, a person's documents, settings, log and backups.

`MAINSTREAMER_HOME` moves everything a person owns below one folder (used by tests and by portable copies on a USB stick).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "MAINSTREAMER_HOME"
PLAN_SUFFIX = ".mplan"
"""How the name of a plan file ends."""
WORKBOOK_SUFFIX = ".xlsx"
"""How the name of a workbook ends."""
_DIRS = PlatformDirs("Mainstreamer", appauthor=False)


def resources() -> Path:
    """The folder of shipped data: beside the package in a checkout, inside it in a wheel, unpacked in the frozen app."""
    frozen = getattr(sys, "_MEIPASS", "")
    package = Path(__file__).resolve().parent
    for folder in (Path(frozen) / "resources" if frozen else None, package / "resources", package.parent / "resources"):
        if folder is not None and folder.is_dir():
            return folder
    return package.parent / "resources"


def resource(*parts: str) -> Path:
    """One shipped file or folder."""
    return resources().joinpath(*parts)


def _own(name: str, usual: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else Path(usual)


def plans_folder() -> Path:
    """Where new plans are offered to be kept: Documents/Mainstreamer, where people find them."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "plans" if home else Path(_DIRS.user_documents_dir) / "Mainstreamer"


def free_path(path: Path) -> Path:
    """A file that is not there yet: this one, else with the first free number behind its name."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def settings_file() -> Path:
    return _own("settings.json", str(Path(_DIRS.user_config_dir) / "settings.json"))


def log_folder() -> Path:
    return _own("log", _DIRS.user_log_dir)


def cache_folder() -> Path:
    return _own("cache", _DIRS.user_cache_dir)


def backup_folder() -> Path:
    return _own("backups", str(Path(_DIRS.user_data_dir) / "backups"))
