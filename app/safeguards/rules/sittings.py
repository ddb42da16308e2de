"""What must be true of a sitting's sheet before it is saved, and what it writes. Pure: a sheet in, facts out."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.foundation.errors import N_, NotPossibleNow, NotValid
from app.record.facts import Fact
from app.record.facts.sittings import (
    AttendanceNoted,
    BreakHeld,
    LeaveAsked,
    RoomChecked,
    SpeakingTimed,
    TreatmentNoted,
)

MOMENTS = ("opening", "midday", "close")
NOT_GRANTED = -1


class NotHeldYet(NotPossibleNow):
    """A sheet tells what happened."""

    says = N_("This session has not been opened. Its sheet is filled during the session or afterwards.")


class SavedMeanwhile(NotPossibleNow):
    """Two people fill one sheet: nothing is lost, nothing is doubled."""

    says = N_(
        "Somebody else saved this sheet while you filled it in. Look at what is noted, take out what is there "
        "already, then save again."
    )


class NothingToSave(NotValid):
    """An empty sheet says nothing."""

    says = N_("There is nothing new on this sheet. Fill in at least one thing.")


class DoNotAddUp(NotValid):
    """Women and men are all who came."""

    says = N_("Women and men together are %(sum)s, but you wrote %(count)s people in all. Count again.")
    field = "women"


class FewerThanTicked(NotValid):
    """Those ticked were there."""

    says = N_("You ticked %(ticked)s people, but wrote %(count)s people in all. Count again.")
    field = "count"


class MoreLeftThanCame(NotValid):
    """Nobody leaves who did not come."""

    says = N_("More people left (%(left)s) than came (%(count)s). Count again.")
    field = "left"


class MoreThanCame(NotValid):
    """A part is not larger than the whole."""

    says = N_("You wrote more people here than came (%(count)s). Count again.")

    def __init__(self, field: str, **details: object) -> None:
        """Name the field that counts too many."""
        self.field = field
        super().__init__(**details)


class WomenSpokeLonger(NotValid):
    """A side's women are part of the side."""

    says = N_("The women of a side cannot have spoken longer than the whole side. Look at the minutes again.")
    field = "talk_women"


class SpokeLongerThanHeld(NotValid):
    """Nobody speaks before the opening or after the close."""

    says = N_(
        "All together spoke for %(spoken)s minutes, but the session lasted %(held)s. Look at the minutes again."
    )
    field = "talk_minutes"


class SourceMissing(NotValid):
    """Words of an ultimatum have somebody who said them, and the other way round."""

    says = N_("Write the words, and choose who said them; or leave both open.")
    field = "ultimatum_by"


class NotClosedYet(NotValid):
    """Nobody has seen the room at a close that is still to come."""

    says = N_("This session is still open. Look at the room when it closes, and note that afterwards.")
    field = "moments"


class HostWithoutLook(NotValid):
    """Whose place it is stands in a look at the room."""

    says = N_("To write whose place it is, tick above when you looked at the room.")
    field = "host"


class UnknownHead(NotValid):
    """The digits on the paper must be the record's own."""

    says = N_(
        "Since this session was opened, the record never ended with these digits. Look at the paper again; if it "
        "really says so, call the monitor."
    )
    field = "head"


@dataclass(frozen=True, slots=True)
class Room:
    """The room at one moment."""

    moment: str
    armed: int
    uniformed: int
    exits_locked: bool
    phones_taken: bool

    @property
    def found_something(self) -> bool:
        """Was anything not as it should be?"""
        return self.armed > 0 or self.uniformed > 0 or self.exits_locked or self.phones_taken


@dataclass(frozen=True, slots=True)
class Came:
    """Who came: persons of the table, and counts of all."""

    persons: tuple[str, ...]
    count: int
    women: int
    men: int
    under_18: int
    over_60: int
    uniformed: int
    armed: int
    left: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """How long one side ('' for chair and office) spoke, and its women; whole minutes."""

    side: str
    minutes: int
    women: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sheet as it was typed. `alike`: what all sides had alike, or None when that was not on the page.

    `head` are the first digits of the head that was handed to `head_sides`; `minutes` paragraphs.
    """

    came: Came
    rooms: tuple[Room, ...] = ()
    host: str = "neutral"
    breaks: tuple[int, ...] = ()
    leaves: tuple[int, ...] = ()
    spoke: tuple[Spoke, ...] = ()
    alike: frozenset[str] = frozenset()
    ultimatum: str = ""
    ultimatum_by: str = ""
    minutes: tuple[str, ...] = ()
    head: str = ""
    head_sides: tuple[str, ...] = ()


def ensure_held(status: str) -> None:
    """The session was opened."""
    if status not in ("open", "closed"):
        raise NotHeldYet


def ensure_nobody_saved(*, seen: int, there: int) -> None:
    """The sheet was last saved as this person saw it."""
    if seen != there:
        raise SavedMeanwhile


def ensure_adds_up(sitting: Sitting, *, held: int) -> None:
    """The numbers of a sheet fit each other. `held`: whole minutes since the session was opened."""
    came = sitting.came
    if came.women + came.men != came.count:
        raise DoNotAddUp(sum=came.women + came.men, count=came.count)
    if came.count < len(came.persons):
        raise FewerThanTicked(ticked=len(came.persons), count=came.count)
    if came.left > came.count:
        raise MoreLeftThanCame(left=came.left, count=came.count)
    parts = {"over_60": came.under_18 + came.over_60, "uniformed": came.uniformed, "armed": came.armed}
    for field, part in parts.items():
        if part > came.count:
            raise MoreThanCame(field, count=came.count)
    if any(one.women > one.minutes for one in sitting.spoke):
        raise WomenSpokeLonger
    spoken = sum(one.minutes for one in sitting.spoke)
    if spoken > held:
        raise SpokeLongerThanHeld(spoken=spoken, held=held)
    if bool(sitting.ultimatum) != bool(sitting.ultimatum_by):
        raise SourceMissing


def ensure_looked(sitting: Sitting, before: Sequence[Fact], *, is_open: bool) -> None:
    """A look at the close comes after it, and whose place it is changes only with a look at the room."""
    if is_open and any(one.moment == "close" for one in sitting.rooms):
        raise NotClosedYet
    looks = [one for one in before if isinstance(one, RoomChecked)]
    host = looks[-1].host if looks else "neutral"
    if not sitting.rooms and sitting.host != host:
        raise HostWithoutLook


def facts_of(session: str, sitting: Sitting, before: Sequence[Fact]) -> list[Fact]:
    """What a sheet says that the record of this session (`before`) does not say yet, in a fixed order.

    Leave, breaks and looks at the room are added to those before; who came, how long each spoke and how all were
    treated are written anew only when they differ from what stands there.
    """
    came = sitting.came
    said: list[Fact] = []
    if came.persons or came.count:
        said.append(
            AttendanceNoted(
                session,
                came.persons,
                came.count,
                came.women,
                came.men,
                came.under_18,
                came.over_60,
                came.uniformed,
                came.armed,
                came.left,
            )
        )
    said += [
        RoomChecked(
            session, one.moment, one.armed, one.uniformed, one.exits_locked, one.phones_taken, sitting.host
        )
        for one in sitting.rooms
    ]
    said += [LeaveAsked(session, minutes) for minutes in sitting.leaves]
    said += [BreakHeld(session, minutes) for minutes in sitting.breaks]
    said += _spoken(session, sitting.spoke, before)
    said.append(
        TreatmentNoted(session, *(name in sitting.alike for name in ("seats", "meals", "money", "advisers")))
    )
    return [fact for fact in said if not _stands(fact, before)]


def _spoken(session: str, spoke: Sequence[Spoke], before: Sequence[Fact]) -> list[Fact]:
    """How long each spoke; no minutes are said only of a side of which others were noted, which sets them right."""
    timed = {one.side for one in before if isinstance(one, SpeakingTimed)}
    said = [one for one in spoke if one.minutes or one.women or one.side in timed]
    return [SpeakingTimed(session, one.side, one.minutes, one.women) for one in said]


def _stands(fact: Fact, before: Sequence[Fact]) -> bool:
    """Does the record say exactly this already, as the newest of its kind?"""
    if not isinstance(fact, AttendanceNoted | SpeakingTimed | TreatmentNoted):
        return False
    side = getattr(fact, "side", None)
    same = [one for one in before if type(one) is type(fact) and getattr(one, "side", None) == side]
    return bool(same) and same[-1] == fact
