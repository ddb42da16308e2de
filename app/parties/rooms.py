"""What this feature brings into the house: who is at the table.

Projections and words register themselves when they are imported here.
"""

from app.parties import lifecycle, routes, words  # noqa: F401

ROUTERS = (routes.router,)
