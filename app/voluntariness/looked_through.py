"""What a text contains, as somebody who looked through it said, and the words in it that ask for a second look."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.foundation.roles import Role
from app.record.facts.understanding import TextScanned
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

GIVES_UP_CLAIM = "gives_up_claim"
LIBERTY = frozenset({"release_from_detention", "drop_criminal_charge", "stop_arrests", "withdraw_summons"})
"""What nobody may ever give for a yes (FREE-LIBERTY-1)."""

LIBERTY_WORDS = (
    *("arrest", "detain", "detention", "prison", "jail", "summons", "criminal"),
    *("ចាប់ខ្លួន", "ឃុំខ្លួន", "ពន្ធនាគារ", "ដោះលែង", "កោះហៅ", "ព្រហ្មទណ្ឌ"),
)
"""Words of freedom and its loss. Where one stands in a text, the monitor has to look through it too."""

CLAIM_WORDS = (
    *("complaint", "lawsuit", "court case", "give up", "waive"),
    *("បណ្ដឹង", "បណ្តឹង", "ប្ដឹង", "ប្តឹង", "បោះបង់"),
)
"""Words of a complaint or of giving up a right. Where one stands in a text, somebody may be giving up a claim."""

SECOND_LOOK = frozenset({Role.MONITOR, Role.SAFEGUARD_OFFICER})
"""Who looks a second time: seats that nobody of a side, of the office or of the chair can hold."""

WORD_LENGTH = 5
"""Letters of a word where nothing parts one word from the next, as in Khmer written in one line."""


def scans_of(story: Story, weighing: Weighing) -> list[Told[TextScanned]]:
    """All that was said about what the text in force contains. Without any, the rule is unknown.

    Everything that anybody ever ticked counts: a tick that was wrong is put right by fixing the text anew.
    """
    weighing.counts_on(TextScanned)
    text = story.text
    scans = [told for told in story.all(TextScanned) if text and told.fact.text == text.fact.text]
    if not scans:
        weighing.lacks("not_scanned")
    return scans


def tags_in(scans: list[Told[TextScanned]]) -> frozenset[str]:
    """Everything that was ticked in any of them."""
    return frozenset(tag for told in scans for tag in told.fact.tags)


def clauses_in(page: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The clauses of a text's file; what is no clause is left out."""
    clauses = page.get("clauses")
    return [clause for clause in clauses if isinstance(clause, dict)] if isinstance(clauses, list) else []


def wording(clause: Mapping[str, Any], language: str) -> str:
    """One clause in one language; '' when it is not there."""
    said = clause.get(language)
    return said if isinstance(said, str) else ""


def liberty_words_in(page: Mapping[str, Any]) -> list[str]:
    """The words of freedom that stand in any wording of a text, or in the rows of an offer."""
    return _words_in(page, LIBERTY_WORDS)


def claim_words_in(page: Mapping[str, Any]) -> list[str]:
    """The words of complaint that stand in any wording of a text, or in the rows of an offer."""
    return _words_in(page, CLAIM_WORDS)


def _words_in(page: Mapping[str, Any], wanted: Sequence[str]) -> list[str]:
    rows = page.get("rows")
    parts = [*clauses_in(page), *(rows if isinstance(rows, list) else [])]
    said = [str(value) for part in parts if isinstance(part, dict) for value in part.values()]
    plain = " ".join(said).replace("\u200b", "").lower()
    return [word for word in wanted if word in plain]


def second_looks(story: Story, scans: list[Told[TextScanned]]) -> list[Told[TextScanned]]:
    """Those of a monitor, who looked at what somebody else fixed: nobody looks a second time at their own work."""
    text = story.text
    return [
        told
        for told in scans
        if told.entry.role in SECOND_LOOK and (not text or told.entry.by != text.entry.by)
    ]


def count_words(page: Mapping[str, Any], language: str) -> int:
    """How many words a reading of this text takes; of the longest wording where it has none in that language."""
    by_language = {
        code: [wording(clause, code) for clause in clauses_in(page)]
        for code in sorted({code for clause in clauses_in(page) for code in clause})
    }
    counts = {code: sum(map(_words, said)) for code, said in by_language.items()}
    return counts.get(language) or max(counts.values(), default=0)


def _words(said: str) -> int:
    pieces = said.replace("\u200b", " ").split()
    return max(len(pieces), sum(map(len, pieces)) // WORD_LENGTH)
