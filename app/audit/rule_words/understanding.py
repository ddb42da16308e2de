"""The words of the rules about how a text reaches people: read aloud, understood, signed without pressure."""

from app.audit.rule_words.shape import RuleWords
from app.foundation.errors import N_

RULES: dict[str, RuleWords] = {
    "FREE-ISOLATE-1": RuleWords(
        N_("Nobody was singled out when signing"),
        N_(
            "Did each person sign in an open session, not outnumbered by the other side, with a support person "
            "offered?"
        ),
        N_(
            "Each person signed in a session; the witness noted who was in the room, and a support person was "
            "offered."
        ),
    ),
    "FREE-LIBERTY-1": RuleWords(
        N_("Nobody's freedom was given for a yes"),
        N_(
            "Was the text looked through, and is it free of letting somebody out of detention, dropping a charge, "
            "stopping arrests or taking back a summons?"
        ),
        N_("The text was looked through; nobody's freedom, charge or summons is part of it."),
    ),
    "INF-READ-1": RuleWords(
        N_("The whole text was read aloud before a witness"),
        N_(
            "Was exactly this text read aloud, whole and not hurriedly, to each person who does not read it easily, "
            "before the witness and not long before signing?"
        ),
        N_("Each person who does not read easily heard exactly this text, read whole before the witness."),
    ),
    "INF-UNDERSTAND-1": RuleWords(
        N_("Everyone said in their own words what the text means"),
        N_(
            "Did each person who must decide tell the witness back what they get, give and can no longer claim, with "
            "at least four of five answers right, before signing?"
        ),
        N_("Each person told back what the text means, what can no longer be claimed included."),
    ),
    "INF-CLEAR-1": RuleWords(
        N_("The text is whole and clear"),
        N_(
            "Does the text say in each of its languages who does what, where, how much, when, how it is proved and "
            "what happens if it is late, without an open place?"
        ),
        N_("Each clause stands in each language without an open place; each row is whole."),
    ),
    "INF-RELEASE-1": RuleWords(
        N_("Giving up a claim was marked apart"),
        N_("Where the text gives up a claim: did each person who signed mark that apart from the signature?"),
        N_("Each person who signed marked apart that claims are given up."),
    ),
    "REC-COPY-1": RuleWords(
        N_("Everyone walked away with their own copy, and each side answered the minutes"),
        N_(
            "Did each person who signed take their own complete signed copy within an hour, and did each side say "
            "within seven days how the minutes of each session stand?"
        ),
        N_("The witness saw each person who signed take their own copy; each side has answered the minutes."),
    ),
}

REASONS: dict[str, str] = {
    "room_not_noted": N_("For somebody who signed, it is not noted who was in the room."),
    "outnumbered": N_("When somebody signed, more people of the other side were there than of the own side."),
    "no_support_offered": N_("Somebody signed without a support person having been offered."),
    "not_scanned": N_("Nobody has looked through the text for claims and for anybody's freedom."),
    "liberty_traded": N_("The text trades somebody's freedom, charge or summons for a yes."),
    "words_ask": N_("The text has words of arrest or charges, and no monitor has looked through it."),
    "claim_words_ask": N_(
        "The text speaks of a complaint or of giving something up, and no monitor has looked through it."
    ),
    "not_read_aloud": N_(
        "For somebody who must decide, no reading aloud of exactly this text is in the record."
    ),
    "witness_read": N_("The witness read the text, and so could not witness the reading."),
    "read_in_another_language": N_("The text was read in a language that it does not have."),
    "read_before_fixed": N_("What was read aloud was read before this text was fixed."),
    "read_too_fast": N_("The reading was shorter than anyone can read this text."),
    "read_at_another_time": N_("The text was read after the signature, or more than a day before it."),
    "not_asked_back": N_("Somebody who must decide was not asked to tell back what the text means."),
    "asked_too_often": N_("Somebody was asked more than three times what the text means."),
    "not_understood": N_("Somebody could not tell back what the text means. They need more time, not less."),
    "understood_late": N_("Somebody told back what the text means only after signing."),
    "wording_missing": N_("A clause is missing in one of the text's languages."),
    "open_place": N_("The text has an open place that somebody could fill later."),
    "rows_missing": N_("The rows that all sides accepted are not in the text's file."),
    "row_incomplete": N_(
        "A row does not say who, what, where, when, how it is proved, or what if it is late."
    ),
    "nobody_gives_up_a_claim": N_("Nobody gives up a claim in this text, so the rule does not apply."),
    "claims_not_marked": N_("Somebody signed without a mark of its own for the claims that are given up."),
    "no_copy_taken": N_("For somebody who signed, it is not noted that they took their copy with them."),
    "no_minutes": N_("A session that was held has no minutes in the record."),
    "minutes_unanswered": N_(
        "A side has not said how the minutes of a session stand. Silence is no consent."
    ),
    "minutes_answered_late": N_("A side answered the minutes of a session later than seven days."),
    "copy_late": N_("Somebody got their own signed copy only later than an hour after signing."),
}
