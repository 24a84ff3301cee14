"""Contents of the files that a plan keeps: each once, in pieces, written with the put that refers to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.kinds import ATTACHED
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.errors import FileDamaged, FileMissing, PlanReadOnly
from mainstreamer.storage.faults import faults
from mainstreamer.storage.opening import PlanConnection

PART = 256 * 1024
"""Bytes of a piece: written and brought to the disk in a few milliseconds on a slow one."""
AT_ONCE = 4 * PART
"""Contents up to so many bytes are written whole with their put; larger ones piece by piece before it."""


@dataclass(frozen=True)
class Content:
    """The bytes of a file in pieces of `PART`, and their SHA-256."""

    sha256: str
    size: int
    parts: tuple[bytes, ...]

    @classmethod
    def of(cls, pieces: Iterable[bytes]) -> Content:
        """The content that these pieces make together; all but the last have the size of `PART`."""
        parts, digest = [], hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
            parts.append(piece)
        return cls(digest.hexdigest(), sum(map(len, parts)), tuple(parts))


class FileFault(NamedTuple):
    """What is wrong with a file that the plan keeps: `damaged` (its content is not what it was) or `missing`."""

    problem: str
    kind: str
    uid: str
    field: str
    name: str
    sha256: str

    def __str__(self) -> str:
        return f"blob {self.problem} {self.sha256} {self.kind}.{self.field} {self.uid}".rstrip(" .")


class Blobs:
    """The files inside one open plan. Owned by its Document; a worker may take the steps of `stage`."""

    def __init__(self, path: Path, raw: PlanConnection, writable: bool) -> None:
        self._path, self._raw, self._writable = path, raw, writable
        self._staged: dict[str, Content] = {}

    # -- writing -----------------------------------------------------------------------------------------------------

    def stage(self, content: Content) -> Iterator[int]:
        """Make a content ready for the puts that will refer to it, step by step; each step gives the bytes done so far.

        A small content waits in memory. Of a large one each step writes a piece in a transaction of its own; what makes
        it part of the plan, its row in `blob`, follows with the first put that refers to it. A worker may take the steps:
        bringing a piece to a slow disk takes time, for which the window must not wait. Ends early, with nothing staged,
        when the plan is closed. Raises DiskFull, WriteFailed, PlanReadOnly.
        """
        if not self._writable:
            raise PlanReadOnly(path=str(self._path))
        if not self.holds(content.sha256):
            if content.size > AT_ONCE:
                yield from self._write_parts(content)
                content = Content(content.sha256, content.size, ())
            if self._raw.closed:
                return
            self._staged[content.sha256] = content
        yield content.size

    def _write_parts(self, content: Content) -> Iterator[int]:
        for sha256, number in self._left_over():
            self._write("DELETE FROM blob_part WHERE sha256 = ? AND number = ?", (sha256, number))
            yield 0
        done = 0
        for number, part in enumerate(content.parts):
            sql = "INSERT INTO blob_part (sha256, number, content) VALUES (?, ?, ?)"
            self._write(sql, (content.sha256, number, part))
            done += len(part)
            yield done

    def _write(self, sql: str, values: tuple[object, ...]) -> None:
        """One statement as a transaction; nothing once the plan is closed."""
        with self._raw.lock, faults(self._path):
            if self._raw.closed:
                return
            self._raw.execute("BEGIN IMMEDIATE")
            try:
                self._raw.execute(sql, values)
                self._raw.execute("COMMIT")
            except BaseException:
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                raise

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a statement finds; nothing once the plan is closed."""
        with self._raw.lock, faults(self._path):
            return [] if self._raw.closed else self._raw.execute(sql, values).fetchall()

    def _left_over(self) -> list[tuple[str, int]]:
        """Pieces of files that were never put: the program ended before."""
        rows = self._rows("SELECT sha256, number FROM blob_part WHERE sha256 NOT IN (SELECT sha256 FROM blob)")
        return [(sha256, number) for sha256, number in rows if sha256 not in self._staged]

    def needed(self, puts: Iterable[Put]) -> list[Content]:
        """The staged contents that these puts refer to, to be written with them."""
        wanted = {put.value.sha256 for put in puts if isinstance(put.value, AttachedFile)}
        return [content for sha256, content in self._staged.items() if sha256 in wanted]

    def written(self, contents: Iterable[Content]) -> None:
        """These contents are in the file now."""
        for content in contents:
            self._staged.pop(content.sha256, None)

    # -- reading -----------------------------------------------------------------------------------------------------

    def holds(self, sha256: str) -> bool:
        """Whether the content is in the file."""
        return self._size(sha256) is not None

    def is_known(self, sha256: str) -> bool:
        """Whether a put may refer to this content: it is in the file, or ready to be written with the put."""
        return sha256 in self._staged or self.holds(sha256)

    def _size(self, sha256: str) -> int | None:
        rows = self._rows("SELECT size FROM blob WHERE sha256 = ?", sha256)
        return None if not rows else rows[0][0] if isinstance(rows[0][0], int) else -1

    def read(self, file: AttachedFile) -> Iterator[bytes]:
        """The content in pieces. Raises FileMissing, or FileDamaged when the pieces are not what was put."""
        size = self._size(file.sha256)
        if size is None:
            raise FileMissing(path=str(self._path), name=file.name)
        found, number, digest = 0, 0, hashlib.sha256()
        while (part := self._part(file.sha256, number)) is not None:
            digest.update(part)
            found, number = found + len(part), number + 1
            yield part
        if found != size or digest.hexdigest() != file.sha256:
            raise FileDamaged(path=str(self._path), name=file.name)

    def _part(self, sha256: str, number: int) -> bytes | None:
        rows = self._rows("SELECT content FROM blob_part WHERE sha256 = ? AND number = ?", sha256, number)
        return None if not rows else rows[0][0] if isinstance(rows[0][0], bytes) else b""

    # -- looking after -----------------------------------------------------------------------------------------------

    def faults(self, plan: Plan) -> tuple[FileFault, ...]:
        """Contents that do not match their fingerprint, and records whose file is not in the plan."""
        users: dict[str, list[tuple[str, str, str, str]]] = {}
        for kind, fields in ATTACHED.items():
            for uid, record in plan.entries.get(kind, {}).items():
                for field in fields:
                    value = getattr(record, field)
                    if isinstance(value, AttachedFile):
                        users.setdefault(value.sha256, []).append((kind, uid, field, value.name))
        kept = [str(row[0]) for row in self._rows("SELECT sha256 FROM blob ORDER BY sha256")]
        found: list[FileFault] = []
        for sha256 in kept:
            if not self._is_whole(sha256):
                places = users.get(sha256) or [("", "", "", "")]
                found += [FileFault("damaged", *place, sha256) for place in places]
        for sha256 in sorted(set(users) - set(kept)):
            found += [FileFault("missing", *place, sha256) for place in users[sha256]]
        return tuple(found)

    def _is_whole(self, sha256: str) -> bool:
        try:
            for _part in self.read(AttachedFile("", 0, sha256)):
                pass
        except FileDamaged:
            return False
        return True
