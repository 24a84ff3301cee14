"""Where this comes from: recommendation 2 point by point, and everything else that the items go back to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.domain import trace
from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.domain.trace import Topic
from mainstreamer.knowledge import recommendation
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.trace_lines import SECTION, ItemLine, item_lines, source_lines, topic_lines
from mainstreamer.ui.widgets.labels import chip, label
from mainstreamer.ui.widgets.trace_items import TraceItems
from mainstreamer.ui.widgets.trace_topics import TraceTopics

WIDTH = 320
"""Width of the list of topics, in pixels at 100 %; never more than two fifths of the page."""
ROOMY = 900
"""Below this width, in pixels at 100 %, the room is for the topic alone."""
_SHOWN = ("answer", "evidence", "plan", *KINDS_OF_CHECKLIST)


class TracePage(Page):
    """Topics on the leading side; beside them the chosen one in words, and its items with how they stand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._of: Checklist | None = None
        self._topics: tuple[Topic, ...] = ()
        self._shown = ""
        """The topic whose items are listed."""
        self._title, self._purpose = label("title"), label("muted", wrap=True)
        self.topics, self.items = TraceTopics(), TraceItems()
        self._layer, self._name, self._far = chip("accent"), label("heading", wrap=True), label("muted")
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._arrange()
        self.topics.topic_chosen.connect(self._on_topic_chosen)
        self.items.led.connect(self._on_led)
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._name, 1)
        head.addWidget(self._far, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._layer, 0, Qt.AlignmentFlag.AlignTop)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        right.addLayout(head)
        right.addWidget(self._text)
        right.addWidget(self.items, 1)
        row = QHBoxLayout()
        row.setSpacing(WIDE_GAP)
        row.addWidget(self.topics)
        row.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        column.setSpacing(SMALL)
        column.addWidget(self._title)
        column.addWidget(self._purpose)
        column.addSpacing(GAP)
        column.addLayout(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._purpose.setVisible(event.size().width() >= theme.current().px(ROOMY))
        self.topics.setFixedWidth(min(theme.current().px(WIDTH), event.size().width() * 2 // 5))

    # -- Page --------------------------------------------------------------------------------------------------------

    @property
    def tab(self) -> str:
        """The topic chosen."""
        return self.topics.chosen()

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        """Tabs are the codes of topics: `R2`, `R2.1` ... `R6`, `stages`, `sdg`, `gcm`, `migof`, `mgi`, `sources`."""
        if tab == trace.SOURCES_TOPIC or any(topic.code == tab for topic in self._topics):
            self.topics.choose(tab)

    def refresh(self, change: PlanChange | None) -> None:
        if change is not None and not change.touches(*_SHOWN):
            return
        checklist = self.session.checklist
        if checklist is not self._of:
            self._of, self._topics = checklist, trace.topics(checklist, recommendation())
        self.topics.set_lines(topic_lines(self._topics, self.session.plan, checklist, words()))
        self._show_topic()

    def retranslate(self) -> None:
        self._title.setText(t("Where this comes from"))
        self._purpose.setText(
            t(
                "Each item of the checklist goes back to recommendation 2 of the paper that IOM wrote for the High-level "
                "Dialogue of 2013. What was agreed later stands apart from it."
            )
        )
        self.topics.setAccessibleName(t("What the checklist comes from"))
        self.items.setAccessibleName(t("Items"))
        self._shown = ""
        self.refresh(None)

    # -- one topic ---------------------------------------------------------------------------------------------------

    def _on_topic_chosen(self, _code: str) -> None:
        self._show_topic()

    def _show_topic(self) -> None:
        code, speech = self.topics.chosen(), words()
        plan, checklist = self.session.plan, self.session.checklist
        topic = next((topic for topic in self._topics if topic.code == code), None)
        self._name.setText(speech.word(SECTION, code, "title"))
        self._text.setText(speech.word(SECTION, code, "text"))
        if topic is None:
            known = {str(mark): str(text) for mark, text in speech.section(SECTION).get("mark", {}).items()}
            lines = source_lines(checklist, known, speech)
            self._far.setText("")
        else:
            lines = item_lines(topic, plan, checklist, speech)
            answered, of = trace.how_far(plan, checklist, topic.items)
            self._far.setText(t("{answered} of {of} answered", answered=answered, of=of))
        self._say_layer(topic.layer if topic is not None else "")
        self.items.set_lines(lines, anew=code != self._shown)
        self._shown = code

    def _say_layer(self, layer: str) -> None:
        names = {trace.PAPER: t("paper of 2013"), trace.HANDBOOK: t("handbook of 2010"), trace.TODAY: t("today")}
        theme.chip(self._layer, "accent" if layer == trace.PAPER else "neutral")
        self._layer.setText(names.get(layer, ""))
        self._layer.setVisible(layer in names)

    def _on_led(self, line: ItemLine) -> None:
        """To the card of an item, or to where it can be taken into the plan."""
        session = self.session
        if line.standing == trace.SECTOR_OFF:
            session.page_wanted.emit("6", "checklist", {"sector": line.sector})
        elif line.standing == trace.LEFT_OUT:
            session.page_wanted.emit(str(line.step), "checklist", {"left_out": line.code})
        else:
            session.place_wanted.emit("answer", session.plan.answer_uid(line.code), "")
