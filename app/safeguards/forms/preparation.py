"""What people type into the sheets of the case, visits, ties and private talks."""

from typing import Annotated, Literal

from pydantic import Field

from app.safeguards.forms.later import SheetForm
from app.safeguards.rules.standstill import AFTER_THE_END
from app.web.fields import Amount, MaybeAmount, MaybeDay
from app.web.forms import Form, Line, Words

Ticks = Annotated[list[str], Field(default_factory=list)]


class CaseForm(SheetForm):
    """Sheet 1: the request with its answer, a parcel, a parallel proceeding."""

    asker: Literal["", "community", "company", "authority", "powerful_person", "paralegal", "office"] = ""
    request: Words = ""
    answer: Literal["", "accepted", "declined"] = ""
    reason: Words = ""
    parcel: Line = ""
    tenure: Literal["", "private", "state", "communal_titled", "communal_claimed", "unknown"] = ""
    area: MaybeAmount = None
    holders: Ticks
    kind: Literal["", "court", "cadastral", "human_rights", "trade", "other"] = ""
    side: str = ""
    stage: Line = ""
    limit: MaybeDay = None
    connected: Literal["", "yes"] = ""


class VisitForm(SheetForm):
    """Sheet 2: one visit to one side."""

    taking_part: Ticks
    notice: Ticks
    language: Literal["km", "en", "other"] = "km"
    ground_rules: Literal["", "yes"] = ""
    standstill_days: Annotated[Amount, Field(ge=0, le=3650)] = AFTER_THE_END
    asked: Ticks
    ties: Ticks
    dual_role: Literal["", "yes"] = ""
    heard: Literal["", "yes"] = ""
    speakers: Ticks
    scope: Ticks
    principals: Words = ""
    mandate_text: Words = ""
    until: MaybeDay = None


class TiesForm(SheetForm):
    """One's own ties; for staff also that the office's other role was told in writing."""

    tie: Literal["none", "employment", "kin", "shares", "past_work", "gifts", "authority"] = "none"
    office: Literal["ours", "other"]
    paid_by: Literal["office", "party", "nobody"]
    fee: Literal["", "yes"] = ""
    words: Line = ""
    stated: Literal["", "yes"] = ""


class TalksForm(SheetForm):
    """Sheet 8: private talks of one kind. There is no field for what was said."""

    kind: Literal["screening", "confirmation"]
    persons: Ticks
    alone: Literal["", "yes"] = ""
    language: Literal["km", "en", "other"] = "km"


class MandateForm(Form):
    """A mandate is witnessed or ended by a button."""
