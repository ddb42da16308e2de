"""What a page says right after an act: what happens now, and what comes next.

An act that went well answers 303. Its route's name is put into a short-lived cookie; the page that the browser opens
next says the sentence of that name above its heading, and the cookie goes. Nothing is said after an answer: its
receipt says the same words whatever the answer was.
"""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.foundation.errors import N_
from app.web.i18n import gettext

COOKIE = "afterwards"

AFTER: dict[str, str] = {
    "send_request": N_("The office has your request. Write its code down."),
    "decline_request": N_("Your answer is kept. Whoever asked reads it by their code."),
    "open_own_case": N_("The table is made. Let each phone take one person, or become the facilitator here."),
    "open_dialogue": N_("The peace table is open. Next: name its sides, then give the seats."),
    "freeze_thresholds": N_("The numbers are fixed; all at the table read them. Next: plan a session."),
    "end_pause": N_("The pause has ended. Everything goes on where it stood."),
    "correct_entry": N_("Your correction stands in the record. The old entry stays readable beside it."),
    "name_side": N_("The side is named. Next: give its people their seats."),
    "seat_person": N_(
        "The seat is given. When all who decide for a side are named, say that its list is complete."
    ),
    "close_deciders": N_("The list is complete. Each person on it is asked whether they take part."),
    "agree_to_take_part": N_("Your word is recorded. You may change it at any time."),
    "end_taking_part": N_("Your word is recorded. You may change it at any time."),
    "plan_session": N_("The session is planned. Next: write its agenda, and bring the invitations."),
    "move_session": N_("The session is moved. Next: bring everybody the new invitation."),
    "cancel_session": N_("The session is cancelled. Tell everybody who was invited."),
    "record_delivery": N_("The delivery is recorded. Those people can now say whether they come."),
    "answer_invitation": N_("Your answer is recorded. You may change it at any time."),
    "open_session": N_("The session is open. Fixed texts can be signed until it is closed."),
    "close_session": N_("The session is closed. What each side said to the offers can now be read."),
    "save_case": N_("The sheet of the case is saved. Next: each neutral person tells their ties."),
    "save_sitting": N_("The sheet is saved. Print the end of the record for each side, and the minutes."),
    "answer_minutes": N_("Your side's answer stands beside the minutes. You may answer anew."),
    "save_agenda": N_("The agenda is saved. Next: send it to the chair, and bring it to everybody."),
    "send_agenda_for_review": N_(
        "The agenda lies before the chair. If the chair stays silent, the session still takes place."
    ),
    "review_agenda": N_(
        "Your review is recorded, and the facilitator reads it. Nothing more is asked of you."
    ),
    "answer_suggestion": N_(
        "Your answer to the chair is recorded. If you took only its sense, change the agenda and save it."
    ),
    "record_agenda_delivery": N_("It is recorded who has this agenda."),
    "state_position": N_("Your words are kept. Only your side reads them until you put them on the table."),
    "restate_position": N_("Your words are kept. Only your side reads them until you put them on the table."),
    "table_position": N_("Your position is on the table. All sides can read it now."),
    "state_if_no": N_("The statement is kept. Next: each side and the chair read and sign it."),
    "sign_if_no": N_("It is recorded that you read this. It binds you to nothing."),
    "save_draft": N_("The draft is kept. Only your side reads it until you put it on the table."),
    "table_offer": N_("The offer is on the table. Each person who decides can answer it, on your side too."),
    "withdraw_offer": N_("The offer is withdrawn. Nobody has to answer it any more."),
    "fix_text": N_("The text is fixed. Next: say who keeps which promise."),
    "change_text": N_("The new text is fixed. Next: say who keeps which promise."),
    "name_promises": N_(
        "It is kept who promises what. Next: print the text. The witness notes who holds a copy."
    ),
    "hand_over_text": N_("The copies are recorded. From then on each person has time to think it over."),
    "attest_signatures": N_("Your attestation is recorded. Next: who was in the room, and who took a copy."),
    "ask_for_evidence": N_("Your question is recorded. It waits for the facilitator."),
    "clear_rule": N_("Your reason is recorded, and stands with this rule in the certificate."),
    "release_agreement": N_("The result is released. Everybody at the table can read it now."),
    "put_off_review": N_("It is put off to the next slot. Only monitors read that."),
    "return_agreement": N_("The text goes back. Everybody at the table reads your reason; a new text comes."),
    "begin_again": N_("The stories are told anew. Become somebody, or take a walk."),
}
"""The name of a form's route → the sentence. A test compares these names with the routes there are."""


def said_afterwards(request: Request) -> list[str]:
    """The sentence for the act that led to this page, if one just did."""
    sentence = AFTER.get(request.cookies.get(COOKIE, ""), "") if request.method == "GET" else ""
    return [gettext(sentence)] if sentence else []


class SaysWhatFollows:
    """Stands around every route: keeps the name of the act that just went well for the page that follows."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around this application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        waiting = COOKIE in Request(scope).cookies

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                crumb = _crumb(scope, int(message["status"]), waiting=waiting)
                if crumb:
                    message["headers"] = [*message["headers"], (b"set-cookie", crumb.encode())]
            await send(message)

        await self.app(scope, receive, sending)


def _crumb(scope: Scope, status: int, *, waiting: bool) -> str:
    """The cookie to send: the act that went well; or none any more, once a page was shown."""
    name = str(getattr(scope.get("route"), "name", ""))
    if scope["method"] == "POST" and status == 303 and name in AFTER:
        return f"{COOKIE}={name}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"
    shown = scope["method"] == "GET" and status == 200 and name.startswith(("show_", "list_"))
    return f"{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" if waiting and shown else ""
