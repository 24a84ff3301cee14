"""The command line as a person or a program uses it: exit codes, sentences, JSON, no Qt."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mainstreamer.__main__ import main
from mainstreamer.domain.actions import total
from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.history import SAMPLE_VERBS
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.numbers import number_text
from mainstreamer.domain.plan import creation
from mainstreamer.storage.blobs import Content
from mainstreamer.storage.document import Document
from mainstreamer.storage.layout import VERSION


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "s.mplan"
    assert main(["sample", str(path)]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said on standard error; nothing else may have been said."""
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert captured.err.count("\n") == 1, captured.err
    return captured.err


def answered(capsys: pytest.CaptureFixture[str]) -> Any:
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def test_new_makes_a_plan_with_the_countrys_currency(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.mplan"
    assert main(["new", str(path), "--country", "bgd", "--start", "2027", "--end", "2030"]) == 0
    capsys.readouterr()
    assert main(["info", str(path), "--json"]) == 0
    found = answered(capsys)
    assert (found["country"], found["money"]["currency"], found["schema"]) == ("BGD", "BDT", VERSION)
    with Document.open(path) as document:
        assert document.plan.frame.fiscal_start == 7
        assert (document.plan.frame.start_year, document.plan.frame.end_year) == (2027, 2030)


def test_new_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.mplan"
    path.write_text("mine")
    assert main(["new", str(path), "--country", "MDA"]) == 2
    assert "p.mplan" in told(capsys)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "words",
    [
        ["new", "p.mplan", "--country", "ZZZ"],
        ["new", "p.mplan", "--country", "MDA", "--start", "2030", "--end", "2027"],
        ["new", "p.mplan", "--country", "MDA", "--start", "soon"],
        ["new", "p.mplan", "--country", "MDA", "--fiscal-start", "13"],
        ["new", "p.mplan", "--country", "MDA", "--currency", "QQQ"],
        ["new", "p.mplan", "--country", "MDA", "--language", "xx"],
        ["new", "p.mplan"],
        ["new", "missing/p.mplan", "--country", "MDA"],
        ["sample", "missing/p.mplan"],
        ["info", "none.mplan"],
        ["info"],
        ["check", "none.mplan", "--jason"],
        ["export", "none.mplan", "out.xlsx"],
        ["checklist", "--language", "xx"],
        ["--frobnicate"],
    ],
)
def test_wrong_words_give_one_sentence_and_leave_nothing(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert told(capsys).strip()
    assert list(tmp_path.iterdir()) == []


def test_info_prints_the_totals_of_the_plan(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(sample), "--json"]) == 0
    found = answered(capsys)
    with Document.open(sample) as document:
        sums = total(document.plan.actions)
        assert found["vector"] == document.know()
        assert found["plan"] == document.plan.uid
    assert found["money"]["cost"] == number_text(sums.cost)
    assert found["money"]["gap"] == number_text(sums.gap)
    assert found["counts"]["action"] >= 40
    assert set(found["progress"]) == {str(step) for step in range(1, 11)}
    assert found["conflicts"] == 0


def test_check_finds_what_blocks(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sample), "--json"]) == 1
    found = answered(capsys)
    assert found["integrity"] == "ok"
    assert {row["severity"] for row in found["findings"]} == {"blocks", "improves", "note"}
    assert all(row["message"] and "{" not in row["message"] for row in found["findings"])


def test_history_is_newest_first(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(sample), "--json"]) == 0
    found = answered(capsys)
    assert [entry["verb"] for entry in found] == [*reversed(SAMPLE_VERBS), "create_plan"]
    assert {"kind", "uid", "field", "old", "new"} == set(found[0]["puts"][0])


def test_indicators_have_name_unit_and_source(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["indicators", str(sample), "--json"]) == 0
    found = answered(capsys)
    assert {"D1", "D7", "Y1"} <= {row["code"] for row in found}
    for row in found:
        assert row["name"] and (row["value"] is not None or row["reason"])


def test_checklist_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    said = {}
    for language in ("en", "ru"):
        assert main(["checklist", "--language", language, "--json"]) == 0
        said[language] = json.loads(capsys.readouterr().out)
        items = said[language]["items"]
        assert len(items) == 126
        for item in items:
            texts = (item[name] for name in ("question", "why", "evidence", "who_knows", "obstacle"))
            assert all((*texts, *item["meaning"].values(), item["stage"], item["tags"]["r2"])), item["code"]
            assert all(all(action.values()) for action in item["actions"]) and item["actions"], item["code"]
    english, russian = ([item["code"] for item in said[language]["items"]] for language in ("en", "ru"))
    assert english == russian


def test_export_writes_a_workbook(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "plan.xlsx"
    assert main(["export", str(sample), str(target), "--language", "ru"]) == 0
    capsys.readouterr()
    assert target.read_bytes().startswith(b"PK")
    assert main(["export", str(sample), str(target), "--replace", "--preset", "frilly"]) == 2
    assert "frilly" in told(capsys)


@pytest.mark.parametrize("words", [["info"], ["check"], ["history"], ["indicators"]])
def test_every_verb_speaks_to_people_too(words: list[str], sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, str(sample)]) in (0, 1)
    said = capsys.readouterr()
    assert said.err == "" and len(said.out.splitlines()) > 1


def test_looking_changes_no_byte(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sample.read_bytes(), sample.stat().st_mtime_ns
    for verb in ("info", "check", "history", "indicators"):
        main([verb, str(sample)])
    capsys.readouterr()
    assert (sample.read_bytes(), sample.stat().st_mtime_ns) == before


def test_a_plan_open_elsewhere_is_said(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Document.open(sample):
        assert main(["info", str(sample)]) == 2
    assert "s.mplan" in told(capsys)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 200])
def test_not_a_plan_is_said(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.mplan"
    path.write_bytes(content)
    assert main(["info", str(path)]) == 2
    told(capsys)
    assert path.read_bytes() == content


def child(words: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", words[0]] if len(words) == 1 else [sys.executable, "-m", "mainstreamer", *words],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_verbs_import_no_qt() -> None:
    """The command line must run where Qt cannot."""
    code = (
        "import sys; from mainstreamer.__main__ import main; main(['checklist']);"
        "import mainstreamer.exchange.workbook_out, mainstreamer.operations.reporting;"
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'pyqtgraph') for name in sys.modules))"
    )
    assert child([code]).returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display in this way")
@pytest.mark.parametrize("display", [None, ":987"])
def test_without_a_display_the_window_says_so(display: str | None) -> None:
    code = "import sys; from mainstreamer.__main__ import main; sys.exit(main([]))"
    done = child([code], **({"DISPLAY": display} if display else {}))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


def test_a_file_that_is_damaged_or_missing_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.mplan"
    with Document.create(path, {"title": "Plan", "country": "MDA"}) as document:
        contents = [Content.of([text]) for text in (b"one", b"two")]
        for content, name in zip(contents, ("one.txt", "two.txt"), strict=True):
            list(document.files.stage(content))
            file = AttachedFile(name, content.size, content.sha256)
            document.put("add", creation("evidence", new_uid(), {"title": f"Order {name}", "file": file}))
    raw = sqlite3.connect(path)
    raw.execute("UPDATE blob_part SET content = x'00' WHERE sha256 = ?", (contents[0].sha256,))
    raw.execute("DELETE FROM blob WHERE sha256 = ?", (contents[1].sha256,))
    raw.commit()
    raw.close()
    assert main(["check", str(path), "--json"]) == 1
    said = answered(capsys)["integrity"]
    assert "“one.txt” is damaged" in said and "“two.txt” of “Order two.txt” is not in the plan" in said
    assert main(["info", str(path), "--json"]) == 0
    assert answered(capsys)["counts"]["evidence"] == 2
    assert main(["export", str(path), str(tmp_path / "out.xlsx")]) == 0


def test_a_plan_of_an_older_version_is_backed_up_before_it_is_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    path = tmp_path / "old.mplan"
    shutil.copy(Path(__file__).parent / "data" / "version-1.mplan", path)
    before = path.read_bytes()
    assert main(["info", str(path), "--json"]) == 0
    assert answered(capsys)["schema"] == VERSION
    (backup,) = (own_home / "backups").rglob("*.mplan")
    assert backup.stat().st_size == len(before)
    assert main(["check", str(path), "--json"]) == 1
    assert answered(capsys)["integrity"] == "ok"
