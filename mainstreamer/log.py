"""The log file: what the program did, for the person who has to help. No word of a plan's content goes into it."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

LOGGER = logging.getLogger("mainstreamer")
LARGEST = 500_000
"""Bytes of a log file; a larger one becomes the old one at the next start."""


def start(folder: Path) -> Path | None:
    """Write the log below `folder`; None when it cannot be written, which never stops the program."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "mainstreamer.log"
        with suppress(OSError):  # in use by another window: it grows on
            if path.exists() and path.stat().st_size > LARGEST:
                path.replace(folder / "mainstreamer.old.log")
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return path
