"""What stands under the register tabs of each step. Registers are imported when the first of them is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from mainstreamer.ui.page import Part
from mainstreamer.ui.pages.step_tabs import FRAME_GROUPS
from mainstreamer.ui.session import Session


def part_makers(session: Session, step: int, kinds: tuple[str, ...]) -> dict[str, Callable[[QWidget], Part]]:
    """Makers of the tabs of a step, by key: `frame`, or the name of a kind."""
    makers: dict[str, Callable[[QWidget], Part]] = {}
    if step in FRAME_GROUPS:
        makers["frame"] = partial(_frame, session, FRAME_GROUPS[step])
    for kind in kinds:
        makers[kind] = partial(_population if kind == "population_table" else _register, session, kind)
    return makers


def _frame(session: Session, group: str, parent: QWidget) -> Part:
    from mainstreamer.ui.pages.frame_part import FramePart

    return FramePart(session, (group,), parent)


def _population(session: Session, _kind: str, parent: QWidget) -> Part:
    from mainstreamer.ui.pages.population_view import PopulationView

    return PopulationView(session, parent)


def _register(session: Session, kind: str, parent: QWidget) -> Part:
    if kind == "evidence":
        from mainstreamer.ui.pages.evidence_view import EvidenceView

        return EvidenceView(session, kind, parent)
    from mainstreamer.ui.pages.register_view import RegisterView

    return RegisterView(session, kind, parent)
