"""Round trips of plans by chance, through openpyxl and through LibreOffice: what nobody edited changes nothing, and of k edits
exactly those k come back. What needs LibreOffice is skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mainstreamer import knowledge
from mainstreamer.domain.returned import Returned
from mainstreamer.exchange.workbook_in import read_returned
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.both import spoken
from mainstreamer.operations.sampling import create_sample
from mainstreamer.operations.taking import compare, decide, remembered
from mainstreamer.storage.document import Document
from tests.exchange.returning import nothing
from tests.exchange.workbook_edits import edit_workbook
from tests.generated_plans import generated_plan

SOFFICE = shutil.which("soffice")
TODAY = date(2027, 5, 10)
LANGUAGES = (("en",), ("ru",), ("en", "ru"), ("ru", "en"))
PRESETS = ("full", "full", "public", "print")
EDITS = 40
Edits = dict[tuple[str, str, str], Any]
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


@pytest.mark.parametrize("seed", range(8))
def test_a_plan_by_chance_comes_back_as_it_went(seed: int, tmp_path: Path) -> None:
    with generated_plan(tmp_path / "p.mplan", seed) as document:
        path = exported(document, tmp_path / "out.xlsx", LANGUAGES[seed % 4], PRESETS[seed // 2 % 4])
        found = read(document, path)
        assert nothing(found), found


@pytest.mark.parametrize("seed", range(8))
def test_edits_by_chance_are_exactly_those_that_come_back(seed: int, tmp_path: Path) -> None:
    with generated_plan(tmp_path / "p.mplan", seed) as document:
        path, made = edited(document, tmp_path, LANGUAGES[seed % 4], seed)
        expect(document, path, made)


def edited(document: Document, folder: Path, codes: tuple[str, ...], seed: int) -> tuple[Path, Edits]:
    """A workbook with edits by chance, and what they mean."""
    path = folder / "edited.xlsx"
    written = exported(document, folder / "out.xlsx", codes)
    done = edit_workbook(written, path, document.plan, spoken(codes), seed, EDITS)
    return path, {(edit.kind, edit.uid, edit.field): edit.new for edit in done}


def expect(document: Document, path: Path, made: Edits) -> None:
    """Those edits and no others come back, are taken in, and are there already the second time."""
    found = read(document, path)
    assert not found.refused, found.refused
    assert {(edit.kind, edit.uid, edit.field): edit.new for edit in found.edits} == made
    assert not (found.new_rows or found.missing)
    document.take_in(decide(document.plan, compare(document.plan, document.history(), found)))
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
    codes = LANGUAGES[seed % 4]
    with create_sample(tmp_path / "p.mplan", codes[0]) as document:
        path, made = edited(document, tmp_path, codes, seed)
        expect(document, saved_by_libreoffice(path), made)


@libreoffice
def test_a_plan_by_chance_saved_by_libreoffice_changes_nothing(tmp_path: Path) -> None:
    with generated_plan(tmp_path / "p.mplan", 3, 4) as document:
        path = saved_by_libreoffice(exported(document, tmp_path / "out.xlsx", ("en",)))
        found = read(document, path)
        assert nothing(found), found
