"""S2: two families' farmland, from the opening to the released result (domain.md 7, settled.md 14)."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.database import make_engine
from app.dialogues.tables import Dialogue
from app.record.bundle import read_zip
from app.recordkeeping.reading import body_of, entries_of, places_of
from app.rehearsal.filling import StoryStopped
from app.rehearsal.story import Story, read_story
from app.verifier.verify import verify
from app.voluntariness.assess import Verdict, assess
from tests.told import bundle_of

Told = Callable[..., str]
AGREED = "Both sides agreed voluntarily."


def verdict_in(url: str) -> Verdict:
    """The assessment of the only agreement in this database."""
    engine = make_engine(url)
    with Session(engine) as db:
        dialogue = db.exec(select(Dialogue.dialogue)).one()
        row = db.exec(select(Agreement)).one()
        texts = {row.text: body_of(db, dialogue, row.text)}
        for fact in (entry.fact.says() for entry in entries_of(db, dialogue)):
            for value in fact.values():
                if isinstance(value, str) and len(value) == 64:
                    texts[value] = body_of(db, dialogue, value)
        found = assess(entries_of(db, dialogue), texts, places_of(db, dialogue), row.agreement)
    engine.dispose()
    return found


def without(story: Story, *, person: str, acts: tuple[str, ...]) -> Story:
    """The story in which this person does not do these things."""
    return replace(story, steps=tuple(s for s in story.steps if not (s.by == person and s.act in acts)))


def without_malis() -> Story:
    """Malis does not sign; the witness attests the three others."""
    story = without(read_story("S2"), person="malis", acts=("check_signature",))
    others = {"persons": ["sopheap", "vannak", "ravy"]}
    steps = [replace(s, fields=others) if s.act == "attest_signatures" else s for s in story.steps]
    return replace(story, steps=tuple(steps))


def with_text(story: Story, english: str) -> Story:
    """The same story with another third clause in the text."""

    def told_so(fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "en": [*fields["en"][:2], english]}

    steps = [replace(s, fields=told_so(s.fields)) if s.act == "fix_text" else s for s in story.steps]
    return replace(story, steps=tuple(steps))


def test_the_result_is_supported_at_nine_at_the_slot(s2_database: str) -> None:
    assert verdict_in(s2_database).verdict == "SUPPORTED"


def test_the_record_shows_nothing_supported_one_second_before(told: Told) -> None:
    assert verdict_in(told("S2", until="2027-01-25T08:59:59")).verdict == "INCONCLUSIVE"


def test_the_release_is_refused_one_second_before_the_slot_and_done_at_it() -> None:
    tries = [s for s in read_story("S2").steps if s.act == "release_agreement"]
    seen = [(f"{s.at:%Y-%m-%dT%H:%M:%S}", s.refusal) for s in tries][-2:]
    assert seen == [("2027-01-25T08:59:59", "BeforeSlot"), ("2027-01-25T09:00:00", "")]


def test_without_malis_the_certificate_is_refused(sqlite_url: str, told: Told) -> None:
    with pytest.raises(StoryStopped, match=r"there is nothing to release|cannot be released"):
        told(without_malis(), sqlite_url)
    found = verdict_in(sqlite_url)
    assert found.verdict == "NOT_SUPPORTED"
    assert {f.rule: f.result for f in found.findings}["CAP-1"] == "NOT_KEPT"


def test_the_words_agreed_voluntarily_change_no_finding(s2_database: str, told: Told) -> None:
    assert any(AGREED in s.fields.get("en", []) for s in read_story("S2").steps)
    plain = verdict_in(told(with_text(read_story("S2"), "Both sides keep a copy of this text.")))
    assert plain.findings == verdict_in(s2_database).findings


@pytest.mark.postgres
def test_both_databases_give_the_same_bytes_for_s2(
    s2_bundle: bytes, told: Told, postgres_url: str, tmp_path: Path
) -> None:
    assert bundle_of(told("S2", postgres_url), tmp_path / "postgres.zip") == s2_bundle


@pytest.mark.postgres
def test_both_databases_give_the_same_bytes_without_agreement(
    told: Told, postgres_url: str, tmp_path: Path
) -> None:
    one = bundle_of(told("no-agreement"), tmp_path / "sqlite.zip")
    assert bundle_of(told("no-agreement", postgres_url), tmp_path / "postgres.zip") == one


def test_the_bundle_verifies_and_carries_the_verdict(s2_bundle: bytes) -> None:
    report = verify(s2_bundle)
    assert [row["verdict"] for row in report.facts()["agreements"]] == ["SUPPORTED"]
    assert report.facts()["ending"] == "CLOSED_PERFORMED"
    assert report.rehearsal


def test_a_table_without_agreement_ends_so_and_says_so(told: Told, tmp_path: Path) -> None:
    raw = bundle_of(told("no-agreement"), tmp_path / "no.zip")
    assert verify(raw).facts()["ending"] == "ENDED_NO_AGREEMENT"
    assert json.loads(read_zip(raw)["assessment.json"])["agreements"] == []


def test_a_story_can_be_told_a_year_later(told: Told) -> None:
    told(read_story("second-thoughts").moved(52))
