"""The rules of signatures over any order of entries: no database, no page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agreements.rules import signatures as rules
from app.foundation.clock import counted
from app.foundation.errors import Refusal
from app.foundation.roles import Role
from app.record import seal
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.agreements import AnswerGiven, SignatureGiven, TextFixed, TextHandedOver

OLD, NEW = "a" * 64, "b" * 64
START = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)

PEOPLE = ("p", "q")


def entry(
    number: int, by: str, fact: Fact, minutes: int, words: str = ""
) -> tuple[Entry, dict[str, tuple[str, str]]]:
    """An entry so many minutes after the start, with its opened place."""
    salt = number.to_bytes(32, "big")
    opened = seal.disclosure(salt, "words", words) if words else ""
    digests = [seal.decoy(salt), seal.digest(opened) if words else seal.decoy(salt[::-1])]
    at = START + timedelta(minutes=minutes)
    made = Entry(
        log="log",
        number=number,
        at=at,
        when=at,
        by=by,
        role=Role.DELEGATE,
        party="s",
        via="PORTAL",
        fact=fact,
        sealed=(min(digests), max(digests)),
    )
    return made, {seal.digest(opened): ("words", words)} if words else {}


steps = st.lists(
    st.tuples(
        st.sampled_from(["fix", "hand", "sign", "refuse", "longer", "revoke"]),
        st.sampled_from(PEOPLE),
        st.sampled_from([OLD, NEW]),
        st.integers(0, 900),
    ),
    max_size=12,
)


def told(story: list[tuple[str, str, str, int]]) -> tuple[list[Entry], dict[str, tuple[str, str]]]:
    """The entries of a story whose steps are (what, person, text, minutes since the step before)."""
    entries: list[Entry] = []
    places: dict[str, tuple[str, str]] = {}
    clock = 0
    for number, (what, person, text, minutes) in enumerate(story):
        clock += minutes
        fact: Fact
        if what == "fix":
            fact = TextFixed("x", text, ("km", "en"), "o", "")
        elif what == "hand":
            fact = TextHandedOver("x", text, (person,), 1, "km")
        elif what == "sign":
            fact = SignatureGiven("x", text, "s", "km")
        else:
            fact = AnswerGiven("x", text)
        made, opened = entry(number, person, fact, clock, what if isinstance(fact, AnswerGiven) else "")
        entries.append(made)
        places |= opened
    return entries, places


def may_sign(way: rules.Told, now: datetime, days: int, closures: frozenset[date]) -> bool:
    """Does the rule let this person sign now, all else being as it should?"""
    try:
        rules.ensure_may_sign(
            way,
            now=now,
            days=days,
            closures=closures,
            returned=False,
            language="km",
            languages=("km", "en"),
            session_open=True,
            written=str,
        )
    except Refusal:
        return False
    return True


# Every track has at least one day to think (app/voluntariness/thresholds.py); days are whole.
closed_days = st.frozensets(st.integers(0, 6).map(lambda day: date(2027, 1, 12) + timedelta(day)), max_size=3)


@given(story=steps, days=st.integers(1, 3), later=st.integers(0, 14000), closures=closed_days)
def test_no_yes_is_possible_without_ones_own_receipt_of_the_identical_text_and_the_whole_time_to_think(
    story: list[tuple[str, str, str, int]], days: int, later: int, closures: frozenset[date]
) -> None:
    entries, places = told(story)
    now = START + timedelta(minutes=sum(step[3] for step in story) + later)
    for person in PEOPLE:
        way = rules.told_of(entries, places, person=person, text=NEW)
        received = [
            one.when
            for one in entries
            if isinstance(one.fact, TextHandedOver) and one.fact.text == NEW and person in one.fact.persons
        ]
        enough = bool(received) and counted(min(received), now, closures) >= timedelta(days=days)
        assert may_sign(way, now, days, closures) == (enough and not way.stands)


@given(story=steps)
def test_what_was_said_to_another_text_or_by_another_person_never_counts(
    story: list[tuple[str, str, str, int]],
) -> None:
    entries, places = told(story)
    whole = rules.told_of(entries, places, person="p", text=NEW)
    mine = [
        one
        for one in entries
        if NEW in (getattr(one.fact, "text", ""), getattr(one.fact, "version", ""))
        and (one.by == "p" or isinstance(one.fact, TextHandedOver))
    ]
    assert rules.told_of(mine, places, person="p", text=NEW) == whole


@given(story=steps)
def test_a_signature_stands_only_while_the_person_has_not_refused_or_taken_it_back_since(
    story: list[tuple[str, str, str, int]],
) -> None:
    entries, places = told(story)
    own = [
        what
        for what, person, text, _ in story
        if person == "p" and text == NEW and what not in ("fix", "hand")
    ]
    lasting = [what for what in own if what != "longer"]
    way = rules.told_of(entries, places, person="p", text=NEW)
    assert way.stands == bool(lasting and lasting[-1] == "sign")
    assert way.newest == (own[-1] if own else "")


def test_a_text_sent_back_by_the_monitor_is_not_signed() -> None:
    way = rules.Told(received=START)
    with pytest.raises(rules.TextReturned):
        rules.ensure_may_sign(
            way,
            now=START,
            days=0,
            closures=frozenset(),
            returned=True,
            language="km",
            languages=("km",),
            session_open=True,
            written=str,
        )
