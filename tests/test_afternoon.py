"""An afternoon of several hands: a workbook goes out, two ministries edit copies of it and the planners the plan, and all of it
comes together, over the sample plan and over Moldova's documented case. LibreOffice saves the copies where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mainstreamer.__main__ import main
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put
from mainstreamer.operations.plan_data import puts_of
from mainstreamer.operations.sample import sample_frame
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author
from tests.exchange.returning import editing

SOFFICE = shutil.which("soffice")
MOLDOVA = Path(__file__).parent / "data" / "moldova.toml"
Captured = pytest.CaptureFixture[str]


def plan_file(name: str, path: Path) -> Path:
    if name == "sample":
        assert main(["sample", str(path), "--language", "en"]) == 0
        return path
    uid = new_uid()
    puts = puts_of(tomllib.loads(MOLDOVA.read_text(encoding="utf-8"), parse_float=Decimal), {}, uid)
    with Document.create(path, sample_frame(puts), uid=uid) as document:
        document.put("take_data", [put for put in puts if put.uid != uid])
    return path


def saved_again(path: Path) -> Path:
    """The workbook as LibreOffice saves it; as it is where there is none."""
    if SOFFICE is None:
        return path
    folder = path.parent / "saved"
    done = subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path)],
        capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    assert (folder / path.name).is_file(), done.stderr
    return folder / path.name


@pytest.mark.parametrize("name", ["sample", "moldova"])
def test_several_hands_meet_in_one_plan(name: str, tmp_path: Path, capsys: Captured) -> None:
    plan = plan_file(name, tmp_path / "p.mplan")
    out = tmp_path / "out.xlsx"
    assert main(["export", str(plan), str(out), "--language", "en"]) == 0
    capsys.readouterr()

    def imported(*words: str, code: int = 0) -> Any:
        assert main(["import", str(plan), *words, "--json"]) == code
        return json.loads(capsys.readouterr().out)

    labour, health = tmp_path / "labour.xlsx", tmp_path / "health.xlsx"
    for copy in (labour, health):
        shutil.copy(out, copy)
    with Document.open(plan, Author("Planner", "Planning")) as document:
        first, second, third = (row.uid for row in document.plan.actions[:3])
        institution = document.plan.institutions[0].uid
    with editing(labour) as book:
        book.write("action", first, status="At risk", cost=1234.5)
        book.write("action", second, output="A register that every district uses")
        book.append("institution", name="Agency for Work Abroad")
        book.append(
            "action", title="Open a desk in every district", leads="Agency for Work Abroad", status="Not started"
        )
    with editing(health) as book:
        book.write("action", third, note="Health pays the nurses.")
        book.write("action", second, output="Another register")
        book.write("institution", institution, role="Chairs the council")
    with Document.open(plan, Author("Planner", "Planning")) as document:
        document.put("edit", [Put("action", third, "title", "Train the nurses of every district")])

    one, other = str(saved_again(labour)), str(saved_again(health))
    tried = imported(one, "--dry-run")
    assert {(row["field"], row["new"]) for row in tried["changes"]} >= {
        ("status", "at_risk"), ("cost", "1234.5"), ("output", "A register that every district uses"),
    }  # fmt: skip
    assert len(tried["added"]) == 2 and not tried["removed"] and not tried["conflicts"] and not tried["refused"]
    assert imported(one)["changes"] == tried["changes"]

    met = imported(other, "--dry-run", code=1)
    assert [row["field"] for row in met["conflicts"]] == ["output"]
    imported(other, "--conflicts", "workbook")
    again = imported(other)
    assert not again["changes"] and not again["added"] and not again["conflicts"]

    with Document.open(plan) as document:
        actions = {row.uid: row for row in document.plan.actions}
        assert (actions[first].status, actions[first].cost) == ("at_risk", Decimal("1234.5"))
        assert actions[second].output == "Another register"
        assert (actions[third].title, actions[third].note) == (
            "Train the nurses of every district",
            "Health pays the nurses.",
        )
        fresh = next(row for row in document.plan.actions if row.title == "Open a desk in every district")
        assert [document.plan.name_of("institution", uid) for uid in fresh.leads] == ["Agency for Work Abroad"]
        assert document.integrity() == ()
        count = len(document.plan.actions)
    assert main(["export", str(plan), str(out), "--language", "ru", "--replace"]) == 0
    capsys.readouterr()
    nothing = imported(str(out))
    assert not nothing["changes"] and not nothing["added"] and not nothing["removed"]
    assert main(["info", str(plan), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["action"] == count
