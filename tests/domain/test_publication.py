"""What may be published: every field is decided, and addresses go wherever people wrote them."""

from __future__ import annotations

import pytest

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.publication import PUBLISHED, WITHHELD, is_published, withheld_findings, without_addresses
from tests.exchange.small_plan import frame, full_plan, with_record


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_decided_once(kind: str) -> None:
    decided = [*PUBLISHED[kind], *WITHHELD.get(kind, ())]
    assert sorted(decided) == sorted(KINDS[kind].fields), "a new field needs a decision: may everybody read it?"
    assert len(decided) == len(set(decided))


def test_persons_are_withheld_and_names_of_records_are_not() -> None:
    persons = {(kind, name) for kind, one in KINDS.items() for name, spec in one.fields.items() if spec.person}
    assert persons and all(name in WITHHELD[kind] for kind, name in persons)
    assert all(is_published(kind, one.title) for kind, one in KINDS.items())
    assert all(is_published(kind, one.parent) for kind, one in KINDS.items() if one.parent)
    assert not any(is_published(kind, "note") for kind, one in KINDS.items() if "note" in one.fields)


def test_findings_that_rest_on_confidential_evidence_are_withheld() -> None:
    assert withheld_findings(full_plan()) == {"1.1"}
    assert withheld_findings(with_record(frame(), "evidence", "e", title="Open", items=("1.1",))) == frozenset()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to a.b-c@mol.gov.md, or call.", "Write to [x], or call."),
        ("Письмо: отдел@минтруд.рф", "Письмо: [x]"),
        (r"See C:\Users\anna\plan.docx; page 3", "See [x]; page 3"),
        ("in \\\\server\\share\\Anna Doe\\list.xlsx\nand below", "in [x]\nand below"),
        ("file:///home/anna/a.pdf", "[x]"),
        ("kept in /home/anna/a b.pdf", "kept in [x]"),
        ("https://www.gov.md/en/home/plan.pdf", "https://www.gov.md/en/home/plan.pdf"),
        ("HG 725/2017, art. 3 / annex", "HG 725/2017, art. 3 / annex"),
        ("5 @ 10 a.m.", "5 @ 10 a.m."),
        ("a@" + "b" * 100_000, "a@" + "b" * 100_000),
    ],
)
def test_addresses_and_paths_go(text: str, shown: str) -> None:
    assert without_addresses(text, "[x]") == shown
