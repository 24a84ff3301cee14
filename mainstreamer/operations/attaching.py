"""Files as evidence: what is read from the disk, how it becomes evidence, and what may be opened from a plan."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.kinds import Evidence, new_uid
from mainstreamer.domain.plan import Plan, Put, creation, values_of
from mainstreamer.operations.answering import tie_evidence
from mainstreamer.storage.blobs import PART, Content

MOST_BYTES = 20 * 1024 * 1024
"""Larger files are linked, not kept; see ARCHITECTURE.md."""
Progress = Callable[[int, int], None]
_PROGRAMS = frozenset(
    [
        "app",
        "appimage",
        "appref-ms",
        "bash",
        "bat",
        "chm",
        "cmd",
        "com",
        "command",
        "cpl",
        "csh",
        "deb",
        "desktop",
        "dll",
        "dmg",
        "exe",
        "gadget",
        "hta",
        "inf",
        "ins",
        "iso",
        "jar",
        "job",
        "js",
        "jse",
        "ksh",
        "lnk",
        "msc",
        "msh",
        "msi",
        "msix",
        "msp",
        "mst",
        "out",
        "pif",
        "pkg",
        "pl",
        "ps1",
        "psm1",
        "py",
        "pyc",
        "pyw",
        "rb",
        "reg",
        "rpm",
        "run",
        "scf",
        "scr",
        "sct",
        "sh",
        "so",
        "sys",
        "url",
        "vb",
        "vbe",
        "vbs",
        "workflow",
        "ws",
        "wsc",
        "wsf",
        "wsh",
        "xll",
        "zsh",
    ]
)
"""Endings of files that start something when they are opened."""
_MAGIC = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True)
class Taken:
    """A file as it was found. `problem` is empty, or `missing`, `folder`, `unreadable`, `empty` (nothing can be done with
    it) or `large` (it can be linked). `content` is there when there is no problem."""

    path: Path
    name: str
    size: int = 0
    problem: str = ""
    content: Content | None = None

    @property
    def file(self) -> AttachedFile | None:
        """What a record keeps of it."""
        return None if self.content is None else AttachedFile(self.name, self.size, self.content.sha256)

    def without_bytes(self) -> Taken:
        """The same once its content was handed on."""
        if self.content is None:
            return self
        return replace(self, content=Content(self.content.sha256, self.content.size, ()))


def read_file(path: Path, progress: Progress = lambda _done, _total: None) -> Taken:
    """Read and fingerprint a file in pieces. Never raises for what a person can drop: `problem` says what is wrong."""
    name = kept_name(path.name)
    try:
        if path.is_dir():
            return Taken(path, name, problem="folder")
        size = path.stat().st_size
        if size > MOST_BYTES:
            return Taken(path, name, size, "large")
        with path.open("rb") as opened:
            content = Content.of(_pieces(opened, size, progress))
    except FileNotFoundError:
        return Taken(path, name, problem="missing")
    except OSError:
        return Taken(path, name, problem="unreadable")
    if content.size > MOST_BYTES:
        return Taken(path, name, content.size, "large")
    return Taken(path, name, content.size, "" if content.size else "empty", content if content.size else None)


def _pieces(opened: BinaryIO, size: int, progress: Progress) -> Iterator[bytes]:
    done = 0
    while done <= MOST_BYTES and (piece := opened.read(PART)):
        done += len(piece)
        progress(done, max(size, done))
        yield piece


# -- names ---------------------------------------------------------------------------------------------------------------


def kept_name(name: str) -> str:
    """The name of a file as the plan can hold it: one line of Unicode, without marks that part folders."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    clean = "".join(ch for ch in clean if unicodedata.category(ch) not in ("Cc", "Cf"))
    return re.sub(r"[/\\]", "_", clean).strip() or "file"


def safe_name(name: str) -> str:
    """A name under which a copy can be written on every system; its ending stays."""
    stem, dot, suffix = _UNFIT.sub("_", kept_name(name)).rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    stem, suffix = stem.strip(" .")[:120] or "file", suffix.strip(" .")[:20]
    if PureWindowsPath(stem).is_reserved():
        stem = f"_{stem}"
    return f"{stem}.{suffix}" if suffix else stem


def title_of(name: str) -> str:
    """The title to begin with: the name of the file without its ending."""
    stem, dot, suffix = name.rpartition(".")
    text = stem if dot and stem and len(suffix) <= 5 else name
    return " ".join(text.replace("_", " ").split()) or name


def is_program(name: str, head: bytes = b"") -> bool:
    """Whether opening a file may start something, by its ending and its first bytes."""
    ending = name.rstrip(" .").rpartition(".")[2].casefold()
    return ending in _PROGRAMS or head.startswith(_MAGIC)


# -- evidence ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Added:
    """What became of a file: `made` (new evidence), `tied` (evidence that has this content rests under the item now),
    `known` (it is there already) or `linked` (too large to be kept). `uid` is the evidence."""

    taken: Taken
    outcome: str
    uid: str


def add_files(plan: Plan, found: Iterable[Taken], item: str = "") -> tuple[list[Added], list[Put]]:
    """Evidence of these files, on which an item rests where one is given: what became of each, and the puts.

    The content tells whether a file is already in the plan; then no second record is made of it.
    """
    added: list[Added] = []
    puts: list[Put] = []
    met = {row.file.sha256: row for row in reversed(plan.evidence) if row.file is not None}
    linked = {row.link: row for row in reversed(plan.evidence) if row.link}
    for one in found:
        known = linked.get(str(one.path)) if one.problem == "large" else met.get(one.file.sha256) if one.file else None
        if one.problem not in ("", "large"):
            continue
        if known is not None:
            more = tie_evidence(known, item) if item else []
            puts += more
            added.append(Added(one, "tied" if more else "known", known.uid))
            continue
        link = "" if one.file else str(one.path)
        row = Evidence(new_uid(), title_of(one.name), file=one.file, link=link, items=(item,) if item else ())
        puts += creation("evidence", row.uid, values_of(row))
        added.append(Added(one, "made" if one.file else "linked", row.uid))
        if one.file:
            met[one.file.sha256] = row
        else:
            linked[link] = row
    return added, puts


def add_address(plan: Plan, address: str, item: str = "") -> tuple[str, list[Put]]:
    """Evidence that is a web page: its uid and the puts. A page already in the plan is tied to the item."""
    known = next((row for row in plan.evidence if row.link == address), None)
    if known is not None:
        return known.uid, tie_evidence(known, item) if item else []
    uid = new_uid()
    title = re.sub(r"^https?://(www\.)?", "", address).split("?")[0].rstrip("/")
    values = {"title": title, "link": address, "type": "web_page", "items": (item,) if item else ()}
    return uid, creation("evidence", uid, values)


def set_file(plan: Plan, kind: str, uid: str, field: str, taken: Taken) -> list[Put]:
    """Put a file into a field of a record. One too large is linked where the record has a place for that."""
    if plan.find(kind, uid) is None:
        return []
    if taken.file is not None:
        return [Put(kind, uid, field, taken.file)]
    return [Put(kind, uid, "link", str(taken.path))] if taken.problem == "large" and kind == "evidence" else []


def claimed_items(plan: Plan) -> tuple[str, ...]:
    """Codes of items answered Yes on which no evidence stands, in the order of the answers."""
    return tuple(
        code for code, row in plan.answers.items() if row.score == "yes" and not plan.evidence_of_items.get(code)
    )
