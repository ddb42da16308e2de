"""What this feature brings into the house: the door at which anybody asks for a peace table."""

from app.requests import routes, words  # noqa: F401  (words register themselves)

ROUTERS = (routes.router,)
