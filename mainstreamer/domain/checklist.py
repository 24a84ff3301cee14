"""The checklist: its steps and items, and how answers are scored.

Scores follow the 0 / 5 / 10 scale of the policy-coherence dashboards for migration and development (OECD, UNDP,
KNOMAD): no 0, partly 5, yes 10. Not applicable leaves the count. A step's score is the mean over its scored items; it
is no ranking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from mainstreamer.domain.choices import CHOICES, CORE_SECTORS
from mainstreamer.domain.kinds import Answer
from mainstreamer.domain.plan import Plan
from mainstreamer.errors import BadChecklist

POINTS = {"no": 0, "partly": 5, "yes": 10}
MEANINGS = ("no", "partly", "yes")
ITEM_TEXTS = ("question", "why", "no", "partly", "yes", "evidence", "who_knows", "obstacle")
STEP_TEXTS = ("title", "short", "purpose", "first")
ACTION_TEXTS = ("action", "output")
TAGS = ("r2", "cross", "roles", "phases", "sdg", "gcm", "migof", "mgi", "source")
TAG_CODES: dict[str, tuple[str, ...]] = {
    "r2": CHOICES["r2"],
    "cross": tuple(code for code in CHOICES["recommendation"] if code != "R2"),
    "roles": CHOICES["country_role"],
    "phases": CHOICES["phase"],
    "sdg": CHOICES["sdg"],
    "gcm": CHOICES["gcm"],
    "migof": CHOICES["migof"],
    "mgi": CHOICES["mgi"],
}
"""Codes that a tag of an item may have, in their order."""
STAGES = ("0", "I", "1", "2", "3", "4", "5", "6")
"""Stages of planning in the handbook of 2010; I stands for institutions."""


@dataclass(frozen=True)
class SuggestedAction:
    """An action ready to be taken over into the plan: type of lead, duration in quarters, indicator code."""

    key: str
    lead: str
    quarters: int
    indicator: str


@dataclass(frozen=True)
class Item:
    """One question of the checklist. Texts are kept by language under the same code."""

    code: str
    step: int
    essential: bool
    stage: str
    sector: str
    tags: Mapping[str, tuple[str, ...]]
    actions: tuple[SuggestedAction, ...]
    own: bool = False
    """Whether a plan added the item for itself."""


@dataclass(frozen=True)
class Step:
    """One of the ten steps, with the points of recommendation 2 that it carries out."""

    number: int
    r2: tuple[str, ...]


Wording = Mapping[str, Mapping[tuple[str, str], str]]
"""Texts of a plan's own: language -> (item code, name of the text) -> text. `action_text_name` names those of actions."""


def action_text_name(key: str, name: str) -> str:
    """The name under which a plan keeps its own wording of a suggested action."""
    return f"action.{key}.{name}"


@dataclass(frozen=True)
class Checklist:
    """Steps and items in their order, and their texts by language (`languages[0]` first, then fallbacks).

    As shipped, `wording`, `off` and `moved` (codes) are empty; `own_checklist.tailored` gives the checklist as one plan has it.
    `shipped_in` are the languages of the shipped texts, whether they are loaded or not.
    """

    edition: str
    steps: tuple[Step, ...]
    items: tuple[Item, ...]
    languages: tuple[str, ...]
    texts: Mapping[str, Mapping[str, Any]]
    shipped_in: tuple[str, ...] = ()
    wording: Wording = field(default_factory=dict)
    off: tuple[Item, ...] = ()
    moved: frozenset[str] = frozenset()

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Items in use."""
        return {item.code: item for item in self.items}

    @cached_property
    def known(self) -> dict[str, Item]:
        """Items by code, those that the plan leaves out among them: their answers are kept."""
        return {**{item.code: item for item in self.off}, **self.by_code}

    def of_step(self, step: int, sectors: Iterable[str] | None = None) -> tuple[Item, ...]:
        """Items of a step; with `sectors`, without those of sectors not in use."""
        wanted = None if sectors is None else set(sectors) | set(CORE_SECTORS)
        return tuple(
            item
            for item in self.items
            if item.step == step and (wanted is None or not item.sector or item.sector in wanted)
        )

    def _find(self, *keys: str) -> tuple[str, str]:
        """A shipped text and its language; the last key when there is none."""
        for language in self.languages:
            found: Any = self.texts.get(language, {})
            try:
                for key in keys:
                    found = found[key]
            except (KeyError, TypeError):  # a text where a group of texts is looked for has none of them
                continue
            if isinstance(found, str) and found:
                return found, language
        return keys[-1], ""

    def _worded(self, code: str, name: str, *keys: str) -> tuple[str, str]:
        """A text of an item and its language.

        The plan's own wording in the language asked for comes first. A rewording in another language that the checklist
        ships in goes before the original: the question was changed, and an answer must be to that one question. What is
        only a translation gives way to the original.
        """
        shipped, spoken = self._find("item", code, *keys)
        if not spoken and self._is_own(code, *keys):
            shipped = ""  # what a plan left blank is blank, where a shipped text that is missing shows its name
        if not self.wording:
            return shipped, spoken
        others = [lang for lang in (*self.languages[1:], *self.shipped_in) if lang in self.wording]
        order = [*self.languages[:1], *others, *(() if spoken else self.wording)]
        for language in order:
            own = self.wording.get(language, {}).get((code, name))
            if own:
                return own, language
        return shipped, spoken

    def _is_own(self, code: str, *keys: str) -> bool:
        """Whether a text is of an own item, or of an own suggestion for a shipped one."""
        item = self.known.get(code)
        if item is None or item.own or keys[0] != "action":
            return item is not None and item.own
        texts = (self.texts.get(language, {}).get("item", {}).get(code, {}) for language in self.languages)
        return not any(keys[1] in words.get("action", {}) for words in texts)

    def text(self, code: str, name: str) -> str:
        """A text of an item (`ITEM_TEXTS`) in the first language that has it."""
        return self._worded(code, name, name)[0]

    def language_of(self, code: str, name: str = "question") -> str:
        """The language in which a text of an item is shown: a fallback is said openly. `action_text_name` names the texts of
        suggested actions."""
        return self._worded(code, name, *name.split("."))[1]

    def action_text(self, code: str, key: str, name: str) -> str:
        """`action` or `output` of a suggested action."""
        return self._worded(code, action_text_name(key, name), "action", key, name)[0]

    def shipped_text(self, code: str, name: str) -> str:
        """A text as shipped, whatever the plan made of it; empty for the plan's own items."""
        found, language = self._find("item", code, name)
        return found if language else ""

    def is_reworded(self, code: str, name: str = "question") -> bool:
        """Whether people read another text than the shipped one."""
        shipped = self.shipped_text(code, name)
        return bool(shipped) and self.text(code, name) != shipped

    def step_text(self, step: int, name: str) -> str:
        """A text of a step (`STEP_TEXTS`)."""
        return self._find("step", str(step), name)[0]


def parse_checklist(
    structure: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]], shipped_in: Iterable[str] = ()
) -> Checklist:
    """Make the checklist from its data and check that it does not contradict itself.

    `texts` maps languages, the preferred one first, to the content of their text files. Raises BadChecklist, naming the
    place.
    """
    steps = tuple(_step(raw) for raw in structure.get("step", ()))
    items = tuple(_item(raw) for raw in structure.get("item", ()))
    _refuse_repeated("step_twice", "", (str(step.number) for step in steps))
    _refuse_repeated("code_twice", "", (item.code for item in items))
    numbers = {step.number for step in steps}
    for item in items:
        if item.step not in numbers:
            raise BadChecklist(problem="step_unknown", where=item.code)
    keys = {item.code: {action.key for action in item.actions} for item in items}
    for language, text in texts.items():
        for code, words in text.get("item", {}).items():
            if code not in keys:
                raise BadChecklist(problem="text_without_item", where=f"{language}:{code}")
            for key in words.get("action", {}):
                if key not in keys[code]:
                    raise BadChecklist(problem="text_without_action", where=f"{language}:{code}: {key}")
    return Checklist(str(structure.get("edition", "")), steps, items, tuple(texts), texts, tuple(shipped_in))


def _refuse_repeated(problem: str, where: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadChecklist(problem=problem, where=f"{where}{name}")
        seen.add(name)


def _whole(raw: Mapping[str, Any], key: str, problem: str, where: str) -> int:
    value = raw.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadChecklist(problem=problem, where=where)
    return value


def _step(raw: Mapping[str, Any]) -> Step:
    number = _whole(raw, "number", "step_number_missing", repr(raw)[:80])
    points = tuple(str(part) for part in raw.get("r2", ()))
    for part in points:
        if part not in TAG_CODES["r2"]:
            raise BadChecklist(problem="r2_unknown", where=f"{number}: {part}")
    return Step(number, points)


def _item(raw: Mapping[str, Any]) -> Item:
    code = str(raw.get("code", ""))
    if not code or not code[0].isdecimal():
        raise BadChecklist(problem="code_missing", where=repr(raw)[:80])
    tags = {tag: tuple(str(part) for part in raw.get(tag, ())) for tag in TAGS}
    for tag, allowed in TAG_CODES.items():
        for part in tags[tag]:
            if part not in allowed:
                raise BadChecklist(problem=f"{tag}_unknown", where=f"{code}: {part}")
    stage, sector = str(raw.get("stage", "")), str(raw.get("sector", ""))
    if stage not in STAGES:
        raise BadChecklist(problem="stage_unknown", where=f"{code}: {stage}")
    if sector and sector not in CHOICES["sector"]:
        raise BadChecklist(problem="sector_unknown", where=f"{code}: {sector}")
    actions = tuple(_suggestion(code, part) for part in raw.get("action", ()))
    _refuse_repeated("action_twice", f"{code}: ", (action.key for action in actions))
    return Item(code, step_of(code), bool(raw.get("essential", False)), stage, sector, tags, actions)


def _suggestion(code: str, raw: Mapping[str, Any]) -> SuggestedAction:
    quarters = _whole(raw, "quarters", "quarters_out_of_range", f"{code}: {raw.get('quarters')!r}")
    found = SuggestedAction(str(raw.get("key", "")), str(raw.get("lead", "")), quarters, str(raw.get("indicator", "")))
    if not found.key:
        raise BadChecklist(problem="action_key_missing", where=code)
    if found.lead not in CHOICES["institution_type"]:
        raise BadChecklist(problem="lead_unknown", where=f"{code}: {found.lead}")
    if not 1 <= found.quarters <= 20:
        raise BadChecklist(problem="quarters_out_of_range", where=f"{code}: {found.quarters}")
    return found


def step_of(code: str) -> int:
    """The step an item code belongs to: its leading number."""
    digits = ""
    for ch in code:
        if not ch.isdecimal():
            break
        digits += ch
    return int(digits or 0)


# -- scoring ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Progress:
    """Where a set of items stands.

    `of` counts items that apply, `answered` those with an answer among them; `score` is the mean of 0, 5 and 10 over
    the scored items (None when there is none); `claimed` counts Yes without evidence; `open_essential` counts essential
    items without an answer.
    """

    answered: int
    of: int
    not_applicable: int
    score: Decimal | None
    claimed: int
    essential: int
    open_essential: int

    @property
    def complete(self) -> bool:
        return self.of > 0 and self.answered == self.of


def is_claimed(plan: Plan, code: str) -> bool:
    """A Yes that no evidence stands behind."""
    answer = plan.answers.get(code)
    return answer is not None and answer.score == "yes" and not plan.evidence_of_items.get(code)


def progress(plan: Plan, items: Iterable[Item]) -> Progress:
    """Count and score the answers to these items."""
    points: list[int] = []
    na = claimed = essential = open_essential = total = 0
    for item in items:
        total += 1
        answer: Answer | None = plan.answers.get(item.code)
        score = answer.score if answer is not None else ""
        if item.essential:
            essential += 1
            open_essential += not score
        if score == "na":
            na += 1
        elif score in POINTS:
            points.append(POINTS[score])
            claimed += is_claimed(plan, item.code)
    mean = Decimal(sum(points)) / len(points) if points else None
    return Progress(len(points), total - na, na, mean, claimed, essential, open_essential)


def step_progress(plan: Plan, checklist: Checklist, step: int, essential_only: bool = False) -> Progress:
    """Progress of one step over the items in use."""
    items = checklist.of_step(step, plan.sectors)
    return progress(plan, (item for item in items if item.essential or not essential_only))


def has_gap(plan: Plan, code: str) -> bool:
    """Whether an item was answered below Yes."""
    answer = plan.answers.get(code)
    return answer is not None and answer.score in ("no", "partly")
