"""Two languages at once: joined words, sentences, what goes into them, and reading them back."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.language import SHIPPED, language, spoken
from mainstreamer.language.both import BothLanguages, joined

EN, RU = language("en"), language("ru")


def test_one_or_two_languages_are_spoken() -> None:
    assert spoken(("ru",)) is RU and spoken(()) is EN and spoken(("xx", "ru")) is RU
    assert spoken(("ru", "ru")) is RU
    both = spoken(("ru", "en"))
    assert isinstance(both, BothLanguages) and (both.code, both.codes) == ("ru", ("ru", "en"))
    assert EN.codes == ("en",)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Lead", "Ведущее", "Lead / Ведущее"),
        ("XXX", "XXX", "XXX"),
        ("Excel", "EXCEL", "Excel"),
        ("", "Да", "Да"),
        ("Done.", "Готово.", "Done. Готово."),
        ("Which one?", "Какой?", "Which one? Какой?"),
    ],
)
def test_words_stand_side_by_side_and_sentences_one_after_the_other(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected


def test_words_by_code_and_sentences_of_the_interface() -> None:
    both = spoken(("en", "ru"))
    assert both.field("action", "leads") == f"{EN.field('action', 'leads')} / {RU.field('action', 'leads')}"
    assert both.choice("yes_no", "yes") == "Yes / Да"
    assert both.choice("action_status", "") == ""
    assert both.kind("action", "many") == "Actions / Мероприятия"
    assert both.help("plan", "area").startswith(EN.help("plan", "area") + " ")
    assert both.find("workbook", "sheet", "nothing") is None
    assert both.word("workbook", "sheet", "nothing") == "nothing"
    assert both.choice("indicator", "L3").count("L3") == 1 and RU.choice("indicator", "L3")[3:] in both.choice(
        "indicator", "L3"
    )
    assert both.t("Close") == "Close / Закрыть"
    assert both.n("{n} action.", "All {n} actions.", 3) == "All 3 actions. Все 3 мероприятия."


def test_each_sentence_has_the_word_of_its_own_language() -> None:
    both = spoken(("ru", "en"))
    said = both.word("workbook", "note", "money_no_year", currency=both.choice("currency", "MDL"))
    russian = RU.word("workbook", "note", "money_no_year", currency=RU.choice("currency", "MDL"))
    assert said == f"{russian} {EN.word('workbook', 'note', 'money_no_year', currency=EN.choice('currency', 'MDL'))}"
    assert both.parts(said)[0] == russian and both.parts("anything else") == ("anything else",)
    assert both.fitting(said, 255) == said and both.fitting(said, len(russian)) == russian


def test_numbers_dates_and_quarters_are_those_of_the_leading_language() -> None:
    for code, other in (("en", "ru"), ("ru", "en")):
        both, first = spoken((code, other)), language(code)
        assert both.number(Decimal("1234567.5")) == first.number(Decimal("1234567.5"))
        assert both.money(Decimal(5000), "MDL") == first.money(Decimal(5000), "MDL")
        assert both.date(date(2027, 3, 1)) == first.date(date(2027, 3, 1))
        assert both.quarter(Quarter(2027, 3)) == first.quarter(Quarter(2027, 3))
        assert both.quarter_formula("x") == first.quarter_formula("x")
        assert both.date_format == first.date_format


@pytest.mark.parametrize("choices", [name for name in CHOICES if name not in ("r2", "recommendation", "month")])
def test_joined_names_are_read_back_as_well_as_either_alone(choices: str) -> None:
    both = spoken(("en", "ru"))
    for code in CHOICES[choices]:
        for speech in (both, EN, RU):
            assert both.code_of(choices, f" {speech.choice(choices, code).upper()} ") == code, (choices, code)


def test_every_language_tells_its_font_and_the_form_of_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [language(code).font for code in SHIPPED] == ["", ""]
    assert (EN.date_format, RU.date_format) == ("dd/mm/yyyy", "dd.mm.yyyy")
    monkeypatch.setattr(sys.modules[type(EN).__module__], "FONTS", {"ru": "Nirmala UI"})
    assert spoken(("en", "ru")).font == "Nirmala UI" and EN.font == ""
