"""Chooses the language in which the items of the checklist are read."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mainstreamer.domain.translated import languages_of, percent_translated
from mainstreamer.knowledge import checklist_languages
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.language_names import native_name
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import PushButton


class ChecklistLanguage(PushButton):
    """A button that says the language, with a menu of all that the checklist can be read in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAutoDefault(False)
        theme.look(self, "filter")
        theme.restyle(self, "menu", True)
        self.setIcon(icons.icon("translate", "muted"))
        self.menu_shown = QMenu(self)
        self.menu_shown.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_shown)
        self.retranslate()

    def codes(self) -> tuple[str, ...]:
        """Languages offered: that of the window, those the checklist ships in, those the plan has texts in."""
        chosen = self._session.settings.checklist_language
        found = (
            words().code,
            *checklist_languages(),
            *languages_of(self._session.plan),
            *((chosen,) if chosen else ()),
        )
        return tuple(dict.fromkeys(found))

    def retranslate(self) -> None:
        """Say which language it is now."""
        self.setText(t("Questions in: {language}", language=native_name(self._chosen())))
        self.setToolTip(t("The language in which you read the checklist. The window keeps its own."))
        self.setAccessibleName(self.text())

    def _chosen(self) -> str:
        return self._session.settings.checklist_language or words().code

    def _fill(self) -> None:
        self.menu_shown.clear()
        group = QActionGroup(self.menu_shown)
        for code in self.codes():
            percent = percent_translated(self._session.checklist_in(code))
            made = self.menu_shown.addAction(
                t("{language} ({percent} %)", language=native_name(code), percent=words().number(percent))
            )
            made.setData(code)
            made.setCheckable(True)
            made.setChecked(code == self._chosen())
            made.triggered.connect(self._on_triggered)
            group.addAction(made)

    def _on_triggered(self) -> None:
        code = str(self.sender().data())  # type: ignore[attr-defined]
        self._session.read_checklist_in("" if code == words().code else code)
