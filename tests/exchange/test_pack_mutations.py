"""Thousands of spoilt packs: each is read or refused by name, in bounded time, and a plan is never half changed.

MAINSTREAMER_MUTATIONS sets how many are tried; a tenth of them are files.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from mainstreamer.domain.packs import Pack
from mainstreamer.domain.plan import Plan
from mainstreamer.errors import MissingFile, NotAPack, PackRefused
from mainstreamer.exchange.pack_in import codes_for, read_pack
from mainstreamer.exchange.pack_out import write_pack
from mainstreamer.language import language
from mainstreamer.language.packs import fault_sentence
from mainstreamer.language.sentences import error_sentence
from mainstreamer.operations.pack_report import lines, pack_data, summary
from mainstreamer.operations.packs import compare
from mainstreamer.storage.document import Document
from tests.exchange.pack_mutations import mutate_bytes, mutate_cells
from tests.exchange.pack_tools import TODAY, EditedPack
from tests.operations.own_plan import own_plan, own_puts

COUNT = int(os.environ.get("MAINSTREAMER_MUTATIONS", "240"))
FILES = max(COUNT // 10, 40)
SLOW = 20.0
"""Seconds that no pack may take, however large; thousands of times what a real one takes."""


def check_refusal(error: PackRefused) -> None:
    """Every fault says where and why, in words of both languages."""
    assert error.faults
    for fault in error.faults:
        assert fault.reason and fault.sheet
        for code in ("en", "ru"):
            assert language(code).find("refusal", "pack", fault.reason), fault
            assert fault_sentence(language(code), fault)


def check_loaded(plan: Plan, pack: Pack, document: Document | None = None) -> None:
    """What is taken is whole: all of it is in the plan, loading it again changes nothing, and undo takes it back."""
    found = compare(plan, pack)
    list(lines(found, language("ru")))
    summary(found, language("ru"))
    pack_data(found, (), language("en"), True)
    after = plan.with_puts(found.puts)
    assert compare(after, pack).puts == ()
    if document is not None and found.puts:
        document.put("load_pack", found.puts)
        assert all(document.plan.all(kind) == after.all(kind) for kind in after.entries)
        document.undo()
        assert all(document.plan.all(kind) == plan.all(kind) for kind in document.plan.entries)


def test_spoilt_cells_are_taken_or_refused_by_name(tmp_path: Path, document: Document) -> None:
    document.put("edit", own_puts())
    plan = document.plan
    whole = EditedPack.written(plan, tmp_path)
    taken = refused = 0
    slowest = 0.0
    for seed in range(COUNT - FILES):
        chance = random.Random(seed)
        pack = whole.copy()
        mutate_cells(pack, chance)
        begun = time.perf_counter()
        try:
            check_loaded(plan, pack.pack(plan), document if seed % 20 == 0 else None)
            taken += 1
        except PackRefused as error:
            check_refusal(error)
            refused += 1
        slowest = max(slowest, time.perf_counter() - begun)
        assert document.plan.all("item_text") == plan.all("item_text"), seed
    print(f"cells: {taken} taken, {refused} refused, slowest {slowest:.2f} s")
    assert taken > COUNT // 20 and refused > COUNT // 4 and slowest < SLOW


def test_spoilt_files_are_taken_or_refused_by_name(tmp_path: Path) -> None:
    plan = own_plan()
    path, _ = write_pack(tmp_path / "pack.xlsx", plan, language("en"), TODAY)
    whole, codes = path.read_bytes(), codes_for(plan)
    counts = {"taken": 0, "refused": 0, "unreadable": 0}
    slowest = 0.0
    for seed in range(FILES):
        path.write_bytes(mutate_bytes(whole, random.Random(seed)))
        begun = time.perf_counter()
        try:
            check_loaded(plan, read_pack(path, codes))
            counts["taken"] += 1
        except PackRefused as error:
            check_refusal(error)
            counts["refused"] += 1
        except (NotAPack, MissingFile) as error:
            assert error_sentence(language("ru"), error).happened
            assert language("ru").find("refusal", "workbook_problem", str(error.details["problem"]))
            counts["unreadable"] += 1
        slowest = max(slowest, time.perf_counter() - begun)
    print(f"files: {counts}, slowest {slowest:.2f} s")
    assert counts["unreadable"] > FILES // 10 and slowest < SLOW


@pytest.mark.parametrize("code", ["en", "ru"])
def test_every_reason_and_problem_has_words(code: str) -> None:
    import re

    from mainstreamer.exchange import book_in, pack_in, pack_values, package_in, sheet_in
    from mainstreamer.operations import pack_actions, pack_change, pack_items

    text = "".join(
        Path(module.__file__).read_text(encoding="utf-8")
        for module in (
            book_in,
            package_in,
            sheet_in,
            pack_in,
            pack_values,
            pack_items,
            pack_actions,
            pack_change,
        )
    )
    words = language(code)
    for problem in set(re.findall(r'problem="([a-z_]+)"|refuse\("([a-z_]+)"\)', text)):
        assert words.find("refusal", "workbook_problem", "".join(problem)), problem
    known = set(words.section("refusal")["pack"])
    said = set(re.findall(r'"([a-z_]+)"', text))
    assert known - said == {"rows_too_many", "columns_too_many"}
    assert known == set(language("en").section("refusal")["pack"])
