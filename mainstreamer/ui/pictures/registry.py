"""The pictures of each register."""

from __future__ import annotations

from mainstreamer.ui.i18n import t
from mainstreamer.ui.pictures.picture import PictureKind

_HERE = "mainstreamer.ui.pictures"
_CHART = PictureKind("chart", lambda: t("Chart of bodies"), "tree-structure", f"{_HERE}.body_chart:BodyChart")
_PARTNERS = PictureKind("partners", lambda: t("By partner"), "handshake", f"{_HERE}.partner_chart:PartnerChart")
PICTURES: dict[str, tuple[PictureKind, ...]] = {
    "institution": (PictureKind("map", lambda: t("Map"), "target", f"{_HERE}.stakeholder_map:StakeholderMap"),),
    "sector_issue": (PictureKind("map", lambda: t("Map and ranking"), "target", f"{_HERE}.issue_map:IssueMap"),),
    "treaty": (PictureKind("status", lambda: t("Status table"), "checks", f"{_HERE}.treaty_table:TreatyTable"),),
    "body": (_CHART,),
    "membership": (_CHART,),
    "agreement": (_PARTNERS,),
    "corridor": (_PARTNERS,),
    "action": (
        PictureKind("timeline", lambda: t("Timeline"), "calendar-blank", f"{_HERE}.action_timeline:ActionTimeline"),
    ),
    "evidence": (
        PictureKind("by_item", lambda: t("By item"), "list-bullets", f"{_HERE}.evidence_items:EvidenceItems"),
    ),
    "observation": (
        PictureKind("lines", lambda: t("Over the years"), "chart-line", f"{_HERE}.observation_lines:ObservationLines"),
    ),
}
"""Pictures by kind of record, in the order of their buttons."""
