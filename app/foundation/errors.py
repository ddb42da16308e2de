"""The four families of refusal. Each refusal is one sentence that says what is wrong and what to do.

Refusal
├── NotFound         nothing here that this person may see      (404)
├── NotAllowed       visible, but not theirs to do              (403)
├── NotPossibleNow   not at this moment or in this state        (409)
└── NotValid         what was typed needs a correction          (422)
"""


def N_(sentence: str) -> str:  # noqa: N802 (the name that extraction of sentences looks for)
    """Mark a sentence for translation; it is translated where it is shown."""
    return sentence


class Refusal(Exception):
    """Base of every refusal. `says` is one translatable sentence with %(named)s holes."""

    says = N_("This cannot be done.")

    def __init__(self, **details: object) -> None:
        """Fill the holes of the sentence; the values are shown as they are."""
        self.details = details
        super().__init__(self.says % details)


class NotFound(Refusal):
    """Nothing here that this person may see; the same for unknown and for hidden."""

    says = N_("There is nothing here that you may see.")


class NotAllowed(Refusal):
    """The person sees the thing, but their seat may not do this."""

    says = N_("Your seat at this table may not do this.")


class NotPossibleNow(Refusal):
    """The state of things does not allow it at this moment."""

    says = N_("This is not possible at this moment.")


class NotValid(Refusal):
    """What was typed needs a correction. `field` names where, or '' for the whole form."""

    says = N_("Please correct the form.")
    field = ""
