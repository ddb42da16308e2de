"""Reading a form: either a valid value, or what was typed with one sentence per field. Nothing typed is lost."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Generic, Self, TypeVar, cast, get_args, get_origin

from fastapi import Depends, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from app.foundation.errors import N_, NotValid, Refusal
from app.web.fields import DAY_PARTS, Day, Wrong, is_day
from app.web.i18n import gettext

SHORT, LONG = 200, 4000
"""Longest line and longest text a person may type, in characters."""


def _lines(text: object) -> object:
    return text.replace("\r\n", "\n").strip() if isinstance(text, str) else text


# The limits stand inside: a limit outside a validator is refused in the words of a list, not of a text.
Line = Annotated[str, StringConstraints(max_length=SHORT), BeforeValidator(_lines)]
NeededLine = Annotated[str, StringConstraints(min_length=1, max_length=SHORT), BeforeValidator(_lines)]
Words = Annotated[str, StringConstraints(max_length=LONG), BeforeValidator(_lines)]
NeededWords = Annotated[str, StringConstraints(min_length=1, max_length=LONG), BeforeValidator(_lines)]


class Form(BaseModel):
    """What a person types; `once` is the form's own key, so that sending it twice does it once."""

    model_config = ConfigDict(extra="forbid")

    once: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]


Shape = TypeVar("Shape", bound=Form)

SENTENCES: dict[str, str] = {
    "missing": N_("Please fill this in."),
    "string_too_short": N_("Please fill this in."),
    "string_too_long": N_("This is too long. Write at most %(max_length)s characters."),
    "int_parsing": N_("Write a whole number, such as 4000000."),
    "int_type": N_("Write a whole number, such as 4000000."),
    "greater_than_equal": N_("Write a number of at least %(ge)s."),
    "less_than_equal": N_("Write a number of at most %(le)s."),
    "literal_error": N_("Choose one of the answers."),
    "enum": N_("Choose one of the answers."),
    "bool_parsing": N_("Choose one of the answers."),
    "too_short": N_("Choose at least one."),
    "extra_forbidden": N_("The form has a field that does not belong to it. Open the page again."),
    "string_pattern_mismatch": N_("This is not written as expected. Open the page again."),
}
UNCLEAR = N_("This is not clear. Please write it again.")


@dataclass(frozen=True)
class Filled(Generic[Shape]):
    """A form as it came back: its value, or what was typed and what is wrong with it."""

    value: Shape | None = None
    typed: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""
    fresh: str = field(default_factory=lambda: secrets.token_urlsafe(12))

    @property
    def once(self) -> str:
        """The key of this form: the one it came with, or a fresh one."""
        return str(self.typed.get("once") or self.fresh)

    def refused(self, refusal: Refusal) -> Self:
        """The same typed words with the sentence of a refusal; at its field where it names one."""
        sentence = gettext(refusal.says) % refusal.details
        at = refusal.field if isinstance(refusal, NotValid) else ""
        errors = {**self.errors, at: sentence} if at else self.errors
        return replace(self, value=None, refusal="" if at else sentence, errors=errors)

    def starting(self, **values: object) -> Self:
        """A form that opens with these values unless the person has typed others."""
        return replace(self, typed={**{key: _typed(value) for key, value in values.items()}, **self.typed})


def _typed(value: object) -> object:
    return value if isinstance(value, list) else "" if value is None else str(value)


def _is_list(shape: Any) -> bool:
    if get_origin(shape) is Annotated:
        return _is_list(get_args(shape)[0])
    return get_origin(shape) is list


def _without_nul(text: str) -> str:
    """The one sign that nobody can type, and that PostgreSQL cannot keep."""
    return text.replace("\x00", "")


def read_form(shape: type[Shape], sent: Any) -> Filled[Shape]:
    """Validate what was sent against a shape. `sent` is a multi-dict of a form body."""
    typed: dict[str, Any] = {}
    values: dict[str, Any] = {}
    lists = {name for name, info in shape.model_fields.items() if _is_list(info.annotation)}
    days = {name for name, info in shape.model_fields.items() if is_day(info)}
    for name in dict.fromkeys(sent.keys()):
        said = [_without_nul(str(one)) for one in sent.getlist(name)]
        typed[name] = said if name in lists else said[-1]
        if name.rpartition("_")[0] not in days:
            values[name] = typed[name]
    for name in days:
        values[name] = tuple(str(typed.get(f"{name}_{part}", "")) for part in DAY_PARTS)
    for name in lists - values.keys():
        values[name] = []
    try:
        return Filled(value=shape.model_validate(values), typed=typed)
    except ValidationError as wrong:
        errors: dict[str, str] = {}
        for error in wrong.errors():
            name = str(error["loc"][0]) if error["loc"] else ""
            errors.setdefault(name, _sentence(error))
        return Filled(typed=typed, errors=errors)


def _sentence(error: Any) -> str:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Wrong):
        return gettext(cause.says) % cause.details
    details: dict[str, Any] = error.get("ctx", {})
    return gettext(SENTENCES.get(error["type"], UNCLEAR)) % details


def filled(shape: type[Shape]) -> Callable[..., Any]:
    """The dependency that reads this shape from the request's body."""

    async def read(request: Request) -> Filled[Shape]:
        return read_form(shape, await request.form(max_files=0, max_fields=400))

    return cast("Callable[..., Any]", Depends(read))


__all__ = [
    "Day",
    "Filled",
    "Form",
    "Line",
    "NeededLine",
    "NeededWords",
    "Words",
    "Wrong",
    "filled",
    "read_form",
]
