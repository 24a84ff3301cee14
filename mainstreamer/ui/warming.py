"""Loads beside the window, while nobody waits, what the first showing of a page would otherwise load: modules and texts.

Reading a module takes longer the first time than making its widgets does.
"""

from __future__ import annotations

import importlib

from mainstreamer.knowledge import glossary, glossary_languages
from mainstreamer.ui.giving_way import give_way
from mainstreamer.ui.pages.registry import PAGES
from mainstreamer.ui.pictures.registry import PICTURES

MODULES = (
    *(f"pages.{kind.place.partition(':')[0]}" for kind in PAGES.values()),
    "pages.step_page",
    "pages.step_parts",
    "pages.frame_part",
    "pages.evidence_view",
    "pages.population_view",
    "widgets.guidance",
    "search_palette",
    "evidence_files",
)
"""Modules of the window that pages import when they are first shown; what these import follows."""


def warm_up(spoken: str) -> None:
    """Load them, with the glossary in the language spoken. For a worker: no widget is made."""
    for module in MODULES:
        give_way()
        importlib.import_module(f"mainstreamer.ui.{module}")
    for pictures in PICTURES.values():
        for one in pictures:
            give_way()
            one.load()
    if spoken in glossary_languages():
        glossary(spoken).occurrences("a")  # it learns the forms of its terms with the first text
