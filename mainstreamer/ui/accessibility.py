"""Roles for widgets of our own: what a screen reader calls a thing that Qt only knows as a widget.

A class says `accessible_role`; its name and description are those of the widget.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken


class _Made:
    installed = False
    handed_over: list[QAccessibleInterface] = []  # noqa: RUF012


def install() -> None:
    """Let Qt ask for roles. Once for the program."""
    if not _Made.installed:
        _Made.installed = True
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    made = QAccessibleWidget(thing, role)
    # Qt owns the interface and deletes it with the widget; Python must hold it until it is handed over, and forget it then.
    if not _Made.handed_over:
        QTimer.singleShot(0, _let_go)
    _Made.handed_over.append(made)
    return made


def _let_go() -> None:
    for made in _Made.handed_over:
        Shiboken.invalidate(made)
    _Made.handed_over.clear()
