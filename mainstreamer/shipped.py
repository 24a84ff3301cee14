"""Reads shipped TOML files. What was read once is kept as JSON in the cache folder, since reading TOML takes ten times as
long and the texts of the program are read at every start.

The kept copy is believed as long as size and time of the file are those it was made from. A cache that cannot be read or
written costs time and nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mainstreamer.paths import cache_folder, resource, resources


def read_toml(*parts: str) -> Mapping[str, Any]:
    """The content of a file below resources/. Raises OSError when it is not there, ValueError when it is no TOML."""
    source = resource(*parts)
    state = source.stat()
    mark = [str(resources()), state.st_size, state.st_mtime_ns]
    kept = cache_folder() / f"{'-'.join(parts)}.json"
    with suppress(OSError, ValueError):
        found = json.loads(kept.read_text(encoding="utf-8"))
        if isinstance(found, dict) and found.get("mark") == mark and isinstance(found.get("content"), dict):
            content: dict[str, Any] = found["content"]
            return content
    import tomllib  # seldom needed

    content = tomllib.loads(source.read_text(encoding="utf-8"))
    with suppress(OSError, TypeError):  # a date or an unwritable folder: read the TOML again next time
        _keep(kept, json.dumps({"mark": mark, "content": content}, ensure_ascii=False))
    return content


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
