"""The words of the first seven rules, and of what every rule may say."""

from app.audit.rule_words.shape import RuleWords
from app.foundation.errors import N_

RULES: dict[str, RuleWords] = {
    "CONSENT-PROC-1": RuleWords(
        N_("Everyone agreed to talk before the first session"),
        N_(
            "Did each person who must decide say yes to taking part, before the first session, knowing that it may "
            "stop at any time, and does that still stand?"
        ),
        N_(
            "Each person who must decide agreed to take part before the first session, and nobody has stopped."
        ),
    ),
    "CAP-1": RuleWords(
        N_("Everyone whose yes is needed is an adult and signed"),
        N_(
            "Is each side's list of owners, spouses and other holders closed, is each of them an adult, and did "
            "each sign for themselves?"
        ),
        N_("The lists are closed with their count; everyone on them is an adult and signed for themselves."),
    ),
    "FREE-REFUSE-1": RuleWords(
        N_("Saying no was as easy as saying yes, and without a threat"),
        N_(
            "Was it written down before signing what a no leads to, without a threat, signed by each side and the "
            "chair, and does a no take no more steps than a yes?"
        ),
        N_(
            "“If you say no” holds no threat; each side and the chair signed it before anyone signed the text."
        ),
    ),
    "PRIOR-NOTICE-1": RuleWords(
        N_("Invitations and agenda came early, not through armed hands"),
        N_(
            "Did each person who must decide have the invitation and the agenda of each session early enough, not "
            "brought by police, soldiers or guards, and was signing announced?"
        ),
        N_("Each invitation and each agenda came in time, and signing was announced in the agenda."),
    ),
    "PRIOR-REFLECT-1": RuleWords(
        N_("Nobody signed before there was time to think it over"),
        N_(
            "Did each person have exactly this text in hand for the whole time to think it over, before signing?"
        ),
        N_("Each person had exactly this text for the whole time to think it over before signing."),
    ),
    "PRIOR-COOL-1": RuleWords(
        N_("Everyone could take a yes back, and nobody did"),
        N_(
            "Was the result released only after the time for taking a yes back, with nobody having taken it back?"
        ),
        N_("The result was released at a slot after the time for taking a yes back; nobody took it back."),
    ),
    "REC-BIND-1": RuleWords(
        N_("Each yes is to exactly this text"),
        N_(
            "Does each signature name exactly the text in force, in one of its languages, attested by the witness, "
            "and is that text here to be compared?"
        ),
        N_(
            "Each signature names exactly this text and was attested by the witness; the text is in the record."
        ),
    ),
}

REASONS: dict[str, str] = {
    # whatever the rule
    "nobody_is_bound": N_("This table is about a policy: it binds nobody, so the rule does not apply."),
    "several_logs": N_("Entries of more than one record are mixed; nothing can be judged from them."),
    "out_of_order": N_("The entries are not in their order; nothing can be judged from them."),
    "no_opening": N_("The opening of this peace table is not there exactly once."),
    "rulebook_unknown": N_("The rulebook of this peace table is not known here."),
    "no_text": N_("No text of this agreement is fixed."),
    "unreadable": N_("A time or number in the evidence cannot be read."),
    "corrected": N_("The author of an entry it rests on has corrected that entry since."),
    "wrong_hand": N_("An entry it rests on was written by somebody whose seat may not write it."),
    "clock_doubted": N_("The machine's clock was wrong at some time, so times cannot be relied on."),
    "nothing_to_look_at": N_("There is nothing in the record to look at yet."),
    # the sides and their deciders
    "too_few_sides": N_("Fewer than two sides are named."),
    "side_missing": N_("An entry speaks of a side that is not named."),
    "list_open": N_("A side's list of those who must decide is not closed."),
    "count_differs": N_("A list holds another number of people than it says."),
    # the numbers of the table
    "no_thresholds": N_("The numbers of this table are not fixed."),
    "thresholds_looser": N_("The numbers of this table are lower than they may be."),
    # taking part
    "no_session": N_("No session has been opened yet."),
    "not_agreed": N_("Not everyone who must decide has agreed to take part."),
    "agreed_late": N_("Somebody agreed to take part only after the first session had begun."),
    "stopped": N_("Somebody who must decide no longer takes part."),
    "side_left": N_("A side has left the table."),
    # who signs
    "under_age": N_("Somebody who must decide is not an adult."),
    "age_unknown": N_("It is not known whether everyone who must decide is an adult."),
    "none_signed": N_("Nobody has signed this text yet."),
    "not_signed_yet": N_("Not everyone who must decide has signed this text yet."),
    "not_signed": N_(
        "The session in which the others signed is closed, and not everyone who must decide signed."
    ),
    "signer_unlisted": N_("Somebody signed who is not on the list of those who must decide."),
    # if you say no
    "nothing_stated": N_("“If you say no” was not written before anyone signed."),
    "consequence_named": N_("“If you say no” names a consequence that must not follow a no."),
    "statement_unsigned": N_("Not each side and the chair have signed “If you say no”."),
    "statement_signed_late": N_("“If you say no” was signed only after somebody had signed the text."),
    "statement_missing": N_("A statement “If you say no” was signed that is not in the record."),
    "refusing_is_harder": N_("A no takes more steps than a yes."),
    # notice
    "not_opened": N_("A session was closed whose opening is not in the record."),
    "not_planned": N_("A session was opened that is not planned in the record."),
    "not_invited": N_("For somebody who must decide, no invitation to a session is in the record."),
    "invited_late": N_("An invitation came too late."),
    "carried_by_force": N_("An invitation was brought by police, soldiers or guards."),
    "agenda_not_delivered": N_(
        "For somebody who must decide, no delivery of a session's agenda is in the record."
    ),
    "agenda_late": N_("An agenda came too late."),
    "agenda_unversioned": N_("An agenda was delivered that is not among the versions of its session."),
    "agenda_missing": N_("The agenda of the session in which people signed cannot be read here."),
    "sign_unannounced": N_("Somebody signed in a session whose agenda did not announce signing."),
    "signed_outside_session": N_("Somebody signed outside an open session."),
    # time to think it over, time to take it back
    "no_receipt": N_("For somebody who signed, no receipt of exactly this text is in the record."),
    "too_short": N_("Somebody signed before the time to think it over had passed."),
    "not_released": N_("The result has not been released yet. Until then a yes can be taken back."),
    "released_early": N_("The result was released before its slot."),
    "not_a_slot": N_("The result was released at a time that is no slot."),
    "released_another_text": N_("The release names another text than the one in force."),
    "withdrawn": N_("Somebody took a yes back before the release."),
    "answer_closed": N_("What somebody said after signing is not open to this reader."),
    # the text
    "signed_another_text": N_("Somebody signed only another text than the one in force."),
    "heard_another": N_(
        "Somebody signed before the recording of this text was changed, and not again since."
    ),
    "text_missing": N_("The text itself is not here, or is not the one that was fixed."),
    "text_before_missing": N_("A text that this one replaces is not in the record."),
    "language_differs": N_("Somebody signed in a language that this text does not have."),
    "not_attested": N_("The witness has not attested each signature."),
}
