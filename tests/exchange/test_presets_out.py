"""Presets of the exported workbook: sheets, columns, filter, what is public, and what the copy says about itself."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mainstreamer import knowledge
from mainstreamer.domain.actions import total
from mainstreamer.domain.fields import Choice, Date, FiscalQuarter, ItemCodes, Link, Links, ManyChoices, Text
from mainstreamer.domain.kinds import KINDS, new_uid
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.presets import BASES, SHEETS, ActionFilter, PresetSpec, part_of, preset_from_json
from mainstreamer.domain.publication import WITHHELD
from mainstreamer.exchange.action_lines import FIRST_ROW
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.preset_offers import columns_offered, sheets_offered, usual_columns
from mainstreamer.exchange.sheets_actions import layout
from mainstreamer.exchange.workbook_out import MAKERS
from mainstreamer.language import language
from tests.exchange.preset_tools import EXPORTS, columns, export, named, plan_of, technical, texts
from tests.exchange.small_plan import PLAN, TODAY, frame, full_plan, uid, with_record

EN = language("en")


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Plan]:
    folder = tmp_path_factory.mktemp("plans")
    return {name: plan_of(name, folder) for name in ("sample", "empty", "absurd")}


@pytest.mark.parametrize("one", EXPORTS, ids=named)
def test_every_plan_is_exported_with_every_preset_and_language(
    one: tuple[str, str, tuple[str, ...]], plans: dict[str, Plan], tmp_path: Path
) -> None:
    plan, base, codes = one
    report, book = export(plans[plan], tmp_path, base, codes)
    spec = PresetSpec(base=base, languages=codes)
    visible = [page for page in book if page.sheet_state == "visible"]
    assert len(visible) == len([code for code in spec.wanted if code in MAKERS]) == len(report.sheets)
    assert all(page.sheet_view.rightToLeft in (None, False) for page in book)
    assert all(0 < len(page.title) <= 31 and not re.search(r"[\[\]:*?/\\]", page.title) for page in book)
    said = technical(book)
    assert (said["format"], said["language"]) == ("2", " ".join(codes))
    assert preset_from_json(said["preset"]) == spec
    used = {name for text in texts(book) if text.startswith("=") for name in _names_in(text)}
    assert used <= set(book.defined_names) | {"TRUE", "FALSE"}
    assert all(
        dimension.width <= 255 for page in book for dimension in page.column_dimensions.values() if dimension.width
    )
    for page in book:
        for rule in page.data_validations.dataValidation:
            assert not str(rule.formula1).startswith("list_") or rule.formula1 in book.defined_names


def _names_in(formula: str) -> set[str]:
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", formula)
    return set(re.findall(r"\b[a-z]+_[a-z_]+\b", bare))


def test_sheets_stand_in_the_order_of_their_codes() -> None:
    assert list(MAKERS) == [code for code in SHEETS if code in MAKERS]
    assert sheets_offered() == tuple(MAKERS)


# -- sheets and columns of one's own -----------------------------------------------------------------------------------


def test_a_preset_chooses_sheets_and_columns(tmp_path: Path) -> None:
    spec = PresetSpec("Short", sheets=("cover", "timeline", "institution"))
    spec = spec.with_columns("action", ("status", "note")).with_columns("institution", ("type",))
    report, book = export(full_plan(), tmp_path, spec)
    assert [title for title, _ in report.sheets] == ["Cover", "Action plan", "Timeline", "Institutions"]
    plan = book["Action plan"]
    shown = [code for code, letter in columns(plan).items() if not plan.column_dimensions[letter].hidden]
    assert shown == ["code", "title", "status", "note"]
    assert {"cost", "start", "~late"} <= set(columns(plan)), "formulas need them"
    assert "risk" not in columns(plan)
    assert list(columns(book["Institutions"]))[1:] == ["name", "type"]
    offered = {rule.formula1 for rule in plan.data_validations.dataValidation if rule.type == "list"}
    named = {name for formula in offered for name in re.findall(r"(?:list|names)_[a-z_]+", formula)}
    assert "list_action_status" in named and named <= set(book.defined_names), "what is offered is kept out of sight"
    assert "Code lists" not in book.sheetnames
    words = [cell.value for row in book["Cover"].iter_rows() for cell in row]
    assert words[words.index("Actions, without cancelled ones") + 1].startswith("=SUMPRODUCT(")


def test_without_the_action_plan_the_cover_says_the_same_figures(tmp_path: Path) -> None:
    _, book = export(full_plan(), tmp_path, PresetSpec(sheets=("cover", "institution")))
    words = [cell.value for row in book["Cover"].iter_rows() for cell in row]
    assert words[words.index("Cost estimate, MDL") + 1] == float(total(full_plan().actions).cost)


def test_without_a_cover_the_lights_still_know_the_quarter(tmp_path: Path) -> None:
    _, book = export(full_plan(), tmp_path, PresetSpec(sheets=("action",)))
    assert book.defined_names["fiscal_start"].attr_text.startswith("'_mainstreamer'!")
    assert "fiscal_start" in book.defined_names["quarter_now"].attr_text


@pytest.mark.parametrize("base", BASES)
def test_columns_that_are_offered_are_those_that_can_be_shown(base: str) -> None:
    def shown(spec: PresetSpec) -> set[str]:
        edition = Edition(full_plan(), knowledge.checklist("en"), EN, spec, TODAY)
        found = layout(edition)
        return {code for code, _, _ in found.columns} - set(found.hidden)

    offered = columns_offered(base)
    heading = {"objective"} if base == "print" else set()
    assert shown(PresetSpec(base=base)) == set(usual_columns(base)) - heading
    assert shown(PresetSpec(base=base).with_columns("action", offered)) == set(offered) - heading
    assert ("contact_post" in offered) == (base != "public")


# -- a part of the plan ------------------------------------------------------------------------------------------------

PART = PresetSpec("Part", filter=ActionFilter(leads=(uid("i1"),), years=(2028,), statuses=("on_track", "done")))


def part_plan() -> Plan:
    plan = with_record(full_plan(), "action_indicator", "y3", action=uid("a7"), name="Laws passed")
    return with_record(plan, "objective", "o1", title="Safe moves", target="All", target_year=2030)


def test_a_filter_holds_for_actions_and_all_that_is_summed_from_them(tmp_path: Path) -> None:
    plan = part_plan()
    part = part_of(plan, PART.filter)
    kept = {row.uid for row in part.actions}
    assert kept == {uid("a1"), uid("a6")}
    _, book = export(plan, tmp_path, PART)
    for title in ("Action plan", "Timeline"):
        assert {cell.value for cell in book[title]["A"][FIRST_ROW - 1 :] if cell.value} == kept
    assert {cell.value for cell in book["Indicators"]["A"] if cell.value} & {uid("y1"), uid("y3")} == {uid("y1")}
    words = [cell.value for row in book["Cover"].iter_rows() for cell in row]
    assert words[words.index("Actions, without cancelled ones") + 1].startswith("=")
    from openpyxl import load_workbook

    values = load_workbook(tmp_path / "out.xlsx", data_only=True)
    words = [cell.value for row in values["Cover"].iter_rows() for cell in row]
    assert words[words.index("Actions, without cancelled ones") + 1] == 2
    assert words[words.index("Cost estimate, MDL") + 1] == float(total(part.actions).cost)
    sheet = values["Action plan"]
    assert sheet[f"{columns(book['Action plan'])['cost']}4"].value == float(total(part.actions).cost)


def test_nobody_can_take_a_part_for_the_whole(tmp_path: Path) -> None:
    _, book = export(part_plan(), tmp_path, PART)
    conditions = (
        "Lead institution: Ministry of Labour; Fiscal year: 2028; Status: On track, Done (actions shown: 2 of 8)"
    )
    cover = [cell.value for row in book["Cover"].iter_rows() for cell in row]
    assert cover[cover.index("Only a part of the plan") + 1] == conditions
    for title in ("Action plan", "Timeline", "Indicators"):
        heading, note = (next(cell.value for cell in book[title][row] if cell.value) for row in (2, 3))
        assert heading == f"{title} – only a part of the plan"
        assert note.startswith(f"Only a part of the plan is shown and added up here: {conditions}.")
        assert "only a part of the plan" in book[title].oddFooter.left.text
    assert book["Institutions"]["B2"].value == "Institutions"
    _, whole = export(part_plan(), tmp_path)
    assert not any("part of the plan" in text for text in texts(whole))


@pytest.mark.parametrize("name", ["sample", "absurd"])
def test_formulas_stay_within_what_excel_opens_however_much_is_filtered(
    name: str, plans: dict[str, Plan], tmp_path: Path
) -> None:
    plan = plans[name]
    chosen = ActionFilter(tuple(row.uid for row in plan.institutions), years=tuple(range(2027, 2060)))
    _, book = export(plan, tmp_path, PresetSpec(filter=chosen), ("ru", "en"))
    formulas = [text for text in texts(book) if text.startswith("=")]
    assert len(formulas) > 1000 and max(map(len, formulas)) <= 8192
    for formula in formulas:
        for literal in re.findall(r'"((?:[^"]|"")*)"', formula):
            assert len(literal.replace('""', '"').encode("utf-16-le")) // 2 <= 255, formula
    said = next(text for text in texts(book) if text.startswith("Здесь показана"))
    assert "(+27)" in said


def test_registers_of_other_kinds_are_whole_and_links_are_not_lost(tmp_path: Path) -> None:
    plan = part_plan()
    _, part = export(plan, tmp_path, PART)
    _, whole = export(plan, tmp_path)
    for title in ("Institutions", "Evidence", "Checklist status"):
        cells = [[[cell.value for cell in row] for row in book[title].iter_rows()] for book in (part, whole)]
        assert cells[0] == cells[1], title
    uids = [[cell.value for cell in book["Objectives"]["A"]] for book in (part, whole)]
    assert uids[0] == uids[1]
    findings = {cell.value for cell in part["Readiness"]["A"]}
    assert uid("a1") in findings and uid("a7") not in findings


# -- for the public ----------------------------------------------------------------------------------------------------


def _marked(kind: str, name: str, type_: Any) -> Any:
    """A value by which a field can be found again, wherever it is shown."""
    if isinstance(type_, Choice | ManyChoices | Link | Links | ItemCodes | FiscalQuarter | Date):
        return None
    return f"SECRET {kind} {name}" if isinstance(type_, Text) else None


def secret_plan() -> Plan:
    """Two records of every kind in which every withheld text says so; and one of evidence that is confidential."""
    plan = frame()
    for kind, description in KINDS.items():
        if kind in ("plan", "answer"):
            continue
        for _ in range(2):
            values = {
                name: found
                for name in WITHHELD.get(kind, ())
                if (found := _marked(kind, name, description.fields[name].type)) is not None
            }
            named = description.fields[description.title].type
            if type(named) is Text:
                values.setdefault(description.title, f"{kind} name")
            plan = plan.with_puts(creation(kind, new_uid(), values))
    plan = plan.with_puts(creation("plan", PLAN, {"note": "SECRET plan note"}))
    plan = with_record(plan, "evidence", "e1", title="SECRET memo", items=("1.1",), confidential=True, issuer=uid("i1"))
    plan = with_record(plan, "evidence", "e2", title="Law", items=("1.2",), link="C:\\SECRET\\law.pdf")
    plan = with_record(plan, "institution", "i1", name="Ministry", mandate="Write to SECRET.person@example.org")
    answers = {"1.1": "SECRET finding", "1.2": "What everybody knows"}
    for code, finding in answers.items():
        plan = plan.with_puts(
            creation("answer", plan.answer_uid(code), {"item": code, "score": "no", "finding": finding})
        )
    return plan


@pytest.mark.parametrize("sheets", [(), SHEETS], ids=["usual sheets", "readiness too"])
def test_nothing_that_is_withheld_is_anywhere_in_a_public_workbook(tmp_path: Path, sheets: tuple[str, ...]) -> None:
    plan = secret_plan()
    export(plan, tmp_path, PresetSpec(base="public", sheets=sheets))
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        for name in book.namelist():
            assert b"SECRET" not in book.read(name), (name, re.findall(rb"SECRET[^<]{0,60}", book.read(name))[:5])
        everything = b"".join(book.read(name) for name in book.namelist())
    assert b"What everybody knows" in everything and b"Write to [left out]" in everything
    assert uid("e1").encode() not in everything
    _, full = export(plan, tmp_path)
    assert sum("SECRET" in text for text in texts(full)) > 30, "the test would see it"


def test_columns_of_withheld_fields_are_not_there_at_all(tmp_path: Path) -> None:
    _, book = export(full_plan(), tmp_path, "public")
    kinds = {page["A1"].value: columns(page) for page in book if str(page["A1"].value).startswith("mainstreamer:")}
    for kind, names in WITHHELD.items():
        found = kinds.get(f"mainstreamer:{kind}")
        if found is not None:
            assert not set(names) & set(found), kind
    assert "note" not in [cell.value for cell in book["Frame of the plan"]["A"]]
    assert "Readiness" not in book.sheetnames
    words = [cell.value for row in book["Cover"].iter_rows() for cell in row]
    assert "Findings that block adoption" not in words


# -- what the copy knows about itself ----------------------------------------------------------------------------------


def test_the_same_export_can_be_worked_out_again_from_the_workbook(tmp_path: Path) -> None:
    plan = part_plan()
    many = tuple(new_uid() for _ in range(1200))
    chosen = dataclasses.replace(PART, filter=dataclasses.replace(PART.filter, leads=(*PART.filter.leads, *many)))
    _, book = export(plan, tmp_path, chosen, ("ru", "en"))
    row = next(row for row in book["_mainstreamer"].iter_rows() if row[0].value == "preset")
    found = preset_from_json("".join(cell.value for cell in row[1:] if cell.value))
    assert found == dataclasses.replace(chosen, languages=("ru", "en"))
    assert all(len(cell.value or "") <= 32_767 for cell in row)
    again = Edition(plan, knowledge.checklist("ru"), language("ru"), found, TODAY)
    assert [row.uid for row in again.plan.actions] == [row.uid for row in part_of(plan, PART.filter).actions]


def test_a_plain_name_still_makes_an_edition() -> None:
    edition = Edition(full_plan(), knowledge.checklist("en"), EN, "print", TODAY)
    assert edition.preset == "print" and edition.spec == PresetSpec(base="print", languages=("en",))
    assert edition.plan is edition.whole and edition.part_note == ""
    part = Edition(full_plan(), knowledge.checklist("en"), EN, PresetSpec(filter=ActionFilter(years=(2028,))), TODAY)
    assert {row.uid for row in part.plan.actions} == {uid(name) for name in ("a1", "a4", "a6")}
    assert len(part.whole.actions) == 8
