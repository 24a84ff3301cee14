"""What a population table is about: title, year, area, origin, unit, source. Everything but its numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.operations.population import KIND
from mainstreamer.ui import theme
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, WIDE_GAP
from mainstreamer.ui.widgets.labels import frame
from mainstreamer.ui.widgets.record_fields import RecordFields


class PopulationParticulars(QScrollArea):
    """The fields of one table in a card that scrolls."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = frame("card")
        self.setWidget(card)
        self.fields = RecordFields(session, KIND, headings=False, groups=("main",), parent=card)
        column = QVBoxLayout(card)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, WIDE_GAP)
        column.addWidget(self.fields)
        column.addStretch(1)
        for box in self.fields.boxes.values():
            box.editor.control.installEventFilter(self)

    def show_record(self, uid: str) -> None:
        """Show a table's particulars; what is being typed into the one shown stays."""
        if uid == self.fields.uid:
            self.fields.refresh(None)
        else:
            self.fields.show_record(uid)

    def show_field(self, field: str) -> bool:
        """Put the cursor into a field; False for one that is not here."""
        return self.fields.focus_field(field)

    def retranslate(self) -> None:
        self.fields.retranslate()

    def commit(self) -> None:
        """Put what is still being typed."""
        if self.fields.uid:
            self.fields.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the keyboard reaches comes into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, theme.current().px(48))
        return super().eventFilter(watched, event)
