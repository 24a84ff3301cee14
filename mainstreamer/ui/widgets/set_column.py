"""Sets one field of all records selected at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.fields import NumberTable
from mainstreamer.domain.kinds import KINDS
from mainstreamer.ui import theme
from mainstreamer.ui.changes import shortened
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.reading import shown
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.editors import Editor
from mainstreamer.ui.widgets.field_grid import make_editor
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.form_field import FormField, StillCombo
from mainstreamer.ui.widgets.labels import button, label

LONGEST = 80
"""Characters of a value that the rows hold."""
SEVERAL = object()
"""Stands for values that differ."""


class SetColumn(QWidget):
    """A field to choose, an editor that fits it, and a button, which waits for a value. Nothing is put before it is pressed;
    a blank has a button of its own, so that nobody empties rows by a value not chosen."""

    wanted = Signal(str, object)
    """A field, and the value that all records are to have in it."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__()
        self._session, self.kind = session, kind
        self._uids: tuple[str, ...] = ()
        self._spoken = ""
        self.combo = StillCombo()
        self.combo.setMaxVisibleItems(20)
        self.combo.set_letters(18)
        self.combo.currentIndexChanged.connect(self._on_field_chosen)
        self._field = FormField(self.combo)
        self.editor: Editor | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(SMALL)
        self._name = label("fieldname")
        self._state = label("note", wrap=True)
        self._place.addWidget(self._name)
        self._place.addWidget(self._state)
        self.set_button = button("primary")
        self.set_button.clicked.connect(self._on_set_clicked)
        self.blank_button = button("link")
        self.blank_button.clicked.connect(self._on_blank_clicked)
        row = QHBoxLayout()
        row.setSpacing(WIDE_GAP)
        row.addWidget(self._field, 2)
        row.addLayout(self._place, 3)
        foot = FlowLayout(None, GAP, centred=True)
        foot.addWidget(self.set_button)
        foot.addWidget(self.blank_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addLayout(foot)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(200), super().minimumSizeHint().height())

    @property
    def field(self) -> str:
        """The field chosen."""
        return str(self.combo.currentData() or "")

    def show_records(self, uids: Sequence[str], field: str) -> None:
        """Offer to set a field of these records; `field` is the one to begin with."""
        self._uids = tuple(uids)
        self._fill()
        row = self.combo.findData(field)
        self.combo.setCurrentIndex(row if row >= 0 else max(0, self.combo.currentIndex()))
        self._show_field()

    def _fill(self) -> None:
        if self._spoken == words().code:
            return
        self._spoken, kept = words().code, self.field
        self.combo.blockSignals(True)
        self.combo.clear()
        # A code names one record; a table of figures has a page of its own.
        fields = KINDS[self.kind].fields
        for name, spec in fields.items():
            if name != "code" and not isinstance(spec.type, NumberTable | Attachment):
                self.combo.addItem(words().field(self.kind, name), name)
        self.combo.setCurrentIndex(max(0, self.combo.findData(kept)))
        self.combo.blockSignals(False)

    def _on_field_chosen(self, _row: int) -> None:
        self._show_field()

    def _common(self) -> object:
        """The value that all records have in the field; SEVERAL where they differ."""
        plan, kind, field = self._session.plan, self.kind, self.field
        first = plan.value(kind, self._uids[0], field)
        same = all(plan.value(kind, uid, field) == first for uid in self._uids)
        return first if same else SEVERAL

    def _show_field(self) -> None:
        """Show an editor for the field, with the value that the records share."""
        if not self.field:
            return
        type_ = KINDS[self.kind].fields[self.field].type
        if self.editor is None or self.editor.type != type_ or self.editor.property("field") != self.field:
            if self.editor is not None:
                self._place.removeWidget(self.editor)
                self.editor.hide()
                self.editor.deleteLater()
            self.editor = make_editor(type_, self._session)
            self.editor.setProperty("field", self.field)
            self._place.insertWidget(1, self.editor)
            self._follow(self.editor)
        label_ = words().field(self.kind, self.field)
        self._field.set_words(t("Column to set"))
        self._name.setText(t("New value"))
        self._name.setBuddy(self.editor.control)
        self.editor.set_words(t("New value: {field}", field=label_), words().help(self.kind, self.field))
        common = self._common()
        self.editor.set_value(type_.blank if common is SEVERAL else common)
        if common is SEVERAL:
            self._state.setText(t("The rows hold different values now."))
        elif type_.is_blank(common):
            self._state.setText(t("The field is blank in all of these rows."))
        else:
            held = shortened(shown(self._session.plan, type_, common), LONGEST)
            self._state.setText(t("All of these rows hold “{value}” now.", value=held))
        self.set_button.setText(n("Set in {n} row", "Set in {n} rows", len(self._uids)))
        self.blank_button.setText(n("Make blank in {n} row", "Make blank in {n} rows", len(self._uids)))
        if self.set_button.hasFocus() or self.blank_button.hasFocus():
            # A button that is turned off would hand the keyboard to the next one.
            self.editor.focus()
        self.set_button.setEnabled(False)
        self.blank_button.setEnabled(self._session.document.writable)
        self.blank_button.setVisible(common is SEVERAL or not type_.is_blank(common))
        QWidget.setTabOrder(self.combo, self.editor)
        QWidget.setTabOrder(self.editor, self.set_button)
        QWidget.setTabOrder(self.set_button, self.blank_button)

    def _follow(self, editor: Editor) -> None:
        """Turn the button on once a person chose or typed a value."""
        editor.changed.connect(self._on_value_given)
        for line in editor.findChildren(QLineEdit):
            line.textEdited.connect(self._on_value_given)
        for text in editor.findChildren(QPlainTextEdit):
            text.textChanged.connect(partial(self._on_text_changed, text))
        for combo in editor.findChildren(QComboBox):
            if not combo.isEditable():
                combo.activated.connect(self._on_picked)

    def _on_value_given(self, value: object) -> None:
        """Something was typed or settled; a blank counts only where the rows share a value, which it then takes off."""
        if isinstance(value, str):
            value = value.strip()
        given = value not in ("", None, ()) or self._common() is not SEVERAL
        self.set_button.setEnabled(given and self._session.document.writable)

    def _on_text_changed(self, text: QPlainTextEdit) -> None:
        self._on_value_given(text.toPlainText())

    def _on_picked(self, _row: int) -> None:
        """An entry of a list was picked: the blank one is a choice too."""
        self.set_button.setEnabled(self._session.document.writable)

    def _on_blank_clicked(self) -> None:
        self.wanted.emit(self.field, KINDS[self.kind].fields[self.field].type.blank)

    def _on_set_clicked(self) -> None:
        if self.editor is None:
            return
        self.editor.commit()
        if self.editor.problem():
            self.editor.focus()
        else:
            self.wanted.emit(self.field, self.editor.value())

    def refresh(self) -> None:
        """Show the plan as it is now."""
        if self._uids:
            self._show_field()

    def retranslate(self) -> None:
        if self._uids:
            self._fill()
            self._show_field()
