"""The form of one item that a plan adapts: its texts with the originals, its suggested actions, and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import ITEM_TEXTS, Checklist
from mainstreamer.domain.kinds import item_setting_uid, item_text_uid
from mainstreamer.operations import own_items
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.language_names import language_name
from mainstreamer.ui.models.own_items_model import ItemLine
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import SMALL, WIDE_GAP
from mainstreamer.ui.widgets.field_grid import FieldBox
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.language_chooser import LanguageChooser
from mainstreamer.ui.widgets.own_item_head import OwnItemHead
from mainstreamer.ui.widgets.own_item_suggestion import SuggestionBox
from mainstreamer.ui.widgets.record_fields import RecordFields
from mainstreamer.ui.widgets.wording_field import WordingField

GIVEN = ("code", "step", *ITEM_TEXTS, "language")
"""Fields of an own item that stand as texts, or are given by the program."""


class OwnItemForm(QFrame):
    """Follows the item chosen in the list. Its parts are made in slices, once, and used for every item."""

    suggested = Signal()
    withdrawn = Signal(str)
    language_chosen = Signal(str)
    made = Signal()
    """All of the item is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self.session = session
        self.code = ""
        self.language = ""
        self._writable = session.document.writable
        self.head, self.chooser = OwnItemHead(session), LanguageChooser()
        self.chooser.chosen.connect(self.language_chosen)
        self.texts: dict[str, WordingField] = {}
        self.boxes: list[SuggestionBox] = []
        self.record: RecordFields | None = None
        self._focus = ""
        self._written, self._actions_title, self._no_action = label("note", wrap=True), label("heading"), label("muted")
        self._where_title = label("heading")
        self.suggest_button = button()
        self.suggest_button.clicked.connect(self.suggested)
        self.area = QScrollArea(self)
        inner = QWidget()
        theme.look(inner, "plain")
        theme.look(self.area, "plain")
        self.area.setWidget(inner)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        self._column = QVBoxLayout()
        whole.addLayout(self._column, 1)
        self._column.setContentsMargins(WIDE_GAP, SMALL, WIDE_GAP, WIDE_GAP)
        self._column.setSpacing(WIDE_GAP)
        self._texts, self._actions, self._where = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._texts, self._actions, self._where):
            part.setSpacing(WIDE_GAP)
        self._column.addWidget(self._written)
        self._column.addLayout(self._texts)
        self._column.addWidget(self._actions_title)
        self._column.addWidget(self._no_action)
        self._column.addLayout(self._actions)
        self._column.addWidget(self.suggest_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._where_title)
        self._column.addLayout(self._where)
        self._column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        languages = frame("bar")
        row = QVBoxLayout(languages)
        row.setContentsMargins(WIDE_GAP, SMALL, WIDE_GAP, SMALL)
        row.addWidget(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(languages)
        column.addWidget(self.area, 1)
        for control in (*self.head.buttons.values(), self.head.reason, self.suggest_button):
            control.installEventFilter(self)
        self._slices = Slices(self)
        self._line: ItemLine | None = None

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def checklist(self) -> Checklist:
        """The checklist of the plan in the language written in."""
        return self.session.checklist_in(self.language)

    def show_item(self, line: ItemLine, language: str, first: bool, last: bool) -> bool:
        """Show an item in a language; what was being typed at the one before is put first. False when the plan did not take
        it: then the item stays, with what was typed."""
        fresh = (line.code, language) != (self.code, self.language)
        if fresh:
            self.commit()
            if any(field.holds_more for field in self._shown_fields()):
                return False
            if line.code != self.code:
                self.area.verticalScrollBar().setValue(0)
                self._focus = ""
        self.code, self.language, self._line = line.code, language, line
        self.head.show_item(line, first, last)
        if fresh:
            self._slices.start(self._parts(), after=self.made.emit)
        elif not self._slices.at_work:
            for _ in self._parts():
                pass
        return True

    def _shown_fields(self) -> list[WordingField]:
        """The texts of the item shown."""
        if not self.code or self.code not in self.checklist.known:
            return []
        return [*self.texts.values(), *(field for box in self.boxes if box.key for field in box.fields)]

    @property
    def is_making(self) -> bool:
        """Whether more of the form is to come."""
        return self._slices.at_work

    def finish(self) -> None:
        """Have the whole form there now."""
        while self._slices.at_work:
            self._slices.run_slice()

    def _parts(self) -> Iterator[None]:
        """Show the item part by part, making those that are not there yet."""
        plan, checklist = self.session.plan, self.checklist
        item = checklist.known.get(self.code)
        if item is None:
            return
        own = own_items.own_item(plan, self.code)
        home = own_items.home_of(plan, self.code, "question")
        self._say_written(home)
        for name in ITEM_TEXTS:
            if name not in self.texts:
                self.texts[name] = field = self._field(name)
                self._texts.addWidget(field)
                field.show()
                self._stops_before(self.suggest_button, field)
            self._show_text(self.texts[name], words().field("custom_item", name), checklist)
            yield
        self._no_action.setVisible(not item.actions)
        for place, suggestion in enumerate(item.actions):
            if place >= len(self.boxes):
                self.boxes.append(self._box())
                yield
            box = self.boxes[place]
            box.show_suggestion(place + 1, suggestion)
            for field, title in zip(box.fields, box.titles(), strict=True):
                self._show_text(field, title, checklist)
            box.show()
            yield
        for box in self.boxes[len(item.actions) :]:
            box.key = ""
            box.hide()
        self._where_title.setVisible(own is not None)
        if own is not None:
            if self.record is None:
                self.record = RecordFields(self.session, "custom_item", GIVEN, headings=False, at_once=False)
                self._where.addWidget(self.record)
            self.record.show_record(own.uid)
            while self.record.step():
                yield
            for made in self.record.made.values():
                made.editor.control.installEventFilter(self)
        if self.record is not None:
            self.record.setVisible(own is not None)
        if self._focus:
            self._focus_now()

    def _field(self, name: str) -> WordingField:
        made = WordingField(name, self._writable)
        self._connect(made)
        return made

    def _connect(self, field: WordingField) -> None:
        field.settled.connect(self._on_settled)
        field.restore_wanted.connect(self._on_restore_wanted)
        field.keep_wanted.connect(self._on_keep_wanted)
        for control in (field.field, *field.buttons):
            control.installEventFilter(self)

    def _box(self) -> SuggestionBox:
        made = SuggestionBox(self.session)
        made.withdrawn.connect(self.withdrawn)
        for field in made.fields:
            self._connect(field)
        self._actions.addWidget(made)
        self._stops_before(self.suggest_button, made)
        return made

    def _stops_before(self, last: QWidget, made: QWidget) -> None:
        """Have Tab come to what was made before it comes to this button."""
        for part in (made, *made.findChildren(QWidget)):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(part, last)

    def _show_text(self, field: WordingField, title: str, checklist: Checklist) -> None:
        wording = own_items.wording(self.session.plan, checklist, self.code, field.name)
        field.show_wording((f"{self.code} {field.name}", self.language), title, wording)

    def _say_written(self, home: str) -> None:
        here = self.language == home
        said = ""
        if home and here:
            said = t("This own item was written in this language. Choose another one to translate it.")
        elif home:
            said = t("This own item was written in {language}; here it is translated.", language=language_name(home))
        elif self.language not in self.checklist.shipped_in:
            said = t("Translate the texts here. What is left blank is shown in English.")
        elif self._writable:
            said = t("Change any text. The original stays beside it, and answers stay with the item.")
        self._written.setText(said)
        self._written.setVisible(bool(said))

    def refresh(self, change: PlanChange | None) -> None:
        """Show what the plan holds now in the parts that follow records."""
        if self.record is not None and self.record.isVisible():
            self.record.refresh(change)
        for box in self.boxes:
            if not box.isHidden():
                box.refresh(change)

    def retranslate(self) -> None:
        self._actions_title.setText(t("Suggested actions"))
        self._no_action.setText(t("No action is suggested for this item."))
        self._where_title.setText(words().word("group", "custom_item", "tags"))
        self.suggest_button.setText(words().kind("item_action", "add"))
        self.suggest_button.setIcon(icons.icon("plus"))
        self.suggest_button.setVisible(self._writable)
        self.chooser.retranslate()
        self.head.retranslate()
        if self.record is not None:
            self.record.retranslate()
        for box in self.boxes:
            box.retranslate()

    # -- writing -------------------------------------------------------------------------------------------------------

    def _on_settled(self, name: str, text: str) -> None:
        if self.code:
            puts = own_items.reword(self.session.plan, self.checklist, self.code, name, text)
            if puts:
                self.session.put(own_items.REWORD, puts, self)

    def _on_restore_wanted(self, name: str) -> None:
        puts = own_items.restore(self.session.plan, self.code, self.language, (name,))
        if puts:
            self.session.put(own_items.RESTORE, puts, self)

    def _on_keep_wanted(self, name: str) -> None:
        puts = own_items.keep(self.session.plan, self.checklist, self.code, name)
        if puts:
            self.session.put(own_items.REWORD, puts, self)

    def commit(self) -> None:
        """Put what is still being typed."""
        if not self.code:
            return
        self.head.commit()
        for field in self.texts.values():
            field.commit()
        for box in self.boxes:
            if not box.isHidden():
                box.commit()
        if self.record is not None and self.record.uid and self.record.isVisible():
            self.record.commit()

    # -- the keyboard --------------------------------------------------------------------------------------------------

    def focus_text(self, name: str) -> None:
        """Put the keyboard into a text, or a field of an own item, as soon as it is there."""
        self._focus = name
        if not self._slices.at_work:
            self._focus_now()

    def _focus_now(self) -> None:
        name, self._focus = self._focus, ""
        fields = {field.name: field for box in self.boxes if box.key for field in box.fields} | self.texts
        if name == "reason":
            self.head.reason.setFocus()
        elif name in fields:
            fields[name].field.setFocus(Qt.FocusReason.OtherFocusReason)
            if not fields[name].wording.changed and self.language == own_items.home_of(
                self.session.plan, self.code, name
            ):
                fields[name].field.selectAll()
        elif self.record is not None and name:
            self.record.focus_field(name)

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person who is in this form: the text's with the keyboard, else the item's."""
        plan, focused = self.session.plan, self.focusWidget()
        name = next(
            (field.name for field in self._shown_fields() if focused is not None and field.isAncestorOf(focused)), ""
        )
        uid = item_text_uid(plan.uid, self.code, self.language, name)
        if name and uid in plan.entries.get("item_text", {}):
            return "item_text", uid, "text"
        if name.startswith("action.") and own_items.suggestion(plan, name.split(".")[1]) is not None:
            return "item_action", name.split(".")[1], name.split(".")[2]
        own = own_items.own_item(plan, self.code)
        if own is not None:
            return "custom_item", own.uid, name if name in ITEM_TEXTS else ""
        setting = item_setting_uid(plan.uid, self.code)
        if setting in plan.entries.get("item_setting", {}):
            return "item_setting", setting, ""
        text = next((row.uid for row in plan.item_texts if row.item == self.code), "")
        return ("item_text", text, "text") if text else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the keyboard reaches comes into view, with its name and the original."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            QTimer.singleShot(0, self, self._bring_into_view)
        return super().eventFilter(watched, event)

    def _bring_into_view(self) -> None:
        widget, inner = self.focusWidget(), self.area.widget()
        if widget is None or inner is None or not inner.isAncestorOf(widget):
            return
        box: QWidget | None = widget
        while box is not None and not isinstance(box, WordingField | FieldBox):
            box = box.parentWidget()
        if box is not None:
            self.area.ensureWidgetVisible(box, 0, 8)
        self.area.ensureWidgetVisible(widget, 0, theme.current().px(24))
