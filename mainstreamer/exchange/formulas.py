"""Pieces of formulas that several sheets share. All of them work in Excel 2013, in LibreOffice and without array entry."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"(\{[a-z_]+\})")


_LONGEST_TEXT = 120
"""Characters of a text within a formula, which count at most twice; with more than 255 Excel does not open the file."""


def text_literal(text: str) -> str:
    """A text as a formula holds it; a long one in pieces."""
    pieces = [text[start : start + _LONGEST_TEXT] for start in range(0, len(text), _LONGEST_TEXT)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def quarter_index(text: str) -> str:
    """The quarters since year 0, from the text of a quarter: `2027-Q3`, or a form that has the quarter first and the year
    last, such as `3 кв. 2027`. Empty where it is no quarter."""
    year_first = f"VALUE(LEFT({text},4))*4+VALUE(RIGHT({text},1))-1"
    return f'IFERROR({year_first},IFERROR(VALUE(RIGHT({text},4))*4+VALUE(LEFT({text},1))-1,""))'


def sentence(template: str, parts: Mapping[str, str]) -> str:
    """A sentence of the language as a formula, with a formula for each of its places: `{count} more` gives `A1&" more"`."""
    pieces = (piece for piece in _PLACE.split(template) if piece)
    return "&".join(parts[piece[1:-1]] if _PLACE.fullmatch(piece) else text_literal(piece) for piece in pieces)
