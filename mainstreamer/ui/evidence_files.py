"""Files of one open plan: reads them beside the window, keeps them in the plan, opens copies of them.

A file is read, fingerprinted and written into the plan piece by piece in a worker, and the puts that refer to it follow in
one changeset. Reading a kept file for a copy goes in slices.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from mainstreamer.domain.fields import is_web_address
from mainstreamer.errors import MainstreamerError
from mainstreamer.operations import attaching
from mainstreamer.operations.attaching import Taken
from mainstreamer.storage.faults import typed
from mainstreamer.ui import file_words
from mainstreamer.ui.i18n import t
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from mainstreamer.domain.attachments import AttachedFile
    from mainstreamer.storage.document import Document
    from mainstreamer.ui.session import Session

TURN_S = 0.001
SNIFFED = 8
"""First bytes of a file that tell whether it is a program."""


@dataclass
class _Job:
    """Files to be read one after the other, and what to do with them then."""

    paths: deque[Path]
    origin: object
    then: Callable[[list[Taken]], None]
    taken: list[Taken] = field(default_factory=list)


class EvidenceFiles(QObject):
    """What a person does with files. `told` and `progressed` carry whoever asked, so that it can be said there."""

    told = Signal(object, str, bool)
    """Origin, what was done or could not be done, and whether undo takes it back."""
    progressed = Signal(object, str)
    """Origin, and what is being done; empty when it is over."""
    added = Signal(object, tuple)
    """Origin, and the uids of the evidence that files became or already were."""
    broken = Signal(object)
    """A bug: an exception."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._jobs: deque[_Job] = deque()
        self._task: Task | None = None
        self._slices = Slices(self)
        self._folder = ""

    # -- taking files into the plan ----------------------------------------------------------------------------------

    def add(self, paths: Sequence[Path], pages: Sequence[str] = (), item: str = "", origin: object = None) -> None:
        """Make evidence of files and web pages, on which an item rests where one is given."""
        for page in pages:
            uid, puts = attaching.add_address(self._session.plan, page, item)
            if self._session.put("add_evidence", puts, origin):
                said = (
                    t("“{page}” was added as a link.", page=page)
                    if puts
                    else t("“{page}” is already there.", page=page)
                )
                self.told.emit(origin, said, bool(puts))
                self.added.emit(origin, (uid,))

        def then(taken: list[Taken]) -> None:
            added, puts = attaching.add_files(self._session.plan, taken, item)
            if self._session.put("add_evidence", puts, origin):
                said = file_words.what_became(self._session.plan, taken, added, item)
                self.told.emit(origin, said, bool(puts))
                self.added.emit(origin, tuple(one.uid for one in added))

        self._begin(_Job(deque(dict.fromkeys(paths)), origin, then))

    def set_file(self, kind: str, uid: str, field_: str, path: Path, origin: object = None) -> None:
        """Put a file into a record's field, in place of the one that is there."""

        def then(taken: list[Taken]) -> None:
            puts = attaching.set_file(self._session.plan, kind, uid, field_, taken[0])
            if self._session.put("set_file", puts, origin):
                name = file_words.record_title(self._session.plan, kind, uid)
                self.told.emit(origin, file_words.was_set(taken[0], name, bool(puts)), bool(puts))

        self._begin(_Job(deque([path]), origin, then))

    def _begin(self, job: _Job) -> None:
        if not job.paths:
            return
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._next()

    def _next(self) -> None:
        """Read the next file, or finish the job."""
        if self._task is not None:
            return
        if not self._jobs or self._session.document.is_closed:
            self._jobs.clear()
            return
        job = self._jobs[0]
        if not job.paths:
            self.progressed.emit(job.origin, "")
            self._jobs.popleft()
            job.then(job.taken)
            self._next()
            return
        path = job.paths.popleft()
        self.progressed.emit(job.origin, t("Taking “{name}” into the plan …", name=path.name))

        self._task = Task(partial(_take, path, self._session.document))
        self._task.signals.done.connect(self._on_read)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        self._task.start()

    def _on_read(self, taken: Taken) -> None:
        self._task = None
        if self._jobs:
            self._jobs[0].taken.append(taken)
        self._next()

    def _on_failed(self, error: MainstreamerError) -> None:
        self._task = None
        self._give_up()
        self._session.fail(error)

    def _on_broken(self, error: object) -> None:
        self._task = None
        self._give_up()
        self.broken.emit(error)

    def _give_up(self) -> None:
        if self._jobs:
            self.progressed.emit(self._jobs.popleft().origin, "")
        QTimer.singleShot(0, self, self._next)

    # -- opening and copying -----------------------------------------------------------------------------------------

    def open(self, file: AttachedFile, origin: object = None) -> None:
        """Open a copy that cannot be written over in the program that the computer has for it. What would start a program
        is not opened."""
        if attaching.is_program(file.name):
            self.told.emit(origin, file_words.is_a_program(file.name), False)
            return
        folder = Path(tempfile.mkdtemp(dir=self._temporary()))
        target = folder / attaching.safe_name(file.name)

        def opened() -> None:
            with target.open("rb") as copy:
                program = attaching.is_program(file.name, copy.read(SNIFFED))
            if program:
                self.told.emit(origin, file_words.is_a_program(file.name), False)
                return
            target.chmod(stat.S_IRUSR)
            self._show(QUrl.fromLocalFile(str(target)), file.name, origin)

        self._write(file, target, opened)

    def save_copy(self, file: AttachedFile, target: Path, origin: object = None) -> None:
        """Write a copy where a person wants it. It appears when it is whole."""
        part = target.with_name(f".{target.name}.part")

        def saved() -> None:
            try:
                part.replace(target)
            except OSError as error:
                self._remove(part)
                self._tell(error, target)
                return
            self.told.emit(origin, t("A copy was saved: {path}", path=str(target)), False)

        self._write(file, part, saved)

    def _write(self, file: AttachedFile, target: Path, after: Callable[[], None]) -> None:
        if self._slices.at_work:
            # A file is on its way into the plan; this one comes when that is done.
            QTimer.singleShot(20, self, lambda: self._write(file, target, after))
            return
        self._slices.start(self._written(file, target), None, after, self._on_copy_failed)

    def _on_copy_failed(self, error: Exception) -> None:
        if not isinstance(error, MainstreamerError):
            raise error
        self._session.fail(error)

    def _written(self, file: AttachedFile, target: Path) -> Iterator[int]:
        done = 0
        try:
            with target.open("wb") as out:
                for part in self._session.document.files.read(file):
                    out.write(part)
                    done += len(part)
                    yield done
        except OSError as error:
            self._remove(target)
            raise typed(error, target) or error from error
        except MainstreamerError:
            self._remove(target)
            raise

    def open_address(self, address: str, origin: object = None) -> None:
        """Open a linked file or page; say it plainly when the file is gone. Whether it is there is asked in a worker: a
        server that does not answer must not hold the window."""
        if is_web_address(address):
            self._show(QUrl(address.strip()), address, origin)
            return
        path = self.linked_path(address)

        def work(_progress: Progress) -> tuple[bool, bytes]:
            if path.is_dir() or not path.exists():
                return path.exists(), b""
            try:
                with path.open("rb") as opened:
                    return True, opened.read(SNIFFED)
            except OSError:
                return True, b""

        def looked(found: tuple[bool, bytes]) -> None:
            there, head = found
            if not there:
                self.told.emit(origin, file_words.link_is_gone(str(path)), False)
            elif attaching.is_program(path.name, head):
                self.told.emit(origin, file_words.linked_program(str(path)), False)
            else:
                self._show(QUrl.fromLocalFile(str(path)), path.name, origin)

        self.ask_disk(work, looked)

    def ask_disk(self, work: Callable[[Progress], object], then: Callable[[tuple[bool, bytes]], None]) -> None:
        """Ask the disk something in a worker, and go on with the answer."""
        task = Task(work)
        task.signals.done.connect(then)
        task.signals.broken.connect(self.broken.emit)
        task.start()

    def linked_path(self, address: str) -> Path:
        """The file that an address means; a path without a folder to begin with counts from the plan's folder."""
        if address.strip().casefold().startswith("file:"):
            return Path(QUrl(address.strip()).toLocalFile())
        return self._session.document.path.parent / Path(address.strip()).expanduser()

    def _show(self, url: QUrl, name: str, origin: object) -> None:
        if not QDesktopServices.openUrl(url):
            self.told.emit(origin, file_words.no_program_opens(name), False)

    # -- the temporary folder ----------------------------------------------------------------------------------------

    def _temporary(self) -> str:
        if not self._folder:
            self._folder = tempfile.mkdtemp(prefix="mainstreamer-")
        return self._folder

    def close(self) -> None:
        """The plan is closed: copies that were opened are taken away, as far as no program holds them."""
        self._slices.stop()
        self._jobs.clear()
        if self._folder:
            for folder, _folders, names in os.walk(self._folder):
                for name in names:
                    with suppress(OSError):
                        (Path(folder) / name).chmod(stat.S_IRUSR | stat.S_IWUSR)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""

    def _remove(self, path: Path) -> None:
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def _tell(self, error: OSError, path: Path) -> None:
        found = typed(error, path)
        if found is None:
            raise error
        self._session.fail(found)


def _take(path: Path, document: Document, _progress: Progress) -> Taken:
    """In a worker: read a file, and make its content ready for the puts that will refer to it. Between two pieces the
    window has its turn at the plan."""
    taken = attaching.read_file(path)
    if taken.content is not None:
        for _done in document.files.stage(taken.content):
            time.sleep(TURN_S)
    return taken.without_bytes()
