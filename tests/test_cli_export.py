"""`mainstreamer export`: presets by name, two languages, and which actions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mainstreamer import paths, settings
from mainstreamer.__main__ import main
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import ActionFilter, PresetSpec, preset_from_json, preset_to_json
from mainstreamer.storage.document import Document


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "s.mplan"
    assert main(["sample", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def plan(sample: Path) -> Plan:
    with Document.open_for_reading(sample) as document:
        return document.plan


def export(sample: Path, target: Path, *words: str) -> PresetSpec:
    assert main(["export", str(sample), str(target), "--replace", *words]) == 0
    rows = {row[0].value: row[1].value for row in openpyxl.load_workbook(target)["_mainstreamer"].iter_rows()}
    return preset_from_json(rows["preset"])


def refused(capsys: pytest.CaptureFixture[str], sample: Path, target: Path, *words: str) -> str:
    capsys.readouterr()
    assert main(["export", str(sample), str(target), *words]) == 2
    assert not target.exists()
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    return said.err


def save(*specs: PresetSpec) -> None:
    settings.save(paths.settings_file(), replace(settings.Settings(), presets=tuple(map(preset_to_json, specs))))


def test_two_languages_the_first_leading(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    assert export(sample, target, "--language", "ru,en").languages == ("ru", "en")
    assert "План действий – Action plan" in openpyxl.load_workbook(target).sheetnames


def test_a_saved_preset_by_name(sample: Path, tmp_path: Path) -> None:
    own = PresetSpec("For the minister", "print", languages=("ru",), filter=ActionFilter(statuses=("done",)))
    save(own)
    assert export(sample, tmp_path / "out.xlsx", "--preset", "for the  MINISTER") == own
    found = export(sample, tmp_path / "out.xlsx", "--preset", own.name, "--language", "en", "--year", "2028")
    assert (found.languages, found.filter) == (("en",), ActionFilter(years=(2028,), statuses=("done",)))


def test_filters_by_name_step_year_and_status(sample: Path, plan: Plan, tmp_path: Path) -> None:
    lead = plan.find("institution", plan.actions[0].leads[0])
    name: Any = getattr(lead, "name", "")
    words = ["--lead", name.upper(), "--step", "2", "--step", "3", "--year", "2027", "--status", "done"]
    found = export(sample, tmp_path / "out.xlsx", *words)
    assert found.filter == ActionFilter((lead.uid,), ("2", "3"), (2027,), ("done",)) if lead else False


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--preset", "frilly"], "frilly"),
        (["--language", "xx"], "xx"),
        (["--language", "en,ru,en,fr"], "en,ru"),
        (["--lead", "Ministry of Silly Walks"], "Ministry of Silly Walks"),
        (["--lead", " "], "--lead"),
        (["--step", "11"], "11"),
        (["--status", "asleep"], "on_track"),
        (["--year", "soon"], "soon"),
    ],
)
def test_wrong_words_are_refused_with_what_can_be_used(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert said in refused(capsys, sample, tmp_path / "out.xlsx", *words)


def test_a_lead_of_another_plan_is_refused_and_not_passed_over(
    sample: Path, plan: Plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(PresetSpec("Theirs", filter=ActionFilter(leads=("elsewhere",))))
    assert "Theirs" in refused(capsys, sample, tmp_path / "out.xlsx", "--preset", "Theirs")
    lead = plan.actions[0].leads[0]
    name = plan.name_of("institution", lead)
    assert export(sample, tmp_path / "out.xlsx", "--preset", "Theirs", "--lead", name).filter.leads == (lead,)


def test_a_file_that_is_there_is_replaced_only_when_told(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.xlsx"
    target.write_bytes(b"months of work")
    capsys.readouterr()
    assert main(["export", str(sample), str(target)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "out.xlsx" in said.err and "--replace" in said.err and said.err.count("\n") == 1
    assert target.read_bytes() == b"months of work"
    export(sample, target)
