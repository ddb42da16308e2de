"""A first wording of each clause, in Khmer and English, from the rows of an accepted offer."""

from collections.abc import Mapping
from typing import Any

from app.agreements.rules.offers import read_rows
from app.agreements.rules.texts import Clause
from app.agreements.words import row_sentence
from app.web.i18n import language, use_language


def first_wording(terms: Mapping[str, Any]) -> list[Clause]:
    """One clause a row. What a side typed stays as it typed it; the facilitator words it in both languages."""
    reader, rows = language(), read_rows(terms)
    try:
        use_language("km")
        khmer = [row_sentence(row) for row in rows]
        use_language("en")
        english = [row_sentence(row) for row in rows]
    finally:
        use_language(reader)
    return list(zip(khmer, english, strict=True))
