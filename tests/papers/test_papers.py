"""Agreement and certificate as papers: equal bytes, A4, the same for everybody, and nothing typed is read as typst."""

import os
import re
import subprocess
import sys
from typing import Any

import pytest
from sqlmodel import Session, select

from app.agreements.queries.text_paper import agreement_paper
from app.agreements.tables import Agreement
from app.audit.queries.certificate_paper import certificate_paper
from app.audit.queries.certificates import certificate_of
from app.record.code import short_code
from app.record.facts.agreements import TextFixed
from app.record.facts.dialogues import DialogueEnded
from app.web.paper import draw, inputs, words_whole
from tests.audit.conftest import Case
from tests.audit.desk import CERTIFICATE, HOME, REVIEW, Desk, words
from tests.audit.table import AGREEMENT, BEFORE, DIALOGUE, Table, at

PAPER = f"{HOME}/texts/{AGREEMENT}/paper.pdf"
ADDRESS = "http://127.0.0.1:8000/certificates?code=R3MS-84KA"
EVERYBODY = ("dalin", "chair", "witness", "vanny", "sopheap", "kunthea")


def pages(drawn: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", drawn))


def sizes(drawn: bytes) -> set[tuple[int, int]]:
    """The sizes of its pages in whole points; A4 is 595 by 842."""
    found = re.findall(rb"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]", drawn)
    return {(round(float(wide)), round(float(high))) for wide, high in found}


@pytest.fixture
def table(case: Case) -> Table:
    """The case, its text signed."""
    return case()


def view_of(table: Table) -> dict[str, Any]:
    """What the agreement's paper shows."""
    with Session(table.engine) as db:
        return dict(agreement_paper(db, DIALOGUE, AGREEMENT, ADDRESS))


def test_everybody_gets_the_same_bytes_in_either_language_and_at_any_time(table: Table) -> None:
    desk = Desk(table, BEFORE)
    first = desk.open("dalin", PAPER)
    assert first.headers["content-type"] == "application/pdf"
    assert first.headers["cache-control"] == "no-store"
    assert first.content.startswith(b"%PDF")
    for person in EVERYBODY:
        assert desk.open(person, PAPER).content == first.content
        assert desk.browser(person).get(f"{PAPER}?lang=km").content == first.content


def test_another_process_in_another_time_zone_draws_the_same_bytes(table: Table) -> None:
    view = view_of(table)
    told = "import json, sys; from app.web.paper import draw; view = json.load(sys.stdin); "
    told += "sys.stdout.buffer.write(draw('agreement', view))"
    stripped = inputs(view)["view"].replace("\u2060", "")
    other = subprocess.run(
        [sys.executable, "-c", told],
        input=stripped.encode(),
        env={**os.environ, "TZ": "America/Lima", "LANG": "C", "SOURCE_DATE_EPOCH": "1"},
        capture_output=True,
        check=True,
    )
    assert other.stdout == draw("agreement", view)


def test_who_took_a_yes_back_changes_no_byte_of_the_paper(case: Case) -> None:
    desk = Desk(case(), BEFORE)
    before = desk.open("dalin", PAPER).content
    assert desk.send("malis", f"{HOME}/texts/{AGREEMENT}/withdrawals").status_code == 303
    assert desk.open("dalin", PAPER).content == before


def test_a_paper_is_a4_and_short(table: Table) -> None:
    drawn = draw("agreement", view_of(table))
    assert sizes(drawn) == {(595, 842)}
    assert pages(drawn) <= 2


def test_a_long_text_and_thirty_signers_run_over_pages(table: Table) -> None:
    view = view_of(table)
    view["clauses"] = view["clauses"] * 30
    view["signers"] = view["signers"] * 8
    drawn = draw("agreement", view)
    assert 6 <= pages(drawn) <= 12
    assert sizes(drawn) == {(595, 842)}


def test_marks_that_people_type_are_plain_letters_on_paper(table: Table) -> None:
    view, typed = view_of(table), '#read("/etc/passwd") *x* $y$ @z #panic() </b> \\ `raw` // #{'
    view["clauses"] = [{"km": typed, "en": typed}]
    view["km"] = {**view["km"], "title": typed}
    view["signers"][0] = {**view["signers"][0], "km": typed, "en": typed}
    assert pages(draw("agreement", view)) == pages(draw("agreement", view_of(table)))


def test_the_certificate_is_one_paper_for_all_and_gone_when_it_is_taken_back(table: Table) -> None:
    desk = Desk(table)
    desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    papers = {desk.open(person, f"{CERTIFICATE}/paper.pdf").content for person in EVERYBODY}
    assert len(papers) == 1
    drawn = papers.pop()
    assert sizes(drawn) == {(595, 842)}
    assert pages(drawn) <= 2
    with Session(table.engine) as db:
        view = certificate_of(db, DIALOGUE, AGREEMENT)
        assert view is not None
        both: Any = certificate_paper(db, DIALOGUE, view, ADDRESS)
    assert both["km"]["safeguards"] != both["en"]["safeguards"]
    assert len(both["km"]["safeguards"]) == len(both["en"]["safeguards"]) == len(view.kept)
    desk.send("vanny", f"{REVIEW}/returns", words="A new fact came up.")
    assert "There is no certificate for this text" in words(desk.open("sopheap", f"{CERTIFICATE}/paper.pdf"))


def test_nobody_without_a_seat_gets_a_paper(table: Table) -> None:
    desk = Desk(table)
    assert desk.browser().get(PAPER).status_code == 303
    assert desk.open("sopheap", PAPER.replace(AGREEMENT, "nothing")).status_code == 404


def test_the_foot_says_how_far_the_text_binds(table: Table) -> None:
    assert view_of(table)["en"]["standing"].startswith("Provisional at least until Monday 25 January 2027")
    Desk(table).send("vanny", f"{REVIEW}/releases", examined="yes")
    assert view_of(table)["en"]["standing"].startswith("The result was released on")


def test_a_text_reads_valid_until_another_stands_in_its_place(table: Table) -> None:
    desk = Desk(table, BEFORE)
    with Session(table.engine) as db:
        code = db.exec(select(Agreement.code)).one()
    assert "Valid" in words(desk.browser().get("/certificates", params={"code": code}))
    asked: dict[str, object] = {
        "clauses": [],
        "languages": ["km", "en"],
        "offer": "offer3",
        "title_km": "ថ្មី",
        "title_en": "New",
    }
    anew = lambda text: TextFixed(AGREEMENT, text, ("km", "en"), "offer3", table.text)  # noqa: E731
    table.keep("dalin", at("2027-01-13 12:30"), asked, anew)
    assert "This text does not stand any more" in words(
        desk.browser().get("/certificates", params={"code": code})
    )


def test_the_statement_of_an_ending_carries_its_code_and_anybody_can_check_it(table: Table) -> None:
    desk = Desk(table, BEFORE)
    kept: dict[str, object] = {"kept_khmer": "ផ្លូវ", "kept_latin": "The path"}
    digest = table.keep(
        "dalin", at("2027-01-13 12:30"), kept, lambda text: DialogueEnded("ENDED_NO_AGREEMENT", text)
    )
    page = words(desk.open("sopheap", f"{HOME}/statement"))
    assert short_code(digest) in page
    assert re.search(r"(?:[0-9]{5} ){11}[0-9]{5}", page)
    answer = words(desk.browser().get("/certificates", params={"code": short_code(digest)}))
    assert "This paper stands in the record of a peace table" in answer


def test_words_marked_by_hand_stay_whole_and_unmarked_ones_are_left_alone() -> None:
    assert words_whole("ទេ\u200bរហូត\u200bដល់") == "ទេ\u200bរ\u2060ហូ\u2060ត\u200bដ\u2060ល់"
    assert words_whole("ក្រុមហ៊ុន") == "ក្រុមហ៊ុន"
    assert "\u17d2\u2060" not in words_whole("\u200bស្ត្រី\u200b")
    long = "ក" * 40
    assert words_whole(f"\u200b{long}\u200b") == f"\u200b{long}\u200b"
