"""History: who changed what, newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from mainstreamer.domain.fields import Choice, FieldType, ManyChoices
from mainstreamer.domain.history import Change
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.language.findings import record_name
from mainstreamer.storage.document import PlanChange
from mainstreamer.storage.history_store import Entry
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import label

SHOWN = 300
LONGEST = 160
MOST_CHANGES = 500
"""Values shown of one changeset: a pasted register or the sample has thousands."""


class HistoryPage(Page):
    """The newest changesets; opened, each shows field by field what was and what is."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._title, self._purpose = label("title"), label("muted", wrap=True)
        self.tree = QTreeWidget()
        theme.look(self.tree, "lines")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.itemExpanded.connect(self._on_expanded)
        self._entries: list[Entry] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._purpose)
        layout.addWidget(self.tree, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(t("History"))
        self._purpose.setText(
            t("Every change is kept: who made it, when, what was there before. Nothing is ever lost from here.")
        )
        self.tree.setHeaderLabels([t("When"), t("What"), t("Who"), t("Institution")])
        self.tree.setAccessibleName(t("History"))
        for column, width in enumerate((170, 560, 160)):
            self.tree.setColumnWidth(column, width)
        self.refresh(None)

    def refresh(self, change: PlanChange | None) -> None:
        speech = words()
        self._entries = self.session.document.entries(SHOWN)
        self.tree.clear()
        for place, entry in enumerate(self._entries):
            changeset = entry.changeset
            verb = speech.word("verb", changeset.verb)
            count = n("{n} value", "{n} values", len(changeset.changes))
            line = QTreeWidgetItem(
                [_moment(changeset.at), f"{verb} · {count}", entry.sitting.person, entry.sitting.institution]
            )
            line.setData(0, Qt.ItemDataRole.UserRole, place)
            line.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.tree.addTopLevelItem(line)

    def _on_expanded(self, line: QTreeWidgetItem) -> None:
        if line.childCount():
            return
        speech, plan = words(), self.session.plan
        changes = self._entries[line.data(0, Qt.ItemDataRole.UserRole)].changeset.changes
        for one in changes[:MOST_CHANGES]:
            name = record_name(speech, plan, one.cell.kind, one.cell.uid)
            text = f"{speech.kind(one.cell.kind)} «{name}»: {self._said(one)}"
            line.addChild(QTreeWidgetItem(["", text]))
        if len(changes) > MOST_CHANGES:
            rest = n("and {n} more value", "and {n} more values", len(changes) - MOST_CHANGES)
            line.addChild(QTreeWidgetItem(["", rest]))

    def _said(self, one: Change) -> str:
        """A change in words: the field, what was, what is."""
        if one.cell.field == EXISTS:
            return t("made") if one.new else t("removed")
        type_ = KINDS[one.cell.kind].fields[one.cell.field].type
        old, new = (self._value(type_, stored) for stored in (one.old, one.new))
        name = words().field(one.cell.kind, one.cell.field)
        return t("{field}: {old} → {new}", field=name, old=old, new=new)

    def _value(self, type_: FieldType[object], stored: str | int | None) -> str:
        if stored is None:
            return t("(blank)")
        value = type_.load(stored)
        if isinstance(type_, Choice):
            text = words().choice(type_.choices, str(value))
        elif isinstance(type_, ManyChoices):
            text = ", ".join(words().choice(type_.choices, code) for code in type_.load(stored))
        else:
            text = self._plain(type_, value)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

    def _plain(self, type_: FieldType[object], value: object) -> str:
        kind = getattr(type_, "kind", "")
        if kind:
            uids = value if isinstance(value, tuple) else (str(value),)
            return ", ".join(record_name(words(), self.session.plan, kind, uid) for uid in uids)
        if isinstance(value, bool):
            return words().choice("yes_no", "yes" if value else "no")
        if type_.name == "number_table":
            return t("(table)")
        if isinstance(value, tuple) and not hasattr(value, "quarter"):
            return ", ".join(str(part) for part in value)
        return str(value)


def _moment(at: str) -> str:
    """A moment kept in UTC, in this computer's time."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{words().date(moment.date())} {moment:%H:%M}"
