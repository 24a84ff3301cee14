"""Mainstreamer: build migration into development plans, offline, together, step by step."""

__version__ = "0.1.0"
