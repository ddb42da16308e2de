"""Every page of the house: which route, at which moment, who opens it, and what stands in its holes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page as one person finds it. `holes` are ids, or names that the story knows; `asks` stands behind `?`."""

    route: str
    person: str
    story: str = ""
    holes: tuple[tuple[str, str], ...] = ()
    moment: str = "before the slot"
    asks: str = ""

    def __str__(self) -> str:
        """What a test calls it."""
        return f"{self.route}, {self.person}, {self.moment}"


def _at(
    route: str,
    person: str,
    story: str = "",
    /,
    *,
    moment: str = "before the slot",
    asks: str = "",
    **holes: str,
) -> Place:
    return Place(route, person, story, tuple(holes.items()), moment, asks)


END, FIXED, SIGNED = "end", "text fixed", "all signed"

PLACES = (
    _at("show_rehearsal", ""),
    _at("show_walk", "", walk="audit"),
    _at("show_retelling", "dalin"),
    _at("show_own_case_form", ""),
    _at("show_own_case", "", "own", moment=END),
    _at("show_becoming", "", "own", person="chair", moment=END),
    _at("show_tampering", "theary"),
    _at("show_waiting", "sokun"),
    _at("show_waiting", "dalin"),
    _at("show_waiting", "theary"),
    _at("show_help", "sokun"),
    _at("show_words", "dalin"),
    _at("show_request_form", ""),
    _at("show_request_codes", ""),
    _at("show_request", "", "water", code="R3"),
    _at("show_request", "", "water", code="R2"),
    _at("show_request", "dalin", "water", code="R3"),
    _at("list_requests", "dalin"),
    _at("show_opening", "dalin", "water", asks="request=R3"),
    _at("list_dialogues", "dalin"),
    _at("list_dialogues", "sokun"),
    _at("show_opening", "dalin"),
    _at("show_dialogue", "dalin", "S2"),
    _at("show_dialogue", "sokun", "water"),
    _at("show_dialogue", "dalin", "no-agreement"),
    _at("show_thresholds", "dalin", "water"),
    _at("show_audiences", "sokun", "water"),
    _at("show_pause", "sokun", "water"),
    _at("show_leaving", "sokun", "water"),
    _at("show_ending", "dalin", "water"),
    _at("show_statement", "phalla", "no-agreement"),
    _at("show_record", "theary", "S2"),
    _at("show_record", "sokun", "water"),
    _at("show_record", "theary", "second-thoughts", moment=END),
    _at("show_correction", "dalin", "S2", entry="1"),
    _at("show_people", "dalin", "S2"),
    _at("show_people", "sokun", "water"),
    _at("show_taking_part", "sokun", "water"),
    _at("show_month", "dalin"),
    _at("list_sessions", "dalin", "water"),
    _at("list_sessions", "sokun", "water"),
    _at("show_planning", "dalin", "water"),
    _at("show_moving", "dalin", "water", session="s3"),
    _at("show_cancelling", "dalin", "water", session="s3"),
    _at("show_invitations", "dalin", "water", session="s3"),
    _at("show_letter", "sokun", "water", session="s2"),
    _at("show_preparation", "dalin", "water", session="s3"),
    _at("show_preparation", "dalin", "water", session="s2"),
    _at("show_agenda", "sokun", "water", session="s2"),
    _at("show_agenda_version", "dalin", "water", session="s3", number="2"),
    _at("show_agenda_review", "sarin", "water", session="s3"),
    _at("show_session", "sokun", "water", session="s2"),
    _at("show_session", "sarin", "water", session="s3"),
    _at("list_positions", "sothea", "water"),
    _at("show_position_form", "sothea", "water"),
    _at("show_position", "sothea", "water", position="PA"),
    _at("list_offers", "sokun", "water"),
    _at("list_offers", "dalin", "S2"),
    _at("show_new_offer", "sokun", "water"),
    _at("show_new_offer", "sokun", "water", asks="counters=O2"),
    _at("show_draft", "sokun", "water", draft="draft", moment=END),
    _at("show_offer", "sokun", "water", offer="O2"),
    _at("show_offer", "dalin", "S2", offer="O3"),
    _at("show_my_answer", "sothea", "water", offer="O2"),
    _at("show_if_no", "sokun", "water"),
    _at("show_if_no", "dalin", "water"),
    _at("show_fixing", "dalin", "water", asks="offer=O1"),
    _at("show_change", "dalin", "water", agreement="T1"),
    _at("show_text", "sokun", "water", agreement="T1"),
    _at("show_text", "dalin", "S2", agreement="T1"),
    _at("show_hand_over", "rith", "S2", agreement="T1", moment=FIXED),
    _at("show_signing", "sokun", "water", agreement="T1"),
    _at("show_my_signature", "sopheap", "S2", agreement="T1"),
    _at("show_withdrawal", "sopheap", "S2", agreement="T1"),
    _at("show_attestation", "rith", "S2", agreement="T1", moment=SIGNED),
    _at("list_reviews", "theary"),
    _at("show_reviews", "theary", "S2"),
    _at("show_review", "theary", "S2", agreement="T1"),
    _at("show_review", "theary", "second-thoughts", agreement="T1", moment=END),
    _at("show_safeguards", "theary", "S2"),
    _at("show_safeguards", "theary", "no-agreement"),
    _at("show_look", "theary", "S2", matter="T1"),
    _at("show_rule", "theary", "S2", agreement="T1", rule="PRIOR-NOTICE-1"),
    _at("show_rule", "theary", "second-thoughts", agreement="T1", rule="FREE-REFUSE-1", moment=END),
    _at("show_certificate", "sopheap", "S2", agreement="T1", moment=END),
    _at("show_certificate", "sokun", "water", agreement="T1"),
    _at("check_certificate", ""),
    _at("show_away", ""),
    _at("list_sheets", "dalin", "S2"),
    _at("show_case", "dalin", "S2"),
    _at("show_ties", "dalin", "S2"),
    _at("show_talks", "dalin", "S2"),
    _at("show_standstill", "dalin", "S2"),
    _at("show_visit", "dalin", "S2", side="A"),
    _at("show_mandate", "sothea", "water", mandate="M1"),
    _at("show_sitting", "dalin", "S2", session="s1"),
    _at("show_attendance", "dalin", "S2", session="s1"),
    _at("show_head", "dalin", "S2", session="s1"),
    _at("show_minutes", "sopheap", "S2", session="s1"),
    _at("show_promise_naming", "dalin", "S2", agreement="T1"),
    _at("show_promises", "sopheap", "S2", moment=END),
    _at("show_follow_ups", "theary", "S2"),
    _at("show_incidents", "theary", "S2"),
    _at("show_reading", "rith", "S2", agreement="T1"),
    _at("show_signing_sheet", "rith", "S2", agreement="T1"),
    _at("show_harm", "dalin", "S2"),
    _at("show_closing_report", "dalin", "S2"),
    _at("show_cards", "rith", "S2", offer="O2"),
    _at("show_slip", "rith", "S2", offer="O2", person="vannak"),
    _at("show_recordings", "dalin", "water", matter="O2"),
)
"""At least one a route; more where a page is another one for another person or at another moment."""

NO_PAGES = frozenset(
    ("alive", "static", "show_calendar_file", "show_certificate_paper", "show_text_paper", "play_recording")
)
"""What answers a GET and is no page."""
