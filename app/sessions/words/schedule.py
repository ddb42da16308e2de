"""The words for states of a session, ways of delivery, answers and notice; offered to templates."""

from datetime import timedelta

from app.foundation.errors import N_, Refusal
from app.sessions.rules.invitations import Notice
from app.web.i18n import gettext, ngettext
from app.web.rendering import env
from app.web.words import digits

STATES = {
    "planned": ("todo", N_("planned")),
    "open": ("unknown", N_("open now")),
    "closed": ("kept", N_("held")),
    "cancelled": ("none", N_("not held")),
}
"""The sign and the word of each state."""
HOWS = {
    "by_hand": N_("handed over"),
    "telephone": N_("by telephone"),
    "message": N_("by message"),
    "post": N_("by post"),
}
CARRIERS = {
    "staff": N_("our office"),
    "paralegal": N_("a paralegal"),
    "village_chief": N_("the village chief"),
    "commune_clerk": N_("the commune clerk"),
    "police": N_("police"),
    "soldier": N_("a soldier"),
    "guard": N_("a company guard"),
}
ANSWERS = {"coming": N_("I come"), "absent": N_("I do not come"), "notyet": N_("I do not know yet")}
ANSWERED = {
    "coming": N_("comes"),
    "absent": N_("does not come"),
    "notyet": N_("does not know yet"),
    "": N_("no answer"),
}


def refusal_words(refusal: Refusal) -> str:
    """What stands against a time, in the reader's language."""
    return gettext(refusal.says) % refusal.details


def span_words(span: timedelta) -> str:
    """A span of days and hours; minutes where it is shorter than an hour. Rounded down to what is said."""
    days, rest = span.days, span.seconds
    hours, minutes = rest // 3600, rest % 3600 // 60
    parts = []
    if days:
        parts.append(ngettext("%(num)s day", "%(num)s days", days) % {"num": digits(days)})
    if hours:
        parts.append(ngettext("%(num)s hour", "%(num)s hours", hours) % {"num": digits(hours)})
    if not parts:
        parts.append(ngettext("%(num)s minute", "%(num)s minutes", minutes) % {"num": digits(minutes)})
    return " ".join(parts)


def notice_words(notice: Notice) -> str:
    """How early a letter arrived."""
    if notice.in_time:
        return gettext("%(span)s before, in time") % {"span": span_words(notice.given)}
    return gettext("%(span)s before, %(late)s too few") % {
        "span": span_words(notice.given),
        "late": span_words(notice.late_by),
    }


def _pairs(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, gettext(word)) for value, word in words.items()]


env.globals.update(
    refusal_words=refusal_words,
    notice_words=notice_words,
    session_sign=lambda status: STATES[status][0],
    session_state=lambda status: gettext(STATES[status][1]),
    how_word=lambda how: gettext(HOWS[how]),
    carrier_word=lambda carrier: gettext(CARRIERS[carrier]),
    answered_word=lambda answer: gettext(ANSWERED[answer]),
    hows=lambda: _pairs(HOWS),
    carriers=lambda: _pairs(CARRIERS),
    invitation_answers=lambda: _pairs(ANSWERS),
    room_pairs=lambda rooms: [(room.id, room.name) for room in rooms],
)
