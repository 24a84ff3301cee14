"""A pack in the hands of LibreOffice: opened, kept in its own form, saved as a workbook again, with a Romanian column and
five new items in it. Skipped where LibreOffice is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from mainstreamer import knowledge
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.packs import ACTIONS, ITEMS
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.pack_in import codes_for, read_pack
from mainstreamer.exchange.pack_out import write_pack
from mainstreamer.language import language
from mainstreamer.operations.pack_difference import TRANSLATED
from mainstreamer.operations.packs import compare
from tests.exchange.pack_tools import TODAY
from tests.operations.own_plan import empty_plan, own_plan

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed here, so a pack cannot be saved by it"
)
ROMANIAN = {
    "1.1": "A cerut guvernul acest lucru?",
    "1.2": "Este numită o instituție?",
    "2.1": "Există un organ?",
    "6F1": "Bani?",
}


def converted(path: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another form."""
    profile = folder.parent / "profile"
    done = subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form, "--outdir",
         str(folder), str(path)],
        capture_output=True, text=True, timeout=170, check=False,
    )  # fmt: skip
    made = folder / f"{path.stem}.{form}"
    assert made.is_file(), done.stderr
    return made


def saved_by_libreoffice(path: Path, tmp_path: Path) -> Path:
    """To the form of LibreOffice and back."""
    folders = [tmp_path / name for name in ("ods", "xlsx")]
    for folder in folders:
        folder.mkdir()
    return converted(converted(path, "ods", folders[0]), "xlsx", folders[1])


def edit(path: Path) -> None:
    """What a translator and an official do: a column for Romanian beside the others, five rows at the end."""
    book = openpyxl.load_workbook(path)
    sheet = book[ITEMS]
    headings = {cell.value: cell.column for cell in sheet[1]}
    new = sheet.max_column + 1
    sheet.cell(1, new, "question::ro")
    row = 2
    while code := sheet.cell(row, 1).value:
        if code in ROMANIAN:
            sheet.cell(row, new, ROMANIAN[code])
        row += 1
    for number in range(5):
        sheet.cell(row + number, headings["step"], number + 2)
        sheet.cell(row + number, headings["question::en"], f"Is task {number + 1} done?")
        sheet.cell(row + number, new, f"Este gata sarcina {number + 1}?")
    actions = book[ACTIONS]
    last = max(cell.row for cell in actions["A"] if cell.value) + 1
    actions.cell(last, 1, "1.1")
    actions.cell(last, 6, "Ask the cabinet office")
    book.save(path)


def loaded(path: Path, plan: Plan) -> Plan:
    return plan.with_puts(compare(plan, read_pack(path, codes_for(plan))).puts)


def test_a_pack_goes_through_libreoffice_unchanged(tmp_path: Path) -> None:
    plan = own_plan()
    path, _ = write_pack(tmp_path / "pack.xlsx", plan, language("en"), TODAY)
    found = compare(plan, read_pack(saved_by_libreoffice(path, tmp_path), codes_for(plan)))
    assert not found.puts and not found.gone and not found.gone_actions


def test_a_romanian_column_and_five_new_items_come_back(tmp_path: Path) -> None:
    plan = empty_plan()
    path, _ = write_pack(tmp_path / "pack.xlsx", plan, language("ru"), TODAY)
    edit(path)
    back = saved_by_libreoffice(path, tmp_path)
    found = compare(plan, read_pack(back, codes_for(plan)))
    assert [one.item for one in found.new] == ["2.N1", "3.N1", "4.N1", "5.N1", "6.N1"]
    assert not found.gone and not found.notes and len(found.new_actions) == 1
    assert {(one.item, one.new) for one in found.texts if one.change == TRANSLATED and one.item in ROMANIAN} == set(
        ROMANIAN.items()
    )
    after = loaded(back, plan)
    romanian = tailored(knowledge.checklist("ro"), after)
    assert romanian.text("1.1", "question") == ROMANIAN["1.1"]
    assert romanian.text("2.N1", "question") == "Este gata sarcina 1?"
    assert (romanian.language_of("1.3"), romanian.text("1.3", "question") != "1.3") == ("en", True)
    english = tailored(knowledge.checklist("en"), after)
    assert english.text("6.N1", "question") == "Is task 5 done?"
    assert not compare(after, read_pack(back, codes_for(after))).puts
