"""What loading a checklist pack does, as plain data and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from mainstreamer.domain.checklist import ITEM_TEXTS
from mainstreamer.domain.packs import PackFault
from mainstreamer.language import Language
from mainstreamer.language.packs import fault_place, fault_reason, fault_sentence
from mainstreamer.operations.pack_difference import (
    EMPTIED,
    RESTORED,
    REWORDED,
    TRANSLATED,
    LanguageState,
    Named,
    PackDifference,
    TextChange,
    ValueChange,
)


class Line(NamedTuple):
    """One line of the report: its group (`new`, `gone`, `reworded`, `translated`, `changed`, `note`), the word for it, the
    item, which part of it, and how that was and will be."""

    group: str
    word: str
    item: str
    part: str
    before: str
    after: str


# -- plain data --------------------------------------------------------------------------------------------------------


def pack_data(found: PackDifference | None, faults: Iterable[Any], speech: Language, loaded: bool) -> dict[str, Any]:
    """The report of `checklist --load --json`; its form is in docs/command-line.md."""
    refused = [_fault_data(fault, speech) for fault in faults if isinstance(fault, PackFault)]
    if found is None:
        return {"loaded": False, "refused": refused}
    return {
        "loaded": loaded,
        "refused": refused,
        "edition": {"pack": found.edition, "here": found.edition_here},
        "changes": len(found.puts),
        "answers": found.answers,
        "new": [{"code": one.item, "question": one.text, "answered": one.answered} for one in found.new],
        "gone": [{"code": one.item, "question": one.text, "answered": one.answered} for one in found.gone],
        "texts": [change.__dict__ for change in found.texts],
        "values": [
            {"item": one.item, "key": one.key, "name": one.name, "old": _plain(one.old), "new": _plain(one.new)}
            for one in found.values
        ],
        "new_actions": [{"item": one.item, "key": one.key, "action": one.text} for one in found.new_actions],
        "gone_actions": [{"item": one.item, "key": one.key, "action": one.text} for one in found.gone_actions],
        "languages": [
            {
                "language": state.code,
                "percent": state.percent,
                "have": state.have,
                "of": state.of,
                "new": state.new,
                "instead": dict(state.instead),
            }
            for state in found.languages
        ],
        "notes": [_fault_data(note, speech) for note in found.notes],
    }


def _fault_data(fault: PackFault, speech: Language) -> dict[str, Any]:
    return {
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "heading": fault.heading,
        "value": fault.value,
        "reason": fault.reason,
        "expected": fault.expected,
        "message": fault_reason(speech, fault),
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Decimal) else value


# -- lines for people --------------------------------------------------------------------------------------------------


def fault_lines(faults: Iterable[Any], speech: Language) -> list[str]:
    """Every fault in a line: where, what stands there, what is expected."""
    return [fault_sentence(speech, fault) for fault in faults if isinstance(fault, PackFault)]


def summary(found: PackDifference, speech: Language) -> list[str]:
    """What loading would do, in a few sentences."""
    said: list[str] = []
    if found.other_edition:
        said.append(
            speech.t(
                "The pack is of edition {pack}; the checklist at hand is edition {here}.",
                pack=found.edition,
                here=found.edition_here,
            )
        )
    counts = {change: sum(one.change == change for one in found.texts) for change in _CHANGES}
    if found.new:
        said.append(speech.n("{n} new item.", "{n} new items.", len(found.new)))
    if found.new_actions:
        said.append(speech.n("{n} new suggested action.", "{n} new suggested actions.", len(found.new_actions)))
    if counts[REWORDED]:
        said.append(speech.n("{n} text is worded anew.", "{n} texts are worded anew.", counts[REWORDED]))
    if counts[TRANSLATED]:
        said.append(speech.n("{n} text is translated.", "{n} texts are translated.", counts[TRANSLATED]))
    if back := counts[RESTORED] + counts[EMPTIED]:
        said.append(speech.n("{n} own wording is taken back.", "{n} own wordings are taken back.", back))
    if found.values:
        said.append(speech.n("{n} setting is changed.", "{n} settings are changed.", len(found.values)))
    if found.changes_nothing:
        said.append(speech.t("The pack changes nothing in this plan."))
    if found.gone:
        said.append(
            speech.n(
                "{n} item of the plan is not in the pack; it stays.",
                "{n} items of the plan are not in the pack; they stay.",
                len(found.gone),
            )
        )
    if found.answers:
        said.append(speech.n("{n} answer stays with its item.", "{n} answers stay with their items.", found.answers))
    return said


_CHANGES = (REWORDED, TRANSLATED, RESTORED, EMPTIED)


def language_line(state: LanguageState, speech: Language) -> str:
    """How complete a language is, and what is shown in place of what is missing."""
    name = speech.choice("language", state.code)
    line = speech.t("{language}: {percent} % of the texts", language=name, percent=speech.number(state.percent))
    if state.new:
        line += ", " + speech.n("{n} of them new", "{n} of them new", state.new)
    if state.instead:
        instead = ", ".join(
            f"{speech.choice('language', code)} ({speech.number(count)})"
            for code, count in sorted(state.instead.items(), key=lambda pair: -pair[1])
        )
        line += "; " + speech.t("the rest is shown in: {languages}", languages=instead)
    return line


def lines(found: PackDifference, speech: Language) -> Iterator[Line]:
    """Every difference, in the order in which people look through them."""
    for one in found.new:
        yield Line("new", speech.t("New item"), one.item, "", "", one.text)
    for one in found.new_actions:
        yield Line("new", speech.t("New action"), one.item, speech.field("item_action", "action"), "", one.text)
    for change in found.texts:
        yield _text_line(change, speech)
    for value in found.values:
        yield _value_line(value, speech)
    for one in found.gone:
        yield Line("gone", speech.t("Not in the pack"), one.item, "", one.text, _stays(one, speech))
    for one in found.gone_actions:
        part = speech.field("item_action", "action")
        yield Line("gone", speech.t("Not in the pack"), one.item, part, one.text, speech.t("It stays in the plan."))
    for note in found.notes:
        part = fault_place(speech, note)
        yield Line("note", speech.t("Not taken"), "", part, note.value, fault_reason(speech, note))


def _stays(one: Named, speech: Language) -> str:
    if one.answered:
        return speech.t("It stays in the plan, and so does its answer.")
    return speech.t("It stays in the plan.")


def _text_line(change: TextChange, speech: Language) -> Line:
    group = "translated" if change.change == TRANSLATED else "reworded"
    word = {
        REWORDED: speech.t("Worded anew"),
        TRANSLATED: speech.t("Translated"),
        RESTORED: speech.t("As shipped again"),
        EMPTIED: speech.t("Taken away"),
    }[change.change]
    part = f"{text_name(change.name, speech)} ({speech.choice('language', change.language)})"
    return Line(group, word, change.item, part, change.old, change.new)


def text_name(name: str, speech: Language) -> str:
    """What a text of an item is called."""
    if name in ITEM_TEXTS:
        return speech.field("custom_item", name)
    return speech.field("item_action", name.rpartition(".")[2])


def _value_line(change: ValueChange, speech: Language) -> Line:
    if change.key:
        part = speech.field("item_action", change.name)
    else:
        part = speech.field("item_setting" if change.name in _DECISIONS else "custom_item", change.name)
    before, after = _said(change, change.old, speech), _said(change, change.new, speech)
    return Line("changed", speech.t("Changed"), change.item, part, before, after)


_DECISIONS = ("off", "reason", "place")
_LISTS = {
    "step": "step", "sector": "sector", "roles": "country_role", "phases": "phase", "lead": "institution_type",
    "indicator": "indicator",
}  # fmt: skip


def _said(change: ValueChange, value: Any, speech: Language) -> str:
    if isinstance(value, bool):
        return speech.choice("yes_no", "yes" if value else "no")
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, Decimal | int):
        return speech.number(value)
    codes = value if isinstance(value, tuple) else (value,)
    list_ = _LISTS.get(change.name)
    return "; ".join(speech.choice(list_, code) if list_ else str(code) for code in codes)
