"""A complete small peace table, made of entries alone, and ways to spoil it. No database, no clock.

Two families (S2): Sopheap on side a; Ravy and his wife Malis on side b. The dialogue's second session is the one
in which they sign; the result is released at the slot, Monday 25 January 2027, 09:00 in Phnom Penh.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from app.foundation.clock import from_text
from app.foundation.roles import Role
from app.record import seal
from app.record.entry import Entry
from app.record.facts import Fact, audit, dialogues, parties, sessions
from app.record.facts import agreements as said
from app.record.facts.sittings import HeadHandedOut
from app.voluntariness.assess import Verdict, assess
from app.voluntariness.finding import Finding, Result
from tests.voluntariness.evidence import unnamed_of
from tests.voluntariness.files import (
    AGREEMENT,
    DECIDERS,
    OTHER_FILE,
    OTHER_TEXT,
    SIGN,
    TALK,
    TEXT,
    TEXTS,
    body,
)
from tests.voluntariness.tellings import preparation, promises, sittings, understanding

__all__ = [
    "AGREEMENT",
    "DECIDERS",
    "FIXED",
    "FROZEN",
    "HANDED",
    "LOG",
    "OTHER_FILE",
    "OTHER_TEXT",
    "RELEASE",
    "SIGN",
    "TALK",
    "TEXT",
    "WHOLE",
    "Table",
    "body",
    "opened",
    "time",
]

LOG = "rehearsal.peace-table/test/case/s2"
SEATS: dict[str, tuple[Role, str]] = {
    "facilitator": (Role.FACILITATOR, ""),
    "chair": (Role.CHAIR, ""),
    "witness": (Role.WITNESS, ""),
    "monitor": (Role.MONITOR, ""),
    "officer": (Role.SAFEGUARD_OFFICER, ""),
    "node": (Role.NODE, ""),
    "sopheap": (Role.DELEGATE, "a"),
    "ravy": (Role.DELEGATE, "b"),
    "malis": (Role.DELEGATE, "b"),
}


@dataclass(frozen=True)
class Line:
    """One entry to be: `key` names it in tests; `number` is its place in the list unless it is given."""

    key: str
    at: datetime
    by: str
    fact: Fact
    words: str = ""
    when: datetime | None = None
    number: int = -1
    role: Role | None = None
    party: str | None = None
    log: str = LOG


def time(text: str) -> datetime:
    """An instant from `2027-01-12T02:00`, UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass(frozen=True)
class Table:
    """A story that can be told, spoiled and judged. `closed` are keys whose sealed words stay shut."""

    lines: tuple[Line, ...]
    texts: Mapping[str, bytes]
    closed: frozenset[str] = frozenset()

    def without(self, *keys: str) -> "Table":
        """The same without these entries."""
        assert set(keys) <= {line.key for line in self.lines}
        return replace(self, lines=tuple(line for line in self.lines if line.key not in keys))

    def until(self, key: str) -> "Table":
        """The same up to and including this entry."""
        return replace(self, lines=self.lines[: self._place(key) + 1])

    def with_line(self, key: str, **parts: Any) -> "Table":
        """The same with another time, hand, number… in one entry."""
        place = self._place(key)
        changed = replace(self.lines[place], **parts)
        return replace(self, lines=(*self.lines[:place], changed, *self.lines[place + 1 :]))

    def with_fact(self, key: str, **fields: Any) -> "Table":
        """The same with other fields in the fact of one entry."""
        return self.with_line(key, fact=replace(self.lines[self._place(key)].fact, **fields))

    def before(self, key: str, /, by: str, fact: Fact, **parts: Any) -> "Table":
        """The same with one entry more, just before this one and at its time; its key is `new`."""
        place = self._place(key)
        line = replace(Line("new", self.lines[place].at, by, fact), **parts)
        return replace(self, lines=(*self.lines[:place], line, *self.lines[place:]))

    def without_text(self, digest: str) -> "Table":
        """The same without one file."""
        return replace(self, texts={name: text for name, text in self.texts.items() if name != digest})

    def numbered(self) -> "Table":
        """The same with the numbers fixed, so that what is left out leaves a gap."""
        return replace(
            self, lines=tuple(replace(line, number=place) for place, line in enumerate(self.lines))
        )

    def number(self, key: str) -> int:
        """The number of an entry."""
        line = self.lines[self._place(key)]
        return line.number if line.number >= 0 else self._place(key)

    def entries(self) -> list[Entry]:
        """The entries, as the record would hold them."""
        return [self._entry(place, line) for place, line in enumerate(self.lines)]

    def disclosures(self) -> dict[str, tuple[str, str]]:
        """The sealed places that are open."""
        return {
            seal.digest(_disclosure(line)): ("words", line.words)
            for line in self.lines
            if line.words and line.key not in self.closed
        }

    def verdict(self) -> Verdict:
        """What follows from it."""
        return assess(self.entries(), self.texts, self.disclosures(), AGREEMENT)

    def finding(self, rule: str) -> Finding:
        """What one rule finds. Whatever is not kept has an entry that speaks against it; a reason names its entries."""
        finding = next(one for one in self.verdict().findings if one.rule == rule)
        assert finding.against or finding.result is not Result.NOT_KEPT
        assert not unnamed_of(finding, self.entries()), finding
        return finding

    def says(self, rule: str) -> tuple[Result, str]:
        """The result of one rule, and the code of its reason."""
        finding = self.finding(rule)
        return finding.result, finding.reason

    def _place(self, key: str) -> int:
        return next(place for place, line in enumerate(self.lines) if line.key == key)

    def _entry(self, place: int, line: Line) -> Entry:
        role, party = SEATS[line.by]
        shut = seal.decoy(sha256(f"{line.key} decoy".encode()).digest())
        used = (
            seal.digest(_disclosure(line)) if line.words else seal.decoy(sha256(line.key.encode()).digest())
        )
        return Entry(
            log=line.log,
            number=line.number if line.number >= 0 else place,
            at=line.at,
            when=line.when or line.at,
            by=line.by,
            role=line.role or role,
            party=party if line.party is None else line.party,
            via="TABLE",
            fact=line.fact,
            sealed=(min(shut, used), max(shut, used)),
        )


def _disclosure(line: Line) -> str:
    return seal.disclosure(sha256(line.key.encode()).digest(), "words", line.words)


def opened(kind: str = "case") -> dialogues.DialogueOpened:
    """The opening of the table."""
    return dialogues.DialogueOpened(kind, "land", "MDK", "trial", TALK)


FROZEN = dialogues.ThresholdsFrozen(
    track="S",
    rulebook="trial",
    invite_min_days=7,
    agenda_min_days=1,
    reflection_min_days=1,
    cooling_off_days=7,
    session_max_hours=4,
    day_from="08:00",
    day_until="17:00",
    slot="MON 09:00",
    closures=("2027-01-07",),
    answer_order=("accept", "refuse", "change", "longer"),
    steps_accept=3,
    steps_refuse=3,
)
FIXED = said.TextFixed(AGREEMENT, TEXT, ("km", "en"), "o3", "")
HANDED = said.TextHandedOver(AGREEMENT, TEXT, DECIDERS, 3, "km")


def whole() -> Table:
    """A table at which everything was done right."""
    lines: list[Line] = []

    def tell(at: str, by: str, **told: Fact) -> None:
        lines.extend(Line(key, time(at), by, fact) for key, fact in told.items())

    tell("2026-12-01T02:00", "facilitator", opened=opened())
    tell("2026-12-01T02:10", "facilitator", side_a=parties.SideNamed("a", "family"))
    tell("2026-12-01T02:10", "facilitator", side_b=parties.SideNamed("b", "family"))
    for person, side, because in (
        ("sopheap", "a", "holder"),
        ("ravy", "b", "holder"),
        ("malis", "b", "spouse"),
    ):
        listed = parties.DeciderListed(side, person, because, "yes")
        tell("2026-12-01T02:20", "facilitator", **{f"listed_{person}": listed})
    tell("2026-12-01T02:30", "facilitator", closed_a=parties.DecidersClosed("a", 1))
    tell("2026-12-01T02:30", "facilitator", closed_b=parties.DecidersClosed("b", 2))
    tell("2026-12-01T02:40", "facilitator", frozen=FROZEN)
    for person in DECIDERS:
        agreed = parties.TakingPartAgreed(SEATS[person][1])
        tell("2026-12-02T02:00", person, **{f"agreed_{person}": agreed})
    tell("2026-12-10T02:00", "facilitator", stated=said.IfNoStated("no1", ()))
    tell("2026-12-10T03:00", "sopheap", no_a=said.IfNoSigned("no1", "a"))
    tell("2026-12-10T03:00", "ravy", no_b=said.IfNoSigned("no1", "b"))
    tell("2026-12-10T03:00", "chair", no_chair=said.IfNoSigned("no1", ""))
    for session, starts, digest in (("s1", "2027-01-04T02:00", TALK), ("s2", "2027-01-13T02:30", SIGN)):
        ends = f"{starts[:11]}06:00:00Z"
        planned = sessions.SessionPlanned(session, int(session[1]), f"{starts}:00Z", ends, "hall")
        invited = sessions.InvitationDelivered(session, DECIDERS, 3, "by_hand", "staff", read_aloud=True)
        tell("2026-12-20T02:00", "facilitator", **{f"planned_{session}": planned})
        tell("2026-12-21T02:00", "facilitator", **{f"invited_{session}": invited})
        version = sessions.AgendaVersioned(session, 1, digest)
        delivered = sessions.AgendaDelivered(session, digest, DECIDERS, 3, "by_hand")
        tell("2026-12-22T02:00", "facilitator", **{f"version_{session}": version})
        tell("2026-12-23T02:00", "facilitator", **{f"agenda_{session}": delivered})
    tell("2027-01-04T02:00", "chair", opened_s1=sessions.SessionOpened("s1"))
    tell("2027-01-04T04:00", "chair", closed_s1=sessions.SessionClosed("s1"))
    tell("2027-01-12T02:00", "facilitator", fixed=FIXED)
    tell("2027-01-12T02:10", "witness", handed=HANDED)
    tell("2027-01-13T02:30", "chair", opened_s2=sessions.SessionOpened("s2"))
    for person in DECIDERS:
        signed = said.SignatureGiven(AGREEMENT, TEXT, "s2", "km")
        attested = said.SignatureAttested(AGREEMENT, TEXT, "s2", person)
        tell("2027-01-13T04:20", person, **{f"signed_{person}": signed})
        tell("2027-01-13T04:20", "witness", **{f"attested_{person}": attested})
    tell("2027-01-13T05:00", "chair", closed_s2=sessions.SessionClosed("s2"))
    for shelf in (preparation, sittings, understanding, promises):
        for at, by, key, fact in shelf.LINES:
            tell(at, by, **{key: fact})
    released = audit.AgreementReleased(AGREEMENT, TEXT, len(lines))
    tell("2027-01-25T02:00", "monitor", released=released)
    return Table(tuple(_with_head(sorted(lines, key=lambda line: line.at))), TEXTS)


def _with_head(lines: list[Line]) -> list[Line]:
    """The same, with the head that was handed out covering all that stood before it but the last two entries, so
    that a table with one entry more or less still has a head that covers every signature.
    """
    place = next(place for place, line in enumerate(lines) if line.key == "head")
    handed = lines[place].fact
    assert isinstance(handed, HeadHandedOut)
    head = replace(lines[place], fact=replace(handed, size=place - 2))
    return [*lines[:place], head, *lines[place + 1 :]]


RELEASE = from_text("2027-01-25T02:00:00Z")
WHOLE = whole()
