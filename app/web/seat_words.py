"""The words for seats and sides, shared by every page."""

from app.foundation.errors import N_
from app.foundation.roles import Role
from app.web.i18n import gettext

SEATS: dict[Role, str] = {
    Role.FACILITATOR: N_("facilitator"),
    Role.MEDIATOR: N_("mediator"),
    Role.CHAIR: N_("chair"),
    Role.DELEGATE: N_("party to the table"),
    Role.PARALEGAL: N_("paralegal"),
    Role.WITNESS: N_("witness"),
    Role.INTERPRETER: N_("interpreter"),
    Role.OBSERVER: N_("observer"),
    Role.MONITOR: N_("monitor"),
    Role.SAFEGUARD_OFFICER: N_("safeguard officer"),
    Role.NODE: N_("the product, by rule"),
}


def seat_word(role: Role) -> str:
    """The word for a seat in the reader's language."""
    return gettext(SEATS[role])
