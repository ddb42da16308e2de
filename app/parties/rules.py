"""What must be true before the people of a table change. Pure: facts in, refusal or silence out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.foundation.errors import N_, NotPossibleNow, NotValid
from app.foundation.roles import Role, conflicting


class SeatsConflict(NotValid):
    """One person would hold two seats that must be apart (INV-6)."""

    says = N_(
        "%(name)s is %(held)s at this table already; the same person cannot also be %(wanted)s. Choose another person."
    )
    field = "role"


class AlreadySeated(NotValid):
    """The person holds this seat already."""

    says = N_("%(name)s holds this seat already.")
    field = "person"


class SideNeeded(NotValid):
    """A party or a paralegal belongs to a side."""

    says = N_("Choose the side to which this person belongs.")
    field = "side"


class OtherSide(NotValid):
    """One person belongs to one side."""

    says = N_("%(name)s sits on another side of this table. Nobody sits on two sides; choose another person.")
    field = "side"


class NoSideHere(NotValid):
    """The chair, the witness, the monitor and the office belong to no side."""

    says = N_("This seat belongs to no side. Leave the side open.")
    field = "side"


class OnlyPartiesDecide(NotValid):
    """Somebody who is not a party to the table was listed as a decider."""

    says = N_(
        "Only a party to the table decides. Leave “Decides because” open, or choose the seat of a party."
    )
    field = "because"


class AgeNeeded(NotValid):
    """A decider's age was left out."""

    says = N_("Say whether this person is 18 or older; “not known” is an answer.")
    field = "adult"


class WrongCount(NotValid):
    """The list is closed with another count than it has."""

    says = N_("You wrote %(typed)s, but %(listed)s stand on this list. Look at the list again.")
    field = "count"


class SpouseNotSaid(NotValid):
    """A holder has neither a listed spouse nor a word that there is none."""

    says = N_("%(name)s holds the land. List the spouse and other co-holders, or tick that there is none.")
    field = "alone"


class NoDeciders(NotPossibleNow):
    """A list without anybody cannot be closed."""

    says = N_("Nobody stands on this list yet. Add the people who decide for this side first.")


class NotADecider(NotPossibleNow):
    """Only those on the list of deciders agree to take part for themselves."""

    says = N_("Your name is not on the list of those who decide. Ask the facilitator.")


PARTY_SEATS = (Role.DELEGATE, Role.PARALEGAL)


def ensure_may_sit(
    *, name: str, held: frozenset[Role], wanted: Role, side: str, own_side: str, words: dict[Role, str]
) -> None:
    """The person may take this seat: no conflict, not twice, and a side where one is needed: their own."""
    if wanted in held:
        raise AlreadySeated(name=name)
    other = conflicting(held, wanted)
    if other is not None:
        raise SeatsConflict(name=name, held=words[other], wanted=words[wanted])
    if wanted in PARTY_SEATS and not side:
        raise SideNeeded
    if wanted in PARTY_SEATS and own_side not in ("", side):
        raise OtherSide(name=name)
    if wanted not in PARTY_SEATS and side:
        raise NoSideHere


def ensure_same_side(*, name: str, side: str, seated: str) -> None:
    """Somebody who sits already is listed as a decider of the side on which they sit."""
    if side != seated:
        raise AlreadySeated(name=name)


def ensure_may_decide(*, role: Role, adult: str) -> None:
    """A decider is a party to the table whose age has been asked."""
    if role is not Role.DELEGATE:
        raise OnlyPartiesDecide
    if not adult:
        raise AgeNeeded


def ensure_counted(*, count: int, listed: int) -> None:
    """Lists are closed by their count, so that a line that was left out is seen."""
    if count != listed:
        raise WrongCount(typed=count, listed=listed)


def ensure_may_close(*, count: int, deciders: Sequence[tuple[str, str, str]], alone: Sequence[str]) -> None:
    """The list of a side may be closed. `deciders`: (person, name, because); `alone`: holders without spouse.

    The spouse of marital land is listed by default (CAP-1, VGGT on gender equality).
    """
    if not deciders:
        raise NoDeciders
    if count != len(deciders):
        raise WrongCount(typed=count, listed=len(deciders))
    spouses = sum(because == "spouse" for _, _, because in deciders)
    holders = [(person, name) for person, name, because in deciders if because == "holder"]
    unsaid = [name for person, name in holders if person not in alone]
    if len(unsaid) > spouses:
        raise SpouseNotSaid(name=unsaid[-1])


class NoMandate(NotPossibleNow):
    """Whoever decides for others needs their written mandate (REP-MANDATE-1)."""

    says = N_(
        "You decide for others, and no mandate of theirs that a witness saw is here. Refusing and waiting are "
        "possible now."
    )


class MandateGone(NotPossibleNow):
    """The mandate ended, or its last day has gone by."""

    says = N_(
        "Your mandate ended. Ask those who gave it for a new one. Refusing and waiting are possible now."
    )


class MandateTooNarrow(NotPossibleNow):
    """The mandate does not reach this act."""

    says = N_(
        "Your mandate does not reach as far as this. Ask those who gave it. Refusing and waiting are possible now."
    )


@dataclass(frozen=True, slots=True)
class Held:
    """One mandate as a rule asks of it: its scope (talk, accept, sign), its last day, seen by a witness, ended."""

    scope: frozenset[str]
    until: date
    witnessed: bool
    ended: bool


def ensure_reaches(held: Sequence[Held], act: str, on: date) -> None:
    """One of these mandates reaches this act (accept, sign) on this day. A mandate to sign reaches accepting."""
    seen = [mandate for mandate in held if mandate.witnessed]
    if not seen:
        raise NoMandate
    valid = [mandate for mandate in seen if not mandate.ended and on <= mandate.until]
    if not valid:
        raise MandateGone
    if not any(act in mandate.scope or "sign" in mandate.scope for mandate in valid):
        raise MandateTooNarrow
