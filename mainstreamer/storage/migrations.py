"""Brings the file of an older version up to this one: numbered steps of SQL text, each in its own transaction.

A step is frozen once released: it imports nothing of today's code, since today's kinds are not those of its day. Step
`n` leads from version n to n + 1. A released version keeps a plan file in tests/data for ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence

STEPS: Mapping[int, Sequence[str]] = {
    # Files as evidence. Version 1 made a table `blob` of another form and never wrote into it.
    1: (
        "DROP TABLE blob",
        "CREATE TABLE blob (sha256 VARCHAR NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (sha256))",
        "CREATE TABLE blob_part (sha256 VARCHAR NOT NULL, number INTEGER NOT NULL, content BLOB NOT NULL,"
        " PRIMARY KEY (sha256, number))",
        "ALTER TABLE evidence ADD COLUMN page TEXT",
        "ALTER TABLE evidence ADD COLUMN file TEXT",
        "ALTER TABLE evidence ADD COLUMN link TEXT",
    ),
    # A country's own checklist, and the status of treaties.
    2: (
        "CREATE TABLE treaty (seq INTEGER NOT NULL, uid VARCHAR NOT NULL, present INTEGER NOT NULL, treaty TEXT,"
        " name TEXT, status TEXT, ratified_on TEXT, reservation TEXT, law_aligned TEXT, alignment_note TEXT,"
        " last_report TEXT, report_due TEXT, lead TEXT, source TEXT, note TEXT, PRIMARY KEY (seq), UNIQUE (uid))",
        "CREATE TABLE item_action (seq INTEGER NOT NULL, uid VARCHAR NOT NULL, present INTEGER NOT NULL, item TEXT,"
        " action TEXT, output TEXT, lead TEXT, quarters INTEGER, indicator TEXT, language TEXT, PRIMARY KEY (seq),"
        " UNIQUE (uid))",
        "CREATE TABLE item_text (seq INTEGER NOT NULL, uid VARCHAR NOT NULL, present INTEGER NOT NULL, item TEXT,"
        " language TEXT, name TEXT, text TEXT, PRIMARY KEY (seq), UNIQUE (uid))",
        "CREATE TABLE item_setting (seq INTEGER NOT NULL, uid VARCHAR NOT NULL, present INTEGER NOT NULL, item TEXT,"
        ' "off" INTEGER, reason TEXT, place TEXT, PRIMARY KEY (seq), UNIQUE (uid))',
        "ALTER TABLE custom_item ADD COLUMN obstacle TEXT",
        "ALTER TABLE custom_item ADD COLUMN sector TEXT",
        "ALTER TABLE custom_item ADD COLUMN r2 TEXT",
        "ALTER TABLE custom_item ADD COLUMN roles TEXT",
        "ALTER TABLE custom_item ADD COLUMN phases TEXT",
        "ALTER TABLE custom_item ADD COLUMN sdg TEXT",
        "ALTER TABLE custom_item ADD COLUMN gcm TEXT",
        "ALTER TABLE custom_item ADD COLUMN language TEXT",
    ),
}


def migrate(
    raw: sqlite3.Connection,
    found: int,
    wanted: int,
    before_first: Callable[[], None],
    steps: Mapping[int, Sequence[str]] = STEPS,
) -> None:
    """Run the steps from version `found` to `wanted`. `before_first` makes the backup; nothing runs when it raises.

    A step that fails is rolled back whole, together with its version number.
    """
    if found == wanted:
        return
    before_first()
    for version in range(found, wanted):
        raw.execute("BEGIN EXCLUSIVE")
        try:
            for statement in steps[version]:
                raw.execute(statement)
            raw.execute(f"PRAGMA user_version={version + 1}")
            raw.execute("COMMIT")
        except BaseException:
            # A full disk has already rolled back by itself; the first error is the one to tell.
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
