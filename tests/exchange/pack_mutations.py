"""Ways in which a pack goes wrong in people's hands and on their disks: of its cells, and of its bytes."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from mainstreamer.domain.packs import ACTIONS, ITEMS, SETTINGS
from mainstreamer.exchange.sheet_in import MOST_ROWS, RawCell, RawSheet
from tests.exchange.pack_tools import EditedPack

Mutation = Callable[[EditedPack, random.Random], None]

STRANGE = (
    "", " ", "\t\n", "=1+1", "-", "yes", "no", "1.1", "2.N1", "10.N999999", "99", "1e308", "NaN", "Infinity", "null",
    "\x00nul", "\ud800", "\ufffe", "é" * 300, "x" * 40_000, "ی", "🙂" * 200, "R2.1; R2.9", "; ; ;", "'; DROP TABLE plan; --",
    "../../etc", "<b>bold</b>", "&xxe;", "{value}", "%s %d", "1,2", "2.10", "0x10", "٣", "question::en", "::", "a::b::c",
)  # fmt: skip
NUMBERS = (0, 1, -1, 2.1, 2.10, 60, 1e300, -1e-300, 10**15, 1.1, 44927, 0.1 + 0.2)


def some_cell(pack: EditedPack, chance: random.Random) -> tuple[RawSheet, int, int]:
    sheet = pack.sheets[chance.choice(list(pack.sheets))]
    row = chance.choice(sorted(sheet.rows) or [1])
    return sheet, row, chance.choice(sorted(sheet.rows.get(row, {})) or [1])


def other_value(pack: EditedPack, chance: random.Random) -> None:
    sheet, row, column = some_cell(pack, chance)
    kind = chance.choice(("text", "text", "number", "bool", "date", "formula", "error"))
    value: object = {
        "text": chance.choice(STRANGE), "number": chance.choice(NUMBERS), "bool": chance.random() < 0.5,
        "date": "44927", "formula": "SUM(A1:A9)", "error": "#REF!",
    }[kind]  # fmt: skip
    sheet.rows.setdefault(row, {})[column] = RawCell(kind, value)


def swapped_cells(pack: EditedPack, chance: random.Random) -> None:
    (one, row, column), (other, row2, column2) = some_cell(pack, chance), some_cell(pack, chance)
    cells, cells2 = one.rows.setdefault(row, {}), other.rows.setdefault(row2, {})
    first, second = cells.pop(column, None), cells2.pop(column2, None)
    if first is not None:
        cells2[column2] = first
    if second is not None:
        cells[column] = second


def lost_cell(pack: EditedPack, chance: random.Random) -> None:
    sheet, row, column = some_cell(pack, chance)
    sheet.rows.get(row, {}).pop(column, None)


def lost_column(pack: EditedPack, chance: random.Random) -> None:
    sheet, _, column = some_cell(pack, chance)
    for cells in sheet.rows.values():
        cells.pop(column, None)


def shifted_column(pack: EditedPack, chance: random.Random) -> None:
    sheet, _, start = some_cell(pack, chance)
    for row, cells in sheet.rows.items():
        sheet.rows[row] = {column + (column >= start): cell for column, cell in cells.items()}


def repeated_column(pack: EditedPack, chance: random.Random) -> None:
    sheet, _, column = some_cell(pack, chance)
    last = max((max(cells) for cells in sheet.rows.values() if cells), default=1) + 1
    for cells in sheet.rows.values():
        if column in cells:
            cells[last] = cells[column]


def repeated_row(pack: EditedPack, chance: random.Random) -> None:
    sheet, row, _ = some_cell(pack, chance)
    sheet.rows[max(sheet.rows, default=1) + 1] = dict(sheet.rows.get(row, {}))


def lost_row(pack: EditedPack, chance: random.Random) -> None:
    sheet, row, _ = some_cell(pack, chance)
    sheet.rows.pop(row, None)


def lost_sheet(pack: EditedPack, chance: random.Random) -> None:
    if len(pack.sheets) > 1:
        pack.sheets.pop(chance.choice(list(pack.sheets)))


def renamed_heading(pack: EditedPack, chance: random.Random) -> None:
    sheet, _, column = some_cell(pack, chance)
    sheet.rows.setdefault(1, {})[column] = RawCell("text", chance.choice((*STRANGE, "question::ro", "why::RO", "code")))


def merged_cells(pack: EditedPack, chance: random.Random) -> None:
    sheet, row, _ = some_cell(pack, chance)
    sheet.merged.append(chance.choice((f"A{row}:C{row}", "A1:XFD1048576", "", ":", "A", "ZZZZZZ1:B2", "1:1")))


def many_rows(pack: EditedPack, chance: random.Random) -> None:
    sheet, row, _ = some_cell(pack, chance)
    cells = sheet.rows.get(row, {})
    for number in range(chance.choice((10, 200, MOST_ROWS if chance.random() < 0.02 else 300))):
        sheet.rows[10_000 + number] = dict(cells)
    if chance.random() < 0.3:
        sheet.cut = chance.choice(("rows", "columns"))


def codes_as_numbers(pack: EditedPack, chance: random.Random) -> None:
    for name in (ITEMS, ACTIONS):
        for row, cells in pack.sheets[name].rows.items() if name in pack.sheets else ():
            cell = cells.get(1)
            if row > 1 and cell is not None and cell.kind == "text":
                try:
                    cells[1] = RawCell("number", float(cell.value))
                except ValueError:
                    continue


def new_rows(pack: EditedPack, chance: random.Random) -> None:
    if ITEMS in pack.sheets and pack.sheets[ITEMS].rows.get(1):
        step: object = chance.choice((1, "2", 11, "", 2.5, "Step", None))
        pack.add(step=step, question__en=chance.choice(STRANGE), code=chance.choice((None, "", "2.N5", *STRANGE)))


def other_setting(pack: EditedPack, chance: random.Random) -> None:
    rows = pack.sheets[SETTINGS].rows if SETTINGS in pack.sheets else {}
    if rows:
        cells = rows[chance.choice(sorted(rows))]
        cells[2] = RawCell("text", chance.choice((*STRANGE, "2027.01", "2")))


CELL_MUTATIONS: tuple[Mutation, ...] = (
    other_value, other_value, other_value, swapped_cells, lost_cell, lost_column, shifted_column, repeated_column,
    repeated_row, lost_row, lost_sheet, renamed_heading, merged_cells, many_rows, codes_as_numbers, new_rows, other_setting,
)  # fmt: skip


def mutate_cells(pack: EditedPack, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        chance.choice(CELL_MUTATIONS)(pack, chance)


# -- bytes -------------------------------------------------------------------------------------------------------------

DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
SNIPPETS = (
    b"<", b">", b"&", b"&c;", b"</row>", b'<c r="A1"', b' t="s"', b' t="inlineStr"', b' r="XFD1048576"', b' r=""', b"\x00",
    b"\xff\xfe", b"<v>99999999999</v>", b"<f>NOW()</f>", b"<v>1e999</v>", b"<![CDATA[x]]>", b"<?xml?>", DOCTYPE, b"nan",
)  # fmt: skip


def mutate_bytes(whole: bytes, chance: random.Random) -> bytes:
    """A file that broke on a disk, in a mail, or at the hands of a bad program."""
    deed = chance.randrange(8)
    if deed == 0:
        return whole[: chance.randrange(len(whole))]
    if deed == 1:
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 1, 5, 100))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        return bytes(broken)
    if deed == 2:
        start = chance.randrange(len(whole))
        return whole[:start] + whole[start + chance.randrange(1, 2000) :]
    return _repacked(whole, chance)


def _repacked(whole: bytes, chance: random.Random) -> bytes:
    """The same package with one of its parts spoilt."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        names = package.namelist()
        others = [name for name in names if name.endswith((".xml", ".rels")) and "comment" not in name]
        sheets = [name for name in names if "worksheets/sheet" in name]
        spoilt = chance.choice(chance.choice((others, sheets, sheets)))
        for name in names:
            content = package.read(name)
            if name == spoilt:
                found = _spoilt(content, chance)
                if found is None:
                    continue
                content = found
            out.writestr(name, content)
    return made.getvalue()


def _spoilt(content: bytes, chance: random.Random) -> bytes | None:
    deed = chance.randrange(12)
    place = chance.randrange(len(content) + 1)
    if deed == 0:
        return None
    if deed > 8:
        wanted = chance.choice((b"yes", b">1.1<", b"items", b"question::", b"2026.", b"; ", b'"inlineStr"', b"</c>"))
        other = chance.choice((b"perhaps", b">2.2<", b"x", b"=1+1", b"&lt;", b"", b'"n"', b'"b"', b"<f>A1</f></c>"))
        return content.replace(wanted, other, chance.choice((1, 3, 1000)))
    if deed == 1:
        return content[:place]
    if deed == 2:
        return content[:place] + chance.choice(SNIPPETS) + content[place:]
    if deed == 3:
        end = content.find(b"?>") + 2
        return content[:end] + DOCTYPE + content[end:]
    if deed == 4:
        return content.decode("utf-8", "ignore").encode(
            chance.choice(("utf-16", "utf-32", "cp1251", "utf-7")), "replace"
        )
    if deed == 5:
        named = chance.choice((b"windows-1251", b"utf-16", b"ebcdic", b"klingon", b"utf-7"))
        return content.replace(b"UTF-8", named, 1).replace(b"utf-8", named, 1)
    if deed == 6:
        return content.replace(chance.choice((b'r="', b't="', b's="', b"<v>", b"<t>", b"rId", b"sheet")), b'x="', 3)
    return content + content
