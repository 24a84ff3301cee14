"""Lists of institutions in one cell, names spelled alike, headings of many countries, words of lists."""

from __future__ import annotations

import pytest

from mainstreamer.operations.tables.choices import code_of, codes_of
from mainstreamer.operations.tables.headings import EXACT, headings_of, kinds_named
from mainstreamer.operations.tables.names import is_alike, key_of, parted, telling, type_of_name
from mainstreamer.operations.tables.targets import TAKEN_KINDS, targets


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ministerul Muncii, Protecției Sociale și Familiei, Ministerul Finanțelor",
         ["Ministerul Muncii, Protecției Sociale și Familiei", "Ministerul Finanțelor"]),
        ("Ministry of Health and National Bureau of Statistics", ["Ministry of Health", "National Bureau of Statistics"]),
        ("Ministry of Labour and Social Protection", ["Ministry of Labour and Social Protection"]),
        ("Министерство внутренних дел и Министерство юстиции", ["Министерство внутренних дел", "Министерство юстиции"]),
        ("Ministère de l'Emploi, du Travail et de la Formation", ["Ministère de l'Emploi, du Travail et de la Formation"]),
        ("MMPSF, MF; BNS", ["MMPSF", "MF", "BNS"]),
        ("1) Ministerul Educației 2) OIM", ["Ministerul Educației", "OIM"]),
        ("Ministry of Labour/BMET", ["Ministry of Labour", "BMET"]),
        ("IOM\nUNDP\n", ["IOM", "UNDP"]),
        ("", []),
    ],
)  # fmt: skip
def test_lists_of_institutions(text: str, names: list[str]) -> None:
    assert parted(text, frozenset()) == names


def test_names_of_the_plan_stay_whole() -> None:
    known = {key_of("Fund for Work, Bread and Peace")}
    assert parted("Fund for Work, Bread and Peace, Ministry of Health", known) == [
        "Fund for Work, Bread and Peace", "Ministry of Health",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ministerul Finantelor", "Ministerul Finanțelor", True),
        ("Ministerul Sănătății", "Ministerului Sanatatii", True),
        ("Минстерство труда", "Министерство труда", True),
        ("Ministry of Health", "Ministry of Wealth", False),
        ("Ministry of the Interior", "Ministry of the Exterior", False),
        ("Ministry of Labour", "Ministry of Labour and Social Protection", False),
        ("Agency 1", "Agency 2", False),
    ],
)
def test_names_spelled_alike(one: str, other: str, alike: bool) -> None:
    assert is_alike(telling(one), telling(other)) is alike


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Ministerul Finanțelor", "finance_ministry"), ("Министерство труда", "labour_ministry"),
        ("Ministère des Affaires étrangères", "foreign_ministry"), ("Biroul Relații cu Diaspora", "public_agency"),
        ("National Bureau of Statistics", "statistics_office"), ("Asociația „Dacia”", "ngo"), ("OIM", "un_agency"),
        ("Something", ""),
    ],
)  # fmt: skip
def test_types_of_institutions(name: str, type_: str) -> None:
    assert type_of_name(name) == type_


@pytest.mark.parametrize(
    ("kind", "heading", "target"),
    [
        ("action", "ACTIUNI", "title"), ("action", "Ответственные исполнители:", "leads"),
        ("action", "Lead (responsible) agency", "leads"), ("action", "Termene de realizare", "deadline"),
        ("action", "Coût (FCFA)", "cost"), ("action", "Ожидаемый результат", "output"), ("action", "Nr. d/o", "code"),
        ("action", "Timeframe", "period"), ("institution", "Denumirea asociației", "name"),
        ("agreement", "Дата подписания", "signed"), ("agreement", "Țara", "partners"), ("evidence", "Emitent", "issuer"),
    ],
)  # fmt: skip
def test_headings_in_use(kind: str, heading: str, target: str) -> None:
    assert headings_of(kind).target(heading)[0] == target


def test_headings_are_known_by_some_of_their_words_only_when_asked() -> None:
    known = headings_of("action")
    assert known.target("Costul total al programului") == ("", 0.0)
    target, score = known.target("Costul total al programului", inside=True)
    assert target == "cost" and score < EXACT
    assert known.target("") == known.target("Alpha beta") == ("", 0.0)


def test_titles_speak_of_kinds() -> None:
    assert "action" in kinds_named("PLANUL DE ACȚIUNI pentru 2027") and "agreement" in kinds_named("Реестр соглашений")
    assert not kinds_named("Sheet1")


@pytest.mark.parametrize("kind", TAKEN_KINDS)
def test_every_word_of_the_data_leads_to_something_that_is_offered(kind: str) -> None:
    from mainstreamer.knowledge import table_words

    for target in table_words("headings").get(kind, {}):
        assert target in targets(kind), (kind, target)


def test_words_of_lists() -> None:
    assert code_of("action_status", "în curs de realizare") == "on_track" and code_of("yes_no", "Да") == "yes"
    assert code_of("country", "Италия") == code_of("country", "italie") == code_of("country", "Italy") == "ITA"
    assert code_of("country", "Austri") is None
    assert codes_of("country", "Germania, Polonia și Italia") == ("DEU", "POL", "ITA")
    assert codes_of("sdg", "SDG 8.8; ODD 10.7") == ("8.8", "10.7")
    with pytest.raises(ValueError, match="choice_unknown"):
        codes_of("country", "Italy, Atlantis")
