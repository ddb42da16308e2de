"""S3: no is an answer. Three refusals without a reason, an ending without blame (domain.md 7, settled.md 14)."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlmodel import Session, select

from app.audit.bundles import write_bundle
from app.dialogues.tables import Dialogue
from app.record.bundle import read_zip
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.agreements import AnswerGiven, OfferTabled, OfferWithdrawn, OutcomeOpened
from app.record.facts.audit import OfferLookedThrough
from app.record.facts.dialogues import DialogueEnded, SideLeft
from app.record.facts.parties import DeciderListed, PersonIntroduced, RoleGiven
from app.record.facts.preparation import MandateGiven, MandateWitnessed, StandstillTermsAgreed, TieDisclosed
from app.record.facts.promises import FollowUpHeld, FollowUpsPlanned, HarmSheetWritten
from app.recordkeeping.reading import body_of, entries_of, place_of, places_of
from app.rehearsal.story import moment
from app.verifier.verify import verify
from app.voluntariness.finding import Result
from app.voluntariness.rules.neu_dualrole import neu_dualrole
from app.voluntariness.story import Told as Line
from app.voluntariness.story import tell
from tests.stories.conftest import ToldS3

Told = Callable[..., str]
Kind = TypeVar("Kind", bound=Fact)
ENDS = moment("2028-09-01T17:00:00")
COMMUNITIES, REPRESENTATIVES = 13, 16


@dataclass(frozen=True)
class Case:
    """S3 as its record holds it. `files` are the bodies by digest."""

    url: str
    entries: list[Entry]
    places: dict[str, tuple[str, str]]
    statement: dict[str, Any]
    sheets: dict[str, dict[str, Any]]

    def all(self, kind: type[Kind]) -> list[Line[Kind]]:
        """The entries with facts of this kind, in order."""
        return [Line(entry, entry.fact) for entry in self.entries if isinstance(entry.fact, kind)]

    def words(self, line: Line[Any]) -> str:
        """What stands in the sealed place of an entry."""
        return place_of(self.places, line.entry, "words")


@pytest.fixture(scope="module")
def s3(told_s3: ToldS3) -> Case:
    """S3, told to its end once; only read."""
    with Session(told_s3.engine) as db:
        dialogue = db.exec(select(Dialogue.dialogue)).one()
        entries = entries_of(db, dialogue)
        ended = next(one.fact for one in entries if isinstance(one.fact, DialogueEnded))
        statement = json.loads(body_of(db, dialogue, ended.statement))
        sheets = {
            one.fact.sheet: json.loads(body_of(db, dialogue, one.fact.sheet))
            for one in entries
            if isinstance(one.fact, HarmSheetWritten)
        }
        places = places_of(db, dialogue)
    return Case(told_s3.url, entries, places, statement, sheets)


@pytest.fixture(scope="module")
def s3_bundle(s3: Case, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The full bundle of S3."""
    path = tmp_path_factory.mktemp("s3") / "s3.zip"
    write_bundle(s3.url, path, ENDS)
    return path.read_bytes()


def offer(case: Case, number: int) -> str:
    """The id of an offer by its number."""
    return next(one.fact.offer for one in case.all(OfferTabled) if one.fact.number == number)


def said(case: Case, number: int) -> dict[str, str]:
    """What each person said to an offer, by person; only the monitor could read it so."""
    found = offer(case, number)
    return {one.entry.by: case.words(one) for one in case.all(AnswerGiven) if one.fact.matter == found}


def outcomes(case: Case, number: int) -> dict[str, str]:
    """What each side as a whole said to an offer, by side."""
    found = offer(case, number)
    return {one.fact.side: one.fact.outcome for one in case.all(OutcomeOpened) if one.fact.offer == found}


def sides(case: Case) -> dict[str, str]:
    """The side of each representative."""
    return {one.fact.person: one.fact.side for one in case.all(DeciderListed)}


def test_thirteen_represent_the_communities_five_women_among_them(s3: Case) -> None:
    people = sides(s3)
    sexes = {
        one.fact.person: json.loads(place_of(s3.places, one.entry, "name"))["sex"]
        for one in s3.all(PersonIntroduced)
    }
    own = [person for person, side in people.items() if side == people["nget"]]
    assert (len(own), sum(sexes[person] == "f" for person in own)) == (COMMUNITIES, 5)
    assert len(people) == REPRESENTATIVES


def test_each_holds_a_mandate_that_the_witness_saw_and_the_households_are_214(s3: Case) -> None:
    given = {one.fact.mandate: one.fact for one in s3.all(MandateGiven)}
    assert {one.fact.mandate for one in s3.all(MandateWitnessed)} == set(given)
    assert {fact.person for fact in given.values()} == set(sides(s3))
    own = [fact for fact in given.values() if fact.side == sides(s3)["nget"]]
    assert (len(own), sum({fact.count for fact in own})) == (COMMUNITIES, 214)


def test_three_offers_are_not_accepted_and_no_reason_is_asked_or_kept(s3: Case) -> None:
    own, company = sides(s3)["nget"], sides(s3)["chen"]
    assert [outcomes(s3, 1)[own], outcomes(s3, 2)[own]] == ["not_accepted", "not_accepted"]
    assert outcomes(s3, 3)[own] == "countered"
    assert outcomes(s3, 4)[company] == "not_accepted"
    refusals = [s3.words(one) for one in s3.all(AnswerGiven)]
    assert {len(word) for word in refusals} == {6}
    assert refusals.count("refuse") == COMMUNITIES + COMMUNITIES + 2
    assert {field.name for field in fields(AnswerGiven)} == {"matter", "version"}


def test_the_second_offer_is_looked_through_and_then_taken_back_by_its_side(s3: Case) -> None:
    second = offer(s3, 2)
    looked, back = s3.all(OfferLookedThrough), s3.all(OfferWithdrawn)
    assert [one.fact.tags for one in looked] == [("gives_up_claim",)]
    assert [one.entry.by for one in looked] == ["sovann"]
    assert [(one.fact.offer, one.entry.by) for one in back] == [(second, "chen")]
    assert looked[0].number < back[0].number


def test_the_company_leaves_without_a_reason_and_the_table_closes_the_same_day(s3: Case) -> None:
    left, ended = s3.all(SideLeft)[0], s3.all(DialogueEnded)[0]
    assert (left.entry.by, s3.words(left)) == ("chen", "")
    assert f"{left.entry.at:%Y-%m-%d}" == f"{ended.entry.at:%Y-%m-%d}" == "2027-09-02"
    assert ended.fact.state == "ENDED_NO_AGREEMENT"


def test_the_statement_keeps_the_joint_survey_the_end_of_the_standstill_and_the_report(s3: Case) -> None:
    assert "joint survey" in s3.statement["kept_latin"]
    assert {one.fact.days for one in s3.all(StandstillTermsAgreed)} == {30}
    assert s3.statement["standstill_until"] == "2027-10-02"
    report = s3.statement["report"]
    assert (report["sessions"], report["offers"], report["released"]) == (5, 4, 0)
    assert report["follow_ups_planned"] == REPRESENTATIVES * 4
    assert report["harm_sheets"] == 7


def test_the_last_do_no_harm_sheet_stands_before_the_ending(s3: Case) -> None:
    moments = [one.fact.moment for one in s3.all(HarmSheetWritten)]
    assert moments == ["baseline", *["session"] * 5, "closing"]
    assert s3.all(HarmSheetWritten)[-1].number < s3.all(DialogueEnded)[0].number


def test_all_representatives_are_followed_up_alike_for_a_year(s3: Case) -> None:
    plan = s3.all(FollowUpsPlanned)[-1].fact
    assert plan.days == ("30", "90", "180", "365")
    assert set(plan.persons) == set(sides(s3))
    held = {(one.fact.person, one.fact.day) for one in s3.all(FollowUpHeld)}
    assert held == {(person, day) for person in sides(s3) for day in plan.days}


def dual_role(entries: list[Entry]) -> tuple[Result, str]:
    """What NEU-DUALROLE-1 finds in these entries."""
    found = neu_dualrole(tell(entries, {}, {}, ""))
    return found.result, found.reason


def test_the_double_role_is_borne_only_because_the_mediator_is_of_another_office(s3: Case) -> None:
    assert dual_role(s3.entries)[0] is Result.KEPT
    mediator = next(one.fact.person for one in s3.all(RoleGiven) if one.fact.role == "mediator")
    ties = [one for one in s3.all(TieDisclosed) if one.entry.by == mediator]
    assert [one.fact.office for one in ties] == ["other"]
    told = ties[0].entry
    ours = replace(told, fact=TieDisclosed("none", "ours", "office", fee_on_success=False))
    changed = [ours if one is told else one for one in s3.entries]
    assert dual_role(changed) == (Result.NOT_KEPT, "mediator_of_this_office")
    silent = [one for one in s3.entries if one is not told]
    assert dual_role(silent) == (Result.UNKNOWN, "no_mediator_from_outside")


def test_the_bundle_verifies_and_names_the_ending(s3_bundle: bytes) -> None:
    facts = verify(s3_bundle).facts()
    assert (facts["record"], facts["ending"], facts["agreements"]) == ("verified", "ENDED_NO_AGREEMENT", [])
    assert json.loads(read_zip(s3_bundle)["assessment.json"])["agreements"] == []


@pytest.mark.postgres
def test_both_databases_give_the_same_bytes_for_s3(
    s3_bundle: bytes, told: Told, postgres_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "postgres.zip"
    write_bundle(told("S3", postgres_url), path, ENDS)
    assert path.read_bytes() == s3_bundle


def test_no_file_of_the_table_holds_a_word_of_blame(s3: Case) -> None:
    words = re.compile(r"\b(fault|blame|guilty|failed|unfortunately|collapsed|broke)\b", re.IGNORECASE)
    assert not words.search(json.dumps([s3.statement, *s3.sheets.values()]))
