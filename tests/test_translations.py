"""The interface is translated in full, and the tool that keeps it so works."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load() -> ModuleType:
    """The tool is a program beside the package, so it is loaded from its file."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = load()


@pytest.mark.parametrize("language", sorted(tool.CATALOGUES))
def test_every_sentence_of_the_interface_is_translated(language: str) -> None:
    catalogue = tool.read_catalogue(ROOT / "resources" / "i18n" / f"{language}.ts")
    assert tool.problems(tool.collect(), catalogue, tool.CATALOGUES[language]) == []


CODE = """
title = t("Open {name}", name=name)
rows = n("{n} row", "{n} rows", count)
spoken = language("ru").t("Close & go")
axis.t(height)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small program with three sentences."""
    (tmp_path / "mainstreamer" / "ui").mkdir(parents=True)
    (tmp_path / "mainstreamer" / "ui" / "page.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def catalogue(root: Path) -> Path:
    return root / "resources" / "i18n" / "ru.ts"


def take(root: Path, table: str) -> int:
    (root / "new.tsv").write_text(table, encoding="utf-8")
    done: int = tool.main(["--take", str(root / "new.tsv")], root)
    return done


def test_sentences_are_found(root: Path) -> None:
    found = tool.collect(root / "mainstreamer")
    assert list(found) == ["Close & go", "Open {name}", "{n} rows"]
    assert found.plural == {"{n} rows": "{n} row"}
    assert found.faults == []


def test_a_sentence_that_cannot_be_found_is_a_fault(root: Path) -> None:
    (root / "mainstreamer" / "bad.py").write_text(
        't(f"Open {name}")\nt(title)\nn("{n} line", many, 3)', encoding="utf-8"
    )
    faults = tool.collect(root / "mainstreamer").faults
    assert [fault.split(" ")[0] for fault in faults] == ["bad.py:1:", "bad.py:2:", "bad.py:3:"]


def test_new_sentences_are_unfinished_until_taken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--check"], root) == 1
    assert capsys.readouterr().out.count("missing") == 3
    assert tool.main([], root) == 0
    assert capsys.readouterr().out.count("unfinished") == 3
    assert 'type="unfinished"' in catalogue(root).read_text(encoding="utf-8")
    table = "Open {name}\tОткрыть {name}\n{n} rows\t{n} строка|{n} строки|{n} строк\nClose & go\tЗакрыть\\nи уйти\n"
    assert take(root, table) == 0
    assert tool.main(["--check"], root) == 0
    assert capsys.readouterr().out == ""
    found = tool.read_catalogue(catalogue(root))
    assert found["{n} rows"] == ("{n} строка", "{n} строки", "{n} строк")
    assert found["Close & go"] == ("Закрыть\nи уйти",)


def test_the_catalogue_is_stable_and_drops_what_is_gone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take(root, "Open {name}\tОткрыть {name}\n")
    before = catalogue(root).read_bytes()
    tool.main([], root)
    assert catalogue(root).read_bytes() == before
    (root / "mainstreamer" / "ui" / "page.py").write_text('t("Save")', encoding="utf-8")
    capsys.readouterr()
    assert tool.main(["--check"], root) == 1
    assert "vanished: 'Open {name}'" in capsys.readouterr().out
    tool.main([], root)
    assert list(tool.read_catalogue(catalogue(root))) == ["Save"]


def test_unequal_placeholders_are_found(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take(root, "Open {name}\tОткрыть {имя}\n{n} rows\t{n} строка|строки|{n} строк\n")
    capsys.readouterr()
    assert tool.main(["--check"], root) == 1
    assert capsys.readouterr().out.count("unequal placeholders") == 2


def test_translations_of_nothing_and_broken_lines_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take(root, "Delete\tУдалить\n")
    assert "not in the code: 'Delete'" in capsys.readouterr().out
    with pytest.raises(ValueError, match="a tab is missing"):
        take(root, "Open {name} Открыть\n")
