"""The glossary: the terms of the checklist and what they mean, so that a workbook explains its own words."""

from __future__ import annotations

from mainstreamer.domain.glossary import Glossary
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_registers import finish_table, start_table
from mainstreamer.exchange.styles import HEADER, HIDDEN, PLAIN, TEXT

COLUMNS = (("~term", "term", 34), ("~definition", "definition", 90), ("~note", "remark", 70))


def glossary_sheet(edition: Edition, glossary: Glossary) -> Sheet:
    """Every term in alphabetical order. Nothing of it is read back."""
    sheet = edition.sheet("glossary", "back")
    headers = [edition.word("column", word) for _, word, _ in COLUMNS]
    start_table(sheet, "glossary", ("uid", *(code for code, _, _ in COLUMNS)), edition.word("note", "glossary"))
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    for term in glossary.terms:
        cells = (Cell(term.term, PLAIN), Cell(term.definition, TEXT), Cell(term.note or None, TEXT))
        sheet.add([Cell(None, HIDDEN), *cells])
    widths = {place: float(width) for place, (_, _, width) in enumerate(COLUMNS, 2)}
    finish_table(edition, sheet, header, len(glossary.terms), headers, widths)
    sheet.title_rows = f"{header}:{header}"
    sheet.protected = True
    return sheet
