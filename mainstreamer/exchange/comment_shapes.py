"""Where comments stand on a sheet: each beside its cell, so that it is read next to what it explains.

openpyxl lays all shapes of comments on one place, and names their XML with prefixes that old readers of VML do not know.
Source of the form: ECMA-376 part 4, 19.4.2.2 (`ClientData`), 19.4.2.3 (`Anchor`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mainstreamer.exchange.cells import Sheet

_PREFIXES = {
    b"urn:schemas-microsoft-com:office:office": b"o",
    b"urn:schemas-microsoft-com:vml": b"v",
    b"urn:schemas-microsoft-com:office:excel": b"x",
}
_DECLARED = re.compile(rb'xmlns:(\w+)="([^"]+)"')
_SHAPE = re.compile(rb"<v:shape .*?</v:shape>", re.DOTALL)
_PLACE = re.compile(rb"margin-left:[\d.]+pt;margin-top:[\d.]+pt;width:(\d+)px;height:(\d+)px")
_CELL = re.compile(rb"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>")
_FILL = b"<x:AutoFill>"

_PIXELS_A_UNIT, _PIXELS_A_POINT = 7, 96 / 72
_USUAL_WIDTH, _USUAL_HEIGHT = 10.0, 12.75
_GAP = 12
"""Pixels between a cell and its comment."""


def placed(drawing: bytes, sheet: Sheet) -> bytes:
    """The drawing of the comments of a sheet with usual prefixes, and each shape beside its cell."""
    for prefix, space in _DECLARED.findall(drawing):
        usual = _PREFIXES.get(space)
        if usual is not None and prefix != usual:
            drawing = re.sub(rb"\b%s:" % prefix, usual + b":", drawing)
            drawing = drawing.replace(b"xmlns:%s=" % prefix, b"xmlns:%s=" % usual)
    return _SHAPE.sub(lambda found: _beside(found[0], sheet), drawing)


def _beside(shape: bytes, sheet: Sheet) -> bytes:
    cell, size = _CELL.search(shape), _PLACE.search(shape)
    if cell is None or size is None:
        return shape
    row, column = int(cell[1]) + 1, int(cell[2]) + 1
    width, height = int(size[1]), int(size[2])
    left = sum(_column(sheet, place) for place in range(1, column + 1)) + _GAP
    top = sum(_row(sheet, place) for place in range(1, row))
    x1, x2 = _at(left, sheet, _column), _at(left + width, sheet, _column)
    y1, y2 = _at(top, sheet, _row), _at(top + height, sheet, _row)
    anchor = ", ".join(map(str, (*x1, *y1, *x2, *y2))).encode()
    points = (left / _PIXELS_A_POINT, top / _PIXELS_A_POINT)
    place = b"margin-left:%.1fpt;margin-top:%.1fpt;width:%dpx;height:%dpx" % (*points, width, height)
    shape = shape[: size.start()] + place + shape[size.end() :]
    return shape.replace(_FILL, b"<x:Anchor>%s</x:Anchor>%s" % (anchor, _FILL))


def _column(sheet: Sheet, place: int) -> int:
    return 0 if place in sheet.hidden_columns else round(sheet.widths.get(place, _USUAL_WIDTH) * _PIXELS_A_UNIT)


def _row(sheet: Sheet, place: int) -> int:
    if place in sheet.hidden_rows:
        return 0
    height = sheet.heights.get(place) or sheet.fitted_heights.get(place, _USUAL_HEIGHT)
    return round(height * _PIXELS_A_POINT)


def _at(pixels: int, sheet: Sheet, size: Callable[[Sheet, int], int]) -> tuple[int, int]:
    """The column or row (from 0) in which that many pixels end, and how far into it."""
    place = 1
    while pixels > (wide := size(sheet, place)):
        pixels -= wide
        place += 1
    return place - 1, pixels
