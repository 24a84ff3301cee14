"""Presets of the workbook that a person keeps on this computer, and the one used last."""

from __future__ import annotations

from dataclasses import replace

from mainstreamer.domain.presets import (
    ActionFilter,
    PresetSpec,
    named,
    preset_from_json,
    preset_named,
    preset_to_json,
)
from mainstreamer.settings import PRESETS_LIMIT
from mainstreamer.ui.session import Session


class OwnPresets:
    """The presets in the settings of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[PresetSpec, ...]:
        return named(self._session.settings.presets)

    def find(self, name: str) -> PresetSpec | None:
        return next((spec for spec in self.all() if spec.name.casefold() == name.casefold()), None)

    def save(self, spec: PresetSpec) -> None:
        """Keep a preset under its name, in place of one of that name."""
        self._keep([*(own for own in self.all() if own.name.casefold() != spec.name.casefold()), spec])

    def rename(self, name: str, new: str) -> None:
        self._keep([replace(own, name=new) if own.name == name else own for own in self.all()])

    def delete(self, name: str) -> None:
        self._keep([own for own in self.all() if own.name != name])

    def _keep(self, specs: list[PresetSpec]) -> None:
        kept = tuple(preset_to_json(spec) for spec in specs[-PRESETS_LIMIT:])
        self._session.keep(replace(self._session.settings, presets=kept))

    # -- the one used last -------------------------------------------------------------------------------------------

    def last(self) -> PresetSpec:
        """The preset to propose. A filter that is in no saved preset is not proposed again: nobody should send a part of the
        plan because of what was chosen a month ago."""
        spec = preset_from_json(self._session.settings.export)
        saved = preset_named(spec.name, self._session.settings.presets) if spec.name else None
        return saved or replace(spec, name="", filter=ActionFilter())

    def used(self, spec: PresetSpec) -> None:
        """Remember what a workbook was made with."""
        self._session.keep(replace(self._session.settings, export=preset_to_json(spec)))
