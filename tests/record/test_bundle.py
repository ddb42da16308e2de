"""The list of contents of a bundle, read strictly: each wrong shape has its own sentence; compose refuses its own."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.record import canonical
from app.record.archive import Large
from app.record.bundle import (
    EXTRACT,
    FULL,
    Log,
    Manifest,
    Signer,
    compose,
    read_lines,
    read_manifest,
    read_withheld,
    withheld,
)

ZEROS, ONES = "0" * 64, "1" * 64
PAGE = {
    "audience": FULL,
    "case": "abc",
    "files": [{"name": "README.txt", "sha256": ZEROS}, {"name": "policy.txt", "sha256": ONES}],
    "logs": ["rehearsal.x/case/abc", "rehearsal.y/case/abc"],
    "made_at": "2027-01-25T02:00:00Z",
    "rehearsal": True,
    "v": 1,
}
FIELDS = "it has other fields, or another version"
KIND = "a field is of another kind"
READER = "it names another reader, or no time"
NO_LOG = "it names no log"
ROWS = "its list of files cannot be read"
ORDER = "its list of files is not in order"
FIRST = {"name": "a", "sha256": ZEROS}
SECOND = {"name": "b", "sha256": ZEROS}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"v": 2}, FIELDS),
    ({"v": True}, FIELDS),
    ({"v": False}, FIELDS),
    ({"more": 1}, FIELDS),
    ({"case": 1}, KIND),
    ({"audience": ["full"]}, KIND),
    ({"made_at": 3}, KIND),
    ({"rehearsal": 1}, KIND),
    ({"rehearsal": "yes"}, KIND),
    ({"audience": "press"}, READER),
    ({"made_at": "2027-01-25T02:00:00"}, READER),
    ({"made_at": "2027-01-25 02:00:00Z"}, READER),
    ({"logs": []}, NO_LOG),
    ({"logs": "rehearsal.x/case/abc"}, NO_LOG),
    ({"logs": {"abc": 1}}, NO_LOG),
    ({"logs": [1]}, NO_LOG),
    ({"logs": ["a", 1]}, NO_LOG),
    ({"logs": ["a", "b", "a"]}, "it names a log twice"),
    ({"files": [[]]}, ROWS),
    ({"files": [FIRST, "b"]}, ROWS),
    ({"files": [{"name": "a"}]}, ROWS),
    ({"files": [{**FIRST, "size": 1}]}, ROWS),
    ({"files": [{"name": 1, "sha256": ZEROS}]}, ROWS),
    ({"files": [{"name": "a", "sha256": 1}]}, ROWS),
    ({"files": [{"name": "a", "sha256": "0" * 63}]}, ROWS),
    ({"files": [{"name": "a", "sha256": "A" * 64}]}, ROWS),
    ({"files": [SECOND, FIRST]}, ORDER),
    ({"files": [FIRST, FIRST]}, ORDER),
    ({"files": {}}, ORDER),
    ({"files": {"name": 1}}, ORDER),
    ({"files": ""}, ORDER),
    ({"files": 1}, ORDER),
]


def test_a_list_of_contents_is_read_whole() -> None:
    assert read_manifest(canonical.write(PAGE).encode()) == Manifest(
        case="abc",
        audience=FULL,
        rehearsal=True,
        made_at="2027-01-25T02:00:00Z",
        logs=["rehearsal.x/case/abc", "rehearsal.y/case/abc"],
        files={"README.txt": ZEROS, "policy.txt": ONES},
    )


@pytest.mark.parametrize(("change", "says"), WRONG, ids=lambda value: json.dumps(value)[:40])
def test_each_wrong_shape_has_its_own_sentence(change: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says}$"):
        read_manifest(canonical.write({**PAGE, **change}).encode())


@pytest.mark.parametrize("field", PAGE)
def test_no_field_may_be_missing(field: str) -> None:
    with pytest.raises(ValueError, match=f"^{FIELDS}$"):
        read_manifest(canonical.write({key: PAGE[key] for key in PAGE if key != field}).encode())


@pytest.mark.parametrize("text", ["[]", '"v"', "1", "null"])
def test_what_is_no_page_of_fields_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{FIELDS}$"):
        read_manifest(text.encode())


SIGNER = Signer("rehearsal.x", b"p" * 32, lambda _: b"s" * 64)


def composed(**parts: Any) -> dict[str, Any]:
    """A bundle of one empty log."""
    given: dict[str, Any] = {"audience": EXTRACT, "rehearsal": True, "signer": SIGNER, "policy_keys": ["k"]}
    log = Log("rehearsal.x/case/abc", [], "head", "proof")
    return compose(**{"case": "abc", "made_at": "2027-01-25T02:00:00Z", "logs": [log], **given, **parts})


@pytest.mark.parametrize(
    "parts",
    [
        {"audience": "press"},
        {"audience": "press", "assessment": "{}"},
        {"audience": FULL},
        {"audience": EXTRACT, "assessment": "{}"},
    ],
)
def test_only_a_full_bundle_has_an_assessment(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^a full bundle has an assessment, an extract has none$"):
        composed(**parts)


@pytest.mark.parametrize("name", ["../up", "Big", ".hidden", "a" * 81])
def test_a_file_without_a_place_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^a file has no place in a bundle$"):
        composed(anchors={name: b"x"})


def test_the_readme_speaks_of_this_bundle() -> None:
    files = composed(case="qwertz", logs=[Log("rehearsal.x/case/qwertz", [], "head", "proof")])
    readme = files["README.txt"].decode()
    assert "Case: qwertz\nWritten: 2027-01-25T02:00:00Z (UTC)\n" in readme
    assert "This is an EXTRACT: entries may be withheld" in readme
    assert "REHEARSAL. Nothing in this file happened to real people." in readme
    assert "each sound file" not in readme
    heard = composed(recordings=[Large.kept(lambda: b"sound")])["README.txt"]
    assert "each sound file" in heard.decode()


READERS: list[tuple[Callable[[str], object], str, str]] = [
    (read_withheld, "#" + "A" * 42 + "==", "^this is not a withheld line$"),
    (read_withheld, "#A", "^this is not base64$"),
    (read_withheld, "#AAAA", "^this is not a withheld line$"),
    (read_withheld, withheld("x")[1:], "^this is not a withheld line$"),
    (lambda text: read_lines(text.encode()), "one\ntwo", "^the last line is cut off$"),
]


@pytest.mark.parametrize(("read", "text", "says"), READERS)
def test_lines_are_read_in_one_spelling(read: Callable[[str], object], text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read(text)


def test_a_withheld_line_is_read_back_and_no_lines_are_none() -> None:
    assert len(read_withheld(withheld("a line"))) == 32
    assert (read_lines(b""), read_lines(b"one\n\n")) == ([], ["one", ""])
