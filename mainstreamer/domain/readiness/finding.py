"""What a finding is, and every code there is with its severity."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mainstreamer.domain.kinds import KINDS

BLOCKS, IMPROVES, NOTE = "blocks", "improves", "note"

_BLOCKS = (
    "field_missing", "compulsory_link_removed", "plan_end_before_start", "no_body", "body_without_legal_basis",
    "essential_item_unanswered", "essential_gap_without_action", "agreement_expired_in_force", "no_objective",
    "objective_code_twice", "no_action", "action_code_missing", "action_code_twice", "action_without_lead",
    "action_several_leads", "lead_removed", "action_without_indicator", "indicator_without_baseline",
    "indicator_baseline_year_missing", "indicator_target_not_after_baseline", "action_end_before_start",
    "action_starts_outside_plan", "action_ends_outside_plan", "action_without_cost", "action_negative_gap",
    "action_done_incomplete",
)  # fmt: skip
_IMPROVES = (
    "register_field_missing", "link_removed", "parent_removed",
    "planning_calendar_empty", "current_plan_end_missing", "no_process_lead",
    "price_year_missing", "no_reporting_date", "body_without_budget_line", "body_without_budget_source",
    "body_donor_funded", "body_without_chair", "body_without_secretariat", "body_without_members",
    "body_without_meeting_rhythm", "body_term_ended", "group_not_represented", "lead_without_contact_post",
    "no_consultation", "no_consultation_outside_capital", "no_consultation_with_migrants", "no_consultation_with_women",
    "consultation_without_feedback", "gap_without_action", "yes_without_evidence", "not_applicable_without_reason",
    "answer_without_finding", "no_population_table", "population_table_empty", "population_data_old",
    "no_youth_employment_data", "core_sector_without_issue", "severe_issue_unaddressed", "agreement_without_partner",
    "agreement_without_review_date", "agreement_without_committee", "no_corridor", "objective_without_action",
    "objective_without_plan_reference", "action_title_twice", "action_external_without_source",
    "action_zero_cost_unexplained", "action_start_overdue", "action_on_track_but_late", "action_blocked_without_note",
    "action_high_priority_without_risk", "action_too_many_sdg", "indicator_baseline_overdue", "custom_item_code_twice",
    "treaty_twice", "treaty_without_source", "treaty_report_overdue", "field_conflict_open", "removal_conflict_open",
)  # fmt: skip
_NOTES = (
    "item_unknown", "institution_not_assessed", "item_unanswered", "evidence_without_item",
    "optional_sector_without_issue", "action_end_overdue", "action_without_gender_marker", "no_quick_win",
    "indicator_share_over_hundred", "plan_not_adopted", "treaty_status_unknown", "treaty_without_date",
    "treaty_law_not_aligned",
)  # fmt: skip

FINDING_CODES: dict[str, str] = (
    dict.fromkeys(_BLOCKS, BLOCKS) | dict.fromkeys(_IMPROVES, IMPROVES) | dict.fromkeys(_NOTES, NOTE)
)
"""Every code with its severity. `blocks` stands for what the plan format marks as compulsory and for what contradicts
itself, `improves` for good practice, `note` for a hint."""

ALSO_ABOUT: Mapping[str, tuple[str, ...]] = {
    "plan_end_before_start": ("start_year",),
    "action_end_before_start": ("start",),
    "action_negative_gap": ("secured_state", "secured_external"),
    "action_external_without_source": ("secured_external",),
    "action_zero_cost_unexplained": ("existing_resources",),
    "action_without_cost": ("existing_resources",),
    "action_high_priority_without_risk": ("priority",),
    "action_start_overdue": ("start",),
    "action_on_track_but_late": ("end",),
    "action_done_incomplete": ("status",),
    "action_blocked_without_note": ("blocked",),
    "indicator_without_baseline": ("baseline_due",),
    "indicator_baseline_year_missing": ("baseline",),
    "indicator_baseline_overdue": ("baseline",),
    "indicator_target_not_after_baseline": ("baseline_year",),
    "indicator_share_over_hundred": ("unit",),
    "body_term_ended": ("status",),
    "agreement_expired_in_force": ("status", "expires"),
}
"""Fields by which a finding can come about, besides its own."""

VALUE_LISTS = {"group": "institution_group", "sector": "sector"}
"""Entries of `Finding.values` that are codes, with the list, in section `choice` of the words, that has their names."""

Values = Mapping[str, object]


@dataclass(frozen=True)
class Finding:
    """One thing that readiness found, and its place.

    `uid` is empty for findings about a register or the plan as a whole, `field` where no single field is meant; `step`
    is the checklist step to show it under. `values` fills placeholders: whole numbers, amounts of money, quarters,
    dates, item codes, and codes of `VALUE_LISTS`; the edge adds `name` (of the record) and `field` (its label).
    """

    code: str
    severity: str
    kind: str
    uid: str
    field: str
    step: int
    values: Values = dataclasses.field(default_factory=dict)

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What stays the same while the plan changes."""
        return self.code, self.kind, self.uid, self.field


def settled(before: Iterable[Finding], now: Iterable[Finding], severity: str) -> tuple[Finding, ...]:
    """The findings of a severity that were there before and are no more."""
    left = Counter(one.place for one in now if one.severity == severity)
    gone = []
    for one in before:
        if one.severity == severity:
            left[one.place] -= 1
            if left[one.place] < 0:
                gone.append(one)
    return tuple(gone)


def found(
    code: str, kind: str, uid: str = "", field: str = "", step: int | None = None, values: Values | None = None
) -> Finding:
    """A finding with the severity of its code; without `step`, at the step of its kind."""
    at = KINDS[kind].step if step is None else step
    return Finding(code, FINDING_CODES[code], kind, uid, field, at, values or {})
