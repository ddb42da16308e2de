"""What this feature brings into the house: the sheets around a table.

Projections and words register themselves when they are imported here.
"""

from app.safeguards.lifecycle import promises as _promises  # noqa: F401
from app.safeguards.routes import (
    cards,
    follow_ups,
    harm,
    incidents,
    minutes,
    preparation,
    promises,
    readings,
    report,
    sheets,
    signing,
    sittings,
    standstill,
    visits,
)
from app.safeguards.words import preparation as _preparation_words  # noqa: F401
from app.safeguards.words import promises as _promise_words  # noqa: F401
from app.safeguards.words import sittings as _sitting_words  # noqa: F401

ROUTERS = (
    sheets.router,
    preparation.router,
    visits.router,
    sittings.router,
    minutes.router,
    cards.router,
    readings.router,
    signing.router,
    promises.router,
    follow_ups.router,
    incidents.router,
    standstill.router,
    harm.router,
    report.router,
)
