"""Rules about the answers to the checklist."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.checklist import has_gap, is_claimed
from mainstreamer.domain.readiness.finding import Finding, found
from mainstreamer.domain.readiness.inspection import Inspection, ItemInUse


def answer_findings(look: Inspection) -> Iterator[Finding]:
    """Findings about every item in use."""
    for item in look.items:
        answer = look.plan.answers.get(item.code)
        if answer is None or not answer.score:
            yield _at(item, "essential_item_unanswered" if item.essential else "item_unanswered", "score")
            continue
        if gap_without_action(look, item):
            yield _at(item, "essential_gap_without_action" if item.essential else "gap_without_action", "score")
        if is_claimed(look.plan, item.code):
            yield _at(item, "yes_without_evidence", "score")
        if answer.score == "na" and not answer.na_reason.strip():
            yield _at(item, "not_applicable_without_reason", "na_reason")
        if answer.score != "na" and not answer.finding.strip():
            yield _at(item, "answer_without_finding", "finding")


def gap_without_action(look: Inspection, item: ItemInUse) -> bool:
    """The answer is below Yes and no action that counts takes it up."""
    return has_gap(look.plan, item.code) and item.code not in look.items_acted_on


def _at(item: ItemInUse, code: str, field: str) -> Finding:
    return found(code, "answer", item.answer_uid, field, item.step, {"item": item.code})
