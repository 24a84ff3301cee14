"""An edited workbook read back: what changed, what is new, what is gone, what cannot be read, and what spreadsheets do."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import KINDS, answer_uid
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import ActionFilter, PresetSpec
from mainstreamer.domain.returned import Returned
from mainstreamer.exchange.cells import CELL_LIMIT
from mainstreamer.operations.sample import sample_puts
from tests.absurd_plan import absurd_plan
from tests.exchange.returning import Book, editing, exported, nothing, read
from tests.exchange.small_plan import PLAN, frame, full_plan, uid, with_record

LANGUAGES = [("en",), ("ru",), ("en", "ru"), ("ru", "en")]


def sample_plan(code: str = "en") -> Plan:
    return Plan(PLAN).with_puts(sample_puts(code, PLAN))


def edits(found: Returned) -> dict[tuple[str, str, str], Any]:
    return {(edit.kind, edit.uid, edit.field): edit.new for edit in found.edits}


def only_edits(found: Returned) -> dict[tuple[str, str, str], Any]:
    assert not (found.refused or found.new_rows or found.missing or found.remarks), found
    return edits(found)


@pytest.fixture
def plan() -> Plan:
    return full_plan()


# -- nothing was edited ------------------------------------------------------------------------------------------------


def absurd(folder: Path) -> Plan:
    with absurd_plan(folder / "absurd.mplan") as document:
        return document.plan


PLANS: dict[str, Callable[[Path], Plan]] = {
    "sample": lambda folder: sample_plan(),
    "small": lambda folder: full_plan(),
    "empty": lambda folder: frame(),
    "absurd": absurd,
}


@pytest.mark.parametrize("codes", LANGUAGES)
@pytest.mark.parametrize("name", PLANS)
def test_what_nobody_edited_changes_nothing(name: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    plan = PLANS[name](tmp_path)
    found = read(exported(plan, tmp_path, codes), plan)
    assert nothing(found), found
