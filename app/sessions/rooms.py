"""What this feature brings into the house: meetings: schedule, invitations, agenda, review, positions.

Projections and words register themselves when they are imported here.
"""

from app.sessions.lifecycle import agenda as _agenda  # noqa: F401
from app.sessions.lifecycle import positions as _positions  # noqa: F401
from app.sessions.lifecycle import review as _review  # noqa: F401
from app.sessions.lifecycle import schedule as _schedule  # noqa: F401
from app.sessions.routes import agenda, invitations, month, positions, preparation, review, schedule, sitting
from app.sessions.words import positions as _position_words  # noqa: F401
from app.sessions.words import review as _review_words  # noqa: F401
from app.sessions.words import schedule as _schedule_words  # noqa: F401

ROUTERS = (
    month.router,
    schedule.router,
    invitations.router,
    preparation.router,
    agenda.router,
    review.router,
    positions.router,
    sitting.router,
)
