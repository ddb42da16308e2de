"""What this feature brings into the house: the monitor's review, certificates and bundles.

Projections and words register themselves when they are imported here.
"""

from app.audit import lifecycle, words  # noqa: F401
from app.audit.routes import bundles, certificates, looks, reviews

ROUTERS = (looks.router, reviews.router, certificates.router, bundles.router)
