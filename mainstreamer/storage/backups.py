"""Copies of a plan kept aside: made by the driver's backup call, reopened and checked before they count, thinned with
age."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mainstreamer.errors import DamagedPlan
from mainstreamer.paths import PLAN_SUFFIX
from mainstreamer.storage.faults import faults
from mainstreamer.storage.opening import quick_check, settle, sqlite_uri

LOGGER = logging.getLogger("mainstreamer.storage")
_NAME = re.compile(r"(?P<stamp>\d{8}T\d{6})-(?P<reason>[a-z_]+)(?:-\d+)?\.mplan")
_STAMP = "%Y%m%dT%H%M%S"


def copy_checked(raw: sqlite3.Connection, target: Path) -> None:
    """Copy an open plan to `target`, which appears only when the copy was reopened and found sound."""
    part = target.with_name(f".{target.name}.part")
    with faults(target):
        try:
            part.unlink(missing_ok=True)
            copy = sqlite3.connect(part)
            try:
                raw.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
            again = sqlite3.connect(sqlite_uri(part.resolve().as_uri(), "ro"), uri=True)
            try:
                if quick_check(again) != "ok":
                    raise DamagedPlan(path=str(target))
            finally:
                again.close()
            part.replace(target)
            settle(target.parent)
        finally:
            part.unlink(missing_ok=True)


def make(raw: sqlite3.Connection, folder: Path, plan_uid: str, reason: str, now: datetime) -> Path:
    """A backup below `folder` in a folder of its plan; older ones are thinned. Returns the file."""
    home = folder / plan_uid
    with faults(home):
        home.mkdir(parents=True, exist_ok=True)
    name = f"{now.astimezone(UTC).strftime(_STAMP)}-{reason}"
    target, number = home / f"{name}{PLAN_SUFFIX}", 1
    while target.exists():
        number += 1
        target = home / f"{name}-{number}{PLAN_SUFFIX}"
    copy_checked(raw, target)
    try:
        _thin(home, now)
    except OSError as error:
        LOGGER.warning("old backups were not thinned: %s", error)
    return target


def _thin(home: Path, now: datetime) -> None:
    """Remove what `kept` does not keep. The backup just made counts even when this fails."""
    stamps = {path: stamp for path in home.iterdir() if (stamp := stamp_of(path)) is not None}
    keep = kept(stamps.values(), now)
    for path, stamp in stamps.items():
        if stamp not in keep:
            path.unlink(missing_ok=True)


def stamp_of(path: Path) -> datetime | None:
    """When a backup was made (UTC), from its name; None for other files."""
    match = _NAME.fullmatch(path.name)
    return datetime.strptime(match["stamp"] + "Z", "%Y%m%dT%H%M%S%z") if match else None


def kept(stamps: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of the last two days, the newest of each day for two weeks, of each week for ten weeks,
    of each month beyond."""
    newest: dict[tuple[object, ...], datetime] = {}
    for stamp in stamps:
        age = now - stamp
        if age < timedelta(days=2):
            slot: tuple[object, ...] = (stamp,)
        elif age < timedelta(weeks=2):
            slot = ("day", stamp.date())
        elif age < timedelta(weeks=10):
            slot = ("week", *stamp.isocalendar()[:2])
        else:
            slot = ("month", stamp.year, stamp.month)
        newest[slot] = max(stamp, newest.get(slot, stamp))
    return set(newest.values())
