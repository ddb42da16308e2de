"""What only a rehearsal keeps: its clock, and which peace tables are somebody's own case. Not guarded by the record."""

from sqlmodel import Field, SQLModel


class RehearsalClock(SQLModel, table=True):
    """How many seconds this rehearsal's time is ahead of the machine's. One row."""

    __tablename__ = "rehearsal_clock"

    id: int = Field(primary_key=True, default=1)
    ahead: int


class OwnCase(SQLModel, table=True):
    """A peace table that somebody made from their own list of invented people; no story tells it."""

    __tablename__ = "own_cases"

    dialogue: str = Field(primary_key=True)
