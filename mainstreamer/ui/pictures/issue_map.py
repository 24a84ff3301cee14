"""Sector issues on the map of feasibility and severity, and their ranking beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.issue_ranking import ISSUE_QUADRANTS, Ranked, issue_quadrant, issue_score, rank_issues
from mainstreamer.domain.kinds import Record, SectorIssue
from mainstreamer.domain.plan import Put
from mainstreamer.operations.placing import VERB
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.area_picture import AreaPicture
from mainstreamer.ui.pictures.issue_ranking import IssueRanking
from mainstreamer.ui.pictures.map_layout import Cell
from mainstreamer.ui.pictures.map_view import MapView, map_hint
from mainstreamer.ui.pictures.marks import Mark
from mainstreamer.ui.pictures.shapes import Legend
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import button

ASIDE_FROM = 760
"""From this width on the ranking stands beside the map; otherwise one of them is shown, and buttons choose which."""
_NO_RANK = "–"


class IssueMapView(MapView):
    """Signs show the rank of an issue and how far it has come."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind)
        self.ranked: dict[str, Ranked] = {}
        self._digits = 1

    def name_of(self, record: Record) -> str:
        return cast(SectorIssue, record).title or t("(without a title)")

    @property
    def sign_width(self) -> int:
        """A rank of two digits needs more than a circle."""
        return self.line + (self._digits - 1) * theme.current().px(7)

    def show_ranks(self, order: Sequence[Ranked]) -> None:
        """The rank of each issue; shown with the records."""
        self.ranked = {ranked.issue.uid: ranked for ranked in order}
        self._digits = max((len(str(ranked.rank)) for ranked in order if ranked.rank is not None), default=1)

    def draw_sign(self, painter: QPainter, place: QRect, record: Record) -> None:
        ranked = self.ranked.get(record.uid)
        rank = words().number(ranked.rank) if ranked is not None and ranked.rank is not None else _NO_RANK
        draw_badge(painter, place, rank, cast(SectorIssue, record).status)

    def quadrants(self) -> tuple[str, str, str, str]:
        first, second, third, fourth = (words().choice("issue_quadrant", code) for code in ISSUE_QUADRANTS)
        return first, second, third, fourth

    def quadrant_at(self, cell: Cell) -> int:
        return ISSUE_QUADRANTS.index(issue_quadrant(cell.along, cell.up))

    def tray_title(self, count: int) -> str:
        return t("Not assessed: {n}", n=words().number(count))

    def more_of(self, record: Record) -> list[str]:
        issue = cast(SectorIssue, record)
        found = [words().choice("sector", issue.sector), words().choice("issue_status", issue.status)]
        ranked, score = self.ranked.get(record.uid), issue_score(issue)
        if ranked is not None and ranked.rank is not None and score is not None:
            found.append(t("rank {rank}, score {score}", rank=words().number(ranked.rank), score=words().number(score)))
        return found


class IssueMap(AreaPicture[IssueMapView]):
    """Map and ranking with one selection."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind, IssueMapView(session, kind))
        self.ranking = IssueRanking()
        self._shown: list[Record] = []
        self._legend = Legend()
        self._both = QHBoxLayout()
        self._both.setSpacing(GAP)
        self._switch = QWidget()
        self.switch = (button(), button())
        choice, group = QHBoxLayout(self._switch), QButtonGroup(self)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(0)
        for made, segment in zip(self.switch, ("first", "last"), strict=True):
            made.setCheckable(True)
            theme.restyle(made, "segment", segment)
            group.addButton(made)
            choice.addWidget(made)
        choice.addStretch(1)
        self.switch[0].setChecked(True)
        group.buttonClicked.connect(self._fit)
        self.column.removeWidget(self.area)
        self._both.addWidget(self.area, 4)
        self._both.addWidget(self.ranking, 3)
        self.column.insertLayout(0, self._both, 1)
        self.column.insertWidget(1, self._legend)
        self.column.insertWidget(0, self._switch)
        self._switch.hide()
        self.area.put_wanted.connect(self._on_put_wanted)
        self.area.chosen.connect(self.ranking.show_selection)
        self.ranking.chosen.connect(self.area.show_selection)
        self.ranking.chosen.connect(self.chosen)
        self.ranking.opened.connect(self.opened)
        self.ranking.delete_wanted.connect(self.delete_wanted)

    def show_records(self, records: Sequence[Record]) -> None:
        if list(records) == self._shown:
            return
        self._shown = list(records)
        order = rank_issues(cast(Sequence[SectorIssue], records))
        self.area.show_ranks(order)
        self.area.show_records(records)
        self.ranking.show_order(order)
        self._say_what_to_do()

    def show_selection(self, uids: Sequence[str]) -> None:
        super().show_selection(uids)
        self.ranking.show_selection(tuple(uids))

    def retranslate(self) -> None:
        self.area.setAccessibleName(t("Map of severity and feasibility"))
        self._legend.setAccessibleName(words().field("sector_issue", "status"))
        signs = [(partial(_draw_sign, code), words().choice("issue_status", code)) for code in CHOICES["issue_status"]]
        self._legend.show_signs([*signs, (_draw_number, t("number: rank"))])
        self.ranking.retranslate()
        for made, text in zip(self.switch, (t("Map"), t("Ranking")), strict=True):
            made.setText(text)
        self._say_what_to_do()
        self.area.renew()

    def open_mark(self, mark: Mark) -> None:
        self.opened.emit(mark.uid)

    def _say_what_to_do(self) -> None:
        self.hint.set_whole(map_hint(self.area, t("No issue passes the filters.")))

    def _on_put_wanted(self, puts: list[Put]) -> None:
        self.session.put(VERB, puts, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        aside = self.width() >= theme.current().px(ASIDE_FROM)
        self._switch.setVisible(not aside)
        self.area.setVisible(aside or self.switch[0].isChecked())
        self.ranking.setVisible(aside or self.switch[1].isChecked())
        self.setFocusProxy(self.area if self.area.isVisibleTo(self) else self.ranking.list)


def draw_badge(painter: QPainter, place: QRect, rank: str, status: str) -> None:
    """The rank of an issue on a ground that tells its status: full while open, light once in the plan, dashed set aside."""
    colours = theme.current()
    fill, edge, ink, pen = {
        "in_plan": ("good_soft", "good", "good", Qt.PenStyle.SolidLine),
        "set_aside": ("card", "muted", "muted", Qt.PenStyle.DashLine),
    }.get(status, ("accent", "accent", "accent_ink", Qt.PenStyle.SolidLine))
    painter.save()
    font = painter.font()
    font.setPixelSize(colours.type_size("small"))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QPen(colours.colour(edge), 1.2, pen))
    painter.setBrush(colours.colour(fill))
    box = QRectF(place).adjusted(1, 1.5, -1, -1.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(colours.colour(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), rank)
    painter.restore()


def _draw_sign(status: str, painter: QPainter, place: QRect) -> None:
    draw_badge(painter, place, "" if status != "set_aside" else _NO_RANK, status)


def _draw_number(painter: QPainter, place: QRect) -> None:
    painter.save()
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.current().colour("ink"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter.value), words().number(1))
    painter.restore()
