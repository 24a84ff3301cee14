"""The tone of each state of an action: one wherever the state is shown, in chips, charts and timelines."""

from __future__ import annotations

from collections.abc import Mapping

STATUS_TONES = {
    "not_started": "neutral", "on_track": "good", "at_risk": "warning", "delayed": "bad", "done": "good",
    "cancelled": "neutral",
}  # fmt: skip
LIGHT_TONES = {"green": "good", "amber": "warning", "red": "bad", "grey": "neutral"}
READY_TONES = {"ready": "good", "not_ready": "warning"}
TONES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "action": {"status": STATUS_TONES, "light": LIGHT_TONES, "ready": READY_TONES}
}
"""Tones of chips by kind, column and code."""
