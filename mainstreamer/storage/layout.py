"""What a plan file's tables are called and counted by, known without SQLAlchemy: opening a plan does not wait for it."""

VERSION = 3
"""Version of the tables. A change of kinds or tables raises it and adds a step to migrations.py."""

PRESENT = "present"
"""The column of the field `exists` (a word that SQL keeps for itself)."""
