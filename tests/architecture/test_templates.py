"""The rules of the house for templates: no decisions, no inline code, no word that is not translated."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from app.foundation.roles import Role
from tests.architecture.tree import read, templates

PARTS = [path for path in templates() if path.name.startswith("_")]
LEXER = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
ROLES = "|".join(role.value for role in Role)
DECIDES = rf"viewer\.role|\bRole\.|\bholds\(|\brole\s*(==|!=)|[=!]=\s*[\"']({ROLES})[\"']"
INLINE = r"\sstyle\s*=|<style\b|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|\bhx-on\b|javascript:"

NAMES = {"wrong", "QR", "SHA", "A4", "English", "id", "km", "en"}
"""What is the same in both languages, and a class that a macro gives."""


def without_comments(path: Path) -> str:
    """The template without its `{# … #}`."""
    return re.sub(r"\{#.*?#\}", "", read(path), flags=re.DOTALL)


def plain_text(path: Path) -> str:
    """The words that stand in the template itself, outside tags and outside Jinja."""
    tokens = LEXER.lex(read(path))
    shown = "".join(value if kind == "data" else "\0" for _, kind, value in tokens)
    # A macro may give half a tag: ` aria-invalid="true"` without the angle brackets.
    bare = re.sub(r"""\s[a-z-]+="[^"<>]*("|\Z)""", " ", re.sub(r"<[^>]*>", " ", shown))
    return re.sub(r"&[a-z]+;|&#\w+;", " ", bare)


@pytest.mark.parametrize("path", PARTS, ids=str)
def test_a_part_is_named_after_its_id(path: Path) -> None:
    first = re.search(r"<\w+[^>]*>", without_comments(path))
    assert first
    if first.group().startswith("<meta"):
        return  # a part of the head: never swapped, so it has no id
    name = path.stem.removeprefix("_").replace("_", "[-_]")
    assert re.search(rf'id="{name}(-?\{{\{{.*\}}\}})?"', first.group()), first.group()


@pytest.mark.parametrize("path", templates(), ids=str)
def test_templates_do_not_decide_who_sees_what(path: Path) -> None:
    assert not re.search(DECIDES, without_comments(path))


@pytest.mark.parametrize("path", templates(), ids=str)
def test_no_style_and_no_script_stands_in_a_page(path: Path) -> None:
    assert not re.search(INLINE, without_comments(path), flags=re.IGNORECASE)


@pytest.mark.parametrize("path", templates(), ids=str)
def test_no_word_stands_in_a_template_without_being_translated(path: Path) -> None:
    words = set(re.findall(r"[A-Za-z]{2,}", plain_text(path).replace("\0", " ")))
    assert words - NAMES == set()


@pytest.mark.parametrize("path", templates(), ids=str)
def test_no_page_asks_another_machine_for_anything(path: Path) -> None:
    assert not re.search(r"""(src|href|action|hx-\w+)\s*=\s*["'](https?:)?//""", without_comments(path))
