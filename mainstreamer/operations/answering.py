"""Answering checklist items: the answer, its evidence, and taking over suggested actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from mainstreamer.domain.actions import action_code
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.checklist import Checklist, SuggestedAction
from mainstreamer.domain.kinds import EXISTS, Action, Evidence, new_uid
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.language import Language
from mainstreamer.operations.indicator_choice import holder_of, values_for


def answer(plan: Plan, item: str, **values: Any) -> list[Put]:
    """Puts that give an item's answer these values (score, finding, na_reason, responsible), making the answer if need be."""
    uid = plan.answer_uid(item)
    puts = (
        []
        if plan.find("answer", uid) is not None
        else [Put("answer", uid, EXISTS, True), Put("answer", uid, "item", item)]
    )
    return puts + [Put("answer", uid, field, value) for field, value in values.items()]


def add_evidence(plan: Plan, item: str, **values: Any) -> tuple[str, list[Put]]:
    """A new piece of evidence on which an item rests: its uid and the puts."""
    uid = new_uid()
    return uid, creation("evidence", uid, {**values, "items": (item,)})


def tie_evidence(evidence: Evidence, item: str) -> list[Put]:
    """Let an item rest on evidence that is already in the plan."""
    if item in evidence.items:
        return []
    return [Put("evidence", evidence.uid, "items", (*evidence.items, item))]


def untie_evidence(evidence: Evidence, item: str) -> list[Put]:
    """Take an item off a piece of evidence, which stays in the plan."""
    return [Put("evidence", evidence.uid, "items", tuple(code for code in evidence.items if code != item))]


def lead_of_type(plan: Plan, institution_type: str) -> str:
    """The institution of a type, where the plan has exactly one; otherwise empty, since a lead must not be guessed."""
    return holder_of(plan, institution_type)


def first_quarter(plan: Plan, today: date) -> Quarter | None:
    """The earliest quarter a new action can start: the next one, but not before the plan begins."""
    frame = plan.frame
    if frame.start_year is None:
        return None
    return max(Quarter(frame.start_year, 1), quarter_of(today, frame.fiscal_start or 1).plus(1))


def adopted(plan: Plan, checklists: Iterable[Checklist], item: str, suggestion: SuggestedAction) -> Action | None:
    """The action that a suggestion was taken over into, as long as it still stands for that item under that title, in
    whichever of these checklists' languages."""
    titles = {checklist.action_text(item, suggestion.key, "action") for checklist in checklists}
    return next((row for row in plan.actions_of_items.get(item, ()) if row.title in titles), None)


def adopt_suggestion(
    plan: Plan,
    checklist: Checklist,
    item: str,
    suggestion: SuggestedAction,
    today: date,
    speech: Language,
) -> tuple[str, list[Put]]:
    """Take a suggested action over into the plan with its output, lead where it is certain, quarters, tags, and its indicator
    with all that the catalogue says about it in `speech`.

    Cost, baseline and target stay open: they are the ministry's to set, and readiness asks for them.
    """
    uid = new_uid()
    taken = [row.code for row in plan.entries.get("action", {}).values() if isinstance(row, Action)]
    values: dict[str, Any] = {
        "code": action_code((item,), taken),
        "items": (item,),
        "title": checklist.action_text(item, suggestion.key, "action"),
        "output": checklist.action_text(item, suggestion.key, "output"),
        "sdg": checklist.by_code[item].tags["sdg"],
        "level": "national",
        "status": "not_started",
    }
    lead = lead_of_type(plan, suggestion.lead)
    if lead:
        values["leads"] = (lead,)
    start = first_quarter(plan, today)
    if start is not None:
        values["start"], values["end"] = start, start.plus(suggestion.quarters - 1)
    puts = creation("action", uid, values)
    if suggestion.indicator:
        known = values_for(plan, "action_indicator", suggestion.indicator, speech)
        row = {"action": uid, "indicator": suggestion.indicator, **known}
        puts += creation("action_indicator", new_uid(), row)
    return uid, puts
