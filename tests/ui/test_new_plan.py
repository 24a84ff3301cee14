"""The new-plan page: proposals, sentences about what is wrong, and a frame that makes a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import KINDS
from mainstreamer.language import language
from mainstreamer.paths import plans_folder
from mainstreamer.storage.document import Document
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.pages.new_plan_page import NewPlanPage
from mainstreamer.ui.pages.new_plan_values import proposed_path, proposed_title, safe_file_name

TITLE = "Migration in the development plan of the Republic of Moldova"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


@pytest.fixture
def page(qtbot: QtBot) -> NewPlanPage:
    made = NewPlanPage(today=lambda: date(2026, 11, 23))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def write(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type over what stands in a field; letters that the test keyboard does not have are pasted."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(widget, text)
    else:
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def choose(qtbot: QtBot, combo: QComboBox, code: str) -> None:
    """Go to a code by the arrow keys."""
    combo.setFocus()
    way = combo.findData(code) - combo.currentIndex()
    for _step in range(abs(way)):
        qtbot.keyClick(combo, Qt.Key.Key_Down if way > 0 else Qt.Key.Key_Up)
    assert combo.currentData() == code


def problem(page: NewPlanPage, name: str) -> str:
    return page.fields[name].problem()


def test_an_empty_form_says_what_is_missing(page: NewPlanPage) -> None:
    assert not page.create_button.isEnabled()
    assert page._state.text() == "Still missing: Country, Currency, Title of the plan, Where to keep the plan."
    assert (page.start.text(), page.end.text(), page.price_year.text()) == ("2027", "2031", "2026")
    assert all(not problem(page, name) for name in page.fields)
    marked = [name for name, field in page.fields.items() if field.findChild(QLabel, "").text().endswith(" *")]
    assert marked == ["country", "area", "title", "start_year", "end_year", "fiscal_start", "currency", "path"]
    assert set(marked) == {*KINDS["plan"].compulsory, "area", "path"}, "the same as on the page of the plan"
    assert page.choose_path.text() == "Choose …"


def test_a_country_brings_currency_fiscal_year_title_and_file(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "bangladesh")
    assert page.values().currency == "BDT"
    assert page.values().fiscal_start == 7
    assert page.title.text() == "Migration in the development plan of Bangladesh"
    assert page.choose_path.text() == "Change …"
    assert Path(page.path.text()) == plans_folder() / "Migration in the development plan of Bangladesh.mplan"
    assert "BDT" in page.fields["country"].help_text()
    assert "July" in page.fields["country"].help_text()
    assert page.create_button.isEnabled()


def test_what_a_person_decided_is_not_proposed_over(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.currency, "EUR – euro")
    write(qtbot, page.title, "Our plan")
    choose(qtbot, page.fiscal_start, "4")
    write(qtbot, page.country, "Bangladesh")
    values = page.values()
    assert (values.currency, values.title, values.fiscal_start) == ("EUR", "Our plan", 4)
    assert Path(values.path).name == "Our plan.mplan"


def test_a_part_of_a_name_becomes_the_name_on_leaving(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "moldo")
    assert problem(page, "country") == "" and not page.create_button.isEnabled()
    suggestions = QApplication.activePopupWidget()
    assert suggestions is not None
    qtbot.keyClick(suggestions, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.level
    assert page.values().country == "MDA"
    assert problem(page, "country") == ""
    assert page.title.text() == TITLE


def test_a_suggestion_is_taken_by_the_keyboard(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "guinea")
    suggestions = QApplication.activePopupWidget()
    assert suggestions is not None
    qtbot.keyClick(suggestions, Qt.Key.Key_Down)
    qtbot.keyClick(suggestions, Qt.Key.Key_Down)
    qtbot.keyClick(suggestions, Qt.Key.Key_Return)
    assert page.country.text() == "Guinea"
    qtbot.keyClick(page.country, Qt.Key.Key_Backspace)
    assert not problem(page, "country"), "the part of a name is still being typed"
    qtbot.keyClick(QApplication.activePopupWidget() or page.country, Qt.Key.Key_Tab)
    assert problem(page, "country"), "several have this part"
    page.country.setFocus()
    page.country.lineEdit().setCursorPosition(9)  # type: ignore[union-attr]
    qtbot.keyClicks(page.country, "a-Bissau")
    assert (page.values().country, page.values().currency) == ("GNB", "XOF")


def test_unknown_names_are_refused_while_typed(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "Atlantis")
    write(qtbot, page.currency, "shells")
    assert problem(page, "country") == "There is no country of this name in the list."
    assert problem(page, "currency") == "There is no currency of this name in the list."
    assert not page.create_button.isEnabled()


@pytest.mark.parametrize(
    ("start", "end", "field", "words"),
    [
        ("2031", "2027", "end_year", "before the first year"),
        ("2027", "2099", "end_year", "longer than 30 years"),
        ("27", "2031", "start_year", "between 1950 and 2150"),
        ("2027", "20x1", "end_year", "between 1950 and 2150"),
    ],
)
def test_a_period_that_cannot_be_is_said(
    page: NewPlanPage, qtbot: QtBot, start: str, end: str, field: str, words: str
) -> None:
    write(qtbot, page.country, "Mali")
    write(qtbot, page.start, start)
    write(qtbot, page.end, end)
    assert words in problem(page, field)
    assert not page.create_button.isEnabled()
    write(qtbot, page.start, "2027")
    write(qtbot, page.end, "2031")
    assert problem(page, field) == ""
    assert page.create_button.isEnabled()


def test_arrow_keys_step_a_year(page: NewPlanPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.end, Qt.Key.Key_Up)
    assert page.end.text() == "2032"
    qtbot.keyClick(page.end, Qt.Key.Key_Down)
    qtbot.keyClick(page.end, Qt.Key.Key_Down)
    assert page.end.text() == "2030"


def test_a_province_needs_its_name(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "Jamaica")
    assert page.fields["area"].isHidden()
    choose(qtbot, page.level, "province")
    assert not page.fields["area"].isHidden()
    assert "Province or city" in page._state.text()
    write(qtbot, page.area, "Cornwall")
    assert page.title.text() == "Migration in the development plan of Cornwall, Jamaica"
    assert page.create_button.isEnabled()


def test_places_that_cannot_be_are_said(page: NewPlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    write(qtbot, page.country, "Mali")
    taken = tmp_path / "taken.mplan"
    taken.write_bytes(b"any")
    for place, words in (
        (str(taken), "already a file"),
        (str(tmp_path / "nowhere" / "plan.mplan"), "does not exist"),
        ("plan.mplan", "whole way"),
        (str(tmp_path / "plan.xlsx"), "end in .mplan"),
        (str(tmp_path / f"{'x' * 400}.mplan"), "cannot use"),
    ):
        page.path.setText(place)
        page.path.textEdited.emit(place)
        assert words in problem(page, "path")
        assert not page.create_button.isEnabled()
    qtbot.mouseClick(page.usual_path, Qt.MouseButton.LeftButton)
    assert Path(page.path.text()).parent == plans_folder()
    assert page.create_button.isEnabled()


def test_the_usual_folder_is_announced_and_a_taken_name_avoided(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "Mali")
    assert "will be made" in page.fields["path"].help_text()
    plans_folder().mkdir(parents=True)
    Path(page.path.text()).write_bytes(b"any")
    write(qtbot, page.country, "Jamaica")
    write(qtbot, page.country, "Mali")
    assert page.path.text().endswith("Mali 2.mplan")
    assert page.fields["path"].help_text() == ""


def test_the_save_dialog_gives_the_place(page: NewPlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    write(qtbot, page.country, "Mali")
    qtbot.mouseClick(page.choose_path, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "Mali"))
    dialog.reject()
    assert page.path.text() == str(tmp_path / "Mali.mplan")
    assert page.create_button.isEnabled()


@pytest.mark.parametrize("code", ["en", "ru"])
def test_the_frame_makes_a_plan(page: NewPlanPage, qtbot: QtBot, tmp_path: Path, code: str) -> None:
    speak(code)
    page.retranslate()
    write(qtbot, page.country, language(code).choice("country", "MDA"))
    choose(qtbot, page.level, "city")
    write(qtbot, page.area, "Chișinău")
    page.set_path(str(tmp_path / "made.mplan"))
    qtbot.mouseClick(page.roles["origin"], Qt.MouseButton.LeftButton, pos=page.roles["origin"].rect().center())
    qtbot.keyClick(page.roles["return"], Qt.Key.Key_Space)
    with qtbot.waitSignal(page.created) as created:
        qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    frame, path = created.args
    assert all(not KINDS["plan"].fields[name].type.check(value) for name, value in frame.items())
    Document.create(Path(path), frame).close()
    document = Document.open(Path(path))
    made = document.plan.frame
    document.close()
    assert (made.country, made.level, made.area) == ("MDA", "city", "Chișinău")
    assert (made.start_year, made.end_year, made.price_year) == (2027, 2031, 2026)
    assert (made.currency, made.fiscal_start, made.language) == ("MDL", 1, code)
    assert set(made.roles) == {"origin", "return"}
    assert "Chișinău" in made.title


def test_a_file_that_appeared_meanwhile_is_not_written_over(page: NewPlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    write(qtbot, page.country, "Mali")
    page.set_path(str(tmp_path / "late.mplan"))
    (tmp_path / "late.mplan").write_bytes(b"any")
    with qtbot.assertNotEmitted(page.created):
        qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    assert "already a file" in problem(page, "path")


def test_another_language_keeps_what_was_chosen(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "Mali")
    write(qtbot, page.title, "Plan Mali")
    speak("ru")
    page.retranslate()
    values = page.values()
    assert (values.country, values.currency, values.title, values.language) == ("MLI", "XOF", "Plan Mali", "ru")
    assert page.country.text() == "Мали"
    assert page.create_button.text() == "Создать план"


def test_cancel_tells_and_clear_empties(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "Mali")
    page.cancel_button.setFocus()
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(page.cancel_button, Qt.Key.Key_Return)
    page.clear()
    values = page.values()
    assert (values.country, values.title, values.currency, values.path) == ("", "", "", "")


def test_tab_follows_the_form_and_the_keyboard_makes_a_plan(page: NewPlanPage, qtbot: QtBot) -> None:
    write(qtbot, page.country, "Mali")
    met: list[QWidget] = [page.country]
    while met[-1] is not page.create_button and len(met) < 40:
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
        focus = page.focusWidget()
        assert focus is not None
        met.append(focus)
    read = [
        page.country,
        page.level,
        page.start,
        page.end,
        page.currency,
        page.price_year,
        page.fiscal_start,
        page.language,
    ]
    last = [page.title, page.path, page.choose_path, page.cancel_button, page.create_button]
    assert met == [*read, *page.roles.values(), *last]
    with qtbot.waitSignal(page.created) as created:
        qtbot.keyClick(page.create_button, Qt.Key.Key_Return)
    assert created.args[0]["country"] == "MLI"


def test_every_field_has_a_name_for_screen_readers(page: NewPlanPage) -> None:
    assert all(field.control.accessibleName() for field in page.fields.values())


def test_titles_read_well_in_the_plans_language() -> None:
    assert proposed_title("MDA", "country", "", "en") == TITLE
    assert proposed_title("BOL", "country", "", "en") == "Migration in the development plan of Bolivia"
    assert proposed_title("MDA", "city", "Chișinău", "ru") == "Миграция в плане развития: Chișinău, Республика Молдова"
    assert proposed_title("MLI", "country", "", "fr") == "Migration in the development plan of Mali"
    assert proposed_title("", "country", "", "en") == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("План: 2027/2031", "План 2027 2031"),
        ('a<b>c"d|e?f*g\\h', "a b c d e f g h"),
        ("con", "con_"),
        ("LPT1.x", "LPT1.x_"),
        ("  ends with dots...  ", "ends with dots"),
        ("x" * 300, "x" * 100),
        ("???", ""),
    ],
)
def test_file_names_are_safe_everywhere(title: str, name: str, tmp_path: Path) -> None:
    assert safe_file_name(title) == name
    assert proposed_path(title, tmp_path) == (str(tmp_path / f"{name}.mplan") if name else "")
