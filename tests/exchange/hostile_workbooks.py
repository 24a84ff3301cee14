"""Workbooks as they arrive broken or with bad intent, made from a sound one by chance: of the package, its parts, its cells."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

Parts = dict[str, bytes]
Spoil = Callable[[Parts, random.Random], None]

_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_VALUE = re.compile(rb"<v>[^<]*</v>")
_CELL = re.compile(rb'<c r="[A-Z]+\d+"[^>]*>')
_STRANGE = (
    b"", b"NaN", b"1e999", b"-1", b"99999999999", b"0x10", b"TRUE", "é".encode(), b"&#0;", b"&#xD800;", b"1.5", b"12 34",
    b"#REF!", b"2958466", b"-0", b"9" * 400,
)  # fmt: skip
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
_FILE_ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def unpacked(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts, level: int = 1) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _sheet(parts: Parts, chance: random.Random) -> str:
    return chance.choice([name for name in parts if _SHEET.fullmatch(name)])


def _replace_one(text: bytes, pattern: re.Pattern[bytes], new: bytes, chance: random.Random) -> bytes:
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + new + text[one.end() :]


# -- cells -----------------------------------------------------------------------------------------------------------


def strange_value(parts: Parts, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        name = _sheet(parts, chance)
        parts[name] = _replace_one(parts[name], _VALUE, b"<v>" + chance.choice(_STRANGE) + b"</v>", chance)


def other_type(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    kind = chance.choice((b"b", b"s", b"e", b"d", b"str", b"inlineStr", b"n", b"zz"))
    where = chance.choice((b"B7", b"C8", b"A6", b"A1", b"XFD1048576", b"ZZZZ9", b"B0", b"7B", b""))
    parts[name] = _replace_one(parts[name], _CELL, b'<c r="' + where + b'" t="' + kind + b'">', chance)


def lost_rows(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    parts[name] = _replace_one(parts[name], re.compile(rb'<row r="\d+".*?</row>', re.DOTALL), b"", chance)


def row_numbers(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    new = chance.choice((b"1048577", b"0", b"-3", b"1", b"999999999999", b"x"))
    parts[name] = _replace_one(parts[name], re.compile(rb'<row r="\d+"'), b'<row r="' + new + b'"', chance)


def shuffled_texts(parts: Parts, chance: random.Random) -> None:
    found = re.findall(rb"<si>.*?</si>", parts["xl/sharedStrings.xml"], re.DOTALL)
    chance.shuffle(found)
    parts["xl/sharedStrings.xml"] = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"".join(found) + b"</sst>"
    )


def other_facts(parts: Parts, chance: random.Random) -> None:
    """The hidden facts by which the workbook is known: plan, vector, preset, format, codes of columns."""
    texts = parts["xl/sharedStrings.xml"]
    sound: bytes = chance.choice(
        (
            rb"\{[^<]*\}",
            rb"[0-9a-f]{8}-[0-9a-f-]{27}",
            rb"mainstreamer:\w+",
            rb">vector<",
            rb">plan<",
            rb">title<",
            rb">uid<",
            rb">2<",
        )
    )
    new = chance.choice(
        (
            b"{",
            b"[]",
            b"{}",
            b'{"a": "b"}',
            b"99",
            b"",
            b"mainstreamer:",
            b"mainstreamer:nothing",
            b"null",
            b"x" * 50_000,
        )
    )
    if sound.startswith(b">"):
        new = b">" + new.replace(b"<", b"") + b"<"
    parts["xl/sharedStrings.xml"] = _replace_one(texts, re.compile(sound), new, chance)


def merged_areas(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    areas = b"".join(
        b'<mergeCell ref="%s"/>' % chance.choice((b"A1:XFD1048576", b"B7:D9", b"A6:A60", b"9:8", b"", b"B2"))
        for _ in range(chance.choice((1, 3, 20_000)))
    )
    parts[name] = parts[name].replace(b"</sheetData>", b"</sheetData><mergeCells>" + areas + b"</mergeCells>")


def strange_formulas(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    formula = chance.choice(
        (b"cmd|'/c calc'!A0", b'HYPERLINK("http://localhost/")', b"[1]Sheet1!A1", b"A1", b"1/0", b"", b"(" * 5000)
    )
    value = chance.choice((b"", b"<v></v>", b"<v>5</v>", b"<v>#DIV/0!</v>"))
    parts[name] = _replace_one(parts[name], _VALUE, b"<f>" + formula + b"</f>" + value, chance)


# -- parts and package -----------------------------------------------------------------------------------------------


def entities(parts: Parts, chance: random.Random) -> None:
    name = chance.choice((_sheet(parts, chance), "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"))
    head = chance.choice((_LAUGHS, _FILE_ENTITY))
    parts[name] = head + re.sub(rb"^<\?xml[^>]*\?>", b"", parts[name]).replace(b"<v>", b"<v>&a;", 1)


def external_links(parts: Parts, chance: random.Random) -> None:
    name = "xl/_rels/workbook.xml.rels"
    target = chance.choice(
        (b"http://localhost/x", b"file:///etc/hostname", b"../../../../etc/passwd", b"\\\\server\\share")
    )
    parts[name] = parts[name].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdOut" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'externalLink" Target="'
        + target + b'" TargetMode="External"/></Relationships>',
    )  # fmt: skip
    parts[f"xl/externalLinks/externalLink{chance.randint(1, 9)}.xml"] = b"<externalLink/>"
    if chance.random() < 0.3:
        parts[name] = re.sub(rb'Target="[^"]*sheet1\.xml"', lambda _: b'Target="' + target + b'"', parts[name])


def macros(parts: Parts, chance: random.Random) -> None:
    parts["xl/vbaProject.bin"] = chance.randbytes(2000)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
    )


def bomb(parts: Parts, chance: random.Random) -> None:
    name = chance.choice((_sheet(parts, chance), "xl/sharedStrings.xml", "xl/media/image1.png", "xl/styles.xml"))
    parts[name] = parts.get(name, b"") + chance.choice((b" ", b"\0", b"<a>")) * 100_000_000


def many_rows(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    row = chance.choice(
        (b"<row><c><v>1</v></c></row>", b"<row/>", b'<row><c t="inlineStr"><is><t>x</t></is></c></row>')
    )
    parts[name] = parts[name].replace(b"</sheetData>", row * 1_000_000 + b"</sheetData>")


def many_columns(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    parts[name] = parts[name].replace(b"</sheetData>", b"<row>" + b"<c><v>1</v></c>" * 16_384 + b"</row></sheetData>")


def deep(parts: Parts, chance: random.Random) -> None:
    name = chance.choice((_sheet(parts, chance), "xl/sharedStrings.xml"))
    parts[name] = (
        parts[name].replace(b"</worksheet>", b"<a>" * 100_000) if "sheet" in name else b"<sst>" + b"<si>" * 100_000
    )


def absurd_size(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    parts[name] = re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:XFD1048576"/>', parts[name])


def lost_part(parts: Parts, chance: random.Random) -> None:
    del parts[chance.choice(list(parts))]


def empty_part(parts: Parts, chance: random.Random) -> None:
    parts[chance.choice(list(parts))] = chance.choice((b"", b" ", b"<a/>", b"\xff\xfe", b"null"))


def other_encoding(parts: Parts, chance: random.Random) -> None:
    name = chance.choice((_sheet(parts, chance), "xl/sharedStrings.xml"))
    text = re.sub(r"^<\?xml[^>]*\?>", "", parts[name].decode("utf-8"))
    code, said = chance.choice(
        (
            ("utf-16", "UTF-16"),
            ("cp1251", "windows-1251"),
            ("cp1251", "utf-8"),
            ("utf-8", "x-none"),
            ("utf-8", "latin1"),
        )
    )
    parts[name] = f'<?xml version="1.0" encoding="{said}"?>{text}'.encode(code, errors="replace")


def exchanged_parts(parts: Parts, chance: random.Random) -> None:
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]


def spoilt_part(parts: Parts, chance: random.Random) -> None:
    name = chance.choice([name for name in parts if parts[name]])
    parts[name] = _spoilt(parts[name], chance)


PARTS: tuple[Spoil, ...] = (
    strange_value, other_type, lost_rows, row_numbers, shuffled_texts, other_facts, other_facts, merged_areas,
    strange_formulas, entities, external_links, macros, deep, absurd_size, lost_part, empty_part, other_encoding,
    exchanged_parts, spoilt_part, spoilt_part, many_columns,
)  # fmt: skip
HEAVY: tuple[Spoil, ...] = (bomb, many_rows)
"""Slow to make: a few of them stand for all."""


def _spoilt(content: bytes, chance: random.Random) -> bytes:
    """Bytes with some turned, taken out, put in, or cut off."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(found)) if found else 0
        match chance.randrange(4):
            case 0 if found:
                found[place] ^= 1 << chance.randrange(8)
            case 1:
                del found[place : place + chance.randint(1, 50)]
            case 2:
                found[place:place] = chance.randbytes(chance.randint(1, 20))
            case _ if chance.random() < 0.2:
                del found[place:]
    return bytes(found)


def hostile(content: bytes, seed: int) -> tuple[str, bytes]:
    """One spoilt workbook and how it was spoilt. One in four is spoilt as a file, the others inside."""
    chance = random.Random(seed)
    if chance.random() < 0.25:
        return "bytes", _spoilt(content, chance)
    parts = unpacked(content)
    names = []
    for spoil in chance.sample(PARTS, chance.choice((1, 1, 2))):
        names.append(spoil.__name__)
        try:
            spoil(parts, chance)
        except (KeyError, IndexError):
            continue
    return "+".join(names), packed(parts)


def heavy(content: bytes, seed: int) -> tuple[str, bytes]:
    """One workbook that is meant to exhaust its reader."""
    chance = random.Random(seed)
    parts = unpacked(content)
    spoil = HEAVY[seed % len(HEAVY)]
    spoil(parts, chance)
    return spoil.__name__, packed(parts, 6)
