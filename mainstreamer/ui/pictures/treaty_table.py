"""The status table of treaties: the whole list in groups, entered or not, with status, law and reports at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout

from mainstreamer.domain.choices import RATIFIED_UNSIGNED, TREATIES, TREATY_GROUPS
from mainstreamer.domain.kinds import Record, Treaty, treaty_uid
from mainstreamer.domain.treaties import Tally, is_overdue, of_list, tally
from mainstreamer.language.findings import record_name
from mainstreamer.operations import treaties
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pictures.area_picture import AreaPicture
from mainstreamer.ui.pictures.marks import Mark, MarkArea
from mainstreamer.ui.pictures.treaty_layout import (
    LEAST_NAME,
    NAME,
    REPORT,
    STATUSES,
    WIDTHS,
    TreatyGroup,
    TreatyLayout,
    TreatyRow,
)
from mainstreamer.ui.pictures.treaty_painting import CIRCLE, column_names, draw_heading, draw_line, share_words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import WholeLabel, button

KIND = treaties.KIND
USUAL_DAY = date(2028, 10, 28)
BESIDE_STATUS, BESIDE_REPORT = 20, 30
"""Pixels at 100 % that words of the status and of the next report keep from their signs and from the next column."""
LISTED = "treaty_of_list"
"""The kind of mark of a treaty of the list that was not entered yet; its uid is the one that its record will have."""
STATUS_KEYS = {"0": "", "1": "none", "2": "signed", "3": "ratified"}
LAW_TONES = {"no": "bad", "partly": "warning", "yes": "good"}


class TreatyArea(MarkArea):
    """Marks are treaties. A click on one of the three places of its status gives it that status."""

    accessible_role = QAccessible.Role.Table
    status_wanted = Signal(object, str)
    """A mark, and the status that it is to have."""
    laid_out = Signal(tuple)
    """The columns that have no room at the width that the picture was laid out for."""
    begin_wanted = Signal(object)
    """The record of a treaty of the list that was not entered yet is wanted."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(kind)
        self.session = session
        self.tally = Tally(0, 0, 0, 0, 0, 0)
        """How all treaties shown stand."""
        self.layout_ = TreatyLayout(())
        self.share_width = 0
        """Pixels of the widest words that say how many treaties of a group are ratified."""
        self._codes: dict[Mark, str] = {}

    # -- data --------------------------------------------------------------------------------------------------------

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these treaties; where the register shows all it has, also those of the list that were not entered."""
        rows = [row for row in records if isinstance(row, Treaty)]
        every = len(rows) == len(self.session.plan.treaties)
        today = self.session.today()
        groups = [
            TreatyGroup(code, marked, tally((self.treaty(row.mark) for row in marked), today))
            for code, marked in self._grouped(rows, every)
            if marked
        ]
        self.layout_ = TreatyLayout(groups)
        self._codes = {row.mark: row.code for row in self.layout_.rows}
        listed = of_list(self.session.plan)
        self.tally = tally([listed.get(code) for code in TREATIES], today) if every else tally(rows, today)
        self._marks = tuple(row.mark for row in self.layout_.rows)
        self.renew()

    _marks: tuple[Mark, ...] = ()

    def _grouped(self, rows: Sequence[Treaty], every: bool) -> Iterable[tuple[str, tuple[TreatyRow, ...]]]:
        of_code: dict[str, list[Treaty]] = {}
        for row in rows:
            of_code.setdefault(row.treaty if row.treaty in TREATIES else "other", []).append(row)
        for group, codes in TREATY_GROUPS.items():
            marked = []
            for code in codes:
                found = [TreatyRow(code, Mark(KIND, row.uid)) for row in of_code.get(code, ())]
                if every and not found:
                    found = [TreatyRow(code, Mark(LISTED, treaty_uid(self.session.plan.uid, code)))]
                marked += found
            yield group, tuple(marked)
        yield "other", tuple(TreatyRow("other", Mark(KIND, row.uid)) for row in of_code.get("other", ()))

    def treaty(self, mark: Mark) -> Treaty | None:
        """The record of a mark; None for one not entered."""
        found = self.session.plan.find(KIND, mark.uid) if mark.kind == KIND else None
        return found if isinstance(found, Treaty) else None

    def code_of(self, mark: Mark) -> str:
        """The code of a treaty in the list; `other` for one that is not on it."""
        return self._codes.get(mark, "")

    def marks(self) -> Sequence[Mark]:
        return self._marks

    # -- places ------------------------------------------------------------------------------------------------------

    def head_height(self) -> int:
        return self.layout_.head

    def lay_out(self, width: int, height: int) -> int:
        px, metrics = theme.current().px, QFontMetrics(self.font_of("note"))
        shares = (metrics.horizontalAdvance(share_words(group.tally)) for group in self.layout_.groups)
        self.share_width = max(shares, default=0)
        sizes = {name: px(size) for name, size in WIDTHS.items()} | {NAME: px(LEAST_NAME)}
        # Words beside the signs are whole: a day without its year warns of nothing.
        day = words().date(USUAL_DAY)
        state = max(map(metrics.horizontalAdvance, (day, t("not looked up"), t("no date"))))
        report = metrics.horizontalAdvance(t("overdue since {day}", day=day))
        sizes["ratified"] = max(sizes["ratified"], (sizes["none"] + px(CIRCLE)) // 2 + state + px(BESIDE_STATUS))
        sizes[REPORT] = max(sizes[REPORT], report + px(BESIDE_REPORT))
        whole = self.layout_.lay_out(width, sizes, px(30), px(28), px(10))
        self.laid_out.emit(self.layout_.left_out)
        return whole

    def place_of(self, mark: Mark) -> QRect:
        return self.layout_.place_of(mark, self.viewport().width())

    def mark_at(self, place: QPoint) -> Mark | None:
        found = self.layout_.at(place)
        return found[0].row.mark if found is not None and found[0].row is not None else None

    def status_at(self, place: QPoint) -> str:
        """The status whose place is at a place of the picture, where it can be chosen; empty elsewhere."""
        found = self.layout_.at(place)
        if found is None or found[0].row is None or found[1] not in STATUSES:
            return ""
        px, status = theme.current().px, found[1]
        sign = self.layout_.sign(found[0], status, px(CIRCLE)).adjusted(-px(6), -px(6), px(6), px(6))
        # Beside the circle a click only chooses the row: a status is not given by a slip.
        return status if sign.contains(place) and self.can_be(found[0].row.mark, status) else ""

    def can_be(self, mark: Mark, status: str) -> bool:
        """Whether a status is offered: conventions of the ILO are not signed."""
        return status != "signed" or self.code_of(mark) not in RATIFIED_UNSIGNED

    def centre_of(self, mark: Mark) -> QPoint:
        """The middle of the name, where a click chooses the row and nothing else."""
        self._arrange()
        line = self.layout_.line_of(mark)
        if line is None:
            return QPoint()
        return self.visual(self.layout_.cell(line, NAME)).translated(0, -self.verticalScrollBar().value()).center()

    def centre_of_status(self, mark: Mark, status: str) -> QPoint:
        """The middle of the sign of a status on the line of a mark, in the viewport."""
        self._arrange()
        line = self.layout_.line_of(mark)
        if line is None:
            return QPoint()
        sign = self.layout_.sign(line, status, theme.current().px(CIRCLE))
        return self.visual(sign).translated(0, -self.verticalScrollBar().value()).center()

    def draw(self, painter: QPainter, shown: QRect) -> None:
        for line in self.layout_.within(shown.top() + self.head_height(), shown.bottom() + 1):
            draw_line(painter, self, self.layout_, line)
        draw_heading(painter, self, self.layout_, shown.top())

    # -- words -------------------------------------------------------------------------------------------------------

    def name_of(self, mark: Mark) -> str:
        code, treaty = self.code_of(mark), self.treaty(mark)
        if treaty is not None and code == "other":
            return record_name(words(), self.session.plan, KIND, treaty.uid)
        return words().choice("treaty", code)

    def state_of(self, mark: Mark) -> tuple[str, str]:
        """Tone and words beside the signs of the status: since when it is in force, or what is missing."""
        treaty = self.treaty(mark)
        if treaty is None:
            return "muted", t("not looked up")
        if not treaty.status:
            return "warning", t("not looked up")
        if treaty.status != "ratified":
            return "muted", ""
        if treaty.ratified_on is None:
            return "warning", t("no date")
        return "ink", words().date(treaty.ratified_on)

    def report_of(self, mark: Mark) -> tuple[str, str]:
        """Tone and words for the next report."""
        treaty = self.treaty(mark)
        if treaty is None or treaty.report_due is None:
            return "muted", "–" if treaty is not None else ""
        day = words().date(treaty.report_due)
        if is_overdue(treaty, self.session.today()):
            return "bad", t("overdue since {day}", day=day)
        return "ink", day

    def law_of(self, mark: Mark) -> tuple[str, str]:
        """Tone and word for whether national law follows."""
        treaty = self.treaty(mark)
        if treaty is None or not treaty.law_aligned:
            return "muted", "–" if treaty is not None else ""
        return LAW_TONES[treaty.law_aligned], words().choice("law_alignment", treaty.law_aligned)

    def reservation_of(self, mark: Mark) -> str:
        treaty = self.treaty(mark)
        return "" if treaty is None else " ".join(treaty.reservation.split()) or "–"

    def said(self, mark: Mark) -> str:
        treaty, speech = self.treaty(mark), words()
        parts = [self.name_of(mark)]
        if treaty is not None:
            parts.append(speech.choice("treaty_status", treaty.status))
        parts.append(self.state_of(mark)[1])
        if treaty is not None:
            told = (
                ("reservation", treaty.reservation),
                ("law_aligned", self.law_of(mark)[1] if treaty.law_aligned else ""),
                ("report_due", self.report_of(mark)[1] if treaty.report_due else ""),
            )
            parts += [f"{speech.field(KIND, field)}: {text}" for field, text in told if text]
        return ", ".join(part for part in parts if part)

    def hint_of(self, mark: Mark) -> str:
        return self.said(mark)

    def facts(self) -> tuple[str, ...]:
        """What a glance should tell, part by part."""
        found, number = self.tally, words().number
        parts = [t("Ratified: {n} of {of}", n=number(found.ratified), of=number(found.of))]
        if found.signed:
            parts.append(t("signed: {n}", n=number(found.signed)))
        if found.neither:
            parts.append(t("not signed: {n}", n=number(found.neither)))
        if found.unknown:
            parts.append(t("not looked up: {n}", n=number(found.unknown)))
        if found.overdue:
            parts.append(n("{n} report overdue", "{n} reports overdue", found.overdue))
        return tuple(parts)

    def summary(self) -> str:
        return " · ".join(self.facts())

    # -- working -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = STATUS_KEYS.get(event.text())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if status is not None and plain and self.current is not None:
            if self.can_be(self.current, status):
                self.status_wanted.emit(self.current, status)
            else:
                self.announce(t("Conventions of the ILO are ratified without being signed."))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        mark = self._under(point)
        if mark is None or event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        status = self.status_at(self._logical(point))
        if status:
            self.status_wanted.emit(mark, status)
        elif mark.kind == LISTED:
            self.begin_wanted.emit(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._under(point) is not None and self.status_at(self._logical(point)):
            return  # the first of the two clicks gave the status
        super().mouseDoubleClickEvent(event)


class TreatyTable(AreaPicture[TreatyArea]):
    """The picture in the register of treaties."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind, TreatyArea(session, kind))
        self.facts = WholeLabel("strong")
        self.list_button = button()
        self.list_button.setIcon(icons.icon("list-plus"))
        self.list_button.clicked.connect(self._on_list_clicked)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.facts, 1)
        row.addWidget(self.list_button)
        self.column.insertLayout(0, row)
        self.left_out = WholeLabel("note")
        self.left_out.hide()
        self.column.addWidget(self.left_out)
        self.area.laid_out.connect(self._on_laid_out)
        self.area.status_wanted.connect(self._on_status_wanted)
        self.area.begin_wanted.connect(self._begin)

    def show_records(self, records: Sequence[Record]) -> None:
        self.area.show_records(records)
        self._say()

    def retranslate(self) -> None:
        self.area.setAccessibleName(t("Status table of treaties"))
        self._say()
        self.area.renew()

    def _on_laid_out(self, left_out: tuple[str, ...]) -> None:
        names = column_names()
        said = ", ".join(names[column] for column in left_out)
        self.left_out.set_whole(t("No room here for: {columns}. The table and the form show it.", columns=said))
        self.left_out.setVisible(bool(left_out))

    def _say(self) -> None:
        self.facts.set_parts(self.area.facts())
        self.list_button.setText(t("Add treaties from the list"))
        left = sum(mark.kind == LISTED for mark in self.area.marks())
        self.list_button.setToolTip(n("{n} treaty is not entered yet.", "{n} treaties are not entered yet.", left))
        self.list_button.setVisible(bool(left))
        self.list_button.setEnabled(self.session.document.writable)
        if not self.area.marks():
            hint = t("Nothing passes the filters.")
        else:
            hint = t(
                "Click a circle, or press 1 not signed, 2 signed, 3 ratified, 0 blank. Enter begins or opens a record. "
                "Look each status up; none is filled in for you."
            )
        self.hint.set_whole(hint)

    # -- putting -----------------------------------------------------------------------------------------------------

    def _on_list_clicked(self) -> None:
        self.session.put("enter_treaties", treaties.enter_list(self.session.plan), self)

    def _begin(self, mark: Mark, status: str = "") -> str:
        """Begin the record of a treaty of the list, and choose it: its uid, empty when that was refused."""
        if not self.session.document.writable:
            return ""
        uid, puts = treaties.begin(self.session.plan, self.area.code_of(mark), status)
        if puts and not self.session.put("add", puts, self):
            return ""
        self.area.choose(Mark(KIND, uid))
        return uid

    def _on_status_wanted(self, mark: Mark, status: str) -> None:
        """One status for the treaty in hand, and for the others chosen with it."""
        if not self.session.document.writable:
            return
        if mark.kind == LISTED:
            self._begin(mark, status)
            return
        uids = self.area.selected if mark.uid in self.area.selected else (mark.uid,)
        uids = tuple(uid for uid in uids if self.area.can_be(Mark(KIND, uid), status))
        puts = treaties.set_status(self.session.plan, uids, status)
        if puts:
            self.session.put("edit" if len(puts) == 1 else "edit_rows", puts, self)

    def open_mark(self, mark: Mark) -> None:
        """Enter leads to the record, and begins it where it was not entered."""
        uid = self._begin(mark) if mark.kind == LISTED else mark.uid
        if uid:
            self.opened.emit(uid)
