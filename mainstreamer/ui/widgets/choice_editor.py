"""Editors for codes of lists, short scales, and yes or no."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractProxyModel, QEvent, QObject, QPoint, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.fields import Choice, FieldType, ManyChoices, Scale
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.editors import Editor
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.search_combo import SearchCombo

LONG = 14
"""From so many codes on, a list is searched by typing."""
BLANK = "–"


def codes_of(choices: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of a list; those of the long lists are the ones that have names."""
    if offered:
        return offered
    return tuple(words().section(choices))


class FieldCombo(SearchCombo):
    """A searched list that tells when a person has settled: picked, pressed Enter, or left."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entered = self._watches = False
        self._note: QLabel | None = None
        self.activated.connect(self._on_settled)
        completer = self.completer()
        if completer is not None:
            completer.activated.connect(self._on_settled)
        self.line.returnPressed.connect(self._on_entered)

    @property
    def line(self) -> QLineEdit:
        """Where a person types."""
        return cast(QLineEdit, self.lineEdit())

    def _on_settled(self, *_: object) -> None:
        self.settled.emit()

    def _on_entered(self) -> None:
        self._entered = True
        self.settled.emit()
        self._entered = False

    def asks_which(self, note: QLabel | None = None) -> int:
        """After Enter on a part of several names: opens the list of them, the first one highlighted, which Enter takes.
        How many they are; 0 when there is nothing to ask. `note` stands below the field and is not covered by the list."""
        found = len(self.matching()) if self._entered else 0
        if found < 2:
            return 0
        self._note = note
        # The list that was open while typing closes on Enter; the new one follows it.
        QTimer.singleShot(0, self, self.open_matches)
        return found

    def open_matches(self) -> None:
        """Open the list of names that hold what was typed, the first one highlighted."""
        completer = self.completer()
        if completer is None or not self.matching():
            return
        popup = cast(QAbstractItemView, completer.popup())
        if not self._watches:
            self._watches = True
            popup.installEventFilter(self)
        completer.setCompletionPrefix(self.text())
        completer.complete(QRect(0, 0, self.width(), self.height() + self._below()))
        # Highlighting would put the name into the line; what was typed stays until Enter.
        with QSignalBlocker(completer):
            popup.setCurrentIndex(completer.completionModel().index(0, 0))

    def _below(self) -> int:
        """Pixels that the note below the field takes, or will take once the form has made room for it."""
        if self._note is None:
            return 0
        drawn = self._note.geometry().bottom() - self.geometry().bottom()
        return max(self._note.heightForWidth(self.width()), drawn) + 4

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the highlighted name."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        completer = self.completer()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            popup = None if completer is None else completer.popup()
            if completer is not None and popup is not None and watched is popup and popup.currentIndex().isValid():
                offered = cast(QAbstractProxyModel, completer.completionModel())
                row = offered.mapToSource(popup.currentIndex()).row()
                popup.hide()
                self._take_row(row)
                return True
        return super().eventFilter(watched, event)

    def _take_row(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.line.setText(self.itemText(row))
        self.line.setCursorPosition(0)
        self.activated.emit(row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()


class SearchedEditor(Editor):
    """What is found by typing a part of its name."""

    combo: FieldCombo

    def ask_which(self) -> bool:
        """Where several names hold what was typed and entered, offer them instead of refusing it; whether they are offered."""
        found = self.combo.asks_which(self._problem)
        if found:
            self.set_note(
                n(
                    "{n} name holds this. Enter takes the highlighted one.",
                    "{n} names hold this. Arrows move, Enter takes the highlighted one.",
                    found,
                )
            )
        return found > 0


class LongChoiceEditor(SearchedEditor):
    """One code of a long list such as countries, found by typing part of its name."""

    def __init__(self, type_: Choice, session: Session) -> None:
        super().__init__(type_, session)
        self._choices = type_.choices
        self.combo = FieldCombo()
        self.combo.settled.connect(self.commit)
        self._spoken = ""
        self.finish(self.combo)
        self._fill()

    def _fill(self) -> None:
        if self._spoken != words().code:
            self._spoken = words().code
            codes = codes_of(self._choices, cast(Choice, self.type).codes)
            self.combo.set_choices((code, words().choice(self._choices, code)) for code in codes)

    def show_value(self, value: str) -> None:
        self._fill()
        self.combo.set_code(value)
        if value and not self.combo.code():
            self.combo.line.setText(words().choice(self._choices, value))

    def commit(self) -> None:
        text = self.combo.text()
        if text == words().choice(self._choices, self._value):
            self.set_problem("")
        elif self.take_text(text):
            self.show_value(self._value)
        else:
            self.ask_which()


class ChoiceEditor(Editor):
    """One code of a short list, or none."""

    def __init__(self, type_: Choice, session: Session) -> None:
        super().__init__(type_, session)
        self._choices = type_.choices
        self.combo = StillCombo()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setMaxVisibleItems(LONG + 2)
        self.combo.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        self._spoken = ""
        self.combo.activated.connect(self._on_activated)
        self.finish(self.combo)
        self._fill()

    def _fill(self) -> None:
        if self._spoken == words().code:
            return
        self._spoken = words().code
        self.combo.clear()
        self.combo.addItem(BLANK, "")
        for code in codes_of(self._choices, cast(Choice, self.type).codes):
            self.combo.addItem(words().choice(self._choices, code), code)

    def show_value(self, value: str) -> None:
        self._fill()
        row = self.combo.findData(value)
        if row < 0:
            self.combo.addItem(words().choice(self._choices, value), value)
            row = self.combo.count() - 1
        self.combo.setCurrentIndex(row)

    def _on_activated(self, row: int) -> None:
        self.take(str(self.combo.itemData(row)))


class ManyChoicesEditor(Editor):
    """Several codes of a list: a button that names them and opens a list to tick."""

    def __init__(self, type_: ManyChoices, session: Session) -> None:
        super().__init__(type_, session)
        self._choices = type_.choices
        self.button = button("field")
        self.button.clicked.connect(self._on_clicked)
        self._words = label("note", wrap=True)
        self._popup: CheckList | None = None
        self.finish(self.button)
        self.column.addWidget(self._words)
        self.show_value(())

    def show_value(self, value: tuple[str, ...]) -> None:
        names = [words().choice(self._choices, code) for code in value]
        self.button.setText(n("{n} chosen", "{n} chosen", len(names)) if names else t("Choose"))
        self._words.setText("; ".join(names))
        self._words.setVisible(bool(names))
        self.button.setAccessibleDescription(self._words.text() or self._description)

    def _on_clicked(self) -> None:
        codes = codes_of(self._choices, cast(ManyChoices, self.type).codes)
        names = {code: words().choice(self._choices, code) for code in (*codes, *self._value)}
        if not cast(ManyChoices, self.type).codes:
            names = dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))
        self._popup = CheckList(names, self._value, self)
        self._popup.ticked.connect(self._on_ticked)
        self._popup.show_below(self.button)

    def _on_ticked(self, codes: tuple[str, ...]) -> None:
        self.take(codes)
        self.show_value(codes)


class CheckList(QFrame):
    """A list to tick, with a line to search it when it is long. Closes on Escape, Enter, or a click elsewhere."""

    ticked = Signal(tuple)

    def __init__(self, names: dict[str, str], chosen: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.look(self, "card")
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Search the list"))
        self.search.setAccessibleName(t("Search the list"))
        self.search.setVisible(len(names) > LONG)
        self.search.textChanged.connect(self._on_search_changed)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(t("Choose"))
        for code, name in names.items():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list)
        rows = min(len(names), LONG)
        self.list.setFixedHeight(rows * (self.list.sizeHintForRow(0) + 1) + 16)

    def show_below(self, widget: QWidget) -> None:
        """Open under a widget, inside the screen."""
        self.setMinimumWidth(max(widget.width(), theme.current().px(320)))
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        space = widget.screen().availableGeometry()
        if place.y() + self.height() > space.bottom():
            place.setY(max(space.top(), widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        place.setX(max(space.left(), min(place.x(), space.right() - self.width())))
        self.move(place)
        self.show()
        (self.list if self.search.isHidden() else self.search).setFocus()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        rows = (self.list.item(row) for row in range(self.list.count()))
        self.ticked.emit(
            tuple(
                str(item.data(Qt.ItemDataRole.UserRole)) for item in rows if item.checkState() == Qt.CheckState.Checked
            )
        )

    def _on_search_changed(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self.list.count()):
            self.list.item(row).setHidden(wanted not in self.list.item(row).text().casefold())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
                if shown:
                    self.list.setCurrentRow(shown[0])
                    self.list.setFocus()
                return True
        return super().eventFilter(watched, event)


class Segments(QWidget):
    """A row of buttons of which one or none is pressed. One stop of the Tab key; arrows move the choice, Delete clears it."""

    chosen = Signal(object)

    def __init__(self, values: tuple[Any, ...]) -> None:
        super().__init__()
        self._values = values
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.before, self.after = label("note"), label("note")
        self.before.setContentsMargins(0, 0, 4, 0)
        self.before.hide()
        row.addWidget(self.before)
        for place in range(len(values)):
            made = button()
            made.setCheckable(True)
            made.setProperty("segment", "first" if place == 0 else "last" if place == len(values) - 1 else "middle")
            made.clicked.connect(self._on_clicked)
            made.installEventFilter(self)
            self.buttons.append(made)
            row.addWidget(made)
        row.addSpacing(4)
        row.addWidget(self.after)
        row.addStretch(1)
        self.show_choice(None)

    def set_texts(self, texts: list[str], names: list[str]) -> None:
        """What stands on the buttons, and what a screen reader says of each."""
        for made, text, name in zip(self.buttons, texts, names, strict=True):
            made.setText(text)
            made.setAccessibleName(name)
            made.setToolTip(name if name != text else "")

    def show_choice(self, value: Any) -> None:
        pressed = [known is value or (value is not None and known == value) for known in self._values]
        stop = pressed.index(True) if True in pressed else 0
        for place, made in enumerate(self.buttons):
            made.setChecked(pressed[place])
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

    def _on_clicked(self) -> None:
        place = self.buttons.index(cast(QPushButton, self.sender()))
        self.chosen.emit(self._values[place] if self.buttons[place].isChecked() else None)

    def _choose(self, place: int) -> None:
        place = max(0, min(place, len(self.buttons) - 1))
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(self._values[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched not in self.buttons:
            return super().eventFilter(watched, event)
        place = self.buttons.index(watched)
        back = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Left
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose(place + (-1 if event.key() == back else 1))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(None)
        elif event.text().isdecimal() and any(made.text() == event.text() for made in self.buttons):
            self._choose([made.text() for made in self.buttons].index(event.text()))
        else:
            return super().eventFilter(watched, event)
        return True


class SegmentEditor(Editor):
    """A short scale, or yes and no. Pressing the chosen button again clears it."""

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__(type_, session)
        scale = isinstance(type_, Scale)
        self._values: tuple[Any, ...] = (
            tuple(range(type_.least, type_.most + 1)) if isinstance(type_, Scale) else (True, False)
        )
        self._is_scale = scale
        self._name = ""
        self.segments = Segments(self._values)
        self.segments.chosen.connect(self._on_chosen)
        self.finish(self.segments)
        self._say()

    def _say(self) -> None:
        if self._is_scale:
            texts = [str(value) for value in self._values]
            self.segments.before.setText(t("low"))
            self.segments.before.show()
            self.segments.after.setText(t("high"))
            names = [f"{self._name} {text}".strip() for text in texts]
        else:
            texts = [words().choice("yes_no", "yes"), words().choice("yes_no", "no")]
            names = [f"{self._name}: {text}" if self._name else text for text in texts]
        self.segments.set_texts(texts, names)

    def set_words(self, name: str, description: str = "") -> None:
        super().set_words(name, description)
        self._name = name
        self._say()

    def show_value(self, value: Any) -> None:
        self._say()
        self.segments.show_choice(value)
        if not self._is_scale:
            self.segments.after.setText(t("not said") if value is None else "")

    def _on_chosen(self, value: Any) -> None:
        self.take(value)
        self.show_value(value)

    def focus(self) -> None:
        proxy = self.segments.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)
