"""After a table was taken in: what was added, with ways to take it back and to look at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.ui.i18n import t
from mainstreamer.ui.widgets.labels import button, frame, label


class DonePart(QWidget):
    """A sentence and three ways on."""

    undo_wanted = Signal()
    show_wanted = Signal(str, str)
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = self._uid = self._said = ""
        self.was_undone = False
        """Whether it was taken back again."""
        self.text, self.more = label("heading", wrap=True), label("muted", wrap=True)
        self.undo, self.show_them, self.another = button(), button("primary"), button()
        self.undo.clicked.connect(self.undo_wanted)
        self.show_them.clicked.connect(lambda: self.show_wanted.emit(self._kind, self._uid))
        self.another.clicked.connect(self.another_wanted)
        box = frame("card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(8)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for press in (self.show_them, self.undo, self.another):
            ways.addWidget(press)
        ways.addStretch(1)
        inside.addWidget(self.text)
        inside.addWidget(self.more)
        inside.addSpacing(8)
        inside.addLayout(ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addStretch(1)

    def tell(self, kind: str, uid: str, said: str) -> None:
        """Say what was added; `uid` is of one of the records."""
        self._kind, self._uid, self._said = kind, uid, said
        self.tell_again()

    @property
    def told(self) -> tuple[str, str, str]:
        """Kind and uid of one of the records, and what was said."""
        return self._kind, self._uid, self._said

    def take_up(self, told: tuple[str, str, str], was_undone: bool) -> None:
        """Say again what another page said."""
        self._kind, self._uid, self._said = told
        if was_undone:
            self.tell_undone()
        else:
            self.tell_again()

    def tell_undone(self) -> None:
        self.was_undone = True
        self.text.setText(t("The plan is as it was before."))
        self._say(False)
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, is_there: bool) -> None:
        self.more.setText(
            t("The table itself was not changed.") if not is_there else t("One undo takes all of it back.")
        )
        self.undo.setVisible(is_there)
        self.show_them.setVisible(is_there and bool(self._uid))

    def tell_again(self) -> None:
        """What was taken back was done again."""
        self.was_undone = False
        self.text.setText(self._said)
        self._say(True)

    def start(self) -> None:
        (self.show_them if self.show_them.isVisibleTo(self) else self.another).setFocus()

    def retranslate(self) -> None:
        self.undo.setText(t("Undo"))
        self.show_them.setText(t("Show them"))
        self.another.setText(t("Import another table"))
