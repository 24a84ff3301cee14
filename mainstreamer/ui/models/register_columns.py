"""The columns that a register can show: the fields of its kind, and for actions what is worked out from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, cast

from mainstreamer.domain.actions import counts, gap, light, years_of, years_with_money
from mainstreamer.domain.calendar import year_name
from mainstreamer.domain.checklist import step_of
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FieldType,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Money,
    Number,
    NumberTable,
    Scale,
    Whole,
    Year,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS, Action, Record
from mainstreamer.domain.plan import Plan
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import HUGE, is_numeric, link_name, shown
from mainstreamer.ui.session import Session

DERIVED: dict[str, tuple[str, ...]] = {
    "action": ("gap", "light", "indicators", "steps", "years", "money_years", "ready")
}
"""Columns that are worked out, not stored, by kind."""
COLUMNS = {
    "action": (
        "code", "title", "leads", "start", "end", "cost", "gap", "status", "light", "priority", "indicators", "output",
    ),
    "agreement": (
        "title", "partners", "partner_name", "status", "type", "signed", "in_force", "level", "review_date", "lead",
    ),
    "observation": (
        "indicator", "year", "value", "sex", "area", "age", "unit", "name", "type", "variant", "source",
    ),
}  # fmt: skip
"""Kinds whose register begins with other columns than the kind's own."""
USUAL_FILTERS = {"action": ("leads", "steps", "status", "years", "ready")}
"""Columns whose filters are always offered above the table."""
LIGHTS = ("green", "amber", "red", "grey")
READY, NOT_READY = "ready", "not_ready"
READY_COLUMN, RUN_YEARS, MONEY_YEARS = "ready", "years", "money_years"
UNDATED = "0"
"""Stands for a year where an action has no dates."""
VALUES, RANGE, TEXT, FILLED = "values", "range", "text", "filled"
"""How a column is filtered: by ticking values, from and to, by a part of a text, or only by blank and not blank."""
_MARKS = "".join(chr(code) for code in range(0x300, 0x2100) if unicodedata.combining(chr(code)))
_COMBINING = re.compile(f"[{_MARKS}]+")
_NUMBER = re.compile(r"(\d{1,1000})")


class RegisterColumns:
    """What stands in a column of a register, for any record of its kind. Names of linked records are looked up once."""

    def __init__(self, session: Session, kind: str) -> None:
        self.session, self.kind = session, kind
        self.fields = KINDS[kind].fields
        self.derived = DERIVED.get(kind, ())
        self._names: dict[str, dict[str, str]] = {}
        self._named_by: dict[str, tuple[object, object]] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._spoken = ""

    @property
    def all(self) -> tuple[str, ...]:
        """Every column that can be shown."""
        return (*self.fields, *self.derived)

    @property
    def usual(self) -> tuple[str, ...]:
        """The columns that a register begins with."""
        return COLUMNS.get(self.kind, KINDS[self.kind].columns)

    def known(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of these names that are columns, each once."""
        return tuple(name for name in dict.fromkeys(names) if name in self.fields or name in self.derived)

    def type_of(self, name: str) -> FieldType[Any] | None:
        """The field type of a column; None for one that is worked out."""
        spec = self.fields.get(name)
        return None if spec is None else spec.type

    def form_of(self, name: str) -> str:
        """How a column is filtered."""
        match self.type_of(name):
            case Choice() | ManyChoices() | Link() | Links() | YesNo() | Scale() | ItemCodes():
                return VALUES
            case Whole() | Number() | Date() | FiscalQuarter():
                return RANGE
            case NumberTable():
                return FILLED
            case None:
                return {"gap": RANGE, "indicators": TEXT}.get(name, VALUES)
        return TEXT

    def range_type(self, name: str) -> FieldType[Any]:
        """The type of the bounds of a column that is filtered from and to."""
        return Number() if name == "gap" else self.fields[name].type

    def adds_up(self, name: str) -> bool:
        """Whether a sum of the column has a meaning: money and counts do; scales, years, shares and measurements do not."""
        type_ = self.type_of(name)
        return isinstance(type_, Money) or (
            isinstance(type_, Whole) and not isinstance(type_, Scale | Year) and type_.most >= HUGE
        )

    def is_figure(self, name: str) -> bool:
        """Whether values stand at the right, in figures of one width."""
        type_ = self.type_of(name)
        return name == "gap" or (type_ is not None and is_numeric(type_))

    def linked_kind(self, name: str) -> str:
        """The kind of the records that a column links to; empty when it links to none."""
        type_ = self.type_of(name)
        return type_.kind if isinstance(type_, Link | Links) else ""

    def named_kinds(self, names: Iterable[str]) -> set[str]:
        """Kinds besides the register's own on which these columns depend."""
        found = {"plan"}
        for name in names:
            found.add(self.linked_kind(name))
            if name == "indicators":
                found.add("action_indicator")
        return found - {""}

    # -- words -------------------------------------------------------------------------------------------------------

    def label(self, name: str) -> str:
        """The heading of a column."""
        if name in self.fields:
            return words().field(self.kind, name)
        return {
            "gap": t("Gap"),
            "light": t("Traffic light"),
            "indicators": words().kind("action_indicator", "many"),
            "steps": t("Step"),
            "years": t("Year"),
            "money_years": t("Money in"),
            "ready": t("Ready"),
        }[name]

    def help(self, name: str) -> str:
        """One sentence about a column; empty when it needs none."""
        if name in self.fields:
            return words().help(self.kind, name)
        return {
            "gap": t(
                "Cost less what the state budget and partners have secured. A surplus fills no gap of another action."
            ),
            "steps": t("Steps of the checklist whose items the action serves."),
            "years": t("Fiscal years in which the action runs."),
            "money_years": t("Fiscal years into which money of the action falls, spread evenly over its quarters."),
            "ready": t("Nothing of the action blocks adoption. Readiness says what does."),
        }.get(name, "")

    def link_names(self, plan: Plan, kind: str) -> dict[str, str]:
        """The names of a kind's records by uid, kept until a record of that kind changes."""
        self._follow_language()
        state = (plan.entries.get(kind), plan.gone.get(kind))
        known = self._named_by.get(kind)
        if known is None or known[0] is not state[0] or known[1] != state[1]:
            self._named_by[kind], self._names[kind] = state, {}
        return self._names[kind]

    def link_name(self, plan: Plan, kind: str, uid: str) -> str:
        """The name of one linked record."""
        names = self.link_names(plan, kind)
        if uid not in names:
            names[uid] = link_name(plan, kind, uid)
        return names[uid]

    def choice(self, choices: str, code: str) -> str:
        """The name of a code of a list."""
        self._follow_language()
        names = self._codes.setdefault(choices, {})
        if code not in names:
            names[code] = words().choice(choices, code)
        return names[code]

    def _follow_language(self) -> None:
        if self._spoken != words().code:
            self._spoken = words().code
            self._names, self._named_by, self._codes = {}, {}, {}

    # -- a cell ------------------------------------------------------------------------------------------------------

    def value(self, record: Record, name: str) -> Any:
        """The native value of a cell."""
        if name in self.fields:
            return getattr(record, name)
        action, plan = cast(Action, record), self.session.plan
        match name:
            case "gap":
                return gap(action)
            case "light":
                return light(action, self.session.today(), plan.frame.fiscal_start or 1)
            case "indicators":
                return tuple(found.name for found in plan.action_indicators.get(action.uid, ()) if found.name)
            case "steps":
                return tuple(dict.fromkeys(str(step) for code in action.items if (step := step_of(code))))
            case "years":
                return tuple(str(year) for year in years_of(action))
            case "money_years":
                return tuple(str(year) for year in years_with_money(action))
        return self._readiness(action)

    def _readiness(self, action: Action) -> str:
        """Ready or not, as readiness found it last; blank for cancelled actions, and while nobody has looked yet. An action
        that is newer than the last look is not ready."""
        assessment = self.session.assessment
        if not assessment.was_made or not counts(action):
            return ""
        return READY if assessment.actions_ready.get(action.uid, False) else NOT_READY

    def text(self, record: Record, name: str) -> str:
        """A cell as people read it."""
        value, type_, plan = self.value(record, name), self.type_of(name), self.session.plan
        if value is None or value == "" or value == ():
            return ""
        match type_:
            case Choice():
                return self.choice(type_.choices, value)
            case ManyChoices():
                return ", ".join(self.choice(type_.choices, code) for code in value)
            case Link():
                return self.link_name(plan, type_.kind, value)
            case Links():
                return ", ".join(self.link_name(plan, type_.kind, uid) for uid in value)
            case None:
                return self._derived_text(name, value)
        return value if type(value) is str else shown(plan, type_, value)

    def _derived_text(self, name: str, value: Any) -> str:
        if name == "gap":
            return gap_text(cast(Decimal, value))
        if name in ("years", MONEY_YEARS) and value != (UNDATED,):
            first, last = self.key_name(name, value[0]), self.key_name(name, value[-1])
            return first if len(value) == 1 else f"{first}–{last}"
        if name == "indicators":
            return "; ".join(value)
        codes = value if isinstance(value, tuple) else (value,)
        return ", ".join(self.key_name(name, code) for code in codes)

    def keys(self, record: Record, name: str) -> tuple[str, ...]:
        """The values of a cell that can be ticked in a filter, in stored form; none for a blank cell."""
        value = self.value(record, name)
        if value is None or value == "":
            return ()
        if isinstance(value, tuple):
            return value
        return (str(int(value)),) if isinstance(value, bool) else (str(value),)

    def key_name(self, name: str, key: str) -> str:
        """What people call a value that can be ticked."""
        type_ = self.type_of(name)
        match type_:
            case Choice() | ManyChoices():
                return self.choice(type_.choices, key)
            case Link() | Links():
                return self.link_name(self.session.plan, type_.kind, key)
            case YesNo():
                return words().choice("yes_no", "yes" if key == "1" else "no")
            case None if name == "light":
                return light_word(key)
            case None if name == "steps":
                return self.choice("step", key)
            case None if name == MONEY_YEARS and key == UNDATED:
                return t("no dates")
            case None if name in ("years", MONEY_YEARS) and key.isdecimal():
                return year_name(int(key), self.session.plan.frame.fiscal_start or 1)
            case None if name == "ready":
                return t("Ready") if key == READY else t("Not ready")
        return key

    def key_words(self, name: str, key: str) -> str:
        """What else finds a value that can be ticked: the short name and the code of a linked record, the code of a
        long list such as countries."""
        type_ = self.type_of(name)
        if isinstance(type_, Choice | ManyChoices):
            return "" if type_.codes else key
        if not isinstance(type_, Link | Links):
            return ""
        record = self.session.plan.find(type_.kind, key)
        named = (KINDS[type_.kind].title, "acronym", "code")
        return " ".join(str(getattr(record, field, "") or "") for field in named)

    def key_order(self, name: str) -> Callable[[str], Any]:
        """How values to tick are ordered: as their list is, else by name."""
        type_ = self.type_of(name)
        codes: tuple[str, ...] = type_.codes if isinstance(type_, Choice | ManyChoices) else ()
        codes = codes or {"light": LIGHTS, "steps": CHOICES["step"], "ready": (READY, NOT_READY)}.get(name, ())
        if codes:
            places = {code: place for place, code in enumerate(codes)}
            return lambda key: (places.get(key, len(places)), key)
        return lambda key: natural(self.key_name(name, key))

    def sort_key(self, record: Record, name: str) -> Any:
        """What a cell is ordered by, of one type within a column; None for a blank one."""
        value, type_ = self.value(record, name), self.type_of(name)
        if value is None or value == "" or value == ():
            return None
        if isinstance(type_, Choice) and type_.codes:
            return type_.codes.index(value) if value in type_.codes else len(type_.codes)
        if name in ("light", "ready") and type_ is None:
            return (*LIGHTS, READY, NOT_READY).index(value)
        if name in ("steps", "years", MONEY_YEARS) and type_ is None:
            return [int(part) for part in value]
        if isinstance(type_, NumberTable):
            return len(value.rows)
        if isinstance(type_, Whole | Number | Date | FiscalQuarter | YesNo) or name == "gap":
            return value
        return natural(self.text(record, name))


def gap_text(amount: Decimal) -> str:
    """A gap in the currency of the plan; what is secured beyond the cost is called a surplus."""
    said = words().money(abs(amount))
    return t("surplus {amount}", amount=said) if amount < 0 else said


def light_word(code: str) -> str:
    """The traffic light in one word; what it means is said in its tip."""
    return {"green": t("Green"), "amber": t("Amber"), "red": t("Red"), "grey": t("Grey")}.get(code, code)


def folded(text: str) -> str:
    """Text without case and accents, for searching."""
    if text.isascii():
        return text.lower()
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))


def natural(text: str) -> list[Any]:
    """Orders text as people do, without case and accents, and numbers in it as numbers: A-2 before A-10."""
    parts: list[Any] = _NUMBER.split(folded(text))
    parts[1::2] = map(int, parts[1::2])
    return parts
