"""Filling a page's form with a step's fields, as a person would: only what the form has can be filled."""

from datetime import date, time
from typing import Any

from app.rehearsal.page_forms import PageForm

_PARTS = ("day", "month", "year")


class StoryStopped(Exception):
    """A step did not go as the story says. The sentence is the one the person would have read."""


def chosen(
    where: str, forms: list[PageForm], fields: dict[str, Any], known: dict[str, str]
) -> list[tuple[str, str]]:
    """What the first of these forms that can be filled so sends. Raises StoryStopped, naming the field."""
    for form in forms:
        wanted = wanted_of(form, fields, known)
        if form.fits(wanted):
            return form.filled(wanted)
    form, wanted = forms[0], wanted_of(forms[0], fields, known)
    for name, values in wanted.items():
        if name not in form.names():
            there = ", ".join(sorted(form.names()))
            raise StoryStopped(f"{where}: the form has no field “{name}”. It has: {there}.")
        choices = form.choices(name)
        if choices is not None and not choices.issuperset(values):
            raise StoryStopped(
                f"{where}: “{name}” can be {', '.join(sorted(choices))}, not {', '.join(values)}."
            )
    raise StoryStopped(f"{where}: the form cannot be filled so.")


def wanted_of(form: PageForm, fields: dict[str, Any], known: dict[str, str]) -> dict[str, list[str]]:
    """The fields as this form knows them: days in three parts, ticks as values, names of the story as ids."""
    wanted: dict[str, list[str]] = {}
    for written, value in fields.items():
        name = named(written, known)
        if isinstance(value, date) and f"{name}_day" in form.names():
            wanted |= {f"{name}_{part}": [str(getattr(value, part))] for part in _PARTS}
        elif isinstance(value, bool):
            wanted[name] = sorted(form.choices(name) or {"yes"})[:1] if value else []
        else:
            written_out = [_typed(one, known) for one in (value if isinstance(value, list) else [value])]
            wanted[name] = ["\n".join(written_out)] if form.is_one_text(name) else written_out
    return wanted


def _typed(value: Any, known: dict[str, str]) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value.day}.{value.month}.{value.year}" if isinstance(value, date) else named(str(value), known)


def named(text: str, known: dict[str, str]) -> str:
    """A text in which {NAME} stands for the id of what the story calls so."""
    for name, found in known.items():
        text = text.replace(f"{{{name}}}", found)
    return text
