"""A side accepts that the office also acts in a connected case only once it is known that it does (NEU-DUALROLE-1)."""

from app.record.facts.preparation import DualRoleAccepted
from tests.office import Office, sentences
from tests.safeguards.sat import facts


def test_nobody_accepts_a_connected_case_before_there_is_one(office: Office) -> None:
    home, side = office.table(), office.sides[1]
    none = {"tie": "none", "office": "ours", "paid_by": "office"}
    assert office.send("dalin", f"{home}/sheets/ties", **none, stated="yes").status_code == 303
    visit = {"language": "km", "ground_rules": "yes", "heard": "yes", "dual_role": "yes"}
    assert office.send("sina", f"{home}/sheets/visits/{side}", **visit).status_code == 303
    assert not facts(office, DualRoleAccepted)

    proceeding = {"kind": "court", "side": side, "stage": "First hearing", "connected": "yes"}
    assert office.send("dalin", f"{home}/sheets/case", **proceeding).status_code == 303
    answer = office.send("sina", f"{home}/sheets/visits/{side}", **visit)
    assert answer.status_code == 303, sentences(answer)
    assert [fact.side for fact in facts(office, DualRoleAccepted)] == [side]
