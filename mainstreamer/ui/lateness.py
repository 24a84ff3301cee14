"""How late something is, in words: the same wherever it is told."""

from __future__ import annotations

from mainstreamer.ui.i18n import n, t


def late_words(quarters: int, field: str = "") -> str:
    """So many quarters late, 1 meaning less than a whole one; `field` says whether it is the start or the end of an action."""
    whole = quarters - 1
    if field == "start":
        if not whole:
            return t("late start: under 1\N{NO-BREAK SPACE}quarter")
        return n(
            "late start: over {n}\N{NO-BREAK SPACE}quarter", "late start: over {n}\N{NO-BREAK SPACE}quarters", whole
        )
    if field == "end":
        if not whole:
            return t("late end: under 1\N{NO-BREAK SPACE}quarter")
        return n("late end: over {n}\N{NO-BREAK SPACE}quarter", "late end: over {n}\N{NO-BREAK SPACE}quarters", whole)
    return n("over {n} quarter late", "over {n} quarters late", whole) if whole else t("under 1 quarter late")
