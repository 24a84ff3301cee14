"""Editors of a file kept in the plan, and of an address that leads out of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.fields import FieldType, is_web_address
from mainstreamer.operations.attaching import is_program
from mainstreamer.ui import file_words, icons
from mainstreamer.ui.drops import dropped
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.tasks import Progress
from mainstreamer.ui.widgets.editors import Editor, LineEditor
from mainstreamer.ui.widgets.file_actions import ask_file, file_icon, save_copy
from mainstreamer.ui.widgets.file_drop import FileDrop
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, label


class FileEditor(Editor):
    """The file of a record: opened, copied, replaced, taken off. It is dropped here, pasted here, or chosen."""

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__(type_, session)
        self.file_button: QPushButton = _FileButton(self)
        self.save_button, self.replace_button, self.off_button = button("link"), button("link"), button("link")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.file_button)
        self._verbs = QWidget()
        verbs = FlowLayout(self._verbs, SMALL)
        for made in (self.save_button, self.replace_button, self.off_button):
            verbs.addWidget(made)
        column.addWidget(self._verbs)
        self.said: QLabel = label("note", wrap=True)
        column.addWidget(self.said)
        self.said.hide()
        self.finish(self.file_button, whole)
        self.file_button.clicked.connect(self._on_file_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.replace_button.clicked.connect(self._on_choose)
        self.off_button.clicked.connect(self._on_off_clicked)
        session.files.told.connect(self._on_told)
        session.files.progressed.connect(self._on_progressed)
        self.drop = FileDrop(whole, self.file_button)
        self.drop.dropped.connect(self._on_dropped)

    def show_value(self, value: AttachedFile | None) -> None:
        self._verbs.setVisible(value is not None)
        self._say("")
        if value is None:
            self.file_button.setText(t("Choose a file …"))
            self.file_button.setIcon(icons.icon("paperclip"))
            self.file_button.setToolTip(t("Choose a file, drop one here, or paste one (Ctrl+V)."))
        else:
            text = f"{value.name}  ·  {file_words.size_text(value.size)}"
            self.file_button.setText(text.replace("&", "&&"))
            self.file_button.setIcon(icons.icon(file_icon(value.name)))
            program = is_program(value.name)
            self.file_button.setToolTip(
                file_words.is_a_program(value.name) if program else t("Open {name}", name=value.name)
            )
        for made, said in (
            (self.save_button, t("Save a copy …")),
            (self.replace_button, t("Replace …")),
            (self.off_button, t("Take off")),
        ):
            made.setText(said)
            made.setAccessibleName(f"{said} {value.name if value is not None else ''}".strip())
        self._describe()

    def set_problem(self, reason: str) -> None:
        super().set_problem(reason)
        if not reason:
            self._describe()

    def set_words(self, name: str, description: str = "") -> None:
        super().set_words(name, description)
        self._describe()

    def _describe(self) -> None:
        """Say which file it is, besides the field's name."""
        self.file_button.setAccessibleDescription(f"{self.file_button.text()}. {self._description}".strip())

    def retranslate(self) -> None:
        super().retranslate()
        self.show_value(self._value)

    def paste(self) -> bool:
        """Take the first file on the clipboard; False when there is none."""
        files, _pages = dropped(QGuiApplication.clipboard().mimeData())
        if files:
            self._take(files)
        return bool(files)

    def _take(self, files: list[Any]) -> None:
        kind, uid, field = self.place
        if len(files) > 1:
            self._say(
                t("A record has one file. Drop several files onto the table, and each becomes evidence of its own.")
            )
        elif self.session.plan.find(kind, uid) is not None:
            self.session.files.set_file(kind, uid, field, files[0], self)

    def _on_dropped(self, files: list[Any], _pages: list[str], _at: QPoint) -> None:
        if files:
            self._take(files)

    def _on_file_clicked(self) -> None:
        if self._value is None:
            self._on_choose()
        else:
            self.session.files.open(self._value, self)

    def _on_choose(self) -> None:
        path = ask_file(self)
        if path is not None:
            self._take([path])

    def _on_save_clicked(self) -> None:
        if self._value is not None:
            save_copy(self.session, self._value, self)

    def _on_off_clicked(self) -> None:
        self.take(None)
        self.show_value(self._value)
        self.file_button.setFocus()

    def _on_told(self, origin: object, text: str, _undo: bool) -> None:
        if origin is self:
            self._say(text)

    def _on_progressed(self, origin: object, text: str) -> None:
        if origin is self and text:
            self._say(text)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))


class _FileButton(QPushButton):
    """The name of the file; Delete takes it off, Ctrl+V pastes another."""

    def __init__(self, editor: FileEditor) -> None:
        super().__init__()
        self._editor = editor
        self.setAutoDefault(False)
        self.setProperty("look", "field")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._editor.paste():
            return
        if event.key() == Qt.Key.Key_Delete and self._editor.value() is not None:
            self._editor.off_button.click()
            return
        super().keyPressEvent(event)


class AddressEditor(LineEditor):
    """A web address or the path of a linked file, with a way to go there."""

    def lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.open_button: QPushButton = button()
        self.open_button.clicked.connect(self._on_open_clicked)
        row.addWidget(self.line, 1)
        row.addWidget(self.open_button)
        column.addLayout(row)
        self.said: QLabel = label("note", wrap=True)
        self.said.hide()
        column.addWidget(self.said)
        self.finish(self.line, whole)
        self.session.files.told.connect(self._on_told)
        self.drop = FileDrop(whole, self.line)
        self.drop.dropped.connect(self._on_dropped)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self.line.setPlaceholderText(t("https://… or the path of a file"))
        self.open_button.setText(t("Open"))
        self.open_button.setEnabled(bool(value))
        self.open_button.setAccessibleName(t("Open the link"))
        self._say("")
        if value and not is_web_address(value):
            self._look(value)

    def take(self, value: Any) -> None:
        super().take(value)
        self.open_button.setEnabled(bool(value))

    def _look(self, address: str) -> None:
        """Say when the linked file is not there; a worker looks, since the drive may be far away."""
        path = self.session.files.linked_path(address)

        def work(_progress: Progress) -> tuple[bool, bytes]:
            try:
                return path.exists(), address.encode()
            except OSError:
                return False, address.encode()

        self.session.files.ask_disk(work, self._on_looked)

    def _on_looked(self, found: tuple[bool, bytes]) -> None:
        there, address = found
        if not there and address.decode() == self._value:
            self._say(file_words.link_is_gone(str(self.session.files.linked_path(self._value))))

    def _on_dropped(self, files: list[Any], pages: list[str], _at: QPoint) -> None:
        self.take(pages[0] if pages else str(files[0]))
        self.show_value(self._value)

    def _on_open_clicked(self) -> None:
        self.commit()
        if self._value:
            self.session.files.open_address(self._value, self)

    def _on_told(self, origin: object, text: str, _undo: bool) -> None:
        if origin is self:
            self._say(text)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
