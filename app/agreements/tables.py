"""Tables of offers, texts and signatures. Answers have no table: they live in the record alone."""

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from app.recordkeeping.tables import Recorded


class OfferDraft(SQLModel, table=True):
    """Rows a side is still writing; private to that side, not in the record. `rows` is JSON."""

    __tablename__ = "offer_drafts"

    dialogue: str = Field(primary_key=True)
    draft: str = Field(primary_key=True)
    side: str
    counters: str
    rows: str


class Offer(Recorded, table=True):
    """An offer on the table. `status`: open, accepted, not_accepted, countered, more_time, withdrawn."""

    __tablename__ = "offers"

    dialogue: str = Field(primary_key=True)
    offer: str = Field(primary_key=True)
    number: int
    side: str
    terms: str
    counters: str
    status: str
    tabled_at: str


class SideOutcome(Recorded, table=True):
    """What a side as a whole said to an offer."""

    __tablename__ = "side_outcomes"

    dialogue: str = Field(primary_key=True)
    offer: str = Field(primary_key=True)
    side: str = Field(primary_key=True)
    outcome: str


class IfNoStatement(Recorded, table=True):
    """The newest statement of what happens if somebody says no."""

    __tablename__ = "if_no_statements"

    dialogue: str = Field(primary_key=True)
    statement: str
    consequences: str


class Agreement(Recorded, table=True):
    """A text put to signature. `text` is the digest in force, `code` its short code; `status`: fixed, signed,
    released, returned."""

    __tablename__ = "agreements"

    dialogue: str = Field(primary_key=True)
    agreement: str = Field(primary_key=True)
    text: str
    code: str = Field(index=True)
    offer: str
    status: str
    fixed_at: str
    released_at: str


class Signature(Recorded, table=True):
    """A person's newest signature: which text (digest), in which session, when, and whether the witness attested.

    It says what was signed, never what was taken back: a withdrawal stands in a sealed place of the record and
    changes no row, so that nobody can read it from what a page shows (settled.md 3).
    """

    __tablename__ = "signatures"

    dialogue: str = Field(primary_key=True)
    agreement: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    text: str
    session: str
    signed_at: str
    attested: bool


class Recording(SQLModel, table=True):
    """A sound file by the digest of its bytes; an entry says whose it is. `kind` is its media type."""

    __tablename__ = "recordings"

    dialogue: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    kind: str
    sound: bytes = Field(sa_type=LargeBinary)
