"""Places on a map of two scales."""

from __future__ import annotations

from mainstreamer.domain.kinds import Institution, SectorIssue
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.operations import placing

PLAN = Plan(
    "p",
    {
        "institution": {
            "a": Institution("a", interest=5, influence=2),
            "b": Institution("b", interest=4),
            "c": Institution("c"),
        },
        "sector_issue": {"i": SectorIssue("i", severity=1, feasibility=1)},
    },
)


def test_records_are_put_into_a_cell_and_taken_off() -> None:
    assert placing.place(PLAN, "institution", ("a", "gone"), 3, 4) == [
        Put("institution", "a", "interest", 3),
        Put("institution", "a", "influence", 4),
    ]
    assert placing.place(PLAN, "sector_issue", ("i",), None, None) == [
        Put("sector_issue", "i", "feasibility", None),
        Put("sector_issue", "i", "severity", None),
    ]


def test_a_shift_stops_at_the_edge_and_first_puts_into_the_middle() -> None:
    after = PLAN.with_puts(placing.shift(PLAN, "institution", ("a", "b", "c"), 1, 1))
    assert [(one.interest, one.influence) for one in after.institutions] == [(5, 3), (4, 3), (3, 3)]
    after = PLAN.with_puts(placing.shift(PLAN, "sector_issue", ("i",), -1, -1))
    assert (after.sector_issues[0].feasibility, after.sector_issues[0].severity) == (1, 1)
    assert placing.bounds("institution", "interest") == (1, 5)
