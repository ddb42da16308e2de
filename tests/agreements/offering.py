"""A table at which offers are made: closed lists, fixed numbers, and short ways to table and to answer."""

import re
from datetime import timedelta
from typing import Any

import httpx2

from tests.agreements.signing import Signing
from tests.office import sentences

ROWS = {"who_1": "Ravy", "what_1": "pays for two harvests", "amount_1": "3 000 000", "currency_1": "KHR"}


class Offering(Signing):
    """The table of `signing`, some moves earlier: addresses of offers are those below the table's."""

    def later(self, minutes: int = 1) -> None:
        """Let time pass."""
        self.office.now += timedelta(minutes=minutes)

    def draft(self, person: str, **rows: Any) -> str:
        """A draft of this person's side; returns its address."""
        return self.did(person, "offers/drafts", **(rows or ROWS)).removeprefix(f"{self.home}/")

    def fields_of(self, person: str, draft: str) -> dict[str, str]:
        """What the form of a draft carries hidden: which draft, and the version of it that stands on the page."""
        page = self.office.open(person, f"{self.home}/{draft}").text
        return dict(re.findall(r'name="(draft|version)" value="(\w*)"', page))

    def tabled(self, person: str, **rows: Any) -> str:
        """An offer on the table; returns its address."""
        return self.did(person, f"{self.draft(person, **rows)}/tablings").removeprefix(f"{self.home}/")

    def check(self, person: str, offer: str, choice: str) -> httpx2.Response:
        """The check page of one choice."""
        return self.send(person, f"{offer}/answer-checks", answer=choice)

    def say(self, person: str, offer: str, choice: str) -> httpx2.Response:
        """Choose, and confirm with the fields that the check page holds."""
        self.later()
        path = f"{offer}/answers/withdrawals" if choice == "revoke" else f"{offer}/answer-checks"
        page = self.send(person, path, **({} if choice == "revoke" else {"answer": choice}))
        assert page.status_code == 200, sentences(page)
        fields = dict(re.findall(r'name="(choice|version)" value="(\w+)"', page.text))
        return self.send(person, f"{offer}/answers", **fields)

    def read(self, person: str, place: str) -> str:
        """The words of a page below the table's address."""
        answer = self.office.open(person, f"{self.home}/{place}")
        assert answer.status_code == 200, sentences(answer)
        return sentences(answer)

    def outcome(self, side: str, person: str = "rattana") -> str:
        """The newest outcome of a side as another person at the table reads it in the record, or ''."""
        found = re.findall(rf"{side} said to an offer: ([a-z ]+)\.", self.read(person, "entries"))
        return found[0] if found else ""

    def status(self, offer: str, person: str = "rattana") -> str:
        """The word that stands beside an offer in the list."""
        page = self.office.open(person, f"{self.home}/offers").text
        line = page.partition(f"/{offer}")[2].partition("</li>")[0]
        return line.rpartition('<span class="nowrap">')[2].partition("</span>")[0]
