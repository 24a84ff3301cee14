"""All lists of codes: a list, its codes and names, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mainstreamer.knowledge import code_lists, codes_of
from mainstreamer.language.code_lists import list_name, list_source
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.headings import end_in_dots
from mainstreamer.ui.widgets.labels import button, label


class CodeListsDialog(FittingDialog):
    """Choose a list, narrow it by code or name, and see its source, edition and the day on which it was checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(760, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = label("title")
        self.chooser, self.filter, self.table = QComboBox(), QLineEdit(), QTableWidget(0, 2)
        self.source, self.count, self.close_button = label("muted", wrap=True), label("note"), button("primary")
        self.filter.setClearButtonEnabled(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(theme.current().px(250))
        head = self.table.horizontalHeader()
        end_in_dots(head)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, theme.current().px(150))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.chooser, 3)
        row.addWidget(self.filter, 2)
        self.content.addWidget(self._title)
        self.content.addLayout(row)
        self.content.addWidget(self.source)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.count)
        self.add_buttons(self.close_button)
        self.chooser.currentIndexChanged.connect(self._fill)
        self.filter.textChanged.connect(self._narrow)
        self.close_button.clicked.connect(self.accept)
        self._say()
        self.chooser.setFocus()

    def _say(self) -> None:
        self.setWindowTitle(t("Code lists"))
        self._title.setText(t("Code lists"))
        self.chooser.setAccessibleName(t("List"))
        self.filter.setPlaceholderText(t("Filter by code or name"))
        self.filter.setAccessibleName(t("Filter"))
        self.table.setAccessibleName(t("Codes and names"))
        self.table.setHorizontalHeaderLabels([t("Code"), t("Name")])
        self.close_button.setText(t("Close"))
        lists = code_lists().values()
        # What others published comes first; what was made for this program follows by name.
        published = [one.name for one in lists if not one.own]
        own = sorted((one.name for one in lists if one.own), key=lambda name: list_name(words(), name).casefold())
        for name in (*published, *own):
            self.chooser.addItem(list_name(words(), name), name)

    @property
    def shown(self) -> str:
        """The list shown, by its name."""
        return str(self.chooser.currentData() or "")

    def show_list(self, name: str) -> None:
        """Show a list by its name."""
        self.chooser.setCurrentIndex(self.chooser.findData(name))

    def _fill(self) -> None:
        name, speech = self.shown, words()
        found = code_lists().get(name)
        if found is None:
            return
        codes = codes_of(name)
        self.source.setText(list_source(speech, found))
        self.table.setRowCount(len(codes))
        for row, code in enumerate(codes):
            said = speech.choice(name, code)
            # Names that begin with their code are shown without saying it twice.
            for column, text in enumerate((code, said.removeprefix(f"{code} "))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self.table.scrollToTop()
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.filter.text().casefold().split()
        shown = 0
        for row in range(self.table.rowCount()):
            cells = [self.table.item(row, column) for column in range(2)]
            text = " ".join(cell.text() for cell in cells if cell is not None).casefold()
            hidden = not all(word in text for word in wanted)
            self.table.setRowHidden(row, hidden)
            shown += not hidden
        self.count.setText(n("{n} code", "{n} codes", shown))
