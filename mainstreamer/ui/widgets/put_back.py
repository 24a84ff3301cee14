"""A button that puts back what a field held before a change, and a line that says why it cannot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mainstreamer.domain.history import Change
from mainstreamer.operations.looking_back import put_back
from mainstreamer.ui import icons, theme
from mainstreamer.ui.changes import shortened, value_text
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import button, label

VERB = "restore"
LONGEST = 40
SHARE, LEAST = 55, 60
"""Hundredths of the line that the button takes at most, the rest is for the sentence; and pixels at 100 % that it keeps."""


class PutBack(QWidget):
    """Follows the change chosen."""

    done = Signal()
    """A value was put back; the keyboard may have nowhere to be here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._change: Change | None = None
        self._several = False
        self._text = ""
        self.button: QPushButton = button()
        self.why: QLabel = label("muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.button)
        row.addWidget(self.why, 1)
        self.button.clicked.connect(self._on_clicked)

    def show_change(self, change: Change | None, several: bool = False) -> None:
        """Offer to put back what was before this change; `several` when a line with many changes is chosen."""
        self._change, self._several = change, several
        self.retranslate()

    def retranslate(self) -> None:
        self.button.setIcon(icons.icon("arrow-counter-clockwise"))
        if self._change is None:
            said = t("Open the line and choose one of its values.") if self._several else t("Choose a change.")
            self._show(t("Put back"), said, False)
            return
        plan = self._session.plan
        puts, why = put_back(plan, self._change)
        text = shortened(value_text(plan, self._change, self._change.old), LONGEST)
        said = {
            "made": t("Before this there was no such record. To take it away, delete it in its register."),
            "removed": t("The record was removed. Put the record itself back first."),
            "same": t("The field holds “{value}” now.", value=text),
        }.get(why, t("Undo takes it back again."))
        self._show(t("Put back: {value}", value=text), said, bool(puts) and self._session.document.writable)

    def _show(self, text: str, why: str, usable: bool) -> None:
        self._text = text
        self.button.setAccessibleName(text)
        self.button.setAccessibleDescription(why)
        self.button.setEnabled(usable)
        self.why.setText(why)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A long value ends in "…" where the sentence beside it needs the room."""
        self.button.setText("")
        self.button.ensurePolished()
        around = self.button.sizeHint().width() + theme.current().px(2 * GAP)
        room = max(self.width() * SHARE // 100 - around, theme.current().px(LEAST))
        text = self.button.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.button.setText(text.replace("&", "&&"))
        self.button.setToolTip(self._text if text != self._text else "")

    def minimumSizeHint(self) -> QSize:
        """No more than the button takes at its smallest: its words follow the width that there is."""
        return QSize(theme.current().px(3 * LEAST), super().minimumSizeHint().height())

    def _on_clicked(self) -> None:
        if self._change is None:
            return
        puts, _why = put_back(self._session.plan, self._change)
        if puts and self._session.put(VERB, puts, self):
            self.retranslate()
            self.done.emit()
