"""What a bundle says of itself, word for word where it changes from bundle to bundle."""

from app.record.readme import readme_text


def test_a_full_bundle_of_a_rehearsal_says_both() -> None:
    said = readme_text(case="abc", audience="full", rehearsal=True, made_at="2027-01-25T02:00:00Z")
    assert said.startswith(
        "PEACE TABLE: the record of one dialogue\n\n"
        "REHEARSAL. Nothing in this file happened to real people.\n\n"
        "This is a FULL bundle: every entry is here.\n"
        "Case: abc\nWritten: 2027-01-25T02:00:00Z (UTC)\n\n"
    )
    assert "recordings/" not in said
    assert "exactly as the record names it\nassessment.json    the verdict" in said


def test_an_extract_of_a_real_table_says_that_no_verdict_follows() -> None:
    said = readme_text(case="abc", audience="extract", rehearsal=False, made_at="2027-01-25T02:00:00Z")
    assert said.startswith(
        "PEACE TABLE: the record of one dialogue\n\n"
        "This is an EXTRACT: entries may be withheld; they are counted, not readable. No verdict follows.\n"
        "Case: abc\n"
    )


def test_where_there_are_recordings_it_says_what_they_are() -> None:
    said = readme_text(case="abc", audience="full", rehearsal=True, made_at="x", recordings=True)
    assert (
        "\nrecordings/        each sound file by its SHA-256: what people heard of an offer or a text\n"
        in said
    )
