"""What a workbook brings, as its page shows it: in words, sheet by sheet. Nothing here draws, so that a worker can do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.returned import Place, Refusal, Remark
from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, Removal, TakenCell, TakenRow, Taking, Whose
from mainstreamer.language.findings import record_name
from mainstreamer.language.workbooks import caution_sentence, refusal_reason, remark_words, subject_words
from mainstreamer.operations.taking_report import counts_words, with_everything
from mainstreamer.ui.changes import moment
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import shown
from mainstreamer.ui.text_difference import Difference, difference, in_one_line

NEW, REMOVAL, REFUSED, REMARK = "new", "removal", "refused", "remark"
"""What a line is about, besides the states of a cell: a new record, a row that is gone, a cell that cannot be read, something
that is not taken."""
LONGEST = 160
"""Characters of a name, or of a value among others of a new row."""


@dataclass(frozen=True)
class Line:
    """One line. `base`, `now` and `new` are the three values of a cell in words; `note` is what else there is to say of it:
    who changed the plan, what goes with a record, what is expected. `fields` are those of a new record, in words. `like` is
    the uid of a record of the same name."""

    what: str
    place: Place | None
    kind: str = ""
    uid: str = ""
    field: str = ""
    name: str = ""
    label: str = ""
    base: str = ""
    now: str = ""
    new: str = ""
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    like: str = ""
    caution: str = ""
    """Why the change would make the plan worse."""
    emptied: bool = False
    """Whether a compulsory field would be empty: nobody takes that unless a person wants it."""
    edited: bool = False
    begins: bool = True
    """Whether the line above is about another record."""
    part: Difference = Difference("", "", "", "")

    @property
    def cell(self) -> Cell:
        return Cell(self.kind, self.uid, self.field)

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same while the plan changes. A cell stays the same cell when it comes to be in conflict."""
        what = "cell" if self.what in (CHANGED, CONFLICT, ALREADY) else self.what
        return what, self.kind, self.uid, self.field, self.place

    @property
    def is_ticked_or_not(self) -> bool:
        """Whether it has a box to tick."""
        return self.what in (CHANGED, NEW, REMOVAL)

    @property
    def address(self) -> str:
        """As spreadsheets name the cell: F12."""
        return self.place.cell if self.place is not None and self.place.row else ""


@dataclass(frozen=True)
class Section:
    """Lines with one heading; those of a sheet have its name as their title."""

    what: str
    title: str
    lines: tuple[Line, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.what, self.title if self.what == CHANGED else ""

    @cached_property
    def to_tick(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_ticked_or_not)


def arranged(taking: Taking, plan: Plan, checklist: Checklist) -> tuple[Section, ...]:
    """Everything that a workbook brings. Cells that cannot be read are shown alone: they have to be put right first."""
    if taking.refused:
        found = tuple(_Sayer(taking, plan, checklist).refused())
        return (Section(REFUSED, t("Cells that cannot be read"), found),)
    say = _Sayer(taking, plan, checklist)
    conflicts = [say.cell(cell) for cell in taking.cells if cell.state == CONFLICT]
    removals = [say.removal(removal) for removal in taking.removals]
    changes = [say.cell(cell) for cell in taking.cells if cell.state == CHANGED]
    changes += [say.row(row) for row in taking.rows if not row.already]
    sheets = dict.fromkeys(line.place.sheet for line in changes if line.place is not None)
    sections = [
        Section(CONFLICT, t("Changed in the plan and in the workbook"), _by_record(conflicts)),
        Section(REMOVAL, t("Rows that are not in the workbook any more: remove these records?"), tuple(removals)),
    ]
    for sheet in sheets:
        found = _by_record([line for line in changes if line.place is not None and line.place.sheet == sheet])
        sections.append(Section(CHANGED, sheet, found))
    already = [say.cell(cell) for cell in taking.cells if cell.state == ALREADY]
    sections.append(Section(ALREADY, t("Already in the plan"), _by_record(already)))
    sections.append(Section(REMARK, t("Not taken from the workbook"), tuple(map(say.remark, taking.remarks))))
    return tuple(section for section in sections if section.lines)


def _by_record(lines: Iterable[Line]) -> tuple[Line, ...]:
    """In the order of the workbook, with those of one record together."""
    first: dict[tuple[str, str], tuple[str, int]] = {}
    ordered = sorted(lines, key=lambda line: _order(line.place))
    for line in ordered:
        first.setdefault((line.kind, line.uid), _order(line.place)[:2])
    ordered.sort(key=lambda line: (first[line.kind, line.uid], line.uid, _order(line.place)))
    found: list[Line] = []
    for line in ordered:
        same = bool(found) and (found[-1].kind, found[-1].uid) == (line.kind, line.uid)
        found.append(replace(line, begins=False) if same else line)
    return tuple(found)


def _order(place: Place | None) -> tuple[str, int, int]:
    return ("", 0, 0) if place is None else (place.sheet, place.row, place.column)


class _Sayer:
    """Says records and values as they will be called once the new records are there."""

    def __init__(self, taking: Taking, plan: Plan, checklist: Checklist) -> None:
        self._taking, self._plan, self._checklist = taking, plan, checklist
        fresh = [
            put for one in taking.rows if not one.already for put in creation(one.row.kind, one.row.uid, one.row.values)
        ]
        self._after = plan.with_puts(fresh) if fresh else plan
        self._cautions: dict[Cell, list[str]] = {}
        after = with_everything(plan, taking) if taking.cautions else plan
        for one in taking.cautions:
            said = self._cautions.setdefault(one.cell, [])
            said.append(in_one_line(caution_sentence(words(), after, one)))
        self._emptied = taking.emptied
        self._codes = {answer.uid: code for code, answer in plan.answers.items()}
        self._codes |= {plan.answer_uid(item.code): item.code for item in checklist.items}
        self._names: dict[tuple[str, str], str] = {}

    def name(self, kind: str, uid: str) -> str:
        """What people call a record, in one line."""
        if (kind, uid) not in self._names:
            self._names[kind, uid] = _one_line(self._name(kind, uid))
        return self._names[kind, uid]

    def _name(self, kind: str, uid: str) -> str:
        if kind == "plan":
            return words().kind("plan")
        if kind == "answer" and uid in self._codes:
            code = self._codes[uid]
            return f"{code} {self._checklist.text(code, 'question')}" if code in self._checklist.by_code else code
        if self._after.find(kind, uid) is None:
            title = str(self._after.value(kind, uid, KINDS[kind].title))
            return t("{name} (removed)", name=title or words().kind(kind))
        return record_name(words(), self._after, kind, uid)

    def value(self, kind: str, field: str, value: Any) -> str:
        return shown(self._after, KINDS[kind].fields[field].type, value)

    def cell(self, cell: TakenCell) -> Line:
        kind, uid, field = cell.cell
        base, now, new = (self.value(kind, field, value) for value in (cell.base, cell.now, cell.new))
        return Line(
            cell.state,
            cell.place,
            kind,
            uid,
            field,
            self.name(kind, uid),
            words().field(kind, field),
            base,
            now,
            new,
            note=_whose(cell.whose),
            caution=" ".join(self._cautions.get(cell.cell, ())),
            emptied=cell.cell in self._emptied,
            part=difference(now, new),
        )

    def row(self, taken: TakenRow) -> Line:
        row = taken.row
        kind = KINDS[row.kind]
        first = [name for name in ("code", kind.title) if name in row.values]
        fields = tuple(
            (words().field(row.kind, name), self.value(row.kind, name, row.values[name]))
            for name in (*first, *(name for name in row.values if name not in first))
        )
        said = "; ".join(f"{label}: {_one_line(value)}" for label, value in fields[len(first) :])
        like = next((uid for uid in row.alike if self._plan.find(row.kind, uid) is not None), "")
        return Line(
            NEW,
            row.place,
            row.kind,
            row.uid,
            name=self.name(row.kind, row.uid),
            label=t("New, same name") if like else t("New row"),
            new=said,
            note=t("A record of this name is there already: {name}", name=self.name(row.kind, like)) if like else "",
            fields=fields,
            like=like,
            caution=" ".join(
                sentence for name in row.values for sentence in self._cautions.get(Cell(row.kind, row.uid, name), ())
            ),
        )

    def removal(self, removal: Removal) -> Line:
        row = removal.row
        gone = counts_words(words(), removal.with_it)
        naming = counts_words(words(), removal.named_in)
        parts = [t("Changed in the plan after the export.")] if removal.edited else []
        parts += [t("Also removed: {what}.", what=gone)] if gone else []
        parts += [t("Named in: {what}. They would name nobody there.", what=naming)] if naming else []
        return Line(
            REMOVAL,
            row.place or Place(row.sheet, 0, 0),
            row.kind,
            row.uid,
            name=self.name(row.kind, row.uid) or removal.name,
            label=words().kind(row.kind),
            note=" ".join(parts),
            fields=tuple(
                (words().kind(kind), self.name(kind, uid)) for kind, uids in removal.with_it.items() for uid in uids
            ),
            edited=removal.edited,
        )

    def remark(self, remark: Remark) -> Line:
        return Line(
            REMARK,
            remark.place,
            name=" › ".join(filter(None, (remark.place.sheet, self._subject(remark)))),
            label=_one_line(remark.place.heading),
            new=remark_words(words(), remark),
        )

    def refused(self) -> Iterator[Line]:
        for one in self._taking.refused:
            where = t("{sheet}, row {row}", sheet=one.place.sheet, row=words().number(one.place.row))
            subject = self._subject(one)
            yield Line(
                REFUSED,
                one.place,
                one.kind,
                one.uid if self._plan.find(one.kind, one.uid) is not None else "",
                one.field,
                f"{where} › {subject}" if subject else where,
                _one_line(one.place.heading) or self._label(one.kind, one.field),
                new=_one_line(one.text),
                note=refusal_reason(words(), one),
            )

    def _subject(self, one: Refusal | Remark) -> str:
        """The record in whose row something stands."""
        return _one_line(subject_words(words(), self._plan, one))

    def _label(self, kind: str, field: str) -> str:
        return words().field(kind, field) if kind in KINDS and field in KINDS[kind].fields else ""


def _whose(whose: Whose) -> str:
    at = moment(whose.at) if whose.at else ""
    return ", ".join(part for part in (whose.person, whose.institution, at) if part)


def _one_line(text: str) -> str:
    line = in_one_line(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def spoken(line: Line) -> str:
    """A line as a screen reader says it, without what can be decided about it."""
    blank = t("(blank)")
    if line.what == CONFLICT:
        values = t(
            "at the export {base}, in the plan {now}, in the workbook {new}",
            base=_one_line(line.base) or blank,
            now=_one_line(line.now) or blank,
            new=_one_line(line.new) or blank,
        )
    elif line.what in (CHANGED, ALREADY):
        values = f"{_one_line(line.now) or blank} → {_one_line(line.new) or blank}"
    else:
        values = " ".join(part for part in (line.new, line.note) if part)
    warned = t("Warning: {what}", what=line.caution) if line.caution else ""
    return ", ".join(part for part in (line.name, line.label, values, line.address, warned) if part)


def as_table(sections: Sequence[Section], refused: bool) -> str:
    """All of it as text with tabs between columns, for a mail to whoever edited the workbook."""
    heads: tuple[str, ...]
    cells: tuple[str, ...]
    if refused:
        heads = (t("Sheet"), t("Cell"), t("Record"), t("Column"), t("What stands there"), t("What is expected"))
    else:
        heads = (t("Sheet"), t("Cell"), t("Record"), t("Column"), t("In the plan"), t("In the workbook"), t("Note"))
    rows = ["\t".join(heads)]
    for line in (line for section in sections for line in section.lines):
        sheet = "" if line.place is None else line.place.sheet
        if refused:
            record = line.name.partition(" › ")[2]
            cells = (sheet, line.address, record, line.label, line.new, line.note)
        else:
            cells = (
                sheet,
                line.address,
                line.name,
                line.label,
                line.now,
                line.new,
                " ".join(filter(None, (line.note, line.caution))),
            )
        rows.append("\t".join(in_one_line(cell) for cell in cells))
    return "\n".join(rows) + "\n"
