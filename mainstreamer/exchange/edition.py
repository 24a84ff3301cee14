"""One export: what is shown of which plan, in which words, and how a field's value becomes a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import InitVar, dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from mainstreamer import knowledge
from mainstreamer.domain.actions import total
from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.fields import (
    Address,
    Choice,
    Date,
    FieldSpec,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Money,
    Number,
    NumberTable,
    Text,
    Year,
    YesNo,
    is_web_address,
)
from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.domain.plan import Plan, code_order
from mainstreamer.domain.presets import PresetSpec, part_of
from mainstreamer.domain.publication import is_confidential, is_published, withheld_findings
from mainstreamer.exchange.both_checklists import both_checklists
from mainstreamer.exchange.cells import TITLE_LIMIT, Cell, Sheet, sheet_title
from mainstreamer.exchange.rows import fits_as_date
from mainstreamer.exchange.styles import (
    CALCULATED,
    CENTRE,
    FONT,
    LINE_TEXT,
    PLAIN_WHOLE,
    TEXT,
    WHOLE,
    Look,
    decimals_format,
    decimals_of,
    is_whole,
    money_format,
)
from mainstreamer.language.language import Language

TECHNICAL = "_mainstreamer"
"""Title of the hidden sheet by which an edited workbook is recognised when it comes back."""

SHOWN_BY_CODE = ("sdg", "gcm")
"""Lists whose codes are what people know; their words stand on the sheet of code lists."""

PART_SHEETS = (
    "cover", "summary", "action", "timeline", "budget", "approval", "action_indicator", "objective", "demography",
)  # fmt: skip
"""Sheets that show actions or add them up: a filter of the preset holds for them, and they say so."""

_MOST_NAMES, _LONG_NAME = 6, 100
"""Names of a filter that are said one by one, and characters of each."""

_HUGE = 10**15

Maker = Callable[[Any], Cell]


@dataclass
class Edition:
    """What all sheets of one export share.

    `chosen` is a preset, or the name of a base. `plan` holds the actions that its filter keeps, `whole` all of them.
    """

    plan: Plan
    checklist: Checklist
    language: Language
    chosen: InitVar[str | PresetSpec]
    today: date
    vector: Mapping[str, int] | None = None
    names: dict[str, str] = field(default_factory=dict)
    offered: dict[str, None] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)
    _makers: dict[tuple[str, str], Maker] = field(default_factory=dict)
    spec: PresetSpec = field(init=False)
    whole: Plan = field(init=False)

    def __post_init__(self, chosen: str | PresetSpec) -> None:
        self.spec = chosen if isinstance(chosen, PresetSpec) else PresetSpec(base=chosen)
        self.spec = replace(self.spec, languages=self.language.codes)
        self.whole = self.plan
        self.plan = part_of(self.whole, self.spec.filter)
        if len(self.language.codes) > 1:
            second = knowledge.plan_checklist(self.whole, self.language.codes[1])
            self.checklist = both_checklists(self.checklist, second)

    # -- words -------------------------------------------------------------------------------------------------------

    def word(self, section: str, key: str, **placeholders: object) -> str:
        """Words of the workbook in the language of the export."""
        return self.language.word("workbook", section, key, **placeholders)

    def title(self, key: str) -> str:
        """The title of a sheet: its own words, or the name of the register."""
        if key not in self._titles:
            words = self.language.find("workbook", "sheet", key)
            wanted = words if words is not None else self.language.kind(key, "many")
            # A slash stands between two languages, and no title may have one.
            joined = " – ".join(self.language.parts(wanted))
            short = joined if len(joined) <= TITLE_LIMIT else self.language.parts(wanted)[0]
            self._titles[key] = sheet_title(short, tuple(self._titles.values()))
        return self._titles[key]

    def sheet(self, key: str, part: str) -> Sheet:
        """An empty sheet of this export."""
        name = self.plan.frame.title or self.word("cover", "untitled")
        tail = f" – {self.word('page', 'part')}" if key in PART_SHEETS and self.is_part else ""
        heading = f"{self.title(key)}{tail}"
        footer = f"{name[:80]} – {heading}".replace("&", "&&").replace("\n", " ")
        sheet = Sheet(key, self.title(key), self.word("note", "cut"), part, footer=footer)
        sheet.heading = heading
        sheet.page_words = self.word("page", "footer")
        sheet.right_to_left = self.language.right_to_left
        sheet.font = self.language.font or FONT
        sheet.withheld = self.word("note", "withheld") if self.public else ""
        sheet.notice = self.part_note if key in PART_SHEETS else ""
        return sheet

    @cached_property
    def yes_no(self) -> dict[bool, str]:
        return {True: self.language.choice("yes_no", "yes"), False: self.language.choice("yes_no", "no")}

    @cached_property
    def fiscal_start(self) -> int:
        """The month that opens the fiscal year; January where the plan does not say."""
        return self.plan.frame.fiscal_start or 1

    def amount_header(self, label: str) -> str:
        """The header of a money column: it names the currency and the price year."""
        currency, year = self.plan.frame.currency, self.plan.frame.price_year
        if not currency:
            return label
        if year is None:
            return self.word("column", "amount", label=label, unit=currency)
        return self.word("column", "amount_year", label=label, unit=currency, year=year)

    def money_note(self) -> str:
        """One sentence on currency and prices."""
        currency, year = self.plan.frame.currency, self.plan.frame.price_year
        if not currency:
            return self.word("note", "money_unknown")
        if year is None:
            return self.word("note", "money_no_year", currency=self.language.choice("currency", currency))
        return self.word("note", "money", currency=self.language.choice("currency", currency), year=year)

    # -- a part of the plan ------------------------------------------------------------------------------------------

    @property
    def is_part(self) -> bool:
        """Whether actions are left out by the filter of the preset."""
        return not self.spec.filter.is_empty

    @cached_property
    def part_words(self) -> str:
        """Which actions the filter keeps, in words, and how many they are; empty without a filter."""
        if not self.is_part:
            return ""
        return self.language.each(self._filter_words)

    @cached_property
    def part_note(self) -> str:
        """A sentence that nobody may take this for the whole plan; empty when it is."""
        return self.word("note", "part", part=self.part_words) if self.is_part else ""

    def _filter_words(self, speech: Language) -> str:
        chosen = self.spec.filter
        names = [self.record_name("institution", uid) or uid for uid in chosen.leads]
        statuses = [
            speech.choice("action_status", code) or speech.word("workbook", "note", "no_status")
            for code in chosen.statuses
        ]
        parts = {
            "lead": names, "step": list(chosen.steps), "fiscal_year": [str(year) for year in sorted(chosen.years)],
            "status": statuses,
        }  # fmt: skip
        said = [f"{speech.word('workbook', 'part', key)}: {_some(words)}" for key, words in parts.items() if words]
        kept, whole = speech.number(len(self.plan.actions)), speech.number(len(self.whole.actions))
        return f"{'; '.join(said)} ({speech.word('workbook', 'part', 'count', kept=kept, whole=whole)})"

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def preset(self) -> str:
        """The base of the preset."""
        return self.spec.base

    @property
    def public(self) -> bool:
        return self.preset == "public"

    def records(self, kind: str) -> tuple[Record, ...]:
        """Records that this export shows, in their order. A public one leaves out what is confidential."""
        rows = self.plan.all(kind)
        order = KINDS[kind].order
        if order:
            rows = tuple(sorted(rows, key=lambda row: code_order(str(getattr(row, order)))))
        return tuple(row for row in rows if not is_confidential(row)) if self.public else rows

    @cached_property
    def shown_evidence(self) -> frozenset[str]:
        """Uids of the evidence that this export shows."""
        return frozenset(row.uid for row in self.records("evidence"))

    @cached_property
    def item_of_answer(self) -> dict[str, str]:
        """Item codes by the uid of their answer."""
        return {answer.uid: code for code, answer in self.plan.answers.items()}

    @cached_property
    def withheld_findings(self) -> frozenset[str]:
        """Codes of items whose finding is not shown."""
        return withheld_findings(self.whole) if self.public else frozenset()

    def fields(self, kind: str) -> dict[str, FieldSpec]:
        """Fields that this export shows: those chosen, and of them in a public one those that may be published."""
        return {
            name: spec
            for name, spec in KINDS[kind].fields.items()
            if self.spec.shows(kind, name) and not (self.public and not is_published(kind, name))
        }

    def record_name(self, kind: str, uid: str) -> str:
        """What a record is called in a cell; its uid where it has no name yet, so that a link is never lost."""
        record = self.whole.find(kind, uid)
        code = str(getattr(record, "code", "")) if kind == "action" else ""
        return code or self.whole.name_of(kind, uid) or (uid if record is not None else "")

    # -- values as cells ---------------------------------------------------------------------------------------------

    @cached_property
    def money_look(self) -> Look:
        """One number format for all calculated amounts: cents only when some amount of an action has cents."""
        amounts = (a for row in self.plan.actions for a in (row.cost, row.secured_state, row.secured_external))
        return WHOLE._replace(format=money_format(all(a is None or is_whole(a) for a in amounts)))

    @cached_property
    def gap_look(self) -> Look:
        """As other amounts; what is secured beyond the cost is no gap below zero, it is called a surplus."""
        shown = self.money_look.format
        return self.money_look._replace(format=f'{shown};"{self.word("column", "surplus")} "{shown}')

    @cached_property
    def sums_format(self) -> str:
        """The number format of what amounts add up to; sums that no column has room for are shown by their size."""
        found = total(self.plan.actions)
        return self.money_look.format if max(found.cost, found.state, found.external) < _HUGE else "0.00E+00"

    @cached_property
    def date_look(self) -> Look:
        return CENTRE._replace(format=self.language.date_format)

    def day(self, value: date, look: Look | None = None) -> Cell:
        """A real date; ISO text before 1 March 1900, where spreadsheets have no reliable calendar."""
        return Cell(value, look or self.date_look) if fits_as_date(value) else Cell(value.isoformat(), CENTRE)

    def quarter(self, value: Quarter | None) -> str:
        """A quarter in the form of the language; empty for none."""
        return "" if value is None else self.language.quarter(value)

    def number(self, value: Decimal, suffix: str = "") -> Cell:
        """A number with the decimal places it has, and a fixed remark behind it that is part of the format."""
        shown = decimals_format(decimals_of(value))
        return Cell(value, WHOLE._replace(format=f'{shown}" {suffix}"' if suffix else shown))

    def maker(self, kind: str, name: str) -> Maker:
        """The function that makes a cell of a field's value."""
        key = (kind, name)
        if key not in self._makers:
            self._makers[key] = self._new_maker(KINDS[kind].fields[name])
        return self._makers[key]

    def _new_maker(self, spec: FieldSpec) -> Maker:
        kind = spec.type
        if isinstance(kind, Choice):
            return self._by_code(lambda code: self.language.choice(kind.choices, code), TEXT)
        if isinstance(kind, ManyChoices) and kind.choices in SHOWN_BY_CODE:
            return self._joined(lambda code: code, "; ", LINE_TEXT)
        if isinstance(kind, ManyChoices):
            return self._joined(lambda code: self.language.choice(kind.choices, code), "; ")
        if isinstance(kind, Link):
            return self._by_code(lambda uid: self.record_name(kind.kind, uid), TEXT)
        if isinstance(kind, Links):
            return self._joined(lambda uid: self.record_name(kind.kind, uid), ";\n")
        if isinstance(kind, ItemCodes):
            return self._joined(lambda code: code, "; ", LINE_TEXT)
        return self._simple_maker(spec)

    def _simple_maker(self, spec: FieldSpec) -> Maker:
        kind = spec.type
        if isinstance(kind, Attachment):
            return lambda value: Cell(None if value is None else value.name, CALCULATED)
        if isinstance(kind, Address) and self.public:
            # The path of a file on somebody's computer is nobody else's business.
            return lambda value: Cell(value if is_web_address(value) else None)
        if isinstance(kind, Text):
            look = TEXT if isinstance(kind, LongText) else LINE_TEXT
            return lambda value: Cell(value or None, look)
        if isinstance(kind, YesNo):
            blank = Cell(None, CENTRE)
            words = {None: blank, True: Cell(self.yes_no[True], CENTRE), False: Cell(self.yes_no[False], CENTRE)}
            return lambda value: words[value]
        if isinstance(kind, Date):
            return lambda value: Cell(None, self.date_look) if value is None else self.day(value)
        if isinstance(kind, FiscalQuarter):
            return lambda value: Cell(self.quarter(value) or None, CENTRE)
        if isinstance(kind, Money):
            return self._money
        if isinstance(kind, Number):
            return lambda value: Cell(None, WHOLE) if value is None else self.number(value)
        if isinstance(kind, NumberTable):
            return lambda value: Cell(None)
        look = PLAIN_WHOLE if isinstance(kind, Year) or getattr(kind, "most", 0) <= 100 else WHOLE
        return lambda value: Cell(value, look)

    def _money(self, value: Decimal | None) -> Cell:
        if value is None:
            return Cell(None, self.money_look)
        return Cell(value, WHOLE._replace(format=money_format(is_whole(value))))

    def _by_code(self, word: Callable[[str], str], look: Look) -> Maker:
        known: dict[str, Cell] = {"": Cell(None, look)}

        def make(code: str) -> Cell:
            cell = known.get(code)
            if cell is None:
                cell = known[code] = Cell(word(code), look)
            return cell

        return make

    def _joined(self, word: Callable[[str], str], between: str, look: Look = TEXT) -> Maker:
        known: dict[tuple[str, ...], Cell] = {(): Cell(None, look)}

        def make(codes: tuple[str, ...]) -> Cell:
            cell = known.get(codes)
            if cell is None:
                cell = known[codes] = Cell(between.join(filter(None, map(word, codes))), look)
            return cell

        return make


def _some(names: Sequence[str]) -> str:
    """A few names, shortened, and how many more there are: the sentence stands in formulas too, which have limits."""
    shown = [name if len(name) <= _LONG_NAME else f"{name[: _LONG_NAME - 1]}…" for name in names[:_MOST_NAMES]]
    return ", ".join(shown) + (f" (+{len(names) - _MOST_NAMES})" if len(names) > _MOST_NAMES else "")
