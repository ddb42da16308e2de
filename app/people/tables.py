"""Persons known to this office, and sign-ins of browsers."""

from sqlmodel import Field, SQLModel


class Person(SQLModel, table=True):
    """A person the office knows. `staff`: may open a peace table. `sex`: f or m, for counts only."""

    __tablename__ = "persons"

    id: str = Field(primary_key=True)
    khmer: str
    latin: str
    sex: str
    staff: bool
    position: int


class SignIn(SQLModel, table=True):
    """A browser's stay. Only the digest of its token is kept."""

    __tablename__ = "sign_ins"

    token: str = Field(primary_key=True)
    person: str = Field(index=True)
    started: str
