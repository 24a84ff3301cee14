"""The glossary: the terms of the checklist and what they mean, so that a workbook explains its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mainstreamer.domain.glossary import Glossary
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_registers import finish_table, start_table
from mainstreamer.exchange.styles import HEADER, HIDDEN, PLAIN, TEXT

COLUMNS = (("~term", "term", 34), ("~definition", "definition", 90), ("~note", "remark", 70))


def glossary_sheet(edition: Edition, glossaries: Sequence[Glossary]) -> Sheet:
    """Every term in the alphabetical order of the first glossary, with its words in the others beside or below. Nothing of it
    is read back."""
    sheet = edition.sheet("glossary", "back")
    headers = [edition.word("column", word) for _, word, _ in COLUMNS]
    start_table(sheet, "glossary", ("uid", *(code for code, _, _ in COLUMNS)), edition.word("note", "glossary"))
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    by_code = [{term.code: term for term in glossary.terms} for glossary in glossaries]
    for code in by_code[0]:
        said = [terms[code] for terms in by_code if code in terms]
        cells = (
            Cell(_once(" / ", (term.term for term in said)), PLAIN),
            Cell(_once("\n", (term.definition for term in said)), TEXT),
            Cell(_once("\n", (term.note for term in said)) or None, TEXT),
        )
        sheet.add([Cell(None, HIDDEN), *cells])
    widths = {place: float(width) for place, (_, _, width) in enumerate(COLUMNS, 2)}
    finish_table(edition, sheet, header, len(by_code[0]), headers, widths)
    sheet.title_rows = f"{header}:{header}"
    sheet.protected = True
    return sheet


def _once(between: str, texts: Iterable[str]) -> str:
    return between.join(dict.fromkeys(filter(None, texts)))
