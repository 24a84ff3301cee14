"""The table that is being taken in: its file, how it is read, what was decided. All long work is done beside the window."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from mainstreamer.domain.fields import Table
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plain_tables import PlainBook, PlainSheet
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.operations.population import PastedTable, is_blank
from mainstreamer.operations.tables.guessing import columns_of, guess
from mainstreamer.operations.tables.population import (
    Facts,
    There,
    figure_puts,
    population_puts,
    read_population_sheet,
    text_of_sheet,
    there_already,
)
from mainstreamer.operations.tables.samples import Sample, samples
from mainstreamer.operations.tables.taking import Decisions, Taking, take
from mainstreamer.operations.tables.targets import POPULATION, Column, Mapping
from mainstreamer.ui import garbage
from mainstreamer.ui.i18n import words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress, Task

MANY_ROWS = 500


@dataclass(frozen=True)
class ReadBook:
    """A file that was read, and how each of its sheets is probably to be understood."""

    book: PlainBook
    guesses: tuple[Mapping, ...]


@dataclass(frozen=True)
class PeopleDecisions:
    """What becomes of a population table that the plan has: whether it is added beside that one, and which figures of that one
    change, by age group and column."""

    add: bool = False
    taken: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What a sheet would do to a plan by a mapping: records, or a population table with the text it was read from."""

    plan: Plan
    mapping: Mapping
    samples: dict[int, tuple[Sample, ...]]
    taking: Taking | None = None
    people: PastedTable | None = None
    text: str = ""


class TableWork(QObject):
    """Holds what was chosen, and has it worked out anew after every choice; a newer wish ends the one under way."""

    read = Signal()
    """A file was read: `book` holds it."""
    worked_out = Signal()
    """`outcome` is that of the mapping and decisions of now."""
    busy_changed = Signal(bool)
    progressed = Signal(int, int)
    failed = Signal(object)
    """The file cannot be read: a MainstreamerError."""
    broken = Signal(object)
    people_changed = Signal()
    """What a population table is of, or what becomes of it, is other than before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.path = Path()
        self.book: ReadBook | None = None
        self.place = -1
        self.wanted = ""
        """The kind of the register from which a person came: its rows are what they look for. Nothing: whatever is found."""
        self.mapping = Mapping("", 0, 1)
        self.decisions = Decisions()
        self.column_names: tuple[str, ...] = ()
        """What a person said the columns of a population table are."""
        self.facts = Facts()
        """What the population table is of, as a person wrote it."""
        self.people = PeopleDecisions()
        self.outcome: Outcome | None = None
        self._guesses = False
        """Whether columns are guessed anew by what is under way."""
        self._task: Task | None = None
        self._changing: tuple[int, Mapping] | None = None
        """The column that was changed last, and the mapping before that."""

    @property
    def busy(self) -> bool:
        return self._task is not None

    @property
    def sheet(self) -> PlainSheet | None:
        """The sheet chosen."""
        return self.book.book.sheets[self.place] if self.book is not None and self.place >= 0 else None

    # -- choosing ----------------------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Read a file; what was chosen before is forgotten."""
        self.path, self.book, self.place, self.outcome = path, None, -1, None

        def work(progress: Progress) -> ReadBook:
            from mainstreamer.exchange.foreign_in import read_tables

            book = read_tables(path, progress)
            return ReadBook(book, tuple(guess(sheet) for sheet in book.sheets))

        self._start(work, self._on_read)

    def open_nothing(self) -> None:
        """Forget the file."""
        self.cancel()
        self.path, self.book, self.place, self.outcome = Path(), None, -1, None

    def choose_sheet(self, place: int) -> None:
        """Look at a sheet as it was guessed to be read."""
        if self.book is None or place == self.place:
            return
        self.place, self.outcome = place, None
        self.decisions, self.column_names, self.people = Decisions(), (), PeopleDecisions()
        self.mapping = self.book.guesses[place]
        other = bool(self.wanted) and self.mapping.kind not in (self.wanted, POPULATION)
        if other:
            self.mapping = Mapping(self.wanted, self.mapping.first, self.mapping.depth)
        self.again(guess_columns=other)

    def set_headings(self, first: int, depth: int) -> None:
        """The rows of headings are others: columns are guessed anew."""
        if (first, depth) != (self.mapping.first, self.mapping.depth):
            self.mapping = Mapping(self.mapping.kind, first, depth)
            self.again(guess_columns=True)

    def set_kind(self, kind: str) -> None:
        """Rows are of another kind: columns are guessed anew."""
        if kind != self.mapping.kind:
            self.mapping = Mapping(kind, self.mapping.first, self.mapping.depth)
            self.decisions = Decisions()
            self.again(guess_columns=True)

    def set_column(self, column: Column) -> None:
        """A column goes elsewhere. As long as the same column is changed, others get back what it took from them: whoever
        goes through the choices by arrow keys passes by all of them."""
        if column != self.mapping.column(column.place):
            if self._changing is None or self._changing[0] != column.place:
                self._changing = (column.place, self.mapping)
            self.mapping = self._changing[1].with_column(column)
            self.again(same_column=True)

    def set_sections(self, sections: str) -> None:
        """What becomes of titles between the rows."""
        if sections != self.mapping.sections:
            self.mapping = dataclasses.replace(self.mapping, sections=sections)
            self.again()

    def name_columns(self, names: tuple[str, ...]) -> None:
        """A person says what the columns of a population table are."""
        if names != self.column_names:
            self.column_names = names
            self.again()

    def describe(self, facts: Facts) -> None:
        """A person says what a population table is of."""
        if facts != self.facts:
            self.facts = facts
            self.people_changed.emit()

    def decide_people(self, decisions: PeopleDecisions) -> None:
        if decisions != self.people:
            self.people = decisions
            self.people_changed.emit()

    @property
    def table(self) -> Table | None:
        """The numbers of a population table, once they are understood."""
        found = self.outcome.people if self.outcome is not None else None
        return None if found is None or found.table is None or is_blank(found.table) else found.table

    def there(self) -> There | None:
        """The table of the plan that these figures are of."""
        table = self.table
        return there_already(self.session.plan, self.facts, table) if table is not None else None

    def adds_people(self) -> bool:
        """Whether the population table comes in as a new one: as decided, else where the plan has none of its year and area.
        That of another source is not added unasked either: often its source is but the name of a file."""
        there = self.there()
        return self.table is not None and (there is None or self.people.add)

    def people_puts(self) -> tuple[str, list[Put]]:
        """The record that comes in or changes, and the puts."""
        table, there = self.table, self.there()
        if table is None:
            return "", []
        if there is None or self.adds_people():
            return population_puts(self.facts, table)
        return there.record.uid, figure_puts(there, self.facts, table, self.people.taken)

    def decide(self, decisions: Decisions) -> None:
        if decisions != self.decisions:
            self.decisions = decisions
            self.again()

    # -- working out -------------------------------------------------------------------------------------------------

    def again(self, *, guess_columns: bool = False, same_column: bool = False) -> None:
        """Work out what the table would do to the plan as it is now."""
        if not same_column:
            self._changing = None
        guess_columns = self._guesses = guess_columns or (self._guesses and self.busy)
        sheet = self.sheet
        if sheet is None or self.mapping.first < 1:
            return
        plan, speech, mapping, decisions = self.session.plan, words(), self.mapping, self.decisions
        names = self.column_names

        def work(progress: Progress) -> Outcome:
            chosen = columns_of(sheet, mapping) if guess_columns else mapping
            if chosen.kind == POPULATION:
                reading = Reading(speech.decimal_mark, speech.code_of)
                found = read_population_sheet(sheet, chosen, reading, names)
                if found.columns_wanted and not names:
                    found = dataclasses.replace(found, table=None)
                return Outcome(plan, chosen, {}, None, found, text_of_sheet(sheet, chosen, reading))
            shown = samples(plan, sheet, chosen, speech)
            return Outcome(plan, chosen, shown, take(plan, sheet, chosen, decisions, speech, progress))

        self._start(work, self._on_worked_out)

    def kept(self) -> dict[str, Any]:
        """All of it, for another page that goes on with it; what is under way ends."""
        names = (
            "wanted",
            "path",
            "book",
            "place",
            "mapping",
            "decisions",
            "column_names",
            "facts",
            "people",
            "outcome",
        )
        found = {name: getattr(self, name) for name in names} | {"busy": self.busy, "guesses": self._guesses}
        self.cancel()
        self._task = None  # What it brings comes too late for this page.
        return found

    def take_up(self, kept: dict[str, Any]) -> None:
        """Go on with what another page kept."""
        busy, guesses = kept["busy"], kept["guesses"]
        for name, value in kept.items():
            if name not in ("busy", "guesses"):
                setattr(self, name, value)
        if self.book is None and busy:
            self.open(self.path)
        elif self.book is not None:
            if self.outcome is not None:
                self.worked_out.emit()
            if busy or (self.outcome is not None and self.outcome.plan is not self.session.plan):
                self.again(guess_columns=busy and guesses)

    def cancel(self) -> None:
        """End what is under way."""
        if self._task is not None:
            self._task.cancel()

    def _start(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self.cancel()
        task = Task(work)
        self._task = task
        task.signals.progressed.connect(lambda at, of: self.progressed.emit(at, of) if self._task is task else None)
        task.signals.done.connect(lambda result: self._end(task, lambda: done(result)))
        task.signals.failed.connect(lambda error: self._end(task, lambda: self._on_failed(error)))
        task.signals.broken.connect(lambda error: self._end(task, lambda: self.broken.emit(error)))
        self.busy_changed.emit(True)
        task.start()

    def _end(self, task: Task, then: Callable[[], None]) -> None:
        """What an older wish brings is late."""
        if self._task is task:
            self._task = None
            if self.session.is_open:
                then()
                if self._task is None:
                    self.busy_changed.emit(False)

    def _on_read(self, found: ReadBook) -> None:
        self.book = found
        self.read.emit()

    def _on_worked_out(self, found: Outcome) -> None:
        if found.taking is not None and len(found.taking.rows) > MANY_ROWS:
            garbage.set_aside()  # going through all of it would hold the window
        self.outcome = found
        self.mapping = found.mapping
        self.worked_out.emit()

    def _on_failed(self, error: MainstreamerError) -> None:
        if isinstance(error, Cancelled) and self.book is not None:
            return
        self.failed.emit(error)
