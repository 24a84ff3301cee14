"""Shows what a paste would change, cell by cell, before anything is put; and what cannot be taken, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.readiness.inspection import same_words
from mainstreamer.language.findings import record_name
from mainstreamer.operations.pasting import Pasted, PasteResult, Refused
from mainstreamer.operations.tables.targets import TAKEN_KINDS
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.paste_table import Line, PasteTable
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.registry import TABLE
from mainstreamer.ui.reading import allowed, refusal, shown
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, label

MOST_ROWS = 500
LONGEST = 200


class PastePreview(QDialog):
    """All or nothing: with anything refused there is only a way back."""

    agreed = Signal()

    def __init__(self, session: Session, kind: str, found: PasteResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Paste rows"))
        self._session, self._kind, self._found = session, kind, found
        self._allowed: dict[str, str] = {}
        title = KINDS[kind].title
        self._names = {same_words(str(getattr(record, title))) for record in session.plan.all(kind)} - {""}
        self.heading, self.text = label("heading", wrap=True), label(wrap=True)
        self.heading.setText(self._heading())
        if found.refused:
            said = t("Nothing was pasted. Correct these cells in your spreadsheet and copy the rows again.")
        else:
            said = t("Nothing is pasted yet. Look through the changes; one undo takes all of them back.")
        self.text.setText(said)
        lines = list(self._lines())
        after = t("Pasted value, and what is expected") if found.refused else t("After")
        headings = (t("Row"), t("What"), t("Record"), t("Column"), t("Before"), after)
        self.table = PasteTable(headings, lines[:MOST_ROWS], self)
        self.table.setAccessibleName(self.heading.text())
        self.more = label("note", wrap=True)
        left = len(lines) - MOST_ROWS
        self.more.setText(n("{n} more line is not shown here.", "{n} more lines are not shown here.", max(0, left)))
        self.more.setVisible(left > 0)
        self.cancel, self.ok = button(), button("primary")
        self.cancel.setText(t("Close") if found.refused else t("Cancel"))
        self.ok.setText(t("Paste"))
        self.ok.setVisible(not found.refused)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self._on_ok)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        self.table_way = button("link")
        self.table_way.setText(t("Import a table from a file instead …"))
        self.table_way.setToolTip(t("For tables with headings of their own: you say what each column goes into."))
        self.table_way.setVisible(kind in TAKEN_KINDS)
        self.table_way.setAutoDefault(False)
        self.table_way.clicked.connect(self._on_table_way)
        foot.addWidget(self.table_way)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(GAP)
        for part in (self.heading, self.text, self.table, self.more):
            layout.addWidget(part)
        layout.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(min(theme.current().px(940), room.width() - 64), min(theme.current().px(520), room.height() - 64))
        (self.cancel if found.refused else self.ok).setFocus()

    def _heading(self) -> str:
        found = self._found
        if found.refused:
            return n("{n} cell cannot be taken", "{n} cells cannot be taken", len(found.refused))
        new, fresh = set(found.new_uids), len(found.new_uids)
        changed = sum(cell.uid not in new for cell in found.cells)
        parts = [n("{n} new row", "{n} new rows", fresh)] if fresh else []
        if changed:
            parts.append(n("{n} changed cell", "{n} changed cells", changed))
        return ", ".join(parts)

    # -- lines -------------------------------------------------------------------------------------------------------

    def _lines(self) -> Iterator[Line]:
        """What is refused first, since it has to be put right; then row by row."""
        for refused in self._found.refused:
            yield self._refused_line(refused)
        if self._found.refused:
            return
        new = set(self._found.new_uids)
        fresh: dict[str, list[Pasted]] = {}
        for cell in self._found.cells:
            if cell.uid in new:
                fresh.setdefault(cell.uid, []).append(cell)
        told: set[str] = set()
        for cell in self._found.cells:
            if cell.uid not in new:
                name = record_name(words(), self._session.plan, self._kind, cell.uid)
                column = cell.heading or self._label(cell.field)
                before, after = self._said(cell.field, cell.old), self._said(cell.field, cell.new)
                yield Line(words().number(cell.row), t("Changed"), "warning", name, column, before, after)
            elif cell.uid not in told:
                told.add(cell.uid)
                yield self._new_line(fresh[cell.uid])

    def _new_line(self, cells: list[Pasted]) -> Line:
        title = KINDS[self._kind].title
        named = [cell for cell in cells if cell.field in ("code", title)]
        parts = [
            f"{self._label(cell.field)}: {self._said(cell.field, cell.new)}" for cell in cells if cell not in named
        ]
        name = " ".join(
            self._said(cell.field, cell.new) for cell in sorted(named, key=lambda cell: cell.field == title)
        )
        there = any(cell.field == title and same_words(str(cell.new)) in self._names for cell in named)
        word, tone = (t("New, same name"), "warning") if there else (t("New row"), "good")
        before = t("A row of this name is there already.") if there else ""
        return Line(words().number(cells[0].row), word, tone, name, "", before, "; ".join(parts))

    def _refused_line(self, cell: Refused) -> Line:
        spec = KINDS[self._kind].fields.get(cell.field)
        column = cell.heading or (self._label(cell.field) if spec is not None else words().number(cell.column))
        type_ = None if spec is None else spec.type
        said = refusal(type_, cell.reason)
        if cell.reason in ("choice_unknown", "link_unknown"):
            if cell.field not in self._allowed:
                self._allowed[cell.field] = allowed(self._session.plan, type_)
            said = f"{said} {self._allowed[cell.field]}".strip()
        text = cell.text if len(cell.text) < LONGEST else f"{cell.text[:LONGEST]}…"
        return Line(words().number(cell.row), t("Refused"), "bad", "", column, "", f"{text} – {said}")

    def _label(self, field: str) -> str:
        return words().field(self._kind, field)

    def _said(self, field: str, value: Any) -> str:
        return shown(self._session.plan, KINDS[self._kind].fields[field].type, value) or "–"

    def _on_table_way(self) -> None:
        self.reject()
        self._session.page_wanted.emit(TABLE.key, "new", {"kind": self._kind})

    def _on_ok(self) -> None:
        self.accept()
        self.agreed.emit()
