"""The log file: what the program did, for the person who has to help. No word of a plan's content goes into it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("mainstreamer")


def start(folder: Path) -> Path | None:
    """Write the log below `folder`; None when it cannot be written, which never stops the program."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "mainstreamer.log"
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=3, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return path
