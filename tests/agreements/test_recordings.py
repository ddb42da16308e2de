"""Heard, not read: a recording is bound by the digest of its bytes, played where it belongs, and refused in words."""

from hashlib import sha256
from typing import Any

import pytest
from sqlmodel import Session

from app.agreements.rules.recordings import LARGEST, ROOM, NoRoom, ensure_room
from app.record.archive import MAX_BYTES
from app.record.code import short_code
from app.record.facts.understanding import RecordingBound, RecordingChanged
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import CLAUSES, Signing, brought_to
from tests.office import sentences

OGG = b"OggS" + b"\0" * 60
M4A = b"\0\0\0\x20ftypM4A " + b"\1" * 60
MP3 = b"ID3" + b"\2" * 60


def version_on(table: Signing, matter: str) -> str:
    """The digest on the page from which staff add a recording."""
    page = table.office.open("dalin", f"{table.home}/matters/{matter}/recordings").text
    return page.partition('name="version" value="')[2][:64]


def add(
    table: Signing,
    sound: bytes,
    person: str = "dalin",
    language: str = "km",
    matter: str = "",
    version: str = "",
) -> Any:
    """Send a file from the form of recordings, as it stands now or as it stood at a version."""
    matter = matter or table.offer
    read = version or version_on(table, matter)
    table.office.sent += 1
    return table.office.browser(person).post(
        f"{table.home}/matters/{matter}/recordings",
        data={"once": f"sound-{table.office.sent:06d}", "language": language, "version": read},
        files={"sound": ("a.ogg", sound, "audio/ogg")},
    )


def bound(table: Signing) -> list[RecordingBound | RecordingChanged]:
    with Session(table.office.engine) as db:
        found = entries_of(db, table.home.rpartition("/")[2])
    return [entry.fact for entry in found if isinstance(entry.fact, RecordingBound | RecordingChanged)]


@pytest.mark.parametrize(("sound", "kind"), [(OGG, "audio/ogg"), (M4A, "audio/mp4"), (MP3, "audio/mpeg")])
def test_a_recording_is_played_where_it_belongs(sqlite_url: str, sound: bytes, kind: str) -> None:
    table = brought_to("accepted", sqlite_url)
    assert "<audio" not in table.office.open("ravy", f"{table.home}/offers/{table.offer}").text
    assert add(table, sound).status_code == 303
    digest = sha256(sound).hexdigest()
    assert [fact.recording for fact in bound(table)] == [digest]
    page = table.office.open("ravy", f"{table.home}/offers/{table.offer}").text
    assert f'<audio controls preload="none" src="{table.home}/recordings/{digest}">' in page
    heard = table.office.open("ravy", f"{table.home}/recordings/{digest}")
    assert (heard.content, heard.headers["content-type"]) == (sound, kind)


def test_another_recording_is_an_entry_of_its_own_and_the_newest_plays(sqlite_url: str) -> None:
    table = brought_to("fixed", sqlite_url)
    for sound in (OGG, MP3):
        add(table, sound, matter=table.agreement)
    assert [type(fact).__name__ for fact in bound(table)] == ["RecordingBound", "RecordingChanged"]
    page = table.office.open("sopheap", table.text).text
    assert page.count("<audio") == 1
    assert sha256(MP3).hexdigest() in page


@pytest.mark.parametrize(
    ("sound", "sentence"),
    [
        (b"", "This file is no recording."),
        (b"%PDF-1.7 a letter", "This file is no recording."),
        (b"\0\0\0\x20ftypavif" + b"\0" * 20, "This file is no recording."),
        (OGG + b"\0" * LARGEST, "This recording is too large."),
    ],
)
def test_what_is_no_recording_or_too_large_is_told_in_words(
    sqlite_url: str, sound: bytes, sentence: str
) -> None:
    table = brought_to("accepted", sqlite_url)
    answer = add(table, sound)
    assert answer.status_code == 422
    assert sentence in sentences(answer)
    assert bound(table) == []


def test_a_recording_of_another_text_or_language_is_told_in_words(sqlite_url: str) -> None:
    table = brought_to("fixed", sqlite_url)
    assert add(table, OGG).status_code == 303
    assert "belongs to another offer, text or language" in sentences(add(table, OGG, language="en"))
    again = add(table, OGG, matter=table.agreement)
    assert "belongs to another offer, text or language" in sentences(again)


def test_a_recording_of_a_text_that_was_fixed_anew_meanwhile_is_not_bound_to_the_new_one(
    sqlite_url: str,
) -> None:
    table = brought_to("fixed", sqlite_url)
    read = version_on(table, table.agreement)
    table.did("dalin", f"{table.below}/versions", **{**CLAUSES, "title_en": "Another agreement"})
    empty = add(table, b"", matter=table.agreement, version=read)
    assert (empty.status_code, f'name="version" value="{read}"' in empty.text) == (422, True)
    late = add(table, OGG, matter=table.agreement, version=read)
    newest = version_on(table, table.agreement)
    assert (late.status_code, "was fixed anew" in sentences(late)) == (409, True)
    assert short_code(newest) in sentences(late)
    assert bound(table) == []
    shown = late.text.partition('name="version" value="')[2][:64]
    assert add(table, OGG, matter=table.agreement, version=shown).status_code == 303
    assert [fact.version for fact in bound(table)] == [newest]


def test_what_is_far_too_large_is_not_even_read(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    answer = add(table, OGG + b"\0" * (LARGEST + 2 * 1024 * 1024))
    assert (answer.status_code, "too long to send" in answer.text) == (413, True)


@pytest.mark.parametrize("person", ["sopheap", "rattana", "sina"])
def test_only_staff_add_recordings(sqlite_url: str, person: str) -> None:
    table = brought_to("accepted", sqlite_url)
    assert add(table, OGG, person).status_code in (403, 404)
    assert add(table, OGG, matter="nowhere").status_code == 404
    assert bound(table) == []


def test_all_recordings_of_a_table_must_fit_into_its_bundle() -> None:
    ensure_room(taken=ROOM - 10, size=10)
    with pytest.raises(NoRoom):
        ensure_room(taken=ROOM - 10, size=11)
    assert ROOM + LARGEST < MAX_BYTES
