"""All shortcuts on one sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.commands import CommandTable
from mainstreamer.ui.i18n import t
from mainstreamer.ui.shortcuts import TABLE, group_title
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.labels import button, frame, label

WIDTHS = {1: 440, 2: 820, 3: 1140}
"""Pixels at 100 % by the number of columns."""


@dataclass(frozen=True)
class SheetLine:
    """Keys and what they do; those of a range are shown as first – last."""

    keys: tuple[str, ...]
    title: str
    is_range: bool = False


@dataclass(frozen=True)
class SheetGroup:
    """Lines under one heading."""

    title: str
    lines: tuple[SheetLine, ...]


def sheet(commands: CommandTable) -> list[SheetGroup]:
    """The content of the sheet: commands first, then the keys of each place."""
    everywhere: dict[str, SheetLine] = {}
    for command in commands.commands:
        if command.summary is not None:
            title = command.summary()
            first = everywhere[title].keys[:1] if title in everywhere else command.shortcuts
            everywhere[title] = SheetLine((*first, command.shortcut) if title in everywhere else first, title, True)
        elif command.shortcuts:
            everywhere[command.id] = SheetLine(command.shortcuts, command.title().removesuffix("…").strip())
    groups = [SheetGroup(t("Everywhere"), tuple(everywhere.values()))]
    for group in dict.fromkeys(keys.group for keys in TABLE):
        lines = tuple(SheetLine(keys.keys, keys.title()) for keys in TABLE if keys.group == group)
        groups.append(SheetGroup(group_title(group), lines))
    return groups


def native(keys: str) -> str:
    """Keys as this computer and this language write them."""
    # Keyboards have Enter written on both of these keys.
    keys = keys.replace("Return", "Enter")
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutSheet(FittingDialog):
    """Groups of shortcuts side by side; Esc or Enter closes it."""

    def __init__(self, commands: CommandTable, parent: QWidget | None = None) -> None:
        screen = parent.screen() if parent is not None else QGuiApplication.primaryScreen()
        room = screen.availableSize().width() - theme.current().px(64)
        count = max((count for count, width in WIDTHS.items() if theme.current().px(width) <= room), default=1)
        super().__init__(WIDTHS[count], parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Shortcuts"))
        self.groups = sheet(commands)
        self.content.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, SMALL)
        heading, note = label("title"), label("muted", wrap=True)
        heading.setText(t("Shortcuts"))
        note.setText(
            t("Everything here can also be done with the mouse. This sheet opens with ? wherever no text is typed.")
        )
        self.content.addWidget(heading)
        self.content.addWidget(note)
        columns = QHBoxLayout()
        columns.setSpacing(WIDE_GAP)
        for groups in _shared(self.groups, count):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for group in groups:
                column.addWidget(_card(group))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.content.addLayout(columns)
        self.close_button = button("primary")
        self.close_button.setText(t("Close"))
        self.close_button.clicked.connect(self.accept)
        self.add_buttons(self.close_button)
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The sheet scrolls by keyboard where it is higher than the screen."""
        bar = self._area.verticalScrollBar()
        places = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        key = Qt.Key(event.key())
        if key in places:
            bar.setValue(places[key])
        else:
            super().keyPressEvent(event)


def _shared(groups: Iterable[SheetGroup], count: int) -> list[list[SheetGroup]]:
    """Groups in columns of about the same height, in their order."""
    listed = list(groups)
    total = sum(len(group.lines) + 2 for group in listed)
    columns: list[list[SheetGroup]] = [[] for _ in range(count)]
    height = place = 0
    for group in listed:
        columns[place].append(group)
        height += len(group.lines) + 2
        if height >= total * (place + 1) / count - 2:
            place = min(place + 1, count - 1)
    return columns


def _card(group: SheetGroup) -> QWidget:
    card = frame("card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
    inside.setSpacing(SMALL)
    title = label("heading")
    title.setText(group.title)
    inside.addWidget(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE_GAP)
    grid.setVerticalSpacing(SMALL)
    grid.setColumnStretch(0, 1)
    for row, line in enumerate(group.lines):
        text = label("", wrap=True)
        text.setText(line.title)
        keys = QWidget()
        chips = QHBoxLayout(keys)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(theme.current().px(SMALL))
        for place, one in enumerate(line.keys):
            if place and line.is_range:
                between = label("muted")
                between.setText("–")
                chips.addWidget(between)
            chip = label("key")
            chip.setText(native(one))
            chips.addWidget(chip)
        text.setAccessibleName(f"{line.title}: {', '.join(map(native, line.keys))}")
        grid.addWidget(text, row, 0)
        grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    inside.addLayout(grid)
    return card
