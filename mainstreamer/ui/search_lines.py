"""What the search shows: lines with icon, name, what it is and why it was found, made from what an index found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mainstreamer.domain.kinds import KINDS
from mainstreamer.knowledge import glossary, glossary_languages
from mainstreamer.language.findings import record_name
from mainstreamer.search.emphasis import excerpt, missing
from mainstreamer.search.entries import ITEM, item_texts, record_texts
from mainstreamer.search.index import Entry, Key
from mainstreamer.ui.commands import CommandTable
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.registry import BELOW_STEPS, PAGES, above_steps
from mainstreamer.ui.session import Session
from mainstreamer.ui.visits import Place

PLACE, COMMAND, TERM = "place", "command", "term"
"""Groups of what is not in the plan."""
STEPS = range(1, 11)
ICONS = {
    "plan": "clipboard-text",
    "institution": "buildings",
    "body": "users-three",
    "membership": "identification-badge",
    "consultation": "chats-circle",
    "evidence": "paperclip",
    "population_table": "table",
    "observation": "trend-up",
    "sector_issue": "warning-circle",
    "treaty": "scales",
    "agreement": "handshake",
    "corridor": "arrows-left-right",
    "objective": "target",
    "action": "list-bullets",
    "action_indicator": "chart-line-up",
    ITEM: "check-square",
}


@dataclass(frozen=True)
class Line:
    """One line of the results. `detail` is the text it was found by where the title does not say it, `keys` a shortcut.
    A line with a `group` leads nowhere: it opens the rest of that group."""

    icon: str
    title: str
    note: str = ""
    detail: str = ""
    keys: str = ""
    place: Place | None = None
    command: str = ""
    term: str = ""
    group: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.title, self.note, self.detail, self.keys) if part)


@dataclass(frozen=True)
class Heading:
    """The name of a group, and how many there are where not all are shown."""

    title: str
    note: str = ""


def place_entries(session: Session, commands: CommandTable) -> Iterator[Entry]:
    """Pages, tabs and commands that can be gone to now. A tab's uid is page and tab."""
    checklist, speech = session.checklist, words()
    for page in (*above_steps(session), *BELOW_STEPS):
        yield Entry(Key(PLACE, PLACE, page.key), page.title())
    for step in STEPS:
        names = (checklist.step_text(step, "title"), checklist.step_text(step, "short"))
        yield Entry(Key(PLACE, PLACE, str(step)), names[0], str(step), f"{names[1]} {t('Step')}")
        for tab in step_tabs(session, step):
            one = "" if tab == "frame" else speech.kind(tab)
            yield Entry(Key(PLACE, PLACE, f"{step}/{tab}"), tab_title(step, tab), "", one)
    for command in commands.commands:
        if command.in_search and commands.actions[command.id].isEnabled():
            yield Entry(Key(COMMAND, COMMAND, command.id), command.title(), "", _other_words(command.id))
    for term in session.glossary.terms:
        called = [glossary(code).by_code[term.code].term for code in glossary_languages()]
        yield Entry(
            Key(TERM, TERM, term.code), term.term, "", " ".join((*called, *term.other.values())), term.definition
        )


def _other_words(id_: str) -> str:
    """Words besides its title by which people look for a command."""
    return {
        "plan.copy": t("save as backup duplicate"),
        "plan.export": t("export save workbook spreadsheet print"),
        "workbook.take_in": t("import upload edited workbook spreadsheet come back colleagues"),
        "checklist.pack": t("checklist pack translate reword own items workbook"),
        "checklist.load": t("checklist pack translation import own items workbook"),
        "plan.close": t("start page exit"),
        "app.identity": t("user name person institution sign"),
        "app.preferences": t("settings options language colours theme dark text size font"),
        "app.shortcuts": t("keyboard keys help"),
        "app.lists": t("vocabulary classification SDG targets treaties countries currencies edition source"),
        "app.glossary": t("terms definitions meaning words help"),
        "app.large": t("projector presentation full screen bigger"),
        "app.about": t("version licence help folders log"),
    }.get(id_, "")


def step_tabs(session: Session, step: int) -> tuple[str, ...]:
    """Tabs of a step besides its checklist."""
    from mainstreamer.ui.pages.step_parts import part_makers
    from mainstreamer.ui.pages.step_tabs import register_kinds

    return tuple(part_makers(session, step, register_kinds(step)))


def tab_title(step: int, tab: str) -> str:
    """The words on a tab of a step."""
    from mainstreamer.ui.pages.step_tabs import CHECKLIST, FRAME_GROUPS

    if tab == CHECKLIST:
        return t("Checklist")
    return words().word("group", "plan", FRAME_GROUPS[step]) if tab == "frame" else words().kind(tab, "many")


class Lines:
    """Makes lines over the plan as it is now."""

    def __init__(self, session: Session, commands: CommandTable) -> None:
        self._session, self._commands = session, commands
        self._forgiving = False

    def of_keys(self, keys: Iterable[Key], question: str, forgiving: bool = False) -> Iterator[Line]:
        """A line for each key that still stands for something."""
        self._forgiving = forgiving
        for key in keys:
            if key.kind == TERM:
                yield self._term(key.uid, question)
            elif key.kind == COMMAND:
                yield self._command(key.uid)
            elif key.kind == PLACE:
                page, _, tab = key.uid.partition("/")
                yield self.of_page(page, tab)
            elif key.kind == ITEM:
                yield self._item(key.uid, question)
            elif self._session.plan.find(key.kind, key.uid) is not None:
                yield self._record(key.kind, key.uid, question)

    def of_visits(self, places: Iterable[Place]) -> Iterator[Line]:
        """Lines for places visited, without those that are gone."""
        for place in places:
            if not place.uid:
                yield self.of_page(place.page, place.tab)
            elif place.kind == "answer":
                codes = (item.code for item in self._session.checklist.items)
                code = next((one for one in codes if self._session.plan.answer_uid(one) == place.uid), "")
                if code:
                    yield self._item(code, "")
            elif self._session.plan.find(place.kind, place.uid) is not None:
                yield self._record(place.kind, place.uid, "")

    def of_page(self, page: str, tab: str = "") -> Line:
        """A page, or a tab of it."""
        if not page.isdecimal():
            return Line(PAGES[page].icon, PAGES[page].title(), t("Page"), place=Place(page))
        step = int(page)
        title = self._session.checklist.step_text(step, "title")
        if tab in ("", "checklist"):
            return Line("list-numbers", f"{step}  {title}", t("Step"), place=Place(page, tab))
        return Line(ICONS.get(tab, "calendar-blank"), tab_title(step, tab), self._of_step(step), place=Place(page, tab))

    def _command(self, id_: str) -> Line:
        action = self._commands.actions[id_]
        command = next(one for one in self._commands.commands if one.id == id_)
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        return Line(command.icon, command.title(), t("Command"), keys=keys, command=id_)

    def _term(self, code: str, question: str) -> Line:
        term = self._session.glossary.by_code[code]
        _, detail = self._found_in(term.term, {"definition": term.definition}, question)
        return Line("book-open", term.term, t("Term"), detail, term=code)

    def _item(self, code: str, question: str) -> Line:
        session = self._session
        title = f"{code}  {session.checklist.text(code, 'question')}"
        answer = session.plan.answers.get(code)
        state = words().choice("score", answer.score) if answer is not None and answer.score else t("not answered")
        field, detail = self._found_in(title, item_texts(session.plan, session.checklist, code), question)
        written = field in ("finding", "na_reason")
        if detail and written:
            detail = f"{words().field('answer', field)}: {detail}"
        place = Place(
            str(session.checklist.by_code[code].step),
            kind="answer",
            uid=session.plan.answer_uid(code),
            field=field if written else "score",
        )
        note = t("{kind}, {step}", kind=state, step=self._of_step(session.checklist.by_code[code].step))
        return Line(ICONS[ITEM], title, note, detail, place=place)

    def _record(self, kind: str, uid: str, question: str) -> Line:
        plan = self._session.plan
        row = plan.find(kind, uid)
        title = record_name(words(), plan, kind, uid)
        acronym = str(getattr(row, "acronym", ""))
        if acronym:
            title = f"{title} ({acronym})"
        texts = record_texts(kind, row) if row is not None else {}
        field, detail = self._found_in(title, texts, question)
        if detail:
            detail = f"{words().field(kind, field)}: {detail}"
        step = KINDS[kind].step
        note = words().kind(kind)
        if step and kind not in ("action", "action_indicator"):
            note = t("{kind}, {step}", kind=note, step=self._of_step(step))
        place = Place("", kind=kind, uid=uid, field=field or KINDS[kind].title)
        return Line(ICONS.get(kind, "article"), title, note, detail, place=place)

    def _of_step(self, step: int) -> str:
        return t("step {number}", number=step)

    def _found_in(self, title: str, texts: dict[str, str], question: str) -> tuple[str, str]:
        """Which text has words of a question that the title lacks, and the piece of it; blank when the title has them all."""
        lacking = missing(title, question, self._forgiving)
        if lacking:
            for field, text in texts.items():
                piece = excerpt(text, lacking, self._forgiving)
                if piece:
                    return field, piece
        return "", ""
