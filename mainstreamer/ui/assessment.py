"""What readiness finds, worked out beside the window whenever the plan comes to rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mainstreamer.ui.giving_way import give_way
from mainstreamer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from mainstreamer.domain.plan import Plan
    from mainstreamer.domain.readiness import Finding
    from mainstreamer.ui.session import Session

REST_MS = 300
"""Findings are worked out anew once nothing was put for so long: readiness looks at every record."""


_Found = tuple["Plan", tuple["Finding", ...], Mapping[str, bool], int]


class Assessment(QObject):
    """The findings of one open plan. Whoever shows them reads `findings` and follows `found`."""

    found = Signal()
    """There are findings of a later plan than before."""
    broken = Signal(object)
    """A bug in a rule: an exception."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.findings: tuple[Finding, ...] = ()
        self.at_first: tuple[Finding, ...] = ()
        """The first findings since the plan was opened, to tell what was settled meanwhile."""
        self.blocking = 0
        """How many findings block adoption."""
        self.actions_ready: Mapping[str, bool] = {}
        """Actions that count, by uid, and whether nothing of them blocks adoption."""
        self._of: Plan | None = None
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._start)
        session.changed.connect(self._on_changed)
        self._rest.start()

    @property
    def was_made(self) -> bool:
        """Whether there are findings at all, of this plan or of an earlier state of it."""
        return self._of is not None

    @property
    def is_current(self) -> bool:
        """Whether the findings are those of the plan as it is now."""
        return self._of is self._session.plan

    def ask(self) -> None:
        """Have the findings of the plan as it is now without waiting for rest; `found` follows unless they are there."""
        if not self.is_current:
            self._rest.stop()
            self._start()

    def _on_changed(self, _change: object) -> None:
        self._rest.start()

    def _start(self) -> None:
        if self._task is not None:
            # The one under way looks at an older plan; its end asks again.
            return
        plan, checklist, today = self._session.plan, self._session.checklist, self._session.today()
        document = self._session.document
        if self._of is plan:
            return

        def work(_progress: Progress) -> _Found:
            from mainstreamer.domain.overview import actions_ready
            from mainstreamer.domain.readiness import findings
            from mainstreamer.domain.readiness.finding import BLOCKS

            found = findings(plan, checklist, today, document.open_conflicts(give_way), pause=give_way)
            return plan, found, actions_ready(plan, found), sum(one.severity == BLOCKS for one in found)

        self._task = Task(work)
        self._task.signals.done.connect(self._on_done)
        self._task.signals.broken.connect(self._on_broken)
        self._task.start()

    def _on_done(self, result: _Found) -> None:
        self._task = None
        if not self.was_made:
            self.at_first = result[1]
        self._of, self.findings, self.actions_ready, self.blocking = result
        self.found.emit()
        if not self.is_current:
            self._rest.start()

    def _on_broken(self, error: object) -> None:
        self._task = None
        self.broken.emit(error)
