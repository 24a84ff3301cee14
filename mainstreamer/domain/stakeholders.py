"""Where a stakeholder stands on the map of influence and interest, and what follows for how it is dealt with.

The four fields are those of stakeholder analysis as planning offices use it (influence or power against interest): manage
closely, keep satisfied, keep informed, monitor. On scales of 1 to 5, 4 and 5 count as high: a middling 3 does not yet
make an institution one of those that the secretariat looks after week by week.
"""

from __future__ import annotations

from mainstreamer.domain.kinds import Institution

HIGH_FROM = 4
MANAGE_CLOSELY, KEEP_SATISFIED, KEEP_INFORMED, MONITOR = "manage_closely", "keep_satisfied", "keep_informed", "monitor"
STAKEHOLDER_QUADRANTS = (KEEP_SATISFIED, MANAGE_CLOSELY, MONITOR, KEEP_INFORMED)
"""As they lie on the map: the upper two, then the lower two."""


def stakeholder_quadrant(interest: int, influence: int) -> str:
    """The code of the field of the map: whoever has influence stands in an upper one, whoever has interest at the end."""
    return STAKEHOLDER_QUADRANTS[(0 if influence >= HIGH_FROM else 2) + (1 if interest >= HIGH_FROM else 0)]


def is_placed(institution: Institution) -> bool:
    """Whether both influence and interest were judged, so that it has a place on the map."""
    return institution.interest is not None and institution.influence is not None
