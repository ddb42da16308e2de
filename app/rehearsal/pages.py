"""On which page each form stands: one line an act. A test opens every one of these pages and finds the form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stands:
    """The route that shows the page; `asks` are names that stand behind the `?` of its address."""

    on: str
    asks: tuple[str, ...] = ()


PAGE_OF: dict[str, Stands] = {
    # peace tables as a whole
    "open_dialogue": Stands("show_opening"),
    "freeze_thresholds": Stands("show_thresholds"),
    "ask_for_pause": Stands("show_pause"),
    "end_pause": Stands("show_pause"),
    "leave_table": Stands("show_leaving"),
    "end_dialogue": Stands("show_ending"),
    "correct_entry": Stands("show_correction"),
    # who is at the table
    "name_side": Stands("show_people"),
    "seat_person": Stands("show_people"),
    "close_deciders": Stands("show_people"),
    "agree_to_take_part": Stands("show_taking_part"),
    "end_taking_part": Stands("show_taking_part"),
}
