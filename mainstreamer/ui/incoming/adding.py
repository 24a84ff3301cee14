"""What adding a table would do, in words: whether it can be added, the text of its button, and why there is nothing to add."""

from __future__ import annotations

from mainstreamer.operations.tables.putting import REPLACE, UPDATE
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.incoming.work import TableWork


def may_be_added(work: TableWork) -> bool:
    """Whether there is something to put, and nothing in the way."""
    outcome = work.outcome
    if outcome is None:
        return False
    if outcome.taking is None:
        return work.adds_people() or bool(work.people.taken)
    return outcome.taking.may_be_taken


def add_text(work: TableWork) -> str:
    """What the button says that adds the table."""
    taking = work.outcome.taking if work.outcome is not None else None
    if taking is not None:
        added, changed = sum(taking.made.values()), taking.count(UPDATE) + taking.count(REPLACE)
    else:
        added, changed = int(work.adds_people()), len(work.people.taken)
    if taking is None and added:
        return t("Add the table")
    if added:
        return n("Add {n} record", "Add {n} records", added)
    if not changed:
        return t("Nothing to add")
    if taking is None:
        return n("Change {n} figure", "Change {n} figures", changed)
    return n("Change {n} record", "Change {n} records", changed)


def why_not(work: TableWork) -> str:
    """Why nothing can be added; empty where something can, or where that is not known yet."""
    outcome = work.outcome
    if work.busy or outcome is None or may_be_added(work):
        return ""
    taking = outcome.taking
    if taking is None:
        if work.table is None:
            return t("The table is not understood yet: “Columns” says what is missing.")
        return t("The plan has a table of this year and area. Under “Names” you decide what is taken over or added.")
    if taking.refused and not taking.allowed:
        return t("Nothing can be added while cells cannot be read, unless they may stay blank.")
    if not taking.rows:
        return t("There is no row to import below the headings. Choose the row of headings under “Headings”.")
    return t("Every row is in the plan already. Under “Names” you decide what becomes of each.")
