"""A small office for tests: a real migrated database, the application over it, a clock one sets, people's browsers."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx2
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlmodel import Session

from app.database import make_engine
from app.foundation.clock import PHNOM_PENH
from app.main import create_app
from app.people.tables import Person
from app.recordkeeping.node import found_node
from app.web.afterwards import COOKIE

PEOPLE = {
    "dalin": ("សុខ ដាលីន", "Sok Dalin", "f", True),
    "sopheap": ("ចាម សុភាព", "Cham Sopheap", "f", False),
    "ravy": ("ង៉ែម រ៉ាវី", "Ngem Ravy", "m", False),
    "malis": ("តេត ម៉ាលីស", "Teth Malis", "f", False),
    "rattana": ("កែវ រតនា", "Keo Rattana", "m", False),
    "vanny": ("ជា វណ្ណី", "Chea Vanny", "f", False),
    "sina": ("ព្រំ ស៊ីណា", "Prum Sina", "f", False),
}
HERE = "http://127.0.0.1:8000"


def hour(text: str) -> datetime:
    """An instant from the time people in Phnom Penh write: `2027-01-05T09:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=PHNOM_PENH)


@dataclass
class Office:
    """The application over one database, at a time one sets."""

    engine: Engine
    now: datetime = field(default_factory=lambda: hour("2027-01-02T08:00"))
    sent: int = 0

    def __post_init__(self) -> None:
        with Session(self.engine) as db:
            found_node(db, "test")
            for position, (key, (khmer, latin, sex, staff)) in enumerate(PEOPLE.items()):
                db.add(Person(id=key, khmer=khmer, latin=latin, sex=sex, staff=staff, position=position))
            db.commit()
        self.app = create_app(self.engine, now=lambda _: self.now)
        self.browsers: dict[str, TestClient] = {}

    def browser(self, person: str) -> TestClient:
        """The browser of one person, signed in, in English."""
        if person not in self.browsers:
            client = TestClient(self.app, base_url=HERE, headers={"origin": HERE}, follow_redirects=False)
            client.cookies.set("language", "en")
            client.post(f"/rehearsal/people/{person}/sign-ins")
            self.browsers[person] = client
        return self.browsers[person]

    def open(self, person: str, path: str, /) -> httpx2.Response:
        """A page as one person sees it."""
        return self.browser(person).get(path)

    def send(self, person: str, path: str, /, *, once: str = "", **fields: Any) -> httpx2.Response:
        """A form one person sends, with a key of its own unless one is given."""
        self.sent += 1
        answer = self.browser(person).post(path, data={"once": once or f"form-{self.sent:08d}", **fields})
        self.browser(person).cookies.pop(COOKIE, None)  # the page that follows is nobody's concern here
        return answer

    def table(self) -> str:
        """A peace table with two sides (Sopheap; Ravy and Malis), chair, monitor, witness. Returns its address."""
        about = {"khmer": "ដី", "latin": "Farmland", "summary_khmer": "ដី", "summary_latin": "A field."}
        answer = self.send("dalin", "/dialogues", **about, resource="land", province="Mondulkiri")
        home = answer.headers["location"].removesuffix("/people")
        self.sides = []
        for name in ("Family A", "Family B"):
            answer = self.send("dalin", f"{home}/sides", khmer=name, latin=name, kind="family")
            self.sides.append(answer.headers["location"].partition("#side-")[2])
        first, second = self.sides
        for person, side, because in (
            ("sopheap", first, "holder"),
            ("ravy", second, "holder"),
            ("malis", second, "spouse"),
        ):
            self.seat(home, person, "delegate", side=side, because=because, adult="yes")
        for person, role in (("rattana", "chair"), ("vanny", "monitor"), ("sina", "witness")):
            self.seat(home, person, role)
        return home

    def seat(
        self, home: str, person: str, role: str, *, side: str = "", because: str = "", adult: str = ""
    ) -> httpx2.Response:
        """Give one person a seat."""
        fields = {"person": person, "role": role, "side": side, "because": because, "adult": adult}
        return self.send("dalin", f"{home}/seats", **fields)


def sentences(answer: httpx2.Response) -> str:
    """The words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def office_at(url: str) -> Office:
    """An office over the migrated database at this address."""
    return Office(make_engine(url))
