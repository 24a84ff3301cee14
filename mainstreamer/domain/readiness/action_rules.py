"""Rules about objectives, actions and their indicators (the columns of the action plan)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mainstreamer.domain.actions import ZERO, gap, quarters_late
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action, ActionIndicator, Objective
from mainstreamer.domain.readiness.finding import Finding, Values, found
from mainstreamer.domain.readiness.inspection import Inspection, Rule, apply, repeated, same_words, when

MOST_SDG_TARGETS = 10
"""More targets than this say nothing; the joint work plans of UN country teams draw the same line."""

PER_CENT = ("%", "per cent", "percent", "процент")
"""How units are written that make a number a share."""


def action_findings(look: Inspection) -> Iterator[Finding]:
    """Findings about objectives, actions and indicators."""
    if not look.plan.objectives:
        yield found("no_objective", "objective")
    yield from apply(look, "objective", look.plan.objectives, OBJECTIVE_RULES)
    yield from objectives_without_action(look)
    yield from repeated_objective_codes(look)
    if not look.actions:
        yield found("no_action", "action")
    yield from codes_of_actions(look)
    yield from repeated_titles(look)
    yield from apply(look, "action", look.actions, ACTION_RULES)
    yield from without_quick_win(look)
    yield from apply(look, "action_indicator", look.asked("action_indicator", ActionIndicator), INDICATOR_RULES)


# -- objectives ------------------------------------------------------------------------------------------------------


def objectives_without_action(look: Inspection) -> Iterator[Finding]:
    """Objectives that no action serves."""
    served = {action.objective for action in look.actions}
    for objective in look.plan.objectives:
        if objective.uid not in served:
            yield found("objective_without_action", "objective", objective.uid)


def repeated_objective_codes(look: Inspection) -> Iterator[Finding]:
    for objective in repeated(look.plan.objectives, lambda row: same_words(row.code)):
        yield found("objective_code_twice", "objective", objective.uid, "code", values={"code": objective.code})


def objective_without_reference(objective: Objective, look: Inspection) -> Values | None:
    """Nothing says where in the national plan it stands."""
    return when(not objective.plan_reference.strip())


OBJECTIVE_RULES: tuple[Rule[Objective], ...] = (
    Rule("objective_without_plan_reference", "plan_reference", objective_without_reference),
)


# -- actions: names --------------------------------------------------------------------------------------------------


def codes_of_actions(look: Inspection) -> Iterator[Finding]:
    """Codes that are blank or not unique. Cancelled actions keep theirs, so they are looked at too."""
    for action in look.plan.actions:
        if not action.code.strip():
            yield found("action_code_missing", "action", action.uid, "code")
    for action in repeated(look.plan.actions, lambda row: same_words(row.code)):
        yield found("action_code_twice", "action", action.uid, "code", values={"code": action.code})


def repeated_titles(look: Inspection) -> Iterator[Finding]:
    for action in repeated(look.actions, lambda row: same_words(row.title)):
        yield found("action_title_twice", "action", action.uid, "title")


def without_quick_win(look: Inspection) -> Iterator[Finding]:
    """No action promises an early result."""
    if look.actions and not any(action.quick_win for action in look.actions):
        yield found("no_quick_win", "action", field="quick_win")


# -- actions: who, when, money ---------------------------------------------------------------------------------------


def without_lead(action: Action, look: Inspection) -> Values | None:
    return when(not action.leads)


def several_leads(action: Action, look: Inspection) -> Values | None:
    """Several leads answer as none does; removed institutions are a finding of their own."""
    living = sum(look.plan.find("institution", uid) is not None for uid in action.leads) if len(action.leads) > 1 else 1
    return when(living > 1, leads=living)


def without_indicator(action: Action, look: Inspection) -> Values | None:
    return when(action.uid not in look.plan.action_indicators)


def end_before_start(action: Action, look: Inspection) -> Values | None:
    reversed_ = action.start is not None and action.end is not None and action.end < action.start
    return when(reversed_, start=action.start, end=action.end)


def starts_outside_plan(action: Action, look: Inspection) -> Values | None:
    return _outside_plan(action.start, look)


def ends_outside_plan(action: Action, look: Inspection) -> Values | None:
    return _outside_plan(action.end, look)


def _outside_plan(quarter: Quarter | None, look: Inspection) -> Values | None:
    """The quarter lies in no fiscal year of the plan. Where those years are open or reversed, nothing lies outside."""
    first, last = look.plan.frame.start_year, look.plan.frame.end_year
    if quarter is None or first is None or last is None or last < first:
        return None
    return when(not first <= quarter.year <= last, quarter=quarter, first=first, last=last)


def without_cost(action: Action, look: Inspection) -> Values | None:
    """No estimate, and nobody said that existing resources are enough."""
    return when(action.cost is None and not action.existing_resources)


def negative_gap(action: Action, look: Inspection) -> Values | None:
    """More is secured than the action costs: one of the amounts is wrong."""
    lacking = gap(action)
    return None if lacking is None else when(lacking < ZERO, surplus=-lacking)


def external_without_source(action: Action, look: Inspection) -> Values | None:
    return when(bool(action.secured_external) and not action.external_source.strip(), amount=action.secured_external)


def zero_cost_unexplained(action: Action, look: Inspection) -> Values | None:
    """It is said to cost nothing, but not that existing resources carry it."""
    return when(action.cost == ZERO and not action.existing_resources)


# -- actions: progress, risk, markers --------------------------------------------------------------------------------


def done_incomplete(action: Action, look: Inspection) -> Values | None:
    return when(
        action.status == "done" and action.progress is not None and action.progress < 100, progress=action.progress
    )


def start_overdue(action: Action, look: Inspection) -> Values | None:
    """The quarter in which it should have started is over."""
    late = action.status == "not_started" and action.start is not None and action.start < look.now
    return when(late, start=action.start)


def end_overdue(action: Action, look: Inspection) -> Values | None:
    """The quarter in which it should have ended is over, and its status does not deny that."""
    late = action.status not in ("done", "on_track") and action.end is not None and action.end < look.now
    return when(late, end=action.end)


def on_track_but_late(action: Action, look: Inspection) -> Values | None:
    """Its status says that all goes as planned, its dates say that it is late."""
    late = action.status == "on_track" and quarters_late(action, look.today, look.fiscal_start)
    return when(bool(late), end=action.end)


def blocked_without_note(action: Action, look: Inspection) -> Values | None:
    return when(bool(action.blocked) and not action.progress_note.strip())


def high_priority_without_risk(action: Action, look: Inspection) -> Values | None:
    return when(action.priority == "high" and not action.risk.strip())


def without_gender_marker(action: Action, look: Inspection) -> Values | None:
    return when(action.gender_marker is None)


def too_many_sdg(action: Action, look: Inspection) -> Values | None:
    return when(len(action.sdg) > MOST_SDG_TARGETS, count=len(action.sdg), most=MOST_SDG_TARGETS)


ACTION_RULES: tuple[Rule[Action], ...] = (
    Rule("action_too_many_sdg", "sdg", too_many_sdg),
    Rule("action_without_lead", "leads", without_lead),
    Rule("action_several_leads", "leads", several_leads),
    Rule("action_without_indicator", "", without_indicator),
    Rule("action_starts_outside_plan", "start", starts_outside_plan),
    Rule("action_end_before_start", "end", end_before_start),
    Rule("action_ends_outside_plan", "end", ends_outside_plan),
    Rule("action_without_cost", "cost", without_cost),
    Rule("action_negative_gap", "cost", negative_gap),
    Rule("action_zero_cost_unexplained", "cost", zero_cost_unexplained),
    Rule("action_external_without_source", "external_source", external_without_source),
    Rule("action_high_priority_without_risk", "risk", high_priority_without_risk),
    Rule("action_start_overdue", "status", start_overdue),
    Rule("action_end_overdue", "status", end_overdue),
    Rule("action_on_track_but_late", "status", on_track_but_late),
    Rule("action_done_incomplete", "progress", done_incomplete),
    Rule("action_blocked_without_note", "progress_note", blocked_without_note),
    Rule("action_without_gender_marker", "gender_marker", without_gender_marker),
)


# -- indicators ------------------------------------------------------------------------------------------------------


def without_baseline(row: ActionIndicator, look: Inspection) -> Values | None:
    """No baseline, and nobody said by when it will be established."""
    return when(row.baseline is None and row.baseline_due is None)


def baseline_overdue(row: ActionIndicator, look: Inspection) -> Values | None:
    """The baseline was to be established by now."""
    late = row.baseline is None and row.baseline_due is not None and row.baseline_due < look.now
    return when(late, quarter=row.baseline_due)


def baseline_year_missing(row: ActionIndicator, look: Inspection) -> Values | None:
    return when(row.baseline is not None and row.baseline_year is None)


def target_not_after_baseline(row: ActionIndicator, look: Inspection) -> Values | None:
    if row.target_year is None or row.baseline_year is None:
        return None
    return when(row.target_year <= row.baseline_year, target=row.target_year, baseline=row.baseline_year)


def baseline_over_hundred(row: ActionIndicator, look: Inspection) -> Values | None:
    return _over_hundred(row.baseline, row.unit)


def target_over_hundred(row: ActionIndicator, look: Inspection) -> Values | None:
    return _over_hundred(row.target, row.unit)


def _over_hundred(value: Decimal | None, unit: str) -> Values | None:
    """More than all: no share can be that, though a growth can."""
    share = any(word in unit.casefold() for word in PER_CENT)
    return when(share and value is not None and value > 100)


INDICATOR_RULES: tuple[Rule[ActionIndicator], ...] = (
    Rule("indicator_without_baseline", "baseline", without_baseline),
    Rule("indicator_baseline_year_missing", "baseline_year", baseline_year_missing),
    Rule("indicator_baseline_overdue", "baseline_due", baseline_overdue),
    Rule("indicator_target_not_after_baseline", "target_year", target_not_after_baseline),
    Rule("indicator_share_over_hundred", "baseline", baseline_over_hundred),
    Rule("indicator_share_over_hundred", "target", target_over_hundred),
)
