"""What this feature brings into the house: peace tables as a whole, their record and their exits.

Projections and words register themselves when they are imported here.
"""

from app.dialogues import exits, lifecycle, record_routes, routes, words  # noqa: F401

ROUTERS = (routes.router, exits.router, record_routes.router)
