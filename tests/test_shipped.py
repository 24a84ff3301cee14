"""Shipped TOML is read once; what is kept of it is never believed wrongly and never needed."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from mainstreamer import shipped
from mainstreamer.paths import cache_folder, resource

PARTS = ("words", "en", "verb.toml")


def whole() -> dict[str, object]:
    return tomllib.loads(resource(*PARTS).read_text(encoding="utf-8"))


def kept() -> Path:
    return cache_folder() / "words-en-verb.toml.json"


def test_the_second_reading_is_that_of_the_first() -> None:
    assert shipped.read_toml(*PARTS) == whole()
    assert kept().is_file()
    assert shipped.read_toml(*PARTS) == whole()


def test_the_kept_copy_is_what_is_read_the_second_time() -> None:
    shipped.read_toml(*PARTS)
    copy = json.loads(kept().read_text(encoding="utf-8"))
    copy["content"] = {"from": "the copy"}
    kept().write_text(json.dumps(copy), encoding="utf-8")
    assert shipped.read_toml(*PARTS) == {"from": "the copy"}


@pytest.mark.parametrize("rubbish", ("", "{", "[]", '{"mark": 1, "content": {}}', '{"content": {}}', "\0"))
def test_rubbish_in_the_cache_is_passed_over(rubbish: str) -> None:
    kept().parent.mkdir(parents=True)
    kept().write_text(rubbish, encoding="utf-8")
    assert shipped.read_toml(*PARTS) == whole()


def test_a_changed_file_is_read_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "resource", tmp_path.joinpath)
    monkeypatch.setattr(shipped, "resources", lambda: tmp_path)
    (tmp_path / "a.toml").write_text("x = 1", encoding="utf-8")
    assert shipped.read_toml("a.toml") == {"x": 1}
    (tmp_path / "a.toml").write_text("x = 22", encoding="utf-8")
    assert shipped.read_toml("a.toml") == {"x": 22}


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(own_home: Path) -> None:
    (own_home / "cache").write_text("in the way", encoding="utf-8")
    assert shipped.read_toml(*PARTS) == whole()


def test_what_json_cannot_hold_is_read_as_toml(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "resource", tmp_path.joinpath)
    (tmp_path / "a.toml").write_text("day = 2027-01-01", encoding="utf-8")
    first, second = shipped.read_toml("a.toml"), shipped.read_toml("a.toml")
    assert first == second == tomllib.loads("day = 2027-01-01")
