"""The checklist in two languages, for a workbook in both."""

from __future__ import annotations

from dataclasses import dataclass, fields

from mainstreamer.domain.checklist import Checklist
from mainstreamer.language.both import joined


@dataclass(frozen=True)
class BothChecklists(Checklist):
    """The checklist of the leading language, with every text in the other one below it. Names of steps stand side by side."""

    second: Checklist | None = None

    def text(self, code: str, name: str) -> str:
        return _below(super().text(code, name), self._other.text(code, name))

    def action_text(self, code: str, key: str, name: str) -> str:
        return _below(super().action_text(code, key, name), self._other.action_text(code, key, name))

    def step_text(self, step: int, name: str) -> str:
        return joined(super().step_text(step, name), self._other.step_text(step, name))

    @property
    def _other(self) -> Checklist:
        assert self.second is not None
        return self.second


def both_checklists(first: Checklist, second: Checklist) -> Checklist:
    """The first checklist with the texts of the second beside its own; the same where it has them already."""
    if isinstance(first, BothChecklists):
        return first
    return BothChecklists(**{field.name: getattr(first, field.name) for field in fields(first)}, second=second)


def _below(first: str, second: str) -> str:
    return first if first == second else "\n".join(part for part in (first, second) if part)
