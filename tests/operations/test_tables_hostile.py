"""Tables that arrive broken or with bad intent: each gets a sentence or is read, and what is read makes a plan that holds.

`MAINSTREAMER_MUTATIONS=5000` tries that many; each run of all tests tries a part.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mainstreamer.domain.fields import FieldType
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.numbers import PLAIN
from mainstreamer.domain.plain_tables import PlainBook
from mainstreamer.errors import MainstreamerError
from mainstreamer.exchange.foreign_in import read_tables
from mainstreamer.language import language
from mainstreamer.language.sentences import error_sentence
from mainstreamer.operations.tables.guessing import columns_of, guess
from mainstreamer.operations.tables.population import read_population_sheet
from mainstreamer.operations.tables.samples import samples
from mainstreamer.operations.tables.taking import Decisions, take
from mainstreamer.operations.tables.targets import POPULATION, TAKEN_KINDS, Mapping
from tests.exchange.hostile_workbooks import heavy, hostile
from tests.operations import table_forms
from tests.operations.test_tables_taken import empty_plan

MUTATIONS = int(os.environ.get("MAINSTREAMER_MUTATIONS", "120"))
FORMS: tuple[Callable[[Path], Path], ...] = (
    table_forms.romanian_plan, table_forms.bangla_plan, table_forms.french_plan, table_forms.english_matrix,
    table_forms.russian_plan, table_forms.associations, table_forms.agreements, table_forms.census,
)  # fmt: skip


def attempt(path: Path, what: str) -> str:
    """Read a file and work out what it would do; the code of a sentence, or `read`."""
    try:
        book = read_tables(path)
    except MainstreamerError as error:
        assert all(str(error_sentence(language(code), error)) for code in ("en", "ru")), what
        return error.code
    for sheet in book.sheets:
        check(book, guess(sheet), what)
    return "read"


def check(book: PlainBook, mapping: Mapping, what: str) -> None:
    """Whatever the mapping is, no exception leaves, and every put would be taken by the plan."""
    for sheet in book.sheets:
        if mapping.kind == POPULATION:
            read_population_sheet(sheet, mapping, PLAIN)
            continue
        plan = empty_plan()
        samples(plan, sheet, mapping, language("en"))
        for blank in (False, True):
            found = take(
                plan, sheet, mapping, Decisions(blank_unreadable=blank), language("en"), lambda done, total: None
            )
            for put in found.puts:
                type_: FieldType[object] | None = (
                    KINDS[put.kind].fields[put.field].type if put.field != EXISTS else None
                )
                assert type_ is None or not type_.check(type_.clean(put.value)), (what, put)


@pytest.mark.parametrize("form", FORMS)
def test_spoilt_workbooks_get_a_sentence_or_are_read(form: Callable[[Path], Path], tmp_path: Path) -> None:
    content = form(tmp_path / "sound.xlsx").read_bytes()
    path, came = tmp_path / "spoilt.xlsx", Counter[str]()
    for seed in range(FORMS.index(form), MUTATIONS, len(FORMS)):
        name, spoilt = hostile(content, seed)
        path.write_bytes(spoilt)
        came[attempt(path, f"{seed} {name}")] += 1
    assert set(came) <= {"read", "unreadable_workbook"} and came["read"], came


def test_workbooks_meant_to_exhaust_get_a_sentence(tmp_path: Path) -> None:
    content = table_forms.english_matrix(tmp_path / "sound.xlsx").read_bytes()
    path = tmp_path / "heavy.xlsx"
    for seed in range(4):
        name, spoilt = heavy(content, seed)
        path.write_bytes(spoilt)
        attempt(path, f"{seed} {name}")


def test_any_headings_and_any_kind_can_be_chosen(tmp_path: Path) -> None:
    chance = random.Random(5)
    for form in FORMS:
        book = read_tables(form(tmp_path / "x.xlsx"))
        for kind in TAKEN_KINDS:
            first, depth = chance.randrange(1, 12), chance.randrange(1, 4)
            check(
                book, columns_of(book.sheets[0], Mapping(kind, first, depth)), f"{form.__name__} {kind} {first} {depth}"
            )


def test_text_of_any_bytes_gets_a_sentence_or_is_read(tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "x.csv"
    came = Counter[str]()
    for number in range(60):
        marks = "abc;,\t\n\"'|0123456789.-  ĂșцЖ" if number % 2 else "".join(map(chr, range(256)))
        path.write_bytes(
            "".join(chance.choices(marks, k=chance.randrange(400))).encode(chance.choice(("utf-8", "utf-16")))
        )
        came[attempt(path, str(number))] += 1
    assert came["read"] and came["unreadable_workbook"]
