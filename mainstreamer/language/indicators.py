"""Values of indicators in words, for the window, the workbook and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass

from mainstreamer.domain.demography_checks import InputFinding
from mainstreamer.domain.indicators import UNITS, IndicatorDefinition, IndicatorValue, shown
from mainstreamer.language.language import Language, language

YES_NO_UNITS = ("yes_no", "flag")


@dataclass(frozen=True)
class IndicatorWords:
    """One value as people read it. Parts that do not apply are empty.

    `value` is empty and `reason` a sentence where there is no value. `unit` is empty where the value is a yes or a no.
    `source` is the source stated with the data, else who usually holds them.
    """

    code: str
    name: str
    definition: str
    value: str
    unit: str
    period: str
    who: str
    where: str
    variant: str
    type: str
    source: str
    reason: str

    @property
    def value_and_unit(self) -> str:
        """The value with its unit behind it."""
        return f"{self.value} {self.unit}".strip() if self.value else ""

    @property
    def reason_behind(self) -> str:
        """The reason as it stands behind a colon, where the sentence goes on."""
        return self.reason[:1].lower() + self.reason[1:]


def indicator_words(speech: Language, value: IndicatorValue, definition: IndicatorDefinition | None) -> IndicatorWords:
    """Everything that is shown of a value; `definition` is its entry in the catalogue, None for one of one's own."""
    who = (speech.choice("sex", value.sex), value.age, value.group)
    return IndicatorWords(
        value.code,
        value.name.strip() or indicator_name(speech, value.code),
        _of(speech, value.code, "definition"),
        value_text(speech, value, definition),
        unit_text(speech, value, definition),
        period_text(value),
        ", ".join(part for part in who if part),
        value.area,
        variant_text(speech, value.code, value.variant),
        speech.choice("observation_type", value.type),
        # Where such values usually come from is not where one comes from that somebody entered without saying so.
        value.source.strip() or (_of(speech, value.code, "source") if value.kind == "plan" else ""),
        reason_text(speech, value.reason) if value.value is None else "",
    )


def indicator_name(speech: Language, code: str) -> str:
    """The name of an indicator without its code; the code itself where it is not in the catalogue."""
    return _of(speech, code, "name") or code


def value_text(speech: Language, value: IndicatorValue, definition: IndicatorDefinition | None) -> str:
    """The number with the language's marks: what is worked out to the decimals of the catalogue, the rest as entered."""
    if value.value is None:
        return ""
    if _unit_code(value, definition) in YES_NO_UNITS and value.value in (0, 1):
        return speech.choice("yes_no", "yes" if value.value == 1 else "no")
    if definition is None or value.kind == "observation":
        return speech.number(value.value)
    places = definition.variant(value.variant).display_decimals
    return speech.number(shown(value.value, definition, value.variant), places)


def unit_text(speech: Language, value: IndicatorValue, definition: IndicatorDefinition | None) -> str:
    """The unit in words, as entered where a person entered it; nothing beside a yes or a no."""
    code = _unit_code(value, definition)
    if code in YES_NO_UNITS and value.value in (None, 0, 1):
        return ""
    return speech.word("demography", "unit", code) if code in UNITS else code


def _unit_code(value: IndicatorValue, definition: IndicatorDefinition | None) -> str:
    if value.unit.strip():
        return value.unit.strip()
    return "" if definition is None else definition.variant(value.variant).unit


def period_text(value: IndicatorValue) -> str:
    """The year, or the first and last year of a period."""
    if value.year is None:
        return ""
    return str(value.year) if value.since is None else f"{value.since}–{value.year}"


def variant_text(speech: Language, code: str, variant: str) -> str:
    """Which of several definitions was used; as entered where it has no words."""
    if not variant:
        return ""
    for keys in (("indicator", code, "variant", variant), ("demography", "variant", variant)):
        found = speech.find(*keys) or language("en").find(*keys)
        if found:
            return found
    return variant


def reason_text(speech: Language, reason: str) -> str:
    """Why there is no value, as a sentence."""
    return speech.word("demography", "reason", reason or "not_entered")


def row_name(speech: Language, row: str) -> str:
    """What a row of a population table is called: `unknown` and `total` in words, age groups with a dash."""
    if row == "unknown":
        return speech.word("workbook", "column", "unknown_age")
    if row == "total":
        return speech.word("workbook", "column", "stated")
    return row.replace("-", "–")


def input_sentence(speech: Language, finding: InputFinding) -> str:
    """What is doubtful in a population table, as a sentence."""
    said: dict[str, object] = {"row": row_name(speech, finding.row)}
    for key, value in finding.values.items():
        if key == "column":
            said[key] = speech.word("demography", "column", str(value))
        elif key == "unit":
            said[key] = speech.choice("table_unit", str(value))
        elif key == "other":
            said[key] = row_name(speech, str(value))
        else:
            said[key] = value if isinstance(value, str) else speech.number(value)
    return speech.word("demography", "input", finding.code, **said)


def _of(speech: Language, code: str, part: str) -> str:
    return speech.find("indicator", code, part) or language("en").find("indicator", code, part) or ""
