"""Packs as files: how they are written, and files that mean harm or are no pack at all."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from mainstreamer import knowledge
from mainstreamer.domain.checklist import ITEM_TEXTS
from mainstreamer.domain.packs import ACTIONS, CODES, ITEM_COLUMNS, ITEMS, SETTINGS
from mainstreamer.errors import (
    Cancelled,
    ExportNotVerified,
    MissingFile,
    MissingFolder,
    NotAPack,
    PackRefused,
    TargetBusy,
)
from mainstreamer.exchange import book_in, pack_out, package_in
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.pack_in import codes_for, read_pack
from mainstreamer.exchange.pack_out import write_pack
from mainstreamer.exchange.sheet_in import RawSheet
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations.packs import compare
from tests.operations.own_plan import own_plan

PLAN = own_plan()
TODAY = date(2026, 11, 25)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack.xlsx", PLAN, language("en"), TODAY)[0]


def problem(path: Path) -> str:
    with pytest.raises(NotAPack) as told:
        read_pack(path, codes_for(PLAN))
    return str(told.value.details["problem"])


def reasons(path: Path) -> set[tuple[str, str, int, str]]:
    with pytest.raises(PackRefused) as told:
        read_pack(path, codes_for(PLAN))
    return {(fault.reason, fault.sheet, fault.row, fault.column) for fault in told.value.faults}


# -- writing -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", SHIPPED)
def test_the_workbook_explains_itself(tmp_path: Path, code: str) -> None:
    path, items = write_pack(tmp_path / "pack.xlsx", None, language(code), TODAY)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [ITEMS, ACTIONS, SETTINGS, CODES]
    sheet = book[ITEMS]
    headings = [cell.value for cell in sheet[1]]
    assert headings[: len(ITEM_COLUMNS)] == [column.name for column in ITEM_COLUMNS]
    assert headings[len(ITEM_COLUMNS) :] == [f"{name}::{lang}" for name in ITEM_TEXTS for lang in ("en", "ru")]
    assert items == len(knowledge.checklist("en").items)
    assert [sheet.cell(row, 1).value for row in range(2, items + 2)] == [
        item.code for item in knowledge.checklist("en").items
    ]
    for name in (ITEMS, ACTIONS, SETTINGS):
        for cell in book[name][1]:
            assert cell.comment is not None and len(cell.comment.text) > 10, cell.value
            assert "_" not in cell.comment.text
        assert book[name].freeze_panes
    grey = sheet.cell(2, 1).fill.fgColor.rgb
    assert sheet.cell(2, headings.index("mgi") + 1).fill.fgColor.rgb == grey
    assert sheet.cell(2, headings.index("place") + 1).fill.fgColor.rgb != grey
    assert sheet.cell(2, 1).number_format == "@" and sheet.cell(items + 20, 1).number_format == "@"
    checks = {str(check.sqref).split(":")[0]: check.formula1 for check in sheet.data_validations.dataValidation}
    assert set(checks) == {"B2", "C2", "D2", "E2", "O2"}
    for formula in checks.values():
        area = formula.removeprefix(f"={CODES}!").replace("$", "")
        codes = [row[0].value for row in book[CODES][area]]
        assert all(codes) and book[CODES][area.split(":")[1]].offset(1).value is None
    settings = {row[0].value: row[1].value for row in book[SETTINGS].iter_rows(min_row=2)}
    assert settings["edition"] == knowledge.checklist("en").edition and settings["date"] == "2026-11-25"
    assert settings["plan"] is None and settings["languages"] == "en; ru"


def test_texts_that_look_like_formulas_are_texts(path: Path) -> None:
    cells = read_book(path, lambda title: title == ITEMS)[ITEMS].rows.values()
    assert [cell.kind for row in cells for cell in row.values() if cell.value == "=It is owed to people."] == ["text"]


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "pack.xlsx"
    target.write_bytes(b"old")

    def cancel(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pack(target, PLAN, language("en"), TODAY, cancel)
    monkeypatch.setattr(pack_out, "read_book", lambda *_: {name: RawSheet(name) for name in (ITEMS, ACTIONS, SETTINGS)})
    with pytest.raises(ExportNotVerified):
        write_pack(target, PLAN, language("en"), TODAY)
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]
    with pytest.raises(MissingFolder):
        write_pack(tmp_path / "no" / "pack.xlsx", PLAN, language("en"), TODAY)
    with pytest.raises(TargetBusy):
        write_pack(tmp_path, PLAN, language("en"), TODAY)


# -- files edited by another program -----------------------------------------------------------------------------------


def test_a_pack_saved_by_another_program_changes_nothing(path: Path) -> None:
    """openpyxl writes other XML than this program: shared texts, and no types of its own."""
    book = openpyxl.load_workbook(path)
    for row in book[ITEMS].iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    book.save(path)
    found = compare(PLAN, read_pack(path, codes_for(PLAN)))
    assert not found.puts and not found.gone


def test_faults_of_a_real_file_are_named(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[ITEMS]
    sheet["A2"] = date(2026, 1, 1)
    sheet["Q3"] = "=A1"
    sheet["O4"] = "perhaps"
    sheet.merge_cells("C5:D6")
    book[ACTIONS]["D2"] = "soon"
    book.save(path)
    # A number of quarters and a date in a shipped row, told together with everything else.
    assert reasons(path) >= {
        ("date", ITEMS, 2, "A"),
        ("formula", ITEMS, 3, "Q"),
        ("choice_unknown", ITEMS, 4, "O"),
        ("merged", ITEMS, 5, "C"),
        ("number_unreadable", ACTIONS, 2, "D"),
    }


def test_cancel_while_reading(path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_pack(path, codes_for(PLAN), cancel)


# -- files that mean harm ----------------------------------------------------------------------------------------------

SHEET = '<?xml version="1.0" encoding="UTF-8"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def with_sheet(path: Path, content: Callable[[], bytes | str], name: str = "xl/worksheets/sheet1.xml") -> Path:
    """The pack with the content of one of its parts replaced."""
    with zipfile.ZipFile(path) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    assert name in parts
    made = content()
    parts[name] = made.encode() if isinstance(made, str) else made
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for part, inside in parts.items():
            out.writestr(part, inside)
    return path


def test_entities_are_not_expanded(path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l11;</t></is></c></row>'
    assert problem(with_sheet(path, lambda: SHEET.format(doctype=doctype, rows=row))) == "entities"
    outside = '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>'
    assert problem(with_sheet(path, lambda: SHEET.format(doctype=outside, rows=row))) == "entities"


def test_a_bomb_is_refused_before_it_bursts(path: Path) -> None:
    begun = time.perf_counter()
    assert problem(with_sheet(path, lambda: b" " * (package_in.MOST_UNPACKED + 1))) == "too_large"
    assert time.perf_counter() - begun < 30


def test_a_bomb_that_lies_about_its_size_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_in, "MOST_UNPACKED", 2_000_000)
    with_sheet(path, lambda: SHEET.format(doctype="", rows=" " * 3_000_000))
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    place = raw.rfind(size)
    raw[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(bytes(raw))
    assert problem(path) in ("too_large", "damaged")


def test_a_hundred_thousand_rows_are_refused_at_once(path: Path) -> None:
    row = '<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>1.1</t></is></c></row>'
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row>' + "".join(
        row.format(n=n) for n in range(2, 100_002)
    )
    begun = time.perf_counter()
    found = reasons(with_sheet(path, lambda: SHEET.format(doctype="", rows=rows)))
    assert ("rows_too_many", ITEMS, 0, "") in found
    assert time.perf_counter() - begun < 20


def test_many_empty_rows_and_far_formatted_cells_are_no_content(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="XFD{n}" s="0"/></row>' for n in range(5000, 25_000))
    with_sheet(path, lambda: sheet.replace("</sheetData>", f"{empty}</sheetData>"))
    assert not compare(PLAN, read_pack(path, codes_for(PLAN))).puts


def test_content_far_to_the_right_is_refused(path: Path) -> None:
    rows = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>code</t></is></c></row>'
    assert ("columns_too_many", ITEMS, 0, "") in reasons(with_sheet(path, lambda: SHEET.format(doctype="", rows=rows)))


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", "not_a_workbook"),
        (b"code;question\n1.1;x\n", "not_a_workbook"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "protected_or_old"),
        (b"<html><table></table></html>", "not_a_workbook"),
    ],
)
def test_what_is_no_workbook_is_said(tmp_path: Path, content: bytes, wanted: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    assert problem(path) == wanted


def test_other_packages_are_no_workbooks(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "letter.docx"
    with zipfile.ZipFile(other, "w") as out:
        out.writestr("_rels/.rels", "<Relationships/>")
        out.writestr("word/document.xml", "<document/>")
    assert problem(other) == "not_a_workbook"
    huge = tmp_path / "huge.xlsx"
    with huge.open("wb") as file:
        file.truncate(book_in.MOST_BYTES + 1)
    assert problem(huge) == "too_large"
    assert problem(tmp_path) == "unreadable"
    with pytest.raises(MissingFile):
        read_pack(tmp_path / "none.xlsx", codes_for(PLAN))


def test_a_plans_own_workbook_is_no_pack(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Cover"
    book.save(tmp_path / "plan.xlsx")
    assert {(one[0], one[1]) for one in reasons(tmp_path / "plan.xlsx")} == {
        ("sheet_missing", SETTINGS),
        ("sheet_missing", ITEMS),
    }
