"""Workbooks that arrive broken or with bad intent: each gets a sentence or is read, and nothing is ever changed by looking.

`MAINSTREAMER_MUTATIONS=5000` tries that many; each run of all tests tries a part.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from mainstreamer import knowledge
from mainstreamer.domain.history import History
from mainstreamer.domain.plan import Plan
from mainstreamer.errors import MainstreamerError
from mainstreamer.exchange.workbook_in import read_returned
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.both import spoken
from mainstreamer.language.sentences import error_sentence
from mainstreamer.operations.taking import compare, decide
from mainstreamer.operations.taking_report import choices_for
from tests.exchange.hostile_workbooks import heavy, hostile
from tests.exchange.small_plan import TODAY, full_plan

MUTATIONS = int(os.environ.get("MAINSTREAMER_MUTATIONS", "150"))
PARTS = 4
"""The seeds are dealt out to so many tests, so that several processors can share them."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, bytes]:
    """The content of a small exported workbook."""
    path = tmp_path_factory.mktemp("sound") / "sound.xlsx"
    plan = full_plan()
    export_workbook(plan, knowledge.checklist("en"), spoken(("en",)), path, today=TODAY, vector={"sitting": 1})
    return plan, path.read_bytes()


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_workbooks_get_a_sentence_or_are_read(part: int, sound: tuple[Plan, bytes], tmp_path: Path) -> None:
    plan, content = sound
    path, came = tmp_path / "hostile.xlsx", Counter[str]()
    for seed in range(part, MUTATIONS, PARTS):
        name, spoilt = hostile(content, seed)
        path.write_bytes(spoilt)
        came[attempt(plan, path, f"{seed} {name}")] += 1
    assert came["read"] and came["unreadable_workbook"], came


def test_workbooks_meant_to_exhaust_get_a_sentence(sound: tuple[Plan, bytes], tmp_path: Path) -> None:
    plan, content = sound
    path = tmp_path / "heavy.xlsx"
    for seed in range(4):
        name, spoilt = heavy(content, seed)
        path.write_bytes(spoilt)
        attempt(plan, path, f"{seed} {name}")


def attempt(plan: Plan, path: Path, told: str) -> str:
    """Read a workbook and compare it; answers with the code of the error, or `read`. Anything else fails the test."""
    try:
        returned = read_returned(path, plan.uid, lambda vector: plan, plan, TODAY)
        taking = compare(plan, History(), returned)
        decide(plan, taking, choices_for(taking, "workbook", True))
    except MainstreamerError as error:
        for code in ("en", "ru"):
            said = error_sentence(spoken((code,)), error)
            assert said.happened and said.safe and said.todo, told
        return error.code
    except Exception as error:
        raise AssertionError(told) from error
    return "read"
