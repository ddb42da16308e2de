"""Many people at once: a pasted list seats them all or nobody, and says in words what it cannot read."""

from typing import Any

import pytest
from sqlmodel import Session

from app.parties.queries import deciders_of, people_of, sides_of
from tests.office import Office, sentences

LIST = """Cham Sopheap; គ្រួសារ ក / Family A; holder; alone; ១៩៧៩
Ngem Ravy; គ្រួសារ ខ / Family B; holder; 1971
Teth Malis; គ្រួសារ ខ / Family B; spouse
Keo Rattana; chair
Chea Vanny; monitor
Prum Sina; witness"""
HEADED = """Side\tDecides because\tName\tSeat\tYear
Family A\tholder\tចាម សុភាព\t\t១៩៧៩
Family B\tholder\tNgem Ravy\tparty\t
\t\tKeo Rattana\tchair\t"""


@pytest.fixture
def home(office: Office) -> str:
    """A table at which only its facilitator sits."""
    about = {"khmer": "ដី", "latin": "Farmland", "summary_khmer": "ដី", "summary_latin": "A field."}
    answer = office.send("dalin", "/dialogues", **about, resource="land", province="Mondulkiri")
    return str(answer.headers["location"].removesuffix("/people"))


def paste(office: Office, home: str, people: str, **other: Any) -> Any:
    fields = {"people": people, "kind": "family", "count": "", **other}
    return office.send("dalin", f"{home}/people-lists", **fields)


def seated(office: Office, home: str) -> dict[str, tuple[str, ...]]:
    with Session(office.engine) as db:
        return {
            one.id: tuple(role.value for role in one.roles)
            for one in people_of(db, home.rpartition("/")[2])
            if one.id != "dalin"
        }


def test_a_list_with_its_count_seats_all_names_the_sides_and_closes_their_lists(
    office: Office, home: str
) -> None:
    answer = paste(office, home, LIST, count="៣")
    assert answer.headers["location"] == f"{home}/thresholds"
    with Session(office.engine) as db:
        dialogue = home.rpartition("/")[2]
        sides = [(side.khmer, side.latin, side.kind, side.deciders_closed) for side in sides_of(db, dialogue)]
        ages = {one.id: one.adult for one in deciders_of(db, dialogue)}
    assert sides == [("គ្រួសារ ក", "Family A", "family", 1), ("គ្រួសារ ខ", "Family B", "family", 2)]
    assert ages == {"sopheap": "yes", "ravy": "yes", "malis": "unknown"}
    assert seated(office, home)["vanny"] == ("monitor",)


@pytest.mark.parametrize(
    ("year", "adult"),
    [("9" * 5000, "unknown"), ("៩" * 5000, "unknown"), ("45 012345678", "unknown"), ("45", "yes")],
)
def test_a_number_that_is_no_age_is_no_age_however_long(
    office: Office, home: str, year: str, adult: str
) -> None:
    answer = paste(office, home, LIST.replace("1971", year))
    assert answer.status_code == 303
    with Session(office.engine) as db:
        ages = {one.id: one.adult for one in deciders_of(db, home.rpartition("/")[2])}
    assert ages["ravy"] == adult


def test_a_head_in_another_order_khmer_digits_and_missing_years_are_read(office: Office, home: str) -> None:
    assert paste(office, home, HEADED).headers["location"] == f"{home}/people"
    assert set(seated(office, home)) == {"sopheap", "ravy", "rattana"}


@pytest.mark.parametrize(
    ("people", "count", "says"),
    [
        (LIST + "\nNGEM  RAVY; Family B", "", "stands on line 2 already"),
        (LIST, "4", "You wrote 4, but 3 stand on this list."),
        (LIST.replace("alone; ", ""), "3", "List the spouse and other co-holders"),
        (LIST + "\nSok Nobody; observer", "", "Not known here, or known twice: Sok Nobody."),
        (LIST + "\nSok Dalin; monitor", "", "the same person cannot also be monitor"),
        (LIST.replace("; chair", "; chairr"), "", "Did you mean"),
        (LIST, "three", "is not an amount"),
        ("", "", "Please fill this in."),
    ],
    ids=["double", "count", "spouse", "stranger", "conflict", "misspelt", "no number", "empty"],
)
def test_what_a_list_cannot_mean_is_told_in_words_kept_as_typed_and_seats_nobody(
    office: Office, home: str, people: str, count: str, says: str
) -> None:
    answer = paste(office, home, people, count=count)
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert people.splitlines()[-1:] == [] or people.splitlines()[-1] in answer.text
    assert seated(office, home) == {}


def test_a_list_that_was_refused_stands_in_nobodys_way_out(office: Office, home: str) -> None:
    assert paste(office, home, LIST).status_code == 303
    assert paste(office, home, LIST).status_code == 422
    assert office.send("ravy", f"{home}/pauses").status_code == 303
    assert office.send("malis", f"{home}/taking-part/ends").status_code == 303
