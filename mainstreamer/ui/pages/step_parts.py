"""What stands under the register tabs of each step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from mainstreamer.ui.pages.frame_part import FramePart
from mainstreamer.ui.pages.population_view import PopulationView
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import FRAME_GROUPS
from mainstreamer.ui.session import Session


def part_makers(session: Session, step: int, kinds: tuple[str, ...]) -> dict[str, Callable[[], QWidget]]:
    """Makers of the tabs of a step, by key: `frame`, or the name of a kind."""
    makers: dict[str, Callable[[], QWidget]] = {}
    if step in FRAME_GROUPS:
        makers["frame"] = partial(FramePart, session, (FRAME_GROUPS[step],))
    for kind in kinds:
        if kind == "population_table":
            makers[kind] = partial(PopulationView, session)
        else:
            makers[kind] = partial(RegisterView, session, kind)
    return makers
