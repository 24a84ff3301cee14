"""Where in a text a question is met: for emphasis, and for the piece of a long text that is worth showing."""

from __future__ import annotations

from mainstreamer.language.folding import WORD, forms, split
from mainstreamer.search.index import FORGIVING_FROM, begins_nearly

Span = tuple[int, int]
"""Start and end of a piece of text."""
AROUND = 48
"""Characters shown on each side of the words found in a long text."""


def spans(text: str, question: str, forgiving: bool = False) -> list[Span]:
    """The pieces of a text that the words of a question meet, in order and without overlap. `forgiving` also takes words
    that differ by one letter."""
    found: list[Span] = []
    wanted: list[str] = []
    lowered = text.lower()
    for chunk in question.split():
        parts = split(chunk)
        at = lowered.find(chunk.lower()) if parts != [chunk] and len(lowered) == len(text) else -1
        if at >= 0:
            found.append((at, at + len(chunk)))
        else:
            wanted += parts
    for match in WORD.finditer(text):
        for word in wanted:
            part = _met(match[0], word) or (_nearly_met(match[0], word) if forgiving else None)
            if part is not None:
                found.append((match.start() + part[0], match.start() + part[1]))
    return _joined(found)


def _met(word: str, wanted: str) -> Span | None:
    """The piece of a word that begins with `wanted`, or else has it inside."""
    spelled, wishes = forms(word), forms(wanted)
    for wish in wishes:
        if any(form.startswith(wish) for form in spelled):
            return 0, _reach(word, wish)
    for wish in wishes:
        if len(wish) >= 3 and any(wish in form for form in spelled):
            starts = (at for at in range(1, len(word)) if any(form.startswith(wish) for form in forms(word[at:])))
            at = next(starts, 0)
            return at, at + _reach(word[at:], wish)
    return None


def _nearly_met(word: str, wanted: str) -> Span | None:
    """The whole of a word that begins with `wanted` but for one letter."""
    pairs = ((form, wish) for form in forms(word) for wish in forms(wanted) if len(wish) >= FORGIVING_FROM)
    return (0, len(word)) if any(begins_nearly(form, wish) for form, wish in pairs) else None


def _reach(word: str, wish: str) -> int:
    """How many characters of a word it takes to spell what was wished for."""
    reaching = (end for end in range(1, len(word)) if any(form.startswith(wish) for form in forms(word[:end])))
    return next(reaching, len(word))


def _joined(found: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def missing(text: str, question: str, forgiving: bool = False) -> str:
    """The words of a question that a text does not have."""
    return " ".join(chunk for chunk in question.split() if split(chunk) and not spans(text, chunk, forgiving))


def excerpt(text: str, question: str, forgiving: bool = False) -> str:
    """The piece of a text around the first words found, on one line; empty when none is found."""
    met = spans(text, question, forgiving)
    if not met:
        return ""
    start, end = max(0, met[0][0] - AROUND), min(len(text), met[0][1] + AROUND)
    # Words are shown whole.
    while 0 < start < met[0][0] and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > met[0][1] and not text[end].isspace():
        end -= 1
    piece = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{piece}{' …' if end < len(text) else ''}"
