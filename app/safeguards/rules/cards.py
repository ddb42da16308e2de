"""What must be true before a card on the table counts as an answer. Pure."""

from app.foundation.errors import N_, NotValid


class WhoseCard(NotValid):
    """A card is somebody's, and that person decides."""

    says = N_("Choose who laid the card on the table. Only those who decide answer.")
    field = "person"


def ensure_whose(*, decides: bool) -> None:
    """The card is of somebody whose own yes is needed."""
    if not decides:
        raise WhoseCard
