"""Keeps resources/i18n/<language>.ts in step with the sentences in the code.

    python packaging/translations.py                        take new sentences in, drop those that are gone
    python packaging/translations.py --take words.tsv ...   the same, and fill in translations
    python packaging/translations.py --check                change nothing; exit 1 when something is not translated

Sentences are the literal arguments of `t("...")` and `n("one", "many", ...)`; numbers are translated under their many-form.
A line of a .tsv file is English, a tab, the translation; forms of a number are separated by `|`, and `\\n` is a new line.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "mainstreamer"
CATALOGUES = {"ru": 3}
"""Languages other than that of the code, with the number of forms that a number takes in each."""
CONTEXT = "Mainstreamer"
DEFINITIONS = ("ui/i18n.py", "language/language.py")
"""Where `t` and `n` themselves are defined, with arguments that are no sentences."""


@dataclass
class Sources:
    """Sentences of the code: those with one form, and many-form with one-form; `faults` are calls that cannot be found."""

    plain: set[str] = field(default_factory=set)
    plural: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def forms(self, source: str, numerus: int) -> int:
        """How many forms a translation of this sentence has."""
        return numerus if source in self.plural else 1

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.plain | set(self.plural)))


Catalogue = dict[str, tuple[str, ...]]
"""Translations by source; all forms blank where nobody has translated yet."""


def collect(code: Path = CODE) -> Sources:
    """Every sentence of the interface in the Python files below `code`."""
    found = Sources()
    for path in sorted(code.rglob("*.py")):
        name = path.relative_to(code).as_posix()
        if name in DEFINITIONS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.Call):
                _take_call(node, name, found)
    for source in sorted(found.plain & set(found.plural)):
        found.faults.append(f"used with and without a number: {source!r}")
    return found


def _take_call(node: ast.Call, where: str, found: Sources) -> None:
    called = node.func
    # A method of that name counts only when a sentence is given: other libraries may have short names too.
    loose = isinstance(called, ast.Attribute)
    name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
    wanted = {"t": 1, "n": 2}.get(name, 0)
    if not wanted:
        return
    texts = [
        part.value for part in node.args[:wanted] if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    if len(texts) < wanted:
        if not loose:
            found.faults.append(f"{where}:{node.lineno}: {name}() needs literal text")
    elif wanted == 1:
        found.plain.add(texts[0])
    elif found.plural.setdefault(texts[1], texts[0]) != texts[0]:
        found.faults.append(f"{where}:{node.lineno}: two one-forms for {texts[1]!r}")


def read_catalogue(path: Path) -> Catalogue:
    """The translations of a .ts file, drafts included; empty when there is none yet."""
    found: Catalogue = {}
    if not path.is_file():
        return found
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") not in ("vanished", "obsolete"):
            forms = translation.findall("numerusform") or [translation]
            found[message.findtext("source") or ""] = tuple(form.text or "" for form in forms)
    return found


def read_table(path: Path) -> Catalogue:
    """The translations of a .tsv file. Raises ValueError for a line without a tab."""
    found: Catalogue = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            source, tab, translation = line.partition("\t")
            if not tab:
                raise ValueError(f"{path}:{number}: a tab is missing")
            found[_lines(source)] = tuple(_lines(form) for form in translation.split("|"))
    return found


def _lines(text: str) -> str:
    return text.strip().replace("\\n", "\n")


def updated(sources: Sources, old: Mapping[str, tuple[str, ...]], numerus: int) -> Catalogue:
    """A catalogue of exactly these sentences, with the translations that fit."""
    new: Catalogue = {}
    for source in sources:
        forms = sources.forms(source, numerus)
        known = old.get(source, ())
        if forms == 1 and len(known) > 1:
            known = ("|".join(known),)  # the sentence itself has a bar
        new[source] = known if len(known) == forms and all(known) else ("",) * forms
    return new


def catalogue_text(catalogue: Catalogue, language: str) -> str:
    """The .ts file: sorted, without places in the code, so that it changes only where sentences do."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source, forms in sorted(catalogue.items()):
        kind = "" if all(forms) else ' type="unfinished"'
        many = len(forms) > 1
        lines.append('    <message numerus="yes">' if many else "    <message>")
        lines.append(f"        <source>{escape(source)}</source>")
        if many:
            lines.append(f"        <translation{kind}>")
            lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
            lines.append("        </translation>")
        else:
            lines.append(f"        <translation{kind}>{escape(forms[0])}</translation>")
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def placeholders(text: str) -> set[str]:
    """Names in braces. Raises ValueError when the braces do not fit."""
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}


def problems(sources: Sources, catalogue: Catalogue, numerus: int) -> list[str]:
    """What keeps a language from being complete: one line each, in the order of the sentences."""
    found = [f"fault: {fault}" for fault in sources.faults]
    found += [f"vanished: {source!r}" for source in sorted(set(catalogue) - set(sources))]
    for source in sources:
        forms = catalogue.get(source)
        if forms is None:
            found.append(f"missing: {source!r}")
        elif len(forms) != sources.forms(source, numerus):
            found.append(f"wrong number of forms: {source!r}")
        elif not all(forms):
            found.append(f"unfinished: {source!r}")
        else:
            found += _placeholder_problems(source, sources.plural.get(source), forms)
    return found


def _placeholder_problems(source: str, one: str | None, forms: Iterable[str]) -> list[str]:
    """The same names in every form; only the English one-form may leave the number out."""
    wanted = placeholders(source)
    found = [f"unequal placeholders: {source!r} and {form!r}" for form in forms if placeholders(form) != wanted]
    if one is not None and placeholders(one) | {"n"} != wanted | {"n"}:
        found.append(f"unequal placeholders: {source!r} and {one!r}")
    return found


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Update or check every catalogue. 0 when done or complete, 1 when a check finds something."""
    parser = argparse.ArgumentParser(description="Keep the translations of the interface in step with the code.")
    parser.add_argument("--check", action="store_true", help="change nothing, list what is not translated")
    parser.add_argument("--take", nargs="+", type=Path, default=[], metavar="FILE.tsv", help="fill in translations")
    parser.add_argument("--language", choices=sorted(CATALOGUES), default="ru", help="language of the .tsv files")
    options = parser.parse_args(arguments)
    sources = collect(root / "mainstreamer")
    listed: list[str] = []
    for language, numerus in CATALOGUES.items():
        path = root / "resources" / "i18n" / f"{language}.ts"
        catalogue = read_catalogue(path)
        if not options.check:
            taken = _taken(options.take) if language == options.language else {}
            catalogue = updated(sources, {**catalogue, **taken}, numerus)
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_text(catalogue_text(catalogue, language), encoding="utf-8", newline="\n")
            part.replace(path)  # in one step: whoever reads meanwhile finds a whole file
            listed += [f"{language}: not in the code: {source!r}" for source in sorted(set(taken) - set(sources))]
        listed += [f"{language}: {problem}" for problem in problems(sources, catalogue, numerus)]
    sys.stdout.write("".join(f"{line}\n" for line in listed))
    return 1 if options.check and listed else 0


def _taken(tables: Iterable[Path]) -> Catalogue:
    found: Catalogue = {}
    for path in tables:
        found.update(read_table(path))
    return found


if __name__ == "__main__":
    sys.exit(main())
