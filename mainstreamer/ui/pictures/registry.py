"""The pictures of each register."""

from __future__ import annotations

from mainstreamer.ui.i18n import t
from mainstreamer.ui.pictures.picture import PictureKind

_HERE = "mainstreamer.ui.pictures"
PICTURES: dict[str, tuple[PictureKind, ...]] = {
    "action": (
        PictureKind("timeline", lambda: t("Timeline"), "calendar-blank", f"{_HERE}.action_timeline:ActionTimeline"),
    ),
    "observation": (
        PictureKind("lines", lambda: t("Over the years"), "chart-line", f"{_HERE}.observation_lines:ObservationLines"),
    ),
}
"""Pictures by kind of record, in the order of their buttons."""
