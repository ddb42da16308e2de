"""The archive: equal bytes for equal files, readable by anyone, no byte that may differ."""

import io
import zipfile
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record import note, tree
from app.record.archive import MAX_BYTES, MAX_FILES, Large, NotAnArchive, read_zip, zip_bytes, zip_parts
from app.record.bundle import PLACE, read_lines, read_manifest, read_withheld, withheld
from app.record.checkpoint import head_text
from app.record.proof import proves, read_proof, write_proof

FILES = {"a.txt": b"one", "logs/0/record.jsonl": b"", "b": bytes(range(256)) + b"PK\x03\x04"}
LENGTH, DIGEST = 563, "484ff4bdec98aa8f624d1995fe904c87ee71304dea3e0e33fb419cdb18f2b8e8"


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


def test_its_bytes_are_the_same_for_ever() -> None:
    """Written once by hand from APPNOTE 6.3; whoever keeps a bundle compares bytes with bytes."""
    raw = zip_bytes(FILES)
    assert (len(raw), sha256(raw).hexdigest()) == (LENGTH, DIGEST)


@pytest.mark.parametrize("name", ["", "k" * 201, "ខ្មែរ"])
def test_a_name_that_is_no_plain_ascii_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^a file name is plain ASCII$"):
        zip_bytes({name: b""})


def test_a_name_may_have_two_hundred_letters() -> None:
    assert read_zip(zip_bytes({"k" * 200: b""})) == {"k" * 200: b""}


def test_it_has_bounds_and_they_belong_to_it() -> None:
    def sized(size: int) -> Large:
        return Large(size, 0, "", lambda: b"")

    assert next(zip_parts({"a": sized(MAX_BYTES)}))
    many: dict[str, bytes | Large] = {str(number): b"" for number in range(MAX_FILES)}
    assert next(zip_parts(many))
    too_large: list[dict[str, bytes | Large]] = [
        {"a": sized(MAX_BYTES + 1)},
        {"a": sized(MAX_BYTES), "b": b"x"},
        {**many, "more": b""},
    ]
    for files in too_large:
        with pytest.raises(ValueError, match=r"^this is too large for a bundle$"):
            next(zip_parts(files))


@pytest.mark.parametrize("raw", [b"", b"PK", zip_bytes(FILES) + b" ", zip_bytes(FILES)[:-1]])
def test_what_is_no_bundle_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(NotAnArchive, match=r"^this is not a bundle, or it was damaged on the way$"):
        read_zip(raw)


def test_a_name_in_another_alphabet_is_no_bundle() -> None:
    raw = zip_bytes({"abc": b"x"}).replace(b"abc", "ខ".encode(), 1)
    with pytest.raises(NotAnArchive, match=r"^this is not a bundle, or it was damaged on the way$"):
        read_zip(raw)
