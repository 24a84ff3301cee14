"""The index of what can be found in one open plan: made beside the window, brought up to date when something is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mainstreamer.ui.giving_way import giving_way
from mainstreamer.ui.i18n import words
from mainstreamer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from mainstreamer.search.index import Answer, Index
    from mainstreamer.storage.plan_change import PlanChange
    from mainstreamer.ui.session import Session

WARM_UP_MS = 1500
"""The index is made once the plan is shown for so long: first people read."""
MOST_AT_ONCE = 100
"""Records that are indexed anew while one waits, some microseconds each; more of them have the whole index made anew."""
MOST_WASTE = 3000
"""Replaced entries that an index may drag along before it is made anew."""


class Finder(QObject):
    """Answers questions over the plan as it is now. Until the index is there (`ready`) nothing is found."""

    ready = Signal()
    """There is an index of a later plan than before."""
    broken = Signal(object)
    """A bug: an exception."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._index: Index | None = None
        self._touched: dict[str, set[str]] = {}
        self._stale = True
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(WARM_UP_MS)
        self._rest.timeout.connect(self.ask)
        session.changed.connect(self._on_changed)
        session.language_changed.connect(self._on_language_changed)
        session.checklist_language_changed.connect(self._on_language_changed)

    @property
    def is_ready(self) -> bool:
        """Whether there is an index at all, of this plan or of an earlier state of it."""
        return self._index is not None

    def warm_up(self) -> None:
        """Have the index made before somebody asks."""
        self._rest.start()

    def ask(self) -> None:
        """Have the index of the plan as it is now; `ready` follows where it has to be made beside the window."""
        self._rest.stop()
        if self._task is not None:
            # What changed meanwhile is for the index that is being made.
            return
        if self._index is not None and not self._stale:
            if sum(map(len, self._touched.values())) <= MOST_AT_ONCE and self._index.waste < MOST_WASTE:
                self._catch_up(self._index)
                return
            self._stale = True
        if self._stale:
            self._start()

    def find(self, question: str, limit: int) -> Answer:
        """What the index has on a question; nothing while there is no index."""
        from mainstreamer.search.index import NOTHING

        self.ask()
        return NOTHING if self._index is None else self._index.find(question, limit)

    def _catch_up(self, index: Index) -> None:
        if self._touched:
            from mainstreamer.search.entries import touched_entries

            touched, self._touched = self._touched, {}
            session = self._session
            index.replace(*touched_entries(session.plan, session.checklist, words(), touched))

    def _start(self) -> None:
        plan, checklist, speech = self._session.plan, self._session.checklist, words()

        def work(_progress: Progress) -> Index:
            from mainstreamer.search.entries import plan_entries
            from mainstreamer.search.index import Index

            return Index(giving_way(plan_entries(plan, checklist, speech)))

        self._touched, self._stale = {}, False
        self._task = Task(work)
        self._task.signals.done.connect(self._on_done)
        self._task.signals.broken.connect(self._on_broken)
        self._task.start()

    def _on_done(self, made: Index) -> None:
        self._task = None
        self._index = made
        self.ask()
        self.ready.emit()

    def _on_broken(self, error: object) -> None:
        self._task = None
        # Not again for each letter typed: the next change of the plan may have mended what broke it.
        self._stale = False
        self.broken.emit(error)

    def _on_changed(self, change: PlanChange) -> None:
        for kind, uids in change.touched.items():
            self._touched.setdefault(kind, set()).update(uids)
        # Which items are in use follows from the plan's frame.
        never_made = self._index is None and self._task is None
        self._stale = self._stale or never_made or change.touches("plan")

    def _on_language_changed(self) -> None:
        self._stale = True
