"""Preferences, identity and about: what they tell, what they show, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer import __version__
from mainstreamer.language import SHIPPED
from mainstreamer.paths import log_folder, plans_folder
from mainstreamer.settings import Settings
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.about import AboutDialog
from mainstreamer.ui.dialogs.identity import IdentityDialog
from mainstreamer.ui.dialogs.preferences import PreferencesDialog
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.spacing import PAGE_SIDE


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def preferences(window: QWidget) -> PreferencesDialog:
    made = PreferencesDialog(Settings(text_size=120, recent=("a.mplan",)), window)
    made.open()
    return made


@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize("size", [100, 130, 150, 200])
def test_all_is_seen_without_scrolling_where_the_screen_has_room(
    window: QWidget, qapp: QApplication, qtbot: QtBot, code: str, size: int
) -> None:
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        speak(code)
        made = PreferencesDialog(Settings(language=code, text_size=size), window)
        made.open()
        area = made.findChild(QScrollArea)
        qtbot.waitUntil(made.notes.isVisible)
        qtbot.wait(1)
        content = area.widget()
        assert area.horizontalScrollBar().maximum() == 0
        assert made.notes.geometry().right() < content.width() - PAGE_SIDE
        assert made.notes.width() >= made.notes.sizeHint().width()
        assert made.notes.text().replace("\n", " ") == made.notes.accessibleName() != ""
        lacks = content.height() - area.viewport().height()
        assert lacks <= 0 or made.height() >= made.screen().availableSize().height() - 64
    finally:
        theme.apply(qapp, theme.load_theme("light"))


def test_choices_take_effect_at_once(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.changed) as changed:
        qtbot.keyClick(preferences.colours, Qt.Key.Key_Down)
    assert changed.args == [Settings(theme="light", text_size=120, recent=("a.mplan",))]
    with qtbot.waitSignal(preferences.changed) as changed:
        qtbot.keyClick(preferences.text_size, Qt.Key.Key_End)
    assert changed.args[0].text_size == 200
    assert changed.args[0].theme == "light"


def test_a_new_language_is_spoken_by_the_dialog(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    preferences.changed.connect(speak_settings)
    qtbot.keyClick(preferences.language, Qt.Key.Key_End)
    assert preferences.settings.language == "ru"
    assert preferences.windowTitle() == "Настройки"
    assert preferences.colours.itemText(2) == "Темные"
    assert preferences.language.currentText() == "Русский"


def speak_settings(settings: Settings) -> None:
    speak(settings.language)


def test_names_are_told_on_leaving_the_field_and_on_closing(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    preferences.person.setFocus()
    with qtbot.waitSignal(preferences.changed) as changed:
        qtbot.keyClicks(preferences.person, " Focal point ")
        qtbot.keyClick(preferences.person, Qt.Key.Key_Tab)
    assert changed.args[0].person == "Focal point"
    with qtbot.waitSignal(preferences.changed) as changed:
        qtbot.keyClicks(preferences.institution, "Statistics office")
        qtbot.keyClick(preferences.institution, Qt.Key.Key_Escape)
    assert changed.args[0].institution == "Statistics office"
    assert preferences.isHidden()


def test_a_pause_in_typing_is_enough(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.changed, timeout=3000) as changed:
        qtbot.keyClicks(preferences.institution, "Chancellery")
    assert changed.args[0].institution == "Chancellery"


def test_closing_without_a_change_tells_nothing(preferences: PreferencesDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(preferences.changed):
        qtbot.mouseClick(preferences.close_button, Qt.MouseButton.LeftButton)
    assert preferences.isHidden()


def test_a_text_size_of_another_step_is_kept_until_chosen(window: QWidget, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings(text_size=133), window)
    dialog.open()
    with qtbot.waitSignal(dialog.changed) as changed:
        qtbot.keyClicks(dialog.person, "A")
        dialog.commit()
    assert changed.args[0].text_size == 133


def test_identity_tells_both_lines(window: QWidget, qtbot: QtBot) -> None:
    dialog = IdentityDialog("", "Old office", window)
    dialog.open()
    qtbot.keyClicks(dialog.person, "Desk officer")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.person, Qt.Key.Key_Return)
    assert chosen.args == ["Desk officer", "Old office"]


def test_identity_may_stay_blank_and_may_be_left(window: QWidget, qtbot: QtBot) -> None:
    dialog = IdentityDialog(parent=window)
    dialog.open()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert chosen.args == ["", ""]
    other = IdentityDialog("A", "B", window)
    other.open()
    with qtbot.assertNotEmitted(other.chosen):
        qtbot.keyClick(other, Qt.Key.Key_Escape)


class Opener(QObject):
    """Stands where the desktop would open a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open_url")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_about_opens_the_folders_that_are_there(window: QWidget, qtbot: QtBot, opener: Opener) -> None:
    plans_folder().mkdir(parents=True)
    dialog = AboutDialog(window)
    dialog.open()
    _caption, place, press = dialog.folders["plans"]
    assert place.text() == str(plans_folder())
    qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
    assert opener.opened == [plans_folder().as_posix()]
    assert not log_folder().exists()
    assert not dialog.folders["log"][2].isEnabled()


@pytest.mark.parametrize(("code", "word"), [("en", "licence"), ("ru", "лицензия")])
def test_about_names_version_licence_and_libraries(window: QWidget, qtbot: QtBot, code: str, word: str) -> None:
    speak(code)
    dialog = AboutDialog(window)
    dialog.open()
    assert dialog._version.text() == f"{'Version' if code == 'en' else 'Версия'} {__version__} · {word} Apache-2.0"
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for part in (__version__, "SQLAlchemy 2", "openpyxl 3", "LGPL-3.0", str(plans_folder())):
        assert part in copied


def test_a_size_that_is_chosen_fits_the_dialog_itself(
    preferences: PreferencesDialog, qapp: QApplication, qtbot: QtBot
) -> None:
    preferences.changed.connect(lambda now: theme.apply(qapp, theme.load_theme("light", now.text_size)))
    area = preferences.findChild(QScrollArea)
    try:
        for size in (150, 100, 150):
            place = preferences.text_size.findData(size)
            preferences.text_size.setCurrentIndex(place)
            preferences.text_size.activated.emit(place)
            bars = (area.verticalScrollBar(), area.horizontalScrollBar())
            qtbot.waitUntil(lambda bars=bars: all(bar.maximum() == 0 for bar in bars))  # type: ignore[misc]
            room = preferences.screen().availableGeometry()
            assert room.contains(preferences.geometry())
    finally:
        theme.apply(qapp, theme.load_theme("light"))
