"""What people heard travels in the bundle, byte by byte, and is compared with what entries say of it."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlmodel import Session

from app.agreements.commands.recordings import bind_recording
from app.audit.bundles import bundle_parts, full_bundle
from app.audit.reconciliation import differences
from app.record.archive import read_zip
from app.verifier.verify import verify
from tests.audit.conftest import Case
from tests.audit.desk import HOME, Desk
from tests.audit.table import AGREEMENT, BEFORE, DIALOGUE, SLOT, Table, viewer

SOUND = b"OggS" + bytes(range(256)) * 40
NAME = sha256(SOUND).hexdigest()


def heard(table: Table, sound: bytes = SOUND, language: str = "km") -> Table:
    """The same case, with a recording of its text."""
    when = BEFORE - timedelta(days=1)
    with Session(table.engine) as db:
        bind_recording(
            db, DIALOGUE, AGREEMENT, table.text, language, sound, by=viewer("dalin"), at=when, once=""
        )
    return table


def bundle_of(table: Table) -> bytes:
    with Session(table.engine) as db:
        return full_bundle(db, DIALOGUE, at=SLOT)


def by_sql(table: Table, *statements: str) -> None:
    with closing(sqlite3.connect(table.url.removeprefix("sqlite:///"))) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def found(table: Table) -> list[str]:
    with Session(table.engine) as db:
        return list(differences(db))


def test_the_sound_is_in_the_bundle_named_by_its_digest_and_counted_by_the_verifier(case: Case) -> None:
    raw = bundle_of(heard(case()))
    assert read_zip(raw)[f"recordings/{NAME}"] == SOUND
    assert "ok    1 recordings, each named by an entry" in verify(raw).text()
    assert "recordings/        each sound file" in read_zip(raw)["README.txt"].decode()


def test_a_bundle_without_recordings_says_nothing_of_them(case: Case) -> None:
    raw = bundle_of(case())
    assert "recordings" not in verify(raw).text()
    assert b"recordings" not in read_zip(raw)["README.txt"]


def test_it_is_the_same_bundle_on_both_databases_and_comes_piece_by_piece(either: Table, case: Case) -> None:
    either.tell()
    heard(either)
    with Session(either.engine) as db:
        pieces = list(bundle_parts(db, DIALOGUE, at=SLOT))
    assert SOUND in pieces
    assert b"".join(pieces) == bundle_of(heard(case()))


def test_the_monitor_downloads_it_with_its_length_said_first(case: Case) -> None:
    desk = Desk(heard(case()), BEFORE)
    answer = desk.send("vanny", f"{HOME}/bundles")
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert f"recordings/{NAME}" in read_zip(answer.content)


def test_a_clean_table_with_recordings_reconciles(either: Table) -> None:
    either.tell()
    heard(heard(either), b"ID3 of another", "en")
    assert found(either) == []


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        (["DELETE FROM recordings"], f"the recording {NAME[:8]} that an entry names is not here."),
        (
            ["UPDATE recordings SET sound = x'4f676753'"],
            f"the recording {NAME[:8]} is not what its digest says.",
        ),
        (
            ["UPDATE recordings SET sound = 'a text'"],
            f"the recording {NAME[:8]} is not what its digest says.",
        ),
        (
            ["UPDATE recordings SET kind = 'audio/mpeg'"],
            f"the recording {NAME[:8]} is kept as another kind of sound than it is.",
        ),
    ],
)
def test_a_sound_file_changed_by_hand_is_found(case: Case, statements: list[str], sentence: str) -> None:
    table = heard(case())
    triggers = ("DROP TRIGGER recordings_no_update", "DROP TRIGGER recordings_no_delete")
    by_sql(table, *triggers, *statements)
    assert found(table) == [f"{DIALOGUE}: {sentence}"]


def test_a_sound_file_that_nobody_bound_is_found_and_kept_out_of_the_bundle(case: Case) -> None:
    table, other = case(), sha256(b"OggS").hexdigest()
    by_sql(table, f"INSERT INTO recordings VALUES ('{DIALOGUE}', '{other}', 'audio/ogg', x'4f676753')")
    assert found(table) == [f"{DIALOGUE}: no entry names the recording {other[:8]}."]
    assert f"recordings/{other}" not in read_zip(bundle_of(table))
    by_sql(table, "INSERT INTO recordings VALUES ('case9', 'x', 'audio/ogg', x'00')")
    assert "Table recordings speaks of case9, of which there is no record." in found(table)
