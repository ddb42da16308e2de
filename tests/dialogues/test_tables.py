"""Peace tables as a whole: opening, numbers, pause, leaving, ending."""

import pytest

from tests.office import Office, sentences

NUMBERS = {
    "track": "S",
    "reason": "Two neighbours.",
    "invite_min_days": "7",
    "agenda_min_days": "1",
    "reflection_min_days": "1",
    "cooling_off_days": "7",
    "session_max_hours": "4",
    "closures": "",
}


def test_only_staff_opens_a_peace_table(office: Office) -> None:
    answer = office.send(
        "sopheap",
        "/dialogues",
        khmer="ដី",
        latin="L",
        summary_khmer="ក",
        summary_latin="s",
        resource="land",
        province="Kep",
    )
    assert answer.status_code == 403
    assert office.open("sopheap", "/dialogues/new").status_code == 200


def test_whoever_has_no_seat_finds_the_same_as_for_an_unknown_table(office: Office) -> None:
    home = office.table()
    hidden = office.browser("vanny").get("/dialogues/22222222222a")
    assert hidden.status_code == 404
    outsider = office.open("sopheap", "/dialogues/22222222222a")
    assert outsider.status_code == 404
    assert office.open("sopheap", home).status_code == 200


def test_the_same_form_sent_twice_opens_one_table(office: Office) -> None:
    fields = {
        "khmer": "ដី",
        "latin": "L",
        "summary_khmer": "ក",
        "summary_latin": "s",
        "resource": "land",
        "province": "Kep",
    }
    first = office.send("dalin", "/dialogues", once="only-once-1", **fields)
    second = office.send("dalin", "/dialogues", once="only-once-1", **fields)
    assert first.headers["location"] == second.headers["location"]
    assert office.open("dalin", "/dialogues").text.count("Mondulkiri") == 0
    assert (
        office.open("dalin", "/dialogues").text.count('href="/dialogues/') == 2
    )  # the table, and the new one


def test_numbers_below_the_track_are_refused_in_words_and_nothing_typed_is_lost(office: Office) -> None:
    home = office.table()
    answer = office.send(
        "dalin", f"{home}/thresholds", **{**NUMBERS, "cooling_off_days": "3", "reason": "My own words."}
    )
    assert answer.status_code == 422
    assert "lower than this table may have" in sentences(answer)
    assert "My own words." in answer.text


def test_numbers_may_only_become_stricter(office: Office) -> None:
    home = office.table()
    assert (
        office.send("dalin", f"{home}/thresholds", **{**NUMBERS, "invite_min_days": "9"}).status_code == 303
    )
    assert office.send("dalin", f"{home}/thresholds", **NUMBERS).status_code == 422
    assert (
        office.send("dalin", f"{home}/thresholds", **{**NUMBERS, "invite_min_days": "10"}).status_code == 303
    )


@pytest.mark.parametrize("typed", ["32.1.2027", "Monday", "1/2/2027"])
def test_a_closed_day_that_is_no_day_is_named(office: Office, typed: str) -> None:
    home = office.table()
    answer = office.send("dalin", f"{home}/thresholds", **{**NUMBERS, "closures": typed})
    assert answer.status_code == 422
    assert f"“{typed}” is not a day" in sentences(answer)


def test_anyone_may_pause_and_only_who_asked_or_the_monitor_ends_it(office: Office) -> None:
    home = office.table()
    assert office.send("malis", f"{home}/pauses").status_code == 303
    assert "Paused since" in sentences(office.open("sopheap", home))
    assert office.send("ravy", f"{home}/pauses/ends").status_code == 409
    assert office.send("vanny", f"{home}/pauses/ends").status_code == 303
    assert "Paused since" not in sentences(office.open("sopheap", home))


def test_a_side_leaves_in_a_pause_without_a_reason_and_the_closing_blames_nobody(office: Office) -> None:
    home = office.table()
    closing = {
        "dividers": "same",
        "connectors": "same",
        "divider_words": "x",
        "connector_words": "y",
        "groups": "z",
    }
    assert office.send("dalin", f"{home}/sheets/closing", **closing).status_code == 409
    office.send("malis", f"{home}/pauses")
    assert office.send("ravy", f"{home}/leaving").status_code == 303
    assert "The talks have stopped" in sentences(office.open("sopheap", home))
    kept = {"kept_latin": "The path for cattle."}
    assert office.send("dalin", f"{home}/sheets/closing", **closing, **kept).status_code == 303
    statement = sentences(office.open("rattana", f"{home}/statement"))
    assert "No agreement was reached. This is a normal end" in statement
    assert "The path for cattle." in statement
    assert office.send("sopheap", f"{home}/pauses").status_code == 409


def test_an_exit_is_written_even_when_the_clock_was_set_back_and_nothing_else_is(office: Office) -> None:
    home = office.table()
    office.now = office.now.replace(year=2026)
    answer = office.send("dalin", f"{home}/sides", khmer="គ", latin="Third", kind="family")
    assert answer.status_code == 409
    assert "Set the clock" in sentences(answer)
    assert 'value="Third"' in answer.text
    assert office.send("sopheap", f"{home}/pauses").status_code == 303
    assert "could not be relied on" in sentences(office.open("vanny", f"{home}/entries"))
    assert "could not be relied on" not in sentences(office.open("rattana", f"{home}/entries"))


def test_a_correction_stands_beside_ones_own_entry_and_nobody_corrects_anothers(office: Office) -> None:
    home = office.table()
    office.send("malis", f"{home}/pauses")
    page = office.open("malis", f"{home}/entries").text
    own = page.partition("/corrections/new")[0].rpartition("/")[2]
    assert office.send("ravy", f"{home}/entries/{own}/corrections", words="x").status_code == 404
    assert (
        office.send("malis", f"{home}/entries/{own}/corrections", words="I meant an hour.").status_code == 303
    )
    seen = sentences(office.open("ravy", f"{home}/entries"))
    assert "asked for a pause" in seen
    assert "I meant an hour." in seen


def test_a_form_from_elsewhere_is_refused(office: Office) -> None:
    home = office.table()
    browser = office.browser("malis")
    assert (
        browser.post(
            f"{home}/pauses", data={"once": "elsewhere1"}, headers={"origin": "http://other"}
        ).status_code
        == 403
    )
    crossed = {"sec-fetch-site": "same-site"}
    assert browser.post(f"{home}/pauses", data={"once": "elsewhere2"}, headers=crossed).status_code == 403


def test_a_track_chosen_anew_asks_for_its_own_numbers(office: Office) -> None:
    home = office.table()
    assert office.send("dalin", f"{home}/thresholds", **NUMBERS).status_code == 303
    larger = office.send("dalin", f"{home}/thresholds", **{**NUMBERS, "track": "L"})
    assert larger.status_code == 422
    assert "looser" in sentences(larger) or "stricter" in sentences(larger)


def test_a_closed_day_of_the_year_27_is_no_day_that_somebody_means(office: Office) -> None:
    home = office.table()
    answer = office.send("dalin", f"{home}/thresholds", **{**NUMBERS, "closures": "14.4.27"})
    assert answer.status_code == 422
    assert "“14.4.27” is not a day" in sentences(answer)
