"""What can be done with the file of a piece of evidence: one list for chips, rows and forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.fields import is_web_address
from mainstreamer.domain.kinds import Evidence
from mainstreamer.domain.plan import Put
from mainstreamer.operations.attaching import is_program, safe_name
from mainstreamer.ui import icons
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session

_ICONS = {
    "pdf": "file-pdf", "doc": "file-text", "docx": "file-text", "odt": "file-text", "rtf": "file-text", "xls": "table",
    "xlsx": "table", "ods": "table", "csv": "table", "ppt": "presentation", "pptx": "presentation", "odp": "presentation",
    "png": "image", "jpg": "image", "jpeg": "image", "tif": "image", "tiff": "image",
    "zip": "archive", "7z": "archive", "rar": "archive", "txt": "file-text", "htm": "file-text", "html": "file-text",
}  # fmt: skip


def file_icon(name: str) -> str:
    """The name of the icon for a file."""
    return _ICONS.get(name.rpartition(".")[2].casefold(), "file")


def evidence_icon(row: Evidence) -> str:
    """The icon for a piece of evidence: its file, a page of the web, a linked file, or paper that is elsewhere."""
    if row.file is not None:
        return file_icon(row.file.name)
    if row.link:
        return "globe" if is_web_address(row.link) else "link"
    return "note"


class _Folder:
    """Where files were chosen last, as long as the program runs; at first the person's documents."""

    last: Path | None = None


def _folder() -> Path:
    last = _Folder.last
    if last is not None and last.is_dir():
        return last
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def _chosen(names: Sequence[str]) -> list[Path]:
    paths = [Path(name) for name in names if name]
    if paths:
        _Folder.last = paths[0].parent
    return paths


def ask_files(parent: QWidget) -> list[Path]:
    """Have a person choose files; none when they cancel."""
    names, _ = QFileDialog.getOpenFileNames(parent, t("Add files"), str(_folder()), t("All files (*)"))
    return _chosen(names)


def ask_file(parent: QWidget) -> Path | None:
    """Have a person choose one file."""
    name, _ = QFileDialog.getOpenFileName(parent, t("Choose a file"), str(_folder()), t("All files (*)"))
    return next(iter(_chosen([name])), None)


def save_copy(session: Session, file: AttachedFile, parent: QWidget) -> None:
    """Ask where to, and write a copy there."""
    proposed = str(_folder() / safe_name(file.name))
    name, _ = QFileDialog.getSaveFileName(parent, t("Save a copy"), proposed, t("All files (*)"))
    for path in _chosen([name]):
        session.files.save_copy(file, path, parent)


def fill_menu(menu: QMenu, session: Session, uid: str, origin: QWidget) -> None:
    """Offer what can be done with the file and the link of a piece of evidence."""
    row = session.plan.find("evidence", uid)
    if not isinstance(row, Evidence):
        return
    writable = session.document.writable
    if row.file is not None:
        if not is_program(row.file.name):
            _add(menu, t("Open the file"), "arrow-square-out", partial(session.files.open, row.file, origin))
        _add(menu, t("Save a copy of the file …"), "download-simple", partial(save_copy, session, row.file, origin))
    if row.link:
        text = t("Open the web page") if is_web_address(row.link) else t("Open the linked file")
        _add(menu, text, "arrow-square-out", partial(session.files.open_address, row.link, origin))
    if writable and row.file is not None:
        _add(menu, t("Replace the file …"), "swap", partial(choose, session, uid, origin))
        _add(menu, t("Take the file off"), "x", partial(take_off, session, uid, origin))
    elif writable:
        _add(menu, t("Choose a file …"), "paperclip", partial(choose, session, uid, origin))


def _add(menu: QMenu, text: str, icon: str, run: partial[None]) -> None:
    action = QAction(icons.icon(icon), text, menu)
    action.triggered.connect(lambda _checked=False: run())
    menu.addAction(action)


def choose(session: Session, uid: str, origin: QWidget) -> None:
    """Ask for a file and put it into the record, in place of the one that is there."""
    path = ask_file(origin)
    if path is not None:
        session.files.set_file("evidence", uid, "file", path, origin)


def take_off(session: Session, uid: str, origin: QWidget) -> None:
    """Take the file off the record. Its content stays in the plan, for undo and for the history."""
    session.put("take_file_off", [Put("evidence", uid, "file", None)], origin)
