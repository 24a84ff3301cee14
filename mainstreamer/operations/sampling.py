"""Writes the sample plan into a file."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put
from mainstreamer.operations.sample import sample_frame, sample_puts
from mainstreamer.storage.document import Document

ORDER = (
    ("institution", "body", "membership"),
    ("consultation",),
    ("evidence",),
    ("observation", "population_table"),
    ("sector", "sector_issue", "treaty"),
    ("agreement", "corridor"),
    ("objective",),
    ("action", "action_indicator"),
)
"""Kinds that are written together, in the order of the work; all others, such as answers, come last."""


def create_sample(path: Path, language: str, country: str = "XXX") -> Document:
    """A new file with the sample plan, open: written in several steps, as people do, so that its history looks like one. Raises
    what `Document.create` raises; nothing is left behind when it does."""
    uid = new_uid()
    puts = sample_puts(language, uid, country)
    document = Document.create(path, sample_frame(puts), uid=uid)
    try:
        for _, step in groupby(sorted((put for put in puts if put.uid != uid), key=_step), key=_step):
            document.put("sample", step)
    except BaseException:
        document.close()
        path.unlink(missing_ok=True)
        raise
    return document


def _step(put: Put) -> int:
    """Which step writes it."""
    return next((place for place, kinds in enumerate(ORDER) if put.kind in kinds), len(ORDER))
