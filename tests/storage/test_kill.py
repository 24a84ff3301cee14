"""A process that is killed at any moment loses nothing it acknowledged and leaves nothing half done."""

from __future__ import annotations

import os
import random
import re
import secrets
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from put_until_killed import fingerprint

from mainstreamer.domain.history import Vector
from mainstreamer.storage.document import Document

KILLS = 50
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""A killed process leaves what it wrote to the system, disk or no disk; without one the test is quick anywhere."""
CHILD = Path(__file__).with_name("put_until_killed.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are POSIX")


@dataclass
class Nursery:
    """The process from which children are started, and the lines they say."""

    process: subprocess.Popen[bytes]
    pending: bytes = b""
    acknowledged: list[tuple[str, int, str]] = field(default_factory=list)

    def read_line(self, timeout: float | None = None) -> list[str]:
        """The next line's words; nothing when none came in time. An end of the pipe is an error: the nursery died."""
        assert self.process.stdout is not None
        while b"\n" not in self.pending:
            ready, _, _ = select.select([self.process.stdout], [], [], timeout)
            if not ready:
                return []
            piece = os.read(self.process.stdout.fileno(), 65536)
            assert piece, "the nursery ended"
            self.pending += piece
        line, _, self.pending = self.pending.partition(b"\n")
        words = line.decode().split()
        if words[0] == "put":
            self.acknowledged.append((words[1], int(words[2]), words[3]))
        return words

    def run_and_kill(self, path: Path, seed: int, after: int, wait: float) -> None:
        """Kill a child `wait` seconds after its `after`-th acknowledged put, whatever it is doing then."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{seed} {path}\n".encode())
        self.process.stdin.flush()
        self.acknowledged.clear()
        word, pid = self.read_line()
        assert word == "born"
        while len(self.acknowledged) < after:
            assert self.read_line()[0] == "put", "the child ended by itself"
        moment = time.perf_counter() + wait
        while (left := moment - time.perf_counter()) > 0:
            self.read_line(left)
        os.kill(int(pid), signal.SIGKILL)
        while self.read_line()[0] != "dead":
            pass


def check(path: Path, acknowledged: list[tuple[str, int, str]], before: Vector, told: str) -> Vector:
    """What was acknowledged is there; one more put may be, but whole."""
    with Document.open(path) as document:
        assert document.integrity() == (), told
        vector = document.know()
        history = document.history()
        sittings = set(vector) - set(before)
        expected = {acknowledged[-1][0]} if acknowledged else sittings
        assert sittings == expected and len(sittings) <= 1, told
        for sitting in sittings:
            last = acknowledged[-1][1] if acknowledged else 0
            assert vector[sitting] in (last, last + 1), told
            for number in range(1, vector[sitting] + 1):
                changeset = history.changesets[(sitting, number)]
                count = re.search(r"_(\d+)$", changeset.verb)
                assert changeset.changes, told
                if count:
                    assert len(changeset.changes) == int(count[1]), told
            for _, number, shown in acknowledged[-1:]:
                assert fingerprint(document.state_at({**before, sitting: number})) == shown, told
        if acknowledged and vector[acknowledged[-1][0]] == acknowledged[-1][1]:
            assert fingerprint(document.plan) == acknowledged[-1][2], told
        return vector


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as name:
        yield Path(name)


def test_fifty_kills_lose_nothing(quick_folder: Path) -> None:
    master = secrets.randbits(32)
    chance = random.Random(master)
    started = subprocess.Popen([sys.executable, str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    nursery = Nursery(started)
    try:
        path, vector = quick_folder / "none.mplan", Vector()
        for kill in range(KILLS):
            if kill % 5 == 0:
                # A young plan again: a long history takes longer to check and tells no more.
                path = quick_folder / f"plan{kill}.mplan"
                Document.create(path, {"title": "Start"}).close()
                with Document.open(path) as document:
                    vector = document.know()
            seed, after, wait = chance.randrange(10**6), chance.randint(0, 12), chance.uniform(0, 0.005)
            told = f"master seed {master}, kill {kill}: seed {seed}, after {after} puts and {wait:.6f} s"
            nursery.run_and_kill(path, seed, after, wait)
            vector = check(path, list(nursery.acknowledged), vector, told)
    finally:
        assert started.stdin is not None and started.stdout is not None
        started.stdin.close()
        started.wait()
        started.stdout.close()
