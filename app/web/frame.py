"""What stands around every page: who looks, in which language, at which dialogue, where it is on its path."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request

from app.access.viewer import Viewer
from app.foundation.errors import N_
from app.foundation.roles import Role
from app.web.afterwards import said_afterwards
from app.web.ending_words import ending_sentence
from app.web.i18n import gettext as _
from app.web.i18n import language
from app.web.seat_words import seat_word
from app.web.words import day_time

WALK = "walk"
"""The cookie that keeps which walk of a rehearsal one is on, so that every page leads back to it."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person behind a request, as the frame names them."""

    person: str
    khmer: str
    latin: str

    @property
    def name(self) -> str:
        """The name in the reader's script."""
        return self.khmer if language() == "km" else self.latin


@dataclass(frozen=True, slots=True)
class Seated:
    """A person's place in one dialogue, with what the frame shows of that dialogue.

    `stage` is the stop of the path (0 prepare … 6 keep the promise); `ended` the state it ended in, or ''.
    """

    viewer: Viewer
    dialogue: str
    khmer: str
    latin: str
    stage: int
    ended: str
    paused_since: datetime | None
    signed_in: SignedIn

    @property
    def title(self) -> str:
        """What the dialogue is called in the reader's language."""
        return self.khmer if language() == "km" else self.latin


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything base.html reads."""

    language: str
    other_language: str
    other_language_url: str
    viewer_name: str | None
    seat_word: str | None
    is_party: bool
    nav: list[tuple[str, str, bool, int]]
    dialogue_id: str | None
    dialogue_title: str | None
    paused_since: str | None
    rehearsal_now: str | None
    title: str
    tabs: list[tuple[str, str, bool]]
    path_stops: list[tuple[str, str]] | str | None
    walk: str | None
    messages: list[str] = field(default_factory=list)


STOPS = (
    N_("Prepare"),
    N_("Talk"),
    N_("Think it over"),
    N_("Decide"),
    N_("May withdraw"),
    N_("Review"),
    N_("Keep the promise"),
)
"""The seven stops of the path of every peace table (ux.md 2)."""


def path_of(seated: Seated) -> list[tuple[str, str]] | str:
    """The seven stops with where this dialogue is, or the sentence of its ending."""
    if seated.ended:
        return ending_sentence(seated.ended)
    at = seated.stage
    return [(_(word), "done" if n < at else "now" if n == at else "ahead") for n, word in enumerate(STOPS)]


def tabs_of(seated: Seated, path: str) -> list[tuple[str, str, bool]]:
    """The tabs inside a dialogue; a delegate has none: one list says what waits."""
    if seated.viewer.is_party:
        return []
    home = f"/dialogues/{seated.dialogue}"
    tabs = [
        (_("Overview"), home),
        (_("Sessions"), f"{home}/sessions"),
        (_("Offers and texts"), f"{home}/offers"),
        (_("People"), f"{home}/people"),
        (_("Sheets"), f"{home}/sheets"),
        (_("Record"), f"{home}/entries"),
    ]
    if seated.viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER):
        tabs.insert(1, (_("Review"), f"{home}/reviews"))
    inside = [url for _word, url in tabs if url != home and path.startswith(url)]
    return [(word, url, url in inside or (url == home and path == home)) for word, url in tabs]


def frame_of(request: Request, *, with_path: bool, status: int = 200) -> Frame:
    """The frame of the page this request asked for; a page that tells of a problem says nothing of an act."""
    signed_in: SignedIn | None = getattr(request.state, "signed_in", None)
    seated: Seated | None = getattr(request.state, "seated", None)
    now: datetime | None = getattr(request.state, "now", None)
    other = "en" if language() == "km" else "km"
    path = request.url.path
    walk = request.cookies.get(WALK, "") if not path.startswith("/rehearsal/walks") else ""
    nav = []
    if signed_in and not (seated and seated.viewer.is_party):
        nav = [
            (_("Waiting for you"), "/", path == "/", 0),
            (_("Peace tables"), "/dialogues", path.startswith("/dialogues"), 0),
            (_("Calendar"), "/sessions", path.startswith("/sessions"), 0),
        ]
    roles = sorted(seated.viewer.roles) if seated else []
    return Frame(
        language=language(),
        other_language=other,
        other_language_url=f"{path if request.method == 'GET' else '/'}?lang={other}",
        viewer_name=signed_in.name if signed_in else None,
        seat_word=seat_word(roles[0]) if roles else None,
        is_party=bool(seated and seated.viewer.is_party),
        nav=nav,
        dialogue_id=seated.dialogue if seated else None,
        dialogue_title=seated.title if seated else None,
        paused_since=day_time(seated.paused_since) if seated and seated.paused_since else None,
        rehearsal_now=day_time(now) if now else None,
        title=_("Meeting"),
        tabs=tabs_of(seated, path) if seated else [],
        path_stops=path_of(seated) if seated and with_path else None,
        walk=walk if walk.replace("-", "").isalpha() else None,
        messages=said_afterwards(request) if status == 200 else [],
    )
