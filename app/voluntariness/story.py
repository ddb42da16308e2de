"""What happened, told from the record alone, up to the release. Every rule reads this and nothing else."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import pairwise
from typing import Any, Generic, TypeVar

from app.access.pens import may_write
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.agreements import AnswerGiven, SignatureGiven, TextFixed
from app.record.facts.audit import AgreementReleased, AgreementReturned
from app.record.facts.dialogues import ClockDoubted
from app.record.facts.understanding import AnswerWitnessed, RecordingBound, RecordingChanged
from app.voluntariness.heard import changes_of

Kind = TypeVar("Kind", bound=Fact)
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Told(Generic[Kind]):
    """An entry together with its fact, whose kind is known."""

    entry: Entry
    fact: Kind

    @property
    def number(self) -> int:
        """The entry's number."""
        return self.entry.number

    @property
    def latest(self) -> datetime:
        """The later of when it happened and when it was written."""
        return max(self.entry.at, self.entry.when)

    @property
    def soonest(self) -> datetime:
        """The earlier of when it happened and when it was written."""
        return min(self.entry.at, self.entry.when)


@dataclass(frozen=True, slots=True)
class Answered:
    """What one person said: on their own page, or with a card that the witness saw."""

    entry: Entry
    person: str

    @property
    def number(self) -> int:
        """The entry's number."""
        return self.entry.number


@dataclass(frozen=True, slots=True)
class Story:
    """The entries that count for one agreement.

    `by_right` and `by_wrong` hold them by kind of fact, apart by whether the hand that wrote them held the pen;
    `doubts` are the entries at which the clock cannot be relied on; `stray` says that numbers or logs are mixed.
    """

    agreement: str
    entries: Mapping[int, Entry]
    by_right: Mapping[type[Fact], Sequence[Entry]]
    by_wrong: Mapping[type[Fact], Sequence[Entry]]
    doubts: Sequence[Entry]
    stray: str
    texts: Mapping[str, bytes]
    disclosures: Mapping[str, tuple[str, str]]

    def all(self, kind: type[Kind]) -> list[Told[Kind]]:
        """All entries of this kind that were written by a hand with the pen, in their order."""
        return [
            Told(entry, entry.fact) for entry in self.by_right.get(kind, ()) if isinstance(entry.fact, kind)
        ]

    @property
    def text(self) -> Told[TextFixed] | None:
        """The text in force: the one fixed last."""
        return max(self.all(TextFixed), key=lambda told: told.number, default=None)

    @property
    def release(self) -> Told[AgreementReleased] | None:
        """The release with which the story ends; None before it, and once a monitor took it back."""
        back = max((told.number for told in self.all(AgreementReturned)), default=-1)
        return next((told for told in self.all(AgreementReleased) if told.number > back), None)

    @property
    def heard_anew(self) -> list[Entry]:
        """With which entries the recording of the text in force was changed, in order."""
        kinds = (RecordingBound, RecordingChanged)
        bound = sorted(
            (one for kind in kinds for one in self.by_right.get(kind, ())), key=lambda one: one.number
        )
        text = self.text
        return changes_of(bound, text.fact.text) if text else []

    def signatures(self) -> list[Told[SignatureGiven]]:
        """Signatures of the text in force. A new text, another recording of it, or a return to the table voids
        what was signed before.
        """
        text = self.text
        if text is None:
            return []
        returned = (told.number for told in self.all(AgreementReturned))
        since = max([text.number, *returned, *(entry.number for entry in self.heard_anew)])
        return [
            told
            for told in self.all(SignatureGiven)
            if told.number > since and told.fact.text == text.fact.text
        ]

    def answers(self) -> list[Answered]:
        """What was said on this agreement, or on the offer it came from: a no counts wherever it is said."""
        matters = self._matters()
        own = [
            Answered(one.entry, one.entry.by) for one in self.all(AnswerGiven) if one.fact.matter in matters
        ]
        seen = [
            Answered(one.entry, one.fact.person)
            for one in self.all(AnswerWitnessed)
            if one.fact.matter in matters
        ]
        return sorted((*own, *seen), key=lambda one: one.number)

    def strangers(self, kind: type[Fact]) -> list[Entry]:
        """Entries of this kind, about this agreement, that a hand without the pen wrote."""
        return [
            entry
            for entry in self.by_wrong.get(kind, ())
            if not isinstance(entry.fact, AnswerGiven | AnswerWitnessed | RecordingBound | RecordingChanged)
            or entry.fact.matter in self._matters()
        ]

    def _matters(self) -> set[str]:
        return {self.agreement} | {told.fact.offer for told in self.all(TextFixed)}

    def words(self, entry: Entry) -> str | None:
        """The words in the sealed place of an entry, or None when nobody opened it."""
        opened = (self.disclosures.get(place, ("", "")) for place in entry.sealed)
        return next((value for name, value in opened if name == "words"), None)

    def file(self, digest: str) -> bytes | None:
        """A canonical file by its digest; None when it is absent or another file stands in its place."""
        content = self.texts.get(digest)
        return content if content is not None and sha256(content).hexdigest() == digest else None

    def page(self, digest: str) -> dict[str, Any] | None:
        """The same, read as JSON; None when it cannot be read."""
        try:
            page = json.loads((self.file(digest) or b"null").decode())
        except (ValueError, RecursionError):
            return None
        return page if isinstance(page, dict) else None


def grouped(told: Iterable[Told[Kind]], key: Callable[[Told[Kind]], Key]) -> dict[Key, list[Told[Kind]]]:
    """The same, by a key, in order: so that a table of two thousand deciders is read once and not each time."""
    groups: dict[Key, list[Told[Kind]]] = defaultdict(list)
    for one in told:
        groups[key(one)].append(one)
    return dict(groups)


def tell(
    entries: Sequence[Entry],
    texts: Mapping[str, bytes],
    disclosures: Mapping[str, tuple[str, str]],
    agreement: str,
) -> Story:
    """Fold the entries, in their order, into the story of one agreement.

    What follows its release is left out, unless a monitor takes the release back: then it goes on (decisions/0009).
    """
    right: dict[type[Fact], list[Entry]] = defaultdict(list)
    wrong: dict[type[Fact], list[Entry]] = defaultdict(list)
    kept: dict[int, Entry] = {}
    doubts: list[Entry] = []
    last: Entry | None = None
    released = False
    for entry in entries:
        is_right = may_write(entry.role, entry.party, entry.fact)
        ours = getattr(entry.fact, "agreement", agreement) == agreement
        if released and not (ours and is_right and isinstance(entry.fact, AgreementReturned)):
            continue
        if last is not None and entry.at < last.at:
            doubts.append(entry)
        last = entry
        if not ours:
            continue
        if isinstance(entry.fact, ClockDoubted):
            doubts.append(entry)
        kept[entry.number] = entry
        (right if is_right else wrong)[type(entry.fact)].append(entry)
        released = is_right and isinstance(entry.fact, AgreementReleased)
    return Story(agreement, kept, right, wrong, doubts, _stray(entries), texts, disclosures)


def _stray(entries: Sequence[Entry]) -> str:
    """Why these entries are no story at all, or ''. Asked of what follows the release, too."""
    if len({entry.log for entry in entries}) > 1:
        return "several_logs"
    if any(one.number >= other.number for one, other in pairwise(entries)):
        return "out_of_order"
    return ""
