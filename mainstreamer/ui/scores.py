"""The score of a step in words."""

from __future__ import annotations

from mainstreamer.domain.checklist import Progress
from mainstreamer.ui.i18n import n, t, words


def score_text(found: Progress) -> str:
    """The score, and over how many items as long as that is not all of them: one answer of three says little."""
    score = words().number(found.score or 0, 1)
    if found.complete:
        return t("score {score}", score=score)
    return n(
        "score {score} over {answered} of {n} item",
        "score {score} over {answered} of {n} items",
        found.of,
        score=score,
        answered=words().number(found.answered),
    )
