"""A stack of pages that asks only the one in sight how it wants to be laid out."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QWidget


class PageStack(QWidget):
    """Shows one of its pages. A QStackedWidget asks all pages for their sizes whenever one of them changes, so that a window
    gets slower with every page that was shown; here a page has the room there is and takes no part in the sizes around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _Pages(self)
        self._pages.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> int:
        return self._pages.addWidget(page)

    def setCurrentWidget(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    def setCurrentIndex(self, place: int) -> None:
        self._pages.setCurrentIndex(place)

    def currentIndex(self) -> int:
        return self._pages.currentIndex()

    def currentWidget(self) -> QWidget | None:
        return self._pages.currentWidget()


class _Pages(QStackedLayout):
    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSize(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return False

    def heightForWidth(self, _width: int) -> int:
        return -1
