"""Makes the file of a new plan: under another name first, so that it appears only when it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import insert

from mainstreamer.errors import MainstreamerError
from mainstreamer.storage.faults import faults
from mainstreamer.storage.ledger import engine_over
from mainstreamer.storage.opening import APPLICATION_ID, connect, settle
from mainstreamer.storage.tables import META, METADATA, VERSION


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name beside `path` to work on. It takes the place of `path` at the end; nothing is left of it when something
    fails."""
    part = path.with_name(f".{path.name}.part")
    try:
        with faults(path):
            _remove(part)
            yield part
            part.rename(path)
            settle(path.parent)
    except MainstreamerError as error:
        if error.details.get("path") == str(part):
            error.details["path"] = str(path)
        raise
    finally:
        with suppress(OSError):
            _remove(part)


def _remove(part: Path) -> None:
    for name in (part, part.with_name(f"{part.name}-journal")):
        name.unlink(missing_ok=True)


def make_file(path: Path, plan_uid: str) -> None:
    """A file with the tables of this version and nothing in them."""
    raw = connect(path, "rwc")
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        engine = engine_over(raw)
        with engine.begin() as connection:
            METADATA.create_all(connection)
            connection.execute(insert(META), [{"name": "plan_uid", "value": plan_uid}])
            connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        engine.dispose()
    finally:
        raw.close()
