"""What is noted so far before talks begin, read from the record: one reading for the sheets of visits and people."""

from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session

from app.foundation.roles import Role
from app.parties.queries import PersonView, people_of
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.dialogues import DialogueEnded
from app.record.facts.parties import TakingPartEnded
from app.record.facts.preparation import (
    DualRoleAccepted,
    DualRoleStated,
    GroundRulesAgreed,
    ParcelNamed,
    PrivateTalkHeld,
    ProceedingNoted,
    RequestAnswered,
    RightsNoticeGiven,
    StandstillBreached,
    StandstillRepaired,
    StandstillTermsAgreed,
    TableRequested,
    TieAnswered,
    TieDisclosed,
)
from app.recordkeeping.reading import entries_of, place_of, places_of
from app.voluntariness.neutrals import NEUTRAL

SCREENING, CONFIRMATION = "screening", "confirmation"
Kind = TypeVar("Kind", bound=Fact)


@dataclass(frozen=True, slots=True)
class Preparation:
    """The entries about the whole table, and what their sealed words say."""

    entries: tuple[Entry, ...]
    places: dict[str, tuple[str, str]]

    def all(self, kind: type[Kind]) -> list[tuple[Entry, Kind]]:
        """The entries with this fact, in order."""
        return [(entry, entry.fact) for entry in self.entries if isinstance(entry.fact, kind)]

    def words(self, entry: Entry) -> str:
        """What stands in the sealed place of an entry."""
        return place_of(self.places, entry, "words")

    @property
    def given_rights(self) -> frozenset[str]:
        """Everybody who was given the notice of rights."""
        return frozenset(person for _, fact in self.all(RightsNoticeGiven) for person in fact.persons)

    @property
    def stopped(self) -> frozenset[str]:
        """Everybody who stopped taking part: from then on only their own word counts."""
        return frozenset(entry.by for entry, _ in self.all(TakingPartEnded))

    def standstill(self, side: str) -> bool:
        """Did this side agree the ground rules with the standstill?"""
        return any(fact.side == side and fact.standstill for _, fact in self.all(GroundRulesAgreed))

    def standstill_days(self, side: str) -> int | None:
        """For how many days this side's standstill goes on after the end; None where nothing was said."""
        said = [fact.days for _, fact in self.all(StandstillTermsAgreed) if fact.side == side]
        return said[-1] if said else None

    @property
    def ended(self) -> Entry | None:
        """The entry with which the table ended."""
        found = [entry for entry, _ in self.all(DialogueEnded)]
        return found[-1] if found else None

    @property
    def stated(self) -> bool:
        """Did the office say that it also goes to court?"""
        return bool(self.all(DualRoleStated))

    @property
    def connected(self) -> bool:
        """Does our office act in a connected proceeding?"""
        noted = [fact.connected for _, fact in self.all(ProceedingNoted)]
        return any([*noted, *(fact.connected for _, fact in self.all(DualRoleStated))])

    def accepted_dual_role(self, side: str) -> bool:
        """Did this side accept the office's other role?"""
        return any(fact.side == side for _, fact in self.all(DualRoleAccepted))

    def ties(self) -> dict[str, tuple[Entry, TieDisclosed]]:
        """The newest word of each person about their ties."""
        return {entry.by: (entry, fact) for entry, fact in self.all(TieDisclosed)}

    def unanswered_ties(self, side: str) -> list[str]:
        """The people with a tie that this side has not answered since."""
        answered = {fact.person: entry.number for entry, fact in self.all(TieAnswered) if fact.side == side}
        return [
            person
            for person, (entry, fact) in self.ties().items()
            if fact.tie != "none" and answered.get(person, -1) < entry.number
        ]

    def talked(self, kind: str, *, by: str = "") -> frozenset[str]:
        """With whom a private talk of this kind was held, alone; `by` one person only, where that is all they know."""
        return frozenset(
            fact.person
            for entry, fact in self.all(PrivateTalkHeld)
            if fact.kind == kind and fact.alone and by in ("", entry.by)
        )

    def held(self, kind: str) -> int:
        """With how many people a talk of this kind was held, alone or not: the count that staff read."""
        return len({fact.person for _, fact in self.all(PrivateTalkHeld) if fact.kind == kind})

    def open_breaches(self) -> list[tuple[Entry, StandstillBreached]]:
        """The breaches of the standstill that are not put right."""
        repaired = {fact.breach for _, fact in self.all(StandstillRepaired)}
        return [(entry, fact) for entry, fact in self.all(StandstillBreached) if fact.breach not in repaired]

    def requests(self) -> list[tuple[str, str, str]]:
        """Requests and answers: (what it is, its code, its words)."""
        asked = [("request", fact.asker, self.words(entry)) for entry, fact in self.all(TableRequested)]
        return asked + [
            ("answer", fact.answer, self.words(entry)) for entry, fact in self.all(RequestAnswered)
        ]

    def parcels(self) -> list[tuple[str, ParcelNamed]]:
        """The parcels with their names."""
        return [(self.words(entry), fact) for entry, fact in self.all(ParcelNamed)]


def preparation_of(db: Session, dialogue: str) -> Preparation:
    """Read it once for one page."""
    entries = entries_of(db, dialogue, [""])
    return Preparation(tuple(entries), places_of(db, dialogue, [entry.number for entry in entries]))


def neutral_people(db: Session, dialogue: str) -> list[PersonView]:
    """Everybody at this table who belongs to no side."""
    return [person for person in people_of(db, dialogue) if set(person.roles) & NEUTRAL]


def is_of_the_office(person: PersonView) -> bool:
    """Facilitator and mediator are of the office unless they say otherwise."""
    return bool({Role.FACILITATOR, Role.MEDIATOR} & set(person.roles))
