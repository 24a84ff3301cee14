"""Finds the records that a workbook names: as the plan called them when it was written, as it calls them now, and the new
rows of the workbook itself, so that an institution entered there leads an action of the same workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.kinds import ATTACHED, KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.sameness import plain

NAMED_BY = ("code", "acronym")
"""Fields by which people name a record, beside its title."""


def folded(text: str) -> str:
    """A name as names are compared: without case, with single blanks."""
    return " ".join(plain(text).split()).casefold()


class Names:
    """Names of records by kind. Those of an earlier source come first; `add` brings the names of new rows."""

    def __init__(self, plans: Sequence[Plan], record_name: Callable[[str, str], str]) -> None:
        self._plans, self._record_name = plans, record_name
        self._known: dict[str, list[dict[str, set[str]]]] = {}
        self._new: dict[str, dict[str, set[str]]] = {}

    def add(self, kind: str, uid: str, names: Iterable[str]) -> None:
        """A record of the workbook itself under these names."""
        for name in filter(None, map(folded, names)):
            self._new.setdefault(kind, {}).setdefault(name, set()).add(uid)

    def find(self, kind: str, text: str, preferred: Iterable[str] = ()) -> str | None:
        """The uid of the one record that a text names; of several, the preferred one. None where nobody may guess."""
        wanted, first = folded(text), set(preferred)
        for names in (*self._of(kind), self._new.get(kind, {})):
            found = names.get(wanted)
            if found:
                chosen = found & first or found
                return next(iter(chosen)) if len(chosen) == 1 else None
        return text.strip() if any(plan.find(kind, text.strip()) for plan in self._plans) else None

    def all(self, kind: str) -> list[str]:
        """Names of the records of a kind, as the workbook writes them, in alphabetical order."""
        rows = {row.uid for plan in self._plans for row in plan.all(kind)}
        found = {self._record_name(kind, uid) for uid in rows}
        return sorted(filter(None, found), key=str.casefold)

    def file_of(self, name: str) -> AttachedFile | None:
        """The kept file of that name; none where two contents have it."""
        files = {
            value
            for kind, fields in ATTACHED.items()
            for record in self._plans[-1].all(kind)
            for field in fields
            if isinstance(value := getattr(record, field), AttachedFile) and value.name == name
        }
        return next(iter(files)) if len(files) == 1 else None

    def _of(self, kind: str) -> list[dict[str, set[str]]]:
        if kind not in self._known:
            self._known[kind] = [names for plan in self._plans for names in self._read(plan, kind)]
        return self._known[kind]

    def _read(self, plan: Plan, kind: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """The names that the workbook offers, then all by which people call records: what is the name of one and the acronym
        of another means the first."""
        offered, called = dict[str, set[str]](), dict[str, set[str]]()
        fields = [KINDS[kind].title, *(name for name in NAMED_BY if name in KINDS[kind].fields)]
        for record in plan.all(kind):
            if shown := folded(self._record_name(kind, record.uid)):
                offered.setdefault(shown, set()).add(record.uid)
            for name in filter(None, (folded(str(getattr(record, name))) for name in fields)):
                called.setdefault(name, set()).add(record.uid)
        return offered, called
