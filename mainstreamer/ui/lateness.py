"""How late something is, in words: the same wherever it is told."""

from __future__ import annotations

from mainstreamer.ui.i18n import n, t


def late_words(quarters: int, field: str = "") -> str:
    """So many quarters late, 1 meaning less than a whole one; `field` says whether it is the start or the end of an action."""
    whole = quarters - 1
    if field == "start":
        if not whole:
            return t("start late by under 1 quarter")
        return n("start late by over {n} quarter", "start late by over {n} quarters", whole)
    if field == "end":
        if not whole:
            return t("end late by under 1 quarter")
        return n("end late by over {n} quarter", "end late by over {n} quarters", whole)
    return n("over {n} quarter late", "over {n} quarters late", whole) if whole else t("under 1 quarter late")
