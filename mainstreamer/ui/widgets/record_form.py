"""The form beside a register: it follows the rows chosen in the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import KINDS
from mainstreamer.language.findings import record_name
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import CARD_SIDE, GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.action_parts import GapLine, IndicatorCards
from mainstreamer.ui.widgets.field_grid import FieldBox
from mainstreamer.ui.widgets.labels import ElidedLabel, button, label
from mainstreamer.ui.widgets.lack_button import LackButton
from mainstreamer.ui.widgets.record_fields import RecordFields
from mainstreamer.ui.widgets.set_column import SetColumn


class _Area(QScrollArea):
    """Scrolls a form; what is in it takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.look(self, "plain")


class _Many(_Area):
    """How many records are chosen, and what can be done with all of them."""

    def __init__(self, session: Session, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        inner = QWidget()
        theme.look(inner, "plain")
        self.setWidget(inner)
        self.count = label("heading", wrap=True)
        self.duplicate, self.delete = button(), button()
        self.set_column = SetColumn(session, kind)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.count, 1)
        row.addWidget(self.duplicate, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(inner)
        column.setContentsMargins(CARD_SIDE, GAP, CARD_SIDE, GAP)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.set_column)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.duplicate.setText(t("Duplicate"))
        self.delete.setText(t("Delete"))
        self.set_column.retranslate()


class RecordForm(QFrame):
    """Nothing chosen, one record, or several: then a field can be set in all of them."""

    set_wanted = Signal(str, object)
    """A field and a value that all records shown are to have in it."""
    duplicate_wanted = Signal()
    delete_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self.session, self.kind = session, kind
        self.uids: tuple[str, ...] = ()
        self.fields: RecordFields | None = None
        self._indicators: IndicatorCards | None = None
        self._gap: GapLine | None = None
        self._stack = QStackedWidget(self)
        self._none = label("muted", wrap=True, parent=self._stack)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._many: _Many | None = None
        self._column_wanted = ""
        self._title, self._lack = ElidedLabel("heading"), LackButton(session)
        self._close = button("link")
        self._close.setIcon(icons.icon("x", "accent"))
        self._close.clicked.connect(self.close_wanted)
        self.history_button = button("link")
        self.history_button.clicked.connect(self._on_history_clicked)
        self._making = Slices(self)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._one_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._stack)
        self.retranslate()

    def _one_page(self) -> QWidget:
        page = QWidget(self._stack)
        self._area = _Area(page)
        head = QHBoxLayout()
        head.setContentsMargins(CARD_SIDE, GAP, CARD_SIDE, SMALL)
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self.history_button)
        head.addWidget(self._close)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        lack = QHBoxLayout()
        lack.setContentsMargins(CARD_SIDE, 0, CARD_SIDE, SMALL)
        lack.addWidget(self._lack)
        lack.addStretch(1)
        column.addLayout(lack)
        column.addWidget(self._area, 1)
        return page

    @property
    def many(self) -> _Many:
        """What is shown of several records; made when several are shown for the first time."""
        if self._many is None:
            made = self._many = _Many(self.session, self.kind, self._stack)
            made.set_column.wanted.connect(self.set_wanted)
            made.duplicate.clicked.connect(self.duplicate_wanted)
            made.delete.clicked.connect(self.delete_wanted)
            self._stack.addWidget(made)
        return self._many

    @property
    def set_column(self) -> SetColumn:
        """Sets a field of all records shown."""
        return self.many.set_column

    def _make_fields(self) -> RecordFields:
        """The place of the fields; they are made one after the other."""
        inner = QWidget()
        theme.look(inner, "plain")
        self._area.setWidget(inner)
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE_GAP, SMALL, WIDE_GAP, WIDE_GAP)
        column.setSpacing(CARD_SIDE)
        fields = RecordFields(self.session, self.kind, at_once=False, parent=inner)
        fields.section_made.connect(self._on_section_made)
        column.addWidget(fields)
        column.addStretch(1)
        self.fields = fields
        return fields

    def _on_section_made(self, group: str) -> None:
        if self.fields is None:
            return
        for name in KINDS[self.kind].groups[group]:
            self.fields.made[name].editor.control.installEventFilter(self)
        if self.kind == "action" and group == "money":
            self._gap = GapLine(self.session)
            self.fields.made_sections[group].addWidget(self._gap)
            self._gap.show_action(self.fields.uid)

    @property
    def indicators(self) -> IndicatorCards | None:
        """The indicators of an action, below its fields; made now where they are not there yet."""
        if self.kind == "action" and self._indicators is None and self.fields is not None:
            self.fields.finish()
            self._indicators = IndicatorCards(self.session)
            self._column.insertWidget(1, self._indicators)
            self._indicators.show_action(self.fields.uid)
            self._indicators.show()
        return self._indicators

    @property
    def is_making(self) -> bool:
        """Whether more of the form is to come."""
        return self._making.at_work

    def _make_more(self) -> None:
        """Have the rest of the form made, as long as it is seen."""
        if self.isVisible() and self.fields is not None:
            self._making.start(self._steps())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_more()

    def _steps(self) -> Iterator[None]:
        while self.isVisible() and self._step():
            yield

    def _step(self) -> bool:
        """Make one more part of the form; False when all of it is there."""
        if self.fields is None:
            return False
        if self.fields.step():
            return True
        if self.kind == "action" and self._indicators is None:
            return self.indicators is not None
        return self._indicators is not None and self._indicators.step()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_records(self, uids: Sequence[str]) -> None:
        """Show these records. What was being typed is put first, as long as another record comes."""
        if tuple(uids) == self.uids:
            return
        self.commit()
        self.uids = tuple(uids)
        if len(self.uids) == 1:
            fields = self.fields or self._make_fields()
            fields.show_record(self.uids[0])
            if self._indicators is not None:
                self._indicators.show_action(self.uids[0])
            self._area.verticalScrollBar().setValue(0)
            self._make_more()
        elif self.uids:
            self.set_column.show_records(self.uids, self._column_wanted)
            self._stack.setCurrentWidget(self.many)
        if len(self.uids) < 2:
            self._stack.setCurrentIndex(len(self.uids))
        self._say()

    def show_column(self, name: str) -> None:
        """A column of the table is the current one: it is offered first where several records are shown."""
        self._column_wanted = name
        if len(self.uids) > 1 and not self.set_column.isAncestorOf(self.focusWidget() or self):
            self.set_column.show_records(self.uids, name)

    def refresh(self, change: PlanChange | None) -> None:
        """Show what the plan holds now; a record that is gone leaves the form."""
        plan = self.session.plan
        living = tuple(uid for uid in self.uids if plan.find(self.kind, uid) is not None)
        if living != self.uids:
            self.uids = ()
            if self.fields is not None:
                self.fields.uid = ""
            self._stack.setCurrentIndex(0)
            return
        if len(living) == 1 and self.fields is not None:
            self.fields.refresh(change)
            if self._indicators is not None:
                self._indicators.refresh(change)
                self._make_more()
        elif len(living) > 1:
            self.set_column.refresh()
        self._say()

    def retranslate(self) -> None:
        if self.fields is not None:
            self.fields.retranslate()
        if self._indicators is not None:
            self._indicators.retranslate()
        if self._many is not None:
            self._many.retranslate()
        self._none.setText(t("Choose a row to see all of its fields."))
        self.history_button.setText(t("History"))
        self.history_button.setToolTip(t("Who changed what in this record, and when (F8)"))
        self._close.setToolTip(t("Hide the form"))
        self._close.setAccessibleName(t("Hide the form"))
        self._say()

    def _say(self) -> None:
        if self._many is not None:
            self._many.count.setText(n("{n} row selected", "{n} rows selected", len(self.uids)))
        if len(self.uids) != 1 or self.fields is None:
            return
        self._title.set_whole(record_name(words(), self.session.plan, self.kind, self.uids[0]))
        self._lack.show_record(self.kind, self.uids[0])
        if self._gap is not None:
            self._gap.show_action(self.uids[0])

    def _on_history_clicked(self) -> None:
        if len(self.uids) == 1:
            self.session.history_wanted.emit(self.kind, self.uids[0], "")

    # -- the keyboard ------------------------------------------------------------------------------------------------

    @property
    def body(self) -> QWidget | None:
        """What holds the fields, without the head; None while nothing is chosen."""
        if not self.uids:
            return None
        return self._area.widget() if len(self.uids) == 1 else self._many

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field of the one record shown, and bring it into view."""
        if len(self.uids) != 1 or self.fields is None or not self.fields.focus_field(field):
            return False
        # The form has its height only after the layout ran.
        QTimer.singleShot(0, self, self._bring_into_view)
        return True

    def focus_indicator(self, uid: str, field: str) -> bool:
        """Put the keyboard into a field of an indicator of the action shown."""
        if self.indicators is None or not self.indicators.focus_place(uid, field):
            return False
        QTimer.singleShot(0, self, self._bring_into_view)
        return True

    def _bring_into_view(self) -> None:
        widget, inner = self.focusWidget(), self._area.widget()
        if widget is not None and inner is not None and inner.isAncestorOf(widget):
            self._reveal(widget)

    def _reveal(self, control: QWidget) -> None:
        """Bring a control into view, with its name and with what is said below it as far as there is room."""
        box: QWidget | None = control
        while box is not None and not isinstance(box, FieldBox):
            box = box.parentWidget()
        if box is not None:
            self._area.ensureWidgetVisible(box, 0, 8)
        self._area.ensureWidgetVisible(control, 0, theme.current().px(32))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the keyboard reaches comes into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._reveal(watched)
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Put what is still being typed."""
        if self.fields is not None and self.fields.uid:
            self.fields.commit()
        if self._indicators is not None:
            self._indicators.commit()
