"""The pictures of each register."""

from __future__ import annotations

from mainstreamer.ui.pictures.picture import PictureKind

PICTURES: dict[str, tuple[PictureKind, ...]] = {}
"""Pictures by kind of record, in the order of their buttons."""
