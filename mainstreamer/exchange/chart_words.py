"""What a chart shows, in words, for people who do not see it: screen readers read them aloud.

openpyxl gives the drawing of a chart a number for a name and no description; both are entered into its XML.
Source of the form: ECMA-376 part 1, 20.1.2.2.8 (`cNvPr`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from mainstreamer.exchange.cells import Chart, Sheet, position
from mainstreamer.exchange.edition import Edition
from mainstreamer.language.language import Language

_FRAME = re.compile(rb'<cNvPr id="(\d+)" name="Chart \d+" ?/>')


def describe_charts(edition: Edition, sheet: Sheet) -> None:
    """Give each chart of a sheet a description in the language of the export."""
    sheet.charts[:] = [chart._replace(description=_description(edition, sheet, chart)) for chart in sheet.charts]


def _description(edition: Edition, sheet: Sheet, chart: Chart) -> str:
    names = ", ".join(dict.fromkeys(filter(None, (_text(sheet, series.name) for series in chart.series))))
    first, last = chart.categories.split(":")[0], chart.series[-1].values.split(":")[-1]

    def said(speech: Language) -> str:
        kind = speech.word("workbook", "chart", chart.kind)
        return speech.word(
            "workbook", "chart", "description", kind=kind, title=chart.title, series=names, cells=f"{first}:{last}"
        )

    return edition.language.each(said)


def _text(sheet: Sheet, cell: str) -> str:
    column, row = position(cell)
    cells = sheet.rows[row - 1]
    found = cells[column - 1] if column <= len(cells) else None
    return str(found.value or "") if found is not None else ""


def described(drawing: bytes, charts: Sequence[Chart]) -> bytes:
    """The drawing of a sheet with the title and the description of each of its charts, which stand there in their order."""

    def named(found: re.Match[bytes]) -> bytes:
        chart = charts[int(found[1]) - 1]
        words = (f" {name}={quoteattr(text)}" for name, text in (("descr", chart.description), ("title", chart.title)))
        return found[0].rstrip(b" />") + "".join(words).encode() + b"/>"

    return _FRAME.sub(named, drawing)
