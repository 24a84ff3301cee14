"""The sample plan as a file: written step by step, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from mainstreamer.domain.history import FIXED_VERBS, SAMPLE_VERBS
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations.sample import sample_puts
from mainstreamer.operations.sampling import KINDS_OF, create_sample
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import PlanChange


def test_its_steps_together_are_the_sample_plan(tmp_path: Path) -> None:
    with create_sample(tmp_path / "s.mplan", "en") as document:
        whole = Plan(document.plan.uid).with_puts(sample_puts("en", document.plan.uid))
        for kind in KINDS:
            assert {row.uid for row in document.plan.all(kind)} == {row.uid for row in whole.all(kind)}


def test_every_step_has_a_word_and_is_not_undone() -> None:
    assert set(KINDS_OF) < set(SAMPLE_VERBS) <= FIXED_VERBS
    assert all(kind in KINDS for kinds in KINDS_OF.values() for kind in kinds)
    for code in SHIPPED:
        assert len({language(code).word("verb", verb) for verb in SAMPLE_VERBS}) == len(SAMPLE_VERBS)


def test_a_step_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put, done = Document.put, []

    def failing(self: Document, verb: str, puts: Iterable[Put], origin: Any = None) -> PlanChange:
        if len(done) == 3:
            raise OSError("full")
        done.append(verb)
        return put(self, verb, puts, origin)

    monkeypatch.setattr(Document, "put", failing)
    with pytest.raises(OSError, match="full"):
        create_sample(tmp_path / "s.mplan", "en")
    assert not list(tmp_path.glob("*.mplan"))
