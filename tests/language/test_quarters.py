"""Quarters as people write them: one form a language, and each language reads the forms of all."""

from __future__ import annotations

import pytest

from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.language import SHIPPED, language


@pytest.mark.parametrize(("code", "written"), [("en", "2027-Q1"), ("ru", "1 кв. 2027")])
def test_the_form_of_the_language(code: str, written: str) -> None:
    assert language(code).quarter(Quarter(2027, 1)).replace("\u00a0", " ") == written


@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_what_is_written_is_read_back(code: str, number: int) -> None:
    quarter = Quarter(2031, number)
    said = language(code).quarter(quarter)
    assert parse_quarter(said) == parse_quarter(said.replace("\u00a0", " ")) == quarter
