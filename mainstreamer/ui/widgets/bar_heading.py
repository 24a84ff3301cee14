"""The title of a page in the toolbar of its register."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import label, set_shown


class BarHeading(QWidget):
    """A title with a count beside it, which gives way where the toolbar has no room for it."""

    changed = Signal()
    """Title or count say something else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.counts = label("title"), label("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(self.title)
        row.addWidget(self.counts)
        self._row = row

    def say(self, title: str, counts: str) -> None:
        """Show these words."""
        if (title, counts) != (self.title.text(), self.counts.text()):
            self.title.setText(title)
            self.counts.setText(counts)
            self.changed.emit()

    def show_counts(self, wanted: bool) -> None:
        """Show the count, or let it give way; it is then said in the tool tip of the title."""
        if wanted == self.counts.isHidden():
            set_shown(self.counts, wanted)
            # The toolbar asks at once how wide this is now.
            self._row.invalidate()
            self.updateGeometry()
        self.title.setToolTip("" if wanted else self.counts.text())
