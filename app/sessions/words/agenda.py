"""The words for purposes, deliveries and changes of an agenda; offered to templates."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Protocol, cast

from app.foundation.errors import N_
from app.sessions.rules.agenda_items import AgendaItem, Change
from app.web.i18n import gettext as _
from app.web.i18n import ngettext
from app.web.rendering import env
from app.web.words import number

PURPOSE_WORDS = {
    "inform": N_("inform"),
    "discuss": N_("discuss"),
    "agree": N_("agree in principle"),
    "sign": N_("sign"),
    "rest": N_("break"),
}
AGENDA_HOWS = {
    "by_hand": N_("by hand"),
    "telephone": N_("read out by telephone"),
    "message": N_("by message"),
    "post": N_("by post"),
}


class Holding(Protocol):
    """A person who is to receive an agenda."""

    @property
    def person(self) -> str:
        """The person's id."""

    @property
    def name(self) -> str:
        """The person's name."""

    @property
    def seats(self) -> str:
        """The person's seats in words."""


def purpose_word(purpose: str) -> str:
    """What an item is for, in the reader's language; nothing for what is no purpose (a form sent by hand)."""
    word = PURPOSE_WORDS.get(purpose)
    return _(word) if word else ""


def purposes(*, text_fixed: bool) -> list[tuple[str, str]]:
    """The purposes to choose from; `sign` only where a text is fixed."""
    return [(value, _(word)) for value, word in PURPOSE_WORDS.items() if text_fixed or value != "sign"]


def minutes_word(minutes: int) -> str:
    """So many minutes."""
    return str(ngettext("%(num)s minute", "%(num)s minutes", minutes) % {"num": number(minutes)})


def span_word(minutes: int) -> str:
    """Hours and minutes, as one says them."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return minutes_word(rest)
    if not rest:
        return _("%(hours)s h") % {"hours": number(hours)}
    return _("%(hours)s h %(minutes)s min") % {"hours": number(hours), "minutes": number(rest)}


def agenda_how(how: str) -> str:
    """How an agenda was brought."""
    return _(AGENDA_HOWS.get(how, how))


def change_rows(changes: Iterable[Change], side_name: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """Changes as (sign, is, was), for the macro `changes`."""
    return [_row(change, side_name) for change in changes]


def _row(change: Change, side_name: Callable[[str], str]) -> tuple[str, str, str]:
    item, is_, was = change.item, change.is_, change.was
    of = {"item": item.title}
    if change.kind == "added":
        return "paper", f"{item.title} · {minutes_word(item.minutes)} · {purpose_word(item.purpose)}", ""
    if change.kind == "removed":
        return "paper", "", item.title
    if change.kind == "title":
        new, old = cast("AgendaItem", is_), cast("AgendaItem", was)
        same = new.title == old.title
        return "paper", new.other_title if same else new.title, old.other_title if same else old.title
    if change.kind == "moved":
        place = {"place": number(cast("int", is_))}
        earlier = {"place": number(cast("int", was))}
        return (
            "date",
            _("“%(item)s” stands at place %(place)s") % (of | place),
            _("place %(place)s") % earlier,
        )
    if change.kind == "minutes":
        return "date", f"“{item.title}”: {minutes_word(cast('int', is_))}", minutes_word(cast("int", was))
    if change.kind == "purpose":
        return "paper", f"“{item.title}”: {purpose_word(str(is_))}", purpose_word(str(was))
    nobody = _("nobody")
    if change.kind == "side":
        return "people", f"“{item.title}”: {side_name(str(is_))}", side_name(str(was))
    return (
        "people",
        _("“%(item)s” is led by %(lead)s") % (of | {"lead": str(is_) or nobody}),
        str(was) or nobody,
    )


def agenda_hows() -> Sequence[tuple[str, str]]:
    """The ways in which an agenda is brought, for a field."""
    return [(value, _(word)) for value, word in AGENDA_HOWS.items()]


def late_word(late_by: timedelta) -> str:
    """How late something came, in days, hours and minutes."""
    minutes = int(late_by.total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    if not days:
        return span_word(rest)
    return str(ngettext("%(num)s day", "%(num)s days", days) % {"num": number(days)})


def holding_pairs(holdings: Iterable[Holding]) -> list[tuple[str, str, str]]:
    """Persons as (id, name, seats) for a field."""
    return [(one.person, one.name, one.seats) for one in holdings]


env.globals.update(
    purpose_word_of=purpose_word,
    late_word=late_word,
    holding_pairs=holding_pairs,
    minutes_word=minutes_word,
    span_word=span_word,
    agenda_how=agenda_how,
    agenda_hows=agenda_hows,
)
