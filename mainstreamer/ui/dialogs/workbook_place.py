"""Where a workbook is written: the line for its file, and what happens to a file that is there already."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mainstreamer.paths import WORKBOOK_SUFFIX, free_path
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import button, label

LOOK_AFTER_MS = 250
"""Pause in typing after which the drive is asked: one of a network may answer slowly."""

Found = tuple[Path, int]
"""A file that is there, and when it was changed (nanoseconds)."""


class WorkbookPlace(QWidget):
    """A file that is there stays, and the workbook goes beside it under a free name, unless a person says here or in the
    system's dialog that it is to be replaced. That holds for the file as it was then: when it is changed once more, they
    are asked anew."""

    changed = Signal()
    """Something else was typed or chosen."""
    resized = Signal()
    """What is said takes more or less room."""

    def __init__(self, proposed: Path) -> None:
        super().__init__()
        self._found: Found | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self.look)
        self.path = QLineEdit(str(proposed))
        self.path.setAccessibleName(t("File"))
        self.browse = button()
        self.browse.setText(t("Choose …"))
        self.note = label("note", wrap=True)
        self.replace = QCheckBox(t("Replace it"))
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(line)
        column.addWidget(self.note)
        column.addWidget(self.replace)
        self.setFocusProxy(self.path)
        self.look()
        self.path.textChanged.connect(self._on_typed)
        self.browse.clicked.connect(self._on_browse_clicked)
        self.replace.toggled.connect(self._on_replace_toggled)

    def typed(self) -> Path:
        """The file that the line names, whether it is there or not."""
        text = self.path.text().strip()
        return Path(text if not text or text.lower().endswith(WORKBOOK_SUFFIX) else f"{text}{WORKBOOK_SUFFIX}")

    def settled(self) -> tuple[Path, bool] | None:
        """The file to write, and whether it may replace one that is there. None when that one was changed since a person said
        so: then they are told, and say it once more."""
        wanted = self.replace.isChecked()
        self.look()
        if wanted and self._found is not None and not self.replace.isChecked():
            self.replace.setFocus()
            return None
        return (free_path(self.typed()) if self._found is not None and not wanted else self.typed()), wanted

    def look(self) -> None:
        """See what is there now, and say it."""
        self._pause.stop()
        found = _file_at(self.typed())
        if found != self._found:
            self._found = found
            self.replace.setChecked(False)
        self._say()

    def rest(self) -> None:
        """Say nothing of the file that has just been written, until something else is typed or chosen."""
        self._found = None
        self.replace.setChecked(False)
        self._say()

    # -- reacting ----------------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _on_replace_toggled(self) -> None:
        self._say()

    def _on_browse_clicked(self) -> None:
        kinds = t("Excel workbook (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self, self.window().windowTitle(), self.path.text(), kinds)
        if not name:
            return
        whole = name.lower().endswith(WORKBOOK_SUFFIX)
        self.path.setText(name if whole else f"{name}{WORKBOOK_SUFFIX}")
        self.changed.emit()
        self.look()
        # The system's dialog has asked about the name that it gave, not about one with an ending of ours.
        self.replace.setChecked(whole and self._found is not None)

    def _say(self) -> None:
        said = "" if self._found is None else _words_on(self._found, self.replace.isChecked())
        self.note.setText(said)
        self.note.setVisible(bool(said))
        self.replace.setVisible(bool(said))
        for control in (self.path, self.replace):
            control.setAccessibleDescription(said)
        self.resized.emit()


def _file_at(path: Path) -> Found | None:
    try:
        return (path, path.stat().st_mtime_ns) if path.is_file() else None
    except (OSError, ValueError):
        # The name is no name here, or the folder may not be looked into: writing will say so.
        return None


def _words_on(found: Found, replaced: bool) -> str:
    path, changed = found
    when = datetime.fromtimestamp(changed / 1e9, UTC).astimezone()
    day, time = words().date(when.date()), f"{when:%H:%M}"
    if replaced:
        return t("The workbook that is there, changed on {day} at {time}, will be replaced.", day=day, time=time)
    return t(
        "A workbook with this name is there already, changed on {day} at {time}. It stays; the new one is written beside it as "
        "“{name}”.",
        day=day, time=time, name=free_path(path).name,
    )  # fmt: skip


def breakable(folder: Path) -> str:
    """A folder that a line may break behind each of its parts."""
    return str(folder).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")
