"""The certificate in words, in the language now spoken: one source for the page on screen and for the paper.

A line stands among the safeguards only where a rule behind it was kept (decision 0009); rules that the rulebook gains
later bring their own titles, and what it does not look at yet is said as long as it is so.
"""

from dataclasses import dataclass

from app.audit.queries.certificates import CertificateView
from app.audit.rule_words import rule_title
from app.audit.words import rulebook_word, text_language_word
from app.foundation.errors import N_
from app.voluntariness.assess import RULEBOOKS
from app.web.i18n import gettext as _
from app.web.i18n import ngettext
from app.web.words import day, day_time, digits, number

NOT_YET = (
    ("INF-UNDERSTAND-1", N_("whether the text was understood")),
    ("INF-RIGHTS-1", N_("independent advice")),
    ("FREE-VENUE-1", N_("who stood armed nearby")),
    ("FREE-PRIVATE-1", N_("private conversations after signing")),
    ("FREE-REPORT-1", N_("confidential reports")),
)
"""What a reader would look for on a certificate, and the rule that will look at it."""


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Every sentence of the certificate, in the order in which it is read."""

    title: str
    under: str
    supported: str
    finding: str
    who: str
    facts: tuple[tuple[str, str], ...]
    shows: str
    safeguards: tuple[str, ...]
    offers: str
    exceptions: str
    cleared: tuple[str, ...]
    limits: str
    says_not: tuple[str, ...]
    check: str
    end: str
    foot: str


def certificate_words(view: CertificateView, table: str) -> CertificateWords:
    """The certificate of one text; `table` is the peace table's title in the language now spoken."""
    languages = ", ".join(text_language_word(code) for code in view.languages)
    fixed = _("fixed on %(when)s") % {"when": day_time(view.fixed_at)}
    released = _("released on %(when)s") % {"when": day_time(view.released_at)}
    return CertificateWords(
        title=_("Consent certificate"),
        under=f"{table}, {_(view.place)} · {released}",
        supported=_("Supported"),
        finding=_("On this record, the voluntariness of the acceptance of this text is supported:"),
        who=_("Who, and which text"),
        facts=(
            (_("Accepted by"), ", ".join(person.name for person in view.bound)),
            (_("Text"), f"{view.title} · {languages} · {fixed}"),
            (_("Signed"), _("the last signature on %(when)s") % {"when": day_time(view.signed_at)}),
        ),
        shows=_("What the records show for each of them"),
        safeguards=_safeguards(view),
        offers=_("Offers not accepted on the way: %(refused)s. Offers countered: %(countered)s.")
        % {"refused": number(view.refused), "countered": number(view.countered)},
        exceptions=_("Exceptions and clearances"),
        cleared=tuple(
            _(
                "%(rule)s: cleared in writing by %(by)s on %(when)s; the reason is entry %(number)s of the full bundle."
            )
            % {
                "rule": rule_title(one.rule),
                "by": one.by.name if one.by else "",
                "when": day(one.when),
                "number": one.number,
            }
            for one in view.clearances
        )
        or (_("None."),),
        limits=_("What this does not say"),
        says_not=_limits(view),
        check=_("Check it by this code:"),
        end=_("The record's end on the day of release, to compare with the copies of each side:"),
        foot=_foot(view),
    )


def _safeguards(view: CertificateView) -> tuple[str, ...]:
    """One line for each rule that was kept: the first rules in words with their numbers, all others by their title."""
    frozen = view.frozen
    worded = {
        "CAP-1": _("a decider of full age, on a list that was closed"),
        "CONSENT-PROC-1": _("agreement to talk, before the first session"),
        "FREE-REFUSE-1": _("a written word that refusing is possible, and what follows then"),
        "PRIOR-NOTICE-1": ngettext(
            "invitations %(num)s day before each session, by no armed hand",
            "invitations %(num)s days before each session, by no armed hand",
            frozen.invite_min_days,
        )
        % {"num": digits(frozen.invite_min_days)},
        "PRIOR-REFLECT-1": ngettext(
            "the same text in hand for %(num)s counted day before signing",
            "the same text in hand for %(num)s counted days before signing",
            frozen.reflection_min_days,
        )
        % {"num": digits(frozen.reflection_min_days)},
        "REC-BIND-1": _("a signature under exactly this text, seen by the witness"),
        "PRIOR-COOL-1": ngettext(
            "a right to withdraw for %(num)s day, until the release",
            "a right to withdraw for %(num)s days, until the release",
            frozen.cooling_off_days,
        )
        % {"num": digits(frozen.cooling_off_days)},
    }
    names = [rule.name for rule in RULEBOOKS[view.rulebook]]
    first = [name for name in worded if name in view.kept]
    later = [name for name in names if name in view.kept and name not in worded]
    return tuple(worded.get(name) or rule_title(name) for name in [*first, *later])


def _limits(view: CertificateView) -> tuple[str, ...]:
    """What a certificate never says, and what this rulebook does not look at yet."""
    looked_at = {rule.name for rule in RULEBOOKS[view.rulebook]}
    waiting = [_(words) for rule, words in NOT_YET if rule not in looked_at]
    never = _(
        "It does not state that no pressure existed, does not give legal advice, and does not by itself transfer or "
        "register any right in land. It may be revoked."
    )
    if not waiting:
        return (never,)
    return (never, _("The trial rulebook does not look yet at: %(things)s.") % {"things": ", ".join(waiting)})


def _foot(view: CertificateView) -> str:
    """The numbers that were applied, and who released it."""
    frozen = view.frozen
    numbers = _(
        "Rulebook %(rulebook)s, track %(track)s. Numbers: invitation %(invite)s days, agenda %(agenda)s, thinking "
        "%(think)s, withdrawing %(cool)s; results on %(slot)s."
    ) % {
        "rulebook": rulebook_word(view.rulebook),
        "track": view.track,
        "invite": digits(frozen.invite_min_days),
        "agenda": digits(frozen.agenda_min_days),
        "think": digits(frozen.reflection_min_days),
        "cool": digits(frozen.cooling_off_days),
        "slot": _("Mondays, 09:00"),
    }
    by = view.released_by.name if view.released_by else ""
    released = _("Released by %(by)s, monitor of this table.") % {"by": by}
    return f"{numbers} {released}"
