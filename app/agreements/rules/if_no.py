"""What must be true before "If you say no" is written or signed. Pure."""

from app.foundation.errors import N_, NotAllowed, NotPossibleNow

STAYS_OPEN = ("court", "cadastral", "nadr", "complaint")
"""Remedies that stay open after a no: court, cadastral commission, National Authority for Land Dispute
Resolution, a complaint to any other body."""
MUST_NOT_FOLLOW = ("eviction", "aid_lost", "prosecution", "nothing_later")
"""Consequences a statement may not threaten (domain.md, FREE-REFUSE-1). Where one is ticked, the statement
says so of itself, and no agreement can be shown to be free."""


class StatementChanged(NotPossibleNow):
    """Another statement stands there by now."""

    says = N_("A new statement was written after you opened this page. Read it again, then sign.")


class SignedBefore(NotPossibleNow):
    """This side, or the chair, has signed this statement."""

    says = N_("This statement is signed already for your seat. Nothing was changed now.")


class NotYoursToSign(NotAllowed):
    """Sides and the chair sign, nobody else."""

    says = N_("The sides and the chair sign this statement. Your seat only reads it.")


def ensure_may_sign(*, may: bool, same: bool, signed: bool) -> None:
    """A side's delegate or the chair signs the newest statement, once."""
    if not may:
        raise NotYoursToSign
    if not same:
        raise StatementChanged
    if signed:
        raise SignedBefore
