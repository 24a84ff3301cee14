"""The plan file. SQLAlchemy and SQL live here only."""
