"""Rules that hold for every kind and follow from its description: compulsory fields, links, item codes."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.fields import ItemCodes, Link, Links
from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.domain.readiness.finding import Finding, found
from mainstreamer.domain.readiness.inspection import Inspection, parent_of, same_words, step_for

_HAVE_A_RULE_OF_THEIR_OWN = frozenset(
    {
        ("action", "leads"),
        ("action", "cost"),
        ("action_indicator", "baseline"),
        ("action_indicator", "baseline_year"),
        ("body", "legal_basis"),
        ("treaty", "status"),
        ("treaty", "source"),
        # An answer without an item is on no page where anyone could fill it in.
        ("answer", "item"),
    }
)
_COMPULSORY = {
    name: tuple(field for field in kind.compulsory if (name, field) not in _HAVE_A_RULE_OF_THEIR_OWN)
    for name, kind in KINDS.items()
}
_ADOPTED = frozenset({"plan", "objective", "action", "action_indicator"})
"""What the adopted document consists of: a blank there blocks; in a register it is a weakness."""
_LINKS = {
    name: tuple((field, spec.type.kind) for field, spec in kind.fields.items() if isinstance(spec.type, Link | Links))
    for name, kind in KINDS.items()
}
_ITEM_CODES = {
    name: tuple(field for field, spec in kind.fields.items() if isinstance(spec.type, ItemCodes))
    for name, kind in KINDS.items()
}


def record_findings(look: Inspection) -> Iterator[Finding]:
    """Findings that follow from the description of the kinds."""
    for kind in KINDS:
        yield from removed_parent(look, kind)
        rows = look.asked(kind, Record)
        yield from missing_fields(kind, rows)
        yield from removed_links(look, kind, rows)
        yield from unknown_items(look, kind, rows)
    yield from repeated_item_codes(look)


def missing_fields(kind: str, rows: tuple[Record, ...]) -> Iterator[Finding]:
    """Compulsory fields that are blank, or hold only spaces."""
    specs = KINDS[kind].fields
    for row in rows:
        for field in _COMPULSORY[kind]:
            value = getattr(row, field)
            if specs[field].type.is_blank(value.strip() if isinstance(value, str) else value):
                code = "field_missing" if kind in _ADOPTED else "register_field_missing"
                yield found(code, kind, row.uid, field, step_for(kind, row))


def removed_links(look: Inspection, kind: str, rows: tuple[Record, ...]) -> Iterator[Finding]:
    """Fields that name a record which is not there."""
    for field, target in _LINKS[kind]:
        code = "compulsory_link_removed" if KINDS[kind].fields[field].compulsory else "link_removed"
        if (kind, field) == ("action", "leads"):
            code = "lead_removed"
        for row in rows:
            value = getattr(row, field)
            uids = value if isinstance(value, tuple) else (value,) if value else ()
            if any(look.plan.find(target, uid) is None for uid in uids):
                yield found(code, kind, row.uid, field, step_for(kind, row))


def removed_parent(look: Inspection, kind: str) -> Iterator[Finding]:
    """Seats, indicators and the like whose body or action was removed."""
    if not KINDS[kind].parent:
        return
    for row in look.rows(kind):
        parent, uid = parent_of(kind, row)
        if uid and look.plan.find(parent, uid) is None:
            yield found("parent_removed", kind, row.uid, KINDS[kind].parent)


def unknown_items(look: Inspection, kind: str, rows: tuple[Record, ...]) -> Iterator[Finding]:
    """Item codes that neither the checklist nor the plan's own items know."""
    for field in _ITEM_CODES[kind]:
        for row in rows:
            for code in getattr(row, field):
                if code not in look.checklist.known:
                    yield found("item_unknown", kind, row.uid, field, step_for(kind, row), {"item": code})


def repeated_item_codes(look: Inspection) -> Iterator[Finding]:
    """Own items whose code another item has: they would share one answer."""
    taken = {same_words(item.code) for item in look.checklist.known.values() if not item.own}
    for item in look.plan.custom_items:
        code = same_words(item.code)
        if code and code in taken:
            step = step_for("custom_item", item)
            yield found("custom_item_code_twice", "custom_item", item.uid, "code", step, {"item": item.code})
        taken.add(code)
