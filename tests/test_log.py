"""The log file of the program."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from mainstreamer import log


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    kept, level, propagate = list(log.LOGGER.handlers), log.LOGGER.level, log.LOGGER.propagate
    yield
    for handler in log.LOGGER.handlers:
        if handler not in kept:
            handler.close()
    log.LOGGER.handlers[:] = kept
    log.LOGGER.setLevel(level)
    log.LOGGER.propagate = propagate


def test_lines_are_appended(tmp_path: Path) -> None:
    (tmp_path / "mainstreamer.log").write_text("before\n", encoding="utf-8")
    path = log.start(tmp_path)
    assert path is not None
    logging.getLogger("mainstreamer.ui").info("told: %s", "disk_full")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "before"
    assert lines[1].endswith("INFO mainstreamer.ui told: disk_full")


def test_a_large_log_is_put_aside_once(tmp_path: Path) -> None:
    (tmp_path / "mainstreamer.log").write_text("x" * (log.LARGEST + 1), encoding="utf-8")
    (tmp_path / "mainstreamer.old.log").write_text("older", encoding="utf-8")
    path = log.start(tmp_path)
    assert path is not None
    assert path.stat().st_size == 0
    assert (tmp_path / "mainstreamer.old.log").stat().st_size == log.LARGEST + 1


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    assert log.start(tmp_path / "in the way" / "log") is None
