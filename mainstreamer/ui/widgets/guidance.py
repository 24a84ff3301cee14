"""The guidance panel: what helps to answer the item at hand, or to begin a step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.plan import Plan
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_SIDE, PAGE_TOP
from mainstreamer.ui.widgets.checklist_language import language_name
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, chip, frame, label

_TEXTS = ("why", "evidence", "who_knows", "obstacle")


class GuidancePanel(QScrollArea):
    """Shows an item's guidance, or a step's when no item is at hand."""

    accessible_role = QAccessible.Role.Document
    action_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self._step = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the arrow keys scroll it
        theme.look(self, "guidance")
        self._body = frame("panel")
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(CARD_SIDE, PAGE_TOP, CARD_SIDE, PAGE_TOP)
        self._layout.setSpacing(4)
        self.setWidget(self._body)

    def show_item(self, code: str) -> None:
        """Guidance for an item."""
        self._item, self._step = code, 0
        self.refresh()

    def show_step(self, number: int) -> None:
        """Guidance for beginning a step."""
        self._item, self._step = "", number
        self.refresh()

    def refresh(self) -> None:
        """Say it all in the language spoken now."""
        self.setAccessibleName(t("Guidance"))
        while (taken := self._layout.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        checklist = self._session.checklist
        if self._item in checklist.by_code:
            self._fill_item(checklist, self._item)
        elif self._step:
            self._section(t("What this step is for"), checklist.step_text(self._step, "purpose"))
            self._section(t("Where to begin"), checklist.step_text(self._step, "first"))
        self._layout.addStretch(1)

    def _fill_item(self, checklist: Checklist, code: str) -> None:
        spoken = checklist.language_of(code)
        if spoken and spoken != checklist.languages[0]:
            text = t("This item is shown in {language}: it has no translation yet.", language=language_name(spoken))
            self._section(t("Not translated yet"), text)
        titles = (t("Why it matters"), t("Evidence that counts"), t("Who usually knows"), t("What usually goes wrong"))
        for title, name in zip(titles, _TEXTS, strict=True):
            self._section(title, checklist.text(code, name))
        self._tags(checklist, code)
        self._in_plan(self._session.plan, code)

    def _section(self, title: str, text: str) -> None:
        heading = label("section")
        heading.setText(title.upper())
        body = label(wrap=True)
        body.setText(text)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(heading)
        self._layout.addWidget(body)
        self._layout.addSpacing(8)

    def _tags(self, checklist: Checklist, code: str) -> None:
        tags = checklist.by_code[code].tags
        speech = words()
        shown = [(t("SDG {target}", target=target), speech.choice("sdg", target)) for target in tags["sdg"]]
        shown += [(t("GCM {number}", number=number), speech.choice("gcm", number)) for number in tags["gcm"]]
        shown += [(speech.choice("mgi", part), t("Migration Governance Indicators")) for part in tags["mgi"]]
        shown += [(part, speech.choice("recommendation", part)) for part in tags["cross"]]
        if not shown:
            return
        heading = label("section")
        heading.setText(t("Tags").upper())
        box = QWidget()
        flow = FlowLayout(box)
        for text, tip in shown:
            one = chip("neutral", text)
            one.setToolTip(tip)
            flow.addWidget(one)
        self._layout.addWidget(heading)
        self._layout.addWidget(box)
        self._layout.addSpacing(8)

    def _in_plan(self, plan: Plan, code: str) -> None:
        actions = plan.actions_of_items.get(code, ())
        if not actions:
            return
        heading = label("section")
        heading.setText(t("In this plan").upper())
        self._layout.addWidget(heading)
        for action in actions:
            link = button("link")
            link.setText(action.code)
            link.setToolTip(action.title)
            link.setAccessibleName(f"{action.code} {action.title}")
            link.setProperty("uid", action.uid)
            link.clicked.connect(self._on_action_clicked)
            body = label(wrap=True)
            body.setText(action.title)
            self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._layout.addWidget(body)

    def _on_action_clicked(self) -> None:
        self.action_wanted.emit(str(self.sender().property("uid")))


PANEL_WIDTH = 286


def panel_width() -> int:
    """Width of the panel at the chosen text size."""
    return theme.current().px(PANEL_WIDTH)
