"""The promises of the text in force, as they were named before the release: what several rules look at."""

from app.record.facts.promises import PromiseNamed
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing


def promises_of(story: Story, weighing: Weighing) -> list[Told[PromiseNamed]]:
    """The newest naming of each row of the text in force.

    None at all, or another number than each of them says there is, leaves the rule unknown: a promise that is
    dropped is missed.
    """
    weighing.counts_on(PromiseNamed)
    text = story.text
    named = [told for told in story.all(PromiseNamed) if text and told.fact.text == text.fact.text]
    newest = {told.fact.row: told for told in named}
    found = [newest[row] for row in sorted(newest)]
    weighing.rests_on(*(told.entry for told in found))
    if not found:
        weighing.lacks("no_promises")
    elif sorted(newest) != list(range(len(found))) or any(told.fact.count != len(found) for told in found):
        weighing.lacks("promise_missing", *(told.entry for told in found))
    return found
