"""How a rule comes to its answer: what it counts on, what breaks it, what is lacking.

Something known to be against outweighs something lacking; something lacking outweighs all that is there; and a
rule that has looked at nothing is never kept (no vacuous proof, architecture.md 4.22).
"""

from dataclasses import dataclass, field

from app.record.entry import Entry
from app.record.facts import Fact
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.grades import weakest
from app.voluntariness.story import Story

NOTHING_AGAINST = "none_received"
KEPT_ALL_THE_SAME = "kept_all_the_same"


@dataclass(slots=True)
class Weighing:
    """The scales of one rule. `severity` may be raised on the way, never lowered."""

    story: Story
    rule: str
    severity: Severity
    proof: dict[int, Entry] = field(default_factory=dict)
    evidence: set[int] = field(default_factory=set)
    against: set[int] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    def counts_on(self, *kinds: type[Fact]) -> None:
        """This rule rests on facts of these kinds: one that a hand without the pen wrote leaves it unknown."""
        for kind in kinds:
            strangers = self.story.strangers(kind)
            if strangers:
                self.lacks("wrong_hand", *strangers)

    def counts_by_clock(self) -> None:
        """This rule counts time: it is unknown when the clock cannot be relied on (settled.md 2)."""
        if self.story.doubts:
            self.lacks("clock_doubted", *self.story.doubts)

    def proves(self, *entries: Entry) -> None:
        """These entries show that the rule was kept; the weakest of them gives the grade."""
        for entry in entries:
            self.proof[entry.number] = entry
            self.evidence.add(entry.number)

    def rests_on(self, *entries: Entry) -> None:
        """These entries say what the rule looks at (numbers, lists, dates), without proving it."""
        self.evidence.update(entry.number for entry in entries)

    def speaks_against(self, *entries: Entry) -> None:
        """These entries speak against it, whatever the answer is."""
        self.against.update(entry.number for entry in entries)

    def breaks(self, reason: str, *entries: Entry) -> None:
        """The rule is known not to be kept."""
        self.broken.append(reason)
        self.speaks_against(*entries)

    def breaks_by_clock(self, reason: str, *entries: Entry) -> None:
        """The same, found by counting time: not known when the clock cannot be relied on."""
        if not self.story.doubts:
            self.breaks(reason, *entries)

    def breaks_to_clear(self, reason: str, *entries: Entry) -> None:
        """Known not to be kept, in a way that a clearance can mend. Asked after all that blocks: where a part that
        blocks is broken or unknown, this only stands beside it.
        """
        if self.severity is Severity.BLOCKS:
            self.speaks_against(*entries)
        else:
            self.breaks(reason, *entries)

    def lacks(self, reason: str, *entries: Entry) -> None:
        """Something that the rule needs is not there, or cannot be relied on."""
        self.lacking.append(reason)
        self.speaks_against(*entries)

    def finding(self) -> Finding:
        """The answer."""
        if self.broken:
            result, reason = Result.NOT_KEPT, self.broken[0]
        elif self.lacking:
            result, reason = Result.UNKNOWN, self.lacking[0]
        elif not self.proof:
            result, reason = Result.UNKNOWN, "nothing_to_look_at"
        else:
            result, reason = Result.KEPT, KEPT_ALL_THE_SAME if self.against else NOTHING_AGAINST
        return Finding(
            self.rule,
            self.severity,
            result,
            reason,
            tuple(sorted(self.evidence)),
            tuple(sorted(self.against)),
            weakest(self.proof.values()),
        )
