"""What stands in the lines of a workbook that came back, laid out for a width; how high that makes a line."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT
from mainstreamer.ui import theme
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, Line
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.text_difference import in_one_line
from mainstreamer.ui.widgets.led_list import font
from mainstreamer.ui.widgets.wrapped_text import WrappedText

ROW, TWO_LINES, WAY = 28, 46, 22
"""Heights in pixels at 100 %: of a line, a line of two, one of the three ways to decide."""
EDGE, GAP, MARK = 6, 8, 13
"""From the edge of a column to what stands in it; between things; a mark of which one is chosen."""
_FORWARD = Qt.LayoutDirection.LeftToRight


def ways() -> tuple[str, str, str]:
    """The words of the three ways, in their order."""
    return t("In the plan"), t("In the workbook"), t("Leave open")


def ways_width() -> int:
    """Room for the names of the ways, in pixels."""
    metrics = QFontMetrics(font("text"))
    return max(metrics.horizontalAdvance(name) for name in ways()) + theme.current().px(10)


def way_height(text: WrappedText) -> int:
    """The height of a way to decide a conflict."""
    px = theme.current().px
    return max(px(WAY), text.size.height() + px(4))


def way_texts(line: Line, width: int, direction: Qt.LayoutDirection = _FORWARD) -> list[WrappedText]:
    """What stands beside the names of the three ways in a column of that width: in two lines where one is too short."""
    px, part, blank = theme.current().px, line.part, t("(blank)")
    room = width - 2 * px(EDGE) - px(MARK + GAP) - ways_width()
    old = (part.old, "new") if line.now else (blank, "same")
    new = (part.new, "new") if line.new else (blank, "same")
    said: tuple[list[tuple[str, str]], ...] = (
        [(part.before, "same"), old, (part.after, "same"), (f"   {line.note}" if line.note else "", "note")],
        [(part.before, "same"), new, (part.after, "same")],
        [],
    )
    return [_wrapped(parts, room, 2, direction) for parts in said]


def exported_texts(line: Line, width: int, direction: Qt.LayoutDirection) -> tuple[WrappedText, WrappedText]:
    """What a field in conflict had when the workbook was made, and that it is this."""
    value = in_one_line(line.base[:200]) or t("(blank)")
    said, about = (_wrapped([(text, "note")], width, 1, direction) for text in (value, t("when exported")))
    return said, about


def said_text(line: Line, width: int, direction: Qt.LayoutDirection = _FORWARD) -> WrappedText:
    """What is said of a new row, of one that is gone, of what is not taken."""
    tone = "warning" if line.edited else "ink" if line.what == NEW else "muted"
    runs = [((line.new or line.note)[:400], font("text"), theme.current().colour(tone))]
    return WrappedText(runs, width - 2 * theme.current().px(EDGE), 2, direction)


def refusal_texts(line: Line, width: int, direction: Qt.LayoutDirection) -> tuple[WrappedText, WrappedText]:
    """What stands in a cell, and what is expected."""
    look = theme.current()
    room = width - 2 * look.px(EDGE)
    said = words().word("refusal", "place", "value", value=line.new) if line.new else t("(blank)")
    stands = WrappedText([(said[:400], font("text", bold=True), look.colour("bad"))], room, 2, direction)
    expected = WrappedText([(line.note[:800], font("note"), look.colour("muted"))], room, 5, direction)
    return stands, expected


def _wrapped(parts: list[tuple[str, str]], width: int, most: int, direction: Qt.LayoutDirection) -> WrappedText:
    look = theme.current()
    fonts = {"same": font("text"), "new": font("text", bold=True), "note": font("note")}
    runs = [(text, fonts[way], look.colour("ink" if way == "new" else "muted")) for text, way in parts if text]
    return WrappedText(runs, width, most, direction)


def height_of(line: Line, width: int) -> int:
    """The height of a line whose column of values has that width, without a warning below it."""
    px = theme.current().px
    if line.what == CONFLICT:
        return sum(map(way_height, way_texts(line, width))) + px(6)
    if line.what == REFUSED:
        return sum(text.size.height() for text in refusal_texts(line, width, _FORWARD)) + px(10)
    if line.what == CHANGED:
        return px(ROW if fits(changed_parts(line, False), width - 2 * px(EDGE)) else TWO_LINES)
    if line.what == ALREADY:
        return px(ROW)
    return max(px(ROW), said_text(line, width).size.height() + px(8))


def changed_parts(line: Line, ticked: bool, arrow: str = "→") -> list[tuple[str, str]]:
    """The parts of a change: what is the same before, what was, a sign between them, what is, what is the same after."""
    part, blank = line.part, t("(blank)")
    # A figure that is struck through is another one to the eye.
    old = "old" if any(map(str.isalpha, part.old)) else "was"
    if line.what == ALREADY:
        return [(in_one_line(line.new[:400]) or blank, "same")]
    if not line.now and not part.before:
        return [(blank, "same"), (arrow, "arrow"), (part.new, "new" if ticked else "same")]
    if not line.new and not part.before:
        return [(part.old, old), (arrow, "arrow"), (blank, "new" if ticked else "same")]
    # Words that only came in, or only went, are marked where they stand.
    between = arrow if part.old and part.new else "+" if part.new else ""
    parts = [(part.before, "same"), (part.old, old), (between, "arrow")]
    return [*parts, (part.new, "new" if ticked else "same"), (part.after, "same")]


def part_fonts() -> dict[str, QFont]:
    fonts = {way: font("text", bold=way == "new") for way in ("same", "old", "was", "arrow", "new")}
    fonts["old"].setStrikeOut(True)
    return fonts


@lru_cache(maxsize=1)
def _part_metrics(_font: str) -> dict[str, QFontMetrics]:
    """Made once for a font: a thousand lines are measured in one go."""
    return {way: QFontMetrics(made) for way, made in part_fonts().items()}


def fits(parts: list[tuple[str, str]], width: int) -> bool:
    """Whether one line has room for all of them."""
    metrics, gap = _part_metrics(font("text").key()), theme.current().px(5)
    said = [(text.strip(), way) for text, way in parts if text.strip()]
    wide = sum(metrics[way].horizontalAdvance(text) + 2 for text, way in said)
    return wide + gap * max(0, len(said) - 1) <= width
