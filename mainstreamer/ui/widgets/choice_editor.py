"""Editors for codes of lists: one of a long list, one of a short list, several."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from mainstreamer.domain.fields import Choice, ManyChoices, Month
from mainstreamer.domain.plan import code_order
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.check_list import LONG, CheckList
from mainstreamer.ui.widgets.editors import Editor
from mainstreamer.ui.widgets.field_combo import FieldCombo, SearchedEditor
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.list_button import ListButton

BLANK = "–"


def codes_of(choices: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of a list; those of the long lists are the ones that have names."""
    if offered:
        return offered
    return tuple(words().section(choices))


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
        self.combo.set_letters(8)
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


class MonthEditor(Editor):
    """A month by its name; the plan holds its number."""

    def __init__(self, type_: Month, session: Session) -> None:
        super().__init__(type_, session)
        self.combo = StillCombo()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setMaxVisibleItems(type_.most + 1)
        self.combo.set_letters(8)
        self._spoken = ""
        self.combo.activated.connect(self._on_activated)
        self.finish(self.combo)

    def show_value(self, value: int | None) -> None:
        months = range(cast(Month, self.type).least, cast(Month, self.type).most + 1)
        if self._spoken != words().code:
            self._spoken = words().code
            self.combo.clear()
            self.combo.addItem(BLANK, None)
            for month in months:
                self.combo.addItem(words().choice("month", str(month)), month)
        self.combo.setCurrentIndex(value if value is not None and value in months else 0)

    def _on_activated(self, row: int) -> None:
        self.take(self.combo.itemData(row))


class ManyChoicesEditor(Editor):
    """Several codes of a list: a button that names them and opens a list to tick."""

    def __init__(self, type_: ManyChoices, session: Session) -> None:
        super().__init__(type_, session)
        self._choices = type_.choices
        self.button = ListButton()
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
            names = dict(sorted(names.items(), key=lambda pair: code_order(pair[1].casefold())))
        self._popup = CheckList(names, self._value, self)
        self._popup.ticked.connect(self._on_ticked)
        self._popup.show_below(self.button)

    def _on_ticked(self, codes: tuple[str, ...]) -> None:
        self.take(codes)
        self.show_value(codes)
