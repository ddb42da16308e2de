"""The archive: equal bytes for equal files, readable by anyone, no byte that may differ."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record import note, tree
from app.record.archive import NotAnArchive, read_zip, zip_bytes
from app.record.bundle import PLACE, read_lines, read_manifest, read_withheld, withheld
from app.record.checkpoint import head_text
from app.record.proof import proves, read_proof, write_proof

FILES = {"a.txt": b"one", "logs/0/record.jsonl": b"", "b": bytes(range(256)) + b"PK\x03\x04"}


def test_python_and_every_other_program_can_open_it() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bytes(FILES))) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == FILES


def test_no_byte_of_it_may_differ() -> None:
    raw = zip_bytes(FILES)
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1
        with pytest.raises(NotAnArchive):
            read_zip(bytes(changed))
    for cut in range(len(raw)):
        with pytest.raises(NotAnArchive):
            read_zip(raw[:cut])


def test_nothing_may_stand_before_or_after_it() -> None:
    for raw in (zip_bytes(FILES) + b" ", b" " + zip_bytes(FILES), zip_bytes(FILES) * 2, zip_bytes({})):
        with pytest.raises(NotAnArchive):
            read_zip(raw)


def test_an_archive_made_by_another_program_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", b"one")
    with pytest.raises(NotAnArchive):
        read_zip(target.getvalue())


@given(st.dictionaries(st.from_regex(r"[a-z/.]{1,12}", fullmatch=True), st.binary(max_size=40), min_size=1))
def test_what_goes_in_comes_out(files: dict[str, bytes]) -> None:
    assert read_zip(zip_bytes(files)) == files


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else_happens(raw: bytes) -> None:
    with pytest.raises(NotAnArchive):
        read_zip(b"PK\x03\x04" + raw)


@pytest.mark.parametrize("name", ["", "ឯកសារ", "a" * 201])
def test_a_file_name_that_the_format_does_not_know_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="plain ASCII"):
        zip_bytes({name: b""})


@pytest.mark.parametrize(
    "name",
    ["../a", "logs/00/checkpoint", "logs/100/checkpoint", "texts/ABC", "anchors/.x", "a\n", "README.txt\n"],
)
def test_a_strange_file_has_no_place_in_a_bundle(name: str) -> None:
    assert not PLACE.fullmatch(name)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff", b'{"v":1}'])
def test_a_list_of_contents_that_cannot_be_read_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"fields|JSON|codec"):
        read_manifest(content)


def test_a_withheld_line_is_its_leaf_and_nothing_else() -> None:
    assert len(read_withheld(withheld("{}"))) == 32
    for text in ("", "#", "#AAAA", "{}"):
        with pytest.raises(ValueError, match=r"withheld|base64"):
            read_withheld(text)
    with pytest.raises(ValueError, match="cut off"):
        read_lines(b"{}\n{}")


@pytest.mark.parametrize("text", ["", "\n\n", "c2sp.org/tlog-proof@v1\nextra \nindex 01\n\n", "a\nb\nc\n\nd"])
def test_a_proof_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a proof"):
        read_proof(text)


def test_a_register_line_is_proved_by_its_path_to_the_signed_root() -> None:
    lines = ["one", "two", "three", "later"]
    root = tree.root_of([tree.leaf_hash(line.encode()) for line in lines[:3]])
    signed = f"{head_text('n/register', 3, root)}\n{note.signature_line('n', b'1' * 32, b'2' * 64)}"
    for index in range(3):
        proof = read_proof(write_proof(lines, index, signed))
        assert (proof.line, proof.number, proof.checkpoint) == (lines[index], index, signed)
        assert proves(proof)
        assert not proves(proof._replace(line="other"))
    with pytest.raises(ValueError, match="no such leaf"):
        write_proof(lines, 3, signed)
