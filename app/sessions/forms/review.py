"""What a chair says about an agenda, and what the facilitator answers."""

from typing import Annotated, Literal

from pydantic import Field

from app.web.fields import Amount
from app.web.forms import Form, Words

Suggested = Annotated[str, Field(max_length=200)]
"""Other words for one item: as long as a title may be."""


class ReviewForm(Form):
    """One of five outcomes for one version; words on the whole, and other words for single items."""

    agenda: str
    outcome: Literal["approved", "approved_with_suggestions", "returned", "other_day", "not_approved"]
    words: Words = ""
    item: Annotated[list[str], Field(max_length=60, default_factory=list)]
    suggestion: Annotated[list[Suggested], Field(max_length=60, default_factory=list)]

    @property
    def by_item(self) -> dict[str, str]:
        """Item -> the chair's words, those left open left out."""
        pairs = zip(self.item, (said.strip() for said in self.suggestion), strict=False)
        return {item: said for item, said in pairs if said}


class SuggestionForm(Form):
    """What comes of one suggestion: `words` puts them in the place of the title, `send` also puts the new version
    before the chair, `yes` takes the sense, `no`."""

    review: Amount
    item: str = ""
    answer: Literal["words", "send", "yes", "no"]
