"""What this feature brings into the house: offers, answers, texts and signatures.

Projections and words register themselves when they are imported here.
"""

from app.agreements import scan_words, text_words, words  # noqa: F401
from app.agreements.lifecycle import if_no as _if_no  # noqa: F401
from app.agreements.lifecycle import offers as _offers  # noqa: F401
from app.agreements.lifecycle import recordings as _recordings  # noqa: F401
from app.agreements.lifecycle import signatures as _signatures  # noqa: F401
from app.agreements.lifecycle import texts as _texts  # noqa: F401
from app.agreements.routes import answers, if_no, offers, recordings, signatures, text_paper, texts

ROUTERS = (
    texts.router,
    text_paper.router,
    recordings.router,
    signatures.router,
    answers.router,
    offers.router,
    if_no.router,
)
