"""Works out what the overview shows, in workers, on the plan as it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from mainstreamer.domain.item_filters import OwnShare, own_share
from mainstreamer.domain.overview import Hindrances, Overview, hindrances, overview
from mainstreamer.domain.plan import Plan
from mainstreamer.ui.giving_way import giving_way
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress, Task


class OverviewFigures(QObject):
    """The figures and what blocks adoption. What was worked out stays until there is something newer."""

    figured = Signal()
    """There are other figures."""
    weighed = Signal()
    """Something else is known to block adoption."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.of: tuple[Plan, date, str] | None = None
        """The plan and the day of the figures, and the institution of whoever works."""
        self.found: Overview | None = None
        """The figures; None until they were worked out."""
        self.own: OwnShare | None = None
        """How far the institution of whoever works is; None where it is not known or answers for nothing."""
        self._held_of: object = None
        """The findings of which `held` tells."""
        self.held: Hindrances | None = None
        """What blocks adoption; None until readiness was worked out."""
        self._task: Task | None = None
        self._held_task: Task | None = None

    @property
    def at_work(self) -> bool:
        """Whether a worker has not brought yet what it was sent for."""
        return self._task is not None or self._held_task is not None

    @property
    def is_current(self) -> bool:
        """Whether the figures are those of the plan as it is now, on this day."""
        of = self.of
        return of is not None and of[0] is self._session.plan and of[1:] == (self._session.today(), self._institution)

    @property
    def _institution(self) -> str:
        return self._session.settings.institution

    def work_out(self) -> None:
        """Have the figures worked out for the plan as it is now, unless they are."""
        plan, checklist, today = self._session.plan, self._session.checklist, self._session.today()
        if self._task is not None or self.is_current:
            return

        institution = self._institution

        def work(_progress: Progress) -> tuple[tuple[Plan, date, str], Overview, OwnShare | None]:
            own = own_share(checklist, plan, institution)
            return (plan, today, institution), overview(plan, checklist, today), own

        self._task = Task(work)
        self._task.signals.done.connect(self._on_worked_out)
        self._task.signals.broken.connect(self._session.assessment.broken)
        self._task.start()
        self.weigh()

    def _on_worked_out(self, result: tuple[tuple[Plan, date, str], Overview, OwnShare | None]) -> None:
        self._task = None
        if not self._session.is_open:
            return
        self.of, self.found, self.own = result
        self.figured.emit()
        if not self.is_current:
            self.work_out()

    def weigh(self) -> None:
        """Have the findings counted by kind and by whose they are, unless these are."""
        assessment, plan = self._session.assessment, self._session.plan
        found = assessment.findings
        if self._held_task is not None or not assessment.was_made or self._held_of is found:
            return

        def work(_progress: Progress) -> tuple[Any, Hindrances]:
            return found, hindrances(plan, giving_way(found))

        self._held_task = Task(work)
        self._held_task.signals.done.connect(self._on_weighed)
        self._held_task.signals.broken.connect(assessment.broken)
        self._held_task.start()

    def _on_weighed(self, result: tuple[Any, Hindrances]) -> None:
        self._held_task = None
        self._held_of, self.held = result
        self.weighed.emit()
        self.weigh()
