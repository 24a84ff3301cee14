"""A person's preferences on this computer. Never part of a plan."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECENT_LIMIT = 12
VIEWS_LIMIT = 50
"""So many named views of one table are kept."""
PRESETS_LIMIT = 50
"""So many presets of the workbook are kept."""


@dataclass(frozen=True)
class ColumnFilter:
    """What a column of a table must hold: one of `values`, something from `least` to `most`, `text` as a part, or, by
    `filled`, anything (`yes`) or nothing (`no`). All in stored form; empty means that nothing is asked."""

    column: str
    values: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    text: str = ""
    filled: str = ""


@dataclass(frozen=True)
class TableView:
    """How a table is shown: columns in their order, their widths (pixels at 100 %, 0 where nobody chose one), the columns
    rows are sorted by (`-` before a name: falling), and filters. `name` is empty for how it was last shown."""

    name: str = ""
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    sort: tuple[str, ...] = ()
    filters: tuple[ColumnFilter, ...] = ()


@dataclass(frozen=True)
class TableSettings:
    """The table of one kind of record: how it was last shown, and named views of it."""

    kind: str
    last: TableView = TableView()
    views: tuple[TableView, ...] = ()


@dataclass(frozen=True)
class PlanName:
    """What a plan was called when it was open last: the code of its country, an area where one is given, years as text."""

    path: str
    title: str = ""
    country: str = ""
    area: str = ""
    years: str = ""


@dataclass(frozen=True)
class Settings:
    """Preferences. `language` empty means: that of the computer; `theme` is light, dark, contrast or system."""

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    person: str = ""
    institution: str = ""
    essential_only: bool = False
    checklist_language: str = ""
    """Language in which checklists are read, where it is not that of the window."""
    recent: tuple[str, ...] = ()
    recent_names: tuple[PlanName, ...] = ()
    """What plans of the recent list are called, as far as it is known: nobody opens a file to learn it."""
    window: str = ""
    guidance: bool = True
    notes: bool = True
    notes_seen: tuple[str, ...] = ()
    """Names of the notes on pages that need not be shown again."""
    tables: tuple[TableSettings, ...] = ()
    presets: tuple[str, ...] = ()
    """Presets of the workbook that the person saved, each as JSON (`domain.presets`)."""
    export: str = ""
    """The preset last used, as JSON."""

    def opened(self, path: str) -> Settings:
        """These settings with a plan moved to the top of the recent list."""
        recent = (path, *(p for p in self.recent if p != path))[:RECENT_LIMIT]
        return dataclasses.replace(self, recent=recent, recent_names=_names_of(recent, self.recent_names))

    def named(self, name: PlanName) -> Settings:
        """These settings with what a plan of the recent list is called now."""
        others = tuple(other for other in self.recent_names if other.path != name.path)
        return dataclasses.replace(self, recent_names=_names_of(self.recent, (*others, name)))

    def note_seen(self, name: str) -> Settings:
        """These settings with one more note that need not be shown again."""
        return dataclasses.replace(self, notes_seen=(*(one for one in self.notes_seen if one != name), name))

    def forgotten(self, path: str) -> Settings:
        """These settings without that plan in the recent list."""
        recent = tuple(p for p in self.recent if p != path)
        return dataclasses.replace(self, recent=recent, recent_names=_names_of(recent, self.recent_names))

    def table(self, kind: str) -> TableSettings:
        """What is kept of the table of a kind."""
        return next((table for table in self.tables if table.kind == kind), TableSettings(kind))

    def with_table(self, table: TableSettings) -> Settings:
        """These settings with another memory of one table."""
        others = tuple(other for other in self.tables if other.kind != table.kind)
        return dataclasses.replace(self, tables=(*others, table))


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
        if field.name == "tables":
            known[field.name] = tuple(table for part in _parts(value) if (table := _table(part)) is not None)
        elif field.name == "recent_names":
            names = [name for part in _parts(value) if (name := _plan_name(part)) is not None]
            known[field.name] = _names_of(known.get("recent", ()), names)
        elif field.name == "presets":
            known[field.name] = _texts(value)[:PRESETS_LIMIT]
        elif isinstance(default, tuple) and isinstance(value, list):
            known[field.name] = tuple(str(part) for part in value)[:RECENT_LIMIT]
        elif value is not None and type(value) is type(default):
            known[field.name] = value
    return Settings(**known)


def _names_of(paths: Sequence[str], names: Iterable[PlanName]) -> tuple[PlanName, ...]:
    """The names of these plans, in their order."""
    by_path = {name.path: name for name in names}
    return tuple(by_path[path] for path in paths if path in by_path)


def _plan_name(value: object) -> PlanName | None:
    if not isinstance(value, dict):
        return None
    texts = {field.name: value.get(field.name, "") for field in dataclasses.fields(PlanName)}
    return PlanName(**texts) if all(isinstance(text, str) for text in texts.values()) else None


def _parts(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> tuple[str, ...]:
    return tuple(part for part in _parts(value) if isinstance(part, str))


def _table(value: object) -> TableSettings | None:
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        return None
    views = [view for part in _parts(value.get("views")) if (view := _view(part)) is not None and view.name]
    return TableSettings(value["kind"], _view(value.get("last")) or TableView(), tuple(views[:VIEWS_LIMIT]))


def _view(value: object) -> TableView | None:
    if not isinstance(value, dict):
        return None
    name, columns = value.get("name", ""), _texts(value.get("columns"))
    widths = tuple(part if type(part) is int and 0 <= part <= 4000 else 0 for part in _parts(value.get("widths")))
    filters = tuple(found for part in _parts(value.get("filters")) if (found := _filter(part)) is not None)
    widths = widths if len(widths) == len(columns) else (0,) * len(columns)
    return TableView(name if isinstance(name, str) else "", columns, widths, _texts(value.get("sort")), filters)


def _filter(value: object) -> ColumnFilter | None:
    if not isinstance(value, dict) or not isinstance(value.get("column"), str):
        return None
    texts = {name: value[name] for name in ("least", "most", "text", "filled") if isinstance(value.get(name), str)}
    return ColumnFilter(value["column"], _texts(value.get("values")), **texts)


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
