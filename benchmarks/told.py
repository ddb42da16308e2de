"""S2 told into a database, served by one worker: cost of a page, bytes of a next page, memory (targets 2, 15, 16)."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from app.agreements.tables import Agreement, Offer
from app.database import make_engine
from app.dialogues.tables import Dialogue
from app.main import create_app
from app.rehearsal.telling import tell_into
from app.sessions.tables import Meeting
from benchmarks.bare import bare_app
from benchmarks.figures import Figure
from benchmarks.ours import our_app
from benchmarks.worker import Worker, working

HERE = "http://127.0.0.1:8000"
REQUESTS, FIRST = 10_000, 1_000
ROUNDS, REPEATS = 3, 60


@dataclass(frozen=True)
class ToldOffice:
    """S2's database, its addresses, and a sign-in of each who is asked for."""

    url: str
    home: str
    offer: str
    session: str
    review: str
    cookies: dict[str, str]


def told_office(folder: Path) -> ToldOffice:
    """Tell S2 to its end. Takes some seconds."""
    url = f"sqlite:///{folder / 's2.sqlite'}"
    tell_into("S2", create_app, database=url, say=lambda _: None)
    engine = make_engine(url)
    with Session(engine) as db:
        home = f"/dialogues/{db.exec(select(Dialogue.dialogue)).one()}"
        offer = db.exec(select(Offer.offer).order_by(col(Offer.number).desc())).first()
        session = db.exec(select(Meeting.session)).first()
        agreement = db.exec(select(Agreement.agreement)).one()
    cookies = {}
    for person in ("sopheap", "dalin", "theary"):
        client = TestClient(
            create_app(engine), base_url=HERE, headers={"origin": HERE}, follow_redirects=False
        )
        client.post(f"/rehearsal/people/{person}/sign-ins")
        cookies[person] = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    engine.dispose()
    return ToldOffice(
        url,
        home,
        f"{home}/offers/{offer}",
        f"{home}/sessions/{session}",
        f"{home}/reviews/{agreement}",
        cookies,
    )


def page_cost(office: ToldOffice) -> list[Figure]:
    """Target 2: the offer page, signed in, against a page of the bare stack; both workers asked in turns."""
    with working(partial(our_app, office.url)) as ours, working(bare_app) as bare:
        costs: list[tuple[float, float]] = []
        for worker, path in ((ours, office.offer), (bare, "/")):
            worker.cost(path, office.cookies["sopheap"], 20)
        for _ in range(ROUNDS):
            one = ours.cost(office.offer, office.cookies["sopheap"], REPEATS)
            costs.append((one, bare.cost("/", "", REPEATS * 5)))
    cost, floor = (median(pair[place] for pair in costs) for place in (0, 1))
    figure = f"{cost / floor:.1f} times ({cost:.2f} and {floor:.2f} CPU ms)"
    return [Figure("2 offer page against FastAPI and Jinja alone", figure, "6 times", cost <= 6 * floor)]


def next_page(office: ToldOffice) -> list[Figure]:
    """Target 15: what a second page weighs. Pages go out uncompressed (they mix secrets with what was typed),
    so both weights are told; the target is compared with the compressed one, as it was set."""
    figures = []
    with working(partial(our_app, office.url)) as worker:
        for name, path, person in (
            ("offer", office.offer, "sopheap"),
            ("own page", office.home, "sopheap"),
            ("review", office.review, "theary"),
        ):
            raw = worker.get(path, office.cookies[person])
            figures.append(_weight(f"15 next page: {name}", raw, 6.0))
        rule = f"{office.review}/rules/CAP-1"
        part = worker.get(rule, office.cookies["theary"], **{"hx-request": "true"})
        figures.append(_weight("15 part of a page: evidence of a rule", part, 2.0))
    return figures


def _weight(name: str, raw: bytes, target: float) -> Figure:
    packed = len(gzip.compress(raw)) / 1000
    figure = f"{packed:.1f} kB compressed, {len(raw) / 1000:.1f} kB as sent"
    return Figure(name, figure, f"{target:.0f} kB compressed", packed <= target)


def memory(office: ToldOffice, requests: int = REQUESTS) -> list[Figure]:
    """Target 16: resident memory of one worker after many mixed requests, and its growth after the first."""
    with working(partial(our_app, office.url)) as worker:
        asks = _mixed(office, worker)
        for number in range(min(FIRST, requests)):
            asks[number % len(asks)]()
        first = worker.use()["bytes"]
        for number in range(FIRST, requests):
            asks[number % len(asks)]()
        last = worker.use()["bytes"]
    growth = last / first - 1 if first else 0.0
    size = f"{last / 1e6:.0f} MB after {requests} requests"
    return [
        Figure("16 memory of one worker", size, "110 MB", 0 < last <= 110e6),
        Figure(f"16 growth after the first {FIRST}", f"{growth:.1%}", "2 %", growth <= 0.02),
    ]


def _mixed(office: ToldOffice, worker: Worker) -> list[Callable[[], object]]:
    """A phone's pages, staff's pages, the monitor's, in both languages."""
    paths = [
        ("sopheap", "/"), ("sopheap", office.offer), ("sopheap", office.home), ("dalin", "/dialogues"),
        ("sopheap", f"{office.home}/entries"), ("dalin", office.session), ("sopheap", "/help"),
        ("theary", "/reviews"),
    ]  # fmt: skip
    return [
        partial(worker.get, path, f"{office.cookies[person]}; language={language}")
        for language in ("km", "en")
        for person, path in paths
    ]
