"""Coordination bodies with their seats, and which body reports to which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import Body, Membership

LEADING_ROLES = frozenset({"chair", "co_chair", "deputy_chair", "secretary"})
_ROLE_ORDER = {role: place for place, role in enumerate(CHOICES["member_role"])}
_LEAST_NAME = 4
"""Shorter acronyms are not looked for in running text: they may be words."""


@dataclass(frozen=True)
class Seating:
    """The seats of one body: those who lead it, its members (and seats without a role), its observers."""

    leading: tuple[Membership, ...] = ()
    members: tuple[Membership, ...] = ()
    observers: tuple[Membership, ...] = ()

    def __len__(self) -> int:
        return len(self.leading) + len(self.members) + len(self.observers)

    def has_role(self, *roles: str) -> bool:
        return any(seat.role in roles for seat in self.leading)


def seatings(seats: Iterable[Membership]) -> dict[str, Seating]:
    """Seats by the uid of their body (an empty one where none is named), each group in the order of roles, then as given."""
    by_body: dict[str, list[Membership]] = {}
    for seat in seats:
        by_body.setdefault(seat.body, []).append(seat)
    return {body: _seating(found) for body, found in by_body.items()}


def _seating(seats: list[Membership]) -> Seating:
    leading = sorted((seat for seat in seats if seat.role in LEADING_ROLES), key=lambda seat: _ROLE_ORDER[seat.role])
    observers = tuple(seat for seat in seats if seat.role == "observer")
    members = tuple(seat for seat in seats if seat.role not in LEADING_ROLES and seat.role != "observer")
    return Seating(tuple(leading), members, observers)


def reporting(bodies: Sequence[Body]) -> dict[str, str]:
    """The uid of the body that each body reports to, for those where the register says it.

    It says so where another body names it among its sub-groups, or where its own reporting line names another body. A text
    that may mean two bodies means none, and nobody reports to itself, also not by way of others.
    """
    texts = {body.uid: _Texts(body) for body in bodies}
    with_groups = [body for body in bodies if texts[body.uid].subgroups]
    found: dict[str, str] = {}
    for body in bodies:
        own = texts[body.uid]
        above = [row for row in with_groups if row is not body and _mentions(texts[row.uid].subgroups, own.names)]
        if len(above) != 1 and own.line:
            above = [row for row in bodies if row is not body and _is_meant(own, texts[row.uid].names)]
        if len(above) == 1 and not _leads_to(found, above[0].uid, body.uid):
            found[body.uid] = above[0].uid
    return found


class _Texts:
    """What a body is called and what it says of others, in plain words."""

    def __init__(self, body: Body) -> None:
        self.names = tuple(plain for name in (body.name, body.acronym) if (plain := _plain(name)))
        self.subgroups = _plain(body.subgroups)
        self.line = _plain(body.reporting_line)
        self.start = _plain(re.split(r"[,;.(\n]", body.reporting_line, maxsplit=1)[0])


def _leads_to(found: dict[str, str], start: str, wanted: str) -> bool:
    while start:
        if start == wanted:
            return True
        start = found.get(start, "")
    return False


def _plain(text: str) -> str:
    """Words parted by single spaces, with one around them, so that only whole words are found."""
    words = re.findall(r"\w+", text.casefold())
    return f" {' '.join(words)} " if words else ""


def _mentions(plain: str, names: Sequence[str]) -> bool:
    return plain in names or any(name in plain for name in names if len(name.strip()) >= _LEAST_NAME)


def _is_meant(own: _Texts, names: Sequence[str]) -> bool:
    """Whether a reporting line names the other body in full, or begins with a word or more of its name (`Council`)."""
    if _mentions(own.line, names):
        return True
    return len(own.start.strip()) >= _LEAST_NAME and any(own.start in name for name in names)
