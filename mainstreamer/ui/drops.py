"""What is dropped onto the window or pasted into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from mainstreamer.domain.fields import is_web_address


def dropped(mime: QMimeData) -> tuple[list[Path], list[str]]:
    """Files and web addresses that were dragged or copied; nothing for text and pictures."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]
    pages = [url.toString() for url in mime.urls() if is_web_address(url.toString())]
    return files, pages
