"""Names views of a register: save one, rename it, delete it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.naming import NameDialog, NameWords
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.register_state import RegisterState
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, label


class ViewNameDialog(NameDialog):
    """Asks for the name of a view."""

    def __init__(self, taken: Collection[str], name: str, parent: QWidget, rename: bool = False) -> None:
        """`taken` are names of other views; saving under one of them replaces it, renaming to one is refused."""
        words = NameWords(
            title=t("Rename the view") if rename else t("Save this view"),
            label=t("Name of the view"),
            help=t("Columns, widths, order and filters are kept on this computer, not in the plan."),
            taken=t("There is a view of that name already."),
            replaced=t("The view of that name will be replaced."),
        )
        super().__init__(words, taken, name, parent, rename)


class ViewsDialog(QDialog):
    """The named views of a register."""

    def __init__(self, state: RegisterState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Named views"))
        self._state = state
        text = label("muted", wrap=True)
        text.setText(t("A view keeps columns, widths, order and filters on this computer. Deleting it changes no row."))
        self.list = QListWidget()
        self.list.setAccessibleName(t("Named views"))
        self.list.itemActivated.connect(self._on_show)
        self.list.currentRowChanged.connect(self._show_state)
        self.show_button, self.rename, self.delete, self.close_button = button(), button(), button(), button("primary")
        self.show_button.setText(t("Show"))
        self.rename.setText(t("Rename …"))
        self.delete.setText(t("Delete"))
        self.close_button.setText(t("Close"))
        self.show_button.clicked.connect(self._on_show)
        self.rename.clicked.connect(self._on_rename)
        self.delete.clicked.connect(self._on_delete)
        self.close_button.clicked.connect(self.accept)
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        for press in (self.show_button, self.rename, self.delete):
            verbs.addWidget(press)
        verbs.addStretch(1)
        verbs.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(GAP)
        for part in (text, self.list):
            layout.addWidget(part)
        layout.addLayout(verbs)
        self.resize(theme.current().px(460), theme.current().px(340))
        self._fill()
        self.list.setFocus()

    def _fill(self, row: int = 0) -> None:
        self.list.clear()
        self.list.addItems([view.name for view in self._state.views])
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._show_state()

    def _name(self) -> str:
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def _show_state(self, *_: object) -> None:
        for press in (self.show_button, self.rename, self.delete):
            press.setEnabled(bool(self._name()))

    def _on_show(self, *_: object) -> None:
        self._state.show_view(self._name())
        self.accept()

    def _on_rename(self) -> None:
        others = [view.name for view in self._state.views if view.name != self._name()]
        dialog = ViewNameDialog(others, self._name(), self, rename=True)
        dialog.named.connect(self._on_named)
        dialog.open()

    def _on_named(self, name: str) -> None:
        row = self.list.currentRow()
        self._state.rename_view(self._name(), name)
        self._fill(row)

    def _on_delete(self) -> None:
        row = self.list.currentRow()
        self._state.delete_view(self._name())
        self._fill(row)
        self.list.setFocus()
