"""Writes sheets into a workbook file beside its target, has it read back, and moves it into place.

Nothing is ever written over the target: either the whole verified file takes its place at once, or it stays as it was.
"""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from mainstreamer.domain.returned import column_letter
from mainstreamer.errors import DiskFull, MissingFolder, TargetBusy, TargetExists, WriteFailed
from mainstreamer.exchange.book import Properties, style_numbers, workbook_frame
from mainstreamer.exchange.cells import SPARE_ROWS, Sheet
from mainstreamer.exchange.chart_words import described
from mainstreamer.exchange.comment_shapes import placed
from mainstreamer.exchange.furnishing import look_columns
from mainstreamer.exchange.rows import row_chunks, strings_xml
from mainstreamer.exchange.styles import Look
from mainstreamer.exchange.verifying import verify

_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_APPLICATION = re.compile(rb"<Application>[^<]*</Application>")
_STRINGS = "xl/sharedStrings.xml"
_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRINGS_RELATION = (
    b'<Relationship Id="rIdStrings" Target="/xl/sharedStrings.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)
_LABEL_FORMAT = re.compile(rb'(<numFmt formatCode="[^"]*") ?/>')
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NUMBERS_AS_TEXT = (
    b'<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1" calculatedColumn="1"/></ignoredErrors>'
)
_AFTER_IGNORED = re.compile(rb"<(?:smartTags|drawing|legacyDrawing|legacyDrawingHF|tableParts|extLst|/worksheet)\b")
"""What may follow `ignoredErrors` (ECMA-376 part 1, 18.3.1.99): Excel repairs a sheet whose elements stand in another order."""


Tick = Callable[[int], None]


def write_workbook(
    target: Path,
    sheets: Sequence[Sheet],
    names: Mapping[str, str],
    properties: Properties,
    tick: Tick,
    replace: bool = True,
) -> Path:
    """Write, read back, move into place; answers with the path written.

    `tick` is told the number of rows done and may raise Cancelled. Raises MissingFolder, TargetBusy, TargetExists, DiskFull,
    WriteFailed, ExportNotVerified; in every case the target is as it was and no temporary file is left.
    """
    with replacing(target, replace) as (temporary, target):
        _write_file(temporary, sheets, names, properties, tick)
        verify(temporary, sheets, tick)
    return target


@contextmanager
def replacing(target: Path, replace: bool = True) -> Iterator[tuple[Path, Path]]:
    """A path beside the target to write to, and the real path of the target. What was written takes its place at the end;
    when anything is raised inside, the target stays as it was and nothing is left beside it. Without `replace`, a target
    that is there, or comes to be there meanwhile, stays as well.

    Raises MissingFolder, TargetBusy, TargetExists, DiskFull, WriteFailed.
    """
    target = Path(os.path.realpath(target))
    check_target(target, replace)
    temporary = target.parent / f".{target.stem[:40]}-{uuid.uuid4().hex[:12]}.xlsx"
    try:
        yield temporary, target
        check_target(target, replace)
        if target.exists():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
    except PermissionError as error:
        raise TargetBusy(path=str(target)) from error
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path=str(target)) from error
        if isinstance(error, IsADirectoryError | FileExistsError):
            raise TargetBusy(path=str(target)) from error
        raise WriteFailed(path=str(target), cause=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def check_target(target: Path, replace: bool = True) -> None:
    """Refuse early what could not, or without `replace` must not, be replaced later. Raises MissingFolder, TargetBusy or
    TargetExists.

    A file without write permission would be overwritten by a move on POSIX all the same, so it is refused here. The lock
    files are those that LibreOffice and Excel lay beside a workbook while it is open.
    """
    if not target.parent.is_dir():
        raise MissingFolder(folder=str(target.parent))
    if target.is_dir():
        raise TargetBusy(path=str(target))
    if target.exists() and not replace:
        raise TargetExists(path=str(target))
    if target.exists() and not target.stat().st_mode & 0o222:
        raise TargetBusy(path=str(target))
    for lock in (f".~lock.{target.name}#", f"~${target.name}"):
        if (target.parent / lock).exists():
            raise TargetBusy(path=str(target))


def _write_file(
    path: Path, sheets: Sequence[Sheet], names: Mapping[str, str], properties: Properties, tick: Tick
) -> None:
    looks = list(dict.fromkeys(cell.look for sheet in sheets for row in sheet.rows for cell in row if cell is not None))
    frame = workbook_frame(sheets, names, properties)
    locked = {look: look._replace(locked=True) for look in looks}
    columns = [look for sheet in sheets for look in sheet.column_looks.values()]
    wanted = dict.fromkeys([*looks, *locked.values(), *columns])
    styles = style_numbers(frame, wanted, properties.font, properties.right_to_left)
    look_columns(frame, sheets, styles)
    guarded = {look: styles[other] for look, other in locked.items()}
    package = io.BytesIO()
    frame.save(package)
    with path.open("xb") as file:
        with zipfile.ZipFile(package) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as out:
            parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 1)}
            commented = (sheet for sheet in sheets if sheet.comments)
            drawings = {f"xl/drawings/commentsDrawing{number}.vml": sheet for number, sheet in enumerate(commented, 1)}
            charted = (sheet for sheet in sheets if sheet.charts)
            pictures = {f"xl/drawings/drawing{number}.xml": sheet for number, sheet in enumerate(charted, 1)}
            strings: dict[str, int] = {}
            for name in made.namelist():
                content = made.read(name)
                if name in parts:
                    looked_up = guarded if parts[name].protected else styles
                    _write_sheet(out, name, content, parts[name], looked_up, strings, tick)
                elif name in drawings:
                    out.writestr(name, placed(content, drawings[name]))
                elif name in pictures:
                    out.writestr(name, described(content, pictures[name].charts))
                else:
                    out.writestr(name, _amended(name, content))
            out.writestr(_STRINGS, strings_xml(strings))
        file.flush()
        os.fsync(file.fileno())


def _amended(name: str, content: bytes) -> bytes:
    """A part of the package made by openpyxl, with the shared texts entered and the name of the program set right."""
    if name == "[Content_Types].xml":
        return content.replace(b"</Types>", _STRINGS_TYPE + b"</Types>")
    if name == "xl/_rels/workbook.xml.rels":
        return content.replace(b"</Relationships>", _STRINGS_RELATION + b"</Relationships>")
    if name == "docProps/app.xml":
        return _APPLICATION.sub(b"<Application>Mainstreamer</Application>", content)
    if name.startswith("xl/charts/"):
        # Labels would have the format of their cells: openpyxl does not say that theirs is their own.
        return _LABEL_FORMAT.sub(rb'\1 sourceLinked="0"/>', content)
    return content


def _write_sheet(
    out: zipfile.ZipFile,
    name: str,
    frame: bytes,
    sheet: Sheet,
    styles: Mapping[Look, str],
    strings: dict[str, int],
    tick: Tick,
) -> None:
    area = f"A1:{_last_cell(sheet)}".encode()
    head, tail = _SHEET_DATA.split(_DIMENSION.sub(b'<dimension ref="%s"/>' % area, frame, count=1), maxsplit=1)
    below = f"A1:{column_letter(max(sheet.width, 1))}{len(sheet.rows) + SPARE_ROWS}".encode()
    tail = _AFTER_IGNORED.sub(lambda found: _NUMBERS_AS_TEXT % below + found[0], tail, count=1)
    with out.open(name, "w") as part:
        part.write(head + b"<sheetData>")
        for rows, text in row_chunks(sheet, styles, strings):
            part.write(text)
            tick(rows)
        part.write(b"</sheetData>" + tail)


def _last_cell(sheet: Sheet) -> str:
    return f"{column_letter(max(sheet.width, 1))}{max(len(sheet.rows), 1)}"
