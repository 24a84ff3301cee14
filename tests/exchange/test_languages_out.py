"""The workbook in two languages, from right to left, in other fonts, and with names of sheets that Excel accepts."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from mainstreamer import knowledge
from mainstreamer.domain.actions import light
from mainstreamer.domain.presets import SHEETS
from mainstreamer.exchange.action_lines import FIRST_ROW
from mainstreamer.exchange.cells import TITLE_LIMIT, sheet_title
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.preset_offers import sheet_name
from mainstreamer.exchange.workbook_out import MAKERS, workbook_sheets
from mainstreamer.language import SHIPPED, Language, language, spoken
from tests.exchange.preset_tools import LANGUAGES, columns, export, technical
from tests.exchange.small_plan import TODAY, full_plan

EN, RU = language("en"), language("ru")
BOTH = ("en", "ru")
HEADER_ROW = FIRST_ROW - 1
TITLES = {
    code: Edition(full_plan(), knowledge.checklist("en"), spoken(BOTH), "full", TODAY).title(code) for code in MAKERS
}
LANGUAGE_MODULE = sys.modules[Language.__module__]
Book = Any


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return export(full_plan(), tmp_path_factory.mktemp("both"), codes=BOTH)[1]


def test_headers_bands_and_choices_are_in_both(book: Book) -> None:
    sheet = book["Action plan – План действий"]
    places = columns(sheet)
    assert sheet[f"{places['leads']}{HEADER_ROW}"].value == "Lead institution / Ведущее ведомство"
    assert sheet[f"B{HEADER_ROW - 1}"].value == "What / Что"
    assert sheet[f"{places['status']}{FIRST_ROW}"].value == "On track / По графику"
    assert sheet[f"{places['existing_resources']}{FIRST_ROW + 3}"].value == "Yes / Да"
    assert (
        sheet[f"{places['cost']}{HEADER_ROW}"].value
        == "Cost estimate, MDL (2026 prices) / Оценка стоимости, MDL (цены 2026 г.)"
    )
    listed = [cell.value for cell in book["Code lists – Списки кодов"]["D"]]
    assert "On track / По графику" in listed, "the drop-down offers what stands in the cells"


def test_formulas_compare_the_words_that_stand_there(book: Book, tmp_path: Path) -> None:
    both = spoken(BOTH)
    export(full_plan(), tmp_path, codes=BOTH)
    values = load_workbook(tmp_path / "out.xlsx", data_only=True)
    plan, places = values["Action plan – План действий"], columns(book["Action plan – План действий"])
    for row, action in enumerate(full_plan().actions, FIRST_ROW):
        assert plan[f"{places['~light']}{row}"].value == both.word("workbook", "light", light(action, TODAY, 1))
    progress = book["Progress by step"]
    formulas = [cell.value for row in progress.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert any(f'"{both.choice("score", "yes")}"' in text for text in formulas)
    assert both.choice("severity", "blocks") in {cell.value for cell in book["Readiness – Готовность"]["B"]}


def test_questions_definitions_and_terms_are_in_both(book: Book) -> None:
    status = book["Checklist status"]
    asked = status[f"{columns(status)['~question']}5"].value
    texts = [knowledge.checklist(code).text("1.1", "question") for code in BOTH]
    assert asked == "\n".join(texts)
    terms = [knowledge.glossary(code).terms for code in BOTH]
    rows = {row[1].value: row[2].value for row in book["Glossary – Словарь терминов"].iter_rows()}
    first = terms[0][0]
    other = next(term for term in terms[1] if term.code == first.code)
    assert rows[f"{first.term} / {other.term}"] == f"{first.definition}\n{other.definition}"
    step = [cell.value for cell in book["Progress by step"]["C"]]
    titles = [knowledge.checklist(code).step_text(1, "title") for code in BOTH]
    assert " / ".join(titles) in step


@pytest.mark.parametrize("codes", LANGUAGES, ids="+".join)
def test_messages_are_not_longer_than_excel_allows_and_never_cut(codes: tuple[str, ...], tmp_path: Path) -> None:
    speech = spoken(codes)
    edition = Edition(full_plan(), knowledge.checklist(codes[0]), speech, "full", TODAY)
    checks = [check for sheet in workbook_sheets(edition) for check in sheet.checks]
    assert len(checks) > 200
    for check in checks:
        assert len(check.title) <= 32 and len(check.prompt_title) <= 32
        assert len(check.message) <= 255 and len(check.prompt) <= 255
    assert any("/" in check.title for check in checks) == (len(codes) > 1)


def test_what_is_the_same_stands_once_and_the_leading_language_writes_numbers(book: Book, tmp_path: Path) -> None:
    sheet = book["Action plan – План действий"]
    places = columns(sheet)
    assert sheet[f"{places['start']}{FIRST_ROW}"].value == "2027-Q1"
    assert sheet[f"{places['leads']}{FIRST_ROW}"].value == "Ministry of Labour;\nStatistics Office"
    assert "40 (2028)" in sheet[f"{places['~indicator']}{FIRST_ROW}"].value
    _, other = export(full_plan(), tmp_path, codes=("ru", "en"))
    sheet = other["План действий – Action plan"]
    assert sheet[f"{columns(sheet)['start']}{FIRST_ROW}"].value == "1\u00a0кв.\u00a02027"
    contact = other["Учреждения – Institutions"]
    assert contact[f"{columns(contact)['last_contact']}7"].number_format == "dd.mm.yyyy"
    assert technical(other)["language"] == "ru en" and other.properties.language == "ru"


def test_no_word_of_a_header_is_broken(book: Book) -> None:
    fixed = ("cover", "action", "timeline", "demography", "progress", "checklist", "readiness", "glossary", "lists")
    for page in (page for page in book if page.title in [TITLES[code] for code in fixed]):
        for row in page.iter_rows():
            for cell in row:
                if cell.value is None or cell.fill.fgColor.rgb[-6:] != "0F5D73" or cell.alignment.textRotation:
                    continue
                width = page.column_dimensions[cell.column_letter].width
                longest = max(len(word) for word in str(cell.value).split())
                assert longest <= width, (page.title, cell.coordinate, cell.value, width)


# -- right to left -----------------------------------------------------------------------------------------------------


def test_sheets_of_a_right_to_left_language_are_mirrored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LANGUAGE_MODULE, "RIGHT_TO_LEFT", frozenset({"ru"}))
    _, book = export(full_plan(), tmp_path, codes=("ru",))
    assert all(page.sheet_view.rightToLeft for page in book if page.sheet_state == "visible")
    sheet = book["План действий"]
    title, cost = sheet[f"{columns(sheet)['title']}{FIRST_ROW}"], sheet[f"{columns(sheet)['cost']}{FIRST_ROW}"]
    assert (title.alignment.horizontal, title.alignment.readingOrder) == ("right", 2)
    assert cost.alignment.horizontal == "left"
    for codes, mirrored in ((("en", "ru"), False), (("ru", "en"), True), (("en",), False)):
        _, book = export(full_plan(), tmp_path, codes=codes)
        assert {bool(page.sheet_view.rightToLeft) for page in book if page.sheet_state == "visible"} == {mirrored}


# -- fonts -------------------------------------------------------------------------------------------------------------


def fonts_in(book: Book) -> set[str]:
    """Of merged cells only the first is shown, and openpyxl makes up the others."""
    cells = (cell for page in book for row in page.iter_rows() for cell in row if not isinstance(cell, MergedCell))
    return {cell.font.name for cell in cells if cell.has_style}


def test_a_language_brings_the_font_that_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fonts_in(export(full_plan(), tmp_path)[1]) == {"Arial"}
    monkeypatch.setattr(LANGUAGE_MODULE, "FONTS", {"ru": "Nirmala UI"})
    assert fonts_in(export(full_plan(), tmp_path, codes=("en", "ru"))[1]) == {"Nirmala UI"}
    assert fonts_in(export(full_plan(), tmp_path, codes=("en",))[1]) == {"Arial"}


# -- names of sheets ---------------------------------------------------------------------------------------------------


def legal(title: str) -> bool:
    return (
        0 < len(title.encode("utf-16-le")) // 2 <= TITLE_LIMIT
        and not re.search(r"[\[\]:*?/\\]", title)
        and not title.startswith("'")
        and not title.endswith("'")
        and title == title.strip()
        and title.casefold() != "history"
    )


@pytest.mark.parametrize("codes", LANGUAGES, ids="+".join)
def test_names_of_sheets_are_legal_and_unlike_in_every_language(codes: tuple[str, ...]) -> None:
    speech = spoken(codes)
    edition = Edition(full_plan(), knowledge.checklist(codes[0]), speech, "full", TODAY)
    titles = {code: edition.title(code) for code in SHEETS if code in MAKERS}
    assert all(legal(title) for title in titles.values()), titles
    assert len({title.casefold() for title in titles.values()}) == len(titles)
    for code, title in titles.items():
        assert title in (" – ".join(speech.parts(sheet_name(speech, code))), sheet_name(language(codes[0]), code))


odd = st.text(
    st.one_of(st.sampled_from("[]:*?/\\' \t\nHhistory😀ой"), st.characters(exclude_categories=("Cs",))), max_size=60
)


@given(names=st.lists(odd | st.sampled_from(["History", "Sheet", "x" * 31, "X" * 40, "", "'", "😀" * 31]), max_size=8))
def test_made_up_names_become_legal_and_unlike(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(sheet_title(name, taken))
    assert all(legal(title) for title in taken), taken
    assert len({title.casefold() for title in taken}) == len(taken)


def test_languages_and_pairs_cover_all_that_ship() -> None:
    assert set(LANGUAGES) == {(code,) for code in SHIPPED} | set(itertools.permutations(SHIPPED, 2))
