"""The plan at a glance: how far each step has come, what comes next, what it costs, what holds adoption back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mainstreamer.domain.actions import Sum, YearSum, by_status, by_year, counts, total
from mainstreamer.domain.checklist import POINTS, Checklist, Progress, step_progress
from mainstreamer.domain.deadlines import Deadline, deadlines
from mainstreamer.domain.kinds import ActionIndicator
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.finding import BLOCKS, Finding
from mainstreamer.domain.readiness.responsible import responsible_for


@dataclass(frozen=True)
class Stand:
    """How far a step has come. Shares are of all its items that apply, from 0 to 1, so that they can be compared: `answered`
    of them, and of the points they can bring `proven` ones and those only `claimed` (Yes without evidence)."""

    step: int
    progress: Progress
    answered: float
    proven: float
    claimed: float


def stand(plan: Plan, checklist: Checklist, step: int) -> Stand:
    """How far one step has come."""
    found = step_progress(plan, checklist, step)
    if not found.of:
        return Stand(step, found, 1.0 if found.not_applicable else 0.0, 0.0, 0.0)
    full = Decimal(found.of * POINTS["yes"])
    points = (found.score or Decimal(0)) * found.answered
    claimed = found.claimed * POINTS["yes"]
    return Stand(step, found, found.answered / found.of, float((points - claimed) / full), float(claimed / full))


@dataclass(frozen=True)
class Overview:
    """A plan at a glance, apart from what readiness finds."""

    stands: tuple[Stand, ...]
    money: Sum
    years: dict[int, YearSum]
    statuses: dict[str, int]
    deadlines: tuple[Deadline, ...]

    @property
    def essential(self) -> int:
        return sum(one.progress.essential for one in self.stands)

    @property
    def essential_open(self) -> int:
        return sum(one.progress.open_essential for one in self.stands)

    @property
    def claimed(self) -> int:
        """Answers Yes without evidence, of all steps."""
        return sum(one.progress.claimed for one in self.stands)

    @property
    def next_open(self) -> Stand | None:
        """The first step in which essential items are open."""
        return next((one for one in self.stands if one.progress.open_essential), None)


def overview(plan: Plan, checklist: Checklist, today: date) -> Overview:
    """The plan at a glance. Some tens of milliseconds for a thousand actions."""
    return Overview(
        tuple(stand(plan, checklist, step.number) for step in checklist.steps),
        total(plan.actions),
        by_year(plan),
        by_status(plan),
        deadlines(plan, today),
    )


def is_fresh(plan: Plan) -> bool:
    """Whether nothing was answered or planned yet: then there is nothing to look at, only something to begin."""
    return not any(answer.score for answer in plan.answers.values()) and not plan.actions


# -- what readiness finds ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fault:
    """A kind of fault that blocks adoption: how often, and whose (uid of the institution, empty for nobody; how often)."""

    code: str
    count: int
    institutions: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Hindrances:
    """What blocks adoption, the most frequent fault first; how many actions that count have nothing that blocks; and how
    many do not count, because they were cancelled."""

    faults: tuple[Fault, ...]
    actions: int
    actions_ready: int
    cancelled: int = 0

    @property
    def count(self) -> int:
        return sum(one.count for one in self.faults)


def hindrances(plan: Plan, findings: Iterable[Finding]) -> Hindrances:
    """What of these findings blocks adoption."""
    whose: dict[str, dict[str, int]] = {}
    findings = tuple(findings)
    for one in findings:
        if one.severity != BLOCKS:
            continue
        of_code = whose.setdefault(one.code, {})
        institution = responsible_for(plan, one)
        of_code[institution] = of_code.get(institution, 0) + 1
    faults = [
        Fault(code, sum(found.values()), tuple(sorted(found.items(), key=lambda pair: -pair[1])))
        for code, found in whose.items()
    ]
    ready = actions_ready(plan, findings)
    faults.sort(key=lambda one: -one.count)
    return Hindrances(tuple(faults), len(ready), sum(ready.values()), len(plan.actions) - len(ready))


def actions_ready(plan: Plan, findings: Iterable[Finding]) -> dict[str, bool]:
    """For each action that counts, by uid: whether it is ready, that is, whether nothing of it or of its indicators blocks
    adoption. The one rule for this, wherever actions are counted or filtered."""
    held = {action_of(plan, one) for one in findings if one.severity == BLOCKS}
    return {action.uid: action.uid not in held for action in plan.actions if counts(action)}


def action_of(plan: Plan, finding: Finding) -> str:
    """The uid of the action that a finding is about, itself or one of its indicators; empty for others."""
    if finding.kind == "action":
        return finding.uid
    if finding.kind == "action_indicator":
        row = plan.find(finding.kind, finding.uid)
        return row.action if isinstance(row, ActionIndicator) else ""
    return ""
