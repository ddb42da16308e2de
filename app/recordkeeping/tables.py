"""Where the record is kept. Rows of the record are inserted and never touched again (triggers see to it)."""

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel


class Recorded(SQLModel):
    """Base of every guarded table: its rows change only by the projection of an entry."""


class Node(SQLModel, table=True):
    """This installation: its name, and the seed of everything drawn by lot in a rehearsal. One row."""

    __tablename__ = "nodes"

    origin: str = Field(primary_key=True)
    seed: str


class RecordLine(SQLModel, table=True):
    """One entry as it is hashed, with the peaks of the tree up to it."""

    __tablename__ = "record_lines"
    __table_args__ = (Index("ix_record_lines_about", "dialogue", "about", "number"),)

    dialogue: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    about: str
    audience: str
    line: str
    peaks: bytes = Field(sa_type=LargeBinary)


class Disclosure(SQLModel, table=True):
    """What opens one sealed place of one entry: salt, name of the place, and value."""

    __tablename__ = "disclosures"

    dialogue: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    place: str = Field(primary_key=True)
    disclosure: str


class Body(SQLModel, table=True):
    """A canonical file that entries name by its digest: an agenda, terms, a text, a position, a statement."""

    __tablename__ = "bodies"

    dialogue: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    body: bytes = Field(sa_type=LargeBinary)


class FormKey(SQLModel, table=True):
    """A form that was sent: the same form again finds what came of it instead of doing it twice."""

    __tablename__ = "form_keys"

    once: str = Field(primary_key=True)
    result: str


class ForgottenLog(SQLModel, table=True):
    """A log of this rehearsal that *Begin again* forgot while others stayed (docs/decisions/0012). Real offices
    have none: nothing is ever forgotten there. `position` keeps its name from being given to another log."""

    __tablename__ = "forgotten_logs"

    dialogue: str = Field(primary_key=True)
    position: int
