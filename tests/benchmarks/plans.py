"""Plans of a given size, filled like a plan at work."""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.storage.document import Document

FRAME = {
    "title": "A large plan",
    "country": "MDA",
    "start_year": 2027,
    "end_year": 2031,
    "currency": "MDL",
    "fiscal_start": 1,
}
WORDS = "Give people who come back from abroad a place to ask about work, papers and schools in every district"


def large_plan(path: Path, actions: int) -> Document:
    """A new document with so many actions, an indicator of each, and an institution and an objective for every ten."""
    document = Document.create(path, FRAME)
    document.put("import", large_puts(actions))
    return document


def large_puts(actions: int) -> list[Put]:
    puts: list[Put] = []
    institutions = [new_uid() for _ in range(max(1, actions // 10))]
    objectives = [new_uid() for _ in institutions]
    for place, (institution, objective) in enumerate(zip(institutions, objectives, strict=True)):
        name = f"Agency number {place}"
        puts += creation("institution", institution, {"name": name, "type": "other", "interest": 3, "influence": 4})
        puts += creation("objective", objective, {"code": f"O-{place}", "title": f"{WORDS} {place}", "target": "80 %"})
    owners = itertools.cycle(institutions)
    for place in range(actions):
        uid = new_uid()
        values = {
            "code": f"A-{place}",
            "title": f"{WORDS}, action {place}",
            "objective": objectives[place % len(objectives)],
            "output": WORDS,
            "plan_reference": "section 4.2",
            "leads": (next(owners),),
            "partners": (next(owners), next(owners)),
            "start": Quarter(2027 + place % 4, 1 + place % 4),
            "end": Quarter(2028 + place % 4, 4),
            "cost": Decimal(1000 * place + 500),
            "secured_state": Decimal(100 * place),
            "status": "not_started",
            "items": ("2.3", "6.1"),
            "sdg": ("10.7",),
            "risk": WORDS,
        }
        puts += creation("action", uid, values)
        named = {
            "action": uid,
            "name": f"People advised, {place}",
            "unit": "people",
            "baseline": Decimal(10),
            "target": Decimal(90),
        }
        puts += creation("action_indicator", new_uid(), named)
    return puts


def wide_plan(path: Path) -> Document:
    """A new document with 10,000 records of many kinds, 1,000 actions with their indicators among them."""
    document = Document.create(path, FRAME)
    document.put("import", wide_puts())
    return document


def wide_puts() -> list[Put]:
    puts = large_puts(1000)
    institutions = [new_uid() for _ in range(1800)]
    for place, uid in enumerate(institutions):
        scales = {"interest": 1 + place % 5, "influence": 1 + place // 5 % 5} if place % 9 else {}
        named = {"name": f"Ministry or agency {place} for the people of district {place % 60}", "acronym": f"MA{place}"}
        puts += creation("institution", uid, {**named, "type": "other", "role": WORDS, **scales})
    bodies = [new_uid() for _ in range(20)]
    for place, uid in enumerate(bodies):
        puts += creation(
            "body", uid, {"name": f"Council {place}", "legal_basis": "HG 725", "chair": institutions[place]}
        )
    for place in range(480):
        seat = {
            "body": bodies[place % 20],
            "institution": institutions[place],
            "role": "member",
            "post": f"Head {place}",
        }
        puts += creation("membership", new_uid(), seat)
    for place in range(500):
        held = {"title": f"Consultation {place}", "said": WORDS, "taken": WORDS, "participants": place}
        puts += creation("consultation", new_uid(), held)
    for place in range(1200):
        puts += creation("evidence", new_uid(), {"title": f"Decision {place}", "items": ("2.3",), "reference": WORDS})
    for place in range(2000):
        seen = {
            "indicator": "L3",
            "name": f"Series {place % 100}",
            "value": Decimal(place % 97),
            "year": 2000 + place // 100,
            "source": WORDS,
        }
        puts += creation("observation", new_uid(), seen)
    for place in range(1200):
        issue = {"title": f"Issue {place}", "sector": "labour", "severity": 1 + place % 5, "feasibility": 1 + place % 4}
        puts += creation("sector_issue", new_uid(), {**issue, "description": WORDS, "lead": institutions[place]})
    for place in range(300):
        treaty = {"title": f"Agreement {place}", "type": "other", "status": "in_force", "partners": ("ITA", "DEU")}
        puts += creation("agreement", new_uid(), treaty)
        way = {"partner": "ITA", "direction": "outgoing", "stock": 1000 * place, "issues": WORDS}
        puts += creation("corridor", new_uid(), way)
    return puts
