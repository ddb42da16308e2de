"""FREE-LIBERTY-1: nobody's freedom, charge or summons was given for a yes."""

from app.record.facts.agreements import TextFixed
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.looked_through import (
    LIBERTY,
    liberty_words_in,
    scans_of,
    second_looks,
    tags_in,
)
from app.voluntariness.story import Story
from app.voluntariness.weighing import Weighing


def free_liberty(story: Story) -> Finding:
    """The text was looked through and trades nobody's liberty; where its words ask, the monitor looked too.

    Source: domain.md 3.2 FREE-LIBERTY-1 (complaints withdrawn by thumbprint to free a detainee; a plan that lists
    the end of arrest orders as a point). Severity B. A tick for detention, charges, arrests or a summons is
    NOT_KEPT. A text nobody looked through is UNKNOWN; so is one with words of arrest or charges that no monitor
    looked through.
    """
    weighing = Weighing(story, "FREE-LIBERTY-1", Severity.BLOCKS)
    weighing.counts_on(TextFixed)
    scans = scans_of(story, weighing)
    weighing.proves(*(told.entry for told in scans))
    if tags_in(scans) & LIBERTY:
        traded = [told.entry for told in scans if LIBERTY.intersection(told.fact.tags)]
        weighing.breaks("liberty_traded", *traded)
    text = story.text
    page = story.page(text.fact.text) if text else None
    if text is None or page is None:
        weighing.lacks("text_missing")
    elif liberty_words_in(page) and not second_looks(story, scans):
        weighing.lacks("words_ask", text.entry)
    return weighing.finding()
