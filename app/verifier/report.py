"""What the verifier found, in words for people and in JSON for programs."""

from dataclasses import dataclass, field
from typing import Any

from app.record import canonical
from app.record.checkpoint import head_text, spoken
from app.record.note import read_vkey
from app.verifier.logs import CheckedLog

VERIFIED, FALSE, UNVOUCHED, USAGE = 0, 1, 2, 64


@dataclass(frozen=True, slots=True)
class Report:
    """A bundle in which nothing is false. `assessment` is the text of assessment.json, or '' in an extract.

    `vouched` says what outside the bundle agrees with it (the reader's own list of keys, a printed code),
    `doubts` what that does not reach. `compared` tells of a second bundle, which vouches for nothing: both
    may come from the same hand. `unheard` counts the recordings that entries name and that are not here.
    """

    case: str
    made_at: str
    rehearsal: bool
    full: bool
    logs: list[CheckedLog]
    keys: tuple[str, ...]
    opened: int
    texts: int
    recordings: int = 0
    unheard: int = 0
    assessment: str = ""
    vouched: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    compared: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 when something outside vouches for a full bundle, else 2 (settled.md 14)."""
        return VERIFIED if self.full and self.vouched and not self.doubts else UNVOUCHED

    def facts(self) -> dict[str, Any]:
        """The four fields of --json; `record` is `verified` or `extract`."""
        told = canonical.read(self.assessment) if self.assessment else {"agreements": [], "ending": None}
        agreements = [
            {
                "text": row["assessed"].get("text", row["agreement"]),
                "verdict": row["assessed"].get("verdict"),
                "findings": row["assessed"].get("findings", []),
            }
            for row in told["agreements"]
        ]
        record = "verified" if self.full else "extract"
        return {
            "record": record,
            "agreements": agreements,
            "ending": told["ending"],
            "rehearsal": self.rehearsal,
        }

    def text(self) -> str:
        """The report for people; the first line says what kind of bundle this is."""
        rows = [] if self.full else ["EXTRACT: some entries may be withheld, and no verdict follows from it."]
        if self.rehearsal:
            rows.append("REHEARSAL: nothing in this bundle happened to real people; its keys prove nothing.")
        rows.append(f"case {self.case}, written {self.made_at}")
        for log in self.logs:
            rows.append(
                f"  ok    {log.head.size} entries in {log.head.origin}, signed, known to the register"
            )
            if log.withheld:
                rows.append(f"  note  {log.withheld} of them are withheld: counted, not readable")
            rows.append(f'  code  {log.head.size}:"{spoken(head_text(*log.head))}"')
        rows += [f"  key   {read_vkey(key).name}: {spoken(key)}" for key in self.keys]
        rows.append(f"  ok    {self.opened} sealed places opened, {self.texts} texts, each named by an entry")
        if self.recordings:
            rows.append(f"  ok    {self.recordings} recordings, each named by an entry")
        if self.unheard:
            rows.append(f"  note  {self.unheard} recordings that entries name are not in this bundle")
        rows += self._verdicts()
        rows += [f"  ok    {line}" for line in (*self.vouched, *self.compared)]
        rows += [f"  note  {line}" for line in self.doubts]
        return "\n".join([*rows, self._result()]) + "\n"

    def _verdicts(self) -> list[str]:
        facts = self.facts()
        rows = [
            f"  ok    verdict made again: {row['verdict']} for {row['text']}" for row in facts["agreements"]
        ]
        if self.full and not rows:
            rows.append("  ok    assessment made again: there is no text to speak of")
        if facts["ending"]:
            rows.append(f"  ok    the dialogue ended: {facts['ending']}")
        return rows

    def _result(self) -> str:
        if not self.full:
            return "RESULT 2: an extract. Nothing in it is false; whether a yes was free is not shown by it."
        if self.exit_code == VERIFIED:
            return "RESULT 0: verified."
        return (
            "RESULT 2: nothing in it is false, but nothing outside it vouches for it. Compare a code above "
            "with your own paper, or give your own list of keys (--policy)."
        )


def refusal_text(code: str, sentence: str) -> str:
    """The report on a bundle in which something is false."""
    return f"FALSE {code}: {sentence}.\nRESULT 1: do not rely on this bundle.\n"


def refusal_facts(code: str) -> dict[str, Any]:
    """The same four fields for a bundle in which something is false: nothing else in it is repeated."""
    return {"record": code, "agreements": [], "ending": None, "rehearsal": None}
