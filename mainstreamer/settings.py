"""A person's preferences on this computer. Never part of a plan."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECENT_LIMIT = 12


@dataclass(frozen=True)
class Settings:
    """Preferences. `language` empty means: that of the computer; `theme` is light, dark, contrast or system."""

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    person: str = ""
    institution: str = ""
    essential_only: bool = False
    recent: tuple[str, ...] = ()
    window: str = ""
    guidance: bool = True
    notes: bool = True
    notes_seen: tuple[str, ...] = ()
    """Names of the notes on pages that need not be shown again."""

    def opened(self, path: str) -> Settings:
        """These settings with a plan moved to the top of the recent list."""
        return dataclasses.replace(self, recent=(path, *(p for p in self.recent if p != path))[:RECENT_LIMIT])

    def note_seen(self, name: str) -> Settings:
        """These settings with one more note that need not be shown again."""
        return dataclasses.replace(self, notes_seen=(*(one for one in self.notes_seen if one != name), name))

    def forgotten(self, path: str) -> Settings:
        """These settings without that plan in the recent list."""
        return dataclasses.replace(self, recent=tuple(p for p in self.recent if p != path))


def load(path: Path) -> Settings:
    """Read settings; whatever cannot be understood keeps its default, so that a bad file never stops the program."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    known: dict[str, Any] = {}
    for field in dataclasses.fields(Settings):
        value = data.get(field.name) if isinstance(data, dict) else None
        default = field.default
        if isinstance(default, tuple) and isinstance(value, list):
            known[field.name] = tuple(str(part) for part in value)[:RECENT_LIMIT]
        elif value is not None and type(value) is type(default):
            known[field.name] = value
    return Settings(**known)


def save(path: Path, settings: Settings) -> None:
    """Write settings in one step. Raises OSError when the folder cannot be written."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(dataclasses.asdict(settings), file, ensure_ascii=False, indent=1)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
