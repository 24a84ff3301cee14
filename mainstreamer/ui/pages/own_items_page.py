"""Our checklist: what a country makes of the checklist for itself. Items on one side, the one chosen on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import CustomItem, ItemAction, ItemSetting, ItemText
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST, LEFT_OUT, OWN
from mainstreamer.domain.translated import percent_translated
from mainstreamer.knowledge import checklist, checklist_languages
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.own_items_model import ItemLine, Line, StepLine, lines_of
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.own_items_filters import OwnItemsFilters
from mainstreamer.ui.pages.own_items_verbs import OwnItemsVerbs
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP, PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.notice import Notice
from mainstreamer.ui.widgets.own_item_form import OwnItemForm
from mainstreamer.ui.widgets.own_item_list import OwnItemList

SHARE = 0.4
"""The list's part of the width."""
BELOW = 560
"""Below this width, in pixels at 100 %, the form stands under the list."""


class OwnItemsPage(Page):
    """Add, reword, reorder, leave out; the shipped checklist is never touched."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.language = ""
        self._added: tuple[str, ...] = ()
        """Languages asked for in which nothing is written yet."""
        self.lines: tuple[ItemLine, ...] = ()
        """All items in the order of the plan, whatever is filtered."""
        self._title, self._count = label("title"), label("muted", wrap=True)
        self.add_button = button("primary")
        self.verbs = OwnItemsVerbs(self)
        self.add_button.clicked.connect(self.verbs.add_item)
        self.filters = OwnItemsFilters()
        self.notice = Notice()
        self.notice.undo_wanted.connect(self._on_undo_wanted)
        self.list = OwnItemList(session.document.writable)
        self._form: OwnItemForm | None = None
        self._begun = False
        self._none, self._nothing = label("muted", wrap=True), label("muted", wrap=True)
        self.show_all = button("link")
        self._list_stack, self._form_stack = QStackedWidget(), QStackedWidget()
        self._shares, self._beginning, self._following = Slices(self), Slices(self), Slices(self)
        self._arrange()
        self.add_button.setVisible(session.document.writable)
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """List the items. The page is there first, then its list, then the form: none of them holds the window."""
        if not self._begun:
            self._begun = True
            self._read()

    @property
    def form(self) -> OwnItemForm:
        """The form of the item chosen; made when first wanted."""
        if self._form is None:
            form = self._form = OwnItemForm(self.session, self._form_stack)
            form.head.wanted.connect(self.verbs.run)
            form.head.reason_settled.connect(self.verbs.give_reason)
            form.suggested.connect(self.verbs.suggest)
            form.withdrawn.connect(self.verbs.withdraw)
            form.language_chosen.connect(self.show_language)
            form.made.connect(self._count_shares)
            form.retranslate()
            self._form_stack.addWidget(form)
            self._show_languages()
        return self._form

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.filters.text)
        top.addWidget(self.add_button)
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(GAP, GAP, GAP, GAP)
        inside.setSpacing(GAP)
        inside.addStretch(1)
        for part in (self._nothing, self.show_all):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        for text in (self._nothing, self._none):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list_stack.addWidget(self.list)
        self._list_stack.addWidget(empty)
        self._form_stack.addWidget(self._none)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        theme.look(self.splitter, "clear")
        self.splitter.addWidget(self._list_stack)
        self.splitter.addWidget(self._form_stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._count)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_lines)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._on_entered)
        self.list.stepped.connect(self.verbs.step_item)
        self.list.dropped.connect(self.verbs.drop_item)
        self.show_all.clicked.connect(self.filters.clear)
        within, around = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
        for keys, do, context in (
            ("Ctrl+N", self.verbs.add_item, around),
            ("Ctrl+F", self.filters.text.setFocus, around),
            ("Esc", self._to_list, within),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(context)
            made.activated.connect(do)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < theme.current().px(BELOW)
        wanted = Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal
        if self.splitter.orientation() != wanted or not event.oldSize().isValid():
            self.splitter.setOrientation(wanted)
            room = self.splitter.height() if below else self.splitter.width()
            self.splitter.setSizes([round(room * SHARE), round(room * (1 - SHARE))])

    # -- what is shown -------------------------------------------------------------------------------------------------

    def refresh(self, change: PlanChange | None) -> None:
        if change is None or change.touches("plan", "answer", *KINDS_OF_CHECKLIST):
            if change is not None:
                self.notice.clear()  # its undo would take back what came after it
            self.begin()
            self._read()
            if self._form is not None:
                self._form.refresh(change)

    def retranslate(self) -> None:
        self._title.setText(t("Our checklist"))
        self.add_button.setText(words().kind("custom_item", "add"))
        self.add_button.setIcon(icons.icon("plus", "accent_ink"))
        self.add_button.setToolTip(t("A question of your own (Ctrl+N)"))
        self.show_all.setText(t("Show all items"))
        self.list.setAccessibleName(t("Items"))
        self.list.setAccessibleDescription(t("Alt+Up and Alt+Down move an item, Enter leads to its texts."))
        self._none.setText(t("Choose an item to reword it, to move it or to leave it out."))
        self.filters.set_steps([(step, self.session.checklist.step_text(step, "short")) for step in range(1, 11)])
        self.filters.retranslate()
        self.notice.retranslate()
        if self._form is not None:
            self._form.retranslate()
        if self._begun:
            self._read()

    def _read(self) -> None:
        """Take the items from the plan as it is now."""
        plan, reading = self.session.plan, self.session.checklist
        self.lines = lines_of(plan, checklist(reading.languages[0]), reading)
        counts = {state: sum(state in line.states for line in self.lines) for state in self.filters.STATES if state}
        self.filters.show_counts({"": len(self.lines), **counts})
        said = (
            t("The checklist as shipped. Nothing has been adapted yet.")
            if not (counts[OWN] or counts["reworded"] or counts[LEFT_OUT])
            else t("Answers always stay with their items, also with those left out.")
        )
        self._count.setText(said)
        self._show_lines()
        if self._form is not None:
            self._show_languages()

    def _show_lines(self) -> None:
        code = self.list.code or (self._form.code if self._form is not None else "")
        found = [line for line in self.lines if self.filters.lets_through(line)]
        model = self.list.list_model
        if not model.show_lines(self._with_steps(found)) or self.list.code != code:
            row = model.row_of(code)
            if row < 0 and found:
                row = model.row_of(found[0].code)
            self.list.setCurrentIndex(model.index(row))
            if row >= 0:
                self.list.scrollTo(self.list.currentIndex())
        self._list_stack.setCurrentIndex(0 if found else 1)
        own = self.filters.state == OWN and not self.filters.text.text().strip()
        self._nothing.setText(words().kind("custom_item", "empty") if own else t("No item is like that."))
        self._show_item()

    def _with_steps(self, found: list[ItemLine]) -> list[Line]:
        """Lines with the name of each step above its items, unless only one step is shown."""
        if self.filters.step:
            return list(found)
        lines: list[Line] = []
        for place, line in enumerate(found):
            if place == 0 or found[place - 1].step != line.step:
                title = self.session.checklist.step_text(line.step, "title")
                lines.append(StepLine(f"{line.step}  {title}"))
            lines.append(line)
        return lines

    def _show_item(self) -> None:
        if self._form is None:
            self._following.start(self._first_form())
        else:
            self._show_item_now()

    def _first_form(self) -> Iterator[OwnItemForm | None]:
        """The form is made in one turn and shown in the next."""
        if any(line.code == self.list.code for line in self.lines):
            yield self.form
        self._show_item_now()
        yield self._form

    def _show_item_now(self) -> None:
        line = next((one for one in self.lines if one.code == self.list.code), None)
        if line is None:
            if self._form is not None:
                self._form.commit()
                self._form.code = ""
            self._form_stack.setCurrentIndex(0)
            return
        order = [one.code for one in self.lines if one.step == line.step]
        self._form_stack.setCurrentWidget(self.form)
        form = self.form
        if not form.show_item(line, self.written_language(), line.code == order[0], line.code == order[-1]):
            self.language = form.language
            self._show_languages()
            self.list.choose(form.code)

    # -- languages -----------------------------------------------------------------------------------------------------

    def written_language(self) -> str:
        """The language written in."""
        return self.language or self.session.checklist.languages[0]

    def languages(self) -> tuple[str, ...]:
        """Languages that can be written in: those shipped, those of the plan, those asked for."""
        plan = self.session.plan
        written = {row.language for row in plan.custom_items} | {row.language for row in plan.item_actions}
        written |= {row.language for row in plan.item_texts if row.text}
        own = sorted(written - {""})
        return tuple(dict.fromkeys((*checklist_languages(), *own, self.written_language(), *self._added)))

    def show_language(self, code: str) -> None:
        """Write in another language from now on."""
        self.form.commit()
        self.language = code
        if code not in self.languages():
            self._added = (*self._added, code)
        self._show_languages()
        self._show_item()

    def _show_languages(self) -> None:
        codes = self.languages()
        self.form.chooser.show_languages(codes, self.written_language())
        if not self.form.is_making:
            self._count_shares()

    def _count_shares(self) -> None:
        self._shares.start(self._shares_of(self.languages()))

    def _shares_of(self, codes: tuple[str, ...]) -> Iterator[None]:
        for code in codes:
            checklist = self.session.checklist_in(code)
            yield
            self.form.chooser.show_shares({code: percent_translated(checklist)})
            yield

    # -- the keyboard ---------------------------------------------------------------------------------------------------

    def _on_chosen(self, _code: str) -> None:
        self._show_item()

    def _on_entered(self) -> None:
        self.form.focus_text("question")

    def _to_list(self) -> None:
        self.commit()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def lead_to(self, code: str, text: str) -> None:
        """Show an item whatever is filtered, and put the keyboard into a text of it."""
        self.begin()
        line = next((one for one in self.lines if one.code == code), None)
        if line is None:
            return
        if not self.filters.lets_through(line):
            self.filters.clear()
        self.list.choose(code)
        self._show_item()
        if text:
            self.form.focus_text(text)

    def _on_undo_wanted(self) -> None:
        self.commit()
        self.session.undo()
        self.notice.clear()
        self.list.setFocus()

    # -- Page ----------------------------------------------------------------------------------------------------------

    def show_place(self, kind: str, uid: str, field: str) -> bool:
        row = self.session.plan.find(kind, uid)
        if isinstance(row, CustomItem):
            self.lead_to(row.code, field if field not in ("code", "step") else "question")
        elif isinstance(row, ItemText):
            self.show_language(row.language)
            self.lead_to(row.item, row.name)
        elif isinstance(row, ItemAction):
            self.lead_to(row.item, f"action.{uid}.{field}" if field in ("action", "output") else f"action.{uid}.action")
        elif isinstance(row, ItemSetting):
            self.lead_to(row.item, "reason" if row.off else "")
        else:
            return False
        return self.list.code == str(getattr(row, "item", "") or getattr(row, "code", ""))

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        """`item` chooses an item, `step` and `state` filter."""
        self.begin()
        if "step" in filters or "state" in filters:
            self.filters.want(filters.get("step", ""), filters.get("state", ""))
        if "item" in filters:
            self.lead_to(filters["item"], "")
            self.list.setFocus()

    def commit(self) -> None:
        if self._form is not None:
            self._form.commit()

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person in the list: the item's."""
        return self._form.history_subject() if self._form is not None and self._form.code else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._begun:
            self._beginning.soon(self._to_current)
        else:
            self._beginning.soon(self.begin)

    def _to_current(self) -> None:
        self.list.scrollTo(self.list.currentIndex())
