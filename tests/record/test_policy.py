"""Lists of keys, read strictly: groups and their thresholds, second addresses, and each sentence of refusal."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.record.note import COSIGNATURE, vkey
from app.record.policy import read_policy, write_policy

PUBLIC = Ed25519PrivateKey.from_private_bytes(b"7" * 32).public_key().public_bytes_raw()
LOG = vkey("node.example", PUBLIC)
OTHER = vkey("second.example", PUBLIC)
WITNESSES = {name: vkey(f"{name}.example", PUBLIC, COSIGNATURE) for name in ("w1", "w2", "w3")}
HEAD = f"log {LOG}\n" + "".join(f"witness {name} {key}\n" for name, key in WITNESSES.items())
NOT_UNDERSTOOD = r"^the list of keys has a line that is not understood: "
MEMBERS = r"^a group asks for more members than it has$"
NONE = r"^the list of keys names no key, or no quorum$"


@pytest.mark.parametrize(
    ("needed", "enough"), [("any", 1), ("all", 3), ("1", 1), ("2", 2), ("3", 3), ("0002", 2)]
)
def test_a_group_is_met_by_as_many_as_it_asks_for_and_by_no_fewer(needed: str, enough: int) -> None:
    policy = read_policy(f"{HEAD}group g {needed} w1 w2 w3\nquorum g\n")
    keys = list(WITNESSES.values())
    assert [policy.met(keys[:count]) for count in range(4)] == [count >= enough for count in range(4)]


@pytest.mark.parametrize("needed", ["0", "4", "00001", "10000", "-1", "some", "ANY", "²", "1.0", "٢"])
def test_a_group_that_asks_for_another_number_is_refused(needed: str) -> None:
    with pytest.raises(ValueError, match=MEMBERS):
        read_policy(f"{HEAD}group g {needed} w1 w2 w3\nquorum g\n")


def test_groups_may_hold_groups_and_addresses_are_passed_over() -> None:
    text = (
        f"# ours\n\nlog {LOG} https://node.example\nlog {OTHER}\n"
        f"witness w1 {WITNESSES['w1']} https://w1.example\nwitness w2 {WITNESSES['w2']}\n"
        "group inner any w1 w2\ngroup outer all inner w1\nquorum outer\n"
    )
    policy = read_policy(text)
    assert policy.logs == (LOG, OTHER)
    assert dict(policy.witnesses) == {name: WITNESSES[name] for name in ("w1", "w2")}
    assert dict(policy.groups) == {"inner": (1, ("w1", "w2")), "outer": (2, ("inner", "w1"))}
    assert policy.met({WITNESSES["w1"]})
    assert not policy.met({WITNESSES["w2"]})
    assert policy.keys_for("second.example/case/a") == [OTHER]
    assert policy.keys_for("second.example.org/case/a") == []


@pytest.mark.parametrize(
    "line",
    [
        f"LOG {LOG}",
        f"Log {LOG} https://node.example",
        f"log {LOG} https://node.example more",
        f"log {WITNESSES['w1']}",
        f"witness w4 {LOG}",
        f"witness w1 {WITNESSES['w2']}",
        f"Witness w4 {WITNESSES['w2']} https://w.example",
        f"witness w4 {WITNESSES['w2']} https://w.example more",
        "group g any",
        "group w1 any w2",
        "group g any w1 nobody",
        "group none any w1",
        "quorum nobody",
        "quorum",
        "rule x",
    ],
)
def test_a_line_that_is_not_understood_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=NOT_UNDERSTOOD) as refused:
        read_policy(f"{HEAD}{line}\nquorum none\n")
    assert str(refused.value).endswith(line[:60])


def test_a_group_may_be_of_all_that_is_known() -> None:
    policy = read_policy(f"{HEAD}group g any none w1 w2 w3\nquorum w1\n")
    assert policy.groups["g"] == (1, ("none", "w1", "w2", "w3"))


@pytest.mark.parametrize("text", ["", "# nothing\n", f"log {LOG}\n", "quorum none\n"])
def test_a_list_without_a_key_or_without_a_quorum_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=NONE):
        read_policy(text)


def test_a_second_quorum_is_refused() -> None:
    with pytest.raises(ValueError, match=NOT_UNDERSTOOD):
        read_policy(f"{HEAD}quorum none\nquorum w1\n")


def test_the_smallest_list_of_two_keys_is_written_line_by_line() -> None:
    assert write_policy([LOG, OTHER]) == f"log {LOG}\nlog {OTHER}\nquorum none\n"
