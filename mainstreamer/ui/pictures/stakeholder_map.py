"""Institutions on the map of influence and interest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from mainstreamer.domain.kinds import Institution, Record
from mainstreamer.domain.plan import Put
from mainstreamer.domain.stakeholders import STAKEHOLDER_QUADRANTS, stakeholder_quadrant
from mainstreamer.operations.placing import VERB
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.area_picture import AreaPicture
from mainstreamer.ui.pictures.map_layout import Cell
from mainstreamer.ui.pictures.map_view import MapView, map_hint
from mainstreamer.ui.pictures.shapes import Legend, draw_shape
from mainstreamer.ui.session import Session

SIGNS = {
    "supportive": ("disc", "good"),
    "neutral": ("ring", "neutral"),
    "reserved": ("diamond", "warning"),
    "opposed": ("cross", "bad"),
    "unknown": ("?", "muted"),
}
"""Shape and colour of each position towards the plan."""


class StakeholderMapView(MapView):
    """Signs show the position of an institution."""

    def name_of(self, record: Record) -> str:
        assert isinstance(record, Institution)
        return record.acronym or record.name or t("(without a name)")

    def whole_name(self, record: Record) -> str:
        assert isinstance(record, Institution)
        return record.name or self.name_of(record)

    def draw_sign(self, painter: QPainter, place: QRect, record: Record) -> None:
        assert isinstance(record, Institution)
        draw_shape(painter, place, *SIGNS[record.position or "unknown"])

    def quadrants(self) -> tuple[str, str, str, str]:
        first, second, third, fourth = (words().choice("stakeholder_quadrant", code) for code in STAKEHOLDER_QUADRANTS)
        return first, second, third, fourth

    def quadrant_at(self, cell: Cell) -> int:
        return STAKEHOLDER_QUADRANTS.index(stakeholder_quadrant(cell.along, cell.up))

    def tray_title(self, count: int) -> str:
        return t("Not assessed: {n}", n=words().number(count))

    def more_of(self, record: Record) -> list[str]:
        assert isinstance(record, Institution)
        position = words().choice("position", record.position or "unknown")
        found = [f"{words().field('institution', 'position')}: {position}"]
        if record.engagement:
            engagement = words().choice("engagement", record.engagement)
            found.append(f"{words().field('institution', 'engagement')}: {engagement}")
        return found


class StakeholderMap(AreaPicture[StakeholderMapView]):
    """The map with what its signs mean."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind, StakeholderMapView(session, kind))
        self._legend = Legend()
        self.column.insertWidget(1, self._legend)
        self.area.put_wanted.connect(self._on_put_wanted)

    def show_records(self, records: Sequence[Record]) -> None:
        self.area.show_records(records)
        self._say_what_to_do()

    def retranslate(self) -> None:
        self.area.setAccessibleName(t("Map of influence and interest"))
        self._legend.setAccessibleName(words().field("institution", "position"))
        self._legend.show_signs([(partial(_draw_sign, code), words().choice("position", code)) for code in SIGNS])
        self._say_what_to_do()
        self.area.renew()

    def _say_what_to_do(self) -> None:
        self.hint.set_whole(map_hint(self.area, t("No institution passes the filters.")))

    def _on_put_wanted(self, puts: list[Put]) -> None:
        self.session.put(VERB, puts, self)


def _draw_sign(code: str, painter: QPainter, place: QRect) -> None:
    draw_shape(painter, place, *SIGNS[code])
