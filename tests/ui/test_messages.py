"""What people are told when something goes wrong, in words and in dialogs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mainstreamer import errors
from mainstreamer.domain import attachments, fields, numbers
from mainstreamer.domain.plan import Put
from mainstreamer.errors import (
    BadArgument,
    DiskFull,
    ExportNotVerified,
    InvalidValue,
    MainstreamerError,
    MissingFolder,
    NewerPlan,
    NoDisplay,
    PlanInUse,
    PlanReadOnly,
    WriteFailed,
)
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.sentences import error_sentence, reason_sentence
from mainstreamer.storage.document import Document
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.messages import ErrorDialog, UnexpectedDialog, show_error, unexpected

ERRORS = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, MainstreamerError)]
PARTS = ("happened", "safe", "todo")


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


def details(error: type[MainstreamerError]) -> set[str]:
    """The details that the error's own description promises."""
    listed = re.search(r"Details: ([a-z, ]+)\.", error.__doc__ or "")
    return set(listed[1].split(", ")) if listed else set()


def names(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_every_error_has_its_sentences_in_every_language(error: type[MainstreamerError]) -> None:
    allowed = {"code"} | details(error) | ({"file", "folder"} if "path" in details(error) else set())
    used = {}
    for code in SHIPPED:
        for part in PARTS:
            text = language(code).find("error", error.code, part)
            assert text, f"{code}: {error.code}.{part}"
            assert text.endswith((".", "}"))
            assert names(text) <= allowed
            used[code, part] = names(text)
    assert all(used["en", part] == used["ru", part] for part in PARTS)


def test_no_sentences_of_errors_that_are_gone() -> None:
    for code in SHIPPED:
        assert set(language(code).section("error")) == {error.code for error in ERRORS} | {"reason", "integrity"}


def test_every_reason_has_a_sentence() -> None:
    kinds = {found.name for found in vars(fields).values() if isinstance(found, type) and hasattr(found, "name")}
    sources = [*Path(fields.__file__).parent.glob("*.py"), Path(numbers.__file__), Path(attachments.__file__)]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    shape = r'"((?:choice|date|file|item|link|number|quarter|scale|table|text|wrong|year)_[a-z_]+)"'
    reasons = set(re.findall(shape, text)) - kinds
    assert {"number_negative", "year_range", "choice_unknown"} <= reasons
    for code in SHIPPED:
        words = language(code).section("error")["reason"]
        assert set(words) == reasons | {"other", "file_content_missing"}  # the last is said by the door itself
        assert reason_sentence(language(code), "never_heard_of") == words["other"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PlanReadOnly(path="/media/usb/Plan.mplan", cause="x"), ("“Plan.mplan”", "/media/usb", "Copy the plan")),
        (NewerPlan(path="/a/Plan.mplan", found=9, known=3), ("format 9", "up to 3", "newest Mainstreamer")),
        (MissingFolder(folder="/a/b"), ("/a/b", "Nothing was written", "choose another")),
        (ExportNotVerified(path="/a/Out.xlsx", sheet="", cell=""), ("sheet –", "“Out.xlsx”", "Export again")),
        (BadArgument(name="--country", value="XY", expected="a code"), ("“XY”", "--country", "a code")),
        (NoDisplay(), ("no screen", "--help", "Nothing was changed")),
        (WriteFailed(), ("“–”", "last change", "folder –")),
    ],
)
def test_details_are_filled_in(error: MainstreamerError, words: tuple[str, ...]) -> None:
    told = str(error_sentence(language("en"), error))
    assert all(word in told for word in words)
    assert "{" not in str(error_sentence(language("ru"), error))


def test_an_error_nobody_foresaw_words_for_is_still_told() -> None:
    class Strange(MainstreamerError):
        code = "strange"

    assert "strange" in error_sentence(language("ru"), Strange()).happened


def test_a_refused_value_names_field_and_reason(document: Document) -> None:
    frame = document.plan.frame
    with pytest.raises(InvalidValue) as refused:
        document.put("edit", [Put("plan", frame.uid, "start_year", 1700)])
    english = error_sentence(language("en"), refused.value).happened
    assert english == "The field “First year” cannot take this value: the year must lie between 1900 and 2200."
    assert "«Первый год»" in error_sentence(language("ru"), refused.value).happened


@pytest.mark.parametrize("code", SHIPPED)
def test_the_dialog_tells_and_copies(window: QWidget, qtbot: QtBot, code: str) -> None:
    speak(code)
    error = DiskFull(path="/media/usb/Plan.mplan", cause="No space left on device")
    dialog = show_error(window, error)
    assert isinstance(dialog, ErrorDialog)
    sentence = error_sentence(language(code), error)
    assert dialog.isVisible()
    assert (dialog.happened.text(), dialog.safe.text(), dialog.todo.text()) == (
        sentence.happened,
        sentence.safe,
        sentence.todo,
    )
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert sentence.happened in copied
    assert "disk_full · /media/usb/Plan.mplan · No space left on device" in copied
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_the_dialog_keeps_a_refused_value_to_itself(window: QWidget) -> None:
    error = InvalidValue(kind="plan", field="title", reason="text_nul", value="a secret word")
    dialog = show_error(window, error)
    assert "secret" not in dialog.details.text() + dialog.happened.text()


def test_the_dialog_changes_its_language(window: QWidget) -> None:
    dialog = show_error(window, PlanInUse(path="/a/b.mplan"))
    speak("ru")
    dialog.retranslate()
    assert "открыт в другом окне" in dialog.happened.text()
    assert dialog.close_button.text() == "Закрыть"


def broken() -> None:
    raise ZeroDivisionError("a fault on purpose")


def caught(window: QWidget, fault: Callable[[], None] = broken) -> UnexpectedDialog:
    """Show a bug as the window's hook for bugs does."""
    try:
        fault()
    except ZeroDivisionError as error:
        return unexpected(window, type(error), error, sys.exc_info()[2])
    raise AssertionError("the fault did not happen")


@pytest.mark.parametrize(("code", "word"), [("en", "“saved”"), ("ru", "«сохранено»")])
def test_a_bug_is_reported_and_work_goes_on(window: QWidget, qtbot: QtBot, code: str, word: str) -> None:
    speak(code)
    dialog = caught(window)
    assert word in dialog.text.text()
    assert dialog.count.isHidden()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "a fault on purpose" in copied
    assert "in broken" in copied
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)


def test_further_bugs_join_the_open_report(window: QWidget, qtbot: QtBot) -> None:
    dialog = caught(window)
    for _again in range(20):
        assert caught(window) is dialog
    assert dialog.count.text() == "It happened 21 times."
    assert not dialog.count.isHidden()
    assert dialog.report.toPlainText().count("Traceback") == 1
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert caught(window).count.isHidden()
