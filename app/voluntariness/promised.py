"""The promises of the text in force, as they were named before the release: what several rules look at."""

from app.record.facts.promises import PromiseNamed
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing


def promises_of(story: Story, weighing: Weighing) -> list[Told[PromiseNamed]]:
    """The newest naming of each row of the text in force.

    None at all, or another number than each of them says there is or than the text has rows, leaves the rule
    unknown: a promise that is dropped is missed.
    """
    weighing.counts_on(PromiseNamed)
    text = story.text
    named = [told for told in story.all(PromiseNamed) if text and told.fact.text == text.fact.text]
    newest = {told.fact.row: told for told in named}
    found = [newest[row] for row in sorted(newest)]
    weighing.rests_on(*(told.entry for told in found))
    if not found:
        weighing.lacks("no_promises")
    elif sorted(newest) != list(range(len(found))) or any(
        count != len(found) for count in _counts(story, found)
    ):
        weighing.lacks("promise_missing", *(told.entry for told in found))
    return found


def _counts(story: Story, found: list[Told[PromiseNamed]]) -> list[int]:
    """What each naming says there are, and the rows in the text's own file, where it has any."""
    page = story.page(found[0].fact.text)
    rows = page.get("rows") if page else None
    return [told.fact.count for told in found] + ([len(rows)] if isinstance(rows, list) else [])
