"""Corridors and agreements side by side, partner by partner: who moves where, and what was agreed about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mainstreamer.domain.kinds import Agreement, Corridor


@dataclass(frozen=True)
class Partner:
    """A partner country (by its code), or a partner that has only a name, with all that concerns it.

    Both are empty for agreements and corridors that name nobody.
    """

    country: str
    name: str
    corridors: tuple[Corridor, ...]
    agreements: tuple[Agreement, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Stock and flow in people, over all corridors; what is not known counts as nothing."""
        return sum(row.stock or 0 for row in self.corridors), sum(row.flow or 0 for row in self.corridors)

    def is_uncovered(self, today: date) -> bool:
        """People move, but no agreement with this partner is in force."""
        return bool(self.corridors) and not any(in_force(row, today) for row in self.agreements)


def partners(corridors: Iterable[Corridor], agreements: Sequence[Agreement]) -> tuple[Partner, ...]:
    """Partners by size, the largest stock first, then the largest flow; those without figures follow as they were entered.

    An agreement belongs to the countries it names and to those of the corridors that name it. Only one that names no country
    either way stands under the name of its partner as it was written.
    """
    ways: dict[tuple[str, str], list[Corridor]] = {}
    linked: dict[str, list[str]] = {}
    for row in corridors:
        ways.setdefault((row.partner, ""), []).append(row)
        for uid in row.agreements:
            linked.setdefault(uid, []).append(row.partner)
    agreed: dict[tuple[str, str], list[Agreement]] = {}
    for agreement in agreements:
        countries = dict.fromkeys(code for code in (*agreement.partners, *linked.get(agreement.uid, ())) if code)
        keys = [(code, "") for code in countries] or [("", agreement.partner_name.strip())]
        for key in keys:
            agreed.setdefault(key, []).append(agreement)
    found = [
        Partner(country, name, tuple(ways.get((country, name), ())), tuple(agreed.get((country, name), ())))
        for country, name in dict.fromkeys((*ways, *agreed))
    ]
    return tuple(sorted(found, key=lambda partner: partner.size, reverse=True))


def term_is_over(agreement: Agreement, today: date) -> bool:
    """It is said to be in force, but its last day has passed."""
    return agreement.status == "in_force" and agreement.expires is not None and agreement.expires < today


def in_force(agreement: Agreement, today: date) -> bool:
    """It is in force, and its last day, if it has one, is not past."""
    return agreement.status == "in_force" and not term_is_over(agreement, today)


def missed_review(agreement: Agreement, today: date) -> date | None:
    """The day on which an agreement in force was to be reviewed, when it has passed and the joint committee has not met on
    that day or since; None when nothing was missed."""
    review, met = agreement.review_date, agreement.last_meeting
    if agreement.status != "in_force" or review is None or review >= today:
        return None
    return review if met is None or met < review else None


def next_to_expire(agreements: Iterable[Agreement], today: date) -> Agreement | None:
    """The agreement in force whose last day comes next; None when none has one ahead."""
    ahead = [(row.expires, row) for row in agreements if row.expires is not None and in_force(row, today)]
    return min(ahead, key=lambda pair: pair[0], default=(None, None))[1]
