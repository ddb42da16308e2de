"""Six walks of two minutes through a rehearsal: who to become, what to look at, what to try."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.agreements.tables import Agreement, Offer
from app.dialogues.tables import Dialogue
from app.foundation.errors import N_
from app.sessions.tables import Meeting

FIELD = "Two families' farmland"
WATER = "Water for two fields"
"""The titles of the peace tables that the walks lead to; stories/ tells them."""


@dataclass(frozen=True, slots=True)
class WalkStep:
    """One line of a walk. `place` is an address in the table, its holes filled by `marks_of`; '' for none.

    Without a person it leads to a page of the rehearsal itself.
    """

    says: str
    person: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk with the title of its table."""

    key: str
    title: str
    table: str
    steps: tuple[WalkStep, ...]


WALKS = (
    Walk(
        "prepare",
        N_("Prepare a session"),
        WATER,
        (
            WalkStep(
                N_("Become the facilitator and open the preparation of session 3."),
                "dalin",
                "sessions/{s3}/preparation",
            ),
            WalkStep(N_("Look at what is open: three lines at most, each with one way to mend it.")),
            WalkStep(
                N_("Deliver the invitations: one sheet for all who got it the same way."),
                "dalin",
                "sessions/{s3}/invitations",
            ),
            WalkStep(
                N_("Go back to the preparation: the line is ready."), "dalin", "sessions/{s3}/preparation"
            ),
        ),
    ),
    Walk(
        "review",
        N_("Review an agenda"),
        WATER,
        (
            WalkStep(N_("Become the chair. One agenda waits."), "sarin", ""),
            WalkStep(
                N_("Open it: what changed stands first, then the agenda, then five answers."),
                "sarin",
                "sessions/{s3}/agenda-reviews/new",
            ),
            WalkStep(
                N_("Choose one, write a suggestion if you like, send it. Silence would change nothing.")
            ),
            WalkStep(
                N_("Become the facilitator: the review stands on the preparation page."),
                "dalin",
                "sessions/{s3}/preparation",
            ),
        ),
    ),
    Walk(
        "answer",
        N_("Answer an offer"),
        WATER,
        (
            WalkStep(N_("Become Prak Sokun. An offer waits."), "sokun", ""),
            WalkStep(
                N_("Open the offer. The four answers are equal in size and place."), "sokun", "offers/{o2}"
            ),
            WalkStep(N_("Choose one, look at what follows, confirm. No reason is asked.")),
            WalkStep(N_("Become his wife: her page tells nothing of what he said."), "nary", "offers/{o2}"),
        ),
    ),
    Walk(
        "withdraw",
        N_("Refuse, and withdraw"),
        WATER,
        (
            WalkStep(N_("Become Prak Nary and refuse the offer."), "nary", "offers/{o2}"),
            WalkStep(
                N_("Become Kim Sothea. She said yes yesterday; take it back: two taps."),
                "sothea",
                "offers/{o2}/answers/mine",
            ),
            WalkStep(N_("Become the facilitator: who refused stands nowhere."), "dalin", "offers/{o2}"),
        ),
    ),
    Walk(
        "too-early",
        N_("Try to sign too early"),
        WATER,
        (
            WalkStep(
                N_("Become Prak Sokun. He got the text yesterday at three; the session is open now."),
                "sokun",
                "texts/{t1}",
            ),
            WalkStep(
                N_("Try to sign: the page says from which moment on it is possible."),
                "sokun",
                "texts/{t1}/signatures/new",
            ),
            WalkStep(N_("Choose “Refuse” or “Not now” instead: both work now, as always.")),
        ),
    ),
    Walk(
        "audit",
        N_("Audit"),
        FIELD,
        (
            WalkStep(
                N_("Become the monitor. A result waits for its release slot at nine."),
                "theary",
                "reviews/{t1}",
            ),
            WalkStep(N_("Look at each rule: its evidence, and what speaks against it.")),
            WalkStep(
                N_(
                    "Tick that you examined every report, and release it: it is refused, the slot has not come."
                )
            ),
            WalkStep(N_("Move the clock an hour on, and come back to this list."), "", "/rehearsal#clock"),
            WalkStep(N_("Tick it again and release: now it is possible."), "theary", "reviews/{t1}"),
            WalkStep(N_("Open the certificate with its limits."), "theary", "certificates/{t1}"),
            WalkStep(
                N_("Change one byte of the bundle, and verify."), "theary", "/rehearsal/verifications/new"
            ),
        ),
    ),
)


def marks_of(db: Session, table: str) -> dict[str, str]:
    """Where the walks lead in one table: s1, s2 … sessions, o1 … offers, t1 … texts, and `table` itself."""
    dialogue = db.exec(select(Dialogue.dialogue).where(Dialogue.latin == table)).first()
    if dialogue is None:
        return {}
    meetings = select(Meeting.session, Meeting.number).where(Meeting.dialogue == dialogue)
    offers = select(Offer.offer, Offer.number).where(Offer.dialogue == dialogue)
    texts = (
        select(Agreement.agreement).where(Agreement.dialogue == dialogue).order_by(col(Agreement.fixed_at))
    )
    return {
        "table": dialogue,
        **{f"s{number}": session for session, number in db.exec(meetings)},
        **{f"o{number}": offer for offer, number in db.exec(offers)},
        **{f"t{number}": text for number, text in enumerate(db.exec(texts), start=1)},
    }


def address_of(step: WalkStep, marks: dict[str, str]) -> str | None:
    """The page a step leads to; None where what it speaks of is not (or no longer) there."""
    if not step.person:
        return step.place or None
    if not step.place or step.place.startswith("/"):
        return step.place or "/"
    try:
        return f"/dialogues/{marks['table']}/{step.place.format_map(marks)}"
    except KeyError:
        return None


def walk_called(key: str) -> Walk | None:
    """One walk by its key."""
    return next((walk for walk in WALKS if walk.key == key), None)
