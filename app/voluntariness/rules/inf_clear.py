"""INF-CLEAR-1: the text says who does what, where, how much, when, how it is proved, and what if it is late."""

import re
from typing import Any

from app.record.facts.agreements import TextFixed
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.looked_through import clauses_in, wording
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

NEEDED = ("who", "what", "where", "when", "proof", "late")
BLANK = re.compile(r"_{2,}|\.{3,}|…|\[[\s_.]*\]|\([\s_.]*\)|\?{2,}|\b[xX]{3,}\b")
"""How people leave a place open: ____, ..., [ ], ( ), ??, XXX; the same is asked before a text is fixed."""


def inf_clear(story: Story) -> Finding:
    """The file of the text in force: each clause in each of its languages, without an open place, each row whole.

    Source: domain.md 3.4 INF-CLEAR-1 (Singapore Convention art. 5(1)(c); promises of five hectares of which two
    and a half came). Severity B. A row is what one side promised: who, what, where, when, proof, what if late,
    nothing of it left to be filled in later; an amount has its currency. The rows are those that every side
    accepted, kept in the text's own file.
    """
    weighing = Weighing(story, "INF-CLEAR-1", Severity.BLOCKS)
    weighing.counts_on(TextFixed)
    text = story.text
    if text is None:
        return weighing.finding()  # nothing fixed: `assess` has said so before
    page = story.page(text.fact.text)
    if page is None:
        weighing.lacks("text_missing", text.entry)
        return weighing.finding()
    weighing.proves(text.entry)
    _weigh_clauses(weighing, text, page)
    rows = page.get("rows")
    if not isinstance(rows, list) or not rows:
        weighing.lacks("rows_missing", text.entry)
        return weighing.finding()
    if any(isinstance(row, dict) and has_open_place(row) for row in rows):
        weighing.breaks("open_place", text.entry)
    elif not all(isinstance(row, dict) and is_whole(row) for row in rows):
        weighing.breaks("row_incomplete", text.entry)
    return weighing.finding()


def _weigh_clauses(weighing: Weighing, text: Told[TextFixed], page: dict[str, Any]) -> None:
    said = [wording(clause, language) for clause in clauses_in(page) for language in text.fact.languages]
    if not said or not all(one.strip() for one in said):
        weighing.breaks("wording_missing", text.entry)
    if any(BLANK.search(one) for one in said):
        weighing.breaks("open_place", text.entry)


def is_whole(row: dict[str, Any]) -> bool:
    """Does a row say everything that a promise needs? An amount has its currency."""
    amount, currency = row.get("amount", 0), row.get("currency", "")
    named = all(isinstance(row.get(part), str) and row[part].strip() for part in NEEDED)
    return named and (bool(amount) == bool(currency)) and not has_open_place(row)


def has_open_place(row: dict[str, Any]) -> bool:
    """Is something that a promise needs left to be filled in later?"""
    return any(BLANK.search(said) for part in NEEDED if isinstance(said := row.get(part), str))
