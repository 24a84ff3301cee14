"""The register of evidence: a register that also takes files, and says what rests on nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mainstreamer.domain.kinds import Evidence, Record
from mainstreamer.operations.attaching import claimed_items
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons
from mainstreamer.ui.drops import dropped
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.pages.register_empty import EmptyRegister
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.file_actions import ask_files, fill_menu
from mainstreamer.ui.widgets.file_drop import FileDrop
from mainstreamer.ui.widgets.labels import button

BY_ITEM = "by_item"


class EvidenceView(RegisterView):
    """Files dropped onto a row become its file; dropped elsewhere, each becomes a row of its own. Ctrl+V pastes copied
    files as well as copied rows, and Ctrl+Enter opens the file of the row."""

    def __init__(self, session: Session, kind: str = "evidence", parent: QWidget | None = None) -> None:
        self._built = False
        self.first_files: QPushButton | None = None
        """Adds files too, on the card that stands here while there is no evidence."""
        super().__init__(session, kind, parent)
        self.files_button: QPushButton = button()
        self.file_button: QPushButton = button("menu")
        self.loose_button: QPushButton = button("link")
        self.claimed_button: QPushButton = button("link")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.file_button.setMenu(self._menu)
        self.loose_button.setCheckable(True)
        self.bar.add_further(self.files_button, self.file_button, self.loose_button, self.claimed_button)
        self.files_button.clicked.connect(self._on_files_clicked)
        self.loose_button.toggled.connect(self._on_loose_toggled)
        self.claimed_button.clicked.connect(self._on_claimed_clicked)
        self.filters_cleared.connect(self._on_filters_cleared)
        self.drop = FileDrop(self, self.table)
        self.drop.dropped.connect(self._on_dropped)
        self.drop.hovered.connect(self._on_hovered)
        self.drop.left.connect(self.notice.clear)
        session.files.told.connect(self._on_told)
        session.files.progressed.connect(self._on_progressed)
        session.files.added.connect(self._on_files_added)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.open_file)
        self._built = True
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        if not self._built:
            return
        for press in (self.files_button, self.first_files):
            if press is not None:
                _say_files(press)
        self.file_button.setText(t("File"))
        self.file_button.setToolTip(t("Open, copy or replace the file of the row (Ctrl+Enter opens it)"))
        self.file_button.setAccessibleName(t("The file of the row"))
        self._count()

    @property
    def empty(self) -> EmptyRegister:
        """The card of every register, and on it a way to begin with files."""
        made = super().empty
        if self.first_files is None:
            press = self.first_files = button(parent=made)
            press.clicked.connect(self._on_files_clicked)
            made.offer(press)
            _say_files(press)
        return made

    def _show_state(self) -> None:
        super()._show_state()
        if self._built:
            self._count()

    def refresh(self, change: PlanChange | None) -> None:
        super().refresh(change)
        if change is None or change.touches("evidence", "answer"):
            self._count()

    def _count(self) -> None:
        """Say what supports no item, and which answers rest on nothing."""
        plan, writable = self.session.plan, self.session.document.writable
        loose, claimed = sum(not row.items for row in plan.evidence), len(claimed_items(plan))
        self.loose_button.setText(n("{n} supports no item", "{n} support no item", loose))
        self.loose_button.setToolTip(t("Show only evidence that no item rests on"))
        self.claimed_button.setText(n("{n} Yes answer without evidence", "{n} Yes answers without evidence", claimed))
        self.claimed_button.setToolTip(t("Show the answers and what each rests on"))
        shown = [self.files_button, self.file_button] if plan.evidence else []
        shown += [self.loose_button] if plan.evidence and (loose or self.loose_button.isChecked()) else []
        shown += [self.claimed_button] if plan.evidence and claimed else []
        self.bar.show_further(shown)
        for press in (self.files_button, self.first_files):
            if press is not None:
                press.setEnabled(writable)
        self.file_button.setEnabled(bool(self.table.selected()))

    # -- verbs -------------------------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Paste files where files were copied, rows otherwise."""
        files, pages = dropped(QGuiApplication.clipboard().mimeData())
        if files:
            self.commit()
            self.session.files.add(files, pages, "", self)
        else:
            super().paste()

    def open_file(self) -> None:
        """Open the file of the first row chosen, or else its link."""
        row = self._chosen()
        if row is None:
            return
        if row.file is not None:
            self.session.files.open(row.file, self)
        elif row.link:
            self.session.files.open_address(row.link, self)
        else:
            self.notice.say(t("“{name}” has no file and no link yet.", name=row.title))

    def _chosen(self) -> Evidence | None:
        found = [self.session.plan.find(self.kind, uid) for uid in self.table.selected()[:1]]
        return found[0] if found and isinstance(found[0], Evidence) else None

    def _on_files_clicked(self) -> None:
        self.session.files.add(ask_files(self), [], "", self)

    def _fill_menu(self) -> None:
        self._menu.clear()
        row = self._chosen()
        if row is not None:
            fill_menu(self._menu, self.session, row.uid, self)

    # -- dropping ----------------------------------------------------------------------------------------------------

    def _row_at(self, at: QPoint) -> str:
        """The record under a place of this view: a row of the table, or the one record in the form."""
        if self.views.currentWidget() is self.table and self.table.isVisible():
            viewport = self.table.viewport()
            inside = viewport.mapFrom(self, at)
            if viewport.rect().contains(inside):
                index = self.table.indexAt(inside)
                return self.proxy.uid(index.row()) if index.isValid() else ""
        if self.form.isVisible() and self.form.rect().contains(self.form.mapFrom(self, at)):
            return self.form.uids[0] if len(self.form.uids) == 1 else ""
        return ""

    def _on_hovered(self, at: QPoint) -> None:
        row = self.session.plan.find(self.kind, self._row_at(at))
        if isinstance(row, Evidence):
            self.notice.say(t("Drop one file here to make it the file of “{name}”.", name=row.title))
        else:
            self.notice.say(t("Drop files here: each becomes evidence of its own."))

    def _on_dropped(self, files: list[Path], pages: list[str], at: QPoint) -> None:
        if not self.session.document.writable:
            return
        uid = self._row_at(at)
        if uid and len(files) == 1:
            self.commit()
            self.session.files.set_file(self.kind, uid, "file", files[0], self)
        else:
            self.session.files.add(files, pages, "", self)

    def _on_told(self, origin: object, text: str, undo: bool) -> None:
        if origin is self and text:
            self.refresh(None)
            self.notice.say(text, undo=undo)

    def _on_progressed(self, origin: object, text: str) -> None:
        if origin is self and text:
            self.notice.say(text)

    def _on_files_added(self, origin: object, uids: tuple[str, ...]) -> None:
        if origin is self and uids and self.choose(uids[0]):
            self.table.choose(uids)
            self.table.setFocus()

    # -- what rests on nothing ---------------------------------------------------------------------------------------

    def _on_loose_toggled(self, only: bool) -> None:
        self.filters.set_wanted(_is_loose if only else None)
        self._count()

    def _on_filters_cleared(self) -> None:
        self.loose_button.setChecked(False)

    def _on_claimed_clicked(self) -> None:
        self.views.show_view(BY_ITEM)
        self.views.pictures[BY_ITEM].setFocus()

    def _on_chosen(self, uids: tuple[str, ...]) -> None:
        super()._on_chosen(uids)
        if self._built:
            self.file_button.setEnabled(bool(uids))


def _say_files(press: QPushButton) -> None:
    press.setText(t("Add files …"))
    press.setIcon(icons.icon("files"))
    press.setToolTip(t("Choose files, drop them here, or paste them (Ctrl+V)."))


def _is_loose(record: Record) -> bool:
    return isinstance(record, Evidence) and not record.items
