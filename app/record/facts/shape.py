"""What every fact is: a frozen, flat dataclass that knows which thing it is about."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Base of all facts. ABOUT names the field that holds the thing it concerns; '' = the whole dialogue."""

    ABOUT: ClassVar[str] = ""

    @property
    def about(self) -> str:
        """The thing this fact concerns: the slice of the record it belongs to (performance.md 4.1)."""
        return str(getattr(self, self.ABOUT)) if self.ABOUT else ""

    def says(self) -> dict[str, Any]:
        """The fields as the canonical line holds them (lists for tuples)."""
        return {
            field.name: list(value) if isinstance(value := getattr(self, field.name), tuple) else value
            for field in fields(self)
        }

    @classmethod
    def read(cls, says: dict[str, Any]) -> Self:
        """Make the fact from its fields. Raises ValueError when a field is missing, spare or of another kind."""
        shapes = {field.name: field.type for field in fields(cls)}
        if set(says) != set(shapes):
            raise ValueError(f"{cls.__name__}: wrong fields")
        return cls(**{name: _read_value(cls.__name__, shapes[name], says[name]) for name in shapes})


def _read_value(fact: str, shape: Any, value: Any) -> Value:
    if shape is str and isinstance(value, str):
        return value
    if shape is bool and isinstance(value, bool):
        return value
    if shape is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if shape not in (str, bool, int) and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise ValueError(f"{fact}: a field is of another kind")
