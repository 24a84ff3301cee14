"""Native charts over the cells of a sheet, made by openpyxl from plain values.

Excel and LibreOffice draw them anew from the cells. Viewers that do not, such as previews of mail programs, show what is kept
in the chart itself; so the values of the day of export are written there as well (ECMA-376 part 1, 21.2.2.121 `numCache`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mainstreamer.exchange.cells import Chart, Series, Sheet, Value, quoted
from mainstreamer.exchange.styles import INK, LINE, MUTED, WHITE

if TYPE_CHECKING:
    from openpyxl.chart._chart import ChartBase
    from openpyxl.chart.series import Series as ChartSeries
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.chart.text import RichText
    from openpyxl.chart.title import Title
    from openpyxl.worksheet.worksheet import Worksheet

_GAPS = {"bars": 45, "columns": 60, "stacked_columns": 60, "stacked_bars": 45, "pyramid": 8}
"""Room between bars, in per cent of their width."""

_ACROSS = ("bars", "stacked_bars", "pyramid")
_TURNED = ("bars", "stacked_bars")
"""Kinds whose first category stands on top, as the first row of a table does."""

_STACKED = ("stacked_columns", "stacked_bars")
_HOLE = 58
_TITLE_SIZE, _TEXT_SIZE = 1100, 900
"""Hundredths of a point."""


def add_charts(page: Worksheet, sheet: Sheet) -> None:
    """Put the charts of a sheet onto its page."""
    for chart in sheet.charts:
        page.add_chart(_made(chart, sheet))


def _made(chart: Chart, sheet: Sheet) -> ChartBase:
    from openpyxl.chart.shapes import GraphicalProperties

    made = _doughnut(chart) if chart.kind == "doughnut" else _bars(chart, sheet.font)
    made.title = _title(chart.title, _TITLE_SIZE, sheet.font, bold=True)
    made.legend = _legend(sheet.font) if chart.legend else None
    made.display_blanks = "gap"
    made.visible_cells_only = False
    made.roundedCorners = False
    made.graphical_properties = GraphicalProperties(solidFill=WHITE)
    made.graphical_properties.line.noFill = True
    for place, series in enumerate(chart.series):
        made.series.append(_series(chart, series, sheet, place))
    made.anchor = _anchor(chart)
    return made


def _bars(chart: Chart, font: str) -> Any:
    from openpyxl.chart import BarChart

    made = BarChart()
    made.type = "bar" if chart.kind in _ACROSS else "col"
    made.grouping = "stacked" if chart.kind in _STACKED else "clustered"
    made.overlap = 100 if chart.kind in _STACKED or chart.kind == "pyramid" else None
    made.gapWidth = _GAPS[chart.kind]
    categories, values = made.x_axis, made.y_axis
    categories.delete = values.delete = False
    beside, below = (values, categories) if made.type == "col" else (categories, values)
    beside.title = _title(chart.up, _TEXT_SIZE, font) if chart.up else None
    below.title = _title(chart.across, _TEXT_SIZE, font) if chart.across else None
    if chart.kind in _TURNED:
        categories.scaling.orientation = "maxMin"
        values.crosses = "max"
    categories.tickLblPos = "low"
    if chart.kind in _TURNED:
        categories.tickLblSkip = 1
    categories.majorTickMark = values.majorTickMark = "none"
    categories.txPr = values.txPr = _text(_TEXT_SIZE, MUTED, font)
    categories.graphicalProperties = _line(MUTED)
    values.graphicalProperties = _line("")
    values.majorGridlines.spPr = _line(LINE)
    values.number_format = chart.format
    values.numFmt.sourceLinked = False
    if chart.kind != "pyramid":
        values.scaling.min = 0
    values.scaling.max = chart.most
    values.majorUnit = chart.step
    return made


def _doughnut(chart: Chart) -> Any:
    from openpyxl.chart import DoughnutChart

    made = DoughnutChart()
    made.holeSize = _HOLE
    made.firstSliceAng = 0
    return made


def _series(chart: Chart, series: Series, sheet: Sheet, place: int) -> ChartSeries:
    from openpyxl.chart.data_source import AxDataSource, NumDataSource, StrRef
    from openpyxl.chart.label import DataLabelList
    from openpyxl.chart.marker import DataPoint
    from openpyxl.chart.series import Series as ChartSeries
    from openpyxl.chart.series import SeriesLabel

    made = ChartSeries(idx=place, order=place)
    name = StrRef(f=_absolute(sheet, series.name), strCache=_texts(_values(sheet, series.name)))
    made.tx = SeriesLabel(strRef=name)
    labels = StrRef(f=_absolute(sheet, chart.categories), strCache=_texts(_values(sheet, chart.categories)))
    made.cat = AxDataSource(strRef=labels)
    made.val = NumDataSource(numRef=_numbers(sheet, series.values, chart.format))
    made.spPr = _filled(series.colour)
    for point, colour in enumerate(series.points):
        made.dPt.append(DataPoint(idx=point, spPr=_filled(colour, WHITE if chart.kind == "doughnut" else "")))
    if chart.kind != "doughnut":
        made.invertIfNegative = False
    if chart.labels:
        made.dLbls = DataLabelList(numFmt=chart.labels, showVal=True)
        made.dLbls.showSerName = made.dLbls.showCatName = made.dLbls.showLegendKey = made.dLbls.showPercent = False
        dark = chart.kind == "doughnut" or chart.kind in _STACKED
        made.dLbls.txPr = _text(_TEXT_SIZE, WHITE if dark else INK, sheet.font, bold=dark)
        if chart.kind in ("bars", "columns"):
            made.dLbls.position = "outEnd"
    return made


# -- what stands in the cells ------------------------------------------------------------------------------------------


def _absolute(sheet: Sheet, area: str) -> str:
    from openpyxl.utils.cell import absolute_coordinate

    return f"{quoted(sheet.title)}!{absolute_coordinate(area)}"


def _values(sheet: Sheet, area: str) -> list[Value]:
    """The values of an area of one row or column, as they are when the workbook is written."""
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(area)
    found: list[Value] = []
    for row in range(top, bottom + 1):
        cells = sheet.rows[row - 1] if row <= len(sheet.rows) else []
        for column in range(left, right + 1):
            cell = cells[column - 1] if column <= len(cells) else None
            found.append(None if cell is None else cell.value)
    return found


def _texts(values: Sequence[Value]) -> Any:
    from openpyxl.chart.data_source import StrData, StrVal

    points = [StrVal(idx=place, v=str(value)) for place, value in enumerate(values) if value not in (None, "")]
    return StrData(ptCount=len(values), pt=points)


def _numbers(sheet: Sheet, area: str, shown: str) -> Any:
    from openpyxl.chart.data_source import NumData, NumRef, NumVal

    values = _values(sheet, area)
    points = [
        NumVal(idx=place, v=float(value))
        for place, value in enumerate(values)
        if isinstance(value, int | float | Decimal)
    ]
    cache = NumData(formatCode=shown, ptCount=len(values), pt=points)
    return NumRef(f=_absolute(sheet, area), numCache=cache)


# -- how it looks ------------------------------------------------------------------------------------------------------


def _filled(colour: str, edge: str = "") -> GraphicalProperties:
    from openpyxl.chart.shapes import GraphicalProperties

    made = GraphicalProperties(solidFill=colour)
    if edge:
        made.line.solidFill = edge
        made.line.width = 19_050
    else:
        made.line.noFill = True
    return made


def _line(colour: str) -> GraphicalProperties:
    from openpyxl.chart.shapes import GraphicalProperties

    made = GraphicalProperties()
    if colour:
        made.line.solidFill = colour
        made.line.width = 6_350
    else:
        made.line.noFill = True
    return made


def _characters(size: int, colour: str, font: str, bold: bool) -> Any:
    from openpyxl.drawing.text import CharacterProperties
    from openpyxl.drawing.text import Font as Typeface

    # Letters of Bengali or Arabic have a font of their own.
    faces = {script: Typeface(typeface=font) for script in ("latin", "ea", "cs")}
    return CharacterProperties(sz=size, b=bold, solidFill=colour, **faces)


def _text(size: int, colour: str, font: str, bold: bool = False) -> RichText:
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph, ParagraphProperties

    look = ParagraphProperties(defRPr=_characters(size, colour, font, bold))
    return RichText(p=[Paragraph(pPr=look, r=[], endParaRPr=_characters(size, colour, font, bold))])


def _title(words: str, size: int, font: str, bold: bool = False) -> Title:
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import Paragraph, ParagraphProperties, RegularTextRun

    look = _characters(size, INK if bold else MUTED, font, bold)
    line = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[RegularTextRun(rPr=look, t=words)])
    return Title(tx=Text(rich=RichText(p=[line])), overlay=False)


def _legend(font: str) -> Any:
    from openpyxl.chart.legend import Legend

    made = Legend()
    made.position = "b"
    made.txPr = _text(_TEXT_SIZE, INK, font)
    return made


def _anchor(chart: Chart) -> Any:
    """From cell to cell, so that a chart stays within its panel whatever widths a program makes of the columns."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
    from openpyxl.utils import column_index_from_string
    from openpyxl.utils.cell import coordinate_from_string

    def marker(cell: str) -> AnchorMarker:
        letters, row = coordinate_from_string(cell)
        return AnchorMarker(col=column_index_from_string(letters) - 1, row=row - 1)

    return TwoCellAnchor(editAs="oneCell", _from=marker(chart.start), to=marker(chart.end))
