"""Items of the checklist as lines of a list: how each stands in the plan, and which of them are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mainstreamer.domain.checklist import ITEM_TEXTS, Checklist
from mainstreamer.domain.own_checklist import (
    AS_SHIPPED,
    LEFT_OUT,
    OWN,
    REWORDED,
    every_item,
    in_order,
    item_states,
)
from mainstreamer.domain.plan import Plan
from mainstreamer.ui.i18n import t
from mainstreamer.ui.language_names import language_name

LINE = Qt.ItemDataRole.UserRole + 1
ICONS = {AS_SHIPPED: "package", REWORDED: "pencil-simple", OWN: "flag", LEFT_OUT: "eye-slash"}
TONES = {AS_SHIPPED: "muted", REWORDED: "accent", OWN: "good", LEFT_OUT: "warning"}
Index = QModelIndex | QPersistentModelIndex


def state_name(state: str) -> str:
    """The word for how an item stands."""
    return {AS_SHIPPED: t("original"), REWORDED: t("reworded"), OWN: t("own"), LEFT_OUT: t("left out")}[state]


def filter_name(state: str) -> str:
    """What all items that stand like this are called; an empty text for all there are."""
    names = {AS_SHIPPED: t("Originals"), REWORDED: t("Reworded"), OWN: t("Own"), LEFT_OUT: t("Left out")}
    return names.get(state) or t("All")


@dataclass(frozen=True)
class ItemLine:
    """One item. `moved`: the plan gave it another place in its step; `idle`: its sector is not in use in this plan; `language`
    is that of the question, where it is not the one asked for; `text` is all that a search looks through."""

    code: str
    step: int
    question: str
    essential: bool
    states: tuple[str, ...]
    moved: bool
    idle: bool
    language: str
    text: str

    @property
    def notes(self) -> list[str]:
        """What stands under the question besides its states."""
        found = [t("moved")] if self.moved else []
        found += [t("essential")] if self.essential else []
        found += [t("sector not in use")] if self.idle else []
        return [*found, t("shown in {language}", language=language_name(self.language))] if self.language else found

    @property
    def spoken(self) -> str:
        states = ", ".join([*map(state_name, self.states), *self.notes])
        return f"{self.code}. {self.question}. {states}"


@dataclass(frozen=True)
class StepLine:
    """The name of a step above its items."""

    title: str

    @property
    def spoken(self) -> str:
        return self.title


Line = ItemLine | StepLine


def lines_of(plan: Plan, shipped: Checklist, checklist: Checklist) -> tuple[ItemLine, ...]:
    """All items in the order of the plan, those left out among them."""
    states, used = item_states(checklist), set(plan.sectors)
    found = []
    for item in in_order(plan, every_item(shipped, plan)):
        question = checklist.text(item.code, "question") or t("No question yet")
        texts = " ".join(checklist.text(item.code, name) for name in ITEM_TEXTS)
        idle = bool(item.sector) and item.sector not in used
        language = checklist.language_of(item.code)
        found.append(
            ItemLine(
                item.code,
                item.step,
                question,
                item.essential,
                states[item.code],
                item.code in checklist.moved,
                idle,
                "" if language == checklist.languages[0] else language,
                f"{item.code} {texts}".casefold(),
            )
        )
    return tuple(found)


class OwnItemsModel(QAbstractListModel):
    """Lines to choose from. A step's line cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> bool:
        """Show these lines; False when they are others than before, so that what was chosen is lost."""
        same = [_key(line) for line in self.lines] == [_key(line) for line in lines]
        if not same:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
            return False
        before, self.lines = self.lines, tuple(lines)
        for row, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def row_of(self, code: str) -> int:
        """The row of an item; -1 while it is not shown."""
        return next(
            (row for row, line in enumerate(self.lines) if isinstance(line, ItemLine) and line.code == code), -1
        )

    def item_at(self, row: int) -> ItemLine | None:
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, ItemLine) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.item_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, ItemLine):
            return line.question
        return None


def _key(line: Line) -> str:
    return line.code if isinstance(line, ItemLine) else line.title
