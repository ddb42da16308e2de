"""What stands on the certificate's paper: its words in both languages, its code, the record's end (domain.md D13)."""

from dataclasses import asdict

from sqlmodel import Session

from app.audit.queries.certificate_sheet import certificate_words
from app.audit.queries.certificates import CertificateView
from app.dialogues.queries import dialogue_row
from app.web.i18n import gettext as _
from app.web.i18n import language
from app.web.paper import in_both, rehearsal_words, sign_of


def certificate_paper(db: Session, dialogue: str, view: CertificateView, address: str) -> dict[str, object]:
    """The view of `papers/certificate.typ`; `address` is where anybody checks the code."""
    row = dialogue_row(db, dialogue)

    def words() -> dict[str, object]:
        table = row.khmer if language() == "km" else row.latin
        return {
            **asdict(certificate_words(view, table)),
            "rehearsal": rehearsal_words(),
            "case": f"{table} · {dialogue}",
            "document": _("Consent certificate"),
            "standing": _("It may be revoked: check the code."),
        }

    return {
        **in_both(words),
        "code": view.code,
        "sign": sign_of(address),
        "address": address,
        "size": str(view.size),
        "head": view.head.split(),
    }
