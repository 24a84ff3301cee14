"""What all tests share: an own home, a stern eye on the log, fresh documents."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from mainstreamer.storage.document import Document

FRAME = {
    "title": "Migration in the national plan",
    "country": "MDA",
    "start_year": 2027,
    "end_year": 2031,
    "fiscal_start": 1,
    "currency": "MDL",
    "language": "en",
}


class _Strict(logging.Handler):
    """Collects records that no test asked for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_stray_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test is marked `expects_log`."""
    handler = _Strict()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.found and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("stray log lines: " + "; ".join(handler.found))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, log and backups of a test stay in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("MAINSTREAMER_HOME", str(home))
    return home


@pytest.fixture
def new_document(tmp_path: Path) -> Iterator[Callable[..., Document]]:
    """Makes documents that are closed after the test."""
    made: list[Document] = []

    def make(name: str = "plan.mplan", **frame: object) -> Document:
        document = Document.create(tmp_path / name, {**FRAME, **frame})
        made.append(document)
        return document

    yield make
    for document in made:
        document.close()


@pytest.fixture
def document(new_document: Callable[..., Document]) -> Document:
    """An empty plan."""
    return new_document()
