"""The status table of treaties: beginning records of the list, and giving them a status. A status is never guessed."""

from __future__ import annotations

from collections.abc import Iterable

from mainstreamer.domain.kinds import KINDS, treaty_uid
from mainstreamer.domain.plan import Plan, Put, creation, values_of
from mainstreamer.domain.treaties import missing, of_list

KIND = "treaty"
LISTED = frozenset({KIND})
"""Kinds whose register has a list to begin with."""


def begin(plan: Plan, code: str, status: str = "") -> tuple[str, list[Put]]:
    """The record of a treaty of the list: its uid, and the puts that begin it where it was not entered yet.

    A record that was removed begins anew: nothing that stood in it comes back unseen.
    """
    entered = of_list(plan).get(code)
    if entered is not None:
        return entered.uid, set_status(plan, (entered.uid,), status) if status else []
    uid = treaty_uid(plan.uid, code)
    values = {"treaty": code, **({"status": status} if status else {})}
    return uid, creation(KIND, uid, {**_blanks(plan, uid), **values})


def enter_list(plan: Plan) -> list[Put]:
    """Begin every treaty of the list that is not entered yet, each with a blank status: nobody has looked it up."""
    return [put for code in missing(plan) for put in begin(plan, code)[1]]


def set_status(plan: Plan, uids: Iterable[str], status: str) -> list[Put]:
    """Give treaties a status; an empty one takes it back."""
    living = (uid for uid in uids if plan.find(KIND, uid) is not None)
    return [Put(KIND, uid, "status", status) for uid in living if plan.value(KIND, uid, "status") != status]


def _blanks(plan: Plan, uid: str) -> dict[str, object]:
    removed = plan.entries.get(KIND, {}).get(uid)
    fields = KINDS[KIND].fields
    return {} if removed is None else {name: fields[name].type.blank for name in values_of(removed)}
