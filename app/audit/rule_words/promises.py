"""The words of the rules about promises, reports, do no harm and what follows."""

from app.audit.rule_words.shape import RuleWords
from app.foundation.errors import N_

RULES: dict[str, RuleWords] = {
    "INCL-ESSENTIAL-1": RuleWords(
        N_("Nothing binds or depends on somebody who was not at the table"),
        N_(
            "Is each promise made by a side of this table all of whose deciders signed, with authorities outside "
            "named as conditions only?"
        ),
        N_("Each promise is made by a side that signed; what depends on an authority outside binds nobody."),
    ),
    "FREE-REPORT-1": RuleWords(
        N_("Everyone could speak in private, and no report is open"),
        N_(
            "Did somebody independent talk alone with each person who must decide, at least twice, and does the "
            "monitor state that every report was examined and none is open?"
        ),
        N_(
            "Each person could speak alone with somebody independent twice. All reports, if any, were examined, and "
            "none is open."
        ),
    ),
    "DNH-CONTEXT-1": RuleWords(
        N_("What the talks do to peace around them was looked at"),
        N_(
            "Was a do-no-harm sheet written before the first session and within 7 days after each, and does what "
            "got worse have an option with an owner and a day?"
        ),
        N_("The sheets were written in time; whatever got worse has an option with an owner and a day."),
    ),
    "POST-PERF-1": RuleWords(
        N_("Whether a promise is kept will be said by both sides"),
        N_(
            "Does each promise have a day, a side that keeps it, and another side whose word alone makes it kept?"
        ),
        N_("Each promise has a day, and another side than the one that keeps it says whether it was kept."),
    ),
    "POST-REPRISAL-1": RuleWords(
        N_("Everyone who decided will be asked afterwards how they fare"),
        N_(
            "Are talks afterwards planned with all who must decide alike, whatever they decided, after the days of "
            "this table's size?"
        ),
        N_("Talks afterwards are planned with all who must decide, all alike."),
    ),
}

REASONS: dict[str, str] = {
    # promises
    "no_promises": N_("It is not named who keeps which promise of this text."),
    "promise_missing": N_("Not every promise of this text is named."),
    "debtor_not_here": N_("A promise binds somebody who is no side of this table."),
    "debtor_not_signed": N_("A promise binds a side whose deciders have not all signed."),
    "renamed_after_signing": N_("After somebody had signed, a promise was given to another side."),
    "promise_without_day": N_("A promise has no day by which it is kept."),
    "confirms_alone": N_("The side that keeps a promise would say alone that it was kept."),
    "creditor_not_here": N_("A promise names nobody at this table who says whether it was kept."),
    # reports
    "private_talk_missing": N_(
        "For somebody who must decide, two private talks with somebody independent are not in the record."
    ),
    "never_alone": N_("Private talks with somebody who must decide were not held alone."),
    "reports_not_examined": N_(
        "The monitor has not stated yet that all reports, if any, were examined and none is open."
    ),
    # do no harm
    "harm_baseline_missing": N_("No do-no-harm sheet from before the first session is in the record."),
    "harm_baseline_late": N_(
        "The first do-no-harm sheet was written only after the first session had begun."
    ),
    "harm_session_missing": N_("After a session, no do-no-harm sheet was written."),
    "harm_session_late": N_("After a session, the do-no-harm sheet was written later than 7 days."),
    "worse_without_option": N_(
        "A do-no-harm sheet says that something got worse and names nothing done about it."
    ),
    # afterwards
    "no_follow_ups": N_("No talks afterwards are planned."),
    "follow_up_leaves_out": N_("The plan of talks afterwards leaves out somebody who must decide."),
    "follow_ups_too_few": N_("The plan of talks afterwards has fewer days than this table's size asks for."),
}
