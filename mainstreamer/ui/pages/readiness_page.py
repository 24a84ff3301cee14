"""Readiness: what stands between the plan and its adoption, each line leading to its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from mainstreamer.domain.readiness import BLOCKS, IMPROVES, NOTE, Finding, findings
from mainstreamer.language.findings import finding_sentence
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import chip, label

FEW = 3
"""Groups of up to so many blocking findings are shown open at first."""
PLACE = Qt.ItemDataRole.UserRole + 1
_TONES = {BLOCKS: "bad", IMPROVES: "warning", NOTE: "neutral"}


class ReadinessPage(Page):
    """Findings by severity and kind of fault; Enter or a double click leads to the place."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._title, self._purpose = label("title"), label("muted", wrap=True)
        self._chips = {severity: chip(tone) for severity, tone in _TONES.items()}
        self._none = label("heading", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tree = QTreeWidget()
        theme.look(self.tree, "lines")
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setWordWrap(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemActivated.connect(self._on_activated)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._none)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        for made in self._chips.values():
            head.addWidget(made)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._purpose)
        layout.addWidget(self._stack, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(t("Readiness"))
        self._purpose.setText(
            t("What stands between the plan and its adoption. Enter or a double click leads to the place.")
        )
        self._none.setText(t("Nothing is missing. The plan can be put forward for adoption."))
        self.tree.setAccessibleName(t("Findings"))
        self.refresh(None)

    def refresh(self, change: PlanChange | None) -> None:
        plan = self.session.plan
        found = findings(plan, self.session.checklist, self.session.today())
        counts = {severity: sum(one.severity == severity for one in found) for severity in _TONES}
        titles = {
            BLOCKS: n("{n} blocks adoption", "{n} block adoption", counts[BLOCKS]),
            IMPROVES: n("{n} would make it better", "{n} would make it better", counts[IMPROVES]),
            NOTE: n("{n} note", "{n} notes", counts[NOTE]),
        }
        for severity, made in self._chips.items():
            made.setText(titles[severity])
        opened = self._opened()
        self.tree.clear()
        for severity in _TONES:
            of_severity = [one for one in found if one.severity == severity]
            if of_severity:
                self._add_branch(severity, of_severity, opened)
        self._stack.setCurrentIndex(0 if found else 1)

    def _opened(self) -> set[str]:
        """Keys of the branches that are open now."""
        keys: set[str] = set()
        for place in range(self.tree.topLevelItemCount()):
            branch = self.tree.topLevelItem(place)
            for row in range(branch.childCount() if branch is not None else 0):
                group = branch.child(row) if branch is not None else None
                if group is not None and group.isExpanded():
                    keys.add(str(group.data(0, PLACE)))
        return keys

    def _add_branch(self, severity: str, found: list[Finding], opened: set[str]) -> None:
        speech, plan = words(), self.session.plan
        branch = QTreeWidgetItem([speech.choice("severity", severity), speech.number(len(found))])
        branch.setForeground(0, theme.current().colour(_TONES[severity]))
        font = branch.font(0)
        font.setBold(True)
        branch.setFont(0, font)
        self.tree.addTopLevelItem(branch)
        groups: dict[str, list[Finding]] = {}
        for one in found:
            groups.setdefault(one.code, []).append(one)
        for code, ones in groups.items():
            group = QTreeWidgetItem([speech.word("finding", code, "title"), speech.number(len(ones))])
            group.setData(0, PLACE, code)
            branch.addChild(group)
            for one in ones:
                step = t("step {step}", step=one.step) if one.step else ""
                sentence = finding_sentence(speech, plan, one)
                line = QTreeWidgetItem([sentence, step])
                line.setToolTip(0, sentence)
                line.setData(0, PLACE, (one.kind, one.uid, one.field))
                group.addChild(line)
            group.setExpanded(code in opened or (not opened and severity == BLOCKS and len(ones) <= FEW))
        branch.setExpanded(True)

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        place = item.data(0, PLACE)
        if isinstance(place, tuple):
            self.session.place_wanted.emit(*place)
        else:
            item.setExpanded(not item.isExpanded())
