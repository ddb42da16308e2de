"""What an agenda begins from, so that only what differs is typed: a first talk, or a text to read and answer. Pure."""

from collections.abc import Mapping
from typing import Final

Row = dict[str, str]

_OPENING: Final = {
    "khmer": "បើក\u200bកិច្ចប្រជុំ វិធាន\u200bរួម និង\u200bសិទ្ធិ\u200bចាកចេញ",
    "latin": "Opening, ground rules, the right to leave",
    "purpose": "inform",
    "minutes": "15",
}
_TALK: Final = (
    _OPENING,
    {
        "khmer": "អ្វី\u200bដែល\u200bសំខាន់\u200bសម្រាប់\u200bភាគី\u200bនីមួយ\u200bៗ",
        "latin": "What matters to each side",
        "purpose": "discuss",
        "minutes": "60",
        "lead": "facilitator",
    },
    {
        "khmer": "សំណើ\u200bដំបូង",
        "latin": "First offers",
        "purpose": "agree",
        "minutes": "75",
        "lead": "chair",
    },
)
_SIGNING: Final = (
    _OPENING,
    {
        "khmer": "អាន\u200bអត្ថបទ\u200bឱ្យ\u200bស្ដាប់ ជា\u200bពីរ\u200bភាសា",
        "latin": "The text is read aloud in both languages",
        "purpose": "discuss",
        "minutes": "60",
        "lead": "interpreter",
    },
    {
        "khmer": "ចុះ\u200bហត្ថលេខា រង់ចាំ ឬ\u200bបដិសេធ",
        "latin": "Sign, wait or refuse",
        "purpose": "sign",
        "minutes": "60",
        "lead": "witness",
    },
)
"""Opening, reading aloud, the answer: in this order, so that nobody signs what was not read (INF-READ)."""


def proposed(*, text_fixed: bool, names: Mapping[str, str]) -> list[Row]:
    """The items that stand there first; `names`: seat → who holds it, for whoever leads. Nothing is saved by this."""
    rows = _SIGNING if text_fixed else _TALK
    return [{**row, "lead": names.get(row.get("lead", ""), "")} for row in rows]
