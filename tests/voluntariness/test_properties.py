"""What must hold for every table: nothing taken away ever helps, whatever way it is told."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record.entry import Entry, read_entry
from app.record.facts.agreements import AnswerGiven, OfferTabled
from app.record.facts.dialogues import PauseAsked
from app.record.facts.sessions import PositionStated
from app.voluntariness.assess import RULEBOOKS, abouts_for, agreements_in, assess, earliest_release, ending_of
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import AGREEMENT, DECIDERS, SIGN, TEXT, WHOLE, Table

KEYS = [line.key for line in WHOLE.lines]
BLOCKING = {rule.name for rule in RULEBOOKS["trial"] if rule.severity is Severity.BLOCKS}
NUMBERED = WHOLE.numbered()
NEEDED = sorted(
    {number for one in WHOLE.verdict().findings if one.rule in BLOCKING for number in one.evidence}
)


def noisy() -> Table:
    """The whole table with what the proof does not look at: offers, answers to them, positions, a pause."""
    table = WHOLE.before("fixed", "sopheap", OfferTabled("o3", 3, "a", TEXT, ""), key="offer")
    table = table.before("fixed", "malis", AnswerGiven("o3", TEXT), words="accept", key="answer")
    table = table.before("fixed", "ravy", AnswerGiven("o1", TEXT), words="refuse", key="older")
    table = table.before("closed_s1", "ravy", PositionStated("q", "b", 1, TEXT, "side"), key="position")
    return table.before("closed_s1", "malis", PauseAsked("z"), key="pause")


@pytest.mark.parametrize("table", [WHOLE, NUMBERED], ids=["renumbered", "with a gap"])
@pytest.mark.parametrize("number", NEEDED, ids=lambda number: KEYS[number])
def test_without_any_entry_that_a_blocking_rule_needs_nothing_is_supported(number: int, table: Table) -> None:
    assert table.without(KEYS[number]).verdict().verdict != "SUPPORTED"


def test_a_blocking_rule_needs_nearly_everything() -> None:
    beside = {KEYS[number] for number in range(len(KEYS)) if number not in NEEDED}
    assert beside == {
        "opened",  # says which rulebook; without it nothing is judged at all
        *(f"{what}_{session}" for what in ("invited", "version", "agenda") for session in ("s1", "s2")),
        *(f"{what}_{session}" for what in ("spoke_a", "spoke_b", "alike") for session in ("s1", "s2")),
        "harm_baseline",
        "harm_s1",
        "harm_s2",
        "follow_ups",
        *(f"room_{person}" for person in DECIDERS),
    }


@pytest.mark.parametrize("key", KEYS)
def test_without_any_entry_the_whole_is_not_supported(key: str) -> None:
    """Rules that need a clearance included."""
    assert WHOLE.without(key).verdict().verdict != "SUPPORTED"


@pytest.mark.parametrize("digest", [TEXT, SIGN])
def test_without_a_file_that_was_agreed_on_nothing_is_supported(digest: str) -> None:
    assert WHOLE.without_text(digest).verdict().verdict != "SUPPORTED"


@pytest.mark.parametrize("key", KEYS[:-1])
def test_no_beginning_of_the_story_is_supported(key: str) -> None:
    assert WHOLE.until(key).verdict().verdict != "SUPPORTED"


@given(st.sets(st.sampled_from(KEYS), min_size=1))
def test_without_any_several_entries_nothing_is_supported(keys: set[str]) -> None:
    result = WHOLE.without(*keys).verdict().verdict
    # A session that was never held leaves no trace of itself: without both its ends it did not take place.
    if keys - {key for key in KEYS if key.endswith("_s1")}:
        assert result != "SUPPORTED"


@given(st.integers(0, len(KEYS) - 2), st.integers(1, len(KEYS) - 1))
def test_telling_an_entry_later_than_it_was_written_is_never_supported_silently(place: int, by: int) -> None:
    """Numbers must rise; an entry moved with its number is found at once."""
    lines = list(NUMBERED.lines)
    lines.insert(min(place + by, len(lines) - 1), lines.pop(place))
    assert Table(tuple(lines), NUMBERED.texts).verdict().verdict != "SUPPORTED"


ORDER = [
    ("agreed_malis", "opened_s1"),
    ("listed_malis", "closed_b"),
    ("no_chair", "signed_sopheap"),
    ("stated", "no_a"),
    ("fixed", "handed"),
    ("handed", "signed_sopheap"),
    ("opened_s2", "signed_sopheap"),
    ("signed_malis", "attested_malis"),
    ("attested_malis", "released"),
    ("planned_s1", "opened_s1"),
]


@pytest.mark.parametrize(("first", "second"), ORDER)
def test_an_entry_that_comes_after_what_it_must_come_before_is_not_supported(first: str, second: str) -> None:
    """The entry is written anew after the other, at its time: what honest clocks would show."""
    lines = [line for line in WHOLE.lines if line.key != first]
    place = next(place for place, line in enumerate(lines) if line.key == second)
    moved = replace(WHOLE.lines[KEYS.index(first)], at=lines[place].at)
    lines.insert(place + 1, moved)
    assert Table(tuple(lines), WHOLE.texts).verdict().verdict != "SUPPORTED"


SLICE = set(abouts_for(AGREEMENT, ["s1", "s2"], ["o3"]))


@given(st.sets(st.sampled_from([line.key for line in noisy().lines])), st.booleans())
def test_a_slice_says_what_the_whole_says(gone: set[str], released: bool) -> None:
    table = noisy().numbered().without(*gone)
    entries = [one for one in table.entries() if released or type(one.fact).__name__ != "AgreementReleased"]
    part = [entry for entry in entries if entry.fact.about in SLICE]
    whole = assess(entries, table.texts, table.disclosures(), AGREEMENT)
    assert assess(part, table.texts, table.disclosures(), AGREEMENT) == whole
    assert earliest_release(part, AGREEMENT) == earliest_release(entries, AGREEMENT)


def test_what_the_proof_does_not_look_at_does_not_change_it() -> None:
    assert noisy().verdict().verdict == "SUPPORTED"


def garbled(entry: Entry, draw: random.Random) -> Entry:
    """The same entry with one field of its fact turned into something odd of the same kind."""
    says = entry.fact.says()
    field = draw.choice(sorted(says))
    odd: dict[type, list[object]] = {
        str: ["", "\u17cb\u200b", "9999-12-31T23:59:59Z", "no", "0" * 64],
        int: [-(2**53) + 1, -1, 0, 2**53 - 1],
        bool: [True, False],
        list: [[], [""], ["malis"] * 3, ["9999-12-31"]],
    }
    says[field] = draw.choice(odd[type(says[field])])
    return replace(entry, fact=type(entry.fact).read(says))


@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_odd_facts_never_raise_and_are_still_judged_the_same_twice(draw: random.Random, times: int) -> None:
    entries = noisy().entries()
    for _ in range(times):
        place = draw.randrange(len(entries))
        entries[place] = garbled(entries[place], draw)
    entries = [read_entry(entry.line(), entry.log, entry.number) for entry in entries]
    for agreement in ("", "never", *agreements_in(entries)):
        first = assess(entries, WHOLE.texts, {}, agreement)
        assert first == assess(entries, WHOLE.texts, {}, agreement)
        assert first.line()
        earliest_release(entries, agreement)
    ending_of(entries)


@given(st.sets(st.sampled_from(KEYS)))
def test_a_rule_that_is_kept_always_has_evidence(gone: set[str]) -> None:
    for finding in WHOLE.without(*gone).verdict().findings:
        assert finding.evidence or finding.result is not Result.KEPT
