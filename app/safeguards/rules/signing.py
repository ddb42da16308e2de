"""What must be true before the sheet of a signing is saved. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.foundation.errors import N_, NotPossibleNow, NotValid
from app.web.words import latin_digits

MOST = 500
"""More people than that are in no room."""


class NobodyToNote(NotPossibleNow):
    """The sheet is about people who signed."""

    says = N_("Nobody has signed whose room is still to be noted.")


class HowMany(NotValid):
    """Every signature needs its three numbers."""

    says = N_("Write for each person how many were in the room, in whole numbers; 0 where there was nobody.")
    field = "own"


class SignerNotThere(NotValid):
    """The signer is one of the own side."""

    says = N_("Whoever signed was in the room too: there was at least one person of the own side.")
    field = "own"


class DidNotSignThis(NotValid):
    """A copy of what one signed is taken by whoever signed."""

    says = N_("One of these people has not signed this text. Open the page again.")
    field = "copies"


@dataclass(frozen=True, slots=True)
class RoomSeen:
    """Who was in the room when one person signed: the own side with the signer, other sides, officials."""

    person: str
    own: int
    other: int
    officials: int
    support: bool
    mark: str


def rooms_of(
    told: Sequence[str],
    numbers: tuple[Sequence[str], Sequence[str], Sequence[str]],
    support: Sequence[str],
    marks: Sequence[str],
) -> list[RoomSeen]:
    """The rows of the sheet, read. Raises HowMany, SignerNotThere."""
    rooms = []
    for place, person in enumerate(told):
        own, other, officials = (_count(column, place) for column in numbers)
        if own < 1:
            raise SignerNotThere
        mark = marks[place] if place < len(marks) else "screen"
        rooms.append(RoomSeen(person, own, other, officials, person in support, mark))
    return rooms


def _count(column: Sequence[str], place: int) -> int:
    written = latin_digits(column[place]).strip() if place < len(column) else ""
    if not (written.isascii() and written.isdigit()) or int(written) > MOST:
        raise HowMany
    return int(written)


def ensure_may_note(
    rooms: Sequence[RoomSeen], copies: Sequence[str], *, waiting: frozenset[str], signers: frozenset[str]
) -> None:
    """Rooms of signatures that wait for it, copies of those who signed; at least one of either."""
    if not rooms and not copies:
        raise NobodyToNote
    if not waiting.issuperset(room.person for room in rooms) or not signers.issuperset(copies):
        raise DidNotSignThis
