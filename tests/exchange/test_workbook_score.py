"""Every preset in one language and in two, marked by a stranger: some thirty checks, and none may find anything wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mainstreamer import knowledge
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.both import spoken
from mainstreamer.operations.sampling import create_sample
from mainstreamer.storage.document import Document
from tests.absurd_plan import absurd_plan
from tests.exchange.small_plan import TODAY
from tests.exchange.workbook_score import CHECKS, Book, score

WAYS = [("full", ("en",)), ("full", ("en", "ru")), ("print", ("ru",)), ("public", ("ru",))]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Document]]:
    folder = tmp_path_factory.mktemp("plans")
    empty = {
        "title": "Empty",
        "country": "MDA",
        "start_year": 2027,
        "end_year": 2031,
        "fiscal_start": 1,
        "currency": "MDL",
    }
    found = {
        "sample": create_sample(folder / "sample.mplan", "en"),
        "empty": Document.create(folder / "empty.mplan", empty),
        "absurd": absurd_plan(folder / "absurd.mplan"),
    }
    yield found
    for document in found.values():
        document.close()


def faults(document: Document, path: Path, base: str, codes: tuple[str, ...]) -> dict[str, list[str]]:
    speech, plan = spoken(codes), document.plan
    checklist = knowledge.plan_checklist(plan, speech.code)
    export_workbook(plan, checklist, speech, path, preset=base, today=TODAY, vector=document.know())
    return {
        name: found
        for name, found in score(Book(path, plan, base, speech.field, speech.right_to_left)).items()
        if found
    }


def test_there_are_enough_checks() -> None:
    assert len(CHECKS) >= 20


@pytest.mark.parametrize(("base", "codes"), WAYS)
@pytest.mark.parametrize("name", ["sample", "empty", "absurd"])
def test_nothing_is_found_wrong(
    name: str, base: str, codes: tuple[str, ...], plans: dict[str, Document], tmp_path: Path
) -> None:
    assert faults(plans[name], tmp_path / "out.xlsx", base, codes) == {}
