"""The form beside a register: it follows the rows chosen in the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.language.findings import record_name
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.action_parts import GapLine, IndicatorCards
from mainstreamer.ui.widgets.labels import button, chip, label
from mainstreamer.ui.widgets.record_fields import FieldBox, RecordFields


class RecordForm(QFrame):
    """Nothing chosen, one record, or several: then only what can be done with several."""

    duplicate_wanted = Signal()
    delete_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__()
        theme.look(self, "card")
        self.session, self.kind = session, kind
        self.uids: tuple[str, ...] = ()
        self.fields: RecordFields | None = None
        self.indicators: IndicatorCards | None = None
        self._gap: GapLine | None = None
        self._none = label("muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._many = label("heading")
        self._duplicate, self._delete = button(), button()
        self._duplicate.clicked.connect(self.duplicate_wanted)
        self._delete.clicked.connect(self.delete_wanted)
        self._title, self._missing = label("heading", wrap=True), chip("warning")
        self._close = button("link")
        self._close.clicked.connect(self.close_wanted)
        self.history_button = button("link")
        self.history_button.clicked.connect(self._on_history_clicked)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.look(self._area, "plain")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._one_page())
        self._stack.addWidget(self._many_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._stack)
        self.retranslate()

    def _one_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 6)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        return page

    def _many_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._duplicate)
        row.addWidget(self._delete)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._many, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _make_fields(self) -> RecordFields:
        """The fields, made when a record is first shown."""
        inner = QWidget()
        theme.look(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(20)
        fields = RecordFields(self.session, self.kind)
        column.addWidget(fields)
        if self.kind == "action":
            self._gap = GapLine(self.session)
            fields.sections["money"].addWidget(self._gap)
            self.indicators = IndicatorCards(self.session)
            column.addWidget(self.indicators)
        column.addStretch(1)
        self._area.setWidget(inner)
        for box in fields.boxes.values():
            box.editor.control.installEventFilter(self)
        self.fields = fields
        return fields

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
            if self.indicators is not None:
                self.indicators.show_action(self.uids[0])
            self._area.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(min(len(self.uids), 2))
        self._say()

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
            if self.indicators is not None:
                self.indicators.refresh(change)
        self._say()

    def retranslate(self) -> None:
        if self.fields is not None:
            self.fields.retranslate()
        if self.indicators is not None:
            self.indicators.retranslate()
        self._none.setText(t("Choose a row to see all of its fields."))
        self._duplicate.setText(t("Duplicate"))
        self._delete.setText(t("Delete"))
        self.history_button.setText(t("History"))
        self.history_button.setToolTip(t("Who changed what in this record, and when (F8)"))
        self._close.setText(t("Hide form"))
        self._close.setAccessibleName(t("Hide the form"))
        self._say()

    def _say(self) -> None:
        self._many.setText(n("{n} row selected", "{n} rows selected", len(self.uids)))
        if len(self.uids) != 1 or self.fields is None:
            return
        self._title.setText(record_name(words(), self.session.plan, self.kind, self.uids[0]))
        missing = self.fields.missing()
        if self.indicators is not None and not self.session.plan.action_indicators.get(self.uids[0]):
            missing.append(words().kind("action_indicator"))
        self._missing.setText(n("{n} thing missing", "{n} things missing", len(missing)))
        self._missing.setToolTip("\n".join(missing))
        self._missing.setAccessibleDescription(", ".join(missing))
        self._missing.setVisible(bool(missing))
        if self._gap is not None:
            self._gap.show_action(self.uids[0])

    def _on_history_clicked(self) -> None:
        if len(self.uids) == 1:
            self.session.history_wanted.emit(self.kind, self.uids[0], "")

    # -- the keyboard ------------------------------------------------------------------------------------------------

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
        if self.indicators is not None:
            self.indicators.commit()
