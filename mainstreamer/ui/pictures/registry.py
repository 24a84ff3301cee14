"""The pictures of each register."""

from __future__ import annotations

from mainstreamer.ui.i18n import t
from mainstreamer.ui.pictures.picture import PictureKind

PICTURES: dict[str, tuple[PictureKind, ...]] = {
    "evidence": (
        PictureKind(
            "by_item", lambda: t("By item"), "list-bullets", "mainstreamer.ui.pictures.evidence_items:EvidenceItems"
        ),
    ),
}
"""Pictures by kind of record, in the order of their buttons."""
