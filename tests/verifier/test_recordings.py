"""Recordings in a bundle: named by an entry or refused, compared byte by byte, missed where they are not there."""

from dataclasses import replace
from hashlib import sha256

import pytest

from app.record import seal
from app.record.archive import Large, digest_of, read_zip, zip_bytes, zip_parts
from app.record.facts.understanding import RecordingBound
from app.verifier.refusal import CODES, Refused
from app.verifier.verify import verify
from tests.verifier.mutants import mutants
from tests.verifier.synthetic import POLICY, SIGNER, TEXT, Told, bundle_files, entry_of, repaired, salt, told

SOUND = b"OggS" + b"\7" * 5000
NAME = f"recordings/{sha256(SOUND).hexdigest()}"


def spoken() -> Told:
    """The story of the other tests, and then a recording of its text."""
    story = told()
    fact = RecordingBound("a1", sha256(TEXT).hexdigest(), sha256(SOUND).hexdigest(), "km")
    places = [seal.decoy(salt("name of a sound")), seal.decoy(salt("words of a sound"))]
    return replace(story, lines=[*story.lines, entry_of(len(story.lines), fact, places).line()])


def with_sound(sound: bytes = SOUND, name: str = NAME) -> bytes:
    """Its bundle, with this file in it; sealed by the holder of the key."""
    return zip_bytes(repaired({**bundle_files(spoken()), name: sound}, SIGNER))


def test_a_recording_that_an_entry_names_is_counted() -> None:
    report = verify(with_sound(), POLICY)
    assert (report.exit_code, report.recordings, report.unheard) == (0, 1, 0)
    assert "1 recordings, each named by an entry" in report.text()


def test_one_that_is_named_and_not_there_is_missed_in_words() -> None:
    report = verify(zip_bytes(bundle_files(spoken())), POLICY)
    assert (report.exit_code, report.recordings, report.unheard) == (0, 0, 1)
    assert "note  1 recordings that entries name are not in this bundle" in report.text()


@pytest.mark.parametrize(
    ("sound", "name"),
    [
        (SOUND[:-1] + b"\0", NAME),  # one byte of it changed
        (b"OggS", f"recordings/{sha256(b'OggS').hexdigest()}"),  # nobody named it
        (TEXT, f"recordings/{sha256(TEXT).hexdigest()}"),  # named, as a text
    ],
)
def test_what_no_entry_names_as_a_recording_is_refused_even_with_the_key(sound: bytes, name: str) -> None:
    with pytest.raises(Refused) as refused:
        verify(with_sound(sound, name), POLICY)
    assert refused.value.code == "E33"


def test_no_byte_of_a_recording_may_differ_on_the_way() -> None:
    raw = with_sound()
    at = raw.index(SOUND) + 100
    with pytest.raises(Refused) as refused:
        verify(raw[:at] + b"\0" + raw[at + 1 :], POLICY)
    assert refused.value.code == "E01"


def test_large_files_are_read_one_at_a_time_and_give_the_same_archive() -> None:
    read: list[str] = []

    def content(name: str) -> bytes:
        read.append(name)
        return name.encode() * 1000

    names = ["recordings/a", "recordings/b"]
    large = {name: Large.kept(lambda name=name: content(name)) for name in names}  # type: ignore[misc]
    assert read == names  # once for their sums
    plain = {name: name.encode() * 1000 for name in names}
    parts = zip_parts({**large, "c": b"small"})
    assert next(part for part in parts if len(part) > 1000) == plain["recordings/a"]
    assert read == [*names, "recordings/a"]
    assert b"".join(zip_parts({**large, "c": b"small"})) == zip_bytes({**plain, "c": b"small"})
    assert [digest_of(large[name]) for name in names] == [digest_of(plain[name]) for name in names]
    assert read_zip(b"".join(zip_parts(dict(large)))) == plain


def test_every_mutant_of_a_bundle_with_a_recording_is_refused() -> None:
    codes = set()
    for label, mutant in mutants(with_sound(), 300, 11, SIGNER):
        try:
            verify(mutant, POLICY)
        except Refused as refused:
            codes.add(refused.code)
        else:
            pytest.fail(f"accepted: {label}")
    assert {"E01", "E04", "E33"} <= codes <= set(CODES) - {"E99"}
