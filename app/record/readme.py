"""What a bundle says of itself to whoever opens it: what is proved, and what is not."""

_TEXT = """\
PEACE TABLE: the record of one dialogue{first}

{what}
Case: {case}
Written: {made_at} (UTC)

HOW TO CHECK IT
You need not trust the office it came from, nor be on line. With Python 3.11 or later:
    python3 verify.pyz THIS-FILE
    python3 verify.pyz THIS-FILE --code NUMBER:"12345 67890 ..."
The second form compares with the sixty digits printed on YOUR paper. It ends with 0 when all is in order,
1 when something is false, 2 when nothing is false but nothing outside the file vouches for it.

WHAT IS PROVED to a reader who holds a printed code, or the office's key from another source:
- nothing that was written before that code was printed was changed, removed, moved or added later;
- two readers whose bundles agree (--against) hold one history;
- the verdict follows from the record under the rulebook it names.

WHAT IS NOT PROVED
- that what was entered is true, or that nothing was left out;
- that the person at the keyboard was the person named;
- what lay in a heart.
An office can write falsely at the time. It cannot rewrite afterwards unnoticed.

FILES
bundle.json        every file with its SHA-256; signed in bundle.note
policy.txt         the keys this bundle names (compare them with a list from elsewhere)
logs/N/            the lines of a log, its signed head, and the proof that the office's register knows it
disclosed.jsonl    what was opened of the sealed places, for this reader
texts/             each text by its SHA-256, exactly as the record names it
{heard}assessment.json    the verdict, recomputed by verify.pyz (full bundles only)
anchors/           what others keep of it
"""


_HEARD = "recordings/        each sound file by its SHA-256: what people heard of an offer or a text\n"


def readme_text(*, case: str, audience: str, rehearsal: bool, made_at: str, recordings: bool = False) -> str:
    """Return README.txt for a bundle; `audience` is `full` or `extract`, `made_at` ISO UTC text.

    `recordings`: there are sound files in it.
    """
    what = "This is a FULL bundle: every entry is here."
    if audience == "extract":
        what = (
            "This is an EXTRACT: entries may be withheld; they are counted, not readable. No verdict follows."
        )
    first = "\n\nREHEARSAL. Nothing in this file happened to real people." if rehearsal else ""
    heard = _HEARD if recordings else ""
    return _TEXT.format(first=first, what=what, case=case, made_at=made_at, heard=heard)
