"""The words of the rules about the sitting: room, time, equal treatment, minutes, the record handed out."""

from app.audit.rule_words.shape import RuleWords
from app.foundation.errors import N_

RULES: dict[str, RuleWords] = {
    "EQUAL-TABLE-1": RuleWords(
        N_("The sides were treated alike"),
        N_(
            "Did each paper reach every side on the same day, was speaking timed and not one-sided, and did all sides "
            "sit, eat and travel alike, with advisers of their own?"
        ),
        N_("Papers reached all sides on the same day; all were heard, sat, ate and were advised alike."),
    ),
    "FREE-VENUE-1": RuleWords(
        N_("The room was open and without weapons, and anyone could leave"),
        N_(
            "Was the room of each session looked at, with nobody armed, ways out open and telephones kept, was each "
            "wish to leave granted within 15 minutes, and was the place nobody's?"
        ),
        N_("At each look nobody was armed, ways out were open, and each wish to leave was granted at once."),
    ),
    "FREE-TIME-1": RuleWords(
        N_("Nobody was worn down, by night or by an ultimatum"),
        N_(
            "Was each signature given by day and within the longest hours of a session, were there breaks, and did "
            "nobody use words of an ultimatum?"
        ),
        N_("Each signature was given by day and within the hours; breaks were held, no ultimatum was noted."),
    ),
    "REC-LEDGER-1": RuleWords(
        N_("Each side holds the end of the record on paper"),
        N_(
            "Was the end of the record handed on paper to each side after the signatures and before the release, so "
            "that nobody can change what was written?"
        ),
        N_("Each side was handed the end of the record, covering every signature, before the release."),
    ),
}

REASONS: dict[str, str] = {
    # sheets of sessions
    "no_sheet": N_("For a session that was held, no sheet is in the record."),
    "sheet_not_closed": N_("Something about a session was written after its sheet was closed."),
    "sheet_count_differs": N_("The sheet of a session counts another number of entries than are here."),
    "sheet_without_session": N_("A sheet is about a session whose opening is not in the record."),
    "not_closed": N_("The close of a session is not in the record."),
    # the room
    "room_not_looked_at": N_("The room of a session was not looked at each time it should be."),
    "no_attendance": N_("For a session, nothing says who was in the room."),
    "armed": N_("Somebody armed was in the room or at its door."),
    "exits_locked": N_("A way out of the room was locked."),
    "phones_taken": N_("Telephones were taken away."),
    "leave_refused": N_("Somebody asked to leave or to stop, and it was not granted."),
    "leave_granted_late": N_("Somebody who asked to leave or to stop had to wait longer than 15 minutes."),
    "place_of_power": N_("A session was held in a place of the police, the district, a company or a side."),
    # the hours
    "signed_outside_day": N_("Somebody signed outside the hours of the day that are fixed for this table."),
    "signed_after_hours": N_("Somebody signed after the session had lasted longer than it may."),
    "too_few_breaks": N_("A session had less than 15 minutes of breaks for every two hours."),
    "ultimatum": N_("Words of an ultimatum were used."),
    # alike
    "side_without_paper": N_("A paper did not reach each side."),
    "papers_on_other_days": N_("A paper reached the sides on different days."),
    "treatment_not_noted": N_("For a session, nothing says how the sides were treated."),
    "treated_unlike": N_("The sides did not sit, eat, travel or bring advisers alike."),
    "speaking_not_timed": N_("For a session, it is not noted how long each side spoke."),
    "spoke_one_sided": N_("One side spoke less than a third as long as another."),
    # the record on paper
    "head_not_handed": N_(
        "The end of the record was not handed to each side after the signing session began."
    ),
    "head_too_early": N_("The end of the record that a side holds does not cover every signature."),
    "head_ahead": N_("The end of the record that was handed out covers more entries than there were."),
}
