"""The score of a step in words."""

from __future__ import annotations

from mainstreamer.domain.checklist import Progress
from mainstreamer.ui.i18n import n, t, words


def progress_text(found: Progress, *, essential: bool = False) -> str:
    """How many items are answered, the score of those, and how many are only claimed: the same order everywhere. `essential`
    says that only such items were counted."""
    counts = {"answered": words().number(found.answered), "of": words().number(found.of)}
    if essential:
        parts = [t("{answered} of {of} essential answered", **counts)]
    else:
        parts = [t("{answered} of {of} answered", **counts)]
    if found.score is not None:
        parts.append(t("score {score} of 10", score=words().number(found.score, 1)))
    if found.claimed:
        parts.append(n("{n} claimed", "{n} claimed", found.claimed))
    return " · ".join(parts)


def claimed_meaning(found: Progress) -> str:
    """What is meant by claimed, where anything is."""
    return t("Claimed: answered Yes, with no evidence entered") if found.claimed else ""
