"""The four fields of the map of influence and interest."""

from __future__ import annotations

import pytest

from mainstreamer.domain.kinds import Institution
from mainstreamer.domain.stakeholders import is_placed, stakeholder_quadrant


@pytest.mark.parametrize(
    ("interest", "influence", "quadrant"),
    [
        (5, 5, "manage_closely"),
        (4, 4, "manage_closely"),
        (3, 4, "keep_satisfied"),
        (1, 5, "keep_satisfied"),
        (4, 3, "keep_informed"),
        (5, 1, "keep_informed"),
        (3, 3, "monitor"),
        (1, 1, "monitor"),
    ],
)
def test_high_begins_at_four(interest: int, influence: int, quadrant: str) -> None:
    assert stakeholder_quadrant(interest, influence) == quadrant


def test_half_a_judgement_is_no_place() -> None:
    assert is_placed(Institution("a", interest=1, influence=1))
    assert not is_placed(Institution("a", interest=1))
    assert not is_placed(Institution("a", influence=1))
