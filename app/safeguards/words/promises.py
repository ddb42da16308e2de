"""The words of promises, incidents and do-no-harm sheets; offered to templates."""

from collections.abc import Sequence

from app.foundation.errors import N_
from app.safeguards.rules.harm import BASELINE, CLOSING
from app.sessions.queries.schedule import SessionView
from app.web.i18n import gettext
from app.web.rendering import env
from app.web.words import digits

STATES = {
    "named": ("todo", N_("promised")),
    "claimed": ("unknown", N_("said to be kept; the other side has not said yet")),
    "confirmed": ("kept", N_("kept, confirmed by the other side")),
    "disputed": ("broken", N_("not kept, the other side says")),
    "condition": ("none", N_("a condition, binds nobody here")),
}
KINDS = {
    "arrest": N_("arrest"),
    "summons": N_("summons"),
    "detention": N_("detention"),
    "threat": N_("threat"),
    "eviction": N_("eviction"),
    "blockade": N_("blockade"),
    "assault": N_("assault"),
    "fire": N_("fire"),
    "other": N_("something else"),
}
ACTORS = {
    "party": N_("people of a side"),
    "official": N_("an official"),
    "security": N_("police, soldiers or guards"),
    "office": N_("our office"),
    "community": N_("people of the community"),
    "unknown": N_("not known"),
}
TESTS = {
    "external": N_("Did it come from outside the person?"),
    "intentional": N_("Was it meant to move somebody?"),
    "illegitimate": N_("Was it against law or custom?"),
    "causal": N_("Did it bear on a choice at this table?"),
}
TRENDS = {"better": N_("better"), "same": N_("as before"), "worse": N_("worse")}


def moment_word(moment: str, sessions: Sequence[SessionView] = ()) -> str:
    """The words for a moment of a do-no-harm sheet."""
    if moment == BASELINE:
        return gettext("Before the first session")
    if moment == CLOSING:
        return gettext("At the end")
    number = next((view.number for view in sessions if view.id == moment), 0)
    return gettext("After session %(number)s") % {"number": digits(number)}


def moments_words(sessions: Sequence[SessionView]) -> list[tuple[str, str]]:
    """All moments for which a sheet may be written, with their words."""
    keys = [BASELINE, *(view.id for view in sessions), CLOSING]
    return [(key, moment_word(key, sessions)) for key in keys]


def _pairs(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, gettext(word)) for value, word in words.items()]


env.globals.update(
    promise_state=lambda state: STATES[state][0],
    promise_word=lambda state: gettext(STATES[state][1]),
    incident_kinds=lambda: _pairs(KINDS),
    incident_kind_word=lambda kind: gettext(KINDS.get(kind, KINDS["other"])),
    incident_actors=lambda: _pairs(ACTORS),
    incident_actor_word=lambda actor: gettext(ACTORS.get(actor, ACTORS["unknown"])),
    incident_tests=lambda: _pairs(TESTS),
    trends=lambda: _pairs(TRENDS),
    trend_word=lambda trend: gettext(TRENDS.get(trend, TRENDS["same"])),
)
