"""What the verifier says of a bundle that is true, and the code for each way of being false."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.record import canonical, seal, tree
from app.record.bundle import Signer, zip_bytes
from app.record.checkpoint import head_text, spoken
from app.record.facts.dialogues import PauseAsked, PauseEnded
from app.record.note import COSIGNATURE, vkey
from app.record.policy import write_policy
from app.verifier.contents import assessment_text
from app.verifier.refusal import CODES, Refused
from app.verifier.verify import compare, verify
from tests.verifier import synthetic
from tests.verifier.synthetic import NODE, ORIGIN, POLICY, SIGNER, bundle_files, repaired, told

Files = dict[str, bytes]
_OTHER = Ed25519PrivateKey.from_private_bytes(b"9" * 32)
OTHER = Signer(NODE, _OTHER.public_key().public_bytes_raw(), _OTHER.sign)
RECORD, HEAD, PROOF = (f"logs/0/{part}" for part in ("record.jsonl", "checkpoint", "register.tlog-proof"))


def code_at(size: int) -> tuple[int, str]:
    """Return the code that a paper printed after `size` entries carries."""
    root = tree.root_of([tree.leaf_hash(line.encode()) for line in told().lines[:size]])
    return size, spoken(head_text(ORIGIN, size, root))


def refused(files: Files, policy: str | None = POLICY, **more: object) -> str:
    """Return the code with which these files are refused."""
    with pytest.raises(Refused) as caught:
        verify(zip_bytes(files), policy, **more)  # type: ignore[arg-type]
    return caught.value.code


def test_a_true_bundle_is_verified_when_the_readers_own_list_names_its_key(raw: bytes) -> None:
    report = verify(raw, POLICY)
    assert report.exit_code == 0
    assert report.text().startswith("REHEARSAL")
    assert report.text().endswith("RESULT 0: verified.\n")


def test_without_a_list_or_a_code_nothing_is_false_and_nothing_vouches_for_it(raw: bytes) -> None:
    report = verify(raw)
    assert report.exit_code == 2
    assert "nothing outside it vouches" in report.text()


def test_the_code_printed_at_its_last_entry_vouches_for_all_of_it(raw: bytes) -> None:
    assert verify(raw, codes=[code_at(20)]).exit_code == 0


def test_an_earlier_code_vouches_for_what_was_written_before_it_only(raw: bytes) -> None:
    report = verify(raw, codes=[code_at(7)])
    assert report.exit_code == 2
    assert "reaches 7 of 20 entries" in report.text()
    assert verify(raw, codes=[code_at(7), code_at(20)]).exit_code == 0


def test_json_has_exactly_four_fields(raw: bytes) -> None:
    facts = verify(raw).facts()
    assert list(facts) == ["record", "agreements", "ending", "rehearsal"]
    assert [set(row) for row in facts["agreements"]] == [{"text", "verdict", "findings"}]
    assert (facts["record"], facts["rehearsal"]) == ("verified", True)


def test_an_extract_says_so_first_and_never_ends_with_zero() -> None:
    report = verify(zip_bytes(bundle_files(hidden=[4, 5])), POLICY, [code_at(20)])
    assert report.exit_code == 2
    assert report.text().startswith("EXTRACT")
    assert "2 of them are withheld" in report.text()
    assert report.facts()["agreements"] == []


def test_two_readers_of_one_history_hold_it_in_common(raw: bytes) -> None:
    extract = verify(zip_bytes(bundle_files(hidden=[3])))
    assert "20 entries in common" in compare(verify(raw), extract)[0]
    shorter = verify(zip_bytes(bundle_files(told(9))))
    assert "9 entries in common" in compare(verify(raw), shorter)[0]


def test_two_histories_signed_with_the_same_key_are_shown(raw: bytes) -> None:
    story = told()
    story.lines[12] = synthetic.entry_of(12, PauseAsked("other"), ["A" * 43, "B" * 43]).line()
    twin = bundle_files(replace(story, disclosures=[]))
    assert verify(zip_bytes(twin), POLICY).exit_code == 0
    with pytest.raises(Refused, match=r"E60 .*from entry 12"):
        compare(verify(raw), verify(zip_bytes(twin)))


def test_bundles_of_two_logs_have_nothing_in_common(raw: bytes) -> None:
    report = verify(raw)
    stranger = replace(report, logs=[replace(report.logs[0], head=report.logs[0].head._replace(origin="x"))])
    with pytest.raises(Refused, match="E61"):
        compare(report, stranger)


def test_a_forgery_signed_anew_with_another_key_falls_to_the_list_and_to_the_code() -> None:
    forged = bundle_files(signer=OTHER)
    assert verify(zip_bytes(forged)).exit_code == 2
    assert refused(forged) == "E06"
    story = told()
    story.lines[3] = synthetic.entry_of(3, PauseEnded("p2"), ["A" * 43, "B" * 43]).line()
    rewritten = bundle_files(replace(story, disclosures=[]), signer=OTHER)
    assert verify(zip_bytes(rewritten)).exit_code == 2
    assert refused(rewritten, None, codes=[code_at(20)]) == "E50"


def _swap(content: bytes) -> bytes:
    lines = content.split(b"\n")
    lines[3], lines[4] = lines[4], lines[3]
    return b"\n".join(lines)


def _opened(value: str) -> bytes:
    return seal.disclosure(b"7" * 32, "name", value).encode() + b"\n"


CHANGES: list[tuple[str, str, Callable[[bytes], bytes]]] = [
    ("E11", HEAD, lambda content: b"\n" + content),
    ("E11", HEAD, lambda content: content.replace(b"/case/", b"/case/o")),
    ("E12", HEAD, lambda content: content[:-9] + b"AAAAAAA=\n"),
    ("E13", RECORD, lambda content: content[: content.rindex(b"\n", 0, -1) + 1]),
    ("E14", RECORD, lambda content: content[:-1]),
    ("E14", RECORD, lambda content: b"#AAAA" + content[content.index(b"\n") :]),
    ("E16", RECORD, _swap),
    ("E16", RECORD, lambda content: content.replace(b"KH-1", b"KH-2")),
    ("E20", PROOF, lambda content: content.replace(b"@v1", b"@v2")),
    ("E20", PROOF, lambda content: content.replace(b"index 1", b"index 2")),
    ("E21", PROOF, lambda content: content[:-9] + b"AAAAAAA=\n"),
    ("E22", PROOF, lambda content: content.replace(b"\n\n", b"\n" + b"A" * 43 + b"=\n\n", 1)),
    ("E30", "disclosed.jsonl", lambda content: b"x\n" + content),
    ("E30", "disclosed.jsonl", lambda content: content + content),
    ("E31", "disclosed.jsonl", lambda content: _opened("Somebody else")),
    ("E41", "assessment.json", lambda content: content.replace(b'"ending":null', b'"ending":"AGREED"')),
    ("E41", "assessment.json", lambda content: content + b" "),
    ("E32", f"texts/{sha256(synthetic.TEXT).hexdigest()}", lambda content: content.replace(b"open", b"shut")),
    ("E10", "policy.txt", lambda content: b"log x\n" + content),
]


@pytest.mark.parametrize(("code", "name", "change"), CHANGES)
def test_what_the_node_itself_seals_anew_is_still_checked_against_the_record(
    files: Files, code: str, name: str, change: Callable[[bytes], bytes]
) -> None:
    changed = repaired({**files, name: change(files[name])}, SIGNER)
    assert changed[name] != files[name]
    assert refused(changed, None) == code


def test_a_file_changed_without_its_list_of_contents_is_refused(files: Files) -> None:
    assert refused({**files, "README.txt": b"trust us"}) == "E04"
    assert refused({**files, "anchors/more": b""}) == "E03"
    assert refused({name: files[name] for name in files if name != "disclosed.jsonl"}) == "E03"
    assert refused({name: files[name] for name in files if name != "bundle.json"}) == "E02"


def test_a_list_of_contents_repaired_without_the_key_is_refused(files: Files) -> None:
    assert refused(repaired({**files, "README.txt": b"trust us"})) == "E06"
    assert refused({**files, "bundle.note": files["bundle.note"] * 2}) == "E05"
    double = files["bundle.note"] + files["bundle.note"].split(b"\n\n")[1]
    assert refused({**files, "bundle.note": double}) == "E05"


def test_a_file_without_a_place_is_refused_even_when_it_is_sealed(files: Files) -> None:
    assert refused(repaired({**files, "run-me.py": b""}, SIGNER)) == "E07"
    assert refused(repaired({**files, "logs/1/checkpoint": files[HEAD]}, SIGNER)) == "E03"
    text = b"a text nobody was shown"
    assert refused(repaired({**files, f"texts/{sha256(text).hexdigest()}": text}, SIGNER)) == "E32"


@pytest.mark.parametrize(("field", "value"), [("rehearsal", False), ("case", "other")])
def test_a_bundle_that_speaks_otherwise_than_its_logs_is_refused(
    files: Files, field: str, value: object
) -> None:
    page = {**canonical.read(files["bundle.json"].decode()), field: value}
    assert refused(repaired({**files, "bundle.json": canonical.write(page).encode()}, SIGNER)) == "E08"


def test_an_entry_withheld_from_a_full_bundle_is_refused(files: Files) -> None:
    extract = bundle_files(hidden=[6])
    page = {**canonical.read(extract["bundle.json"].decode()), "audience": "full"}
    mixed = {
        **extract,
        "bundle.json": canonical.write(page).encode(),
        "assessment.json": files["assessment.json"],
    }
    assert refused(repaired(mixed, SIGNER)) == "E18"


def test_an_entry_that_was_written_before_the_one_above_it_is_refused() -> None:
    story = told()
    early = replace(synthetic.entry_of(9, PauseEnded("p8"), ["A" * 43, "B" * 43]), at=synthetic._START)
    story.lines[9] = early.line()
    assert refused(bundle_files(replace(story, disclosures=[]))) == "E15"


def test_a_list_that_asks_for_a_witness_is_not_content_with_the_node(raw: bytes) -> None:
    witness = f"witness w {vkey('w.example', OTHER.public, COSIGNATURE)}\nquorum w\n"
    strict = POLICY.replace("quorum none\n", witness)
    with pytest.raises(Refused, match="E23"):
        verify(raw, strict)


def test_a_list_that_names_other_keys_is_not_content(raw: bytes) -> None:
    with pytest.raises(Refused, match="E06"):
        verify(raw, write_policy([vkey("other.example", OTHER.public)]))


def test_a_code_of_more_entries_than_are_here_is_told(raw: bytes) -> None:
    with pytest.raises(Refused, match="E51"):
        verify(raw, codes=[(21, "1" * 60)])
    with pytest.raises(Refused, match="E50"):
        verify(raw, codes=[(20, "1" * 60)])


def test_what_an_entry_had_seen_of_another_log_must_be_of_that_log(raw: bytes) -> None:
    story = told()
    root = tree.root_of([tree.leaf_hash(line.encode()) for line in story.lines[:5]])
    last = synthetic.entry_of(20, PauseAsked("p20"), ["A" * 43, "B" * 43])
    for seen, false in ((head_text(ORIGIN, 5, root), False), (head_text(ORIGIN, 5, b"1" * 32), True)):
        knowing = replace(last, seen=(" ".join(seen.split()),))
        files = bundle_files(replace(story, lines=[*story.lines, knowing.line()]))
        if false:
            assert refused(files) == "E17"
        else:
            assert verify(zip_bytes(files), POLICY).exit_code == 0


def test_the_assessment_is_one_function_of_what_the_reader_holds(files: Files) -> None:
    report = verify(zip_bytes(files))
    texts = {sha256(text).hexdigest(): text for text in told().texts}
    opened = {seal.digest(one): seal.read(one)[1:] for one in told().disclosures}
    assert assessment_text(report.logs[0].entries, texts, opened) == report.assessment


def test_every_code_has_one_sentence_and_stands_in_the_description_of_the_format() -> None:
    described = (Path(__file__).parents[2] / "docs" / "record-format.md").read_text(encoding="utf-8")
    assert all(f"| {code} | {sentence} |" in described for code, sentence in CODES.items())
    assert len(set(CODES.values())) == len(CODES)
    assert all(
        len(code) == 3 and code[0] == "E" and sentence[0].islower() for code, sentence in CODES.items()
    )
