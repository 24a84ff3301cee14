"""Writes the sample plan into a file."""

from __future__ import annotations

from pathlib import Path

from mainstreamer.domain.kinds import new_uid
from mainstreamer.operations.sample import sample_frame, sample_puts
from mainstreamer.storage.document import Document


def create_sample(path: Path, language: str, country: str = "XXX") -> Document:
    """A new file with the sample plan, open. Raises what `Document.create` raises; nothing is left behind when it does."""
    uid = new_uid()
    puts = sample_puts(language, uid, country)
    document = Document.create(path, sample_frame(puts), uid=uid)
    try:
        document.put("sample", [put for put in puts if put.uid != uid])
    except BaseException:
        document.close()
        path.unlink(missing_ok=True)
        raise
    return document
