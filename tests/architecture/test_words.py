"""Every sentence of the product stands in a Khmer catalogue, and no sentence presses anybody (ux.md 5)."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app.web.rendering import env
from tests.architecture.test_templates import plain_text
from tests.architecture.tree import ROOT, every_file, templates

CATALOGUES = [path for path in every_file() if path.suffix == ".po"]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}

NEVER = (
    "final|last chance|last offer|hurry|only today|deadline|countdown|reject(ed|s|ion)?|success rate|"
    "expired by you|settlement rate|congratulations?|sorry|are you sure|click here|beneficiar(y|ies)|"
    "failed|failure|resistant|uncooperative"
)
"""Words that press, blame, regret or praise."""

NEVER_IN_KHMER = ["ចុងក្រោយ", "បរាជ័យ", "បដិសេធមិនសហការ", "អបអរសាទរ"]

Sentence = tuple[str, ...]
"""One text, or its singular and plural."""


def forms(text: object) -> Sentence:
    """A message or translation as a tuple of its forms."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text or ""),)


@cache
def used() -> dict[Sentence, list[str]]:
    """Every sentence in code and templates → where it stands."""
    found: dict[Sentence, list[str]] = defaultdict(list)
    trimmed = str(env.policies["ext.i18n.trimmed"]).lower()  # as pages are rendered, so they are read here
    jinja = {"newstyle_gettext": "true", "trimmed": trimmed, "silent": "false", "trim_blocks": "true"}
    for folder, method in (("app", "python"), ("templates", "jinja2.ext:babel_extract")):
        pattern = "**.py" if folder == "app" else "**.html"
        for name, line, text, _, _ in extract_from_dir(
            str(ROOT / folder),
            [(pattern, method)],
            {pattern: jinja} if folder == "templates" else {},
            KEYWORDS,
        ):
            found[forms(text)].append(f"{folder}/{name}:{line}")
    return dict(found)


def messages(path: Path) -> list[Message]:
    """The entries of one catalogue, without its head."""
    with (ROOT / path).open("rb") as file:
        return [message for message in read_po(file, locale="km", abort_invalid=True) if message.id]


@cache
def translated() -> dict[Sentence, set[Sentence]]:
    """Every sentence of every catalogue → its Khmer (more than one only by mistake)."""
    found: dict[Sentence, set[Sentence]] = defaultdict(set)
    for path in CATALOGUES:
        for message in messages(path):
            found[forms(message.id)].add(forms(message.string))
    return dict(found)


def holes(sentence: str) -> set[str]:
    """The named holes of a sentence."""
    return set(re.findall(r"%\((\w+)\)", sentence))


def presses(text: str) -> str | None:
    """The first word that no page may say."""
    found = re.search(rf"\b({NEVER})\b", text, flags=re.IGNORECASE)
    return found.group() if found else None


def test_every_sentence_stands_in_a_khmer_catalogue() -> None:
    missing = [f"{places[0]}: {one[0]!r}" for one, places in used().items() if one not in translated()]
    assert not missing, "\n" + "\n".join(sorted(missing))


def test_no_catalogue_keeps_a_sentence_that_nothing_says() -> None:
    stale = {
        path.name: [message.id for message in messages(path) if forms(message.id) not in used()]
        for path in CATALOGUES
    }
    assert {name: ids for name, ids in stale.items() if ids} == {}


def test_a_sentence_has_one_khmer_and_it_is_not_empty() -> None:
    assert {one: khmer for one, khmer in translated().items() if len(khmer) != 1} == {}
    assert [one for one, khmer in translated().items() if not all(all(text) for text in khmer)] == []


def test_the_khmer_is_khmer() -> None:
    latin = [
        one
        for one, khmer in translated().items()
        for text in khmer
        if not re.search("[\u1780-\u17ff]", "".join(text)) and re.search("[a-z]{3}", holeless("".join(one)))
    ]
    assert latin == []


def holeless(sentence: str) -> str:
    """A sentence without its holes."""
    return re.sub(r"%\(\w+\)[sd]", "", sentence)


def test_a_translation_has_the_same_holes() -> None:
    differing = [
        one
        for one, khmer in translated().items()
        for text in khmer
        if set.union(*map(holes, one)) != set.union(*map(holes, text))
    ]
    assert differing == []


@pytest.mark.parametrize("path", templates(), ids=str)
def test_no_template_presses_anybody(path: Path) -> None:
    assert presses(plain_text(path)) is None


def test_no_sentence_presses_anybody() -> None:
    everything = [text for one in {**used(), **translated()} for text in one]
    assert {text: presses(text) for text in everything if presses(text)} == {}


def test_no_khmer_sentence_presses_anybody() -> None:
    plain = [text.replace("\u200b", "") for khmer in translated().values() for one in khmer for text in one]
    assert [(word, text) for text in plain for word in NEVER_IN_KHMER if word in text] == []
