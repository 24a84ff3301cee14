"""Coordination bodies with chair, secretariat and members, each below the body that it reports to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QMenu

from mainstreamer.domain.coordination import Seating, reporting, seatings
from mainstreamer.domain.kinds import Body, Membership, Record
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pictures.area_picture import AreaPicture
from mainstreamer.ui.pictures.body_layout import Block, BodyLayout, Row, Sizes
from mainstreamer.ui.pictures.body_painting import draw_block, draw_line_up
from mainstreamer.ui.pictures.marks import Mark, MarkArea
from mainstreamer.ui.reading import link_name
from mainstreamer.ui.session import Session

BODY, SEAT, INSTITUTION = "body", "membership", "institution"


class BodyChartArea(MarkArea):
    """Marks are bodies, seats, institutions that lead without a seat, and fields of a body that nobody has filled in yet."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(kind)
        self.session = session
        self._layout = BodyLayout(self._sizes(), [])
        self._order: list[Mark] = []
        self._seen: tuple[Any, ...] = ()
        self._above: dict[str, str] = {}
        self._owner: dict[Mark, str] = {}
        self._roles: dict[Mark, str] = {}

    # -- data --------------------------------------------------------------------------------------------------------

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these bodies with all their seats, or these seats in their bodies."""
        plan = self.session.plan
        seen = (tuple(records), plan.bodies, plan.memberships, words().code)
        if seen == self._seen:
            # Names of institutions may still be others.
            self.renew()
            return
        self._seen = seen
        self._owner.clear()
        self._roles.clear()
        if self.kind == BODY:
            seats, bodies = seatings(plan.memberships), cast(Sequence[Body], records)
        else:
            seats = seatings(cast(Sequence[Membership], records))
            every = len(records) == len(plan.memberships)
            bodies = [body for body in plan.bodies if every or body.uid in seats]
        blocks = self._tree(bodies, seats)
        if self.kind == SEAT:
            known = {body.uid for body in bodies}
            for body, seating in seats.items():
                if body not in known:
                    blocks.append(Block(None, 0, -1, self._rows(None, seating)))
        self._layout = BodyLayout(self._sizes(), blocks)
        self._order = [mark for block in blocks for mark in block.marks()]
        self.renew()

    def say_again(self) -> None:
        """Say everything in the language spoken now."""
        if self._seen:
            self.show_records(self._seen[0])

    def _tree(self, bodies: Sequence[Body], seats: dict[str, Seating]) -> list[Block]:
        """Blocks in order, each body right below the one it reports to."""
        above = self._above = reporting(self.session.plan.bodies)
        shown = {body.uid for body in bodies}
        children: dict[str, list[Body]] = {}
        for body in bodies:
            parent = above.get(body.uid, "")
            children.setdefault(parent if parent in shown else "", []).append(body)
        blocks: list[Block] = []
        waiting = [(body, 0, -1) for body in reversed(children.get("", []))]
        while waiting:
            body, depth, parent_block = waiting.pop()
            rows = self._rows(body, seats.get(body.uid, Seating()))
            blocks.append(Block(Mark(BODY, body.uid), depth, parent_block, rows))
            place = len(blocks) - 1
            waiting += [(child, depth + 1, place) for child in reversed(children.get(body.uid, []))]
        return blocks

    def _rows(self, body: Body | None, seating: Seating) -> list[Row]:
        """Who leads, then members, then observers."""
        leading = self._leading(body, seating)
        rows = [Row(t("Chair and secretariat"), leading)] if leading else []
        members = [self._seat_mark(body, seat) for seat in seating.members]
        if body is not None and not len(seating):
            members = [self._mark(body, Mark(BODY, body.uid, SEAT), "")]
        groups = (
            (t("Members"), members),
            (t("Observers"), [self._seat_mark(body, seat) for seat in seating.observers]),
        )
        for title, marks in groups:
            if marks:
                count = sum(mark.kind == SEAT for mark in marks)
                rows.append(Row(f"{title} · {words().number(count)}" if count else title, marks))
        return rows

    def _leading(self, body: Body | None, seating: Seating) -> list[Mark]:
        """Seats that lead; besides, chair and secretariat as the body names them, or that nobody is named."""
        marks = [self._seat_mark(body, seat) for seat in seating.leading]
        if body is None:
            return marks
        seated = {seat.institution for seat in seating.leading}
        chairs = [uid for uid in (body.chair, *body.co_chairs) if uid and uid not in seated]
        first = [self._mark(body, Mark(INSTITUTION, uid, f"chair:{body.uid}"), _field("chair")) for uid in chairs]
        if not body.chair and not body.co_chairs and not seating.has_role("chair", "co_chair"):
            first = [self._mark(body, Mark(BODY, body.uid, "chair"), _field("chair"))]
        last = []
        if body.secretariat and not any(
            seat.role == "secretary" and seat.institution == body.secretariat for seat in seating.leading
        ):
            secretariat = Mark(INSTITUTION, body.secretariat, f"secretariat:{body.uid}")
            last = [self._mark(body, secretariat, _field("secretariat"))]
        elif not body.secretariat and not seating.has_role("secretary"):
            last = [self._mark(body, Mark(BODY, body.uid, "secretariat"), _field("secretariat"))]
        return first + marks + last

    def _seat_mark(self, body: Body | None, seat: Membership) -> Mark:
        return self._mark(body, Mark(SEAT, seat.uid), words().choice("member_role", seat.role))

    def _mark(self, body: Body | None, mark: Mark, role: str) -> Mark:
        self._owner[mark] = body.uid if body is not None else ""
        self._roles[mark] = role
        return mark

    def marks(self) -> Sequence[Mark]:
        return self._order

    def record_of(self, mark: Mark) -> str:
        if self.kind == SEAT:
            return mark.uid if mark.kind == SEAT else ""
        return mark.uid if mark.kind == BODY else self._owner.get(mark, "")

    # -- places ------------------------------------------------------------------------------------------------------

    def _sizes(self) -> Sizes:
        px = theme.current().px
        return Sizes(px(18), px(52), px(40), px(256), px(28), px(8))

    def lay_out(self, width: int, height: int) -> int:
        self._layout.sizes = self._sizes()
        return self._layout.lay_out(width)

    def place_of(self, mark: Mark) -> QRect:
        return self._layout.place_of(mark)

    def mark_at(self, place: QPoint) -> Mark | None:
        return self._layout.mark_at(place)

    def line_step(self, mark: Mark, by: int) -> Mark | None:
        return self._layout.below(mark, by)

    def draw(self, painter: QPainter, shown: QRect) -> None:
        for block in self._layout.blocks:
            if block.above >= 0:
                over = self._layout.blocks[block.above]
                if over.place.bottom() < shown.bottom() and block.place.top() > shown.top():
                    draw_line_up(painter, self, self._layout, over, block)
        for block in self._layout.blocks:
            if block.place.intersects(shown):
                draw_block(painter, self, self._layout, block, shown)

    # -- words -------------------------------------------------------------------------------------------------------

    def body_of(self, mark: Mark) -> Body | None:
        return cast("Body | None", self.session.plan.find(BODY, mark.uid))

    def title_of(self, mark: Mark) -> str:
        """The first line of a mark."""
        plan = self.session.plan
        if mark.field == SEAT:
            return t("No members yet")
        if mark.kind == BODY and mark.field:
            return t("Nobody is named")
        if mark.kind == BODY:
            body = self.body_of(mark)
            return (body.name if body is not None else "") or t("(without a name)")
        if mark.kind == INSTITUTION:
            return link_name(plan, INSTITUTION, mark.uid)
        seat = cast("Membership | None", plan.find(SEAT, mark.uid))
        return link_name(plan, INSTITUTION, seat.institution) or seat.post if seat is not None else ""

    def note_of(self, mark: Mark) -> str:
        """The second line of a mark: role and post of a seat."""
        role = self._roles.get(mark, "")
        if mark.field == SEAT:
            return words().kind(SEAT, "add")
        if mark.kind != SEAT:
            return role
        seat = cast("Membership | None", self.session.plan.find(SEAT, mark.uid))
        if seat is None:
            return ""
        # Under its group a plain member needs no word for that.
        parts = (role if seat.role not in ("member", "observer", "") else "", seat.post if seat.institution else "")
        return " · ".join(part for part in parts if part)

    def facts_of(self, body: Body) -> list[tuple[str, str]]:
        """What stands beside the name of a body: tone and word."""
        tones = {"active": "good", "planned": "accent", "dormant": "warning"}
        facts = [(tones.get(body.status, "neutral"), words().choice("body_status", body.status))] if body.status else []
        return facts + ([("neutral", words().choice("body_level", body.level))] if body.level else [])

    def line_of(self, body: Body) -> str:
        """The second line of a body: to whom it reports and how often it meets."""
        above = self._above.get(body.uid, "")
        said = self.session.plan.name_of(BODY, above) if above else body.reporting_line
        parts = [t("Reports to: {name}", name=said)] if said else [t("Reporting line not known")]
        if body.meeting_rhythm:
            parts.append(t("meets: {rhythm}", rhythm=words().choice("frequency", body.meeting_rhythm).lower()))
        return " · ".join(parts)

    def said(self, mark: Mark) -> str:
        if mark.kind == BODY and not mark.field:
            body = self.body_of(mark)
            if body is None:
                return ""
            block = self._layout.block_of(mark)
            seats = sum(one.kind == SEAT for one in block.marks()) if block is not None else 0
            facts = [word for _tone, word in self.facts_of(body)]
            counted = n("{n} seat", "{n} seats", seats)
            return ", ".join((self.title_of(mark), *facts, self.line_of(body), counted))
        owner = self.session.plan.name_of(BODY, self._owner.get(mark, ""), short=True)
        role = self._roles.get(mark, "")
        note = self.note_of(mark)
        parts = (self.title_of(mark), "" if role and role in note else role, note, owner)
        return ", ".join(part for part in parts if part)

    def summary(self) -> str:
        bodies = sum(block.body is not None for block in self._layout.blocks)
        seats = sum(mark.kind == SEAT for mark in self._order)
        return ", ".join((n("{n} body", "{n} bodies", bodies), n("{n} seat", "{n} seats", seats)))

    # -- leading on --------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is not None:
            by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.show_menu(self.viewport().mapToGlobal(self.centre_of(self.current)) if by_keys else event.globalPos())

    def show_menu(self, place: QPoint) -> None:
        """Where the mark in hand can lead: to its own record, and from a seat to the institution that holds it."""
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, target in self.leads(self.current):
            made = menu.addAction(title)
            made.triggered.connect(partial(self._lead, target))
        menu.popup(place)

    def _lead(self, target: Mark, _checked: bool = False) -> None:
        self.opened.emit(target)

    def leads(self, mark: Mark) -> list[tuple[str, Mark]]:
        """Where a mark can lead, in words."""
        found = [(t("Open: {name}", name=words().kind(mark.kind)), mark)]
        seat = self.session.plan.find(SEAT, mark.uid) if mark.kind == SEAT else None
        if isinstance(seat, Membership):
            if self.session.plan.find(INSTITUTION, seat.institution) is not None:
                found.append((t("Open: {name}", name=words().kind(INSTITUTION)), Mark(INSTITUTION, seat.institution)))
            if self.session.plan.find(BODY, seat.body) is not None:
                found.append((t("Open: {name}", name=words().kind(BODY)), Mark(BODY, seat.body)))
        return found


def _field(name: str) -> str:
    return words().field(BODY, name)


class BodyChart(AreaPicture[BodyChartArea]):
    """The chart in the register of bodies and in that of their members."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind, BodyChartArea(session, kind))

    def show_records(self, records: Sequence[Record]) -> None:
        self.area.show_records(records)
        self._say_what_to_do()

    def retranslate(self) -> None:
        self.area.setAccessibleName(t("Chart of coordination bodies"))
        self.area.say_again()
        self._say_what_to_do()

    def _say_what_to_do(self) -> None:
        self.hint.set_whole(
            t("Enter or a double click opens a body or a seat; a right click also leads to the institution.")
            if self.area.marks()
            else t("Nothing passes the filters.")
        )

    def open_mark(self, mark: Mark) -> None:
        if mark.field == SEAT:
            self.session.page_wanted.emit("2", SEAT, {})
        elif mark.kind == INSTITUTION:
            self.session.place_wanted.emit(INSTITUTION, mark.uid, "")
        else:
            super().open_mark(mark)
