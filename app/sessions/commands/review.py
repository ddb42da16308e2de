"""A chair's review of an agenda, and the facilitator's answer to each suggestion."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import standing_of
from app.foundation.errors import NotAllowed, NotFound
from app.foundation.roles import Role
from app.record.facts.sessions import AgendaReviewed, AgendaSentForReview, SuggestionAnswered
from app.recordkeeping.recording import OpenRecord, recording
from app.sessions.commands.agenda import keep_version
from app.sessions.queries.agenda import agenda_of, chairs_of, history_of, is_text_fixed
from app.sessions.queries.review import Suggestion, suggestion_of
from app.sessions.queries.schedule import SessionView, session_view
from app.sessions.rules import agenda as agenda_rules
from app.sessions.rules import review as rules
from app.sessions.rules.agenda_items import AgendaItem

STAFF = (Role.FACILITATOR, Role.MEDIATOR)


def review_agenda(
    db: Session,
    dialogue: str,
    session: str,
    agenda: str,
    outcome: str,
    words: str,
    by_item: dict[str, str],
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Review one version as its chair; a second review of the same version supersedes one's own first."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = session_view(db, dialogue, session)
        standing_of(db, dialogue).ensure_open()
        agenda_rules.ensure_may_prepare(status=view.status)
        history = history_of(db, dialogue, session)
        rules.ensure_may_review(is_chair=by.holds(Role.CHAIR), sent=history.before_chair)
        rules.ensure_same_version(
            reviewed=agenda, sent=history.before_chair, number=history.number(history.before_chair)
        )
        rules.ensure_says_something(outcome=outcome, words=words, suggestions=list(by_item.values()))
        on_it = {item.id for item in agenda_of(db, dialogue, agenda).items}
        if not on_it.issuperset(by_item):
            raise NotFound
        # Not by item as names of fields: an item's id may begin with a digit, which no field name may.
        said = [{"item": item, "words": words_on_it} for item, words_on_it in by_item.items()]
        kept = record.keep_body({"items": said}) if said else ""
        record.append(AgendaReviewed(session, agenda, outcome, kept), words=words)


def answer_suggestion(
    db: Session,
    dialogue: str,
    session: str,
    review: int,
    item: str,
    answer: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Take a suggestion (with its words as the title, or in its sense) or decline it; both stay readable.

    With `send` its words become the title, and the version so made lies before the chair at once.
    """
    takes_words = answer in ("words", "send")
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not by.holds(*STAFF):
            raise NotAllowed
        view = session_view(db, dialogue, session)
        standing_of(db, dialogue).ensure_open()
        suggestion = suggestion_of(db, dialogue, session, review, item)
        if suggestion is None:
            raise NotFound
        items = agenda_of(db, dialogue, view.agenda).items
        rules.ensure_may_answer(
            answered=suggestion.taken is not None,
            superseded=suggestion.superseded,
            takes_words=takes_words,
            item=item,
            on_agenda=any(one.id == item for one in items),
        )
        record.append(SuggestionAnswered(session, review, item, answer != "no"))
        if takes_words:
            agenda_rules.ensure_may_prepare(status=view.status)
            agenda = _take_words(db, record, dialogue, view, suggestion)
            if answer == "send":
                agenda_rules.ensure_chair(chairs=len(chairs_of(db, dialogue)))
                record.append(AgendaSentForReview(session, agenda))


def _take_words(
    db: Session, record: OpenRecord, dialogue: str, view: SessionView, suggestion: Suggestion
) -> str:
    """A new version whose item bears the chair's words, in the script they are written in. Returns its digest."""
    is_khmer = any("\u1780" <= letter <= "\u17ff" for letter in suggestion.words)

    def retitled(one: AgendaItem) -> AgendaItem:
        return replace(one, khmer=suggestion.words) if is_khmer else replace(one, latin=suggestion.words)

    items = [
        retitled(one) if one.id == suggestion.item else one
        for one in agenda_of(db, dialogue, view.agenda).items
    ]
    sides = {one.side for one in items}
    agenda_rules.ensure_agenda(items, sides=sides, text_fixed=is_text_fixed(db, dialogue))
    return keep_version(record, view.id, view.agenda_number + 1, items, known={one.id for one in items})
