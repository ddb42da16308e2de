"""Offers, answers and "If you say no" in words of the reader's language; offered to templates."""

from collections.abc import Sequence

from app.agreements.rules.offers import PARTS, Row, pair
from app.foundation.errors import N_
from app.web.i18n import gettext as _
from app.web.rendering import env
from app.web.words import day, money, number

LABELS = {
    "who": N_("Who"),
    "what": N_("What"),
    "where": N_("Where"),
    "amount": N_("How much"),
    "when": N_("When"),
    "proof": N_("Proof"),
    "late": N_("If late"),
}
SIGNS = {"who": "people", "where": "place", "amount": "money", "when": "date"}
OUTCOMES = {
    "open": N_("not opened yet"),
    "accepted": N_("accepted in principle"),
    "not_accepted": N_("not accepted"),
    "countered": N_("asked for changes"),
    "more_time": N_("needs more time"),
    "withdrawn": N_("withdrawn"),
}
FOLLOWS = {
    "accept": N_("You say yes in principle. Nothing binds you before you sign a fixed text."),
    "refuse": N_("You say no to this offer. Things stay exactly as they are for you."),
    "change": N_("You ask for some changes. You can then write down what should be different."),
    "longer": N_("You ask for more time. The offer waits for you until you are ready."),
    "revoke": N_("You take back your yes. Things stand again as they stood before your yes."),
}
"""What follows: as many words for each, so that no check page is longer (counted by a test)."""
STAYS_OPEN = {
    "court": N_("the court"),
    "cadastral": N_("the cadastral commission"),
    "nadr": N_("the National Authority for Land Dispute Resolution"),
    "complaint": N_("a complaint to any other office"),
}
MUST_NOT_FOLLOW = {
    "eviction": N_("somebody must leave house or land"),
    "aid_lost": N_("help, land or a paper is lost"),
    "prosecution": N_("somebody is charged or arrested"),
    "nothing_later": N_("there will never be another offer"),
}


def part_words(row: Row, part: str) -> str:
    """One field of a row as people read it; '' where nothing stands."""
    if part == "amount":
        return money(row.amount, row.currency) if row.amount else ""
    if part == "when":
        return day(row.when) if row.when else ""
    return str(getattr(row, part))


def row_sentence(row: Row) -> str:
    """A whole row as sentences."""
    promise = [f"{row.who}: {row.what}" if row.who else row.what, part_words(row, "amount")]
    if row.where:
        promise.append(_("at: %(where)s") % {"where": row.where})
    if row.when:
        promise.append(_("on %(day)s") % {"day": part_words(row, "when")})
    said = [", ".join(part for part in promise if part) + _(".")]
    if row.proof:
        said.append(_("Proof: %(proof)s.") % {"proof": row.proof})
    if row.late:
        said.append(_("If late: %(late)s.") % {"late": row.late})
    return " ".join(said)


def change_lines(now: Sequence[Row], before: Sequence[Row]) -> list[tuple[str, str, str]]:
    """What changed between two offers as (sign, is, was), row by row."""
    lines = []
    for row, old in pair(now, before):
        if row is None or old is None:
            lines.append(("paper", row_sentence(row) if row else "", row_sentence(old) if old else ""))
            continue
        for part in PARTS:
            new, past = part_words(row, part), part_words(old, part)
            if part in LABELS and new != past:
                before_now = past if new else _named(old, part, past)
                lines.append((SIGNS.get(part, "paper"), _named(row, part, new), before_now))
    return lines


def _named(row: Row, part: str, said: str) -> str:
    """A changed field with its label, and with the thing it belongs to."""
    if not said:
        return ""
    label = f"{_(LABELS[part])}: {said}"
    return label if part == "what" else f"{row.what}. {label}"


def who_learns(deciders: int) -> str:
    """Who will learn what a person says, before they say it (settled.md 3). `deciders`: on their own side."""
    if deciders == 1:
        return _("You alone decide for your side: what your side says shows what you said.")
    if deciders < 5:
        sentence = _(
            "The others read only what your side says as a whole. On your side %(count)s people decide; "
            "others may guess who said what."
        )
        return sentence % {"count": number(deciders)}
    return _("The others read only what your side says as a whole, never what one person said.")


def _pairs(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, _(word)) for value, word in words.items()]


env.globals.update(
    part_label=lambda part: _(LABELS[part]),
    row_sentence=row_sentence,
    change_lines=change_lines,
    offer_status_word=lambda status: _("open for answers") if status == "open" else _(OUTCOMES[status]),
    side_outcome_word=lambda outcome: _(OUTCOMES[outcome]),
    answer_leads_to=lambda choice: _(FOLLOWS[choice]),
    who_learns=who_learns,
    stays_open_words=lambda: _pairs(STAYS_OPEN),
    stays_open_word=lambda place: _(STAYS_OPEN[place]),
    must_not_follow_words=lambda: _pairs(MUST_NOT_FOLLOW),
    must_not_follow_word=lambda tag: _(MUST_NOT_FOLLOW[tag]),
)
