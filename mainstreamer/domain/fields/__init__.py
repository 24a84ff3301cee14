"""Types of fields: how a value is read from what people type or paste, stored, and refused.

Every type has a blank value (`""`, `None` or `()`), a stored form (`str`, `int` or `None` for blank) that a database
column and the history share, and a check that answers with a code, never with a sentence. `parse` raises
`ValueError(code)`.
"""

from __future__ import annotations

from mainstreamer.domain.fields.base import FieldSpec, FieldType, Stored, V, of
from mainstreamer.domain.fields.figures import Money, Month, Number, Scale, Whole, Year, YesNo
from mainstreamer.domain.fields.tables import NumberTable, Table
from mainstreamer.domain.fields.texts import (
    MAX_TEXT,
    Address,
    Choice,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Text,
    is_web_address,
)
from mainstreamer.domain.fields.times import Date, FiscalQuarter

__all__ = [
    "MAX_TEXT",
    "Address",
    "Choice",
    "Date",
    "FieldSpec",
    "FieldType",
    "FiscalQuarter",
    "ItemCodes",
    "Link",
    "Links",
    "LongText",
    "ManyChoices",
    "Money",
    "Month",
    "Number",
    "NumberTable",
    "Scale",
    "Stored",
    "Table",
    "Text",
    "V",
    "Whole",
    "Year",
    "YesNo",
    "is_web_address",
    "of",
]
