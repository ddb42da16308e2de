"""A whole small case told straight into the record: two families, four deciders, one text, one slot.

The tests of the audit need a table at any stage without walking through every page; stories do that elsewhere.
Times as in story S2: signed on 13 January 2027 at 11:20, released from Monday 25 January, 09:00 (+07:00).
"""

from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from app.access.viewer import Viewer
from app.database import make_engine
from app.foundation.clock import from_text, to_text
from app.foundation.roles import Role
from app.people.tables import Person
from app.record import canonical
from app.record.facts import agreements, dialogues, parties, sessions, sittings, understanding
from app.recordkeeping.node import found_node
from app.recordkeeping.reading import last_line
from app.recordkeeping.recording import OpenRecord, recording
from tests.audit.promised import promised, sheet
from tests.audit.readied import DUAL_ROLE, NO_TIES, agreed_rules, talks
from tests.audit.sat import sat

SLOT = from_text("2027-01-25T02:00:00Z")
BEFORE = SLOT - timedelta(seconds=1)
OPENED = from_text("2026-12-28T02:00:00Z")
SIGNED = from_text("2027-01-13T04:20:00Z")

DIALOGUE, AGREEMENT, MEETING = "case1", "agreement1", "session1"
SIDES = {"north": ("sopheap", "malis"), "south": ("dara", "kunthea")}
ROW = {
    "who": "north",
    "what": "gives the field back",
    "where": "Veal",
    "amount": 0,
    "currency": "",
    "when": "2027-06-30",
    "proof": "both look",
    "late": "they meet again",
}
DECIDERS = {person: side for side, people in SIDES.items() for person in people}
STAFF = {
    "dalin": Role.FACILITATOR,
    "chair": Role.CHAIR,
    "witness": Role.WITNESS,
    "vanny": Role.MONITOR,
    "sreymom": Role.SAFEGUARD_OFFICER,
}


def viewer(person: str) -> Viewer:
    """A person of the case with their seat."""
    if person in DECIDERS:
        return Viewer(person, frozenset({Role.DELEGATE}), DECIDERS[person])
    return Viewer(person, frozenset({STAFF[person]}))


def at(text: str) -> datetime:
    """An instant in Phnom Penh: `2027-01-12 09:00`."""
    return datetime.fromisoformat(f"{text.replace(' ', 'T')}:00+07:00")


class Table:
    """The case in one database. Each method tells one more part of it."""

    def __init__(self, url: str, text: str = "") -> None:
        """Stand over a database; `text` is the digest of its text where the case was told before."""
        self.url, self.text = url, text
        self.engine: Engine = make_engine(url)

    def found(self) -> None:
        """Found the rehearsal and its people."""
        with Session(self.engine) as db:
            found_node(db, "audit")
            for position, person in enumerate([*STAFF, *DECIDERS]):
                row = {"khmer": f"ខ្មែរ {person}", "latin": person.title(), "sex": "f"}
                db.add(Person(id=person, staff=person == "dalin", position=position, **row))
            db.commit()

    def write(self, person: str, moment: datetime, *facts: object, **more: str) -> OpenRecord:
        """Append facts in one change, as this person."""
        with Session(self.engine) as db, recording(db, DIALOGUE, by=viewer(person), at=moment) as record:
            for fact in facts:
                record.append(fact, **more)  # type: ignore[arg-type]
        return record

    def newest(self) -> int:
        """The number of the newest entry."""
        with Session(self.engine) as db:
            last = last_line(db, DIALOGUE)
        return last[0] if last else -1

    def keep(self, person: str, moment: datetime, body: dict[str, object], make: object) -> str:
        """Append one fact that names a file by its digest."""
        with Session(self.engine) as db, recording(db, DIALOGUE, by=viewer(person), at=moment) as record:
            digest = record.keep_body(body)
            record.append(make(digest))  # type: ignore[operator]
        return digest

    def prepare(self, invited: str = "2027-01-04 09:00") -> None:
        """From the opening to the agenda in everybody's hands."""
        matter = {"khmer": "ដី", "latin": "Land", "summary_khmer": "ក", "summary_latin": "a"}
        opened = ("case", "land", "Mondulkiri", "trial")
        self.keep("dalin", OPENED, {**matter, "position": 0}, lambda d: dialogues.DialogueOpened(*opened, d))
        for person in (*STAFF, *DECIDERS):
            name = {"khmer": f"ខ្មែរ {person}", "latin": person.title(), "sex": "f"}
            self.write("dalin", OPENED, parties.PersonIntroduced(person), name=canonical.write(name))
        for side in SIDES:
            called = canonical.write({"khmer": f"ខ្មែរ {side}", "latin": side.title()})
            self.write("dalin", OPENED, parties.SideNamed(side, "family"), name=called)
        for person, role in STAFF.items():
            self.write("dalin", OPENED, parties.RoleGiven(person, role.value, ""))
        for person, side in DECIDERS.items():
            listed = parties.DeciderListed(side, person, "holder", "yes")
            self.write("dalin", OPENED, parties.RoleGiven(person, "delegate", side), listed)
        self.write("dalin", OPENED, *(parties.DecidersClosed(side, 2) for side in SIDES))
        numbers = (7, 1, 1, 7, 4, "08:00", "17:00", "MON 09:00", (), ("accept", "refuse", "change", "longer"))
        frozen = dialogues.ThresholdsFrozen("S", "trial", *numbers, 3, 3)
        self.write("dalin", OPENED, dialogues.TrackProposed("S"), frozen)
        for person, side in DECIDERS.items():
            self.write(person, OPENED, parties.TakingPartAgreed(side))
        for person in STAFF:
            self.write(person, OPENED, NO_TIES)
        self.write("dalin", OPENED, DUAL_ROLE)
        self.write("witness", OPENED, *agreed_rules(SIDES))
        self.write("sreymom", OPENED, *talks("screening", DECIDERS))
        said: dict[str, object] = {
            "khmer": "អ្វីៗនៅដដែល",
            "english": "Things stay as they are.",
            "stays_open": [],
        }
        stated = self.keep("dalin", OPENED, said, lambda d: agreements.IfNoStated(d, ()))
        for person, side in (("sopheap", "north"), ("dara", "south"), ("chair", "")):
            self.write(person, OPENED, agreements.IfNoSigned(stated, side))
        starts, ends = at("2027-01-13 09:30"), at("2027-01-13 12:00")
        planned = sessions.SessionPlanned(MEETING, 1, to_text(starts), to_text(ends), "hall")
        self.write("dalin", OPENED, planned)
        everyone = tuple(DECIDERS)
        letter = sessions.InvitationDelivered(MEETING, everyone, 4, "by_hand", "staff", read_aloud=True)
        self.write("dalin", at(invited), letter)
        items = [
            {
                "id": "i1",
                "khmer": "ចុះ",
                "latin": "Sign",
                "side": "",
                "purpose": "sign",
                "lead": "",
                "minutes": 60,
            }
        ]
        moment = at("2027-01-12 08:50")
        agenda = self.keep(
            "dalin", moment, {"items": items}, lambda d: sessions.AgendaVersioned(MEETING, 1, d)
        )
        self.write("dalin", moment, sessions.AgendaDelivered(MEETING, agenda, everyone, 4, "by_hand"))
        self.keep("dalin", moment, {"options": []}, lambda d: sheet("baseline", d))

    def fix(self) -> None:
        """The text, and everybody's own copy."""
        clause = {"km": "ពួកគេយល់ព្រម", "en": "They agreed voluntarily."}
        body = {
            "clauses": [clause],
            "languages": ["km", "en"],
            "offer": "offer3",
            "rows": [ROW],
            "title_km": "អត្ថបទ",
            "title_en": "The text",
        }
        moment = at("2027-01-12 09:00")
        offered: dict[str, object] = {"rows": [ROW]}
        self.keep("sopheap", moment, offered, lambda d: agreements.OfferTabled("offer3", 3, "north", d, ""))
        make = lambda d: agreements.TextFixed(AGREEMENT, d, ("km", "en"), "offer3", "")  # noqa: E731
        self.text = self.keep("dalin", moment, body, make)
        handed = agreements.TextHandedOver(AGREEMENT, self.text, tuple(DECIDERS), 4, "km")
        self.write("witness", moment, handed)
        self.write("dalin", moment, *promised(AGREEMENT, self.text, list(SIDES), list(DECIDERS)))
        self.write("dalin", moment, understanding.TextScanned(AGREEMENT, self.text, ("gives_up_claim",)))

    def sign(self, *, without: str = "") -> None:
        """The signing session, from its opening to its close."""
        self.write("chair", at("2027-01-13 09:30"), sessions.SessionOpened(MEETING))
        self._read_aloud()
        signers = tuple(person for person in DECIDERS if person != without)
        for person in DECIDERS:
            if person != without:
                self.write(person, SIGNED, understanding.ReleaseMarked(AGREEMENT, self.text))
                signed = agreements.SignatureGiven(AGREEMENT, self.text, MEETING, "km")
                self.write(person, SIGNED, signed)
                attested = agreements.SignatureAttested(AGREEMENT, self.text, MEETING, person)
                room = understanding.SigningRoomNoted(AGREEMENT, self.text, person, 2, 2, 1, True, "paper")
                self.write("witness", SIGNED, attested, room)
        self.write("witness", SIGNED, understanding.CopyTaken(AGREEMENT, self.text, signers, len(signers)))
        closed = at("2027-01-13 12:00")
        self.write("chair", closed, sessions.SessionClosed(MEETING))
        record = self.write("witness", closed, *sat(MEETING, list(SIDES), list(DECIDERS)))
        self.write("witness", closed, sittings.HeadHandedOut(MEETING, record.size, tuple(SIDES)))
        self.keep("dalin", closed, {"options": []}, lambda d: sheet("session", d, MEETING))
        written: dict[str, object] = {"paragraphs": ["Everybody signed."]}
        minutes = self.keep("witness", closed, written, lambda d: sittings.MinutesWritten(MEETING, d))
        for person, side in (("sopheap", "north"), ("dara", "south")):
            self.write(person, closed, sittings.MinutesAnswered(MEETING, minutes, side, "confirmed", ""))
        self.write("vanny", closed, *talks("confirmation", DECIDERS))

    def _read_aloud(self) -> None:
        """The text is read and told back before anybody signs."""
        moment, everyone = at("2027-01-13 09:50"), tuple(DECIDERS)
        starts, ends = to_text(at("2027-01-13 09:35")), to_text(moment)
        read = understanding.ReadingHeld(AGREEMENT, self.text, everyone, 4, "reader", "", "km", starts, ends)
        shown = [understanding.UnderstandingShown(AGREEMENT, self.text, one, 5, True) for one in everyone]
        self.write("witness", moment, read, *shown)

    def tell(self, *, invited: str = "2027-01-04 09:00", without: str = "") -> "Table":
        """All of it, up to the time in which everybody may withdraw."""
        self.found()
        self.prepare(invited)
        self.fix()
        self.sign(without=without)
        return self
