"""Whoever decides for others accepts and signs only within their mandate; refusing is never closed to them."""

import re
from datetime import date

import pytest

from app.parties.rules import Held, MandateGone, MandateTooNarrow, NoMandate, ensure_reaches
from tests.agreements.signing import NUMBERS, Signing
from tests.office import Office, sentences

DAY = date(2027, 1, 13)
WHOLE = Held(frozenset({"talk", "accept", "sign"}), DAY, witnessed=True, ended=False)


def test_a_witnessed_mandate_reaches_on_its_last_day() -> None:
    ensure_reaches([WHOLE], "sign", DAY)
    ensure_reaches([Held(frozenset({"sign"}), DAY, witnessed=True, ended=False)], "accept", DAY)


@pytest.mark.parametrize(
    ("held", "refusal"),
    [
        ([], NoMandate),
        ([Held(WHOLE.scope, DAY, witnessed=False, ended=False)], NoMandate),
        ([Held(WHOLE.scope, DAY, witnessed=True, ended=True)], MandateGone),
        ([Held(WHOLE.scope, date(2027, 1, 12), witnessed=True, ended=False)], MandateGone),
        ([Held(frozenset({"talk"}), DAY, witnessed=True, ended=False)], MandateTooNarrow),
        ([Held(frozenset({"talk", "accept"}), DAY, witnessed=True, ended=False)], MandateTooNarrow),
    ],
    ids=["none", "unseen", "ended", "over", "to talk", "to accept"],
)
def test_a_mandate_that_ended_or_does_not_reach_is_told_in_words(
    held: list[Held], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        ensure_reaches(held, "sign", DAY)


class Spoken(Signing):
    """The table at which Malis decides for others of her side, not for herself."""

    def __init__(self, office: Office) -> None:
        """Close the lists and fix the numbers, with Malis as representative."""
        seat = office.seat

        def spoken(home: str, person: str, role: str, **more: str) -> object:
            if person == "malis":
                more["because"] = "representative"
            return seat(home, person, role, **more)

        office.seat = spoken  # type: ignore[method-assign,assignment]
        self.office, self.home = office, office.table()
        self.did("dalin", "thresholds", **NUMBERS)
        self.did("dalin", f"sides/{office.sides[0]}/closings", count=1, alone=["sopheap"])
        self.did("dalin", f"sides/{office.sides[1]}/closings", count=2, alone=["ravy"])
        rows = {"who_1": "Family A", "what_1": "pays", "amount_1": "4000000", "currency_1": "KHR"}
        draft = self.did("sopheap", "offers/drafts", **rows).rpartition("/")[2]
        self.offer = self.did("sopheap", f"offers/drafts/{draft}/tablings").partition("/offers/")[2][:12]

    def says(self, choice: str) -> str:
        """Malis chooses and confirms; the words of the page that comes back, or ''."""
        page = self.send("malis", f"offers/{self.offer}/answer-checks", answer=choice)
        fields = dict(re.findall(r'name="(choice|version)" value="(\w+)"', page.text))
        answer = self.send("malis", f"offers/{self.offer}/answers", **fields)
        return "" if answer.status_code == 303 else sentences(answer)

    def mandate(self, *scope: str) -> str:
        """The witness saves a visit at which such a mandate was given: their own hand saw its marks."""
        until = {"until_day": "30", "until_month": "6", "until_year": "2027"}
        words = {"principals": "Ros Chan", "mandate_text": "She speaks for us.", "language": "km"}
        where = self.did(
            "sina",
            f"sheets/visits/{self.office.sides[1]}",
            speakers=["malis"],
            scope=list(scope),
            **words,
            **until,
        )
        return where.partition("#mandate-")[2]


def test_accepting_waits_for_the_mandate_and_refusing_never_does(office: Office) -> None:
    table = Spoken(office)
    assert "no mandate of theirs that a witness saw is here" in table.says("accept")
    assert table.says("refuse") == ""
    assert table.says("longer") == ""
    narrow = table.mandate("talk")
    assert "does not reach as far as this" in table.says("accept")
    whole = table.mandate("talk", "accept")
    assert table.says("accept") == ""
    for one in (narrow, whole):
        table.did("sina", f"mandates/{one}/endings")
    assert "Your mandate ended." in table.says("accept")
    assert table.says("refuse") == ""
