"""The words about what a text contains, offered to templates."""

from app.foundation.errors import N_
from app.web.i18n import gettext
from app.web.rendering import env

TAGS = {
    "gives_up_claim": N_("somebody gives up a claim"),
    "release_from_detention": N_("somebody is let out of detention"),
    "drop_criminal_charge": N_("a criminal charge is dropped"),
    "stop_arrests": N_("arrests stop"),
    "withdraw_summons": N_("a summons is taken back"),
    "forbids_speech": N_("somebody may not speak, protest or complain"),
}
"""What a text may contain that has its own rules; the order is that of the form."""


def text_tag_word(tag: str) -> str:
    """What one tag says; the code itself for one that is not known here."""
    return gettext(TAGS[tag]) if tag in TAGS else tag


env.globals.update(text_tag_word=text_tag_word, text_tags=lambda: [(tag, text_tag_word(tag)) for tag in TAGS])
