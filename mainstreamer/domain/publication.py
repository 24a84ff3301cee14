"""What may be read by everybody: of each field of each kind, whether a public workbook shows it.

Left out are persons and how to reach them, notes among colleagues, judgements on institutions, instructions for talks, where
papers are kept, and what rests on confidential evidence. A post shows where it is part of a published act; as a contact it
does not. Every field is decided: a test fails for one that stands in neither list.
"""

from __future__ import annotations

import re

from mainstreamer.domain.kinds import KINDS, Evidence, Record
from mainstreamer.domain.plan import Plan

PUBLISHED: dict[str, tuple[str, ...]] = {
    "plan": (
        "title", "country", "level", "area", "start_year", "end_year", "fiscal_start", "currency", "price_year",
        "language", "roles", "optional_sectors", "scope", "development_plan", "current_plan_end", "next_plan_start",
        "midterm_review", "budget_circular", "un_framework", "voluntary_review", "census", "lead", "body",
        "ministries_report", "government_report", "version", "adopted_by", "adopted_on", "published_at", "review_date",
    ),
    "institution": (
        "name", "acronym", "type", "level", "mandate", "role", "contribution", "data_held",
    ),
    "body": (
        "name", "acronym", "origin", "status", "established", "level", "chair", "co_chairs", "secretariat",
        "secretariat_staff", "legal_basis", "legal_date", "mandate", "tasks", "decision_rule", "quorum", "term_end",
        "review_date", "meeting_rhythm", "meetings_planned", "meetings_held", "decisions_taken", "decisions_executed",
        "subgroups", "reporting_line", "reporting_dates", "data_sharing_rule", "budget_line", "budget_amount",
        "budget_source", "source",
    ),
    "membership": ("body", "institution", "role", "post", "alternate_post", "since", "votes"),
    "consultation": (
        "title", "held_on", "form", "place", "outside_capital", "languages", "accessibility", "people", "participants",
        "women", "migrants", "said", "taken", "not_taken", "feedback", "feedback_date", "items",
    ),
    "answer": ("item", "score", "finding", "na_reason", "responsible"),
    "evidence": ("title", "type", "reference", "page", "link", "dated", "issuer", "items"),
    "population_table": (
        "title", "year", "reference_date", "area", "area_type", "type", "unit", "source", "table",
    ),
    "observation": (
        "indicator", "name", "value", "unit", "year", "sex", "age", "area", "group", "type", "variant", "source",
        "institution",
    ),
    "sector_issue": (
        "title", "sector", "influence", "description", "opportunity", "people", "phases", "dimensions", "territory",
        "severity", "feasibility", "trend", "status", "lead", "items",
    ),
    "treaty": (
        "treaty", "name", "status", "ratified_on", "reservation", "law_aligned", "alignment_note", "last_report",
        "report_due", "lead", "source",
    ),
    "agreement": (
        "title", "type", "level", "partners", "partner_name", "status", "signed", "in_force", "expires", "review_date",
        "lead", "joint_committee", "meetings", "last_meeting", "clauses", "people_covered", "data_exchange", "source",
    ),
    "corridor": (
        "partner", "direction", "stock", "flow", "year", "trend", "remittances", "transfer_cost", "issues",
        "agreements", "institution", "source",
    ),
    "objective": (
        "code", "title", "description", "sector", "priority", "target", "target_year", "plan_reference",
        "plan_wording", "dimensions", "sdg", "gcm", "issues", "relevance", "scale", "feasibility", "affordability",
        "equity",
    ),
    "action": (
        "code", "items", "objective", "plan_reference", "sdg", "title", "output", "level", "leads", "partners", "start",
        "end", "recurring", "cost", "existing_resources", "secured_state", "secured_external", "external_source",
        "budget_line", "risk", "likelihood", "impact", "priority", "quick_win", "status", "blocked", "progress",
        "updated_on", "gender_marker", "rights_marker",
    ),
    "action_indicator": (
        "action", "indicator", "name", "unit", "baseline", "baseline_year", "baseline_due", "target", "target_year",
        "disaggregation", "verification", "institution", "frequency",
    ),
    "custom_item": (
        "code", "step", "question", "why", "no", "partly", "yes", "evidence", "who_knows", "obstacle", "essential",
        "sector", "r2", "roles", "phases", "sdg", "gcm", "language",
    ),
    "item_action": ("item", "action", "output", "lead", "quarters", "indicator", "language"),
    "item_text": ("item", "language", "name", "text"),
    "item_setting": ("item", "off", "reason", "place"),
    "baseline": ("name", "made_on"),
}  # fmt: skip

WITHHELD: dict[str, tuple[str, ...]] = {
    "plan": ("note",),
    "institution": (
        "interest", "influence", "position", "engagement", "capacity_need", "contact_post", "contact_person",
        "contact_details", "alternate_post", "alternate_person", "focal_point_act", "channel", "frequency",
        "last_contact", "next_step", "languages", "accessibility", "source",
    ),
    "membership": ("person", "alternate_person", "written_mandate", "time_share", "source"),
    "consultation": ("institutions", "source"),
    "evidence": ("file", "place", "confidential", "note"),
    "population_table": ("note",),
    "observation": ("note",),
    "sector_issue": ("evidence", "note"),
    "treaty": ("note",),
    "agreement": ("note",),
    "corridor": ("counterpart", "mandate", "message", "next_meeting"),
    "objective": ("acceptability", "note"),
    "action": ("contact_post", "contact_person", "progress_note", "updated_by", "note"),
    "action_indicator": ("note",),
    "baseline": ("vector", "note"),
}  # fmt: skip

_MAIL = r"[\w.+%'-]{1,64}@[\w.-]{1,250}\.\w{2,}"
_PATH = r"(?:(?<![A-Za-z])[A-Za-z]:[\\/]|\\\\[^\s\\]|file:/|(?<![\w/.])(?:/home/|/Users/|~/))[^\n;,\"<>|]*"
_PRIVATE = re.compile(f"{_MAIL}|{_PATH}")


def is_published(kind: str, field: str) -> bool:
    """Whether a public workbook shows a field."""
    return field not in WITHHELD.get(kind, ()) and not KINDS[kind].fields[field].person


def is_confidential(record: Record) -> bool:
    """Whether a record as a whole is left out."""
    return isinstance(record, Evidence) and bool(record.confidential)


def withheld_findings(plan: Plan) -> frozenset[str]:
    """Codes of items whose finding rests on confidential evidence, and may tell of it."""
    return frozenset(code for code, rows in plan.evidence_of_items.items() if any(map(is_confidential, rows)))


def without_addresses(text: str, mark: str) -> str:
    """A text with a mark in place of each e-mail address and each path of a file, wherever people wrote them."""
    if "@" not in text and "/" not in text and "\\" not in text:
        return text
    return _PRIVATE.sub(mark, text)
