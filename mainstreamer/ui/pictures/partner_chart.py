"""Corridors and agreements by partner: who moves where, what was agreed, what is missing, what ends next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics, QPainter

from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.cooperation import Partner, missed_review, next_to_expire, partners, term_is_over
from mainstreamer.domain.kinds import Agreement, Corridor, Record
from mainstreamer.ui import theme
from mainstreamer.ui.charts.series_words import shortened
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pictures.area_picture import AreaPicture
from mainstreamer.ui.pictures.marks import Mark, MarkArea
from mainstreamer.ui.pictures.partner_layout import PartnerLayout, PartnerRow, Sizes
from mainstreamer.ui.pictures.partner_painting import draw_heading, draw_row, headings_fit
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import WholeLabel

AGREEMENT, CORRIDOR = "agreement", "corridor"
TONES = {
    "negotiation": "accent", "signed": "warning", "in_force": "good", "expired": "bad", "terminated": "neutral"
}  # fmt: skip


class PartnerArea(MarkArea):
    """Marks are corridors and agreements. An agreement of several partners has a mark with each: the field tells them apart."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(kind)
        self.session = session
        self.partners: tuple[Partner, ...] = ()
        self.most = (1, 1)
        """The largest stock and the largest flow of one corridor: the length of their bars is the whole room."""
        self.next: Agreement | None = None
        """The agreement whose term ends next."""
        self._layout = PartnerLayout(self._sizes(), [])
        self._order: list[Mark] = []
        self._seen: tuple[object, ...] = ()
        self._first: dict[str, Mark] = {}

    # -- data --------------------------------------------------------------------------------------------------------

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the partners of these agreements or corridors; all partners where the register shows all its rows."""
        plan = self.session.plan
        agreements, corridors = plan.agreements, plan.corridors
        seen = (tuple(records), agreements, corridors, self.session.today())
        if seen == self._seen:
            return
        self._seen = seen
        every = len(records) == len(plan.all(self.kind))
        found = partners(corridors, agreements)
        if not every:
            shown = {record.uid for record in records}
            found = tuple(_narrowed(partner, self.kind, shown) for partner in found)
            found = tuple(p for p in found if (p.corridors if self.kind == CORRIDOR else p.agreements))
        self.partners = found
        self.next = next_to_expire(agreements, self.session.today())
        ways = [way for partner in found for way in partner.corridors]
        self.most = max((way.stock or 0 for way in ways), default=0), max((way.flow or 0 for way in ways), default=0)
        rows = [_row(partner) for partner in found]
        self._layout = PartnerLayout(self._sizes(), rows)
        self._order = [mark for row in rows for mark in row.marks()]
        self._first = {mark.uid: mark for mark in reversed(self._order)}
        self.renew()

    def marks(self) -> Sequence[Mark]:
        return self._order

    def record_of(self, mark: Mark) -> str:
        return mark.uid if mark.kind == self.kind else ""

    def mark_of(self, uid: str) -> Mark:
        return self._first.get(uid, Mark(self.kind, uid))

    def record(self, mark: Mark) -> Record | None:
        return self.session.plan.find(mark.kind, mark.uid)

    # -- places ------------------------------------------------------------------------------------------------------

    def _sizes(self) -> Sizes:
        px = theme.current().px
        metrics, speech = QFontMetrics(self.font_of("note")), words()
        said = max(metrics.horizontalAdvance(speech.choice("direction", code)) for code in CHOICES["direction"])
        return Sizes(px(26), px(40), px(212), px(168), px(440), px(30), px(8), said + px(8))

    def head_height(self) -> int:
        return self._layout.sizes.head

    def lay_out(self, width: int, height: int) -> int:
        self._layout.sizes = self._sizes()
        height = self._layout.lay_out(width)
        if not headings_fit(self, self._layout):
            # A second line for long names of columns.
            self._layout.sizes = replace(self._layout.sizes, head=2 * self._layout.sizes.head - theme.current().px(10))
            height = self._layout.lay_out(width)
        return height

    def place_of(self, mark: Mark) -> QRect:
        return self._layout.place_of(mark)

    def mark_at(self, place: QPoint) -> Mark | None:
        return self._layout.mark_at(place)

    def line_step(self, mark: Mark, by: int) -> Mark | None:
        return self._layout.below(mark, by)

    def draw(self, painter: QPainter, shown: QRect) -> None:
        for row in self._layout.rows_within(shown.top() + self.head_height(), shown.bottom() + 1):
            draw_row(painter, self, self._layout, row, shown)
        draw_heading(painter, self, self._layout, shown.top())

    # -- words -------------------------------------------------------------------------------------------------------

    def partner_name(self, partner: Partner) -> str:
        return words().choice("country", partner.country) or partner.name or t("Partner not named")

    def is_uncovered(self, partner: Partner) -> bool:
        return partner.is_uncovered(self.session.today())

    def title_of(self, agreement: Agreement) -> str:
        return agreement.title or words().choice("agreement_type", agreement.type) or t("(without a title)")

    def short_of(self, agreement: Agreement) -> str:
        """What an agreement is, where room is scarce: its type says more than the first words of its title."""
        kind = words().choice("agreement_type", agreement.type) if agreement.type != "other" else ""
        return kind or self.title_of(agreement)

    def state_of(self, agreement: Agreement) -> tuple[str, str]:
        """Tone and words for how an agreement stands."""
        speech, today = words(), self.session.today()
        if term_is_over(agreement, today) and agreement.expires is not None:
            return "bad", t("Term ended {day}", day=speech.date(agreement.expires))
        if (missed := missed_review(agreement, today)) is not None:
            return "warning", t("Review was due {day}", day=speech.date(missed))
        status = speech.choice("agreement_status", agreement.status) or t("Status not known")
        tone = TONES.get(agreement.status, "neutral")
        if agreement.status == "in_force" and agreement.expires is not None:
            if self.next is not None and agreement.uid == self.next.uid:
                return "warning", t("Ends next: {day}", day=speech.date(agreement.expires))
            return tone, t("In force until {day}", day=speech.date(agreement.expires))
        return tone, status

    def said(self, mark: Mark) -> str:
        record, row = self.record(mark), self._layout.row_of(mark)
        partner = self.partner_name(row.partner) if row is not None else ""
        speech = words()
        if isinstance(record, Corridor):
            parts = [partner, speech.choice("direction", record.direction)]
            for field in ("stock", "flow"):
                value = getattr(record, field)
                number = speech.number(value) if value is not None else t("not known")
                parts.append(f"{speech.field(CORRIDOR, field)}: {number}")
            if row is not None and self.is_uncovered(row.partner):
                parts.append(t("No agreement in force"))
        elif isinstance(record, Agreement):
            kind = speech.choice("agreement_type", record.type)
            parts = [self.title_of(record), kind if record.title else "", partner, self.state_of(record)[1]]
        else:
            parts = []
        return ", ".join(part for part in parts if part)

    def hint_of(self, mark: Mark) -> str:
        return self.said(mark).replace(", ", "\n")

    def facts(self) -> list[str]:
        """What a glance should tell: where people move without an agreement, and what ends next."""
        found = []
        uncovered = [partner for partner in self.partners if self.is_uncovered(partner)]
        if uncovered:
            first = self.partner_name(uncovered[0])
            if len(uncovered) == 1:
                found.append(t("{name} has no agreement in force.", name=first))
            else:
                found.append(
                    n(
                        "{n} partner has no agreement in force, the largest: {name}.",
                        "{n} partners have no agreement in force, the largest: {name}.",
                        len(uncovered),
                        name=first,
                    )
                )
        elif any(partner.corridors for partner in self.partners):
            found.append(t("Every corridor has an agreement in force."))
        if self.next is not None and self.next.expires is not None:
            day = words().date(self.next.expires)
            found.append(t("Ends next: {name}, {day}.", name=shortened(self.title_of(self.next)), day=day))
        return found

    def summary(self) -> str:
        return " ".join(self.facts())


def _row(partner: Partner) -> PartnerRow:
    key = partner.country or partner.name
    ways = [Mark(CORRIDOR, way.uid) for way in partner.corridors]
    return PartnerRow(partner, ways, [Mark(AGREEMENT, one.uid, f"@{key}") for one in partner.agreements])


def _narrowed(partner: Partner, kind: str, shown: set[str]) -> Partner:
    """A partner with those records of the register that its filters let through, and all of the other register."""
    ways, agreements = partner.corridors, partner.agreements
    if kind == CORRIDOR:
        ways = tuple(way for way in ways if way.uid in shown)
    else:
        agreements = tuple(one for one in agreements if one.uid in shown)
    return Partner(partner.country, partner.name, ways, agreements)


class PartnerChart(AreaPicture[PartnerArea]):
    """The picture in the registers of agreements and of corridors."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind, PartnerArea(session, kind))
        self.facts = WholeLabel("strong")
        self.column.insertWidget(0, self.facts)

    def show_records(self, records: Sequence[Record]) -> None:
        self.area.show_records(records)
        self._say_facts()

    def retranslate(self) -> None:
        self.area.setAccessibleName(t("Corridors and agreements by partner"))
        self._say_facts()
        self.area.renew()

    def _say_facts(self) -> None:
        plan = self.session.plan
        self.facts.set_whole(" ".join(self.area.facts()))
        if not self.area.marks():
            hint = t("Nothing passes the filters.")
        elif not plan.corridors:
            hint = t("Enter the corridors of this country, and it shows here where people move without an agreement.")
        elif not plan.agreements:
            hint = t("Enter the agreements of this country, and it shows here which corridors they cover.")
        else:
            hint = t("The largest partner comes first. Enter or a double click opens a corridor or an agreement.")
        self.hint.set_whole(hint)

    def open_mark(self, mark: Mark) -> None:
        if mark.kind == self.kind:
            self.opened.emit(mark.uid)
        else:
            self.session.place_wanted.emit(mark.kind, mark.uid, "")
