"""Writes the checklist as a pack: a workbook that people edit in a spreadsheet and load into a plan again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from mainstreamer import __version__, knowledge
from mainstreamer.domain.checklist import Item, action_text_name
from mainstreamer.domain.numbers import number_text
from mainstreamer.domain.own_checklist import in_order, tailored
from mainstreamer.domain.packs import (
    ACTIONS,
    COLUMNS,
    FORMAT,
    ITEM_COLUMNS,
    ITEMS,
    LISTS,
    SETTINGS,
    STRUCTURE,
    TEXTS,
    heading,
)
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import column_letter
from mainstreamer.errors import ExportNotVerified
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.cells import fit_text
from mainstreamer.exchange.pack_look import CODE_LISTS, Row, dress, write_codes
from mainstreamer.exchange.pack_values import clean
from mainstreamer.exchange.writing import replacing
from mainstreamer.language.language import Language

Progress = Callable[[int, int], None]
_YES_NO = {True: "yes", False: "no", None: None}
NO_PLAN = "00000000-0000-0000-0000-000000000000"


def _silent(done: int, total: int) -> None:
    return None


def write_pack(
    target: Path,
    plan: Plan | None,
    speech: Language,
    today: date,
    progress: Progress = _silent,
    *,
    replace: bool = True,
) -> tuple[Path, int]:
    """Write the checklist of a plan, or the shipped one, as a pack: the path written and the number of items. `speech` is
    the language of what explains the columns; the pack itself has every language there is.

    `progress(done, total)` may raise Cancelled. Raises MissingFolder, TargetBusy, TargetExists (unless `replace`), DiskFull,
    WriteFailed, ExportNotVerified; the target is then as it was.
    """
    from openpyxl import Workbook

    content = _Content(plan, speech)
    book = Workbook()
    book.remove(book.active)
    sheets = {ITEMS: list(content.items()), ACTIONS: list(content.actions()), SETTINGS: content.settings(today)}
    progress(0, 3)
    lists = content.lists()
    for name, rows in sheets.items():
        dress(book, name, content.headings(name), rows, lists, speech)
    write_codes(book, lists, speech)
    book.properties.title = speech.word("workbook", "pack", "title")
    book.properties.creator = "Mainstreamer"
    progress(1, 3)
    with replacing(target, replace) as (temporary, real):
        book.save(temporary)
        progress(2, 3)
        _verify(temporary, real, sheets)
    progress(3, 3)
    return real, len(sheets[ITEMS])


class _Content:
    """The rows of a pack."""

    def __init__(self, plan: Plan | None, speech: Language) -> None:
        self._plan = plan if plan is not None else Plan(NO_PLAN)
        self._uid = "" if plan is None else plan.uid
        self._speech = speech
        self._mark = speech.word("workbook", "note", "cut")
        shipped = knowledge.checklist(knowledge.FALLBACK)
        self._shipped = shipped
        self._own = {row.code: row for row in reversed(self._plan.custom_items)}
        self._asked = tailored(shipped, self._plan)
        languages = [*knowledge.checklist_languages(), *sorted(self._asked.wording)]
        self.languages = tuple(dict.fromkeys(languages))

    def headings(self, sheet: str) -> tuple[str, ...]:
        if sheet == SETTINGS:
            return ("setting", "value", "meaning")
        plain = tuple(column.name for column in COLUMNS[sheet])
        return (*plain, *(heading(name, lang) for name in TEXTS[sheet] for lang in self.languages))

    def lists(self) -> dict[str, tuple[str, ...]]:
        found = {name: LISTS.get(name, ()) for name in CODE_LISTS}
        return {**found, "indicator": tuple(sorted(knowledge.indicators()))}

    def _in_order(self) -> list[Item]:
        known = self._asked.known
        codes = dict.fromkeys(
            [item.code for item in self._shipped.items]
            + [own.code for own in self._plan.custom_items if own.code in known]
        )
        return in_order(self._plan, [known[code] for code in codes])

    def items(self) -> Iterator[Row]:
        for item in self._in_order():
            cells = [self._plain(item, column.name, column.form) for column in ITEM_COLUMNS]
            texts = [self._text(lang, item.code, name, name) for name in TEXTS[ITEMS] for lang in self.languages]
            yield Row((*cells, *texts), 1 if item.own else 1 + len(STRUCTURE))

    def _plain(self, item: Item, name: str, form: str) -> Any:
        setting = self._plan.item_settings.get(item.code)
        if name == "off":
            return "yes" if setting is not None and setting.off else None
        if name == "reason":
            return self._fitted(setting.reason) if setting is not None else None
        if name == "place":
            return _number_in_cell(None if setting is None else setting.place)
        if name == "essential":
            own = self._own.get(item.code) if item.own else None
            return _YES_NO[item.essential if own is None else own.essential]
        if form == "many":
            return "; ".join(item.tags[name]) or None
        return str(getattr(item, name)) or None

    def _text(self, lang: str, code: str, name: str, *keys: str) -> str | None:
        """A text in one language and no other: the plan's own wording, else the shipped one."""
        own = self._asked.wording.get(lang, {}).get((code, name))
        return self._fitted(own or knowledge.shipped_text(lang, code, *keys))

    def _fitted(self, text: str) -> str | None:
        return clean(fit_text(text, self._mark)[0]) or None

    def actions(self) -> Iterator[Row]:
        for item in self._in_order():
            own = {row.uid: row for row in self._plan.item_actions if row.item == item.code}
            for action in item.actions:
                row = own.get(action.key)
                quarters = action.quarters if row is None else row.quarters
                lead = action.lead if row is None else row.lead
                plain = (item.code, action.key, lead or None, quarters, action.indicator or None)
                texts = [
                    self._text(lang, item.code, action_text_name(action.key, name), "action", action.key, name)
                    for name in TEXTS[ACTIONS]
                    for lang in self.languages
                ]
                yield Row((*plain, *texts), len(plain) if row is None else 2)

    def settings(self, today: date) -> list[Row]:
        values = {
            "format": str(FORMAT),
            "edition": self._shipped.edition,
            "plan": self._uid,
            "languages": "; ".join(self.languages),
            "date": today.isoformat(),
            "program": __version__,
        }
        return [
            Row((name, value or None, self._speech.word("workbook", "pack_setting", name)), 3)
            for name, value in values.items()
        ]


def _number_in_cell(number: Decimal | None) -> float | str | None:
    """A number as a cell holds it; as text where that would not be the same number."""
    if number is None:
        return None
    return float(number) if Decimal(repr(float(number))) == number else number_text(number)


def _verify(path: Path, target: Path, sheets: dict[str, list[Row]]) -> None:
    """Read the pack back as it will be loaded, and compare every cell with what it was made of."""
    found = read_book(path, lambda title: title in sheets)
    for name, rows in sheets.items():
        for number, row in enumerate(rows, 2):
            cells = found[name].rows.get(number, {})
            for column, wanted in enumerate(row.cells, 1):
                got = cells.get(column)
                if (None if got is None else got.value) != wanted:
                    raise ExportNotVerified(path=str(target), sheet=name, cell=f"{column_letter(column)}{number}")
