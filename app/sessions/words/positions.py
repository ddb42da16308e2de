"""The words for who may read a position; offered to templates."""

from app.web.i18n import gettext as _
from app.web.rendering import env


def readers_of_position() -> list[tuple[str, str, str]]:
    """The two audiences, with what each means, for a field; none is chosen beforehand."""
    return [
        ("side", _("Only our side"), _("Nobody else reads it, not the chair either.")),
        ("table", _("Everybody at the table"), _("All sides, the chair and the facilitator read it.")),
    ]


env.globals.update(readers_of_position=readers_of_position)
