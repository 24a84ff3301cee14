"""The sample plan: Samland, a country that does not exist, with every register filled.

It shows an official what a good plan looks like and lets them try everything without harm. A few actions are left
unready on purpose, so that the readiness page has something to say.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mainstreamer.domain.kinds import EXISTS
from mainstreamer.domain.plan import Put
from mainstreamer.knowledge import FALLBACK, countries
from mainstreamer.operations.plan_data import FRAME, BadSample, puts_of
from mainstreamer.paths import resource

SAMLAND = "XXX"
PARTS = ("people", "findings", "answers", "planning", "tailoring")
"""Files of the sample: `<part>.toml` with structure and numbers, `<part>.<language>.toml` with the texts."""


def sample_puts(language: str, plan_uid: str, country: str = SAMLAND) -> list[Put]:
    """All puts of the sample plan, the frame (kind `plan`, uid `plan_uid`) first.

    Texts are English where the language has none. For another country code the frame takes over its code, currency and
    fiscal year where they are known; everything else stays Samland's. The same arguments always give the same puts.
    """
    spoken = language if _texts_exist(language) else FALLBACK
    data, texts = _joined(), _joined(spoken)
    frame = {**data[FRAME], "language": spoken, **_country_values(country)}
    return puts_of({**data, FRAME: frame}, texts, plan_uid)


def sample_frame(puts: list[Put]) -> dict[str, Any]:
    """The frame's values among the puts, by field: what a new document is created with before the other puts go in."""
    return {put.field: put.value for put in puts if put.kind == FRAME and put.field != EXISTS}


def sample_languages() -> tuple[str, ...]:
    """Languages in which the sample is written."""
    names = (path.name.split(".") for path in resource("samples").glob(f"{PARTS[0]}.*.toml"))
    return tuple(sorted(parts[1] for parts in names))


def _country_values(country: str) -> dict[str, Any]:
    if country == SAMLAND:
        return {}
    return {"country": country, **countries().get(country, {})}


def _texts_exist(language: str) -> bool:
    return language in sample_languages()


@functools.cache
def _joined(language: str = "") -> Mapping[str, Any]:
    """The tables of all parts as one. Raises BadSample for a record that two parts describe."""
    found: dict[str, Any] = {}
    for part in PARTS:
        name = f"{part}.{language}.toml" if language else f"{part}.toml"
        text = resource("samples", name).read_text(encoding="utf-8")
        for kind, rows in tomllib.loads(text, parse_float=Decimal).items():
            twice = found.get(kind, {}).keys() & rows.keys()
            if twice:
                raise BadSample(f"{kind}.{min(twice)}", "given_twice")
            found[kind] = {**found.get(kind, {}), **rows}
    return found
