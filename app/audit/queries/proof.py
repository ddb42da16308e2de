"""What the record proves about one agreement: the slice that counts, and the verdict over it.

The verdict is never stored. It is made again from the entries whenever somebody looks, by the same function
that the verifier runs years later.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, select

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.agreements import TextFixed
from app.record.facts.audit import AgreementReleased
from app.record.facts.promises import ReportsExamined
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.reading import entries_of, last_line, places_of
from app.recordkeeping.tables import Body
from app.sessions.tables import Meeting
from app.voluntariness.assess import Verdict, abouts_for, assess

_DIGEST = re.compile(r"[0-9a-f]{64}")
_DECOY = "A" * 43
"""Stands in the sealed places of an entry that is only thought of, never written."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The entries about one agreement, the files they name, their opened places; `size` counts the whole log."""

    agreement: str
    origin: str
    size: int
    entries: Sequence[Entry]
    texts: Mapping[str, bytes]
    places: Mapping[str, tuple[str, str]]

    def verdict(self) -> Verdict:
        """What follows from the record as it is."""
        return assess(self.entries, self.texts, self.places, self.agreement)

    def if_released(self, text: str, by: Viewer, at: datetime) -> "Proof":
        """The same record with what a release would write now (the monitor's word on reports, then the release
        itself): its verdict decides whether it may be.
        """
        facts = (
            ReportsExamined(self.agreement),
            AgreementReleased(self.agreement, text, self.size + 1),
        )
        written = [
            Entry(
                log=self.origin,
                number=self.size + place,
                at=at,
                when=at,
                by=by.person,
                role=Role.MONITOR,
                party="",
                via="PORTAL",
                fact=fact,
                sealed=(_DECOY, _DECOY),
            )
            for place, fact in enumerate(facts)
        ]
        return replace(self, size=self.size + len(written), entries=[*self.entries, *written])


def proof_of(db: Session, dialogue: str, agreement: str) -> Proof:
    """Read what the verdict on one agreement stands on."""
    sessions = db.exec(select(Meeting.session).where(Meeting.dialogue == dialogue))
    own = entries_of(db, dialogue, [agreement])
    offers = [entry.fact.offer for entry in own if isinstance(entry.fact, TextFixed)]
    entries = entries_of(db, dialogue, abouts_for(agreement, sessions, offers))
    digests = {digest for entry in entries for digest in _digests(entry.fact)}
    found = select(Body.digest, Body.body).where(Body.dialogue == dialogue, col(Body.digest).in_(digests))
    last = last_line(db, dialogue)
    return Proof(
        agreement,
        origin_of(node_of(db), dialogue),
        last[0] + 1 if last else 0,
        entries,
        dict(db.exec(found).all()),
        places_of(db, dialogue, [entry.number for entry in entries]),
    )


def _digests(fact: Fact) -> list[str]:
    return [value for value in fact.says().values() if isinstance(value, str) and _DIGEST.fullmatch(value)]
