"""Tells people what went wrong: foreseen errors calmly, bugs with a report that can be passed on."""

from __future__ import annotations

import platform
import traceback as tracebacks
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from mainstreamer import __version__
from mainstreamer.errors import MainstreamerError
from mainstreamer.language.sentences import error_sentence
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.labels import button, label

MOST_REPORTS = 5
"""Bugs shown in one report; a fault in painting may come a hundred times a second."""


def show_error(parent: QWidget | None, error: MainstreamerError) -> ErrorDialog:
    """Show what happened, what is safe and what to do. Returns at once; the dialog goes away by itself when closed."""
    dialog = ErrorDialog(error, parent)
    dialog.open()
    return dialog


def unexpected(
    parent: QWidget | None, type_: type[BaseException], value: BaseException | None, trace: TracebackType | None
) -> UnexpectedDialog:
    """Show that there is a bug. While one such dialog is open, further bugs join its report."""
    report = "".join(tracebacks.format_exception(type_, value, trace)).strip()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, UnexpectedDialog) and widget.isVisible():
            widget.add(report)
            return widget
    dialog = UnexpectedDialog(report, parent)
    dialog.open()
    return dialog


class _Message(FittingDialog):
    """Sentences one below the other; goes away by itself when closed."""

    def __init__(self, parent: QWidget | None, width: int) -> None:
        super().__init__(width, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _sentence(self, look: str = "") -> QLabel:
        made = label(look, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.content.addWidget(made)
        return made


class ErrorDialog(_Message):
    """One foreseen error. The details line (code and cause) is for whoever is asked for help."""

    def __init__(self, error: MainstreamerError, parent: QWidget | None = None) -> None:
        super().__init__(parent, 480)
        self._error = error
        self.happened, self.safe, self.todo = self._sentence("heading"), self._sentence(), self._sentence()
        self.details = self._sentence("note")
        self.copy_button, self.close_button = button(), button("primary")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.accept)
        self.add_buttons(self.copy_button, self.close_button)
        self.close_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        sentence = error_sentence(words(), self._error)
        self.setWindowTitle("Mainstreamer")
        self.happened.setText(sentence.happened)
        self.safe.setText(sentence.safe)
        self.todo.setText(sentence.todo)
        self.details.setText(t("Details: {details}", details=self._details()))
        self.copy_button.setText(t("Copy the details"))
        self.close_button.setText(t("Close"))
        self.setAccessibleName(sentence.happened)
        self.setAccessibleDescription(f"{sentence.safe} {sentence.todo}")

    def _details(self) -> str:
        """Code and cause, never the refused value: that is a word of the plan."""
        parts = [self._error.code]
        parts += [str(self._error.details[name]) for name in ("path", "folder", "cause") if name in self._error.details]
        return " · ".join(part for part in parts if part)

    def _on_copy_clicked(self) -> None:
        told = (self.happened.text(), self.safe.text(), self.todo.text(), self.details.text(), _surroundings())
        QGuiApplication.clipboard().setText("\n".join(told))
        self.copy_button.setText(t("Copied"))


class UnexpectedDialog(_Message):
    """A bug: what it is, that the work is safe, and the report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, 560)
        self._reports = [report]
        self._count = 1
        self.heading, self.text = self._sentence("heading"), self._sentence()
        self.count = self._sentence("note")
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(theme.current().px(140))
        self.content.addWidget(self.report)
        self.hint = self._sentence("note")
        self.copy_button, self.go_on_button = button(), button("primary")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.go_on_button.clicked.connect(self.accept)
        self.add_buttons(self.copy_button, self.go_on_button)
        self.go_on_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.setWindowTitle("Mainstreamer")
        self.heading.setText(t("Mainstreamer made a mistake"))
        self.text.setText(
            t(
                "Everything up to the last “saved” is in the file. You can go on; look first whether your last entry is there."
            )
        )
        self.hint.setText(
            t("The report names files on this computer and may hold a word of the plan: read it before you send it.")
        )
        self.report.setAccessibleName(t("Report of the mistake"))
        self.copy_button.setText(t("Copy the report"))
        self.go_on_button.setText(t("Continue"))
        self.setAccessibleName(self.heading.text())
        self._show_reports()

    def add(self, report: str) -> None:
        """One more bug while this dialog is open."""
        self._count += 1
        if report not in self._reports and len(self._reports) < MOST_REPORTS:
            self._reports.append(report)
        self._show_reports()

    def _show_reports(self) -> None:
        self.report.setPlainText("\n\n".join((_surroundings(), *self._reports)))
        self.count.setText(n("It happened {n} time.", "It happened {n} times.", self._count))
        self.count.setVisible(self._count > 1)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(t("Copied"))


def _surroundings() -> str:
    """Versions that matter to whoever looks for the cause."""
    system = f"{platform.system()} {platform.release()}"
    return f"Mainstreamer {__version__} · Qt {qVersion()} · Python {platform.python_version()} · {system}"
