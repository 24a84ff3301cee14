"""The three sentences of an error: what happened, what is safe, what to do. Pure text, for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mainstreamer.errors import InvalidValue, MainstreamerError, NotAPack, UnreadableWorkbook
from mainstreamer.language.language import Language, language

UNKNOWN = MainstreamerError.code
_PARTS = ("happened", "safe", "todo")


@dataclass(frozen=True)
class Sentence:
    """What a person is told about one error; each part is one short sentence."""

    happened: str
    safe: str
    todo: str

    def __str__(self) -> str:
        return f"{self.happened} {self.safe} {self.todo}"


class _Details(dict[str, str]):
    """Placeholders of a sentence; one that the error did not bring shows as a dash, so that a person is always told."""

    def __missing__(self, key: str) -> str:
        return "–"


def error_sentence(speech: Language, error: MainstreamerError) -> Sentence:
    """The sentences of an error in a language; a code without words of its own gets those of `unknown`."""
    code = error.code if _words(speech, error.code, "happened") else UNKNOWN
    details = _placeholders(speech, error)
    happened, safe, todo = (_words(speech, code, part).format_map(details) for part in _PARTS)
    return Sentence(happened, safe, todo)


def reason_sentence(speech: Language, reason: str) -> str:
    """What is wrong with a value, by the code that a field type answers with."""
    return _words(speech, "reason", reason) or _words(speech, "reason", "other")


def _words(speech: Language, *keys: str) -> str:
    return speech.find("error", *keys) or language("en").find("error", *keys) or ""


def _placeholders(speech: Language, error: MainstreamerError) -> _Details:
    """The error's details as text, a path split into file name and folder, codes turned into words."""
    found = _Details(code=error.code)
    for name, value in error.details.items():
        text = str(value)
        found[name] = text if text else "–"
    if "path" in error.details:
        path = Path(str(error.details["path"]))
        found["file"] = path.name or str(path)
        found["folder"] = str(path.parent)
    if isinstance(error, InvalidValue):
        found["reason"] = reason_sentence(speech, error.reason)
        found["field"] = speech.field(str(error.details.get("kind", "")), str(error.details.get("field", "")))
    if isinstance(error, NotAPack | UnreadableWorkbook):
        found["problem"] = speech.word("refusal", "workbook_problem", found["problem"])
    return found
