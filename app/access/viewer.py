"""The person behind a request, as every floor sees them inside one dialogue."""

from dataclasses import dataclass

from app.foundation.roles import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person with the seats they hold in one dialogue, and their side ('' for none)."""

    person: str
    roles: frozenset[Role] = frozenset()
    side: str = ""

    def holds(self, *roles: Role) -> bool:
        """Does this person hold one of these seats?"""
        return bool(self.roles.intersection(roles))

    @property
    def is_party(self) -> bool:
        """Does this person belong to a side?"""
        return bool(self.side)
