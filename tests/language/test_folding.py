"""Words are alike across case, accents, scripts and ways of spelling one in another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstreamer.language.folding import fold, forms, split
from mainstreamer.search.emphasis import excerpt, missing, spans

LETTERS = st.text(
    st.one_of(
        st.characters(),
        st.characters(min_codepoint=0x400, max_codepoint=0x52F),
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0x980, max_codepoint=0x9FF),
        st.characters(min_codepoint=0x300, max_codepoint=0x36F),
    ),
    max_size=40,
)


@given(LETTERS)
def test_folding_never_raises_and_changes_nothing_twice(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    for word in split(text):
        assert all(form for form in forms(word))


@given(LETTERS, LETTERS)
def test_emphasis_stays_within_the_text(text: str, question: str) -> None:
    end = 0
    for start, stop in spans(text, question):
        assert end <= start < stop <= len(text)
        end = stop
    excerpt(text, question)
    assert set(missing(text, question).split()) <= set(question.split())


@given(st.text(st.characters(min_codepoint=0x430, max_codepoint=0x45F), min_size=1, max_size=12))
def test_the_beginning_of_a_word_gives_the_beginning_of_its_forms(word: str) -> None:
    whole = forms(word)
    for length in range(1, len(word)):
        for form in forms(word[:length]):
            assert any(longer.startswith(form) for longer in whole)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Минск", "minsk"),
        ("министерство", "Ministerstvo"),
        ("труда", "truda"),
        ("учёт", "учет"),
        ("щедрый", "shchedryy"),
        ("Щедрый", "schedryy"),
        ("Харьков", "kharkov"),
        ("Харьков", "Harkov"),
        ("центр", "tsentr"),
        ("центр", "centr"),
        ("возвращение", "vozvrashchenie"),
        ("Юлия", "iuliia"),
        ("Юлия", "Yuliya"),
        ("гарантія", "harantiia"),
        ("Київ", "kyiv"),
        ("қала", "qala".replace("q", "k")),
        ("Țară", "tara"),
        ("Ţară", "ţară"),
        ("școală", "şcoala"),
        ("Isparta", "ısparta"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("مُهاجِرون", "مهاجرون"),
        ("مهاجـــرون", "مهاجرون"),
        ("إدارة", "اداره"),
        ("أحمد", "احمد"),
        ("کار", "كار"),
        ("২০২৭", "2027"),
        ("ড়", "ড"),
    ],
)
def test_words_that_are_alike(one: str, other: str) -> None:
    assert set(forms(one)) & set(forms(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Минск", "Пинск"), ("কাজ", "কাজি"), ("бить", "быть"), ("مدينة", "مدير"), ("й", "и")]
)
def test_words_that_are_not_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_of_scripts_whose_vowels_are_marks_stay_whole() -> None:
    assert split("বাংলাদেশ ও প্রবাসী।") == ["বাংলাদেশ", "ও", "প্রবাসী"]
    assert split("مُهاجِرون، عائدون") == ["مُهاجِرون", "عائدون"]
    assert split("l'emploi A-02.03") == ["l", "emploi", "A", "02", "03"]


def test_what_is_emphasised() -> None:
    assert spans("Министерство труда", "trud minis") == [(0, 5), (13, 17)]
    assert spans("2.3  Does a legal act bind 2 or 3", "2.3") == [(0, 3)]
    assert spans("Interministerial council", "ministerial") == [(5, 16)]
    assert spans("Țările vecine", "tari") == [(0, 4)]
    assert spans("Council", "councl") == []
    assert spans("Council", "councl", forgiving=True) == [(0, 7)]


def test_an_excerpt_shows_whole_words_around_what_was_found() -> None:
    text = "A long beginning that nobody looks for, and then the remittances of families, and a long end that goes on and on."
    piece = excerpt(text, "remitt")
    assert piece.startswith("… ") and piece.endswith(" …") and "remittances of families" in piece
    assert all(word in text.split() for word in piece.strip("… ").split())
    assert excerpt(text, "absent") == ""
    assert excerpt("short text\non two lines", "two") == "short text on two lines"
