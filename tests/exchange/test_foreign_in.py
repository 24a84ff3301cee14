"""Tables from anywhere: workbooks with what spreadsheets put into cells, text in many encodings, files that are no tables."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from mainstreamer.domain.plain_tables import DATE, ERROR, FORMULA, NUMBER, TEXT, YES_NO, Area, PlainCell
from mainstreamer.errors import MissingFile, UnreadableWorkbook
from mainstreamer.exchange import foreign_in
from mainstreamer.exchange.foreign_in import plain_cell, read_tables
from mainstreamer.exchange.sheet_in import RawCell
from mainstreamer.exchange.text_in import decoded, separator_of
from tests.operations.table_forms import write


def test_cells_keep_what_the_spreadsheet_knew_of_them(tmp_path: Path) -> None:
    noon = datetime.combine(date(2027, 3, 31), time(12, 30))
    cells = ["text\r\nand more", 12, 0.1 + 0.2, 1e15, date(2027, 3, 31), noon, True, None, "=1+1", " "]
    rows = [cells]
    sheet = read_tables(write(tmp_path / "x.xlsx", rows)).sheets[0]
    assert sheet.rows[1] == {
        1: PlainCell(TEXT, "text\nand more"),
        2: PlainCell(NUMBER, "12"),
        3: PlainCell(NUMBER, "0.3"),
        4: PlainCell(NUMBER, "1000000000000000"),
        5: PlainCell(DATE, "2027-03-31"),
        6: PlainCell(DATE, "2027-03-31"),
        7: PlainCell(YES_NO, "yes"),
        9: PlainCell(FORMULA, "=1+1"),
    }
    assert sheet.text(1, 1) == "text and more" and (sheet.width, sheet.height) == (9, 1)


def test_shares_are_read_as_they_are_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = 0.45, 0.1234
    book.active["A1"].number_format = "0%"
    book.active["A2"].number_format = "0.00%"
    book.save(tmp_path / "x.xlsx")
    sheet = read_tables(tmp_path / "x.xlsx").sheets[0]
    assert [sheet.cell(row, 1) for row in (1, 2)] == [PlainCell(NUMBER, "45%"), PlainCell(NUMBER, "12.34%")]


def test_results_of_formulas_and_errors() -> None:
    assert plain_cell(RawCell("formula", "=A1", RawCell("number", 5))) == PlainCell(NUMBER, "5")
    assert plain_cell(RawCell("formula", "=A1", RawCell("error", "#REF!"))) == PlainCell(ERROR, "#REF!")
    assert plain_cell(RawCell("date", "0.5")) == PlainCell(TEXT, "0.5")
    assert plain_cell(RawCell("date", "not a day")) == PlainCell(TEXT, "not a day")
    assert plain_cell(RawCell("date", "99999999")) == PlainCell(TEXT, "99999999")
    assert plain_cell(RawCell("number", 1.5e-7)) == PlainCell(NUMBER, "0.00000015")


def test_days_counted_from_1904(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2027, 3, 31)
    book.active["A2"] = time(12, 30)
    book.save(tmp_path / "mac.xlsx")
    sheet = read_tables(tmp_path / "mac.xlsx").sheets[0]
    assert sheet.cell(1, 1) == PlainCell(DATE, "2027-03-31")


def test_sheets_in_their_order_with_merged_areas(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "First"
    book.active["B2"] = "x"
    book.active["D9"] = "y"
    book.active.merge_cells("B2:C3")
    book.active.merged_cells.add("A5:XFD1048576")
    book.create_sheet("Second")
    book.create_sheet(foreign_in.OUR_SHEET)["A1"] = "format"
    book.save(tmp_path / "x.xlsx")
    found = read_tables(tmp_path / "x.xlsx")
    assert [sheet.title for sheet in found.sheets] == ["First", "Second"] and found.is_ours
    first = found.sheets[0]
    assert set(first.areas) == {Area(2, 2, 3, 3), Area(5, 1, 9, 4)}
    assert first.merged[3, 3] == Area(2, 2, 3, 3) and (9, 4) in first.merged


def test_more_rows_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_in, "MOST_ROWS", 5)
    sheet = read_tables(write(tmp_path / "x.xlsx", [[number] for number in range(20)])).sheets[0]
    assert sheet.cut == "rows" and len(sheet.rows) <= 6
    (tmp_path / "x.csv").write_text("a;b\n" * 20, encoding="utf-8")
    sheet = read_tables(tmp_path / "x.csv").sheets[0]
    assert sheet.cut == "rows" and len(sheet.rows) == 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мероприятие;Срок исполнения\nСоздать группу;2027\n", "cp1251"),
        ("Мероприятие;Срок исполнения\nСоздать группу;2027\n", "utf-8"),
        ("Мероприятие;Срок исполнения\nСоздать группу;2027\n", "utf-8-sig"),
        ("Мероприятие\tСрок исполнения\nСоздать группу\t2027\n", "utf-16"),
        ("Action\tDeadline\nOpen a centre\t2027\n", "utf-16-le"),
        ("Action\tDeadline\nOpen a centre\t2027\n", "utf-16-be"),
        ("Activité,Échéance\nCréer un comité,2027\n", "cp1252"),
        ("Acţiuni;Autorităţi\nConsultări;Ministerul Sănătăţii, şi Primăria\n", "cp1250"),
    ],
)
def test_text_in_any_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(text.encode(encoding))
    sheet = read_tables(path).sheets[0]
    mark = separator_of(text)
    assert [list(row.values()) for row in sheet.rows.values()] == [
        [PlainCell(TEXT, cell) for cell in line.split(mark)] for line in text.splitlines()
    ]


def test_cells_in_quotes_and_lines_within_them(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text('A,B\n"one, two","line\nanother ""word"""\n\n,last\n', encoding="utf-8")
    sheet = read_tables(tmp_path / "x.csv").sheets[0]
    assert sheet.cell(2, 1).text == "one, two" and sheet.cell(2, 2).text == 'line\nanother "word"'
    assert list(sheet.rows) == [1, 2, 4] and list(sheet.rows[4]) == [2]


def test_what_parts_columns() -> None:
    assert separator_of("a;b,c;d\n1;2,5;3\n") == ";"
    assert separator_of("a|b\n1|2\n") == "|"
    assert separator_of("alone\nalone\n") == ","
    assert decoded(b"\x00\x01\x02\x03" * 50) is None and decoded(b"") == ""


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("x.xlsx", b"hello", "not_a_workbook"),
        ("x.xlsx", b"PK\x03\x04broken", "damaged"),
        ("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "protected_or_old"),
        ("x.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "not_a_table"),
        ("x.csv", b'"' + b"x" * 1_500_000, "not_a_table"),
        ("x.csv", b"x" * 20_000_001, "too_large"),
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableWorkbook) as told:
        read_tables(path)
    assert told.value.details["problem"] == problem


def test_a_file_that_is_not_there_and_a_book_without_sheets(tmp_path: Path) -> None:
    for name in ("x.xlsx", "x.csv"):
        with pytest.raises(MissingFile):
            read_tables(tmp_path / name)
    path = write(tmp_path / "y.xlsx", [[1]])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<sheet ", b"<other ")
    with zipfile.ZipFile(path, "w") as new:
        for part, content in parts.items():
            new.writestr(part, content)
    with pytest.raises(UnreadableWorkbook) as told:
        read_tables(path)
    assert told.value.details["problem"] == "no_sheets"
