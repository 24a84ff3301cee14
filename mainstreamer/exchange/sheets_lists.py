"""The sheet of code lists, to which formulas and choices refer by name, and the hidden sheet by which a copy is known."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mainstreamer import __version__
from mainstreamer.domain.choices import OPEN_LISTS
from mainstreamer.domain.fields import Choice, ManyChoices
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import code_order
from mainstreamer.domain.presets import preset_to_json
from mainstreamer.exchange.cells import Cell, Sheet, quoted
from mainstreamer.exchange.edition import SHOWN_BY_CODE, TECHNICAL, Edition
from mainstreamer.exchange.offers import LIST, list_title, lists_to_place
from mainstreamer.exchange.sheets_registers import finish_table, start_table
from mainstreamer.exchange.styles import CENTRE, CODE, HEADER, HIDDEN, LINE_TEXT, TEXT
from mainstreamer.knowledge import code_lists
from mainstreamer.language.code_lists import list_source

FORMAT = 2
"""Version of the form of exported workbooks."""

NAMED = {"action_status": "status", "light": "light", "yes_no": "word"}
"""Lists whose single words formulas refer to, with how the names begin: `status_done`, `light_red`, `word_yes`."""

_PIECE = 30_000


def _closed_lists() -> list[str]:
    """Every closed list that a field of any kind uses, in order of first use, and those of calculated columns."""
    types = [spec.type for kind in KINDS.values() for spec in kind.fields.values()]
    used = [kind.choices for kind in types if isinstance(kind, Choice | ManyChoices) and kind.choices not in OPEN_LISTS]
    return list(dict.fromkeys([*used, "yes_no", "light", "severity"]))


def _codes(name: str) -> Sequence[str]:
    special = {
        "yes_no": ("yes", "no"),
        "light": ("green", "amber", "red", "grey"),
        "severity": ("blocks", "improves", "note"),
    }
    if name in special:
        return special[name]
    types = (spec.type for kind in KINDS.values() for spec in kind.fields.values())
    return next(kind.codes for kind in types if isinstance(kind, Choice | ManyChoices) and kind.choices == name)


def _open_codes(edition: Edition, name: str) -> list[str]:
    """The codes of a long list that this export really uses."""
    found: set[str] = set()
    for kind, description in KINDS.items():
        places = [
            field
            for field, spec in description.fields.items()
            if isinstance(spec.type, Choice | ManyChoices) and spec.type.choices == name
        ]
        for record in edition.records(kind) if places else ():
            for field in places:
                value = getattr(record, field)
                found.update((value,) if isinstance(value, str) else value)
    return sorted(found - {""}, key=code_order)


def lists_sheet(edition: Edition) -> Sheet:
    """Every list in use, code and word; the names that formulas and choices use point here."""
    sheet = edition.sheet("lists", "back")
    headers = [edition.word("column", code) for code in ("list", "code_of_list", "word", "meaning", "list_source")]
    start_table(sheet, "lists", ("uid",), edition.word("note", "lists"))
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    for name in _closed_lists():
        first = sheet.next_row
        for code in _codes(name):
            row = sheet.add(_list_row(edition, name, code, first=sheet.next_row == first))
            if name in NAMED:
                edition.names[f"{NAMED[name]}_{code}"] = f"{quoted(sheet.title)}!$D${row}"
        column = 3 if name in SHOWN_BY_CODE else 4
        edition.names[f"{LIST}{name}"] = sheet.reference(column, first, sheet.next_row - 1)
    for name in sorted(OPEN_LISTS):
        for place, code in enumerate(_open_codes(edition, name)):
            sheet.add(_list_row(edition, name, code, first=place == 0))
    finish_table(edition, sheet, header, len(sheet.rows) - header, headers, {2: 34, 3: 22, 4: 52, 5: 40, 6: 60})
    sheet.title_rows = f"{header}:{header}"
    sheet.protected = True
    _add_offers(edition, sheet, header, len(headers) + 3)
    return sheet


def _add_offers(edition: Edition, sheet: Sheet, header: int, column: int) -> None:
    """Beside the codes, a column each: further lists that cells of other sheets offer."""
    for place, (name, texts) in enumerate(lists_to_place(edition), column):
        sheet.put(header, place, Cell(list_title(edition, name), HEADER))
        for row, text in enumerate(texts, header + 1):
            sheet.put(row, place, Cell(text, LINE_TEXT))
        edition.names[name] = sheet.reference(place, header + 1, header + max(len(texts), 1))
        sheet.widths[place] = 30


def _list_row(edition: Edition, name: str, code: str, *, first: bool) -> list[Cell | None]:
    """A code. Where its list comes from is said once, beside the first."""
    meaning = edition.language.choice("light", code) if name == "light" else ""
    word = edition.word("light", code) if name == "light" else edition.language.choice(name, code)
    return [
        Cell(None, HIDDEN),
        Cell(edition.word("list", name)),
        Cell(code, CODE),
        Cell(word),
        Cell(meaning or None, TEXT),
        Cell((_source(edition, name) if first else "") or None, TEXT),
    ]


def _source(edition: Edition, name: str) -> str:
    """Where a list comes from; nothing for the words of calculated columns, which are no list of anybody's."""
    found = code_lists().get(name)
    return "" if found is None else list_source(edition.language, found)


def technical_sheet(edition: Edition, sheets: Sequence[Sheet]) -> Sheet:
    """Plan, version vector, languages, preset, day of export, and which sheet shows which kind.

    Without a sheet of code lists the words that formulas need stand here, and what cells offer; without a cover the first
    month of the fiscal year. A long vector or preset goes on in the next cells.
    """
    sheet = Sheet(TECHNICAL, TECHNICAL, edition.word("note", "cut"), "back", hidden=True)
    vector = json.dumps(dict(edition.vector or {}), ensure_ascii=False, sort_keys=True)
    rows: list[list[str]] = [
        ["format", str(FORMAT)],
        ["plan", edition.plan.uid],
        ["vector", *_pieces(vector)],
        ["language", " ".join(edition.language.codes)],
        ["preset", *_pieces(preset_to_json(edition.spec))],
        ["exported", edition.today.isoformat()],
        ["checklist", edition.checklist.edition],
        ["program", __version__],
    ]
    rows += [["sheet", other.key, other.title] for other in sheets]
    for row in rows:
        sheet.add([Cell(text, CENTRE._replace(align="line", line="")) for text in row])
    if all(other.key != "lists" for other in sheets):
        for name, start in NAMED.items():
            for code in _codes(name):
                word = edition.word("light", code) if name == "light" else edition.language.choice(name, code)
                row_number = sheet.add([Cell(f"{start}_{code}", HIDDEN), Cell(word, HIDDEN)])
                edition.names[f"{start}_{code}"] = f"{quoted(sheet.title)}!$B${row_number}"
    if "fiscal_start" not in edition.names:
        row_number = sheet.add([Cell("fiscal_start", HIDDEN), Cell(edition.fiscal_start, HIDDEN)])
        edition.names["fiscal_start"] = f"{quoted(sheet.title)}!$B${row_number}"
    edition.names["quarter_now"] = "INT((YEAR(TODAY())*12+MONTH(TODAY())-fiscal_start)/3)"
    for name, texts in lists_to_place(edition):
        first = sheet.next_row
        for text in texts or [""]:
            sheet.add([Cell("offer", HIDDEN), Cell(name, HIDDEN), Cell(text, HIDDEN._replace(format="@"))])
        edition.names[name] = sheet.reference(3, first, sheet.next_row - 1)
    sheet.protected = True
    sheet.widths.update({1: 20, 2: 50, 3: 40})
    return sheet


def _pieces(text: str) -> list[str]:
    return [text[place : place + _PIECE] for place in range(0, len(text), _PIECE)]
