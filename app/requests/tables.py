"""Requests as the office keeps them. No record guards them: a record begins with its peace table."""

from sqlmodel import Field, SQLModel


class TableRequest(SQLModel, table=True):
    """Somebody asked for a peace table. `request` is the code by which they read the answer; `asker` as in the fact
    TableRequested; `name`, `reach` and `place` may be ''. `status`: waiting, declined, or accepted with the
    `dialogue` that was opened from it. `answer` holds reason and next step; instants are text as in the record."""

    __tablename__ = "table_requests"

    request: str = Field(primary_key=True)
    asker: str
    name: str
    reach: str
    place: str
    words: str
    asked_at: str
    status: str
    answer: str
    answered_at: str
    answered_by: str
    dialogue: str
    position: int
