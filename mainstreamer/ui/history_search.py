"""Looks through the history for what a person wants to see, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mainstreamer.domain.history import Change
from mainstreamer.storage.looking_back import Head, Wanted
from mainstreamer.ui.changes import WHOLE, change_text, subject
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_columns import folded
from mainstreamer.ui.session import Session

SPAN = 200
"""Changesets looked at in one step."""
CHUNK = 200
"""Changes of a large changeset read in one step."""


@dataclass(frozen=True)
class HistorySearch:
    """What is looked for: changesets as `wanted`, and words that stand in them as people read them."""

    session: Session
    wanted: Wanted
    text: str = ""

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(folded(self.text).split())

    def heads(self, below: int, first: int = 1) -> Iterator[Head | None]:
        """Changesets before place `below`, newest first; None where a step found nothing."""
        while below > first:
            start = max(first, below - SPAN)
            for head in self.session.document.past.heads(start, below, self.wanted):
                if self._says(self._head_text(head)):
                    yield head
                else:
                    yield from self._by_changes(head)
            below = start
            yield None

    def _by_changes(self, head: Head) -> Iterator[Head | None]:
        for change in self.changes(head):
            yield head if change is not None else None
            if change is not None:
                return

    def changes(self, head: Head) -> Iterator[Change | None]:
        """The changes of a changeset that are looked for; None where a step found nothing."""
        whole = self._says(self._head_text(head))
        for change in self._all(head):
            if change is None:
                yield None
            elif (not self.wanted.kind or change.cell.kind == self.wanted.kind) and (
                whole or self._says_change(change)
            ):
                yield change

    def _all(self, head: Head) -> Iterator[Change | None]:
        if head.changeset.changes:
            yield from head.changeset.changes
            return
        after = 0
        while found := self.session.document.past.changes(head.seq, after, CHUNK):
            after = found[-1][0]
            yield from (change for _id, change in found)
            yield None

    def _head_text(self, head: Head) -> str:
        return f"{words().word('verb', head.changeset.verb)}\n{head.person}\n{head.institution}"

    def _says_change(self, change: Change) -> bool:
        plan = self.session.plan
        return self._says(f"{subject(plan, change.cell.kind, change.cell.uid)}\n{change_text(plan, change, WHOLE)}")

    def _says(self, text: str) -> bool:
        if not self._words:
            return True
        known = folded(text)
        return all(word in known for word in self._words)
