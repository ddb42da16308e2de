"""The words of the rules about getting ready: mandates, private talks, standstill, ties, the office's two roles."""

from app.audit.rule_words.shape import RuleWords
from app.foundation.errors import N_

RULES: dict[str, RuleWords] = {
    "REP-MANDATE-1": RuleWords(
        N_("Whoever decides for others has their written mandate"),
        N_(
            "Does each person who signs for others hold a written mandate that the witness saw being marked, that"
            " reaches as far as signing and was still valid that day?"
        ),
        N_("Each person who signed for others held a witnessed mandate that reached as far as signing."),
    ),
    "FREE-SCREEN-1": RuleWords(
        N_("Before the first session somebody independent talked with each person alone"),
        N_(
            "Did somebody who belongs to no side talk with each person who must decide, alone, before the first "
            "session?"
        ),
        N_(
            "Each person who must decide had a private talk, alone, before the first session. What was said "
            "stands nowhere."
        ),
    ),
    "FREE-STANDSTILL-1": RuleWords(
        N_("Nobody changed anything on the land while people talked"),
        N_(
            "Did each side agree before the first session to change nothing on the land, and did they keep to it?"
        ),
        N_("Each side agreed to the standstill before the first session, and no breach is in the record."),
    ),
    "FREE-PRIVATE-1": RuleWords(
        N_("After signing somebody independent talked with each person alone"),
        N_(
            "Did somebody independent talk with each person who signed, alone, after signing and before the "
            "release?"
        ),
        N_(
            "Each person who signed had a private talk, alone, before the release. What was said stands nowhere."
        ),
    ),
    "NEU-COI-1": RuleWords(
        N_("Everyone who belongs to no side said which ties they have"),
        N_(
            "Did the facilitator, the chair, the interpreter, the witness and the monitors each say before the "
            "next session which ties they have, and did each side accept them?"
        ),
        N_(
            "Each person who belongs to no side said that they have no ties, and nobody is paid by the result."
        ),
    ),
    "NEU-DUALROLE-1": RuleWords(
        N_("Each side knew that the office also goes to court"),
        N_(
            "Was the office's other role told in writing before the first session, and where it acts in a "
            "connected case, does somebody of another office mediate and did each side accept?"
        ),
        N_("The office's other role was told in writing before the first session."),
    ),
    "NEU-MONITOR-1": RuleWords(
        N_("Those who watch over the table are independent"),
        N_(
            "Is there a monitor, and does each monitor and witness hold no other seat and take no pay from a "
            "side?"
        ),
        N_("The monitors and the witness hold no other seat and are paid by no side."),
    ),
}

REASONS: dict[str, str] = {
    # who speaks for others
    "nobody_represents": N_("Nobody decides for others at this table, so the rule does not apply."),
    "no_mandate": N_(
        "For somebody who decides for others, no mandate older than their signature is in the record."
    ),
    "mandate_of_nobody": N_("A mandate names nobody who gave it, and no number of people."),
    "mandate_text_missing": N_("The text of a mandate is not here."),
    "mandate_unwitnessed": N_("No witness saw the marks under a mandate."),
    "mandate_ended": N_("A mandate was given back or taken back before the release."),
    "mandate_too_narrow": N_("A mandate does not reach as far as signing."),
    "mandate_over": N_("Somebody signed for others after the last day of their mandate."),
    # private talks
    "not_screened": N_("Not everyone who must decide had a private talk before the first session."),
    "screened_late": N_("A private talk was held only after the first session had begun."),
    "talk_not_alone": N_("A private talk was not held alone."),
    "not_confirmed": N_("Not everyone who signed has had a private talk since."),
    # nothing changes while people talk
    "no_standstill": N_("Not each side has agreed that nothing is changed on the land while people talk."),
    "standstill_late": N_("A side agreed to the standstill only after the first session had begun."),
    "standstill_breached": N_(
        "Something was changed on the land while people talk, and it is not put right."
    ),
    "standstill_repaired": N_("Something was changed on the land while people talk; it was put right."),
    # people who belong to no side
    "seat_missing": N_("Somebody wrote with a seat that no entry gives them."),
    "tie_untold": N_("Somebody who belongs to no side has not said which ties they have."),
    "tie_told_late": N_("Somebody said which ties they have only after the session had begun."),
    "tie_unanswered": N_("Not each side has answered a tie that somebody told."),
    "tie_not_accepted": N_("A side did not accept a tie that somebody told."),
    "tie_accepted": N_("Somebody has a tie; each side knows it and accepted it."),
    "fee_depends_on_result": N_("Somebody who belongs to no side is paid by the result."),
    "dual_role_unstated": N_("It is not written that the office also goes to court for communities."),
    "dual_role_stated_late": N_("The office's other role was told only after the first session had begun."),
    "dual_role_unanswered": N_("Not each side has accepted, in writing, the office's other role."),
    "connection_told_late": N_(
        "That the office acts in a connected case was told only after the sessions had begun."
    ),
    "dual_role_accepted_late": N_(
        "A side accepted the office's other role only after the session had begun."
    ),
    "mediator_seated_late": N_(
        "The office acts in a connected case, and a mediator was named only after the session had begun."
    ),
    "no_mediator_from_outside": N_(
        "The office acts in a connected case, and nobody of another office mediates."
    ),
    "mediator_of_this_office": N_(
        "The office acts in a connected case, and the mediator is one of its own people."
    ),
    "no_monitor": N_("This table has no monitor."),
    "two_seats": N_("Somebody who watches over the table also holds another seat there."),
    "pay_untold": N_("Somebody who watches over the table has not said who pays them."),
    "paid_by_a_side": N_("Somebody who watches over the table is paid by a side."),
}
