"""Writes the sample plan into a file."""

from __future__ import annotations

from pathlib import Path

from mainstreamer.domain.history import SAMPLE_VERBS
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put
from mainstreamer.operations.sample import sample_frame, sample_puts
from mainstreamer.storage.document import Document

KINDS_OF = {
    "sample_people": ("institution", "body", "membership", "consultation"),
    "sample_evidence": ("evidence",),
    "sample_figures": ("observation", "population_table"),
    "sample_issues": ("sector_issue", "treaty"),
    "sample_cooperation": ("agreement", "corridor"),
    "sample_actions": ("objective", "action", "action_indicator"),
}
"""What is written together; all other kinds, such as answers, come last."""


def create_sample(path: Path, language: str, country: str = "XXX") -> Document:
    """A new file with the sample plan, open: written in several steps, in the order of the work, so that its history shows how
    a plan comes about. Raises what `Document.create` raises; nothing is left behind when it does."""
    uid = new_uid()
    puts = sample_puts(language, uid, country)
    document = Document.create(path, sample_frame(puts), uid=uid)
    try:
        steps: dict[str, list[Put]] = {verb: [] for verb in SAMPLE_VERBS}
        for put in puts:
            if put.uid != uid:
                steps[_verb_of(put.kind)].append(put)
        for verb, step in steps.items():
            document.put(verb, step)
    except BaseException:
        document.close()
        path.unlink(missing_ok=True)
        raise
    return document


def _verb_of(kind: str) -> str:
    return next((verb for verb, kinds in KINDS_OF.items() if kind in kinds), SAMPLE_VERBS[-1])
