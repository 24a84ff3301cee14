"""Workbooks of every preset, opened by LibreOffice and printed. Skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import ActionFilter, PresetSpec
from tests.exchange.preset_tools import PLANS, export, plan_of

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed here, so no other program can open the workbooks"
)
LANGUAGES = {"print": ("ru", "en"), "public": ("en",)}


def printed(books: list[Path], folder: Path) -> dict[str, bytes]:
    """The workbooks as LibreOffice prints them to PDF."""
    done = subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder / "pdf"), *map(str, books)],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    found = {path.stem: path.read_bytes() for path in (folder / "pdf").glob("*.pdf")}
    assert len(found) == len(books), done.stderr
    return found


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") + pdf.count(b"/Type /Page\n")


def written(plan: Plan, folder: Path, name: str, spec: PresetSpec, codes: tuple[str, ...]) -> Path:
    export(plan, folder, spec, codes)
    return (folder / "out.xlsx").rename(folder / f"{name}-{spec.base}-{'-'.join(codes)}.xlsx")


def test_presets_open_and_print(tmp_path: Path) -> None:
    """The tests of the round trip open the full workbook; LibreOffice takes a quarter of a minute to print it."""
    plan = plan_of("sample", tmp_path)
    books = [written(plan, tmp_path, "sample", PresetSpec(base=base), codes) for base, codes in LANGUAGES.items()]
    found = printed(books, tmp_path)
    assert 2 <= pages(found["sample-print-ru-en"]) < 20 < pages(found["sample-public-en"])


@pytest.mark.parametrize("name", PLANS)
def test_presets_of_ones_own_open_too(tmp_path: Path, name: str) -> None:
    plan = plan_of(name, tmp_path)
    leads = tuple(uid for action in plan.actions[:1] for uid in action.leads[:1])
    own = PresetSpec("Own", sheets=("cover", "timeline", "progress"), filter=ActionFilter(leads=leads, years=(2027,)))
    own = own.with_columns("action", ("title", "status"))
    books = [written(plan, tmp_path, name, replace(own, base=base), ("ru", "en")) for base in ("full", "public")]
    assert all(pages(pdf) >= 4 for pdf in printed(books, tmp_path).values())
