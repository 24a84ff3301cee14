"""Writes the contents of files into the tables `blob` and `blob_part`."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from mainstreamer.storage.blobs import Content
from mainstreamer.storage.tables import BLOB, BLOB_PART


def write_content(connection: Connection, content: Content) -> None:
    """Make a content part of the plan, with whatever pieces of it are not written yet."""
    for number, part in enumerate(content.parts):
        connection.execute(insert(BLOB_PART), {"sha256": content.sha256, "number": number, "content": part})
    connection.execute(insert(BLOB), {"sha256": content.sha256, "size": content.size})
