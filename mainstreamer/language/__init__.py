"""Text for people in their language. Used by the edges (window, workbook, command line); knows no Qt."""

from mainstreamer.language.both import spoken
from mainstreamer.language.language import SHIPPED, Language, language

__all__ = ["SHIPPED", "Language", "language", "spoken"]
