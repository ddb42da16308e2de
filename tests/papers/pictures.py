"""Pictures of papers: drawn by typst, read as grey points, compared with golden ones.

`python -m tests.papers.pictures` draws the golden pictures anew. Look at each before committing it.
"""

import zlib
from collections.abc import Sequence
from pathlib import Path
from struct import unpack

import typst

from app.web.paper import fonts, inputs

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
INCH = 96
"""Points an inch of the golden pictures."""

LINES = {
    "stacks": [
        "ស្ត្រី ក្រុមហ៊ុន សង្គ្រាម ព្រឹត្តិការណ៍ កញ្ញា បញ្ហា",
        "ខ្ញុំ ខ្មែរ ស្អាតស្អំ ន្ត្រ ង្គ្រ ល្ខោន ប្ដឹង ស្រុក",
        "សាស្ត្រាចារ្យ កម្ពុជា ធម៌ វណ្ណៈ អ៊ុក ង៉ែម រ៉ាវី តើ",
    ],
    "long-words": [
        "ព្រះរាជាណាចក្រកម្ពុជាជាតិសាសនាព្រះមហាក្សត្រនិងគណៈកម្មាធិការសុរិយោដី",
        "អាច|ដក|វិញ|បាន|ដោយ|មិន|បាច់|មាន|ហេតុផល រហូត|ដល់|លទ្ធផល|ចេញ ហើយ|មិន|ចាំបាច់|ប្រាប់|អ្នក|ណា|ឡើយ។".replace(
            "|", "\u200b"
        ),
    ],
    "digits": [
        "០១២៣៤៥៦៧៨៩ · 0123456789 · ៤ ០០០ ០០០ រៀល",
        "ច័ន្ទ ២៥ មករា ២០២៧, ០៩:០០ · R3MS-84KA · 71780 32383",
    ],
    "marks": ['#read("secret") *x* _y_ $z$ @ref', "= head \\ `raw` // no <b>&amp;</b> #panic()"],
}
"""What is drawn for each golden picture: deep stacks, long words, digits of both scripts, marks that people type."""


def draw_lines(lines: Sequence[str]) -> bytes:
    """These lines as a PNG, set as papers set them."""
    drawn = typst.compile(
        str(HERE / "lines.typ"),
        root=str(HERE),
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=INCH,
        sys_inputs=inputs({"lines": list(lines)}),
    )
    assert isinstance(drawn, bytes)
    return drawn


def points_of(png: bytes) -> tuple[int, list[bytes]]:
    """Width and rows of a PNG of eight bits a colour, one grey byte a point. Enough for what typst writes."""
    place, packed, width, channels = 8, b"", 0, 4
    while place < len(png):
        (length,), kind = unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        content = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, _, depth, colour = unpack(">IIBB", content[:10])
            assert depth == 8
            channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
        elif kind == b"IDAT":
            packed += content
        place += 12 + length
    raw, step = zlib.decompress(packed), width * channels
    rows: list[bytes] = []
    before = bytearray(step)
    for start in range(0, len(raw), step + 1):
        before = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + step]), before, channels)
        rows.append(bytes(before[::channels]))
    return width, rows


def _unfiltered(kind: int, line: bytearray, above: bytearray, channels: int) -> bytearray:
    """One row without the filter that PNG laid over it."""
    for place in range(len(line)):
        left = line[place - channels] if place >= channels else 0
        corner = above[place - channels] if place >= channels else 0
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = above[place]
        elif kind == 3:
            guess = (left + above[place]) // 2
        elif kind == 4:
            far = left + above[place] - corner
            near = sorted(
                (
                    (abs(far - left), 0, left),
                    (abs(far - above[place]), 1, above[place]),
                    (abs(far - corner), 2, corner),
                )
            )
            guess = near[0][2]
        else:
            guess = 0
        line[place] = (line[place] + guess) & 255
    return line


def difference(one: bytes, other: bytes) -> float:
    """The share of points that clearly differ between two pictures; 1 where their sizes differ."""
    (width, rows), (other_width, other_rows) = points_of(one), points_of(other)
    if width != other_width or len(rows) != len(other_rows):
        return 1.0
    pairs = [pair for row, twin in zip(rows, other_rows, strict=True) for pair in zip(row, twin, strict=True)]
    return sum(abs(a - b) > 48 for a, b in pairs) / len(pairs)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, lines in LINES.items():
        (GOLDEN / f"{name}.png").write_bytes(draw_lines(lines))
