"""What the statement "If you say no" does to its table. Who signed it is read from the record."""

from sqlmodel import Session

from app.agreements.tables import IfNoStatement
from app.record.facts import agreements
from app.recordkeeping.projections import Opened, projects


@projects(agreements.IfNoStated)
def _stated(db: Session, fact: agreements.IfNoStated, opened: Opened) -> None:
    row = db.get(IfNoStatement, opened.dialogue)
    if row is None:
        row = IfNoStatement(dialogue=opened.dialogue, statement="", consequences="")
    row.statement, row.consequences = fact.statement, " ".join(fact.consequences)
    db.add(row)
