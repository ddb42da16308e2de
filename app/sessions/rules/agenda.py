"""What must be true before an agenda is saved, sent or delivered. Pure: facts in, refusal or silence out."""

from collections.abc import Collection, Sequence
from datetime import datetime

from app.foundation.clock import local
from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid
from app.sessions.rules.agenda_items import LONGEST_ITEM, PURPOSES, AgendaItem

MOST_ITEMS = 40
"""Items on one agenda: twice what fits into a day of six hours at a quarter of an hour each."""
LONGEST_TITLE = 200


class WrongItem(NotValid):
    """One item of the agenda needs a correction; `field` names its place as `number-field`."""

    def __init__(self, place: int, name: str, **details: object) -> None:
        """Say which item (from 0) and which of its fields."""
        super().__init__(number=place + 1, **details)
        self.field = f"{place}-{name}"


class TitleMissing(WrongItem):
    """An item has no title in one of the languages."""

    says = N_("Write what item %(number)s is called, in Khmer and in English.")


class TitleTooLong(WrongItem):
    """A title or a name longer than a line."""

    says = N_("Item %(number)s is too long here. Write at most %(most)s characters.")


class PurposeMissing(WrongItem):
    """Nobody said what an item is for."""

    says = N_("Choose what item %(number)s is for: inform, discuss, agree in principle, or a break.")


class MinutesWrong(WrongItem):
    """The minutes of an item are no whole number, or none that a session can hold."""

    says = N_("Write how many minutes item %(number)s takes, in whole numbers from 1 to %(most)s.")


class NothingFixed(WrongItem):
    """`Sign` is offered only where a text is fixed (domain.md D5)."""

    says = N_("Item %(number)s cannot be for signing: no text is fixed yet. Choose “agree in principle”.")


class NoItems(NotValid):
    """An agenda without items."""

    says = N_("The agenda is empty. Write at least one item.")


class TooManyItems(NotValid):
    """More items than a session can hold."""

    says = N_("This agenda has more than %(most)s items. Plan a second session for the rest.")


class NothingChanged(NotPossibleNow):
    """What was sent equals the newest version."""

    says = N_("Nothing is different from version %(number)s, so no new version was saved.")


class SavedMeanwhile(NotPossibleNow):
    """Another version was saved since this page was opened."""

    says = N_(
        "Version %(number)s was saved by somebody else while you were writing. What it changed stands below. "
        "Your words are still here; save again to make them the next version."
    )


class SessionOver(NotPossibleNow):
    """The session is closed or will not be held."""

    says = N_("This session is over or will not be held. Its agenda can be read and printed.")


class NoAgenda(NotPossibleNow):
    """There is no version to send."""

    says = N_("There is no agenda yet. Save its first version, then send it.")


class NoChair(NotPossibleNow):
    """Nobody could review it."""

    says = N_("Nobody is chair at this table yet. Give that seat on the page People.")


class AlreadySent(NotPossibleNow):
    """This version is before the chair."""

    says = N_("Version %(number)s was sent to the chair already. A new version can be sent again.")


class NobodyChosen(NotValid):
    """A delivery to nobody."""

    says = N_("Choose at least one person who has received the agenda.")
    field = "persons"


class NotYetThen(NotValid):
    """A delivery that lies ahead."""

    says = N_("This time still lies ahead. Write when the agenda was received.")
    field = "on"


class OlderThanVersion(NotValid):
    """A delivery before the version existed."""

    says = N_("Version %(number)s was saved on %(saved)s; it cannot have been received before.")
    field = "on"


def ensure_staff(*, is_staff: bool) -> None:
    """Only the facilitator and the mediator prepare a session."""
    if not is_staff:
        raise NotAllowed


def ensure_may_prepare(*, status: str) -> None:
    """The session is still ahead or running."""
    if status not in {"planned", "open"}:
        raise SessionOver


def ensure_newest(*, edited: str, newest: str, number: int) -> None:
    """The page showed the newest version when somebody began to write."""
    if edited != newest:
        raise SavedMeanwhile(number=number)


def ensure_agenda(items: Sequence[AgendaItem], *, sides: Collection[str], text_fixed: bool) -> None:
    """The items make an agenda: titles in both languages, a purpose, minutes, and no signing without a text."""
    if not items:
        raise NoItems
    if len(items) > MOST_ITEMS:
        raise TooManyItems(most=MOST_ITEMS)
    for place, item in enumerate(items):
        _ensure_item(place, item, sides, text_fixed=text_fixed)


def _ensure_item(place: int, item: AgendaItem, sides: Collection[str], *, text_fixed: bool) -> None:
    for name, written in (("khmer", item.khmer), ("latin", item.latin), ("lead", item.lead)):
        if len(written) > LONGEST_TITLE:
            raise TitleTooLong(place, name, most=LONGEST_TITLE)
        if not written and name != "lead":
            raise TitleMissing(place, name)
    if item.purpose not in PURPOSES or (item.side and item.side not in sides):
        raise PurposeMissing(place, "purpose")
    if item.purpose == "sign" and not text_fixed:
        raise NothingFixed(place, "purpose")
    if not 1 <= item.minutes <= LONGEST_ITEM:
        raise MinutesWrong(place, "minutes", most=LONGEST_ITEM)


def ensure_chair(*, chairs: int) -> None:
    """Somebody is there who can review it."""
    if not chairs:
        raise NoChair


def ensure_may_send(*, agenda: str, sent: str, number: int, chairs: int) -> None:
    """There is a version, a chair, and it was not sent already."""
    if not agenda:
        raise NoAgenda
    ensure_chair(chairs=chairs)
    if agenda == sent:
        raise AlreadySent(number=number)


def ensure_delivered(
    *, agenda: str, number: int, saved: datetime | None, when: datetime, now: datetime, persons: Sequence[str]
) -> None:
    """Somebody received a version that existed, at a time that has passed (to the minute, as people write it)."""
    if not agenda or saved is None:
        raise NoAgenda
    if not persons:
        raise NobodyChosen
    if when > now:
        raise NotYetThen
    if when < saved.replace(second=0):
        raise OlderThanVersion(number=number, saved=f"{local(saved):%d.%m.%Y %H:%M}")
