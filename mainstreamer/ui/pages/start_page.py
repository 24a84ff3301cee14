"""The first page: make a plan, open one, look at the sample, or go on with a recent one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.language import SHIPPED
from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.paths import PLAN_SUFFIX
from mainstreamer.settings import PlanName
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import BREAK, GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.centred import centred
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.recent_list import Look, RecentList

LOOK_MS = 20
"""How often the page asks whether the file system has answered, while it waits for that."""


class BigButton(QPushButton):
    """A button with a title and a sentence."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setAutoDefault(True)
        theme.look(self, look)
        self._title, self._text = label("bigtitle"), label("" if look == "bigprimary" else "note", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        layout.setSpacing(SMALL)
        for part in (self._title, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, title: str, text: str) -> None:
        """Show a title and a sentence, and say them to a screen reader."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = theme.current().px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(200), theme.current().px(56))


class StartPage(QWidget):
    """Shown while no plan is open. It opens nothing itself: it says what a person wants. Plan files dropped on it open."""

    new_plan_wanted = Signal()
    open_wanted = Signal(str)
    """The path of a plan; empty: ask which."""
    sample_wanted = Signal()
    language_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._look: Look | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._name, self._purpose = label("welcome"), label("question", wrap=True)
        self._language_label = label("muted")
        self.language = QComboBox()
        self.new_plan, self.open_plan, self.sample = BigButton("bigprimary"), BigButton("big"), BigButton("big")
        self.recent = RecentList()
        self._make_recent_card()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_recent(())
        self.new_plan.setFocus()

    # -- making ------------------------------------------------------------------------------------------------------

    def _make_recent_card(self) -> None:
        self._card = frame("card")
        self._recent_title = label("heading")
        self._empty = label("muted", wrap=True)
        self._foot: QFrame = frame("foot")
        self._foot_text: QLabel = label("note", wrap=True)
        self.open_recent, self.forget = button(), button("link")
        for press in (self.open_recent, self.forget):
            press.setAutoDefault(True)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(1, WIDE_GAP, 1, 1)
        card.setSpacing(GAP)
        for part in (self._recent_title, self._empty):
            part.setContentsMargins(WIDE_GAP, 0, WIDE_GAP, 0)
            card.addWidget(part)
        self._empty.setContentsMargins(WIDE_GAP, 0, WIDE_GAP, WIDE_GAP)
        card.addWidget(self.recent, 1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        foot.setSpacing(SMALL)
        foot.addWidget(self._foot_text)
        row = QHBoxLayout()
        row.addWidget(self.forget)
        row.addStretch(1)
        row.addWidget(self.open_recent)
        foot.addLayout(row)
        card.addWidget(self._foot)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self._language_label)
        top.addWidget(self.language)
        self._language_label.setBuddy(self.language)
        verbs = QVBoxLayout()
        verbs.setSpacing(GAP)
        for press in (self.new_plan, self.open_plan, self.sample):
            verbs.addWidget(press)
        verbs.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(PAGE_SIDE)
        columns.addLayout(verbs, 2)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._card)
        beside.addStretch(1)
        columns.addLayout(beside, 3)
        inner = QWidget()
        inner.setMaximumWidth(theme.current().px(1040))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, WIDE_GAP, 0, BREAK)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addSpacing(PAGE_SIDE)
        column.addWidget(self._name)
        column.addWidget(self._purpose)
        column.addSpacing(PAGE_SIDE)
        column.addLayout(columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(inner))
        before: QWidget = self.new_plan
        for after in (self.open_plan, self.sample, self.recent, self.forget, self.open_recent, self.language):
            QWidget.setTabOrder(before, after)
            before = after

    def _connect(self) -> None:
        for code in SHIPPED:
            self.language.addItem(NATIVE_NAMES[code], code)
        self._timer.timeout.connect(self._on_timeout)
        self.language.activated.connect(self._on_language_activated)
        self.new_plan.clicked.connect(self._on_new_plan_clicked)
        self.open_plan.clicked.connect(self._on_open_clicked)
        self.sample.clicked.connect(self._on_sample_clicked)
        self.recent.open_wanted.connect(self._on_recent_wanted)
        self.recent.forget_wanted.connect(self.forget_wanted)
        self.recent.currentItemChanged.connect(self._show_foot)
        self.forget.clicked.connect(self._on_forget_clicked)
        self.open_recent.clicked.connect(self._on_open_recent_clicked)

    # -- showing -----------------------------------------------------------------------------------------------------

    def set_recent(self, paths: Sequence[str], names: Sequence[PlanName] = ()) -> None:
        """Show these plans, newest first; what the file system says of them follows a moment later."""
        self.recent.set_recent(paths, names)
        for part in (self.recent, self._foot):
            part.setVisible(bool(paths))
        self._empty.setVisible(not paths)
        self._show_foot()
        if paths:
            self._look = Look(paths)
            self._timer.start()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._name.setText("Mainstreamer")
        self._purpose.setText(
            t(
                "Build migration into a development plan, step by step: from the first question to an action plan in Excel."
            )
        )
        self._language_label.setText(t("Language"))
        self.language.setAccessibleName(t("Language of the window"))
        self.language.setCurrentIndex(self.language.findData(words().code))
        self.new_plan.set_words(
            t("New plan"),
            t(
                "For a country, a province or a city. You give the country, the years and the currency; "
                "a title and a place for the file are proposed."
            ),
        )
        self.open_plan.set_words(t("Open a plan …"), t("Choose a file ending in .mplan, or drop it onto this window."))
        self.sample.set_words(
            t("Look at the sample plan"),
            t("A plan of a fictional country, filled in and partly unfinished, to look around and try things out."),
        )
        self._recent_title.setText(t("Recent plans"))
        self._empty.setText(
            t("No plan was opened on this computer yet. Make one, or look at the sample plan; it will be listed here.")
        )
        self.forget.setText(t("Remove from the list"))
        self.forget.setToolTip(t("The file itself stays where it is."))
        self.recent.retranslate()
        self._show_foot()

    def _show_foot(self) -> None:
        plan = self.recent.current()
        if plan is None:
            return
        if plan.missing:
            gone = t("“{name}” is not in its folder. It was moved, or its drive is not connected.", name=plan.name)
            self._foot_text.setText(gone)
            self.open_recent.setText(t("Look for it …"))
        else:
            self._foot_text.setText(t("Enter opens the plan that is marked."))
            self.open_recent.setText(t("Open"))

    def _on_timeout(self) -> None:
        if self._look is not None and self._look.found is not None:
            self._timer.stop()
            self.recent.set_changes(self._look.found)
            self._show_foot()

    # -- what a person does ------------------------------------------------------------------------------------------

    def _on_language_activated(self, row: int) -> None:
        code = str(self.language.itemData(row))
        if code != words().code:
            self.language_wanted.emit(code)

    def _on_new_plan_clicked(self) -> None:
        self.new_plan_wanted.emit()

    def _on_open_clicked(self) -> None:
        self.open_wanted.emit("")

    def _on_sample_clicked(self) -> None:
        self.sample_wanted.emit()

    def _on_recent_wanted(self, path: str) -> None:
        """Open a plan of the list; one that is not there cannot be opened, the line below says what to do."""
        plan = self.recent.current()
        if plan is not None and plan.missing and plan.path == path:
            self.forget.setFocus()
        else:
            self.open_wanted.emit(path)

    def _on_open_recent_clicked(self) -> None:
        plan = self.recent.current()
        if plan is not None:
            self.open_wanted.emit("" if plan.missing else plan.path)

    def _on_forget_clicked(self) -> None:
        plan = self.recent.current()
        if plan is not None:
            self.forget_wanted.emit(plan.path)
            self.recent.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if plan_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = plan_in(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.open_wanted.emit(path)


def plan_in(dragged: QMimeData) -> str:
    """The plan file among what is dragged; empty when there is not exactly one file or it is something else."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return ""
    path = urls[0].toLocalFile()
    return str(Path(path)) if path.casefold().endswith(PLAN_SUFFIX) else ""
