"""Draws docs/rulebook-trial.md and a page for each rule from the code; a test compares.

`python -m tests.voluntariness.rulebook` writes them.
"""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from app.audit.rule_words import REASONS, RULE_WORDS, WITH_WORDS_AGAINST
from app.voluntariness.assess import RULEBOOKS, Rule
from app.voluntariness.finding import Severity
from app.voluntariness.thresholds import DAY_FROM, DAY_UNTIL, SLOT, TRACKS
from app.web.i18n import gettext, use_language

ROOT = Path(__file__).parents[2]
FLOOR = ROOT / "app/voluntariness"
PAGE = ROOT / "docs/rulebook-trial.md"
PAGES = ROOT / "docs/rulebook-trial"
"""One page a rule."""
SHARED = {
    "Whoever must decide (lists that several rules count on)": ["roster.py"],
    "The numbers of the table": ["governing.py"],
    "The sessions that were held": ["meetings.py"],
    "The sheets of sessions": ["sittings.py"],
    "The minutes of sessions": ["minutes.py"],
    "The promises of the text": ["promised.py"],
    "What the text contains": ["looked_through.py"],
    "Whatever the rule": ["assess.py", "story.py", "clearing.py", "weighing.py"],
}
CALLS = {
    "lacks": "UNKNOWN",
    "breaks": "NOT_KEPT",
    "breaks_by_clock": "NOT_KEPT",
    "breaks_to_clear": "NOT_KEPT",
}
SEVERITIES = {
    Severity.BLOCKS: "B, blocks",
    Severity.CLEARANCE: "C, needs a written clearance",
    Severity.ADVICE: "A, advice",
}
HEAD = """# The rulebook `trial`

Drawn from the code by `python -m tests.voluntariness.rulebook`; a test compares. Each rule is one pure function in
`app/voluntariness/rules/`; its words for people stand in `app/audit/rule_words.py`.

A rule's result is KEPT, NOT_KEPT, UNKNOWN or NOT_APPLICABLE. Something known to be against outweighs something
lacking, something lacking outweighs all that is there, and a rule that has looked at nothing is never kept. The
verdict is SUPPORTED when each rule is kept, does not apply, or (severity C only) was cleared by a monitor who wrote
none of its evidence, and at least one was kept; NOT_SUPPORTED when a rule that blocks is NOT_KEPT; else INCONCLUSIVE.
Only entries up to the release count. Nothing that is withheld, missing or out of order improves an answer.
"""


def codes_in(path: Path) -> dict[str, str]:
    """Every reason code that a file may give, with its result; '' where the file alone does not say it."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                found[str(first.value)] = CALLS[node.func.attr]
        elif isinstance(node, ast.Tuple):  # (missing, late), as PRIOR-NOTICE-1 gives them
            named = [str(one.value) for one in node.elts if isinstance(one, ast.Constant)]
            if len(named) == 2 and set(named) <= set(REASONS):
                found |= dict(zip(named, ("UNKNOWN", "NOT_KEPT"), strict=True))
        elif isinstance(node, ast.Constant) and node.value in REASONS:
            found.setdefault(str(node.value), "")
    return found


def _both(sentence: str) -> Iterator[str]:
    for language in ("en", "km"):
        use_language(language)
        yield gettext(sentence).replace("\u200b", "")


def _table(codes: dict[str, str]) -> str:
    rows = ["| code | result | in words | Khmer |", "|---|---|---|---|"]
    for code in sorted(codes, key=list(REASONS).index):
        english, khmer = _both(REASONS[code])
        result = codes[code] or ("NOT_APPLICABLE" if code.startswith("nobody_") else "UNKNOWN")
        rows.append(f"| `{code}` | {result} | {english} | {khmer} |")
    return "\n".join(rows)


def _rule(rule: Rule) -> str:
    words = RULE_WORDS[rule.name]
    path = Path(inspect.getsourcefile(rule.judge) or "")
    rows = [f"# {rule.name}", f"Severity {SEVERITIES[rule.severity]}. `{path.relative_to(ROOT)}`"]
    for name, sentence in (("Title", words.title), ("It asks", words.asks), ("When kept", words.kept)):
        english, khmer = _both(sentence)
        rows.append(f"- **{name}:** {english}\n- {khmer}")
    rows += [inspect.getdoc(rule.judge) or "", _table(codes_in(path))]
    return "\n\n".join(rows)


def rule_pages() -> dict[Path, str]:
    """The page of each rule, by its place."""
    drawn = {PAGES / f"{rule.name.lower()}.md": _rule(rule).strip() + "\n" for rule in RULEBOOKS["trial"]}
    use_language("km")
    return drawn


def _line(rule: Rule) -> str:
    english, khmer = _both(RULE_WORDS[rule.name].title)
    return f"| [{rule.name}](rulebook-trial/{rule.name.lower()}.md) | {rule.severity.value} | {english} | {khmer} |"


def page() -> str:
    """The whole page."""
    parts = [HEAD, "## Numbers by track", "| track | invitation | agenda | thinking | withdrawing | hours |"]
    rows = ["|---|---|---|---|---|---|"]
    for track, numbers in TRACKS.items():
        rows.append(
            f"| {track} | {numbers.invite_min_days} days | {numbers.agenda_min_days} | "
            f"{numbers.reflection_min_days} | {numbers.cooling_off_days} | {numbers.session_max_hours} |"
        )
    parts[-1] = "\n".join([parts[-1], *rows])
    parts.append(f"Sessions between {DAY_FROM} and {DAY_UNTIL}; results at the slot {SLOT}, in Phnom Penh.")
    index = ["## The rules", "| rule | severity | title | Khmer |\n|---|---|---|---|"]
    parts.append("\n\n".join(index) + "\n" + "\n".join(_line(rule) for rule in RULEBOOKS["trial"]))
    for title, files in SHARED.items():
        codes: dict[str, str] = {}
        for name in files:
            codes |= codes_in(FLOOR / name)
        parts.append(f"## {title}\n\n{_table(codes)}")
    parts.append("\n".join(f"- {sentence}" for sentence in _both(WITH_WORDS_AGAINST)))
    use_language("km")
    return "\n\n".join(part.strip() for part in parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page())
    PAGES.mkdir(exist_ok=True)
    for stale in set(PAGES.glob("*.md")) - set(rule_pages()):
        stale.unlink()
    for path, text in rule_pages().items():
        path.write_text(text)
