"""S3 as people read it: no blame, no share of a hundred, no colour of failure, and nobody finds who refused."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from app.rehearsal.page_forms import words_of_page
from app.rehearsal.story import Step, moment, read_story
from app.voluntariness.assess import AROUND_THE_TABLE
from tests.agreements.test_secrecy import Names, addresses
from tests.postgres import SqliteFiles
from tests.stories.conftest import ToldS3, tell_s3

SEATS = ("mony", "narith", "nget", "chen", "sovann", "sreyleak")
"""Facilitator, chair, one of the communities, the company, monitor and witness."""
FIRST = moment("2027-03-30T11:00")
"""The first offer was answered by everybody; the session still goes on."""
TWINS = ("nget", "thon")
OTHERS = ("mony", "vichet", "narith", "sambo", "rany", "chen", "phirum", "sreyleak", "ponlok")
OWN = re.compile(r"^/$|^/rehearsal")
"""What is nobody's page at this table."""


def pages(told: ToldS3, person: str, language: str = "en") -> Iterator[tuple[str, str]]:
    """Every page of this table that the person can open."""
    places = {"dialogue": told.names["dialogue"], "offer": told.names["O2"], "matter": told.names["O2"]}
    places |= {"session": told.names["s3"], "position": told.names["PA"], "side": told.names["A"]}
    client = told.browser(person, language)
    for address in addresses(places):
        answer = client.get(address)
        if answer.status_code == 200 and answer.headers["content-type"].startswith("text/html"):
            yield address, answer.text


def seen(told: ToldS3) -> list[tuple[str, str, str]]:
    """Each page by each seat in English; by facilitator and monitor in Khmer too."""
    found = [(who, *page) for who in SEATS for page in pages(told, who)]
    return found + [(who, *page) for who in ("mony", "sovann") for page in pages(told, who, "km")]


def test_no_page_holds_a_share_of_a_hundred_or_a_colour_of_failure(told_s3: ToldS3) -> None:
    found = seen(told_s3)
    assert len(found) > 100
    for who, address, page in found:
        said = words_of_page(page)
        assert not re.search(r"%|٪|per cent|percent|ភាគរយ", said), (who, address)
        assert 'class="tag broken"' not in page, (who, address)
        assert "notice wrong" not in page, (who, address)


def test_the_statement_names_the_sides_and_blames_nobody(told_s3: ToldS3) -> None:
    for who in SEATS:
        said = words_of_page(told_s3.browser(who).get(f"{told_s3.home}/statement").text)
        assert "No agreement was reached. This is a normal end of a peace table." in said
        assert "Golden Reed Agri Co." in said
        assert "joint survey of June 2027" in said
        assert "Until the end of Saturday 2 October 2027 nobody changes anything on the land." in said
        assert not re.search(r"\b(fault|blame|failed|guilty|unfortunately|collapsed|broke|O1|offer)\b", said)


def test_the_statement_is_the_same_sheet_for_every_seat(told_s3: ToldS3) -> None:
    sheets = set()
    for who in SEATS:
        page = told_s3.browser(who).get(f"{told_s3.home}/statement").text
        sheets.add(re.search(r"<article.*?</article>", page, re.DOTALL)[0])  # type: ignore[index]
    assert len(sheets) == 1


def test_the_report_counts_what_was_done_and_makes_no_rate(told_s3: ToldS3) -> None:
    said = words_of_page(told_s3.browser("mony").get(f"{told_s3.home}/sheets/report").text)
    assert "Sessions held 5" in said
    assert "Offers on the table 4" in said
    assert "Talks afterwards, held of planned 64 / 64" in said
    assert "Ending without agreement counts as much as ending with one; no rate is made of them." in said


def test_the_monitor_reads_that_nothing_is_open_around_a_table_without_agreement(told_s3: ToldS3) -> None:
    page = told_s3.browser("sovann").get(f"{told_s3.home}/reviews/safeguards").text
    assert page.count('class="tag kept"') == len(AROUND_THE_TABLE)
    said = words_of_page(page)
    assert "Nothing is open. No score is made of them." in said
    assert "NEU-DUALROLE-1" in said
    assert told_s3.browser("mony").get(f"{told_s3.home}/reviews/safeguards").status_code == 404


def test_the_standstill_ended_by_its_own_terms_for_each_side(told_s3: ToldS3) -> None:
    page = told_s3.browser("nget").get(f"{told_s3.home}/sheets/standstill").text
    assert words_of_page(page).count("It ended on Saturday 2 October 2027, by its own terms.") == 3


def _answering(step: Step, who: str) -> Step:
    refuses = step.act == "check_answer" and step.fields["answer"] == "refuse"
    return replace(step, fields={"answer": "refuse" if step.by == who else "accept"}) if refuses else step


def twin(files: SqliteFiles, who: str) -> dict[tuple[str, str], tuple[int, dict[str, str], str]]:
    """The first offer is accepted by all of the communities but one; every page of the others, with its headers."""
    steps = [_answering(step, who) for step in read_story("S3").until(FIRST).steps]
    told, names, found = tell_s3(files, steps), Names(), {}
    places = {"dialogue": told.names["dialogue"], "offer": told.names["O1"], "session": told.names["s2"]}
    for person in OTHERS:
        client = told.browser(person)
        for address in addresses({**places, "side": told.names["A"], "matter": told.names["O1"]}):
            if OWN.match(address):
                continue
            answer = client.get(address)
            page = names.plain(unescape(answer.text)) if answer.status_code == 200 else ""
            found[person, address] = (answer.status_code, dict(answer.headers), page)
    told.engine.dispose()
    return found


def test_which_of_thirteen_refused_changes_no_byte_for_anybody_else(sqlite_files: SqliteFiles) -> None:
    one, other = (twin(sqlite_files, who) for who in TWINS)
    assert one.keys() == other.keys()
    assert [key for key in one if one[key] != other[key]] == []
