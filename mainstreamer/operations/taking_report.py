"""What taking in a workbook does, as plain data and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import Choice, FieldType, Link, Links, ManyChoices, Table, Year
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.numbers import number_text
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.domain.returned import Place
from mainstreamer.domain.taking import ALREADY, CONFLICT, PLAN, WORKBOOK, Choices, Intake, Removal, TakenCell, Taking
from mainstreamer.language import Language
from mainstreamer.language.findings import record_name
from mainstreamer.language.workbooks import (
    caution_sentence,
    place_words,
    refusal_reason,
    refusal_sentence,
    remark_sentence,
    remark_words,
    subject_words,
    table_change_words,
)


def choices_for(taking: Taking, conflicts: str, remove_missing: bool, empty_compulsory: bool = False) -> Choices:
    """The choices of somebody who decides all alike: every conflict for `plan` or `workbook` (empty: none is decided), the
    records whose rows are gone removed or kept, and compulsory fields that would be empty left as they are or emptied."""
    decided = {cell.cell: conflicts for cell in taking.conflicts} if conflicts else {}
    removed = frozenset(removal.row.uid for removal in taking.removals) if remove_missing else frozenset()
    left = frozenset() if empty_compulsory else taking.emptied & {cell.cell for cell in _changes(taking)}
    return Choices(left_cells=left, removed=removed, decided=decided)


# -- plain data --------------------------------------------------------------------------------------------------------


def taking_data(taking: Taking, choices: Choices, plan: Plan, speech: Language, taken: bool) -> dict[str, Any]:
    """The report of `import --json`; its form is in docs/command-line.md."""
    gone = [_removal_data(removal, speech, plan) for removal in taking.removals]
    warned = _warned(taking, plan, speech)
    return {
        "taken": taken,
        "file": taking.file,
        "edited_by": taking.edited_by,
        "edited_at": taking.edited_at,
        "warnings": len(taking.cautions),
        "changes": [
            _cell_data(cell)
            | {"left": cell.cell in choices.left_cells, "warnings": _warnings(taking, warned, cell.cell)}
            for cell in _changes(taking)
        ],
        "added": [
            {
                "kind": one.row.kind,
                "uid": one.row.uid,
                "values": {name: plain_value(value) for name, value in one.row.values.items()},
                "where": _where(one.row.place),
                "alike": list(one.row.alike),
                "warnings": [
                    said
                    for name in one.row.values
                    for said in _warnings(taking, warned, Cell(one.row.kind, one.row.uid, name))
                ],
            }
            for one in taking.rows
            if not one.already
        ],
        "removed": [one for one in gone if one["uid"] in choices.removed],
        "missing": [one for one in gone if one["uid"] not in choices.removed],
        "conflicts": [
            _conflict_data(cell, choices) | {"warnings": _warnings(taking, warned, cell.cell)}
            for cell in taking.conflicts
        ],
        "already": sum(cell.state == ALREADY for cell in taking.cells),
        "refused": [
            {
                "where": _where(one.place),
                "kind": one.kind,
                "uid": one.uid,
                "record": subject_words(speech, plan, one),
                "field": one.field,
                "value": one.text,
                "code": one.reason,
                "expected": list(one.expected),
                "message": refusal_reason(speech, one),
            }
            for one in taking.refused
        ],
        "remarks": [
            {
                "where": _where(one.place),
                "kind": one.kind,
                "uid": one.uid,
                "record": subject_words(speech, plan, one),
                "code": one.code,
                "message": remark_words(speech, one),
            }
            for one in taking.remarks
        ],
    }


def _changes(taking: Taking) -> Iterator[TakenCell]:
    return (cell for cell in taking.cells if cell.state not in (ALREADY, CONFLICT))


def with_everything(plan: Plan, taking: Taking) -> Plan:
    """The plan as it would be with all that a workbook brings, for calling records and saying what would be wrong with them."""
    puts = [Put(*cell.cell, cell.new) for cell in taking.cells if cell.state != ALREADY]
    puts += [
        put for one in taking.rows if not one.already for put in creation(one.row.kind, one.row.uid, one.row.values)
    ]
    return plan.with_puts(puts)


def _warned(taking: Taking, plan: Plan, speech: Language) -> list[str]:
    """The sentence of each caution."""
    if not taking.cautions:
        return []
    after = with_everything(plan, taking)
    return [" ".join(caution_sentence(speech, after, one).split()) for one in taking.cautions]


def _warnings(taking: Taking, said: Sequence[str], cell: Cell) -> list[dict[str, str]]:
    """What is to be said beside one change."""
    return [
        {"code": one.finding.code if one.finding is not None else one.code, "message": sentence}
        for one, sentence in zip(taking.cautions, said, strict=True)
        if one.cell == cell
    ]


def _cell_data(cell: TakenCell) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": cell.kind, "uid": cell.uid, "field": cell.field}
    return found | {"old": plain_value(cell.now), "new": plain_value(cell.new), "where": _where(cell.place)}


def _conflict_data(cell: TakenCell, choices: Choices) -> dict[str, Any]:
    """`old` is the value of the plan; `base` what both began with."""
    found = _cell_data(cell) | {"base": plain_value(cell.base), "person": cell.whose.person}
    return found | {
        "institution": cell.whose.institution,
        "at": cell.whose.at,
        "decided": choices.decided.get(cell.cell, ""),
    }


def _removal_data(removal: Removal, speech: Language, plan: Plan) -> dict[str, Any]:
    row = removal.row
    return {
        "kind": row.kind,
        "uid": row.uid,
        "name": removal.name or record_name(speech, plan, row.kind, row.uid),
        "where": _where(row.place or Place(row.sheet, 0, 0)),
        "edited": removal.edited,
        "with_it": {kind: list(uids) for kind, uids in removal.with_it.items()},
        "named_in": {kind: list(uids) for kind, uids in removal.named_in.items()},
    }


def _where(place: Place) -> dict[str, Any]:
    cell = place.cell if place.row and place.column else ""
    return {"sheet": place.sheet, "row": place.row, "cell": cell, "heading": place.heading}


def plain_value(value: Any) -> Any:
    """A value for other programs: decimal text, ISO text, codes; a list for several, null for a blank one."""
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain_value(part) for part in value]
    if isinstance(value, AttachedFile):
        return value.name
    if isinstance(value, Quarter | Table):
        return str(value)
    return value


# -- lines for people --------------------------------------------------------------------------------------------------


def lines(taking: Taking, choices: Choices, intake: Intake, plan: Plan, speech: Language, taken: bool) -> Iterator[str]:
    """What would be done, or was done, a line each: where, what it was, what it is."""
    after = plan.with_puts(intake.puts)
    t, warned = speech.t, _warned(taking, plan, speech)

    def warnings(*cells: Cell) -> Iterator[str]:
        for cell in cells:
            yield from ("  " + t("Warning: {what}", what=one["message"]) for one in _warnings(taking, warned, cell))

    for refusal in taking.refused:
        yield refusal_sentence(speech, plan, refusal)
    if taking.refused:
        yield t("Nothing was imported. Correct these cells in the workbook and import it again.")
    for cell in _changes(taking):
        name = record_name(speech, after, cell.kind, cell.uid)
        said = _change_words(speech, after, cell, cell.now)
        if cell.cell in choices.left_cells:
            said = t("{change} (not taken)", change=said)
        yield (
            f"{place_words(speech, cell.place)}, {name}: {said}"
            if name
            else f"{place_words(speech, cell.place)}: {said}"
        )
        yield from warnings(cell.cell)
    for one in taking.rows:
        if not one.already:
            name = str(one.row.values.get(KINDS[one.row.kind].title) or one.row.values.get("code") or "–")
            kind = speech.kind(one.row.kind)
            yield f"{place_words(speech, one.row.place)}: {t('new record: {kind}, {name}', kind=kind, name=name)}"
            yield from warnings(*(Cell(one.row.kind, one.row.uid, field) for field in one.row.values))
    for removal in taking.removals:
        place = place_words(speech, removal.row.place or Place(removal.row.sheet, 0, 0))
        name = removal.name or record_name(speech, plan, removal.row.kind, removal.row.uid)
        gone = removal.row.uid in choices.removed
        yield f"{place}: " + (
            t("removed: {name}", name=name) if gone else t("the row is gone, the record is kept: {name}", name=name)
        )
        if removal.named_in:
            yield "  " + t("Named in: {what}.", what=counts_words(speech, removal.named_in))
    for cell in taking.conflicts:
        yield f"{place_words(speech, cell.place)}: {_conflict_words(speech, after, cell, choices)}"
        yield from warnings(cell.cell)
    for remark in taking.remarks:
        yield remark_sentence(speech, plan, remark)
    if not taking.refused:
        yield from _summary(_count(taking, choices), taking, intake, speech, taken)


def counts_words(speech: Language, uids: Mapping[str, Sequence[str]]) -> str:
    """How many records of each kind, for a sentence that goes on: "actions (5), members (2)"."""
    names = {kind: speech.kind(kind, "many") for kind, each in uids.items() if each}
    return ", ".join(f"{name[:1].lower()}{name[1:]} ({speech.number(len(uids[kind]))})" for kind, name in names.items())


def _count(taking: Taking, choices: Choices) -> int:
    """How many of the lines are taken in: changed fields, conflicts decided for the workbook, new records, removed ones."""
    cells = sum(cell.cell not in choices.left_cells for cell in _changes(taking))
    conflicts = sum(choices.decided.get(cell.cell) == WORKBOOK for cell in taking.conflicts)
    rows = sum(not one.already and one.row.uid not in choices.left_rows for one in taking.rows)
    return cells + conflicts + rows + sum(one.row.uid in choices.removed for one in taking.removals)


def _summary(count: int, taking: Taking, intake: Intake, speech: Language, taken: bool) -> Iterator[str]:
    warnings = len(taking.cautions)
    warned = f" {speech.n('{n} warning.', '{n} warnings.', warnings)}" if warnings else ""
    if not intake.puts and not warned:
        yield speech.t("The workbook brings nothing that the plan does not have.")
    elif taken and (count or warned):
        yield speech.n("{n} change was imported.", "{n} changes were imported.", count) + warned
    elif count or warned:
        yield speech.n("{n} change would be imported.", "{n} changes would be imported.", count) + warned
    if intake.open:
        yield speech.n(
            "{n} conflict stays open: the plan and the workbook say different things.",
            "{n} conflicts stay open: the plan and the workbook say different things.",
            len(intake.open),
        )


def _change_words(speech: Language, plan: Plan, cell: TakenCell, old: Any) -> str:
    type_ = KINDS[cell.kind].fields[cell.field].type
    if isinstance(old, Table) and isinstance(cell.new, Table):
        return table_change_words(speech, old, cell.new)
    return f"{value_words(speech, plan, type_, old)} → {value_words(speech, plan, type_, cell.new)}"


def _conflict_words(speech: Language, plan: Plan, cell: TakenCell, choices: Choices) -> str:
    type_ = KINDS[cell.kind].fields[cell.field].type
    base, now, new = (value_words(speech, plan, type_, value) for value in (cell.base, cell.now, cell.new))
    who = ", ".join(filter(None, (cell.whose.person, cell.whose.institution)))
    now = f"{now} ({who})" if who else now
    said = speech.t(
        "conflict: it was {base}; the plan says {now}, the workbook says {new}", base=base, now=now, new=new
    )
    answer = choices.decided.get(cell.cell)
    if answer is None:
        return said
    kept = speech.t("the plan's value stays") if answer == PLAN else speech.t("the workbook's value is taken")
    return f"{said}; {kept}"


def value_words(speech: Language, plan: Plan, type_: FieldType[Any], value: Any) -> str:
    """A value as people read it in a line; a dash for a blank one."""
    if type_.is_blank(value):
        return "–"
    if isinstance(type_, Choice):
        return speech.choice(type_.choices, value)
    if isinstance(type_, ManyChoices):
        return "; ".join(speech.choice(type_.choices, code) for code in value)
    if isinstance(type_, Link):
        return _name(speech, plan, type_.kind, value)
    if isinstance(type_, Links):
        return "; ".join(_name(speech, plan, type_.kind, uid) for uid in value)
    if isinstance(value, bool):
        return speech.choice("yes_no", "yes" if value else "no")
    if isinstance(value, date):
        return speech.date(value)
    if isinstance(value, Quarter):
        return speech.quarter(value)
    if isinstance(value, int | Decimal):
        return str(value) if isinstance(type_, Year) else speech.number(value)
    if isinstance(value, AttachedFile):
        return value.name
    if isinstance(value, Table):
        return speech.n("{n} row", "{n} rows", len(value.rows))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "; ".join(map(str, value))
    return " ".join(str(value).split())


def _name(speech: Language, plan: Plan, kind: str, uid: str) -> str:
    return record_name(speech, plan, kind, uid) if plan.find(kind, uid) is not None else "–"
