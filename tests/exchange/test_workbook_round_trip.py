"""Round trips of plans by chance, through openpyxl and through LibreOffice: what nobody edited changes nothing, and of k edits
exactly those k come back. What needs LibreOffice is skipped where it is not installed.

`MAINSTREAMER_ROUND_TRIPS=200` tries that many plans; each run of all tests tries a few.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from mainstreamer import knowledge
from mainstreamer.domain.returned import Returned
from mainstreamer.exchange.workbook_in import read_returned
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.both import spoken
from mainstreamer.operations.sampling import create_sample
from mainstreamer.operations.taking import compare, decide, remembered
from mainstreamer.storage.document import Document
from tests.exchange.chance_edits import edit_by_chance
from tests.exchange.returning import editing, nothing
from tests.generated_plans import generated_plan

SOFFICE = shutil.which("soffice")
TODAY = date(2027, 5, 10)
LANGUAGES = (("en",), ("ru",), ("en", "ru"), ("ru", "en"))
PRESETS = ("full", "full", "public", "print")
EDITS = 40
TRIPS = range(int(os.environ.get("MAINSTREAMER_ROUND_TRIPS", "8")))
libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here, so nothing is saved by it")


def exported(document: Document, path: Path, codes: tuple[str, ...], preset: str = "full") -> Path:
    speech, plan = spoken(codes), document.plan
    checklist = knowledge.plan_checklist(plan, speech.code)
    export_workbook(plan, checklist, speech, path, preset=preset, today=TODAY, vector=document.know())
    return path


def read(document: Document, path: Path) -> Returned:
    plan = document.plan
    return read_returned(path, plan.uid, remembered(plan.uid, document.history()), plan, TODAY)


def saved_by_libreoffice(path: Path, form: str = "xlsx") -> Path:
    """The file as LibreOffice saves it: at once, or to its own form and back."""
    profile, folder = path.parent / "profile", path.parent / f"{path.stem}-{form}"
    folder.mkdir()
    target = "xlsx:Calc MS Excel 2007 XML" if form == "xlsx" else form
    done = subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", target, "--outdir",
         str(folder), str(path)],
        capture_output=True, text=True, timeout=170, check=False,
    )  # fmt: skip
    made = folder / f"{path.stem}.{form}"
    assert made.is_file(), done.stderr
    return made if form == "xlsx" else saved_by_libreoffice(made)


@pytest.mark.parametrize("seed", TRIPS)
def test_a_plan_by_chance_comes_back_as_it_went(seed: int, tmp_path: Path) -> None:
    with generated_plan(tmp_path / "p.mplan", seed) as document:
        path = exported(document, tmp_path / "out.xlsx", LANGUAGES[seed % 4], PRESETS[seed // 2 % 4])
        found = read(document, path)
        assert nothing(found), found


@pytest.mark.parametrize("seed", TRIPS)
def test_edits_by_chance_are_exactly_those_that_come_back(seed: int, tmp_path: Path) -> None:
    chance, codes = random.Random(seed), LANGUAGES[seed % 4]
    with generated_plan(tmp_path / "p.mplan", seed) as document:
        path = exported(document, tmp_path / "out.xlsx", codes)
        with editing(path) as book:
            made = edit_by_chance(book, document.plan, spoken(codes), chance, EDITS)
        _expect(document, path, made)


def _expect(document: Document, path: Path, made: dict[tuple[str, str, str], object]) -> None:
    """Those edits and no others come back, are taken in, and are there already the second time."""
    found = read(document, path)
    assert not found.refused, found.refused
    assert {(edit.kind, edit.uid, edit.field): edit.new for edit in found.edits} == made
    assert not (found.new_rows or found.missing)
    taking = compare(document.plan, document.history(), found)
    document.take_in(decide(document.plan, taking))
    for cell, value in made.items():
        assert document.plan.value(*cell) == value
    assert document.integrity() == ()
    assert decide(document.plan, compare(document.plan, document.history(), read(document, path))).puts == ()


@libreoffice
@pytest.mark.parametrize("codes", [("en",), ("ru", "en")])
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_what_libreoffice_saves_again_changes_nothing(form: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    with create_sample(tmp_path / "p.mplan", codes[0]) as document:
        path = saved_by_libreoffice(exported(document, tmp_path / "out.xlsx", codes), form)
        found = read(document, path)
        assert nothing(found), found


@libreoffice
@pytest.mark.parametrize("seed", range(2))
def test_edits_saved_by_libreoffice_are_exactly_those_that_come_back(seed: int, tmp_path: Path) -> None:
    chance, codes = random.Random(seed), LANGUAGES[seed % 4]
    with create_sample(tmp_path / "p.mplan", codes[0]) as document:
        path = exported(document, tmp_path / "out.xlsx", codes)
        with editing(path) as book:
            made = edit_by_chance(book, document.plan, spoken(codes), chance, EDITS)
        _expect(document, saved_by_libreoffice(path), made)


@libreoffice
def test_a_plan_by_chance_saved_by_libreoffice_changes_nothing(tmp_path: Path) -> None:
    with generated_plan(tmp_path / "p.mplan", 3, 4) as document:
        path = saved_by_libreoffice(exported(document, tmp_path / "out.xlsx", ("en",)))
        found = read(document, path)
        assert nothing(found), found
