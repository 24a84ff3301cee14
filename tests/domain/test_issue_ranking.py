"""The order of sector issues, and the four fields of their map."""

from __future__ import annotations

from mainstreamer.domain.issue_ranking import issue_quadrant, issue_score, rank_issues
from mainstreamer.domain.kinds import SectorIssue


def issue(uid: str, severity: int | None, feasibility: int | None, status: str = "open") -> SectorIssue:
    return SectorIssue(uid, title=uid, severity=severity, feasibility=feasibility, status=status)


def order(*issues: SectorIssue) -> list[tuple[str, int | None, int | None]]:
    return [(ranked.issue.uid, ranked.score, ranked.rank) for ranked in rank_issues(issues)]


def test_the_product_ranks_and_of_equal_products_the_graver_comes_first() -> None:
    assert order(issue("easy", 3, 4), issue("grave", 4, 3), issue("first", 5, 3), issue("last", 1, 1)) == [
        ("first", 15, 1),
        ("grave", 12, 2),
        ("easy", 12, 3),
        ("last", 1, 4),
    ]


def test_issues_alike_share_a_rank_and_the_next_is_skipped() -> None:
    assert order(issue("a", 4, 4), issue("b", 4, 4), issue("c", 2, 2), issue("d", 5, 5)) == [
        ("d", 25, 1),
        ("a", 16, 2),
        ("b", 16, 2),
        ("c", 4, 4),
    ]


def test_set_aside_and_not_judged_have_no_rank_and_stand_at_the_end() -> None:
    assert order(issue("blank", None, 5), issue("away", 5, 5, "set_aside"), issue("weak", 1, 1)) == [
        ("weak", 1, 1),
        ("away", 25, None),
        ("blank", None, None),
    ]
    assert order() == []


def test_score_and_field_of_the_map() -> None:
    assert issue_score(issue("a", 5, 4)) == 20
    assert issue_score(issue("a", 5, None)) is None
    fields = [issue_quadrant(feasibility, severity) for feasibility, severity in ((4, 4), (3, 5), (5, 3), (1, 1))]
    assert fields == ["take_up_first", "prepare", "along_the_way", "keep_in_view"]
