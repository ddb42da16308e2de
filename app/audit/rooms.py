"""What this feature brings into the house: the monitor's review, certificates and bundles.

Projections and words register themselves when they are imported here.
"""

from app.audit import lifecycle, words  # noqa: F401
from app.audit.routes import bundles, certificates, looks, reviews, safeguards

ROUTERS = (looks.router, safeguards.router, reviews.router, certificates.router, bundles.router)
