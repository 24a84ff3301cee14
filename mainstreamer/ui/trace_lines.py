"""Where the checklist comes from, in words: what the page of it lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mainstreamer.domain import trace
from mainstreamer.domain.checklist import Checklist, Item
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.trace import Group, Topic
from mainstreamer.language import Language
from mainstreamer.ui.i18n import n, t

SECTION = "recommendation"
"""The section of words that says all this."""
TONES = {"no": "bad", "partly": "warning", "yes": "good", trace.CLAIMED: "good"}


@dataclass(frozen=True)
class TopicLine:
    """A topic in the list of topics, or a heading above some (`code` is empty)."""

    code: str
    title: str
    head: str = ""
    answered: int = 0
    of: int = 0
    tail: str = ""
    barred: bool = False
    """Whether a bar shows how far it is answered: for recommendation 2."""

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.head, self.title, self.tail) if part)


@dataclass(frozen=True)
class ItemLine:
    """An item under a heading, a heading (`code` is empty), a source (`code` is its name and there is no step), or, above
    all of them, a note."""

    code: str
    text: str
    tail: str = ""
    tone: str = ""
    group: str = ""
    step: int = 0
    standing: str = ""
    sector: str = ""
    is_note: bool = False

    @property
    def is_heading(self) -> bool:
        return not self.code and not self.is_note

    @property
    def leads(self) -> bool:
        """Whether there is a card to go to."""
        return self.step > 0

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.group, self.code, self.text, self.tail) if part)


def topic_lines(found: Iterable[Topic], plan: Plan, checklist: Checklist, speech: Language) -> list[TopicLine]:
    """All topics under the headings that keep the layers apart."""
    by_code = {topic.code: topic for topic in found}
    sections = (
        (t("2013: recommendation 2 of the paper"), [code for code in by_code if code.startswith(trace.HEADLINE)]),
        (t("2013: its other recommendations"), list(trace.OTHER_RECOMMENDATIONS)),
        (t("2010: the method of the handbook"), [trace.STAGES_TOPIC]),
        (t("Today: agreed after the paper"), list(trace.FRAMEWORKS)),
    )
    lines = []
    for heading, codes in sections:
        lines.append(TopicLine("", heading))
        for code in codes:
            answered, of = trace.how_far(plan, checklist, by_code[code].items)
            barred = code.startswith(trace.HEADLINE)
            tail = t("{answered} of {of}", answered=speech.number(answered), of=speech.number(of))
            tail = tail if of else t("none in use")
            head = code if "." in code else ""
            lines.append(TopicLine(code, _title(speech, code), head, answered, of, tail, barred))
    lines.append(TopicLine("", t("Sources named by the items")))
    known = speech.section(SECTION).get("mark", {})
    marks = n(
        "{n} source", "{n} sources", len({trace.explained_by(mark, known) or mark for mark in trace.sources(checklist)})
    )
    lines.append(TopicLine(trace.SOURCES_TOPIC, _title(speech, trace.SOURCES_TOPIC), tail=marks))
    return lines


def item_lines(topic: Topic, plan: Plan, checklist: Checklist, speech: Language) -> list[ItemLine]:
    """The items of a topic under the names of its groups, each group with how far it is answered."""
    lines = note_lines(topic.code, speech)
    for group in topic.groups:
        if not group.items:
            continue
        name = group_name(topic, group, checklist, speech)
        answered, of = trace.how_far(plan, checklist, group.items)
        far = t("{answered} of {of} answered", answered=speech.number(answered), of=speech.number(of))
        lines.append(ItemLine("", name, far))
        lines += [_item_line(item, name, plan, checklist, speech) for item in group.items]
    return lines


def note_lines(code: str, speech: Language) -> list[ItemLine]:
    """What a topic asks to be kept in mind, if anything."""
    note = speech.find(SECTION, code, "note")
    return [ItemLine("", note, is_note=True)] if note else []


def source_lines(checklist: Checklist, known: Mapping[str, str], speech: Language) -> list[ItemLine]:
    """Sources, what each is, and how many items name it; a family of marks is one source."""
    counted: dict[str, int] = {}
    for mark, count in trace.sources(checklist).items():
        name = trace.explained_by(mark, known) or mark
        counted[name] = counted.get(name, 0) + count
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [
        ItemLine(
            speech.find(SECTION, "mark_name", name) or name,
            known.get(name, t("no explanation yet")),
            n("{n} item", "{n} items", count),
        )
        for name, count in ordered
    ]


def group_name(topic: Topic, group: Group, checklist: Checklist, speech: Language) -> str:
    """The heading of a group."""
    if group.key == trace.REST:
        return t("Other items that bear on this point")
    if group.key == trace.OWN:
        return t("Items that this plan added")
    if topic.code == trace.STAGES_TOPIC:
        return speech.choice("stage", group.key)
    if topic.code == "sdg":
        return t("SDG {target}", target=speech.choice("sdg", group.key))
    if topic.code == "gcm":
        return t("GCM {number}", number=speech.choice("gcm", group.key))
    if topic.code in trace.FRAMEWORKS:
        return speech.choice(topic.code, group.key)
    if topic.code in trace.OTHER_RECOMMENDATIONS:
        return f"{group.key}  {checklist.step_text(int(group.key), 'title')}"
    return speech.word(SECTION, topic.code, "part", group.key)


def state_name(state: str, speech: Language) -> str:
    """How an item stands, in a word or two."""
    names = {
        trace.OPEN: t("not answered"),
        trace.CLAIMED: t("Yes, claimed"),
        trace.SECTOR_OFF: t("sector not used"),
        trace.LEFT_OUT: t("left out"),
    }
    return names.get(state) or speech.choice("score", state)


def _item_line(item: Item, group: str, plan: Plan, checklist: Checklist, speech: Language) -> ItemLine:
    state = trace.standing(plan, checklist, item)
    question = checklist.text(item.code, "question")
    tone = TONES.get(state, "neutral")
    return ItemLine(item.code, question, state_name(state, speech), tone, group, item.step, state, item.sector)


def _title(speech: Language, code: str) -> str:
    return speech.word(SECTION, code, "title")
