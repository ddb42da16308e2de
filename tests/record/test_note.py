"""Signed notes, heads and lists of keys: the published samples, and other spellings refused."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.record import checkpoint, note
from app.record.policy import read_policy, write_policy
from app.record.tree import EMPTY

# C2SP signed-note, section "Example", and the package documentation of Go's sumdb/note
C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
C2SP_NOTE = (
    "This is an example message.\n\n\u2014 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
KEY = Ed25519PrivateKey.from_private_bytes(b"4" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
HEAD = checkpoint.head_text("node.example/case/a", 3, EMPTY)


@pytest.mark.parametrize(("key", "text"), [(C2SP_KEY, C2SP_NOTE), (GO_KEY, GO_NOTE)])
def test_a_published_note_is_signed_by_its_published_key(key: str, text: str) -> None:
    assert note.signers(text, [C2SP_KEY, GO_KEY]) == {key: None}
    name, kind, public = note.read_vkey(key)
    assert note.vkey(name, public, kind) == key
    signature = note.read_note(text)[1][0]
    assert text.endswith(note.signature_line(name, public, signature.raw))


def test_a_changed_note_is_refused_and_not_merely_unsigned() -> None:
    with pytest.raises(ValueError, match="is false"):
        note.signers(GO_NOTE.replace("problem is", "problem was"), [GO_KEY])


def test_a_witness_signs_a_head_with_the_time_it_saw_it() -> None:
    seconds = 1_800_000_000
    raw = seconds.to_bytes(8, "big") + KEY.sign(note.cosigned_message(HEAD, seconds))
    key = note.vkey("w.example", PUBLIC, note.COSIGNATURE)
    line = note.signature_line("w.example", PUBLIC, raw, note.COSIGNATURE)
    assert note.signers(f"{HEAD}\n{line}", [key]) == {key: seconds}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text\n",
        C2SP_NOTE[:-1],
        C2SP_NOTE + "\n",
        C2SP_NOTE + C2SP_NOTE.split("\n\n")[1],
        C2SP_NOTE.replace("\u2014", "-"),
        C2SP_NOTE.replace("aQM=", "aQN="),
        C2SP_NOTE.replace("\n\n", "\r\n\n"),
        C2SP_NOTE.replace("/foo Uw", "/foo  Uw"),
        "text\n\n\u2014 a AAAA\n",
        "text\n\n" + "\u2014 a AAAAAAAAAAAA\n" * 101,
    ],
)
def test_what_is_not_a_note_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"note|signature|base64"):
        note.read_note(text)


@pytest.mark.parametrize(
    "text",
    ["", "a", "a+b", "a+00000000+AAAA", C2SP_KEY.replace("530d", "530D"), C2SP_KEY[:-1], " " + C2SP_KEY],
)
def test_what_is_not_a_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"key|base64"):
        note.read_vkey(text)


def test_a_head_is_read_back_and_has_sixty_digits_to_read_aloud() -> None:
    assert checkpoint.read_head(HEAD) == ("node.example/case/a", 3, EMPTY)
    groups = checkpoint.spoken(HEAD).split(" ")
    assert [len(group) for group in groups] == [5] * 12
    assert "".join(groups) == checkpoint.digits_of(HEAD)
    assert checkpoint.digits_of(HEAD) != checkpoint.digits_of(HEAD.replace("3", "4"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD[:-1],
        HEAD + "more\n",
        HEAD.replace("\n3\n", "\n03\n"),
        HEAD.replace("\n3\n", "\n-3\n"),
        HEAD.replace("\n3\n", "\n\u0663\n"),
        "\n3\n" + checkpoint.root_text(EMPTY) + "\n",
        "a\n3\nAAAA\n",
    ],
)
def test_what_is_not_a_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"head|root|base64"):
        checkpoint.read_head(text)


def test_a_list_of_keys_says_who_may_sign_which_log_and_how_many_witnesses_are_enough() -> None:
    log = note.vkey("node.example", PUBLIC)
    seen = [note.vkey(name, PUBLIC, note.COSIGNATURE) for name in ("w1", "w2", "w3")]
    rows = [f"witness n{place} {key}" for place, key in enumerate(seen)]
    text = "\n".join(
        ["# ours", f"log {log}", *rows, "group two 2 n0 n1 n2", "group both all two n0", "quorum both", ""]
    )
    policy = read_policy(text)
    assert policy.keys_for("node.example/case/a") == [log]
    assert policy.keys_for("node.example.evil/case/a") == policy.keys_for("node.example") == []
    assert policy.met(seen[:2])
    assert not policy.met(seen[1:])
    assert not policy.met([])


def test_the_smallest_list_of_keys_asks_for_no_witness() -> None:
    policy = read_policy(write_policy([GO_KEY]))
    assert policy.logs == (GO_KEY,)
    assert policy.met([])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "quorum none\n",
        f"log {GO_KEY}\n",
        f"log {GO_KEY}\nquorum w\n",
        f"log {GO_KEY}\nquorum none\nquorum none\n",
        f"log {GO_KEY}\ngroup g any\nquorum g\n",
        f"log {GO_KEY}\ngroup g 1 w\nquorum g\n",
        f"log {GO_KEY}\nwitness w {GO_KEY}\nquorum w\n",
        "log a\nquorum none\n",
        f"log {GO_KEY}\nsomething else\nquorum none\n",
    ],
)
def test_a_list_of_keys_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"list of keys|key|members"):
        read_policy(text)
