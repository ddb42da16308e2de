"""Full bundles: deterministic, the same on both databases, checked by the verifier, known to the register."""

import json
import threading
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from app.audit.bundles import full_bundle, write_bundle
from app.audit.heads import key_text
from app.record.archive import read_zip
from app.record.facts.agreements import AnswerGiven
from app.record.policy import write_policy
from app.recordkeeping.node import REGISTER
from app.recordkeeping.reading import entries_of
from app.recordkeeping.tables import RecordLine
from app.verifier.verify import verify
from tests.audit.conftest import Case
from tests.audit.desk import HOME, REVIEW, Desk, words
from tests.audit.table import AGREEMENT, BEFORE, DIALOGUE, SLOT, Table


def bundle_of(table: Table, *, after: int = 0) -> bytes:
    with Session(table.engine) as db:
        return full_bundle(db, DIALOGUE, at=SLOT + timedelta(hours=after))


def noted(table: Table) -> int:
    with Session(table.engine) as db:
        return len(entries_of(db, REGISTER))


def test_a_bundle_is_verified_with_the_key_and_its_verdict_is_made_again(case: Case) -> None:
    desk = Desk(case())
    desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    with Session(desk.table.engine) as db:
        policy = write_policy([key_text(db)])
    report = verify(bundle_of(desk.table), policy)
    facts = report.facts()
    assert report.exit_code == 0
    assert [row["verdict"] for row in facts["agreements"]] == ["SUPPORTED"]
    assert facts["rehearsal"] is True


def test_before_the_release_the_bundle_says_inconclusive_and_without_a_co_holder_not_supported(
    case: Case,
) -> None:
    verdicts = [
        verify(bundle_of(case(**how))).facts()["agreements"][0]["verdict"]
        for how in ({}, {"without": "malis"})
    ]
    assert verdicts == ["INCONCLUSIVE", "NOT_SUPPORTED"]


def test_the_same_record_gives_the_same_bytes_on_both_databases(either: Table, case: Case) -> None:
    either.tell()
    assert bundle_of(either) == bundle_of(case())


def test_a_second_bundle_of_an_unchanged_record_is_the_same_and_writes_nothing(case: Case) -> None:
    table = case()
    first = bundle_of(table)
    assert bundle_of(table) == first
    assert noted(table) == 1
    later = bundle_of(table, after=1)
    assert (noted(table), later == first) == (1, False)  # only the time it was made differs
    differing = {name for name, content in read_zip(later).items() if read_zip(first)[name] != content}
    assert differing == {"README.txt", "bundle.json", "bundle.note"}


def test_the_monitor_downloads_it_and_the_register_learns_the_head(case: Case) -> None:
    desk = Desk(case(), BEFORE)
    assert f'action="{HOME}/bundles"' in desk.open("vanny", f"{HOME}/reviews").text
    answer = desk.send("vanny", f"{HOME}/bundles")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == f'attachment; filename="peace-table-{DIALOGUE}.zip"'
    assert json.loads(read_zip(answer.content)["bundle.json"])["audience"] == "full"
    assert noted(desk.table) == 1


def test_a_clock_set_back_is_told_on_the_page_and_no_bundle_is_made(case: Case) -> None:
    desk = Desk(case(), SLOT)
    desk.send("vanny", f"{HOME}/bundles")
    desk.send("vanny", f"{REVIEW}/delays")
    desk.now = BEFORE - timedelta(days=1)
    answer = desk.send("vanny", f"{HOME}/bundles")
    assert answer.status_code == 409
    assert "The clock of this machine stands before the newest entry" in words(answer)


def test_it_is_written_to_a_file_for_the_teller(case: Case, tmp_path: Path) -> None:
    table = case()
    write_bundle(table.url, tmp_path / "b.zip", SLOT)
    assert (tmp_path / "b.zip").read_bytes() == bundle_of(table)


def test_every_line_place_and_file_of_the_table_is_in_it(case: Case) -> None:
    table = case()
    files = read_zip(bundle_of(table))
    with Session(table.engine) as db:
        lines = db.exec(select(RecordLine.line).where(RecordLine.dialogue == DIALOGUE)).all()
    assert files["logs/0/record.jsonl"].decode().splitlines() == list(lines)
    assert len([name for name in files if name.startswith("texts/")]) == 8


def test_what_is_written_while_a_bundle_is_made_stays_out_of_it(case: Case) -> None:
    """Nothing is false in a bundle that was made while somebody answered."""
    table = case()
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            table.write("malis", BEFORE, AnswerGiven(AGREEMENT, table.text), words="longer")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        bundles = [bundle_of(table) for _ in range(8)]
    finally:
        stop.set()
        writer.join()
    assert len({len(verify(raw).logs[0].lines) for raw in bundles}) > 1, "nobody wrote meanwhile"


def test_a_release_that_was_taken_back_supports_nothing_any_more(case: Case) -> None:
    desk = Desk(case())
    assert desk.send("vanny", f"{REVIEW}/releases", examined="yes").status_code == 303
    released = verify(bundle_of(desk.table, after=1)).facts()
    assert desk.send("vanny", f"{REVIEW}/returns", words="It is taken back.").status_code == 303
    back = verify(bundle_of(desk.table, after=2)).facts()
    verdicts = [[one["verdict"] for one in found["agreements"]] for found in (released, back)]
    assert verdicts == [["SUPPORTED"], ["INCONCLUSIVE"]]
