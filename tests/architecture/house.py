"""Draws docs/house.md from the code. `python -m tests.architecture.house` writes it; a test compares."""

import ast
import tomllib
from pathlib import Path

from app.access.pens import PENS
from app.access.reading import SEES
from app.foundation.roles import Role
from app.voluntariness.thresholds import TRACKS

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "house.md"
BEGINNING = """# The house

Drawn from the code by `python -m tests.architecture.house`; a test compares it with the code.
A floor imports only the floors below it (checked by the import contracts in `pyproject.toml`). Below the line the
standard library is enough: those five floors are what the offline verifier carries.

How a change goes: route → form → command → `recording(...)` → rule → `record.append(Fact(...))` → projection →
commit → page. `recordkeeping/recording.py` is the only place that commits what the record guards.
"""


def _says(folder: Path) -> str:
    module = folder / "__init__.py" if folder.is_dir() else folder
    return (ast.get_docstring(ast.parse(module.read_text())) or "").partition("\n")[0]


def floors() -> list[str]:
    """The floors from the top, as the import contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["name"].startswith("Floors"))["layers"]
    return [name.strip("() ") for layer in layers for name in layer.split("|")]


def page() -> str:
    """The whole page."""
    lines = [BEGINNING, "## Floors", "", "| floor | what it is |", "|---|---|"]
    for floor in floors():
        folder = ROOT / "app" / floor
        place = folder if folder.is_dir() else folder.with_suffix(".py")
        if not place.exists():
            continue
        if floor == "verifier":
            lines.append("| | *below: standard library only* |")
        lines.append(f"| `{floor}` | {_says(place)} |")
    lines += ["", "## Who may write what", "", "| fact | seats |", "|---|---|"]
    everyone = len(Role) - 1
    for fact, roles in PENS.items():
        seats = "everybody" if len(roles) == everyone else ", ".join(sorted(role.value for role in roles))
        lines.append(f"| {fact.__name__} | {seats} |")
    lines += [
        "",
        "## Who reads what",
        "",
        "Besides: everybody's own answers, and one's own side's papers.",
        "",
    ]
    lines += ["| seat | audiences |", "|---|---|"]
    lines += [
        f"| {role.value} | {', '.join(sorted(audiences))} |" for role, audiences in SEES.items() if audiences
    ]
    lines += [
        "",
        "## Numbers by track",
        "",
        "| track | invite | agenda | reflection | cooling-off | longest session |",
    ]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    for track, n in TRACKS.items():
        days = (n.invite_min_days, n.agenda_min_days, n.reflection_min_days, n.cooling_off_days)
        lines.append(f"| {track} | {' | '.join(f'{day} d' for day in days)} | {n.session_max_hours} h |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page())
