"""The tone of each state of an action, and of its gap in money: one wherever it is shown, in cells, chips and pictures."""

from __future__ import annotations

from collections.abc import Mapping

STATUS_TONES = {
    "not_started": "neutral", "on_track": "good", "at_risk": "warning", "delayed": "bad", "done": "good",
    "cancelled": "neutral",
}  # fmt: skip
LIGHT_TONES = {"green": "good", "amber": "warning", "red": "bad", "grey": "neutral"}
READY_TONES = {"ready": "good", "not_ready": "warning"}
GAP_TONE = "warning"
"""Money that is not found yet; the word "gap" always stands with it."""
TONES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "action": {"status": STATUS_TONES, "light": LIGHT_TONES, "ready": READY_TONES}
}
"""Tones of chips by kind, column and code."""
