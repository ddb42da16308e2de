"""A card of somebody who decides for others: a yes needs their mandate, as on that person's own page."""

from typing import Any

from tests.agreements.test_mandates import Spoken
from tests.office import Office, sentences

UNSEEN = "no mandate of theirs that a witness saw is here"


def check(table: Spoken, answer: str) -> Any:
    """The witness looks at Malis's card together with her."""
    return table.send("sina", f"sheets/cards/{table.offer}/checks", person="malis", answer=answer)


def lay(table: Spoken, choice: str) -> Any:
    """The witness's second tap, without the first where that is refused."""
    version = check(table, "refuse").text.partition('name="version" value="')[2][:64]
    return table.send("sina", f"sheets/cards/{table.offer}", person="malis", choice=choice, version=version)


def test_a_card_gets_round_no_mandate_and_refusing_never_needs_one(office: Office) -> None:
    table = Spoken(office)
    for answer in (check(table, "accept"), lay(table, "accept")):
        assert answer.status_code == 409
        assert UNSEEN in sentences(answer)
    for choice in ("refuse", "longer", "change"):
        assert lay(table, choice).status_code == 303
    table.mandate("talk")
    assert "does not reach as far as this" in sentences(lay(table, "accept"))
    table.mandate("talk", "accept")
    assert check(table, "accept").status_code == 200
    assert lay(table, "accept").status_code == 303
