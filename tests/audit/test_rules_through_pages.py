"""Thirteen rules seen from the pages: S2 told with one act left out or done otherwise is never SUPPORTED.

Two groups have no act here. What comes before its time (PRIOR-REFLECT-1, PRIOR-COOL-1) the pages refuse:
tests/stories tells those refusals. PRIOR-NOTICE-1 can be broken, so it stands here, though a monitor may clear it.

S2 is told once; just before each act the database is kept as it stands, and every change goes on from there.
"""

import shutil
import sqlite3
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from app.audit.bundles import write_bundle
from app.audit.rule_words import REASONS
from app.database import make_engine
from app.main import create_app
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import Step, moment, read_story
from app.rehearsal.telling import telling
from app.verifier.verify import verify
from tests.postgres import SqliteFiles

SLOT = moment("2027-01-25T09:00:00")
STORY = read_story("S2").until(SLOT)


@dataclass(frozen=True)
class Change:
    """The act at a moment of S2 is done with other fields, or not at all (None); what the rule then says."""

    at: str
    fields: Mapping[str, Any] | None
    result: str
    reason: str
    also: Mapping[str, Mapping[str, Any]] | None = None

    def steps(self) -> list[Step]:
        """The story from here to the slot, where the monitor tries to release and is refused."""
        told = []
        for step in STORY.steps[place_of(self.at) :]:
            others = self.fields if step.at == moment(self.at) else (self.also or {}).get(step.act, {})
            if step.at == SLOT:
                told.append(replace(step, refused=True, refusal="StillOpen"))
            elif others is not None and not step.refused:
                told.append(replace(step, fields={**step.fields, **others}))
        return told


def place_of(at: str) -> int:
    """Where in S2 the act at this moment stands."""
    return next(place for place, step in enumerate(STORY.steps) if step.at == moment(at))


def sentence_of(reason: str) -> str:
    """How a page says this reason in English."""
    return str(escape(REASONS[reason]))


WITHOUT_MALIS = {"persons": ["sopheap", "vannak", "ravy"], "everybody": []}
FREEDOM = ["gives_up_claim", "drop_criminal_charge"]
CHANGES = {
    # On the visit to her side nobody asks Malis.
    "CONSENT-PROC-1": Change("2026-12-22T08:26", {"taking_part": []}, "UNKNOWN", "not_agreed"),
    # Malis does not sign.
    "CAP-1": Change(
        "2027-01-13T11:20", None, "NOT_KEPT", "not_signed", also={"attest_signatures": WITHOUT_MALIS}
    ),
    "FREE-VENUE-1": Change("2027-01-05T11:10", {"exits_locked": ["opening"]}, "NOT_KEPT", "exits_locked"),
    "FREE-LIBERTY-1": Change("2027-01-12T09:00", {"contains": FREEDOM}, "NOT_KEPT", "liberty_traded"),
    # Nobody talks alone with those who signed.
    "FREE-PRIVATE-1": Change("2027-01-18T10:00", None, "UNKNOWN", "not_confirmed"),
    # The invitation is not delivered.
    "PRIOR-NOTICE-1": Change("2026-12-23T16:00", None, "UNKNOWN", "not_invited"),
    "INF-READ-1": Change("2027-01-13T10:15", None, "UNKNOWN", "not_read_aloud"),
    "INF-UNDERSTAND-1": Change(
        "2027-01-13T10:15", {"correct": ["5", "5", "2", "5"]}, "NOT_KEPT", "not_understood"
    ),
    # The chair tells no ties.
    "NEU-COI-1": Change("2026-12-21T10:31", None, "UNKNOWN", "tie_untold"),
    "REC-BIND-1": Change("2027-01-13T11:25", WITHOUT_MALIS, "UNKNOWN", "not_attested"),
    "REC-COPY-1": Change(
        "2027-01-13T11:30", {"copies": WITHOUT_MALIS["persons"]}, "UNKNOWN", "no_copy_taken"
    ),
    "REC-LEDGER-1": Change("2027-01-13T11:50", {"head_sides": ["{A}"]}, "UNKNOWN", "head_not_handed"),
    "POST-PERF-1": Change("2027-01-12T09:02", None, "UNKNOWN", "no_promises"),
}


@dataclass(frozen=True)
class Kept:
    """S2 as it stood just before an act: a database file, and what the story calls what."""

    file: Path
    names: dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def kept(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Kept]:
    """S2 told once, and kept just before each act that a change is about."""
    folder, url = tmp_path_factory.mktemp("kept"), sqlite_files.database()
    engine = make_engine(url)
    found_rehearsal(engine, url, [STORY], STORY.seed)
    places = {place_of(change.at): change.at for change in CHANGES.values()}
    found = {}
    with telling(engine, create_app, STORY.starts) as teller:
        for place, step in enumerate(STORY.steps[: max(places) + 1]):
            if at := places.get(place):
                file = folder / f"{place}.sqlite"
                source, target = sqlite3.connect(url.removeprefix("sqlite:///")), sqlite3.connect(file)
                source.backup(target)
                source.close()
                target.close()
                found[at] = Kept(file, deepcopy(teller.names))
            teller.tell(STORY.name, step)
    engine.dispose()
    return found


def test_ten_rules_or_more_of_every_group_are_looked_at() -> None:
    groups = {rule.partition("-")[0] for rule in CHANGES}
    assert groups == {"CONSENT", "CAP", "FREE", "PRIOR", "INF", "NEU", "REC", "POST"}
    assert len(CHANGES) >= 10


@pytest.mark.parametrize("rule", CHANGES)
def test_one_act_left_out_or_done_otherwise_shows_in_the_review_and_the_bundle_and_stops_the_release(
    rule: str, kept: dict[str, Kept], tmp_path: Path
) -> None:
    change = CHANGES[rule]
    shutil.copyfile(kept[change.at].file, tmp_path / "told.sqlite")
    url = f"sqlite:///{tmp_path / 'told.sqlite'}"
    engine = make_engine(url)
    with telling(engine, create_app, STORY.starts) as teller:
        teller.names = deepcopy(kept[change.at].names)
        for step in change.steps():
            teller.tell(STORY.name, step)
        review = teller.address("show_review", teller.names[STORY.name], change.steps()[-1])
        page = teller.open("theary", review).text
        about = teller.open("theary", f"{review}/rules/{rule}").text
    engine.dispose()

    assert "a release is not possible" in page
    assert sentence_of(change.reason) in page
    assert f"/rules/{rule}" in page.partition("In the way of a release")[2].partition("</section>")[0]
    assert sentence_of(change.reason) in about
    write_bundle(url, tmp_path / "told.zip", SLOT)
    (judged,) = verify((tmp_path / "told.zip").read_bytes()).facts()["agreements"]
    found = next(finding for finding in judged["findings"] if finding["rule"] == rule)
    assert (found["result"], found["reason"]) == (change.result, change.reason)
    assert judged["verdict"] == ("NOT_SUPPORTED" if change.result == "NOT_KEPT" else "INCONCLUSIVE")
