"""A pasted list is read whatever its order, head and digits; what stays unclear is told line by line."""

import pytest

from app.foundation.roles import Role
from app.parties.forms.lists import MOST, ListUnclear, read_list
from app.web.i18n import use_language

YEAR = 2027


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def told(pasted: str) -> str:
    """What is said of a list that cannot be read."""
    with pytest.raises(ListUnclear) as unclear:
        read_list(pasted, YEAR)
    return str(unclear.value.details["told"])


def test_columns_may_stand_in_any_order_without_a_head() -> None:
    people = read_list(
        "f; facilitator; សុខ ដាលីន; Sok Dalin\n"
        "Cham Sopheap\tFamily A\tf\t១៩៨៥\n"
        "m, Ngem Ravy, Family B, holder\n"
        "Teth Malis, Family B, wife, f, 41\n",
        YEAR,
    )
    assert [one.role for one in people] == [Role.FACILITATOR, *[Role.DELEGATE] * 3]
    assert (people[0].khmer, people[0].latin) == ("សុខ ដាលីន", "Sok Dalin")
    assert [one.side for one in people[1:]] == ["Family A", "Family B", "Family B"]
    assert [one.because for one in people] == ["", "holder", "holder", "spouse"]
    assert [one.adult for one in people] == ["", "yes", "unknown", "yes"]


def test_a_head_in_khmer_names_the_columns() -> None:
    people = read_list(
        "ភេទ\tភាគី\tឈ្មោះ\tតួនាទី\tឆ្នាំកំណើត\n"
        "ស្រី\t\tសុខ ដាលីន\tអ្នកសម្របសម្រួល\t\n"
        "ប្រុស\tគ្រួសារ ក\tឡុង រិទ្ធី\t\t២០០៩\n"
        "ស្រី\tគ្រួសារ ខ\tពេជ្រ សុខា\tភាគី\t២០១៥\n",
        YEAR,
    )
    assert [one.khmer for one in people] == ["សុខ ដាលីន", "ឡុង រិទ្ធី", "ពេជ្រ សុខា"]
    assert [one.adult for one in people] == ["", "unknown", "no"]
    assert [one.sex for one in people] == ["f", "m", "f"]


def test_a_missing_year_is_not_known_and_stops_nothing() -> None:
    people = read_list("Sok Dalin, facilitator, f\nLong Rithy, Family A, m, party", YEAR)
    assert people[1].adult == "unknown"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Sok Dalin, f, witness", "Line 3: Sok Dalin stands on line 1 already. Add what tells them apart."),
        ("Chea Vanny, monitr, f", "Line 3: “monitr” is no seat. Did you mean “monitor”?"),
        ("Chea Vanny, monitor", "Line 3: write f or m for Chea Vanny."),
        ("Chea Vanny, f", "Line 3: write a seat or a side for Chea Vanny."),
        ("Chea Vanny, f, paralegal", "Line 3: write the side to which Chea Vanny belongs."),
        ("Chea Vanny, f, witness, Family A", "Line 3: whoever has this seat belongs to no side."),
        ("witness, f", "Line 3: there is no name."),
        ("Chea Vanny, f, m, witness", "Line 3: “m” is not understood."),
        (f"{'Long' * 30}, witness, f", "Line 3: this is too long for a name or a side."),
    ],
)
def test_what_is_unclear_is_told_with_its_line(line: str, sentence: str) -> None:
    assert sentence in told(f"Sok Dalin, facilitator, f\nLong Rithy, Family A, m\n{line}")


def test_an_unknown_seat_under_a_head_is_told_with_the_seats_there_are() -> None:
    said = told("name,role,side,sex\nSok Dalin,facilitator,,f\nNgem Ravy,boss,Family A,m")
    assert said.startswith("Line 3: “boss” is no seat. Seats are: facilitator, mediator, chair")


def test_a_list_needs_its_facilitator_and_has_an_end() -> None:
    assert told("Sok Dalin, chair, f").startswith("Nobody on the list is the facilitator.")
    many = "\n".join(f"Person {n:03}, observer, f" for n in range(MOST + 1))
    assert told(many) == f"The list has {MOST + 1} people. Take at most {MOST}."


def test_many_unclear_lines_are_told_five_at_a_time() -> None:
    said = told("\n".join(f"Person {n:03}, f" for n in range(8)))
    assert said.count("write a seat or a side") == 5
    assert said.endswith("4 more like this.")
