"""Workbooks in the hands of LibreOffice, for tests: it calculates every formula anew."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed, so no second program can calculate the workbook"
)


def without_results(path: Path, bare: Path) -> Path:
    """A copy whose formulas have no kept results, so that whoever reads it must calculate."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            content = source.read(name)
            kept = re.sub(rb"</f><v>[^<]*</v>", b"</f>", content) if name.startswith("xl/worksheets/") else content
            copy.writestr(name, kept)
    return bare


@functools.cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Settings of LibreOffice, made once: that takes longer than a conversion."""
    return tempfile.TemporaryDirectory(prefix="libreoffice-", ignore_cleanup_errors=True)


def calculated(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them again, into a folder of their own."""
    out = folder / "calculated"
    command = [str(SOFFICE), f"-env:UserInstallation={Path(_profile().name).as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=280)
    made = [out / f"{path.stem}.xlsx" for path in paths]
    assert all(path.is_file() for path in made)
    return made
