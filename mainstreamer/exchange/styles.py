"""How a workbook looks: one accent, thin lines, a handful of looks shared by all cells.

A `Look` is a combination of font, fill, alignment, line and number format. Thousands of cells share one `Look`; each
different one becomes exactly one entry of the workbook's style table.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

ACCENT = "0F5D73"
ACCENT_PALE = "E3EFF2"
INK = "1D2730"
MUTED = "5B6873"
LINE = "DDE2E6"
GROUND = "F4F5F3"
WHITE = "FFFFFF"

LIGHT_COLOURS = {
    "green": ("E2F1E7", "1F6B3D"),
    "amber": ("FBEFD9", "7A4D00"),
    "red": ("F9E4E1", "A8322A"),
    "grey": ("ECEFF1", "4A5560"),
}
"""Fill and ink of a traffic light in a table; the word stands in the cell as well."""

BAR_COLOURS = {"green": "2C7A4B", "amber": "D19A2E", "red": "B5433A", "grey": "9AA7B1"}
"""Fill of a bar in the timeline."""

MONEY_COLOURS = {"state": ACCENT, "external": "7FAFBD", "gap": "D08A84"}
"""Where money comes from, in charts; the gap is what is not found yet."""

STATUS_COLOURS = {
    "done": "2C7A4B", "on_track": "7DB592", "at_risk": "D19A2E", "delayed": "B5433A", "not_started": "9AA7B1",
    "cancelled": "5B6873", "": "C5CDD3",
}  # fmt: skip
"""Slices of the actions by status."""

SEX_COLOURS = {"women": "C98A1B", "men": ACCENT}
"""Sides of a population pyramid."""

TAB_COLOURS = {"front": ACCENT, "plan": "2C7A4B", "register": "C98A1B", "check": "7A5195", "back": "9AA7B1"}
"""Colours of the sheet tabs by the part of the workbook."""

FONT = "Arial"
"""Found with Latin, Cyrillic, Greek, Arabic and Hebrew letters on every system; LibreOffice has a face of the same widths."""

FONTS: dict[str, tuple[float, bool, str]] = {
    "body": (10, False, INK),
    "strong": (10, True, INK),
    "muted": (9, False, MUTED),
    "header": (10, True, WHITE),
    "band": (10, True, ACCENT),
    "title": (14, True, ACCENT),
    "cover": (24, True, ACCENT),
    "subtitle": (13, False, MUTED),
    "link": (10, False, ACCENT),
    "key": (20, True, ACCENT),
}
"""Size, bold and colour by name."""

ALIGNMENTS: dict[str, tuple[str, str, bool, int, int]] = {
    "text": ("left", "top", True, 0, 1),
    "line": ("left", "center", False, 0, 1),
    "number": ("right", "top", False, 0, 1),
    "figure": ("right", "center", False, 0, 1),
    "centre": ("center", "top", True, 0, 0),
    "header": ("left", "center", True, 0, 1),
    "header_figure": ("right", "center", True, 0, 1),
    "middle_centre": ("center", "center", True, 0, 0),
    "end": ("right", "center", False, 0, 0),
    "upright": ("center", "bottom", False, 90, 0),
    "middle": ("left", "center", False, 0, 0),
    "middle_text": ("left", "center", True, 0, 0),
}
"""Horizontal, vertical, wrapping, rotation and indent by name."""


MIRRORED = {"left": "right", "right": "left"}
"""Where texts and numbers stand in sheets that are read from right to left."""


class Look(NamedTuple):
    """One entry of the style table. `line`: "" none, "thin" all round, "under" below only, "below" the same and pale.

    `locked` is what a spreadsheet does once a sheet is protected; cells that come back are not.
    """

    font: str = "body"
    align: str = "text"
    fill: str = ""
    line: str = "thin"
    format: str = "General"
    quote: bool = False
    locked: bool = True


TEXT = Look(locked=False)
LINE_TEXT = Look(format="@", locked=False)
"""Text that a spreadsheet must not take for a number or a day: codes, budget lines, references such as 4.10."""

CODE = Look(font="strong", format="@", locked=False)
CENTRE = Look(align="centre", locked=False)
WHOLE = Look(align="number", format="#,##0", locked=False)
PLAIN_WHOLE = Look(align="centre", format="0", locked=False)
HEADER = Look(font="header", align="header", fill=ACCENT)
HEADER_CALCULATED = HEADER._replace(fill=MUTED)
UPRIGHT = Look(font="header", align="upright", fill=ACCENT)
BAND = Look(font="band", align="line", fill=ACCENT_PALE, line="")
OBJECTIVE = Look(font="band", align="line", fill=ACCENT_PALE, line="")
SUBTOTAL = Look(font="strong", align="line", fill=GROUND, line="under")
TITLE = Look(font="title", align="line", line="")
NOTE = Look(font="muted", align="line", line="")
PLAIN = Look(line="")
CALCULATED = Look(fill=GROUND)
CALCULATED_WHOLE = Look(align="centre", fill=GROUND, format="0")
TOTAL_LABEL = Look(font="strong", align="line", fill=ACCENT_PALE, line="")
HIDDEN = Look(font="muted", align="line", line="")


def shaded(look: Look) -> Look:
    """The look of a cell that is calculated or comes from elsewhere, and is not read back."""
    return look._replace(fill=GROUND, locked=True)


def decimals_format(decimals: int) -> str:
    """Grouped digits with that many decimal places (at most ten), without a dangling point."""
    return "#,##0" + ("." + "0" * min(decimals, 10) if decimals > 0 else "")


def decimals_of(value: Decimal) -> int:
    """How many decimal places a number really has."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def money_format(whole: bool) -> str:
    """Amounts in whole units, or with cents."""
    return "#,##0" if whole else "#,##0.00"


def is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()
