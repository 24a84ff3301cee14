"""Which sector issues come first: severity times feasibility.

Checklist item 8.1 asks for a table of every issue with its scores and its rank; scale and feasibility are among the criteria
by which the handbook of the Global Migration Group (2010) narrows the long list. The product of two scales of 1 to 5 is the
usual way to make one order of them (as likelihood and impact are in registers of risks). It is a help for the meeting that
decides, no decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mainstreamer.domain.kinds import SectorIssue

HIGH_FROM = 4
TAKE_UP_FIRST, PREPARE, ALONG_THE_WAY, KEEP_IN_VIEW = "take_up_first", "prepare", "along_the_way", "keep_in_view"
ISSUE_QUADRANTS = (PREPARE, TAKE_UP_FIRST, KEEP_IN_VIEW, ALONG_THE_WAY)
"""As they lie on the map: the severe ones above, those that can be done now at the end."""


class Ranked(NamedTuple):
    """An issue with its place in the order; `rank` and `score` are None where it has none."""

    issue: SectorIssue
    score: int | None
    rank: int | None


def issue_score(issue: SectorIssue) -> int | None:
    """Severity times feasibility, 1 to 25; None while one of them was not judged."""
    if issue.severity is None or issue.feasibility is None:
        return None
    return issue.severity * issue.feasibility


def issue_quadrant(feasibility: int, severity: int) -> str:
    """The code of the field of the map."""
    return ISSUE_QUADRANTS[(0 if severity >= HIGH_FROM else 2) + (1 if feasibility >= HIGH_FROM else 0)]


def rank_issues(issues: Iterable[SectorIssue]) -> tuple[Ranked, ...]:
    """Issues in their order: the highest score first, and of equal scores the graver issue, since help must not go by ease.

    Issues alike in both share a rank, and the next rank is skipped as often. Those set aside and those not judged follow
    without a rank, in the order given.
    """
    judged: list[tuple[int, int, int, SectorIssue]] = []
    rest: list[tuple[int | None, SectorIssue]] = []
    for place, issue in enumerate(issues):
        score = issue_score(issue)
        if score is None or issue.status == "set_aside":
            rest.append((score, issue))
        else:
            judged.append((-score, -(issue.severity or 0), place, issue))
    judged.sort()
    found: list[Ranked] = []
    before, rank = (0, 0), 0
    for number, (score, severity, _place, issue) in enumerate(judged, 1):
        if (score, severity) != before:
            before, rank = (score, severity), number
        found.append(Ranked(issue, -score, rank))
    # What was set aside was at least judged, or was meant to rest; it stands before what nobody has looked at.
    rest.sort(key=lambda pair: pair[1].status != "set_aside")
    found += [Ranked(issue, score, None) for score, issue in rest]
    return tuple(found)
