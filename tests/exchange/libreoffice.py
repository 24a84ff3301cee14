"""Workbooks in the hands of LibreOffice: saved and calculated by it, without a window."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed here, so no second program can calculate the workbook"
)
WORKBOOK = "xlsx:Calc MS Excel 2007 XML"


@functools.cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Settings of LibreOffice, made once: that takes longer than a conversion."""
    return tempfile.TemporaryDirectory(prefix="libreoffice-")


def converted(path: Path, folder: Path, form: str = WORKBOOK) -> Path:
    """The file as LibreOffice saves it, in a folder of its own."""
    profile = Path(_profile().name).as_uri()
    done = subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir",
         str(folder / "out"), str(path)],
        capture_output=True, text=True, timeout=170, check=False,
    )  # fmt: skip
    made = folder / "out" / f"{path.stem}.{form.partition(':')[0]}"
    assert made.is_file(), done.stderr
    return made


def without_results(path: Path, target: Path) -> Path:
    """A copy in which no formula has a value, so that all must be calculated."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bare:
        for name in source.namelist():
            bare.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", source.read(name)))
    return target
