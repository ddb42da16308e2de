"""What must be true before somebody signs, takes a yes back, or attests. Pure: entries in, refusal or silence out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.foundation.clock import earliest_after
from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid
from app.record.entry import Entry
from app.record.facts.agreements import AnswerGiven, SignatureGiven, TextHandedOver
from app.recordkeeping.reading import place_of
from app.voluntariness.heard import changes_of

SIGN, REFUSE, LONGER, REVOKE = "sign", "refuse", "longer", "revoke"


class TextChanged(NotPossibleNow):
    """The person had another text before them (REC-BIND-1)."""

    says = N_("The text was fixed anew while you read. Its code is now %(code)s. Read it, then answer.")


class NotYourSignature(NotAllowed):
    """Only those on a list of deciders sign."""

    says = N_("Only those who decide for a side sign this text. Your name is not on such a list.")


class SignedAlready(NotPossibleNow):
    """The yes stands."""

    says = N_("You have signed this text. You can take your yes back; you need not say anything else.")


class TextReturned(NotPossibleNow):
    """The monitor sent the text back."""

    says = N_(
        "The monitor sent this text back for a new reading. It is signed only after it was fixed again."
    )


class NoCopyYet(NotPossibleNow):
    """No receipt of this exact text (PRIOR-REFLECT-1)."""

    says = N_(
        "It is not noted that you hold your own copy of this text. Ask the witness for it, then read it in peace."
    )


class TooEarly(NotPossibleNow):
    """The time to think it over has not run (PRIOR-REFLECT-1); counted to the minute (settled.md 2)."""

    says = N_(
        "You hold your copy since %(received)s. Signing is possible for you from %(earliest)s. "
        "Refusing and waiting are possible now."
    )


class HeardTooLately(NotPossibleNow):
    """The time to think it over begins again when what is heard of a text was changed."""

    says = N_(
        "The recording of this text was changed on %(received)s. Signing is possible for you from %(earliest)s. "
        "Refusing and waiting are possible now."
    )


class NoSessionOpen(NotPossibleNow):
    """A text is signed only where witness and interpreter are (settled.md 1)."""

    says = N_("Texts are signed in a session only, where the witness is. No session is open now.")


class LanguageNeeded(NotValid):
    """A signature names the language in which the text was read."""

    says = N_("Choose the language in which you read the text, or in which it was read to you.")
    field = "language"


class ClaimsNotMarked(NotValid):
    """Giving up a claim is marked apart from the signature (INF-RELEASE-1)."""

    says = N_(
        "This text gives up a claim. Who signs it marks that apart. Without that mark you can wait, or refuse."
    )
    field = "gives_up"


class ResultReleased(NotPossibleNow):
    """Withdrawal works until the release (settled.md 2)."""

    says = N_(
        "The result was released on %(released)s. If your will is another, tell the monitor, a paralegal or anybody "
        "you trust: then it is looked at again, and nothing has to be done until then."
    )


class NothingToTakeBack(NotPossibleNow):
    """There is no signature of this person on the text in force."""

    says = N_("You have not signed this text. There is nothing to take back. That is not a yes.")


class NobodySigned(NotValid):
    """An attestation needs somebody who signed."""

    says = N_("Tick the people whom you saw signing.")
    field = "persons"


class DidNotSign(NotValid):
    """The witness ticked somebody whose signature is not there, or was attested before."""

    says = N_("One of these people has no signature that waits for you. Open the page again.")
    field = "persons"


@dataclass(frozen=True, slots=True)
class Told:
    """What the record says about one person and one exact text: when they received it, when its recording was
    changed last, whether they signed it since, when, and what they said last (sign, refuse, longer, revoke or '')."""

    received: datetime | None = None
    heard: datetime | None = None
    signed: datetime | None = None
    newest: str = ""

    @property
    def stands(self) -> bool:
        """Is there a signature that was not taken back?"""
        return self.signed is not None


def told_of(
    entries: Iterable[Entry], places: Mapping[str, tuple[str, str]], *, person: str, text: str
) -> Told:
    """Read one person's way with one text out of the entries about its agreement, in order.

    Only what names the identical digest counts: a changed text begins with nothing (REC-BIND-1). So does a changed
    recording, but for the copy on paper.
    """
    entries = list(entries)
    changes = {entry.number: entry.at for entry in changes_of(entries, text)}
    received: datetime | None = None
    signed: datetime | None = None
    newest = ""
    for entry in entries:
        fact = entry.fact
        if entry.number in changes:
            signed, newest = None, ""
        elif isinstance(fact, TextHandedOver) and fact.text == text and person in fact.persons:
            received = min(received or entry.when, entry.when)
        elif entry.by == person and isinstance(fact, SignatureGiven) and fact.text == text:
            signed, newest = entry.when, SIGN
        elif entry.by == person and isinstance(fact, AnswerGiven) and fact.version == text:
            newest = place_of(dict(places), entry, "words")
            signed = signed if newest == LONGER else None
    return Told(received, max(changes.values(), default=None), signed, newest)


def earliest_signature(told: Told, days: int, closures: frozenset[date]) -> datetime | None:
    """From when this person may sign: so many counted days after their own receipt, or after what is heard of the
    text was changed; None without a receipt."""
    if told.received is None:
        return None
    return earliest_after(max(told.received, told.heard or told.received), days, closures)


def ensure_may_answer(*, decides: bool, version: str, text: str, code: str, released: str) -> None:
    """Anyone who decides may always refuse or wait, about the text in force, until the release."""
    if not decides:
        raise NotYourSignature
    if released:
        raise ResultReleased(released=released)
    if version != text:
        raise TextChanged(code=code)


def ensure_not_signed(told: Told) -> None:
    """Nothing else is asked of somebody whose yes stands; refusing and taking back stay open."""
    if told.stands:
        raise SignedAlready


def ensure_may_sign(
    told: Told,
    *,
    now: datetime,
    days: int,
    closures: frozenset[date],
    returned: bool,
    language: str,
    languages: Sequence[str],
    session_open: bool,
    written: Callable[[datetime], str],
) -> None:
    """No yes without the person's own copy of the identical text, the time to think, and a session.

    `written` tells an instant in words of the reader's language.
    """
    ensure_not_signed(told)
    if returned:
        raise TextReturned
    earliest = earliest_signature(told, days, closures)
    if told.received is None or earliest is None:
        raise NoCopyYet
    if now < earliest and told.heard and told.heard > told.received:
        raise HeardTooLately(received=written(told.heard), earliest=written(earliest))
    if now < earliest:
        raise TooEarly(received=written(told.received), earliest=written(earliest))
    if not session_open:
        raise NoSessionOpen
    if language not in languages:
        raise LanguageNeeded


def ensure_claims_marked(*, needed: bool, marked: bool) -> None:
    """Who signs a text that gives up a claim has marked that too."""
    if needed and not marked:
        raise ClaimsNotMarked


def ensure_may_take_back(*, ever_signed: bool, released: str) -> None:
    """A yes can be taken back in every state until the release."""
    if released:
        raise ResultReleased(released=released)
    if not ever_signed:
        raise NothingToTakeBack


def ensure_may_attest(persons: Sequence[str], waiting: frozenset[str]) -> None:
    """The witness attests signatures that are there and not attested."""
    if not persons:
        raise NobodySigned
    if not waiting.issuperset(persons):
        raise DidNotSign
