"""How a checklist pack differs from the checklist of a plan, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mainstreamer.domain.packs import PackFault
from mainstreamer.domain.plan import Put

REWORDED, TRANSLATED, RESTORED, EMPTIED = "reworded", "translated", "restored", "emptied"


@dataclass(frozen=True)
class TextChange:
    """A text of an item that the pack changes; `name` as `ItemText` keeps it. `change`: it is worded anew, said in a language
    in which there was nothing, goes back to how it was shipped, or is taken away."""

    item: str
    name: str
    language: str
    old: str
    new: str
    change: str


@dataclass(frozen=True)
class ValueChange:
    """Another value that the pack changes: of an item, or of a suggested action of the plan (`key`)."""

    item: str
    name: str
    old: Any
    new: Any
    key: str = ""


@dataclass(frozen=True)
class Named:
    """An item or a suggested action by its text; `answered` says whether the plan holds an answer to the item."""

    item: str
    text: str
    key: str = ""
    answered: bool = False


@dataclass(frozen=True)
class LanguageState:
    """How complete a language is once the pack is loaded: texts in it, all texts of the items in use, texts that are new, and
    in which other languages the rest is shown."""

    code: str
    have: int
    of: int
    new: int
    instead: Mapping[str, int] = field(default_factory=dict)

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 is said only when nothing is missing."""
        return 100 * self.have // self.of if self.of else 100


@dataclass(frozen=True)
class PackDifference:
    """What loading a pack would do to a plan. `notes` are cells that are not taken, and why; `puts` do all of it at once."""

    edition: str
    edition_here: str
    new: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    texts: tuple[TextChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    new_actions: tuple[Named, ...] = ()
    gone_actions: tuple[Named, ...] = ()
    languages: tuple[LanguageState, ...] = ()
    notes: tuple[PackFault, ...] = ()
    answers: int = 0
    puts: tuple[Put, ...] = ()

    @property
    def other_edition(self) -> bool:
        return self.edition != self.edition_here

    @property
    def changes_nothing(self) -> bool:
        return not self.puts
