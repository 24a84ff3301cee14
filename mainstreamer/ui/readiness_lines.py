"""Findings as a page shows them: in words, with whose they are, filtered and put into groups. Nothing here draws, so that a
worker can do it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.finding import BLOCKS, IMPROVES, NOTE, Finding
from mainstreamer.domain.readiness.responsible import responsible_for
from mainstreamer.language.findings import finding_sentence
from mainstreamer.language.language import Language

SEVERITIES = (BLOCKS, IMPROVES, NOTE)
TODO, STEP, INSTITUTION = "todo", "step", "institution"
GROUPINGS = (TODO, STEP, INSTITUTION)
"""By what to do, by step, by responsible institution."""
BEGINNING = 50
"""So many letters of a question stand in a line."""
FILTERS = ("code", "kind", "step", "institution", "severity")

Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Line:
    """One finding, its sentence, and the name of whoever answers for it (`institution` is the uid, empty for nobody). Where it
    is about an item, `sentence` has the beginning of the question and `whole` all of it."""

    finding: Finding
    sentence: str
    institution: str
    who: str
    folded: str
    whole: str

    @property
    def key(self) -> Key:
        """What stays the same while the plan changes."""
        return self.finding.place


@dataclass(frozen=True)
class Group:
    """Lines with one heading."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """Groups of one severity."""

    severity: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        return sum(len(group.lines) for group in self.groups)


@dataclass(frozen=True)
class Counted:
    """How many lines there are of each severity, and how many of whom, by uid and name."""

    severities: Mapping[str, int]
    institutions: Mapping[tuple[str, str], int]
    longest: str = ""
    """The name with most letters of all who answer for a line."""

    @property
    def whole(self) -> int:
        return sum(self.severities.values())


@dataclass(frozen=True)
class Wanted:
    """What is let through: words of a text, and values by name (`FILTERS`)."""

    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def without(self, *names: str) -> Wanted:
        """The same without some of its values."""
        return Wanted(self.text, {name: value for name, value in self.values.items() if name not in names})

    def among(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Those of the lines that are let through."""
        for word in self.text.casefold().split():
            lines = [line for line in lines if word in line.folded]
        for name, value in self.values.items():
            if name == "institution":
                lines = [line for line in lines if line.institution == value]
            elif name == "kind":
                kinds = {kind for kind in KINDS if value in (kind, _parent_kind(kind))}
                lines = [line for line in lines if line.finding.kind in kinds]
            else:
                lines = [line for line in lines if str(getattr(line.finding, name)) == value]
        return lines


def _parent_kind(kind: str) -> str:
    """The kind that records of this kind belong to: indicators to actions, seats to bodies."""
    parent = KINDS[kind].parent
    return str(getattr(KINDS[kind].fields[parent].type, "kind", "")) if parent else ""


def lines_of(
    plan: Plan, findings: Iterable[Finding], speech: Language, nobody: str, checklist: Checklist
) -> tuple[Line, ...]:
    """Findings in words, each in one line. `nobody` is said where nobody is named."""
    names: dict[str, str] = {"": nobody}
    found = []
    for one in findings:
        uid = responsible_for(plan, one)
        if uid not in names:
            names[uid] = _one_line(plan.name_of("institution", uid, short=True)) or nobody
        sentence = whole = _one_line(finding_sentence(speech, plan, one))
        question = _question(checklist, one)
        if question:
            sentence = _one_line(finding_sentence(speech, plan, _asking(one, beginning(question))))
            whole = _one_line(finding_sentence(speech, plan, _asking(one, question)))
        todo = speech.word("finding", one.code, "todo")
        found.append(Line(one, sentence, uid, names[uid], f"{whole} {names[uid]} {todo}".casefold(), whole))
    return tuple(found)


def _question(checklist: Checklist, one: Finding) -> str:
    """The question of the item that a finding is about; empty for all others."""
    code = str(one.values.get("item", "")) if one.kind == "answer" else ""
    return checklist.text(code, "question") if code in checklist.known else ""


def _asking(one: Finding, question: str) -> Finding:
    """The same finding with a question behind the code of its item."""
    return dataclasses.replace(one, values={**one.values, "item": f"{one.values['item']} ({question})"})


def beginning(text: str) -> str:
    """A text up to the last word that `BEGINNING` letters hold."""
    text = _one_line(text)
    if len(text) <= BEGINNING:
        return text
    head = text[:BEGINNING]
    return f"{head.rpartition(' ')[0] or head} …"


def counted(lines: Sequence[Line]) -> Counted:
    """The counts of these lines; for the worker that makes them."""
    severities = Counter(line.finding.severity for line in lines)
    whose = Counter((line.institution, line.who) for line in lines)
    return Counted(severities, whose, max((who for _uid, who in whose), key=len, default=""))


def sifted(lines: Sequence[Line], of_all: Counted, wanted: Wanted) -> tuple[Sequence[Line], Counted]:
    """The lines that are let through, and the counts beside the choices of severity and institution: of each how many lines
    the other filters let through. Who has none left stays in the counts, `of_all` being those of all lines."""
    if not wanted.text.strip() and not wanted.values:
        return lines, of_all
    shared = wanted.without("severity", "institution").among(lines)
    chosen = Wanted("", {name: wanted.values[name] for name in ("severity", "institution") if name in wanted.values})
    whose = Counter(dict.fromkeys(of_all.institutions, 0))
    whose.update((line.institution, line.who) for line in chosen.without("institution").among(shared))
    severities = Counter(line.finding.severity for line in chosen.without("severity").among(shared))
    return chosen.among(shared), Counted(severities, whose, of_all.longest)


def settled_lines(
    plan: Plan, findings: Iterable[Finding], speech: Language, nobody: str, checklist: Checklist
) -> tuple[Line, ...]:
    """Findings that are there no more, as lines; one whose record was removed belongs to whoever is named in it."""
    kept = {kind: uids for kind, uids in plan.gone.items() if kind == "institution"}
    return lines_of(dataclasses.replace(plan, gone=kept), findings, speech, nobody, checklist)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def arranged(lines: Iterable[Line], grouping: str, speech: Language, checklist: Checklist) -> tuple[Section, ...]:
    """Lines by severity and then by group. Lines stay in the order of readiness; groups by what to do and by step too, those by
    institution are ordered by name, what nobody answers for last."""
    found: dict[str, dict[str, list[Line]]] = {severity: {} for severity in SEVERITIES}
    key_of = _KEYS[grouping]
    for line in lines:
        found[line.finding.severity].setdefault(key_of(line), []).append(line)
    sections = []
    for severity, groups in found.items():
        made = [
            Group(key, _title(grouping, key, each[0], speech, checklist), tuple(each)) for key, each in groups.items()
        ]
        if grouping == INSTITUTION:
            made.sort(key=lambda group: (not group.key, group.title.casefold()))
        if made:
            sections.append(Section(severity, tuple(made)))
    return tuple(sections)


_KEYS: dict[str, Callable[[Line], str]] = {
    TODO: lambda line: line.finding.code,
    STEP: lambda line: str(line.finding.step),
    INSTITUTION: lambda line: line.institution,
}


def _title(grouping: str, key: str, line: Line, speech: Language, checklist: Checklist) -> str:
    if grouping == TODO:
        return speech.word("finding", key, "todo")
    if grouping == INSTITUTION:
        return line.who
    return f"{key}  {checklist.step_text(int(key), 'title')}" if key != "0" else speech.kind("custom_item", "many")


def as_table(sections: Sequence[Section], speech: Language, heads: Sequence[str]) -> str:
    """All of it as text with tabs between columns, for a mail or a worksheet: severity, what to do, finding, who, step."""
    rows = ["\t".join(heads)]
    for section in sections:
        severity = speech.choice("severity", section.severity)
        for group in section.groups:
            for line in group.lines:
                one = line.finding
                todo = speech.word("finding", one.code, "todo")
                cells = (severity, todo, line.whole, line.who, str(one.step or ""))
                rows.append("\t".join(cells))
    return "\n".join(rows) + "\n"
