"""Where two texts differ: what a line has room for, with some words before and after."""

from __future__ import annotations

import re
from typing import NamedTuple

SHORT = 32
"""Texts of up to so many characters are shown whole."""
CONTEXT = 28
"""Characters kept before and after the place where longer ones differ."""
LONGEST = 400
"""Characters of a part: no line is longer, and texts may have a million."""

_BREAKS = re.compile(r"[ \t\n\v\f\r\u2028\u2029]+")


class Difference(NamedTuple):
    """The same words before, what was, what is, the same words after; in one line."""

    before: str
    old: str
    new: str
    after: str


def spans(old: str, new: str) -> tuple[int, int]:
    """How many characters are the same at the beginning, and how many at the end; no word is cut in two."""
    least = min(len(old), len(new))
    begin = 0
    while begin < least and old[begin] == new[begin]:
        begin += 1
    while begin and not (_between_words(old, begin) and _between_words(new, begin)):
        begin -= 1
    end = 0
    while end < least - begin and old[-1 - end] == new[-1 - end]:
        end += 1
    while end and not (_between_words(old, len(old) - end) and _between_words(new, len(new) - end)):
        end -= 1
    return begin, end


def _between_words(text: str, place: int) -> bool:
    """Whether a text can be parted there without cutting a word or a number."""
    if place <= 0 or place >= len(text):
        return True
    return not (text[place - 1].isalnum() and text[place].isalnum())


def in_one_line(text: str) -> str:
    """A text without breaks; the spaces that hold figures together stay."""
    return _BREAKS.sub(" ", text).strip()


def difference(old: str, new: str) -> Difference:
    """What to show of two texts in one line."""
    one, other = in_one_line(old), in_one_line(new)
    if not one or not other or (len(one) <= SHORT and len(other) <= SHORT):
        return Difference("", _cut(one), _cut(other), "")
    begin, end = spans(one, other)
    before, after = one[:begin], one[len(one) - end :] if end else ""
    if len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return Difference(before, _cut(one[begin : len(one) - end]), _cut(other[begin : len(other) - end]), after)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
