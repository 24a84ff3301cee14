"""The hidden sheet by which an exported workbook is known: which plan it shows, as of when, in which language and preset."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mainstreamer.domain.presets import PresetSpec, preset_from_json
from mainstreamer.errors import DamagedExport, NewerWorkbook, NotAnExport, OlderWorkbook, OtherPlan
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.sheets_lists import FORMAT
from mainstreamer.language import SHIPPED


@dataclass(frozen=True)
class Technical:
    """What an export says about itself. `titles` are those of its sheets by their key; `program` is the version that wrote it,
    whose words another one may have changed."""

    plan: str
    vector: Mapping[str, int]
    languages: tuple[str, ...]
    spec: PresetSpec
    exported: date
    titles: Mapping[str, str] = field(default_factory=dict)
    program: str = ""


def read_technical(path: Path, sheet: RawSheet | None, plan_uid: str) -> Technical:
    """Raises NotAnExport, OtherPlan, OlderWorkbook, NewerWorkbook, DamagedExport."""
    rows = _rows(sheet)
    said = {row[0]: row[1:] for row in rows if row[0] != "sheet"}
    found = _whole(_first(said, "format"))
    if sheet is None or found is None or not _first(said, "plan"):
        raise NotAnExport(path=str(path))
    if _uid(_first(said, "plan")) != _uid(plan_uid):
        raise OtherPlan(path=str(path))
    if found > FORMAT:
        raise NewerWorkbook(path=str(path), found=found, known=FORMAT)
    if found < FORMAT:
        raise OlderWorkbook(path=str(path), found=found, known=FORMAT)
    vector = _vector("".join(said.get("vector", ())))
    exported = _day(_first(said, "exported"))
    languages = tuple(code for code in _first(said, "language").split() if code in SHIPPED)
    if not vector or exported is None or not languages:
        raise DamagedExport(path=str(path))
    titles = {row[1]: row[2] for row in rows if row[0] == "sheet" and len(row) > 2}
    spec, program = preset_from_json("".join(said.get("preset", ()))), _first(said, "program")
    return Technical(plan_uid, vector, languages, spec, exported, titles, program)


def _rows(sheet: RawSheet | None) -> list[list[str]]:
    """The texts of each row, up to its first empty cell."""
    found: list[list[str]] = []
    for _, cells in sorted(sheet.rows.items()) if sheet is not None else ():
        texts: list[str] = []
        while len(texts) + 1 in cells:
            texts.append(_text(cells[len(texts) + 1]))
        if texts:
            found.append(texts)
    return found


def _text(cell: RawCell) -> str:
    return str(cell.value).strip() if cell.kind in ("text", "number", "date") else ""


def _first(said: Mapping[str, list[str]], name: str) -> str:
    return next(iter(said.get(name, ())), "")


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None


def _uid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return text


def _vector(text: str) -> dict[str, int]:
    """The version vector; empty for what is none."""
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict) or not all(type(number) is int for number in data.values()):
        return {}
    return data


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
