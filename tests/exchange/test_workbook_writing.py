"""Writing the workbook: nothing is lost, nothing is left behind, and what is written is what was meant."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from mainstreamer import knowledge
from mainstreamer.domain.fields import Text
from mainstreamer.errors import (
    Cancelled,
    DiskFull,
    ExportNotVerified,
    MissingFolder,
    TargetBusy,
    TargetExists,
    WriteFailed,
)
from mainstreamer.exchange import verifying, writing
from mainstreamer.exchange.cells import Cell, Sheet, excel_length, fit_text
from mainstreamer.exchange.rows import escape_text, number_in_file
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.language import language
from tests.exchange.small_plan import TODAY, full_plan

OLD = b"the old workbook"


def run(target: Path, **more: Any) -> None:
    export_workbook(full_plan(), knowledge.checklist("en"), language("en"), target, today=TODAY, **more)


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir() if path.name.startswith(".plan")] == []


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(OLD)
    return path


def test_a_target_is_replaced_and_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    run(target)
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["plan.xlsx"]
    assert load_workbook(target).sheetnames[0] == "Cover"


def test_a_target_that_may_not_be_replaced_stays_also_when_it_comes_while_writing(target: Path) -> None:
    with pytest.raises(TargetExists):
        run(target, replace=False)
    assert_untouched(target)
    late = target.with_name("late.xlsx")
    with pytest.raises(TargetExists), writing.replacing(late, replace=False) as (temporary, _):
        temporary.write_bytes(b"new")
        late.write_bytes(OLD)
    assert_untouched(late)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFolder):
        run(tmp_path / "none" / "plan.xlsx")


def test_a_read_only_target_is_refused(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(TargetBusy):
        run(target)
    assert_untouched(target)


@pytest.mark.parametrize("lock", [".~lock.plan.xlsx#", "~$plan.xlsx"])
def test_a_target_open_elsewhere_is_refused(target: Path, lock: str) -> None:
    (target.parent / lock).touch()
    with pytest.raises(TargetBusy):
        run(target)
    assert_untouched(target)


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").mkdir()
    with pytest.raises(TargetBusy):
        run(tmp_path / "plan.xlsx")


@pytest.mark.parametrize(
    ("code", "expected"), [(errno.ENOSPC, DiskFull), (errno.EACCES, TargetBusy), (errno.EIO, WriteFailed)]
)
def test_faults_of_the_system_lose_nothing(
    target: Path, monkeypatch: pytest.MonkeyPatch, code: int, expected: type[Exception]
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(writing.os, "fsync", fail)
    with pytest.raises(expected):
        run(target)
    assert_untouched(target)


def test_cancelling_at_any_moment_leaves_nothing(target: Path) -> None:
    calls: list[tuple[int, int]] = []
    run(target.parent / "other.xlsx", progress=lambda done, total: calls.append((done, total)))
    assert calls[-1][0] == calls[-1][1]
    for stop in (1, len(calls) // 2, len(calls) * 3 // 4, len(calls) - 2):
        told = 0

        def cancel(done: int, total: int, stop: int = stop) -> None:
            nonlocal told
            told += 1
            if told == stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            run(target, progress=cancel)
        assert_untouched(target)


def test_a_file_that_came_out_differently_is_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = writing.row_chunks

    def tampered(*arguments: Any) -> Iterator[tuple[int, bytes]]:
        for rows, text in original(*arguments):
            yield rows, text.replace(b"<v>1000</v>", b"<v>1001</v>")

    monkeypatch.setattr(writing, "row_chunks", tampered)
    with pytest.raises(ExportNotVerified) as caught:
        run(target)
    assert caught.value.details["sheet"] == "Action plan"
    assert str(caught.value.details["cell"]).endswith("8")
    assert_untouched(target)


def test_a_torn_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "torn.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    with pytest.raises(ExportNotVerified):
        verifying.verify(path, [Sheet("a", "A", "")], lambda rows: None)


def sheet_of(texts: list[str]) -> Sheet:
    sheet = Sheet("texts", "Texts", " [cut]")
    for text in texts:
        sheet.add([Cell(text)])
    return sheet


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text(max_size=40) | st.from_regex(r"[=+\-@\t]?_x[0-9A-F]{4}_\s?", fullmatch=True), max_size=12)
)
def test_any_text_survives(tmp_path: Path, texts: list[str]) -> None:
    sheet = sheet_of(texts)
    properties = writing.Properties("t", "s", "c", "en", "k", TODAY, "p")
    path = writing.write_workbook(tmp_path / "texts.xlsx", [sheet], {}, properties, lambda rows: None)
    page = load_workbook(path)["Texts"]
    for row, text in enumerate(texts, 1):
        kept = fit_text(text, "")[0]
        found = page.cell(row, 1)
        assert (found.value or "") == escape_text(kept).replace("x005F_", "")
        assert found.data_type != "f"


@given(text=st.text(max_size=60))
def test_clean_text_of_a_plan_is_never_changed(text: str) -> None:
    clean = Text().clean(text)
    if not Text().check(clean) and "\r" not in clean:
        assert fit_text(clean, "")[0] == clean


@pytest.mark.parametrize("text", ["a" * 32_767, "a" * 32_768, "ж" * 40_000, "\U0001f600" * 16_384])
def test_no_cell_is_longer_than_a_workbook_allows(text: str) -> None:
    fitted, length = fit_text(text, " [cut]")
    assert excel_length(fitted) <= 32_767
    assert (length == 0) == (fitted == text)


@pytest.mark.parametrize(("value", "written"), [(5, "5"), (10**15, "1000000000000000.0"), (0.1, "0.1")])
def test_numbers_are_written_plainly(value: int | float, written: str) -> None:
    assert float(number_in_file(value)) == float(written)
