"""A table on its way to a signature: an accepted offer, a fixed text, copies, a session that is open."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import connect
from typing import Any

import httpx2
from sqlmodel import Session

from app.database import make_engine
from app.main import create_app
from app.sessions.tables import Room
from tests.office import Office, hour, office_at, sentences

NUMBERS = {
    "track": "S",
    "reason": "Two neighbours.",
    "invite_min_days": "7",
    "agenda_min_days": "1",
    "reflection_min_days": "1",
    "cooling_off_days": "7",
    "session_max_hours": "4",
    "closures": "",
}
CLAUSES = {
    "title_km": "ការព្រមព្រៀង",
    "title_en": "Agreement",
    "km": ["គ្រួសារ ខ ប្រគល់ដីវិញ។", "គ្រួសារ ក បង់ ៤ ០០០ ០០០ រៀល។"],
    "en": ["Family B gives the land back.", "Family A pays 4,000,000 riel."],
}
DECIDERS = ("sopheap", "ravy", "malis")
MISSING = "0" * 64


class Signing:
    """One peace table in one office, brought step by step through its pages."""

    def __init__(self, office: Office, kept: "Kept | None" = None) -> None:
        """A table with closed lists and fixed numbers, on 2 January 2027; or one that another test has kept."""
        self.office = office
        if kept is not None:
            self.home, self.offer, self.agreement = kept.home, kept.offer, kept.agreement
            self.session = kept.session
            return
        with Session(office.engine) as db:
            db.add(Room(id="hall", khmer="សាលា", latin="Hall", position=0))
            db.commit()
        self.home = office.table()
        self.did("dalin", "thresholds", **NUMBERS)
        for side, count in zip(office.sides, (1, 2), strict=True):
            alone = ["sopheap"] if count == 1 else []
            self.did("dalin", f"sides/{side}/closings", count=count, alone=alone)
        self.offer = self.agreement = self.session = ""

    def at(self, text: str) -> None:
        """Set the clock, in Phnom Penh."""
        self.office.now = hour(text)

    def send(self, person: str, place: str, /, **fields: Any) -> httpx2.Response:
        """A form at an address below the table's."""
        return self.office.send(person, f"{self.home}/{place}", **fields)

    def did(self, person: str, place: str, /, **fields: Any) -> str:
        """A form that must go through; returns where it leads."""
        answer = self.send(person, place, **fields)
        assert answer.status_code == 303, sentences(answer)
        return str(answer.headers["location"])

    def page(self, person: str, place: str = "") -> str:
        """The words of a page below the text's address."""
        answer = self.office.open(person, f"{self.text}{place}")
        assert answer.status_code == 200, sentences(answer)
        return sentences(answer)

    def page_of(self, person: str, place: str = "") -> str:
        """The words of a page below the table's address."""
        return sentences(self.office.open(person, f"{self.home}{place}"))

    @property
    def text(self) -> str:
        """The address of the text."""
        return f"{self.home}/texts/{self.agreement}"

    @property
    def below(self) -> str:
        """The same, below the table's address."""
        return f"texts/{self.agreement}"

    def version(self, person: str = "sopheap") -> str:
        """The digest on the page from which this person answers."""
        page = self.office.open(person, f"{self.text}/signatures/new").text
        return page.partition('name="version" value="')[2][:64]

    def accept(self, *, all_of_them: bool = True) -> None:
        """Family A's offer, accepted in principle by everybody who decides (or by all but one)."""
        rows = {"who_1": "Family A", "what_1": "pays", "amount_1": "4000000", "currency_1": "KHR"}
        draft = self.did("sopheap", "offers/drafts", **rows).rpartition("/")[2]
        self.offer = self.did("sopheap", f"offers/drafts/{draft}/tablings").partition("/offers/")[2][:12]
        terms = self.office.open("ravy", f"{self.home}/offers/{self.offer}")
        checked = self.send("ravy", f"offers/{self.offer}/answer-checks", answer="accept")
        version = (checked.text or terms.text).partition('name="version" value="')[2][:64]
        for person in DECIDERS if all_of_them else DECIDERS[:-1]:
            self.did(person, f"offers/{self.offer}/answers", choice="accept", version=version)

    def fix(self, **other: Any) -> None:
        """Fix the text at 09:00 on 12 January."""
        if not self.offer:
            self.accept()
        self.at("2027-01-12T09:00")
        place = self.did("dalin", "texts", offer=self.offer, **{**CLAUSES, **other})
        self.agreement = place.rpartition("/")[2]

    def hand_over(self, hour_of_day: str = "11:00", persons: tuple[str, ...] = DECIDERS) -> None:
        """Copies in the hands of these people on 12 January."""
        self.at("2027-01-12T11:20")
        fields = {"persons": list(persons), "language": "km", "hour": hour_of_day}
        day = {"on_day": "12", "on_month": "1", "on_year": "2027"}
        self.did("sina", f"{self.below}/hand-overs", **fields, **day)

    def sit_down(self) -> None:
        """Open a session at 09:30 on 13 January."""
        day = {"on_day": "13", "on_month": "1", "on_year": "2027"}
        self.session = self.did(
            "dalin", "sessions", starts="09:30", ends="12:00", room="hall", all_the_same="yes", **day
        ).rpartition("/")[2]
        self.at("2027-01-13T09:30")
        self.did("dalin", f"sessions/{self.session}/openings")

    def answer(self, person: str, answer: str = "sign", **other: Any) -> httpx2.Response:
        """Confirm one of the three, as the check page sends it."""
        fields = {"answer": answer, "version": self.version(person), "language": "km", **other}
        return self.send(person, f"{self.below}/signatures", **fields)

    def seat_all(self) -> None:
        """Copies at 11:00, a session open since 09:30 the next day, and the time is 11:20."""
        self.fix()
        self.hand_over("11:00")
        self.sit_down()
        self.at("2027-01-13T11:20")

    def sign_all(self) -> None:
        """Everybody signs at 11:20."""
        self.seat_all()
        for person in DECIDERS:
            assert self.answer(person).status_code == 303


@dataclass(frozen=True)
class Kept:
    """A database at one step, with what a test must know to go on from it."""

    database: bytes
    now: datetime
    sent: int
    home: str
    offer: str
    agreement: str
    session: str


class Again(Office):
    """An office over a database that has its people already."""

    def __post_init__(self) -> None:
        """Put the application over it."""
        self.app = create_app(self.engine, now=lambda _: self.now)
        self.browsers = {}


STEPS: dict[str, Callable[[Signing], None]] = {
    "open": lambda table: None,
    "accepted": Signing.accept,
    "fixed": Signing.fix,
    "seated": Signing.seat_all,
    "signed": Signing.sign_all,
}
_KEPT: dict[str, Kept] = {}
"""Each step is told once in a test process through its pages; later tests begin with a copy of its database."""


def brought_to(step: str, url: str) -> Signing:
    """A table at one step, in the SQLite database at this address."""
    file = Path(url.partition("///")[2])
    if step not in _KEPT:
        office = office_at(url)
        table = Signing(office)
        STEPS[step](table)
        office.engine.dispose()
        copy = file.with_suffix(".kept")
        with closing(connect(file)) as written:
            written.execute("VACUUM INTO ?", (str(copy),))
        _KEPT[step] = Kept(
            copy.read_bytes(),
            office.now,
            office.sent,
            table.home,
            table.offer,
            table.agreement,
            table.session,
        )
    kept = _KEPT[step]
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    file.write_bytes(kept.database)
    return Signing(Again(make_engine(url), now=kept.now, sent=kept.sent), kept)
