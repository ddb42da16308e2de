"""On which page each form stands: one line an act. A test opens every one of these pages and finds the form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stands:
    """The route that shows the page; `asks` are names that stand behind the `?` of its address."""

    on: str
    asks: tuple[str, ...] = ()


PAGE_OF: dict[str, Stands] = {
    # peace tables as a whole
    "send_request": Stands("show_request_form"),
    "decline_request": Stands("show_request"),
    "open_dialogue": Stands("show_opening", ("request",)),
    "freeze_thresholds": Stands("show_thresholds"),
    "ask_for_pause": Stands("show_pause"),
    "end_pause": Stands("show_pause"),
    "leave_table": Stands("show_leaving"),
    "correct_entry": Stands("show_correction"),
    # who is at the table
    "name_side": Stands("show_people"),
    "seat_person": Stands("show_people"),
    "seat_list": Stands("show_people"),
    "close_deciders": Stands("show_people"),
    "agree_to_take_part": Stands("show_taking_part"),
    "end_taking_part": Stands("show_taking_part"),
    "save_case": Stands("show_case"),
    "save_visit": Stands("show_visit"),
    "tell_ties": Stands("show_ties"),
    "note_talks": Stands("show_talks"),
    "note_standstill": Stands("show_standstill"),
    "witness_mandate": Stands("show_mandate"),
    "end_mandate": Stands("show_mandate"),
    # sessions
    "plan_session": Stands("show_planning"),
    "move_session": Stands("show_moving"),
    "cancel_session": Stands("show_cancelling"),
    "record_delivery": Stands("show_invitations"),
    "answer_invitation": Stands("show_session"),
    "open_session": Stands("show_session"),
    "close_session": Stands("show_session"),
    "save_sitting": Stands("show_sitting"),
    "answer_minutes": Stands("show_minutes"),
    "arrange_agenda": Stands("show_preparation"),
    "save_agenda": Stands("show_preparation"),
    "send_agenda_for_review": Stands("show_preparation"),
    "review_agenda": Stands("show_agenda_review"),
    "answer_suggestion": Stands("show_preparation"),
    "record_agenda_delivery": Stands("show_preparation"),
    # positions
    "state_position": Stands("show_position_form"),
    "restate_position": Stands("show_position"),
    "table_position": Stands("show_position"),
    # offers and answers
    "state_if_no": Stands("show_if_no"),
    "sign_if_no": Stands("show_if_no"),
    "save_draft": Stands("show_new_offer", asks=("counters",)),
    "table_offer": Stands("show_draft"),
    "withdraw_offer": Stands("show_offer"),
    "check_answer": Stands("show_offer"),
    "withdraw_answer": Stands("show_my_answer"),
    # texts and signatures
    "fix_text": Stands("show_fixing", asks=("offer",)),
    "change_text": Stands("show_change"),
    "hand_over_text": Stands("show_hand_over"),
    "check_signature": Stands("show_signing"),
    "withdraw_signature": Stands("show_withdrawal"),
    "attest_signatures": Stands("show_attestation"),
    # promises and what follows
    "name_promises": Stands("show_promise_naming"),
    "claim_promise": Stands("show_promises"),
    "confirm_promise": Stands("show_promises"),
    "dispute_promise": Stands("show_promises"),
    "hold_follow_ups": Stands("show_follow_ups"),
    "report_incident": Stands("show_incidents"),
    "close_incident": Stands("show_incidents"),
    "write_harm_sheet": Stands("show_harm"),
    "end_dialogue": Stands("show_ending"),
    # how a text reaches people
    "note_reading": Stands("show_reading"),
    "note_signing": Stands("show_signing_sheet"),
    "check_card": Stands("show_cards"),
    "bind_recording": Stands("show_recordings"),
    # the monitor
    "ask_for_evidence": Stands("show_rule"),
    "clear_rule": Stands("show_rule"),
    "look_through": Stands("show_look"),
    "release_agreement": Stands("show_review"),
    "put_off_review": Stands("show_review"),
    "return_agreement": Stands("show_review"),
    "make_bundle": Stands("show_reviews"),
}

ON_A_PAGE_THAT_CAME_BACK = frozenset(("give_answer", "witness_answer", "answer_text"))
"""Forms that stand on no page of their own: only on the check page before them."""
