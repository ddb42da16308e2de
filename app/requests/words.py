"""The words for where a request stands; offered to templates."""

from app.foundation.errors import N_
from app.requests.rules import ACCEPTED, DECLINED, WAITING
from app.web.i18n import gettext
from app.web.rendering import env

STATES = {
    WAITING: N_("waits for an answer"),
    DECLINED: N_("answered: no table is opened"),
    ACCEPTED: N_("taken up: a table is opened"),
}

env.globals.update(request_state_word=lambda status: gettext(STATES[status]))
