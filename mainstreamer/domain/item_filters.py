"""Which items of the checklist are shown: by whom they concern, how they stand, and whose they are."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mainstreamer.domain.checklist import Checklist, Item
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.plan import Plan

LISTS = ("roles", "phases", "sectors", "responsible")
"""Parts of a filter that hold codes: country roles, phases, sectors, uids of institutions."""
SWITCHES = ("essential", "unanswered", "mine")
"""Parts of a filter that are on or off."""
NOBODY = ""
"""Stands among the responsible institutions for answers that name none."""
SECTOR_STEP = 6
"""The step whose items have sectors."""


@dataclass(frozen=True)
class ItemFilter:
    """What an item must be to be shown. A blank list and a switch that is off ask for nothing.

    An item without roles or a sector concerns all of them; a phase asks for the items that speak of it. `mine` asks for
    items that the institution of whoever works answers for: named in the answer, else as lead of the plan, as readiness says.
    """

    roles: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    essential: bool = False
    unanswered: bool = False
    mine: bool = False

    def without(self, name: str) -> ItemFilter:
        """This filter with one of its parts asking for nothing."""
        return dataclasses.replace(self, **{name: getattr(ItemFilter(), name)})

    def set_in(self, step: int) -> tuple[str, ...]:
        """Names of the parts that ask for something in a step; only one step has sectors."""
        names = (name for name in (*LISTS, *SWITCHES) if getattr(self, name))
        return tuple(name for name in names if name != "sectors" or step == SECTOR_STEP)


def shown_items(
    checklist: Checklist, plan: Plan, step: int, wanted: ItemFilter, own: Collection[str] = ()
) -> tuple[Item, ...]:
    """Items of a step that are in use and that the filter lets through; `own` are institutions of whoever works."""
    return tuple(item for item in checklist.of_step(step, plan.sectors) if lets(plan, item, wanted, own))


def lets(plan: Plan, item: Item, wanted: ItemFilter, own: Collection[str] = ()) -> bool:
    """Whether a filter lets an item through."""
    answer = plan.answers.get(item.code)
    responsible = whose(plan, item.code)
    return (
        _concerns(item.tags["roles"], wanted.roles)
        and (not wanted.phases or any(code in wanted.phases for code in item.tags["phases"]))
        and _concerns((item.sector,) if item.sector else (), wanted.sectors)
        and (not wanted.responsible or responsible in wanted.responsible)
        and (item.essential or not wanted.essential)
        and (answer is None or not answer.score or not wanted.unanswered)
        and (responsible in own or not wanted.mine)
    )


def unnamed_of(wanted: ItemFilter) -> ItemFilter:
    """In place of one's own items: the open ones that nobody answers for, of those that the filter asks for otherwise."""
    return dataclasses.replace(wanted, mine=False, unanswered=True, responsible=(NOBODY,))


def whose(plan: Plan, code: str) -> str:
    """The institution that answers for an item, or `NOBODY`."""
    from mainstreamer.domain.readiness.responsible import responsible_for_field  # with all its rules, not at the start

    answer = plan.answers.get(code)
    return responsible_for_field(plan, "answer", answer.uid if answer is not None else "")


def _concerns(tagged: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return not tagged or not wanted or any(code in wanted for code in tagged)


def choices_of(plan: Plan, items: Iterable[Item], name: str) -> dict[str, int]:
    """What one of `LISTS` can ask for among these items, in order, with the number of items that each lets through."""
    items = tuple(items)
    found: Counter[str] = Counter()
    if name == "responsible":
        found.update(whose(plan, item.code) for item in items)
        named = sorted((uid for uid in found if uid), key=lambda uid: plan.name_of("institution", uid).casefold())
        return {uid: found[uid] for uid in (*named, NOBODY) if uid in found}
    if name == "sectors":
        general = sum(not item.sector for item in items)
        found.update(item.sector for item in items if item.sector)
        return {code: found[code] + general for code in CHOICES["sector"] if code in found}
    if name == "phases":
        return {code: sum(code in item.tags[name] for item in items) for code in CHOICES["phase"]}
    return {code: sum(_concerns(item.tags[name], (code,)) for item in items) for code in CHOICES["country_role"]}


def own_institutions(plan: Plan, name: str) -> frozenset[str]:
    """Institutions of the register that a person means by a name or an acronym."""
    meant = _plain(name)
    if not meant:
        return frozenset()
    rows = plan.institutions
    return frozenset(row.uid for row in rows if meant in (_plain(row.name), _plain(row.acronym)))


def own_name(plan: Plan, name: str) -> str:
    """What the plan calls the institution that a person means by a name or an acronym, in whatever case; the words of the
    person where it knows none, or several with different names."""
    meant = sorted(own_institutions(plan, name))
    names = {plan.name_of("institution", uid) or plan.name_of("institution", uid, short=True) for uid in meant}
    return names.pop() if len(names) == 1 else name


@dataclass(frozen=True)
class OwnShare:
    """How far an institution is with the items that it answers for; `institution` is its uid.

    `unnamed` open items have nobody who answers for them; the first of them are in step `unnamed_step`.
    """

    institution: str
    answered: int
    of: int
    unnamed: int = 0
    unnamed_step: int = 0


def own_share(checklist: Checklist, plan: Plan, name: str) -> OwnShare | None:
    """The share of the institution that a person means by a name; None where it answers for no item that applies."""
    own = own_institutions(plan, name)
    if not own:
        return None
    scores, unnamed = [], []
    for step in checklist.steps:
        for item in checklist.of_step(step.number, plan.sectors):
            answer, responsible = plan.answers.get(item.code), whose(plan, item.code)
            score = answer.score if answer is not None else ""
            if responsible in own:
                scores.append(score)
            elif responsible == NOBODY and not score:
                unnamed.append(step.number)
    applying = [score for score in scores if score != "na"]
    if not applying:
        return None
    return OwnShare(min(own), sum(map(bool, applying)), len(applying), len(unnamed), unnamed[0] if unnamed else 0)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
