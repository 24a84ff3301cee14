"""A step of the checklist: its items and its registers under tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import step_progress
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.page import Page, Part
from mainstreamer.ui.pages.registry import OWN_ITEMS
from mainstreamer.ui.pages.step_tabs import CHECKLIST, FRAME_GROUPS
from mainstreamer.ui.scores import claimed_meaning, progress_text
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import PaintedLater, Slices
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, PAGE_TOP, SCROLL_GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.checklist_part import ChecklistPart
from mainstreamer.ui.widgets.labels import ElidedLabel, button, chip, label, rule
from mainstreamer.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from mainstreamer.ui.pages.register_place import InView
    from mainstreamer.ui.pages.register_view import RegisterView

GUIDANCE_KEYS = "Shift+F1"
ROOMY = 680
"""Below this width, in pixels at 100 %, the head of the page is its title and how far the step has come."""
LOW = 480
"""Below this height, in pixels at 100 %, registers have the whole page below the tabs."""


class StepPage(Page):
    """Checklist and registers of one step. A tab's content is made when the tab is first shown."""

    guidance_wanted = Signal(str, int)
    guidance_pressed = Signal()
    """A person wants guidance in view, or, where it lies over the page, away."""
    leave_wanted = Signal(int)

    def __init__(
        self, session: Session, step: int, parts: dict[str, Callable[[QWidget], Part]], parent: QWidget | None = None
    ) -> None:
        """`parts` makes the content of each register tab within a widget, by kind name or `frame`."""
        super().__init__(session, parent)
        self.step = step
        self._makers = parts
        self._made: dict[str, Part] = {}
        self._in_view: dict[str, InView] = {}
        """What registers that are not made yet showed before, in other colours or sizes."""
        self._going = ""
        self._going_on = Slices(self)
        self._title, self._point = label("title"), chip("neutral")
        self._state, self._purpose = label("muted"), label("muted", wrap=True)
        head = self._head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title)
        head.addWidget(self._point)
        head.addStretch(1)
        head.addWidget(self._state)
        self._tabs = QButtonGroup(self)
        self._tabs.setExclusive(True)
        tabs = QWidget(self)
        row = bar(tabs)
        row.setSpacing(0)
        self._tab_buttons: dict[str, QPushButton] = {}
        for key in (CHECKLIST, *parts):
            made = button("tab")
            made.setCheckable(True)
            made.setProperty("key", key)
            self._tabs.addButton(made)
            row.addWidget(made)
            self._tab_buttons[key] = made
        self.adapt_button = button("link")
        self.adapt_button.clicked.connect(self._on_adapt_clicked)
        row.add_trailing(self.adapt_button)
        self.guidance_button = button("link")
        self.guidance_button.setCheckable(True)
        self.guidance_button.setIcon(icons.icon("lightbulb", "accent"))
        self.guidance_button.clicked.connect(self.guidance_pressed)
        self.guidance_button.hide()
        row.add_trailing(self.guidance_button)
        shortcut = QShortcut(QKeySequence(GUIDANCE_KEYS), self)
        shortcut.activated.connect(self.guidance_pressed)
        self._tabs.buttonClicked.connect(self._on_tab_clicked)
        self._stack = PageStack(self)
        self._painting = PaintedLater(self._stack)
        self._foot = _Foot(self)
        self._foot.left.connect(self.leave_wanted)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_TOP, 0, 0)
        layout.setSpacing(SMALL)
        upper = QVBoxLayout()
        upper.setContentsMargins(0, 0, PAGE_SIDE, 0)
        upper.setSpacing(SMALL)
        upper.addLayout(head)
        upper.addWidget(self._purpose)
        upper.addWidget(tabs)
        upper.addWidget(rule())
        layout.addLayout(upper)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)
        self.part = ChecklistPart(session, step, self._stack)
        self.checklist = self.part.view
        self.checklist.item_opened.connect(self._on_item_opened)
        self.checklist.place_wanted.connect(session.place_wanted)
        self._stack.addWidget(self.part)
        self.show_tab(CHECKLIST)
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_head()
        self._show_adapt()
        self._show_foot()

    def _show_head(self) -> None:
        """The title whole: beside it the point of the recommendation as long as there is room, else in two lines."""
        self._title.ensurePolished()
        title = self._title.fontMetrics().horizontalAdvance(self._title.text()) + 2
        around = self._column.contentsMargins()
        room = self.width() - around.left() - around.right() - PAGE_SIDE - self._state.sizeHint().width() - 3 * GAP
        roomy = self.width() >= theme.current().px(ROOMY) and title <= room
        self._point.setVisible(roomy and title + self._point.sizeHint().width() <= room)
        self._title.setWordWrap(not roomy)
        self._head.setStretchFactor(self._title, 0 if roomy else 100)

    def _show_foot(self) -> None:
        """Where a page is low, rows of a register need the line more; rail and keys lead to other steps too."""
        self._foot.hint.setVisible(self.tab == CHECKLIST)
        self._foot.setVisible(self.tab == CHECKLIST or self.height() >= theme.current().px(LOW))

    def _show_adapt(self) -> None:
        """Where there is little room, the card of an item and the rail lead to the same page."""
        roomy = self.width() >= theme.current().px(ROOMY)
        self._purpose.setVisible(roomy)
        # Beside the tabs, in words as long as there is room for them.
        self.guidance_button.setText(t("Guidance"))
        buttons = [*self._tab_buttons.values(), self.guidance_button]
        left = self.width() - 2 * PAGE_SIDE - sum(press.sizeHint().width() for press in buttons) - GAP
        if left < 0:
            self.guidance_button.setText("")
        fits = left >= self.adapt_button.sizeHint().width()
        self.adapt_button.setVisible(roomy and fits and self.tab == CHECKLIST)

    def show_guidance_button(self, wanted: bool, pressed: bool) -> int:
        self.guidance_button.setVisible(wanted and self.tab == CHECKLIST)
        self.guidance_button.setChecked(pressed)
        return self.guidance_button.mapTo(self, self.guidance_button.rect().bottomLeft()).y() + GAP

    # -- tabs --------------------------------------------------------------------------------------------------------

    @property
    def tab(self) -> str:
        """The tab shown now."""
        pressed = self._tabs.checkedButton()
        return CHECKLIST if pressed is None else str(pressed.property("key"))

    def show_tab(self, key: str) -> QWidget:
        """Show a tab, making its content if it was never shown."""
        self.commit()
        self._going_on.stop()
        if key != CHECKLIST and key not in self._made:
            self._make(key)
        shown: QWidget = self.part if key == CHECKLIST else cast(QWidget, self._made[key])
        self._tab_buttons[key].setChecked(True)
        self._stack.setCurrentWidget(shown)
        self._show_foot()
        self._show_adapt()
        self.tell_guidance()
        return shown

    def tell_guidance(self) -> None:
        """Say whose guidance this page wants now; none beside a register, which needs the room."""
        on_checklist = self.tab == CHECKLIST
        self.guidance_wanted.emit(self.checklist.open_code if on_checklist else "", self.step if on_checklist else 0)

    def _make(self, key: str) -> None:
        self._made[key] = made = self._makers[key](self._stack)
        if key in self._in_view:
            from mainstreamer.ui.pages.register_place import show_again

            show_again(cast("RegisterView", made), self._in_view.pop(key))
        cast(QWidget, made).setContentsMargins(0, 0, PAGE_SIDE - SCROLL_GAP, 0)
        self._stack.addWidget(cast(QWidget, made))

    def _on_tab_clicked(self, pressed: QPushButton) -> None:
        """Make what was never shown in one event, and have it laid out and painted in another."""
        self._going = str(pressed.property("key"))
        if self._going in (CHECKLIST, *self._made):
            self._go_on()
        else:
            self._going_on.soon(self._go_on)

    def _go_on(self) -> None:
        if self._going in (CHECKLIST, *self._made):
            self.show_tab(self._going)
        else:
            self._make(self._going)
            self._going_on.soon(self._show_made)

    def _show_made(self) -> None:
        self._painting.hold()
        self._go_on()

    def _on_adapt_clicked(self) -> None:
        """Lead to the items of this step where the country adapts them."""
        code = {"item": self.checklist.open_code} if self.checklist.open_code else {}
        self.session.page_wanted.emit(OWN_ITEMS, "", {"step": str(self.step), **code})

    def _on_item_opened(self, _code: str) -> None:
        self.tell_guidance()

    # -- Page --------------------------------------------------------------------------------------------------------

    def kept(self) -> object:
        """The item opened, and what is in view of each register that was shown."""
        if not self._made:
            return self.checklist.open_code, self._in_view
        from mainstreamer.ui.pages.register_place import in_view
        from mainstreamer.ui.pages.register_view import RegisterView

        made = {key: in_view(part) for key, part in self._made.items() if isinstance(part, RegisterView)}
        return self.checklist.open_code, {**self._in_view, **made}

    def take_up(self, kept: object) -> None:
        code, in_view = cast("tuple[str, dict[str, InView]]", kept)
        self._in_view = dict(in_view)
        self.checklist.open_item(code)

    def refresh(self, change: PlanChange | None) -> None:
        self._show_state()
        self.part.refresh(change)
        for made in self._made.values():
            made.refresh(change)

    def retranslate(self) -> None:
        self._name()
        self.part.retranslate()
        for made in self._made.values():
            made.retranslate()

    def _name(self) -> None:
        """The page's own words."""
        checklist = self.session.checklist
        self._title.setText(f"{self.step}  {checklist.step_text(self.step, 'title')}")
        self._purpose.setText(checklist.step_text(self.step, "purpose"))
        points = next(step.r2 for step in checklist.steps if step.number == self.step)
        numbers = ", ".join(code[3:] for code in points)
        text = n("Recommendation 2, point {points}", "Recommendation 2, points {points}", len(points), points=numbers)
        self._point.setText(text)
        self._point.setToolTip("\n".join(words().choice("r2", code) for code in points))
        self._foot.retranslate(self.step)
        self.guidance_button.setAccessibleName(t("Guidance"))
        self.guidance_button.setToolTip(f"{t('Why an item matters, and what counts as evidence')} ({GUIDANCE_KEYS})")
        self.adapt_button.setText(t("Adapt this checklist"))
        self.adapt_button.setToolTip(t("Add, reword, reorder or leave out items in this plan"))
        self._show_state()
        self._show_adapt()

    def show_place(self, kind: str, uid: str, field: str) -> bool:
        if kind == "answer":
            code = self.checklist.code_of(uid)
            if not code:
                return False
            self.show_tab(CHECKLIST)
            return self.part.lead_to(code, field or "score")
        key = "frame" if kind == "plan" else kind
        if key not in self._makers:
            return False
        self.show_tab(key)
        return self._made[key].show_place(uid, field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        return self.tab == CHECKLIST and self.checklist.take_key(event)

    @property
    def keyboard_place(self) -> tuple[str, str, str] | None:
        code = self.checklist.focused_code if self.tab == CHECKLIST else ""
        return ("answer", self.session.plan.answer_uid(code), "score") if code else None

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        if tab in self._tab_buttons:
            shown = self.show_tab(tab)
            picture = filters.get("picture", "")
            if picture:
                from mainstreamer.ui.pages.register_view import RegisterView

                if isinstance(shown, RegisterView):
                    shown.show_picture(picture)
        if tab == CHECKLIST and "sector" in filters:
            self.part.strip.wants_sector(filters["sector"])
        if tab == CHECKLIST and "unnamed" in filters:
            self.part.show_unnamed()
        if tab == CHECKLIST and "left_out" in filters:
            self.part.strip.say(t("Item {code} is left out of this plan.", code=filters["left_out"]))

    def commit(self) -> None:
        self.checklist.commit()
        for made in self._made.values():
            made.commit()

    def _show_state(self) -> None:
        essential = self.session.settings.essential_only
        found = step_progress(self.session.plan, self.session.checklist, self.step, essential)
        self._state.setText(progress_text(found, essential=essential))
        self._state.setToolTip(claimed_meaning(found))
        self._show_head()
        for key, made in self._tab_buttons.items():
            if key == CHECKLIST:
                made.setText(t("Checklist"))
            elif key == "frame":
                made.setText(words().word("group", "plan", FRAME_GROUPS[self.step]))
            else:
                count = len(self.session.plan.all(key))
                made.setText(
                    f"{words().kind(key, 'many')}  {words().number(count)}" if count else words().kind(key, "many")
                )


class _Foot(QWidget):
    """Back and next."""

    left = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SMALL, PAGE_SIDE, GAP)
        layout.setSpacing(GAP)
        self.hint = ElidedLabel("note")
        self._back, self._next = button("link"), button("link")
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        layout.addWidget(self.hint, 100)
        layout.addStretch(1)  # the room of the hint where it is not shown
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignRight)
        layout.addSpacing(WIDE_GAP)
        layout.addWidget(self._next, 0, Qt.AlignmentFlag.AlignRight)

    def retranslate(self, step: int) -> None:
        self.hint.set_whole(t("Press 1–4 to answer, Ctrl+Enter for the next open item"))
        self._back.setText(t("‹ Back"))
        self._next.setText(t("Next step ›") if step < 10 else t("To the action plan ›"))
        self._back.setAccessibleName(t("To the previous step"))
        self._next.setAccessibleName(t("To the next step"))

    def _on_back_clicked(self) -> None:
        self.left.emit(-1)

    def _on_next_clicked(self) -> None:
        self.left.emit(1)
