"""Writes the contents of files into the tables `blob` and `blob_part`."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert

from mainstreamer.storage.blobs import Content
from mainstreamer.storage.tables import BLOB, BLOB_PART


def write_content(connection: Connection, content: Content) -> None:
    """Make a content part of the plan, with whatever pieces of it are not written yet."""
    write_parts(connection, content.sha256, dict(enumerate(content.parts)))
    connection.execute(insert(BLOB), {"sha256": content.sha256, "size": content.size})


def write_parts(connection: Connection, sha256: str, parts: Mapping[int, bytes]) -> None:
    for number, part in parts.items():
        connection.execute(insert(BLOB_PART), {"sha256": sha256, "number": number, "content": part})


def remove_part(connection: Connection, sha256: str, number: int) -> None:
    connection.execute(delete(BLOB_PART).where(BLOB_PART.c.sha256 == sha256, BLOB_PART.c.number == number))
