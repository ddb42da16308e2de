"""What must be true before a dialogue is changed. Pure: facts in, refusal or silence out."""

from app.foundation.errors import N_, NotPossibleNow, NotValid
from app.voluntariness.thresholds import TRACKS, Thresholds, is_stricter_or_equal


class HasEnded(NotPossibleNow):
    """Nothing but reading is left at a table that has ended."""

    says = N_("This peace table has ended. It can be read and printed; nothing can be added to it.")


class IsPaused(NotPossibleNow):
    """A pause closes accepting, changing, signing and tabling, and nothing else (settled.md 1)."""

    says = N_(
        "There is a pause. Nobody can table, accept, change or sign now. Refusing, withdrawing, more time and "
        "leaving still work."
    )


class TalksStopped(NotPossibleNow):
    """A side left; only the closing is still to be written."""

    says = N_("A side has left the table. The talks have stopped; only the closing is still to be written.")


class NotFrozen(NotPossibleNow):
    """The numbers of the table are still open."""

    says = N_(
        "The numbers of this table are not fixed yet. The facilitator fixes them on the page “Numbers of this table”."
    )


class LooserThanTrack(NotValid):
    """Numbers below the minimum of the track, or below those in force."""

    says = N_(
        "These numbers are lower than this table may have. You may raise days and lower hours, not the reverse."
    )


class OpenedMeanwhile(NotPossibleNow):
    """Two people opened a table at the same moment, and would write into one log."""

    says = N_("Somebody else opened a peace table at this very moment. Send the form again.")


class AnswerNeeded(NotValid):
    """Whoever asked for the table reads what comes next."""

    says = N_("Write to those who asked what happens next.")
    field = "answer"


class AlreadyPaused(NotPossibleNow):
    """There is a pause already."""

    says = N_("There is a pause already.")


class NoPause(NotPossibleNow):
    """There is nothing to end."""

    says = N_("There is no pause now.")


class NotYourPause(NotPossibleNow):
    """Only who asked, or the monitor, may end a pause."""

    says = N_("Only the person who asked for the pause, or the monitor, can end it.")


class NobodyLeft(NotPossibleNow):
    """A table is ended without agreement only after a side has left or all sides say so."""

    says = N_("No side has left this table. A side ends the talks by leaving; then you write the closing.")


def ensure_answers(*, request: str, answer: str) -> None:
    """A table opened from a request answers it. Raises AnswerNeeded."""
    if request and not answer:
        raise AnswerNeeded


def ensure_open(*, ended: str) -> None:
    """The table has not ended."""
    if ended:
        raise HasEnded


def ensure_talks_go_on(*, ended: str, paused: bool, side_left: bool) -> None:
    """Tabling, accepting, changing and signing are open: no ending, no pause, no side has left."""
    ensure_open(ended=ended)
    if side_left:
        raise TalksStopped
    if paused:
        raise IsPaused


def ensure_strict_enough(track: str, wanted: Thresholds, in_force: Thresholds | None) -> None:
    """The numbers keep the minimum of the track, also of one chosen anew, and are not looser than those in force."""
    floors = [TRACKS[track], *([in_force] if in_force else [])]
    if not all(is_stricter_or_equal(wanted, floor) for floor in floors):
        raise LooserThanTrack


def ensure_may_end_pause(*, pause: str, paused_by: str, person: str, is_monitor: bool) -> None:
    """There is a pause, and this person may end it."""
    if not pause:
        raise NoPause
    if person != paused_by and not is_monitor:
        raise NotYourPause
