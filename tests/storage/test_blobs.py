"""Contents of files in the plan file: each once, with the put that refers to it, never lost, never half."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.kinds import EXISTS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.errors import DiskFull, FileDamaged, FileMissing, InvalidValue, PlanReadOnly
from mainstreamer.storage.blobs import AT_ONCE, PART, Content
from mainstreamer.storage.document import Document

LARGE = AT_ONCE + PART + 7


def content_of(data: bytes) -> Content:
    return Content.of([data[start : start + PART] for start in range(0, len(data), PART)])


def attach(document: Document, data: bytes, name: str = "order.pdf", uid: str = "") -> AttachedFile:
    """Stage a content and put it into a new piece of evidence, or into one that is there."""
    content = content_of(data)
    list(document.files.stage(content))
    file = AttachedFile(name, content.size, content.sha256)
    if uid:
        document.put("set_file", [Put("evidence", uid, "file", file)])
    else:
        document.put("add_evidence", creation("evidence", new_uid(), {"title": name, "file": file}))
    return file


def counted(path: Path) -> tuple[int, int]:
    """Contents and pieces in a file that is not open."""
    raw = sqlite3.connect(path)
    found = tuple(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("blob", "blob_part"))
    raw.close()
    return found[0], found[1]


@pytest.mark.parametrize("size", [1, PART, PART + 1, AT_ONCE, AT_ONCE + 1, LARGE])
def test_a_content_is_read_back_after_a_restart(new_document: Callable[..., Document], size: int) -> None:
    document, data = new_document(), os.urandom(size)
    file = attach(document, data)
    document.close()
    with Document.open(document.path) as again:
        (row,) = again.plan.evidence
        assert row.file == file and file.size == size
        assert b"".join(again.files.read(file)) == data
        assert again.integrity() == ()


def test_the_same_content_is_kept_once(document: Document) -> None:
    data = os.urandom(LARGE)
    attach(document, data, "one.pdf")
    attach(document, data, "two.pdf")
    document.put("delete", [Put("evidence", document.plan.evidence[0].uid, EXISTS, False)])
    attach(document, data, "three.pdf")
    document.close()
    assert counted(document.path) == (1, len(content_of(data).parts))


def test_undo_takes_the_reference_away_and_not_the_content(document: Document) -> None:
    uid = new_uid()
    document.put("add", creation("evidence", uid, {"title": "Order"}))
    file = attach(document, b"first", uid=uid)
    other = attach(document, b"second", uid=uid)
    document.undo()
    assert document.plan.value("evidence", uid, "file") == file
    document.undo()
    assert document.plan.value("evidence", uid, "file") is None
    assert b"".join(document.files.read(file)) == b"first"
    assert b"".join(document.files.read(other)) == b"second"
    document.redo()
    assert document.plan.value("evidence", uid, "file") == file
    assert document.integrity() == ()


def test_a_put_that_refers_to_nothing_is_refused(document: Document) -> None:
    uid = new_uid()
    document.put("add", creation("evidence", uid, {"title": "Order"}))
    before = document.know()
    with pytest.raises(InvalidValue) as refused:
        document.put("set_file", [Put("evidence", uid, "file", AttachedFile("a", 1, content_of(b"a").sha256))])
    assert refused.value.reason == "file_content_missing"
    assert document.plan.value("evidence", uid, "file") is None and document.know() == before


def test_content_and_reference_come_in_one_transaction(document: Document) -> None:
    """A put that fails leaves neither; the content is still ready when it is put again."""
    uid = new_uid()
    document.put("add", creation("evidence", uid, {"title": "Order"}))
    content = content_of(b"x" * PART)
    list(document.files.stage(content))
    assert not document.files.holds(content.sha256)
    pages = document._raw.execute("PRAGMA page_count").fetchone()[0]
    document._raw.execute(f"PRAGMA max_page_count={pages}")
    put = Put("evidence", uid, "file", AttachedFile("a.pdf", content.size, content.sha256))
    with pytest.raises(DiskFull):
        document.put("set_file", [put])
    assert document.plan.value("evidence", uid, "file") is None
    assert not document.files.holds(content.sha256)
    document._raw.execute("PRAGMA max_page_count=1000000")
    document.put("set_file", [put])
    assert document.files.holds(content.sha256) and document.integrity() == ()


def test_a_full_disk_while_a_large_file_is_staged_leaves_the_plan_sound(document: Document) -> None:
    pages = document._raw.execute("PRAGMA page_count").fetchone()[0]
    document._raw.execute(f"PRAGMA max_page_count={pages + 2 * PART // 4096}")
    with pytest.raises(DiskFull):
        list(document.files.stage(content_of(os.urandom(LARGE))))
    document._raw.execute("PRAGMA max_page_count=1000000")
    assert document.integrity() == ()
    attach(document, os.urandom(LARGE))
    document.close()
    assert counted(document.path) == (1, len(content_of(bytes(LARGE)).parts)), "what was left over is gone"


KILLED = """
import os, signal, sys
from pathlib import Path
from mainstreamer.storage.blobs import PART, Content
from mainstreamer.storage.document import Document
document = Document.open(Path(sys.argv[1]))
content = Content.of([os.urandom(PART) for _ in range(12)])
for place, _done in enumerate(document.files.stage(content)):
    if place == 5:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
def test_a_kill_in_the_middle_of_a_large_file_leaves_nothing_that_counts(document: Document) -> None:
    attach(document, b"kept")
    document.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(document.path)], timeout=60)
    assert killed.returncode < 0
    assert counted(document.path)[1] > 1, "pieces are left"
    with Document.open(document.path) as again:
        assert again.integrity() == ()
        assert len(again.plan.evidence) == 1
        attach(again, os.urandom(LARGE))
    assert counted(document.path) == (2, 1 + len(content_of(bytes(LARGE)).parts)), "and swept when the next file comes"


def test_copies_and_backups_hold_the_contents(document: Document, tmp_path: Path) -> None:
    data = os.urandom(LARGE)
    file = attach(document, data)
    document.copy_to(tmp_path / "copy.mplan")
    with Document.open(tmp_path / "copy.mplan", backup_folder=tmp_path / "backups") as copy:
        assert b"".join(copy.files.read(file)) == data
        backup = copy.back_up("import")
    assert backup is not None
    with Document.open(backup) as kept:
        assert b"".join(kept.files.read(file)) == data and kept.integrity() == ()


@pytest.mark.parametrize(
    ("statement", "problem", "error"),
    [
        ("UPDATE blob_part SET content = x'00' WHERE number = 1", "damaged", FileDamaged),
        ("UPDATE blob_part SET content = 'text'", "damaged", FileDamaged),
        ("UPDATE blob SET size = size + 1", "damaged", FileDamaged),
        ("UPDATE blob SET size = 'much'", "damaged", FileDamaged),
        ("DELETE FROM blob_part WHERE number = 0", "damaged", FileDamaged),
        ("DELETE FROM blob", "missing", FileMissing),
    ],
)
def test_what_is_not_what_was_put_is_noticed(
    document: Document, statement: str, problem: str, error: type[Exception]
) -> None:
    file = attach(document, os.urandom(LARGE))
    document.close()
    raw = sqlite3.connect(document.path)
    raw.execute(statement)
    raw.commit()
    raw.close()
    with Document.open(document.path) as again:
        (fault,) = again.files.faults(again.plan)
        assert (fault.problem, fault.kind, fault.field, fault.name) == (problem, "evidence", "file", "order.pdf")
        assert again.integrity() == (str(fault),) and again.integrity(files=False) == ()
        with pytest.raises(error):
            list(again.files.read(file))


def test_a_plan_that_only_may_be_read_takes_no_file(document: Document) -> None:
    document.close()
    with Document.open(document.path, writable=False) as again, pytest.raises(PlanReadOnly):
        list(again.files.stage(content_of(b"a")))


def test_no_step_writes_more_than_a_piece(document: Document) -> None:
    steps = list(document.files.stage(content_of(os.urandom(LARGE))))
    assert max(after - before for before, after in zip([0, *steps], steps, strict=False)) <= PART
    assert steps[-1] == LARGE
