"""Where a person has been in a plan, to go back and forth as in a book with bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST = 60
"""Places remembered."""


@dataclass(frozen=True)
class Place:
    """A page by its key, and what of it: a tab, or a record's field."""

    page: str
    tab: str = ""
    kind: str = ""
    uid: str = ""
    field: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it names a page and no more."""
        return self == Place(self.page)


class Visits:
    """Places in the order visited, and where among them one is."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def arrive(self, place: Place) -> None:
        """Note a place come to; what lay ahead is forgotten. Staying where one is, or coming to its page, is no new place."""
        if self._at >= 0:
            here = self._places[self._at]
            if place == here or (place.is_plain and place.page == here.page):
                return
        self._places = [*self._places[: self._at + 1], place][-MOST:]
        self._at = len(self._places) - 1

    def leave(self, tab: str) -> None:
        """Keep the tab at which a page was left, so that going back leads to it."""
        if self._at >= 0 and not self._places[self._at].uid:
            self._places[self._at] = replace(self._places[self._at], tab=tab)

    @property
    def is_empty(self) -> bool:
        return not self._places

    def go(self, by: int) -> Place | None:
        """Move along the places; None when there is none that way."""
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        return self._places[self._at]

    def recent(self, count: int) -> list[Place]:
        """Other places than this one, each once, the newest first."""
        here = self._places[self._at] if self._at >= 0 else None
        ordered = [*self._places[self._at + 1 :], *self._places[: self._at + 1]]
        found = dict.fromkeys(place for place in reversed(ordered) if place != here)
        return list(found)[:count]
