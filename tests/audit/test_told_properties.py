"""The told S2, thirty rules: whatever a blocking rule needs is taken away, nothing is SUPPORTED, however far the
story has gone. tests/voluntariness/test_properties.py asks the same of a table made of entries alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.record import seal
from app.record.bundle import read_lines, read_manifest, read_zip
from app.record.entry import Entry, read_entry
from app.record.facts.audit import AgreementReleased
from app.voluntariness.assess import SUPPORTED, TRIAL, agreements_in, assess
from app.voluntariness.finding import Severity

BLOCKING = {rule.name for rule in TRIAL if rule.severity is Severity.BLOCKS}


@dataclass(frozen=True)
class ToldTable:
    """What the bundle of S2 holds, as the proof reads it."""

    entries: tuple[Entry, ...]
    texts: Mapping[str, bytes]
    places: Mapping[str, tuple[str, str]]
    agreement: str

    def verdict(self, entries: list[Entry]) -> str:
        """What follows from these entries."""
        return assess(entries, self.texts, self.places, self.agreement).verdict

    def needed(self, size: int) -> list[int]:
        """The entries that blocking rules rest on, among the first so many."""
        findings = assess(self.entries[:size], self.texts, self.places, self.agreement).findings
        return sorted({number for one in findings if one.rule in BLOCKING for number in one.evidence})

    def without(self, size: int, number: int, *, gap: bool) -> list[Entry]:
        """The first entries without one of them: its number missing, or all later ones moved up."""
        kept = [entry for entry in self.entries[:size] if entry.number != number]
        return kept if gap else [replace(entry, number=place) for place, entry in enumerate(kept)]


@pytest.fixture(scope="module")
def table(s2_bundle: bytes) -> ToldTable:
    """S2, read from its bundle as a stranger would."""
    files = read_zip(s2_bundle)
    origin = read_manifest(files["bundle.json"]).logs[0]
    lines = read_lines(files["logs/0/record.jsonl"])
    entries = tuple(read_entry(line, origin, number) for number, line in enumerate(lines))
    opened = [(seal.digest(line), seal.read(line)) for line in read_lines(files["disclosed.jsonl"])]
    return ToldTable(
        entries,
        {name.removeprefix("texts/"): text for name, text in files.items() if name.startswith("texts/")},
        {digest: (name, value) for digest, (_, name, value) in opened},
        agreements_in(entries)[0],
    )


def released_at(table: ToldTable) -> int:
    """How many entries there are once the result is released."""
    return 1 + next(entry.number for entry in table.entries if isinstance(entry.fact, AgreementReleased))


def test_all_thirty_rules_judge_the_told_story(table: ToldTable) -> None:
    found = assess(table.entries, table.texts, table.places, table.agreement)
    assert (found.verdict, len(found.findings)) == (SUPPORTED, 30)


def test_it_is_supported_from_the_release_on_and_never_before(table: ToldTable) -> None:
    supported = [
        size
        for size in range(1, len(table.entries) + 1)
        if table.verdict([*table.entries[:size]]) == SUPPORTED
    ]
    assert supported == list(range(released_at(table), len(table.entries) + 1))


@pytest.mark.parametrize("gap", [True, False], ids=["with a gap", "renumbered"])
def test_without_any_entry_that_a_blocking_rule_needs_no_prefix_of_it_is_supported(
    table: ToldTable, *, gap: bool
) -> None:
    for size in {released_at(table), len(table.entries)}:
        wrong = [n for n in table.needed(size) if table.verdict(table.without(size, n, gap=gap)) == SUPPORTED]
        assert wrong == []


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_nor_is_any_other_prefix_without_any_entry(table: ToldTable, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(table.entries)))
    needed = table.needed(size)
    if needed:
        number = data.draw(st.sampled_from(needed))
        assert table.verdict(table.without(size, number, gap=data.draw(st.booleans()))) != SUPPORTED
