"""The rehearsal's clock. Not guarded by the record."""

from sqlmodel import Field, SQLModel


class RehearsalClock(SQLModel, table=True):
    """How many seconds this rehearsal's time is ahead of the machine's. One row."""

    __tablename__ = "rehearsal_clock"

    id: int = Field(primary_key=True, default=1)
    ahead: int
