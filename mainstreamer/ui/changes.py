"""Changes of the history as people read them: one way to say them, wherever they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from mainstreamer.domain.fields import Stored
from mainstreamer.domain.history import Change
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.language.findings import record_name
from mainstreamer.storage.looking_back import Head
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.reading import shown

LONGEST = 160
"""Characters of a value in a line; tool tips and panels show it whole."""
WHOLE = 1_000_000
"""More characters than a field can hold."""
NAME = 80
"""Characters of the name of a record."""
CODE = 0
"""Stands for the code of a record alone, without a name and what kind of record it is."""
SHORTER = (60, 44, 28, CODE)
"""Characters of a name in lines that have less and less room, so that what was changed keeps its own."""
TIP = 1000
"""Characters of a value in a tool tip."""


def moment(at: str) -> str:
    """A moment kept in UTC, in this computer's time."""
    try:
        found = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{words().date(found.date())} {found:%H:%M}"


def bounds_of(day: date) -> tuple[str, str]:
    """The moments, in UTC as the history keeps them, at which a day of this computer begins and ends."""
    first = datetime.combine(day, time()).astimezone()
    last = datetime.combine(day + timedelta(days=1), time()).astimezone()
    return first.astimezone(UTC).isoformat(timespec="seconds"), last.astimezone(UTC).isoformat(timespec="seconds")


def subject(plan: Plan, kind: str, uid: str, longest: int = NAME) -> str:
    """Kind and name of a record, also of one that was removed; with `CODE`, its code where it has one."""
    record = plan.find(kind, uid)
    if longest == CODE:
        longest, code = SHORTER[-2], str(getattr(record, "code", ""))
        if code:
            return code
    if record is not None or kind == "plan":
        name = record_name(words(), plan, kind, uid)
    else:
        name = t("{name} (removed)", name=str(plan.value(kind, uid, KINDS[kind].title)) or words().kind(kind))
    return t("{kind} “{name}”", kind=words().kind(kind), name=shortened(name, longest))


def value_text(plan: Plan, change: Change, stored: Stored) -> str:
    """A value that a change put or replaced."""
    if change.cell.field == EXISTS:
        return t("in the plan") if stored else t("not in the plan")
    if stored is None:
        return t("(blank)")
    type_ = KINDS[change.cell.kind].fields[change.cell.field].type
    return shown(plan, type_, type_.load(stored))


def field_text(change: Change) -> str:
    """The name of the field a change is about."""
    if change.cell.field == EXISTS:
        return words().kind(change.cell.kind)
    return words().field(change.cell.kind, change.cell.field)


def change_text(plan: Plan, change: Change, longest: int = LONGEST) -> str:
    """A change in one line: the field, what was, what is; each value cut after so many characters."""
    if change.cell.field == EXISTS:
        return t("made") if change.new else t("removed")
    old, new = (shortened(value_text(plan, change, stored), longest) for stored in (change.old, change.new))
    return t("{field}: {old} → {new}", field=field_text(change), old=old, new=new)


def change_line(plan: Plan, change: Change, longest: int = LONGEST, name: int = NAME) -> str:
    """A change in one line, with the record it is about, whose name is cut after so many characters."""
    return f"{subject(plan, *change.cell[:2], name)} · {change_text(plan, change, longest)}"


def changeset_text(plan: Plan, head: Head, longest: int = LONGEST, name: int = NAME) -> str:
    """A changeset in one line: its verb, the record where there is only one, the change where there is only one."""
    verb, changes = words().word("verb", head.changeset.verb), head.changeset.changes
    if len({change.cell[:2] for change in changes}) == 1:
        if len(changes) == 1:
            said = change_line(plan, changes[0], longest, name)
            # What was edited says itself that it was.
            return said if head.changeset.verb == "edit" else f"{verb} · {said}"
        about = subject(plan, *changes[0].cell[:2], name)
        return f"{verb} · {about} · {n('{n} value', '{n} values', head.count)}"
    return f"{verb} · {n('{n} value', '{n} values', head.count)}"


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text in one line, cut with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
