"""The list of plans opened lately: what each is called, its file and folder, day of the last change, or that it is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mainstreamer.settings import PlanName
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.plan_names import whole_name

ROW = 56
"""Height of a plan in the list, in pixels at 100 %."""
RECENT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Recent:
    """One plan of the list. Until the file system was asked (`looked`), nobody knows whether the file is there."""

    path: str
    name: str
    folder: str
    called: PlanName | None = None
    looked: bool = False
    changed: date | None = None

    @property
    def missing(self) -> bool:
        return self.looked and self.changed is None

    @property
    def title(self) -> str:
        """What the plan is called, as far as it is known; else the name of its file."""
        return (whole_name(self.called) if self.called else "") or self.name

    @property
    def place(self) -> str:
        """Where the plan is: its folder, and its file where the title does not name it."""
        return self.folder if self.title == self.name else f"{Path(self.path).name} · {self.folder}"


def recent(path: str) -> Recent:
    """What the path alone says of a plan."""
    place = Path(path)
    return Recent(path, place.stem, _short_folder(place.parent))


def last_changes(paths: Sequence[str]) -> dict[str, date | None]:
    """The day on which each file was changed last, None where it is not there. The files are not opened."""
    found: dict[str, date | None] = {}
    for path in paths:
        try:
            found[path] = datetime.fromtimestamp(Path(path).stat().st_mtime, UTC).astimezone().date()
        except (OSError, ValueError, OverflowError):  # also a path that no system can have, and a date before all dates
            found[path] = None
    return found


class Look:
    """Asks for the last changes beside the window, since a lost network drive lets one wait for half a minute.

    The thread touches nothing of Qt and ends with the program, however long the drive takes; who waits looks at `found`.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.found: dict[str, date | None] | None = None
        self._paths = tuple(paths)
        threading.Thread(target=self._run, name="recent plans", daemon=True).start()

    def _run(self) -> None:
        self.found = last_changes(self._paths)


def _short_folder(folder: Path) -> str:
    """The folder as people know it: `~` for their own."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)


class RecentList(QListWidget):
    """Arrow keys move, Enter or a double click opens, Delete takes a plan off the list."""

    open_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RecentDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        theme.look(self, "recent")
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.itemDoubleClicked.connect(self._on_item_double_clicked)

    def sizeHint(self) -> QSize:
        """As high as its plans."""
        return QSize(super().sizeHint().width(), theme.current().px(ROW) * self.count() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for three plans; more scroll."""
        return QSize(super().minimumSizeHint().width(), theme.current().px(ROW) * min(3, self.count()) + 2)

    def set_recent(self, paths: Iterable[str], names: Iterable[PlanName] = ()) -> None:
        """Show these plans, by their names as far as they are known, and keep the place where it was."""
        row = max(0, self.currentRow())
        known = {plan.path: plan for plan in self.plans()}
        called = {name.path: name for name in names}
        self.clear()
        for path in paths:
            plan = replace(known.get(path) or recent(path), called=called.get(path))
            item = QListWidgetItem()
            item.setData(RECENT, plan)
            self.addItem(item)
        self.retranslate()
        self.updateGeometry()
        if self.count():
            self.setCurrentRow(min(row, self.count() - 1))

    def set_changes(self, changes: Mapping[str, date | None]) -> None:
        """Show what the file system said."""
        for row in range(self.count()):
            plan = _plan_of(self.item(row))
            if plan.path in changes:
                self.item(row).setData(RECENT, replace(plan, looked=True, changed=changes[plan.path]))
        self.retranslate()

    def plans(self) -> list[Recent]:
        """The plans in the order shown."""
        return [_plan_of(self.item(row)) for row in range(self.count())]

    def retranslate(self) -> None:
        self.setAccessibleName(t("Recent plans"))
        for row in range(self.count()):
            item = self.item(row)
            plan = _plan_of(item)
            item.setText(plan.title)
            spoken = ", ".join(part for part in (plan.title, plan.place, state_of(plan)) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip("\n".join(dict.fromkeys((plan.title, plan.path))))
        self.viewport().update()

    def current(self) -> Recent | None:
        """The plan that the cursor is on."""
        item = self.currentItem()
        return None if item is None else _plan_of(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plan = self.current()
        if plan is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(plan.path)
        elif plan is not None and event.key() == Qt.Key.Key_Delete:
            self.forget_wanted.emit(plan.path)
        else:
            super().keyPressEvent(event)

    def _on_item_double_clicked(self, item: QListWidgetItem) -> None:
        self.open_wanted.emit(_plan_of(item).path)


def _plan_of(item: QListWidgetItem) -> Recent:
    found: Recent = item.data(RECENT)
    return found


def state_of(plan: Recent) -> str:
    """When the plan was changed last, or that it is not there."""
    if plan.missing:
        return t("not found")
    if plan.changed is None:
        return ""
    return t("changed {date}", date=words().date(plan.changed))


class _RecentDelegate(QStyledItemDelegate):
    """Two lines, and a word at the end of the second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.current().px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        plan: Recent = index.data(RECENT)
        look = theme.current()
        known = cast(Any, option)  # the type stubs leave these attributes out
        rect, state = QRect(known.rect), known.state
        painter.save()
        self._ground(painter, rect, state)
        inner = rect.adjusted(16, look.px(8), -16, -look.px(8))
        painter.setFont(_font(12))
        painter.setPen(look.colour("warning" if plan.missing else "muted"))
        word = state_of(plan)
        right = painter.fontMetrics().horizontalAdvance(word)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = upper.translated(0, upper.height())
        painter.drawText(lower, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, word)
        painter.setPen(look.colour("muted"))
        _line(painter, lower.adjusted(0, 0, -right - look.px(16), 0), plan.place, Qt.TextElideMode.ElideMiddle)
        painter.setFont(_font(14, QFont.Weight.DemiBold))
        painter.setPen(look.colour("muted" if plan.missing else "ink"))
        _line(painter, upper, plan.title, Qt.TextElideMode.ElideRight)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        look = theme.current()
        view = self.parent()
        focused = isinstance(view, QWidget) and view.hasFocus()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_Selected and focused:
            pen = painter.pen()
            pen.setColor(look.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setPixelSize(theme.current().px(pixels))
    font.setWeight(weight)
    return font


def _line(painter: QPainter, rect: QRect, text: str, elide: Qt.TextElideMode) -> None:
    """One line of text that is cut where it does not fit."""
    cut = painter.fontMetrics().elidedText(text, elide, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, cut)
