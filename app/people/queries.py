"""Finding persons and sign-ins."""

from hashlib import sha256

from sqlmodel import Session, col, select

from app.people.tables import Person, SignIn
from app.web.frame import SignedIn


def signed_in(db: Session, token: str) -> SignedIn | None:
    """The person whose browser holds this token, or None."""
    digest = sha256(token.encode()).hexdigest()
    query = select(Person).join(SignIn, col(SignIn.person) == Person.id).where(SignIn.token == digest)
    person = db.exec(query).first()
    return None if person is None else SignedIn(person.id, person.khmer, person.latin)


def persons(db: Session) -> list[Person]:
    """All persons of the office, in the order they were entered."""
    return list(db.exec(select(Person).order_by(col(Person.position))))


def person_of(db: Session, person: str) -> Person | None:
    """One person by id."""
    return db.get(Person, person)
