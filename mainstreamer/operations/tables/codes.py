"""Codes for many new records at once, as `registers.next_code` gives them one by one."""

from __future__ import annotations

from typing import Any

from mainstreamer.domain.actions import action_code
from mainstreamer.domain.plan import Plan
from mainstreamer.operations.registers import next_code


class Codes:
    """Gives actions and objectives the next free code; other kinds none. Codes of removed records are never given again."""

    def __init__(self, plan: Plan, kind: str) -> None:
        self._plan, self._kind = plan, kind
        self._has_codes = kind in ("action", "objective")
        rows = plan.entries.get(kind, {}).values() if self._has_codes else ()
        self._taken = {str(getattr(row, "code", "")) for row in rows}
        self._last: dict[str, int] = {}

    def with_code(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values, with a code where they have none and the kind has codes."""
        if not self._has_codes:
            return values
        if values.get("code"):
            self._taken.add(str(values["code"]))
            return values
        return {**values, "code": self._next(tuple(values.get("items", ())))}

    def _next(self, items: tuple[str, ...]) -> str:
        stem = action_code(items, ()).rpartition("-")[0] + "-" if self._kind == "action" else ""
        if stem not in self._last:
            code = next_code(self._plan, self._kind, items)
            self._last[stem] = int(code[len(stem) :]) - 1
        number = self._last[stem] + 1
        while f"{stem}{number}" in self._taken:
            number += 1
        self._last[stem] = number
        self._taken.add(f"{stem}{number}")
        return f"{stem}{number}"
