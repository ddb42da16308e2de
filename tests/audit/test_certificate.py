"""Certificates: only while the record carries them, for those of the table; and the public check of a code."""

from sqlmodel import Session, col, select, update

from app.agreements.tables import Agreement
from app.recordkeeping import guard
from tests.audit.conftest import Case
from tests.audit.desk import CERTIFICATE, REVIEW, Desk, words
from tests.audit.table import BEFORE, SLOT, Table


def code_of(table: Table) -> str:
    with Session(table.engine) as db:
        return db.exec(select(Agreement.code)).one()


def check(desk: Desk, code: str) -> str:
    return words(desk.browser().get("/certificates", params={"code": code}))


def test_before_the_release_all_read_that_there_is_none(case: Case) -> None:
    desk = Desk(case(), BEFORE)
    for person in ("sopheap", "dalin", "chair", "vanny"):
        assert "There is no certificate for this text" in words(desk.open(person, CERTIFICATE))
    assert "This is a text to be signed" in check(desk, code_of(desk.table))
    assert "certificate" not in check(desk, code_of(desk.table))


def test_the_sheet_says_who_is_bound_which_text_its_limits_and_the_end_of_the_record(case: Case) -> None:
    desk = Desk(case())
    desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    page = desk.open("sopheap", CERTIFICATE)
    sheet, code = words(page), code_of(desk.table)
    assert "Accepted by Sopheap, Malis, Dara, Kunthea" in sheet
    assert f"the voluntariness of the acceptance of this text is supported: {code}" in sheet
    assert "It does not state that no pressure existed" in sheet
    assert "The trial rulebook does not look yet at" in sheet
    assert "the same text in hand for 1 counted day before signing" in sheet
    assert f"http://127.0.0.1:8000/certificates?code={code}" in sheet
    assert f"{desk.table.newest() + 1}:" in sheet
    assert "<svg" in page.text.partition('class="beside')[2]
    assert " style=" not in page.text


def test_the_sheet_speaks_khmer(case: Case) -> None:
    desk = Desk(case())
    desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    browser = desk.browser("sopheap")
    page = words(browser.get(f"{CERTIFICATE}?lang=km")).replace("\u200b", "")
    assert "វិញ្ញាបនបត្រស្ដីពីការយល់ព្រម" in page
    assert "counted day" not in page


def test_somebody_without_a_seat_finds_no_certificate(case: Case) -> None:
    desk = Desk(case())
    desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert desk.browser().get(CERTIFICATE).status_code == 303
    assert desk.open("sopheap", CERTIFICATE.replace("agreement1", "nothing")).status_code == 404


def test_a_code_is_valid_revoked_or_unknown_however_it_is_typed_and_nothing_more_is_said(case: Case) -> None:
    desk = Desk(case())
    desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    code = code_of(desk.table)
    for typed in (code, code.lower(), code.replace("-", " "), f" {code} "):
        assert "Valid" in check(desk, typed)
    for typed in ("ABCD-EFGH", code[:-1], "<b>x</b>", "%", "កខគ"):
        assert "Unknown" in check(desk, typed)
    for word in ("Sopheap", "Malis", "Land", "Mondulkiri", "The text"):
        assert word not in check(desk, code)
    desk.send("vanny", f"{REVIEW}/returns", words="A new fact came up.")
    assert "Revoked" in check(desk, code)
    assert "There is no certificate for this text" in words(desk.open("sopheap", CERTIFICATE))


def test_a_row_that_claims_a_release_makes_no_certificate(case: Case) -> None:
    desk = Desk(case())
    with Session(desk.table.engine) as db:
        db.info[guard.PROJECTING] = True  # as somebody with the database in hand could
        claimed = {"status": "released", "released_at": "2027-01-25T02:00:00Z"}
        db.exec(update(Agreement).where(col(Agreement.status) == "signed").values(claimed))
        db.commit()
    desk.now = SLOT
    assert "There is no certificate for this text" in words(desk.open("sopheap", CERTIFICATE))
    assert "Valid" not in check(desk, code_of(desk.table))
