"""What a person asks of an export in words: a preset by its name, languages, and which actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import BASES, MOST_LANGUAGES, ActionFilter, PresetSpec, named, preset_named
from mainstreamer.errors import BadArgument
from mainstreamer.language import SHIPPED


def preset_of(name: str, kept: Iterable[str]) -> PresetSpec:
    """The base of that name, or the preset that the person saved under it (`kept` as in the settings).

    Raises BadArgument.
    """
    own = tuple(kept)
    spec = preset_named(name, own)
    if spec is None:
        raise BadArgument(name="--preset", value=name, expected=", ".join((*BASES, *(one.name for one in named(own)))))
    return spec


def languages_of(words: str) -> tuple[str, ...]:
    """The one or two languages of `en` or `en,ru`; none of an empty text. Raises BadArgument."""
    codes = tuple(dict.fromkeys(code.strip() for code in words.split(",") if code.strip()))
    if len(codes) > MOST_LANGUAGES or any(code not in SHIPPED for code in codes):
        expected = ", ".join((*SHIPPED, ",".join(SHIPPED[:MOST_LANGUAGES])))
        raise BadArgument(name="--language", value=words, expected=expected)
    return codes


def narrowed(
    spec: PresetSpec,
    plan: Plan,
    leads: Sequence[str],
    steps: Sequence[str],
    years: Sequence[int],
    statuses: Sequence[str],
) -> PresetSpec:
    """The preset with these filters in place of its own of the same sort. Leads are given by name or acronym.

    Raises BadArgument, also when a lead of the preset is not in this plan: a filter is never passed over in silence.
    """
    for name, words, codes in (
        ("--step", steps, CHOICES["step"]),
        ("--status", statuses, CHOICES["action_status"]),
    ):
        for word in words:
            if word not in codes:
                raise BadArgument(name=name, value=word, expected=", ".join(codes))
    found = tuple(dict.fromkeys(_lead(name, plan) for name in leads))
    for uid in () if found else spec.filter.leads:
        if plan.find("institution", uid) is None:
            raise BadArgument(name="--preset", value=spec.name, expected="--lead NAME")
    own = spec.filter
    chosen = ActionFilter(
        found or own.leads, tuple(steps) or own.steps, tuple(years) or own.years, tuple(statuses) or own.statuses
    )
    return replace(spec, filter=chosen)


def _lead(name: str, plan: Plan) -> str:
    """The uid of the institution of that name or acronym."""
    wanted = name.strip().casefold()
    for row in plan.institutions:
        if wanted and wanted in (row.name.strip().casefold(), row.acronym.strip().casefold()):
            return row.uid
    leading = {uid for action in plan.actions for uid in action.leads}
    names = sorted(row.name for row in plan.institutions if row.uid in leading)
    raise BadArgument(name="--lead", value=name, expected="; ".join(names) or "–")
