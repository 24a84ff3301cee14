"""Keys that work in one place only. The sheet of shortcuts shows them, and a test presses each of them.

Shortcuts that work everywhere are commands (`commands.CommandTable`) and stand in the sheet by themselves. A widget that
takes keys of its own gets a line here for each: the group it is shown in, the keys as `QKeySequence` writes them, what they do,
and the class that takes them, by a `QShortcut` among its children or by accepting the key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mainstreamer.ui.i18n import t

CHECKLIST, OWN_ITEMS, REGISTERS, POPULATION, PICTURES, FORMS, SEARCH, WORKBOOK, TABLES = (
    "checklist",
    "own_items",
    "registers",
    "population",
    "pictures",
    "forms",
    "search",
    "workbook",
    "tables",
)


@dataclass(frozen=True)
class Keys:
    """Keys that do the same or belong together, what they do, and where: module below `mainstreamer.ui` and class."""

    group: str
    keys: tuple[str, ...]
    title: Callable[[], str]
    owner: str


TABLE = (
    Keys(SEARCH, ("Up", "Down"), lambda: t("Line before or after"), "widgets.search_field:SearchField"),
    Keys(SEARCH, ("PgUp", "PgDown"), lambda: t("Several lines on"), "widgets.search_field:SearchField"),
    Keys(SEARCH, ("Return",), lambda: t("Go there"), "widgets.search_field:SearchField"),
    Keys(SEARCH, ("Esc",), lambda: t("Back to where you were"), "widgets.search_field:SearchField"),
    Keys(CHECKLIST, ("Up", "Down"), lambda: t("Item before or after"), "widgets.item_card:_Head"),
    Keys(CHECKLIST, ("Return", "Space"), lambda: t("Open or close the item"), "widgets.item_card:_Head"),
    Keys(CHECKLIST, ("1", "2", "3", "4"), lambda: t("No, Partly, Yes, Not applicable"), "widgets.item_card:ItemCard"),
    Keys(CHECKLIST, ("Ctrl+Return",), lambda: t("Next open item"), "widgets.checklist_view:ChecklistView"),
    Keys(CHECKLIST, ("Shift+F1",), lambda: t("To the guidance, and back"), "pages.step_page:StepPage"),
    Keys(CHECKLIST, ("Esc",), lambda: t("From a field back to its item"), "widgets.item_card:ItemCard"),
    Keys(
        OWN_ITEMS,
        ("Alt+Up", "Alt+Down"),
        lambda: t("Move an item within its step"),
        "widgets.own_item_list:OwnItemList",
    ),
    Keys(OWN_ITEMS, ("Return",), lambda: t("Go to the texts of the item"), "widgets.own_item_list:OwnItemList"),
    Keys(OWN_ITEMS, ("Ctrl+N",), lambda: t("Add an own item"), "pages.own_items_page:OwnItemsPage"),
    Keys(OWN_ITEMS, ("Ctrl+F",), lambda: t("Find an item by its words"), "pages.own_items_page:OwnItemsPage"),
    Keys(OWN_ITEMS, ("Esc",), lambda: t("From a field back to the list"), "pages.own_items_page:OwnItemsPage"),
    Keys(REGISTERS, ("Ctrl+N",), lambda: t("Add a row"), "pages.register_view:RegisterView"),
    Keys(REGISTERS, ("Ctrl+Shift+D",), lambda: t("Duplicate the rows chosen"), "pages.register_view:RegisterView"),
    Keys(REGISTERS, ("Ctrl+D",), lambda: t("Fill down"), "widgets.register_table:RegisterTable"),
    Keys(REGISTERS, ("F4",), lambda: t("Go to the record named in the cell"), "widgets.register_table:RegisterTable"),
    Keys(REGISTERS, ("Ctrl+Shift+L",), lambda: t("Filter by this column"), "pages.register_view:RegisterView"),
    Keys(REGISTERS, ("Del",), lambda: t("Delete the rows chosen"), "widgets.register_table:RegisterTable"),
    Keys(REGISTERS, ("Return",), lambda: t("Edit the cell"), "widgets.register_table:RegisterTable"),
    Keys(REGISTERS, ("Ctrl+C",), lambda: t("Copy rows for Excel"), "widgets.register_table:RegisterTable"),
    Keys(REGISTERS, ("Ctrl+V",), lambda: t("Paste rows from Excel"), "widgets.register_table:RegisterTable"),
    Keys(REGISTERS, ("Ctrl+Return",), lambda: t("Open the file of the evidence"), "pages.evidence_view:EvidenceView"),
    Keys(REGISTERS, ("Ctrl+F",), lambda: t("Filter the rows"), "pages.register_view:RegisterView"),
    Keys(REGISTERS, ("Esc",), lambda: t("From a field back to the table"), "pages.register_view:RegisterView"),
    Keys(POPULATION, ("Return",), lambda: t("Next figure below"), "widgets.population_grid:PopulationGrid"),
    Keys(POPULATION, ("Del",), lambda: t("Clear the figures chosen"), "widgets.population_grid:PopulationGrid"),
    Keys(POPULATION, ("Ctrl+C",), lambda: t("Copy the figures"), "widgets.population_grid:PopulationGrid"),
    Keys(POPULATION, ("Ctrl+V",), lambda: t("Paste figures"), "widgets.population_grid:PopulationGrid"),
    Keys(PICTURES, ("Left", "Right"), lambda: t("Choose the mark before or after"), "charts.chart:Chart"),
    Keys(PICTURES, ("Return",), lambda: t("Open the record of the mark"), "charts.chart:Chart"),
    Keys(
        PICTURES, ("Ctrl+Left", "Ctrl+Right"), lambda: t("Move the mark, where it can be moved"), "charts.chart:Chart"
    ),
    Keys(
        PICTURES, ("Ctrl+Up", "Ctrl+Down"), lambda: t("Move the mark on a map up or down"), "pictures.map_view:MapView"
    ),
    Keys(
        PICTURES,
        ("Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        lambda: t("Timeline: move the end"),
        "pictures.timeline_view:TimelineView",
    ),
    Keys(
        PICTURES,
        ("Shift+Left", "Shift+Right"),
        lambda: t("Timeline: move the start"),
        "pictures.timeline_view:TimelineView",
    ),
    Keys(PICTURES, ("Ctrl+Backspace",), lambda: t("Take the mark off the map"), "pictures.map_view:MapView"),
    Keys(
        PICTURES,
        ("1", "2", "3", "0"),
        lambda: t("Treaty: neither, signed, ratified, blank"),
        "pictures.treaty_table:TreatyArea",
    ),
    Keys(
        WORKBOOK, ("Space",), lambda: t("Tick a line, or all of a heading"), "widgets.coming_back_tree:ComingBackTree"
    ),
    Keys(WORKBOOK, ("Shift+Space",), lambda: t("Tick all of a record"), "widgets.coming_back_tree:ComingBackTree"),
    Keys(
        WORKBOOK,
        ("1", "2", "3"),
        lambda: t("Conflict: as in the plan, as in the workbook, leave open"),
        "widgets.coming_back_tree:ComingBackTree",
    ),
    Keys(
        TABLES,
        ("1", "2", "3", "4"),
        lambda: t("Row that is there already: skip, fill blanks, replace, add"),
        "incoming.tables:DecidingTable",
    ),
    Keys(WORKBOOK, ("Return",), lambda: t("Go to the record"), "widgets.coming_back_tree:ComingBackTree"),
    Keys(FORMS, ("Tab", "Shift+Tab"), lambda: t("Field after or before"), "widgets.paused_text:PausedText"),
    Keys(FORMS, ("Ctrl+Z",), lambda: t("Take back what was typed"), "widgets.paused_text:PausedText"),
)


def group_title(group: str) -> str:
    """The words above a group of the sheet."""
    return {
        SEARCH: t("Search and go"),
        CHECKLIST: t("Checklist"),
        OWN_ITEMS: t("Our checklist"),
        REGISTERS: t("Registers"),
        POPULATION: t("Population figures"),
        PICTURES: t("Pictures"),
        FORMS: t("Forms"),
        WORKBOOK: t("Import a workbook"),
        TABLES: t("Table to import"),
    }[group]
