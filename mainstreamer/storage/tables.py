"""Tables of a plan file, made from the kinds: a table a kind with its present state, and the history behind it."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

from mainstreamer.domain.kinds import KINDS
from mainstreamer.storage.layout import PRESENT as PRESENT
from mainstreamer.storage.layout import VERSION as VERSION

METADATA = MetaData()

META = Table("meta", METADATA, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

SITTING = Table(
    "sitting",
    METADATA,
    Column("uid", String, primary_key=True),
    Column("person", Text, nullable=False),
    Column("institution", Text, nullable=False),
    Column("computer", Text, nullable=False),
    Column("started_at", String, nullable=False),
)

KNOWLEDGE = Table(
    "sitting_knowledge",
    METADATA,
    Column("sitting", String, primary_key=True),
    Column("after_number", Integer, primary_key=True),
    Column("vector", Text, nullable=False),
)
"""What a sitting knew of others, from its start (after_number 0) and after each merge inside it; vectors as JSON."""

CHANGESET = Table(
    "changeset",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("sitting", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("reverts", Text),
)
"""`seq` is the order in which this copy came to know the changesets."""

CHANGE = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("changeset", Integer, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("uid", String, nullable=False, index=True),
    Column("field", String, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
)
"""Values as JSON of their stored forms."""

BLOB = Table(
    "blob",
    METADATA,
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
)
"""Contents of files that the plan keeps, each once, by SHA-256. A row is never altered and never removed: the history may
refer to it. It is written together with the first put that refers to it."""

BLOB_PART = Table(
    "blob_part",
    METADATA,
    Column("sha256", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The content of a blob in pieces, numbered from 0, so that none is written or read in one breath. Pieces without a row in
`blob` are left over from a file that was never put."""


def _kind_table(name: str) -> Table:
    columns: list[Column[object]] = [Column("seq", Integer, primary_key=True)]
    columns.append(Column("uid", String, nullable=False, unique=True))
    columns.append(Column(PRESENT, Integer, nullable=False))
    for field, spec in KINDS[name].fields.items():
        columns.append(Column(field, Integer if spec.type.integer else Text))
    return Table(name, METADATA, *columns)


KIND_TABLES: dict[str, Table] = {name: _kind_table(name) for name in KINDS}
