"""The walk of the monitor: too early, at the slot, the certificate, and one changed byte."""

import re

from app.rehearsal.tampering import change_one_byte
from tests.rehearsal.conftest import Visitor


def review_of(page: str) -> str:
    """The address of the review to which the walk leads."""
    found = re.search(r'value="(/dialogues/\w+/reviews/\w+)"', page)
    assert found is not None
    return found.group(1)


def test_the_result_is_refused_before_nine_and_released_after(visitor: Visitor) -> None:
    walk = visitor.opens("/rehearsal/walks/audit")
    review = review_of(walk)
    status, page = visitor.sends(visitor.becomes("theary", review), f"{review}/releases", examined="yes")
    assert status == 409
    assert "The door opens on Monday 25 January 2027, 09:00, not before." in page
    visitor.sends(visitor.opens("/rehearsal"), "/rehearsal/clock/steps", by="hour")
    status, page = visitor.sends(visitor.becomes("theary", review), f"{review}/releases", examined="yes")
    assert status == 200
    assert "certificate" in page.lower()


def test_one_changed_byte_is_told_by_the_verifier_itself(visitor: Visitor) -> None:
    page = visitor.becomes("theary", "/rehearsal/verifications/new")
    table = re.search(r'<option value="(\w+)"[^>]*>Two families', page)
    assert table is not None
    for place in ("1", "4321", "60000", "999999999"):
        status, after = visitor.sends(page, "/rehearsal/verifications", dialogue=table.group(1), place=place)
        assert status == 200
        assert "nothing in it is false" in after
        assert re.search(r'<p lang="en">E\d\d ', after), place


def test_a_place_that_is_no_number_is_said_in_a_sentence(visitor: Visitor) -> None:
    page = visitor.becomes("theary", "/rehearsal/verifications/new")
    table = re.findall(r'<option value="(\w+)"', page)[0]
    status, after = visitor.sends(page, "/rehearsal/verifications", dialogue=table, place="everywhere")
    assert status == 422
    assert "is not an amount" in after


def test_only_the_monitor_is_offered_a_bundle(visitor: Visitor) -> None:
    page = visitor.becomes("dalin", "/rehearsal/verifications/new")
    assert "Only the monitor makes full bundles." in page
    sent = {"once": "abcdefgh", "dialogue": "whatever", "place": "1"}
    assert visitor.client.post("/rehearsal/verifications", data=sent).status_code == 422


def test_a_place_behind_the_end_means_the_last_byte(s2_bundle: bytes) -> None:
    done = change_one_byte(s2_bundle, 10**9)
    assert done.place == done.size == len(s2_bundle)
    assert (done.before.code, bool(done.after.code)) == ("", True)
