"""A real case from file to workbook: Moldova's documented bodies, acts, strategies and dates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from mainstreamer.__main__ import main
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import kind_of
from mainstreamer.domain.readiness import BLOCKS, findings
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.knowledge import checklist
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations.plan_data import puts_of
from mainstreamer.operations.sample import sample_frame
from mainstreamer.storage.document import Document

DATA = Path(__file__).parent / "data" / "moldova.toml"
TODAY = date(2026, 11, 2)


@pytest.fixture
def moldova(tmp_path: Path) -> Iterator[Document]:
    uid = new_uid()
    puts = puts_of(tomllib.loads(DATA.read_text(encoding="utf-8"), parse_float=Decimal), {}, uid)
    document = Document.create(tmp_path / "moldova.mplan", sample_frame(puts), uid=uid)
    document.put("take_data", [put for put in puts if put.uid != uid])
    yield document
    document.close()


def test_it_holds_what_is_documented(moldova: Document) -> None:
    plan = moldova.plan
    assert (plan.frame.country, plan.frame.currency) == ("MDA", "MDL")
    texts = " ".join(f"{row.title} {row.reference}" for row in plan.evidence)
    for act in ("1009", "200", "724", "725"):
        assert act in texts
    assert any("HG 725" in body.legal_basis for body in plan.bodies)
    assert plan.agreements == () and plan.population_tables == ()


def test_every_record_has_its_source(moldova: Document) -> None:
    plan = moldova.plan
    for kind in ("institution", "body", "membership", "observation"):
        for row in plan.all(kind):
            assert getattr(row, "source", ""), (kind_of(row), plan.name_of(kind, row.uid))
    for action in plan.actions:
        kept = [indicator.verification for indicator in plan.action_indicators.get(action.uid, ())]
        assert action.note or action.plan_reference or any(kept), action.title


def test_check_says_what_the_documents_leave_open(moldova: Document) -> None:
    """Published plans leave costs, baselines and quarters open; readiness says so and contradicts nothing."""
    found = findings(moldova.plan, checklist("en"), TODAY)
    codes = {one.code for one in found if one.severity == BLOCKS}
    assert {"field_missing", "action_without_indicator", "essential_item_unanswered"} <= codes
    assert "no_body" not in codes
    assert moldova.integrity() == ()


@pytest.mark.parametrize("code", SHIPPED)
def test_export_holds_its_bodies_and_acts(moldova: Document, tmp_path: Path, code: str) -> None:
    target = tmp_path / f"moldova-{code}.xlsx"
    report = export_workbook(moldova.plan, checklist(code), language(code), target, today=TODAY, vector=moldova.know())
    assert report.findings == ()
    book = openpyxl.load_workbook(target, read_only=True)
    text = "\n".join(
        str(cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    )
    book.close()
    for name in [*(body.name for body in moldova.plan.bodies), *(action.title for action in moldova.plan.actions)]:
        assert name in text


def test_the_command_line_takes_it_through(
    moldova: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = moldova.path
    moldova.close()
    assert main(["check", str(path)]) == 1
    assert main(["export", str(path), str(tmp_path / "m.xlsx"), "--preset", "print"]) == 0
    assert capsys.readouterr().err == ""
