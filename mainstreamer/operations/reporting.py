"""What the command line reports, as plain data. The forms are stable and described in docs/command-line.md.

Amounts and values are decimal text, so that no digit is lost; dates and quarters are ISO text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from mainstreamer.domain.actions import total
from mainstreamer.domain.checklist import ITEM_TEXTS, step_progress
from mainstreamer.domain.history import conflicts
from mainstreamer.domain.indicators import indicator_values
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.numbers import number_text
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness import BLOCKS, findings
from mainstreamer.knowledge import checklist, plan_checklist
from mainstreamer.knowledge import indicators as indicator_catalogue
from mainstreamer.language import Language
from mainstreamer.language.findings import finding_sentence, record_name
from mainstreamer.language.indicators import indicator_words
from mainstreamer.storage.blobs import FileFault
from mainstreamer.storage.document import Document
from mainstreamer.storage.layout import VERSION


def info(path: Path) -> dict[str, Any]:
    """Title, counts, progress per step, money, open conflicts, version vector."""
    with Document.open_for_reading(path) as document:
        plan = document.plan
        asked = plan_checklist(plan, "en")
        states = {step.number: step_progress(plan, asked, step.number) for step in asked.steps}
        sums = total(plan.actions)
        return {
            "plan": plan.uid,
            "title": plan.frame.title,
            "country": plan.frame.country,
            "schema": VERSION,
            "counts": {kind: len(plan.all(kind)) for kind in KINDS if kind != "plan"},
            "progress": {
                str(number): {"answered": state.answered, "of": state.of, "score": _score(state.score)}
                for number, state in states.items()
            },
            "money": {
                "cost": number_text(sums.cost),
                "secured_state": number_text(sums.state),
                "secured_external": number_text(sums.external),
                "gap": number_text(sums.gap),
                "currency": plan.frame.currency,
            },
            "conflicts": len(conflicts(document.history())),
            "vector": document.know(),
        }


def _score(score: Decimal | None) -> float | None:
    return None if score is None else round(float(score), 2)


def check(path: Path, speech: Language, today: date) -> tuple[dict[str, Any], bool]:
    """Integrity and findings; the second value says whether something stands in the way of adoption."""
    with Document.open_for_reading(path) as document:
        plan = document.plan
        faults = document.integrity(files=False)
        faults += tuple(_file_sentence(speech, plan, fault) for fault in document.files.faults(plan))
        found = findings(plan, plan_checklist(plan, speech.code), today, document.open_conflicts())
    rows = [
        {
            "code": one.code,
            "severity": one.severity,
            "kind": one.kind,
            "uid": one.uid,
            "field": one.field,
            "message": finding_sentence(speech, plan, one),
        }
        for one in found
    ]
    integrity = "ok" if not faults else "; ".join(faults)
    return {"integrity": integrity, "findings": rows}, bool(faults) or any(one.severity == BLOCKS for one in found)


def _file_sentence(speech: Language, plan: Plan, fault: FileFault) -> str:
    """What is wrong with a file kept in the plan."""
    record = record_name(speech, plan, fault.kind, fault.uid) if fault.uid else "–"
    return speech.word("error", "integrity", fault.problem, name=fault.name or fault.sha256, record=record)


def history(path: Path) -> list[dict[str, Any]]:
    """Changesets, newest first, with their puts in stored form."""
    with Document.open_for_reading(path) as document:
        entries = document.entries()
    return [
        {
            "sitting": entry.sitting.uid,
            "number": entry.changeset.number,
            "at": entry.changeset.at,
            "person": entry.sitting.person,
            "institution": entry.sitting.institution,
            "verb": entry.changeset.verb,
            "puts": [
                {
                    "kind": change.cell.kind,
                    "uid": change.cell.uid,
                    "field": change.cell.field,
                    "old": change.old,
                    "new": change.new,
                }
                for change in entry.changeset.changes
            ],
        }
        for entry in entries
    ]


def indicators(path: Path, speech: Language) -> list[dict[str, Any]]:
    """Every indicator value; one that could not be computed has value null and says why."""
    with Document.open_for_reading(path) as document:
        plan = document.plan
    return [
        {
            "code": value.code,
            "name": value.name or speech.word("indicator", value.code, "name"),
            "value": None if value.value is None else number_text(value.value),
            "unit": value.unit,
            "year": value.year,
            "sex": value.sex,
            "area": value.area,
            "variant": value.variant,
            "source": value.source,
            "reason": value.reason,
        }
        for value in indicator_values(plan, today=date.today())
    ]


def indicator_lines(path: Path, speech: Language) -> list[str]:
    """The same values in words, a line each."""
    with Document.open_for_reading(path) as document:
        plan = document.plan
    lines = []
    for value in indicator_values(plan, today=date.today()):
        said = indicator_words(speech, value, indicator_catalogue().get(value.code))
        about = ", ".join(part for part in (said.period, said.who, said.where, said.variant, said.type) if part)
        lines.append(f"{said.code} {said.name}: {said.value_and_unit or said.reason} ({about})")
    return lines


def checklist_data(language: str) -> dict[str, Any]:
    """The shipped checklist in one language."""
    shipped = checklist(language)
    items = []
    for item in shipped.items:
        texts = {name: shipped.text(item.code, name) for name in ITEM_TEXTS}
        items.append(
            {
                "code": item.code,
                "step": item.step,
                "essential": item.essential,
                "sector": item.sector,
                "stage": item.stage,
                "question": texts["question"],
                "why": texts["why"],
                "meaning": {name: texts[name] for name in ("no", "partly", "yes")},
                "evidence": texts["evidence"],
                "who_knows": texts["who_knows"],
                "obstacle": texts["obstacle"],
                "actions": [
                    {
                        "key": action.key,
                        "action": shipped.action_text(item.code, action.key, "action"),
                        "output": shipped.action_text(item.code, action.key, "output"),
                        "lead": action.lead,
                        "quarters": action.quarters,
                        "indicator": action.indicator,
                    }
                    for action in item.actions
                ],
                "tags": {name: list(codes) for name, codes in item.tags.items()},
            }
        )
    return {"edition": shipped.edition, "language": language, "items": items}
