"""Sentences about files, in the language spoken now."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mainstreamer.domain.plan import Plan
from mainstreamer.language.findings import record_name
from mainstreamer.operations.attaching import MOST_BYTES, Added, Taken
from mainstreamer.ui.i18n import n, t, words

KILO = 1024


def size_text(size: int) -> str:
    """A size as people say it."""
    if size < KILO:
        return n("{n} byte", "{n} bytes", size)
    if size < KILO * KILO:
        return t("{size} KB", size=words().number(Decimal(size) / KILO, 0))
    return t("{size} MB", size=words().number(Decimal(size) / (KILO * KILO), 1))


def record_title(plan: Plan, kind: str, uid: str) -> str:
    return record_name(words(), plan, kind, uid)


def problem(taken: Taken) -> str:
    """Why a file was not taken; empty when it was."""
    name = taken.name
    match taken.problem:
        case "folder":
            return t("“{name}” is a folder. Drop the files in it instead.", name=name)
        case "missing":
            return t("“{name}” is no longer there. Look whether it was moved or its drive is connected.", name=name)
        case "unreadable":
            return t("“{name}” could not be read. Look whether it is open elsewhere or you may read it.", name=name)
        case "empty":
            return t("“{name}” is empty (0 bytes), so it was not added.", name=name)
    return ""


def too_large(taken: Taken) -> str:
    return t(
        "“{name}” has {size}. Files over {most} are linked, not kept, so that the plan stays quick to copy and to back up: "
        "keep the file where it is.",
        name=taken.name,
        size=size_text(taken.size),
        most=size_text(MOST_BYTES),
    )


def what_became(plan: Plan, taken: Sequence[Taken], added: Sequence[Added], item: str) -> str:
    """What became of files that were added: one sentence for those that are new, and one for each of the others."""
    made = [one for one in added if one.outcome == "made"]
    said: list[str] = []
    if len(made) == 1:
        said.append(t("“{name}” is kept in the plan.", name=made[0].taken.name))
    elif made:
        said.append(n("{n} file is kept in the plan.", "{n} files are kept in the plan.", len(made)))
    for one in added:
        title = record_title(plan, "evidence", one.uid)
        if one.outcome == "linked":
            said.append(too_large(one.taken))
        elif one.outcome == "tied":
            said.append(
                t(
                    "“{name}” is already in the plan as “{title}”; it now supports {item} too.",
                    name=one.taken.name,
                    title=title,
                    item=item,
                )
            )
        elif one.outcome == "known":
            said.append(t("“{name}” is already there as “{title}”.", name=one.taken.name, title=title))
    said += [text for one in taken if (text := problem(one))]
    return "\n".join(said)


def was_set(taken: Taken, name: str, done: bool) -> str:
    """What became of a file that was put into a record."""
    if taken.problem == "large":
        return too_large(taken)
    if taken.problem:
        return problem(taken)
    if not done:
        return t("“{file}” is already the file of “{name}”.", file=taken.name, name=name)
    return t("“{file}” is now the file of “{name}”.", file=taken.name, name=name)


def is_a_program(name: str) -> str:
    return t("“{name}” could start a program, so it is not opened from here. Save a copy if you trust it.", name=name)


def linked_program(path: str) -> str:
    return t("“{path}” could start a program, so it is not opened from here.", path=path)


def link_is_gone(path: str) -> str:
    return t("The linked file is not there: {path}. Look whether it was moved or its drive is connected.", path=path)


def no_program_opens(name: str) -> str:
    return t("This computer has no program that opens “{name}”. Save a copy and open it elsewhere.", name=name)
