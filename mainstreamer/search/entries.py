"""What can be found in a plan: the items of the checklist with their answers, and the records of every register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.fields import Choice, Link, ManyChoices, Text
from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.domain.plan import Plan
from mainstreamer.language.findings import record_name
from mainstreamer.language.folding import split
from mainstreamer.language.language import SHIPPED, Language, language
from mainstreamer.search.index import Entry, Key

ITEM, ACTION, RECORD = "item", "action", "record"
"""The groups in which a plan's entries are shown."""
UNSEEN = ("answer", "custom_item", "item_action", "item_text", "item_setting", "baseline")
"""Kinds without a page of their own: an answer is found as its item."""
GUIDANCE = ("why", "evidence", "who_knows", "obstacle")
_COUNTRIES = "country"


def plan_entries(plan: Plan, checklist: Checklist, speech: Language) -> Iterator[Entry]:
    """All that can be found, in the order in which a plan lists it."""
    for item in checklist.items:
        found = item_entry(plan, checklist, item.code)
        if found is not None:
            yield found
    for kind in KINDS:
        if kind not in UNSEEN:
            rows: Iterable[Record] = plan.actions if kind == ACTION else plan.all(kind)
            for row in rows:
                yield record_entry(plan, speech, kind, row)


def item_entry(plan: Plan, checklist: Checklist, code: str) -> Entry | None:
    """An item as long as its sector is in use."""
    item = checklist.by_code.get(code)
    if item is None or (item.sector and item.sector not in plan.sectors):
        return None
    key = Key(ITEM, ITEM, code)
    return Entry(key, checklist.text(code, "question"), code, "", " ".join(item_texts(plan, checklist, code).values()))


def record_entry(plan: Plan, speech: Language, kind: str, row: Record) -> Entry:
    """A record by its name and everything written in it."""
    title = record_title(plan, speech, kind, row)
    code = str(getattr(row, "code", "") or getattr(row, "indicator", ""))
    if kind == "action_indicator":
        code = str(getattr(plan.find(ACTION, getattr(row, "action", "")), "code", ""))
    acronym = str(getattr(row, "acronym", ""))
    short = [acronym, *(initials(title) if "acronym" in KINDS[kind].fields else ())]
    texts = [*record_texts(kind, row).values(), *_countries(kind, row)]
    if kind == "membership":
        seat = getattr(row, "institution", "")
        texts += [plan.name_of("institution", seat), plan.name_of("institution", seat, short=True)]
    group = ACTION if kind == ACTION else RECORD
    return Entry(Key(group, kind, row.uid), title, code, " ".join(short), " ".join(texts))


def record_title(plan: Plan, speech: Language, kind: str, row: Record) -> str:
    """What people call a record, without a code, and without the acronym of the institution that sends a member."""
    own = str(getattr(row, KINDS[kind].title))
    if kind == "observation" and not own:
        return speech.choice("indicator", getattr(row, "indicator", ""))
    coded = "code" in KINDS[kind].fields or kind in ("action_indicator", "observation", "membership")
    return own if coded and own else record_name(speech, plan, kind, row.uid)


def record_texts(kind: str, row: Record) -> dict[str, str]:
    """What is written in a record by field, besides its name and code."""
    found: dict[str, str] = {}
    for name, spec in KINDS[kind].fields.items():
        plain = isinstance(spec.type, Text) and not isinstance(spec.type, Choice | Link)
        if plain and name not in (KINDS[kind].title, "code", "acronym"):
            text = getattr(row, name)
            if text:
                found[name] = text
    return found


def item_texts(plan: Plan, checklist: Checklist, code: str) -> dict[str, str]:
    """What was answered to an item, and its guidance, by the name of the text."""
    found: dict[str, str] = {}
    answer = plan.answers.get(code)
    if answer is not None:
        found.update({name: text for name in ("finding", "na_reason") if (text := getattr(answer, name))})
    found.update({name: checklist.text(code, name) for name in GUIDANCE})
    for suggestion in checklist.by_code[code].actions:
        found[suggestion.key] = checklist.action_text(code, suggestion.key, "action")
    return found


def _countries(kind: str, row: Record) -> Iterator[str]:
    """Countries named in a record, in every language that ships: people know them by any of those names."""
    for name, spec in KINDS[kind].fields.items():
        if isinstance(spec.type, Choice | ManyChoices) and spec.type.choices == _COUNTRIES:
            value = getattr(row, name)
            for code in (value,) if isinstance(value, str) else value:
                if code:
                    yield from (code, *(language(speech).choice(_COUNTRIES, code) for speech in SHIPPED))


def initials(name: str) -> tuple[str, ...]:
    """First letters of a name's words, all of them and those of the longer words: MoLSP and MLSP."""
    words = split(name)
    if not 2 <= len(words) <= 12:
        return ()
    every = "".join(word[0] for word in words)
    longer = "".join(word[0] for word in words if len(word) > 3)
    return tuple(dict.fromkeys(part for part in (every, longer) if len(part) > 1))


def touched_entries(
    plan: Plan, checklist: Checklist, speech: Language, touched: Mapping[str, Iterable[str]]
) -> tuple[list[Entry], list[tuple[str, str]]]:
    """After a change: the entries that it made anew, and kind and uid of those that are gone."""
    made: list[Entry] = []
    gone: list[tuple[str, str]] = []
    for kind, uid in _concerned(plan, touched):
        if kind == "answer":
            answer = plan.entries.get(kind, {}).get(uid)
            item = item_entry(plan, checklist, getattr(answer, "item", ""))
            if item is not None:
                made.append(item)
        elif kind in KINDS_OF_CHECKLIST:
            record = plan.entries.get(kind, {}).get(uid)
            code = str(getattr(record, "item", "") or getattr(record, "code", ""))
            item = item_entry(plan, checklist, code)
            if item is not None:
                made.append(item)
            elif code:
                gone.append((ITEM, code))
        elif kind not in UNSEEN:
            row = plan.find(kind, uid)
            if row is None:
                gone.append((kind, uid))
            else:
                made.append(record_entry(plan, speech, kind, row))
    return made, gone


def _concerned(plan: Plan, touched: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The records touched, and those named after one of them."""
    for kind, uids in touched.items():
        named = set(uids)
        yield from ((kind, uid) for uid in named)
        if kind == "institution":
            yield from (("membership", row.uid) for row in plan.memberships if row.institution in named)
        elif kind == ACTION:
            for uid in named:
                yield from (("action_indicator", row.uid) for row in plan.action_indicators.get(uid, ()))
