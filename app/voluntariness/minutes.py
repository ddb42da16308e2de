"""Whether each side answered the minutes of each session: the half of REC-COPY-1 that needs a clearance."""

from dataclasses import dataclass, field
from datetime import timedelta

from app.record.entry import Entry
from app.record.facts.parties import SideNamed
from app.record.facts.sessions import SessionOpened
from app.record.facts.sittings import MinutesAnswered, MinutesWritten
from app.voluntariness.story import Story, Told

ANSWERED_WITHIN = timedelta(days=7)
"""Domain.md 3.6 REC-COPY-1: a standing for each party within 7 days; silence is no consent."""
STANDINGS = frozenset({"confirmed", "reserved", "refused"})


@dataclass(slots=True)
class MinutesFound:
    """What is there: `proof` are answers of sides in time, `looked_at` the minutes; `lacking` and `broken` are
    codes of reasons, `against` the entries that speak against it.
    """

    proof: list[Entry] = field(default_factory=list)
    looked_at: list[Entry] = field(default_factory=list)
    against: list[Entry] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def lacks(self, reason: str, *entries: Entry) -> None:
        """Something is not there, or cannot be relied on."""
        self.lacking.append(reason)
        self.against += entries

    def breaks(self, reason: str, *entries: Entry) -> None:
        """It is known not to be so."""
        self.broken.append(reason)
        self.against += entries


def minutes_answered(story: Story) -> MinutesFound:
    """Each session opened up to the last signature has minutes, and each side has said how the newest stand.

    Confirmed, confirmed with words, and not confirmed are all answers; none is not. An answer after 7 days is late.
    """
    found = MinutesFound()
    last = max((told.number for told in story.signatures()), default=max(story.entries, default=0) + 1)
    sides = list(dict.fromkeys(told.fact.side for told in story.all(SideNamed)))
    sessions = dict.fromkeys(told.fact.session for told in story.all(SessionOpened) if told.number < last)
    if story.strangers(MinutesWritten) or story.strangers(MinutesAnswered):
        found.lacks("wrong_hand", *story.strangers(MinutesWritten), *story.strangers(MinutesAnswered))
    for session in sessions:
        written = [told for told in story.all(MinutesWritten) if told.fact.session == session]
        if not written:
            found.lacks("no_minutes")
            continue
        found.looked_at.append(written[-1].entry)
        for side in sides:
            _look(story, found, written[-1], side)
    return found


def _look(story: Story, found: MinutesFound, written: Told[MinutesWritten], side: str) -> None:
    """One side's answers to one session's newest minutes."""
    own = [
        told
        for told in story.all(MinutesAnswered)
        if told.fact.side == side
        and told.fact.minutes == written.fact.minutes
        and told.fact.session == written.fact.session
        and told.fact.standing in STANDINGS
        and told.number > written.number
    ]
    if not own:
        found.lacks("minutes_unanswered", written.entry)
        return
    if min(told.entry.when for told in own) - written.entry.at > ANSWERED_WITHIN:
        found.breaks("minutes_answered_late", own[0].entry)
    else:
        found.proof.append(own[-1].entry)
