"""INF-READ-1: the whole text was read aloud to everyone who does not read it easily, before a witness."""

from datetime import timedelta

from app.foundation.clock import from_text
from app.record.facts.agreements import SignatureGiven, TextFixed
from app.record.facts.understanding import LiteracyNoted, ReadingHeld
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.looked_through import count_words
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

WORDS_A_MINUTE = 130
LONGEST_BEFORE = timedelta(days=1)


def inf_read(story: Story) -> Finding:
    """For each decider who is not known to read fluently: a whole reading of exactly this text, before the witness.

    Source: domain.md 3.4 INF-READ-1 (ICH-GCP 4.8.9, the impartial witness; CPR PD22 3A, reading-over certificate).
    Severity B. No faster than 130 words a minute, in a language of the text, by somebody else than the witness,
    ended before the signature and begun at most a day before it. How well a person reads is sealed; where it is
    closed or was never asked, where notes differ or one came after the signature, the text has to be read.
    """
    weighing = Weighing(story, "INF-READ-1", Severity.BLOCKS)
    weighing.counts_on(ReadingHeld, LiteracyNoted, SignatureGiven, TextFixed)
    weighing.counts_by_clock()
    text = story.text
    readings = [told for told in story.all(ReadingHeld) if text and told.fact.text == text.fact.text]
    signed = grouped(story.signatures(), lambda told: told.entry.by)
    literacy = grouped(story.all(LiteracyNoted), lambda told: told.fact.person)
    for decider in deciders_of(story, weighing):
        notes, own = literacy.get(decider.person, []), signed.get(decider.person, [])
        if _reads_fluently(story, notes, own):
            weighing.proves(*(told.entry for told in notes))
            continue
        heard = [told for told in readings if decider.person in told.fact.persons]
        good = [told for told in heard if _is_whole(story, told) and _is_in_time(told, own)]
        weighing.proves(*(told.entry for told in good[:1]))
        if not heard:
            weighing.lacks("not_read_aloud")
        elif not good:
            _weigh_faults(story, weighing, heard[-1], own)
    return weighing.finding()


def _reads_fluently(story: Story, notes: list[Told[LiteracyNoted]], own: list[Told[SignatureGiven]]) -> bool:
    """Does every note about this person say so, and was each written before their signature?"""
    before = min((told.number for told in own), default=None)
    return bool(notes) and all(
        story.words(told.entry) == "fluent" and (before is None or told.number < before) for told in notes
    )


def _needs(story: Story, reading: Told[ReadingHeld]) -> timedelta | None:
    """How long this text takes to read aloud; None when its file is not here."""
    page = story.page(reading.fact.text)
    return (
        None if page is None else timedelta(minutes=count_words(page, reading.fact.language) / WORDS_A_MINUTE)
    )


def _took(reading: Told[ReadingHeld]) -> timedelta:
    return from_text(reading.fact.ends) - from_text(reading.fact.starts)


def _is_whole(story: Story, reading: Told[ReadingHeld]) -> bool:
    fact, text, needs = reading.fact, story.text, _needs(story, reading)
    return (
        text is not None
        and needs is not None
        and _took(reading) >= max(needs, timedelta(seconds=1))
        and from_text(fact.starts) >= text.entry.when
        and fact.language in text.fact.languages
        and fact.reader not in ("", reading.entry.by)
        and fact.count == len(set(fact.persons))
    )


def _is_in_time(reading: Told[ReadingHeld], own: list[Told[SignatureGiven]]) -> bool:
    starts, ends = from_text(reading.fact.starts), from_text(reading.fact.ends)
    return all(ends <= told.soonest and told.latest - starts <= LONGEST_BEFORE for told in own)


def _weigh_faults(
    story: Story, weighing: Weighing, reading: Told[ReadingHeld], own: list[Told[SignatureGiven]]
) -> None:
    """Say what is wrong with the newest reading a person heard, where none of them is good."""
    fact, text, needs = reading.fact, story.text, _needs(story, reading)
    if needs is None or text is None:
        weighing.lacks("text_missing")
        return
    if fact.count != len(set(fact.persons)):
        weighing.lacks("count_differs", reading.entry)
    if fact.reader in ("", reading.entry.by):
        weighing.breaks("witness_read", reading.entry)
    if fact.language not in text.fact.languages:
        weighing.breaks("read_in_another_language", reading.entry)
    if from_text(fact.starts) < text.entry.when:
        weighing.breaks_by_clock("read_before_fixed", reading.entry)
    if _took(reading) < max(needs, timedelta(seconds=1)):
        weighing.breaks_by_clock("read_too_fast", reading.entry)
    if not _is_in_time(reading, own):
        weighing.breaks_by_clock("read_at_another_time", reading.entry, *(told.entry for told in own))
