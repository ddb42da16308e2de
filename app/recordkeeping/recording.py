"""The one door through which anything changes: lock, read, decide, append, project, commit.

    with recording(db, dialogue, by=viewer, at=now, once=form.once) as record:
        ensure_…(…)                       # pure: refuse with a sentence, or silence
        record.append(SomethingHappened(...), name=…, words=…)
        record.result = what_came_of_it   # kept for the same form sent twice

Nothing read before the door may be trusted; nothing after it is half done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from app.access.pens import pen_of
from app.access.reading import audience_of
from app.access.viewer import Viewer
from app.database import WRITING
from app.foundation.clock import local, to_text
from app.foundation.errors import N_, NotAllowed, NotPossibleNow
from app.foundation.roles import Role
from app.record import canonical, seal, tree
from app.record.entry import Entry, read_entry
from app.record.facts import Fact
from app.record.facts.dialogues import ClockDoubted
from app.recordkeeping import guard, reading
from app.recordkeeping.node import chance, identifier, node_of, origin_of
from app.recordkeeping.projections import Opened, project
from app.recordkeeping.remembering import forget
from app.recordkeeping.tables import Body, Disclosure, FormKey, RecordLine

NODE = Viewer("node", frozenset({Role.NODE}))


class ClockBehind(NotPossibleNow):
    """Time ran backwards inside one record (settled.md 2). Exits are never refused for it."""

    says = N_(
        "The clock of this machine stands before the newest entry (%(last)s). Set the clock, then send the form "
        "again. Nothing you typed is lost."
    )


class AlreadyDone(Exception):
    """The same form was sent before; `result` is what came of it then."""

    def __init__(self, result: str) -> None:
        """Carry what the first sending gave."""
        self.result = result
        super().__init__(result)


class OpenRecord:
    """The record of one dialogue, held open by one person for one change."""

    def __init__(self, db: Session, dialogue: str, by: Viewer, at: datetime, *, is_exit: bool) -> None:
        """Read the newest entry under the lock. Raises ClockBehind unless this is an exit."""
        self.db, self.dialogue, self.by, self.at, self.result = db, dialogue, by, at, ""
        self.node = node_of(db)
        self.origin = origin_of(self.node, dialogue)
        self._drawn = 0
        self._doubted: datetime | None = None
        last = reading.last_line(db, dialogue)
        self.size, self._peaks = (last[0] + 1, tree.unpack(last[1])) if last else (0, [])
        if last:
            newest = read_entry(last[2], self.origin, last[0]).at
            if at < newest:
                if not is_exit:
                    raise ClockBehind(last=f"{local(newest):%d.%m.%Y %H:%M:%S}")
                self._doubted, self.at = at, newest

    def entries(self, *abouts: str) -> list[Entry]:
        """The slice of the record about these things, what this change has appended included."""
        self.db.flush()
        return reading.entries_of(self.db, self.dialogue, abouts)

    def places(self, entries: list[Entry]) -> dict[str, tuple[str, str]]:
        """The sealed places of these entries, opened: for rules, never for pages."""
        self.db.flush()
        return reading.places_of(self.db, self.dialogue, [entry.number for entry in entries])

    def chance(self, purpose: str) -> bytes:
        """32 bytes drawn for one purpose at this place in this record."""
        self._drawn += 1
        return chance(self.node, f"{self.origin}/{self.size}/{purpose}/{self._drawn}")

    def new_id(self) -> str:
        """A fresh identifier."""
        return identifier(self.chance("id"))

    def keep_body(self, page: dict[str, Any]) -> str:
        """Keep a canonical file, salted so that its digest cannot be guessed; returns the digest."""
        body = canonical.write({**page, "salt": self.chance("body").hex()}).encode()
        digest = sha256(body).hexdigest()
        self.db.add(Body(dialogue=self.dialogue, digest=digest, body=body))
        return digest

    def append(
        self,
        fact: Fact,
        *,
        name: str = "",
        words: str = "",
        when: datetime | None = None,
        via: str = "PORTAL",
        by: Viewer | None = None,
        audience: str = "",
    ) -> Entry:
        """Write one entry and project it. Raises NotAllowed when this person's seats hold no such pen.

        `name` and `words` fill the sealed places; `when` is when it happened; `audience` stands in for the
        fact's own (a correction is read by those who read what it corrects).
        """
        writer = by or self.by
        role = pen_of(writer, fact)
        if role is None:
            raise NotAllowed
        if self._doubted is not None and not isinstance(fact, ClockDoubted):
            claimed, self._doubted = self._doubted, None
            self.append(ClockDoubted(to_text(claimed)), by=NODE)
            when = when or claimed
        digests = []
        for place, value in (("name", name), ("words", words)):
            salt = self.chance(place)
            if not value:
                digests.append(seal.decoy(salt))
                continue
            disclosure = seal.disclosure(salt, place, value)
            digests.append(seal.digest(disclosure))
            self.db.add(
                Disclosure(dialogue=self.dialogue, number=self.size, place=place, disclosure=disclosure)
            )
        entry = Entry(
            log=self.origin,
            number=self.size,
            at=self.at,
            when=when or self.at,
            by=writer.person,
            role=role,
            party=writer.side,
            via=via,
            fact=fact,
            sealed=(min(digests), max(digests)),
        )
        line = entry.line()
        self._peaks = tree.grow(self.size, self._peaks, tree.leaf_hash(line.encode()))
        self.db.add(
            RecordLine(
                dialogue=self.dialogue,
                number=self.size,
                about=fact.about,
                audience=audience or audience_of(fact, writer.person),
                line=line,
                peaks=tree.pack(self._peaks),
            )
        )
        self.size += 1
        self._project(Opened(self.dialogue, entry, name, words, self._body))
        return entry

    def sits_as(self, *roles: Role, side: str | None = None) -> None:
        """The writer holds these seats from now on (used where a person is seated by what they just wrote)."""
        self.by = replace(
            self.by, roles=self.by.roles | set(roles), side=self.by.side if side is None else side
        )

    def _body(self, digest: str) -> bytes:
        self.db.flush()
        return reading.body_of(self.db, self.dialogue, digest)

    def _project(self, opened: Opened) -> None:
        self.db.flush()
        self.db.info[guard.PROJECTING] = True
        try:
            project(self.db, opened)
            self.db.flush()
        finally:
            del self.db.info[guard.PROJECTING]


@contextmanager
def recording(
    db: Session, dialogue: str, *, by: Viewer, at: datetime, once: str = "", is_exit: bool = False
) -> Iterator[OpenRecord]:
    """Open the record of one dialogue for one change; commit it whole or not at all.

    Raises AlreadyDone when this form was sent before, ClockBehind when time ran backwards.
    """
    lock(db, dialogue)
    try:
        _ensure_new(db, once)
        record = OpenRecord(db, dialogue, by, at, is_exit=is_exit)
        yield record
        if once:
            db.add(FormKey(once=once, result=record.result))
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _ensure_new(db: Session, once: str) -> None:
    done = db.get(FormKey, once) if once else None
    if done is not None:
        raise AlreadyDone(done.result)


def lock(db: Session, dialogue: str) -> None:
    """Forget what was read, and hold the pen of this log until the transaction ends."""
    db.rollback()
    db.expire_all()
    forget(db)
    connection = db.connection(execution_options=WRITING)
    if connection.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:log, 0))"), {"log": dialogue})
