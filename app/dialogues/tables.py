"""The guarded table of peace tables."""

from sqlmodel import Field

from app.recordkeeping.tables import Recorded


class Dialogue(Recorded, table=True):
    """One peace table. `stage` is its stop on the path (0 prepare … 6 keep the promise); `slot_at` the release
    slot once something is signed, else ''; `ended` the state it ended in, or ''. `cooling_off_days`, `slot` and
    `closures` (days parted by spaces) are the newest frozen numbers, for projections that count time."""

    __tablename__ = "dialogues"

    dialogue: str = Field(primary_key=True)
    khmer: str
    latin: str
    summary_khmer: str
    summary_latin: str
    kind: str
    resource: str
    province: str
    rulebook: str
    track: str
    frozen: bool
    cooling_off_days: int
    slot: str
    closures: str
    stage: int
    withdraw_until: str
    slot_at: str
    ended: str
    pause: str
    paused_by: str
    paused_since: str
    opened_at: str
    position: int
