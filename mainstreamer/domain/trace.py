"""Where the checklist comes from: recommendation 2 point by point, the other recommendations, stages and frameworks.

The six points ("bullets") of recommendation 2 and its headline are taken apart by hand: each part names the items that carry
it. Everything else follows from the tags of the items.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mainstreamer.domain.checklist import STAGES, TAG_CODES, Checklist, Item, is_claimed, progress
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.plan import Plan
from mainstreamer.errors import BadChecklist

HEADLINE = "R2"
"""What recommendation 2 asks for above its six points."""
OTHER_RECOMMENDATIONS = ("R1", "R3", "R4", "R5", "R6")
STAGES_TOPIC, SOURCES_TOPIC = "stages", "sources"
FRAMEWORKS = ("sdg", "gcm", "migof", "mgi")
REST, OWN = "rest", "own"
"""Groups under a point: items tagged with it that none of its parts names, and items that the plan added for itself."""
PAPER, HANDBOOK, TODAY = "2013", "2010", "today"
"""Layers that must not be mixed up: what the paper of 2013 asks, the method of 2010, what was agreed since."""
LEFT_OUT, SECTOR_OFF, OPEN, CLAIMED = "left_out", "sector_off", "open", "claimed"


@dataclass(frozen=True)
class Part:
    """A part of a point, with the codes of the items that carry it."""

    key: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Bullet:
    """A point of recommendation 2, or its headline."""

    code: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Group:
    """Items under one heading of a topic; the key says which."""

    key: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Topic:
    """A thing that the checklist comes from, and the items that go back to it."""

    code: str
    layer: str
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Each item once."""
        return tuple({item.code: item for group in self.groups for item in group.items}.values())


def parse_bullets(raw: Mapping[str, Any]) -> tuple[Bullet, ...]:
    """Read the points and their parts. Raises BadChecklist, naming the place."""
    found = []
    for bullet in raw.get("bullet", ()):
        code = str(bullet.get("code", ""))
        if code != HEADLINE and code not in CHOICES["r2"]:
            raise BadChecklist(problem="r2_unknown", where=code)
        parts = (Part(str(part["key"]), tuple(map(str, part["items"]))) for part in bullet.get("part", ()))
        found.append(Bullet(code, tuple(parts)))
    return tuple(found)


def topics(checklist: Checklist, bullets: Iterable[Bullet]) -> tuple[Topic, ...]:
    """Everything that the checklist comes from, with its items; also with those that the plan leaves out."""
    known = checklist.known
    items = tuple(known.values())
    found = [Topic(bullet.code, PAPER, _groups_of_bullet(bullet, known)) for bullet in bullets]
    for code in OTHER_RECOMMENDATIONS:
        tagged = [item for item in items if code in item.tags["cross"]]
        steps = [Group(str(step.number), tuple(i for i in tagged if i.step == step.number)) for step in checklist.steps]
        found.append(Topic(code, PAPER, tuple(group for group in steps if group.items)))
    stages = [Group(stage, tuple(item for item in items if item.stage == stage)) for stage in STAGES]
    found.append(Topic(STAGES_TOPIC, HANDBOOK, tuple(stages)))
    for name in FRAMEWORKS:
        groups = (Group(code, tuple(i for i in items if code in i.tags[name])) for code in TAG_CODES[name])
        found.append(Topic(name, TODAY, tuple(group for group in groups if group.items)))
    return tuple(found)


def _groups_of_bullet(bullet: Bullet, known: Mapping[str, Item]) -> tuple[Group, ...]:
    groups = [Group(part.key, tuple(known[code] for code in part.items if code in known)) for part in bullet.parts]
    named = {code for part in bullet.parts for code in part.items}
    tagged = [item for item in known.values() if bullet.code in item.tags["r2"]]
    rest = tuple(item for item in tagged if item.code not in named and not item.own)
    own = tuple(item for item in tagged if item.own)
    return (*groups, *(Group(key, rows) for key, rows in ((REST, rest), (OWN, own)) if rows))


def standing(plan: Plan, checklist: Checklist, item: Item) -> str:
    """How an item stands in a plan: its score, or why it has none."""
    if item.code not in checklist.by_code:
        return LEFT_OUT
    if item.sector and item.sector not in plan.sectors:
        return SECTOR_OFF
    answer = plan.answers.get(item.code)
    if answer is None or not answer.score:
        return OPEN
    return CLAIMED if is_claimed(plan, item.code) else answer.score


def how_far(plan: Plan, checklist: Checklist, items: Iterable[Item]) -> tuple[int, int]:
    """How many of the items in use that apply are answered, and how many apply."""
    asked = (item for item in items if standing(plan, checklist, item) not in (LEFT_OUT, SECTOR_OFF))
    found = progress(plan, asked)
    return found.answered, found.of


def sources(checklist: Checklist) -> dict[str, int]:
    """Marks of sources by how many items name them, the most frequent first."""
    counted: dict[str, int] = {}
    for item in checklist.known.values():
        for mark in item.tags["source"]:
            counted[mark] = counted.get(mark, 0) + 1
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def explained_by(mark: str, known: Iterable[str]) -> str:
    """The longest of the known beginnings that a mark of a source has; empty when nobody explained it."""
    fitting = (name for name in known if mark == name or mark.startswith(f"{name} "))
    return max(fitting, key=len, default="")
