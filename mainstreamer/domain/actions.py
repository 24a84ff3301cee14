"""Actions: their codes, money, lateness, and what they add up to.

Totals leave cancelled actions out. A funding gap is cost less what is secured; where more is secured than needed, the
surplus of one action does not fill the gap of another, so the total gap adds the positive gaps only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Plan

ZERO = Decimal(0)
CENT = Decimal("0.01")
MOST_DIGITS = 1000
"""Longer runs of digits are no numbers that this program gave; Python would refuse to read them."""


def action_code(item_codes: Iterable[str], taken: Iterable[str]) -> str:
    """The next free code for an action that closes the gap of an item: `A-02.03-1` for item 2.3, `A-06F.02-1` for 6F2.

    Without an item the code is `A-00-1`. A code is never given twice: `taken` includes those of deleted actions.
    """
    stem = "A-00"
    for code in item_codes:
        # A letter or a dot parts step and number; without either (`12`) the code is taken as it is.
        match = re.fullmatch(r"(\d{1,4})(?:\.|([A-Z])\.?)(\d{1,4})", code)
        stem = f"A-{int(match[1]):02d}{match[2] or ''}.{int(match[3]):02d}" if match else f"A-{code}"
        break
    used = [code for code in taken if code.startswith(f"{stem}-")]
    numbers = [int(tail) for code in used if (tail := code[len(stem) + 1 :]).isdecimal() and len(tail) < MOST_DIGITS]
    return f"{stem}-{max(numbers, default=0) + 1}"


def secured(action: Action) -> Decimal:
    """Money secured from the state budget and from partners."""
    return (action.secured_state or ZERO) + (action.secured_external or ZERO)


def cost_of(action: Action) -> Decimal | None:
    """The cost; zero where existing resources are said to be enough; None when nobody has estimated it."""
    if action.cost is None and action.existing_resources:
        return ZERO
    return action.cost


def gap(action: Action) -> Decimal | None:
    """Cost less secured money; negative when more is secured than needed; None without a cost."""
    cost = cost_of(action)
    return None if cost is None else cost - secured(action)


def counts(action: Action) -> bool:
    """Whether an action counts in totals: cancelled ones do not."""
    return action.status != "cancelled"


def years_of(action: Action) -> range:
    """The fiscal years in which an action has a quarter; one with a single date counts in that year."""
    start, end = action.start or action.end, action.end or action.start
    return range(0) if start is None or end is None else range(start.year, end.year + 1)


def quarters_late(action: Action, today: date, fiscal_start: int) -> int:
    """Quarters by which an action missed its end (or, not yet started, its start); 0 when it did not.

    1 means: within the quarter that follows, that is less than one full quarter late.
    """
    return max(_missed(action, today, fiscal_start).values())


def missed(action: Action, today: date, fiscal_start: int) -> tuple[str, int]:
    """What to tell of an action that is late: its end where that has passed, else its start, and by how many quarters; an
    empty name and 0 for none."""
    found = _missed(action, today, fiscal_start)
    return next(((name, late) for name, late in found.items() if late), ("", 0))


def _missed(action: Action, today: date, fiscal_start: int) -> dict[str, int]:
    """By how many quarters an action missed its end and its start, 0 when it did not."""
    if action.status in ("done", "cancelled"):
        return {"end": 0, "start": 0}
    now = quarter_of(today, fiscal_start).index
    start = action.start if action.status in ("not_started", "") else None
    return {
        name: 0 if quarter is None else max(0, now - quarter.index)
        for name, quarter in (("end", action.end), ("start", start))
    }


def light(action: Action, today: date, fiscal_start: int) -> str:
    """The traffic light: green done or on track; amber at risk, delayed, or less than a quarter late; red more than a
    quarter late or blocked; grey cancelled or not due."""
    if action.status == "cancelled":
        return "grey"
    if action.status == "done":
        return "green"
    late = quarters_late(action, today, fiscal_start)
    if action.blocked or late > 1:
        return "red"
    if late == 1 or action.status in ("at_risk", "delayed"):
        return "amber"
    return "green" if action.status == "on_track" else "grey"


@dataclass(frozen=True)
class Sum:
    """What a set of actions adds up to, in the currency of the plan. `uncosted` counts actions without a cost.

    Cost less state and external money is the gap, less the surplus, less what is secured for actions without a cost.
    """

    actions: int = 0
    cost: Decimal = ZERO
    state: Decimal = ZERO
    external: Decimal = ZERO
    gap: Decimal = ZERO
    uncosted: int = 0
    surplus: Decimal = ZERO
    """What single actions have secured beyond their cost; it fills no gap of another."""
    unasked: Decimal = ZERO
    """What is secured for actions without a cost."""

    def plus(self, action: Action) -> Sum:
        cost, missing = cost_of(action), gap(action)
        return Sum(
            self.actions + 1,
            self.cost + (cost or ZERO),
            self.state + (action.secured_state or ZERO),
            self.external + (action.secured_external or ZERO),
            self.gap + max(missing or ZERO, ZERO),
            self.uncosted + (cost is None),
            self.surplus + max(-(missing or ZERO), ZERO),
            self.unasked + (secured(action) if cost is None else ZERO),
        )


def total(actions: Iterable[Action]) -> Sum:
    """The sum over all actions that count."""
    number, uncosted, costs, state, external, missing = 0, 0, ZERO, ZERO, ZERO, ZERO
    surplus, unasked = ZERO, ZERO
    for action in actions:
        if not counts(action):
            continue
        number += 1
        cost, own, others = cost_of(action), action.secured_state or ZERO, action.secured_external or ZERO
        state += own
        external += others
        if cost is None:
            uncosted += 1
            unasked += own + others
        else:
            costs += cost
            lacking = cost - own - others
            missing += max(lacking, ZERO)
            surplus += max(-lacking, ZERO)
    return Sum(number, costs, state, external, missing, uncosted, surplus, unasked)


def _grouped(plan: Plan, key: Callable[[Action], str]) -> dict[str, Sum]:
    found: dict[str, Sum] = {}
    for action in plan.actions:
        if counts(action):
            name = key(action)
            found[name] = found.get(name, Sum()).plus(action)
    return found


def by_lead(plan: Plan) -> dict[str, Sum]:
    """Sums by lead institution uid; under "" what has no single lead."""
    return _grouped(plan, lambda action: action.leads[0] if len(action.leads) == 1 else "")


def by_objective(plan: Plan) -> dict[str, Sum]:
    """Sums by objective uid; under "" what serves none."""
    return _grouped(plan, lambda action: action.objective)


def by_status(plan: Plan) -> dict[str, int]:
    """How many actions there are of each status, cancelled ones included."""
    found: dict[str, int] = {}
    for action in plan.actions:
        found[action.status] = found.get(action.status, 0) + 1
    return found


def by_source(plan: Plan) -> dict[str, Decimal]:
    """Secured external money by the name of its source as written; under "" what has no name."""
    found: dict[str, Decimal] = {}
    for action in plan.actions:
        if counts(action) and action.secured_external:
            name = action.external_source.strip()
            found[name] = found.get(name, ZERO) + action.secured_external
    return found


@dataclass(frozen=True)
class YearSum:
    """Money of one fiscal year."""

    cost: Decimal = ZERO
    state: Decimal = ZERO
    external: Decimal = ZERO
    gap: Decimal = ZERO


def by_year(plan: Plan) -> dict[int, YearSum]:
    """Money by fiscal year; actions without dates stand under year 0.

    An action's money is spread evenly over its quarters, to the cent, so that years add up to totals.
    """
    return money_by_year(plan.actions)


def money_by_year(actions: Iterable[Action]) -> dict[int, YearSum]:
    """The same of some actions."""
    found: dict[int, YearSum] = {}
    for action in actions:
        for year, part in money_of(action).items():
            old = found.get(year, YearSum())
            found[year] = YearSum(
                old.cost + part.cost, old.state + part.state, old.external + part.external, old.gap + part.gap
            )
    return dict(sorted(found.items()))


def money_of(action: Action) -> dict[int, YearSum]:
    """What of the money of one action falls into which fiscal year; nothing for one that does not count."""
    if not counts(action):
        return {}
    parts = (cost_of(action) or ZERO, action.secured_state or ZERO, action.secured_external or ZERO)
    missing = max(gap(action) or ZERO, ZERO)
    spread = [spread_over_years(amount, action.start, action.end) for amount in (*parts, missing)]
    return {year: YearSum(*(amounts[year] for amounts in spread)) for year in spread[0]}


def years_with_money(action: Action) -> tuple[int, ...]:
    """The fiscal years into which money of the action falls; year 0 where it has no dates."""
    return tuple(year for year, found in money_of(action).items() if found != YearSum())


def spread_over_years(amount: Decimal, start: Quarter | None, end: Quarter | None) -> dict[int, Decimal]:
    """An amount in equal parts over the quarters from start to end, by fiscal year; the years sum to the amount.

    Half a cent is rounded up, as on paper and in the formulas of the workbook.
    """
    if start is None or end is None or end < start:
        return {0: amount}
    quarters = end.index - start.index + 1
    found: dict[int, Decimal] = {}
    given = ZERO
    for year in range(start.year, end.year + 1):
        until = min(end.index, Quarter(year, 4).index) - start.index + 1
        # Rounded up, a part of less than a cent would pass the amount and leave less than nothing for the last year.
        reached = (
            amount if until == quarters else min(amount, (amount * until / quarters).quantize(CENT, ROUND_HALF_UP))
        )
        found[year] = reached - given
        given = reached
    return found
