"""Where a figure leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mainstreamer.ui.session import Session


@dataclass(frozen=True)
class Target:
    """A page, at a tab and through filters; or a record's field, when `kind` is given."""

    page: str = ""
    tab: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    uid: str = ""
    field: str = ""

    def go(self, session: Session) -> None:
        """Ask the workspace to lead there."""
        if self.kind:
            session.place_wanted.emit(self.kind, self.uid, self.field)
        elif self.page:
            session.page_wanted.emit(self.page, self.tab, dict(self.filters))


def place(kind: str, uid: str, field: str) -> Target:
    """A record's field."""
    return Target(kind=kind, uid=uid, field=field)
