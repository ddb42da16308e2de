"""After how many days people are asked how they fare, for each track (domain.md 3.0, followups_days)."""

FOLLOW_UP_DAYS: dict[str, tuple[str, ...]] = {
    "S": ("30", "180"),
    "M": ("30", "90", "180"),
    "L": ("30", "90", "180", "365"),
}
"""Days after the release or the ending, as facts write them. A design choice; more is allowed, fewer is not."""
