"""Reading a pasted list of people: any order of columns, with a head or none, Khmer digits, gaps.

Without a head a cell is known by what it says: a seat, f or m, a year, a reason to decide; the first words in each
script are the name, and what stands on several lines is a side. What stays unclear is told line by line.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from app.foundation.errors import N_, NotValid
from app.foundation.pasted import cells_of, key_of
from app.foundation.roles import Role
from app.parties.forms import list_words
from app.parties.forms.list_words import AGE, ALONE, KHMER, LATIN, NAME, ROLE, SEX, SIDE, WHY
from app.parties.rules import PARTY_SEATS
from app.web.i18n import gettext
from app.web.seat_words import seat_word
from app.web.words import latin_digits, number

MOST = 60
"""People of one case; a list of hundreds is no rehearsal in one room."""
LONGEST = 80
"""Characters of a name."""
TOLD = 5
"""So many lines are told at once; whoever mends them sends the list again."""
OF_AGE = 18


class ListUnclear(NotValid):
    """Something in the list could not be read; `told` says what, line by line."""

    says = "%(told)s"
    field = "people"


@dataclass(frozen=True, slots=True)
class Listed:
    """One line, read. `side` is '' or the side as it is written; `because` and `adult` as in the record; `alone`: a
    holder without spouse or other co-holder."""

    khmer: str
    latin: str
    sex: str
    role: Role
    side: str
    because: str
    adult: str
    alone: bool


@dataclass(slots=True)
class _Line:
    """What is known of one line while its cells are read."""

    number: int
    found: dict[str, str] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)

    def tell(self, sentence: str, **holes: object) -> None:
        """Say what is unclear here."""
        self.unclear.append(gettext(sentence) % {"line": number(self.number), **holes})

    def keep(self, what: str, cell: str) -> bool:
        """Take a cell for this, unless something was taken for it before."""
        return self.found.setdefault(what, cell) == cell

    def name(self) -> str:
        """The name as the line gives it."""
        return self.found.get(LATIN) or self.found.get(KHMER, "")


def read_list(pasted: str, year: int, *, known: bool = False) -> list[Listed]:
    """Everybody on the list, in its order; `year` is the rehearsal's, for ages. Raises ListUnclear.

    `known`: these people are in the office's register already, so the list need not say whether they are women or
    men, nor who facilitates.
    """
    rows = list(cells_of(pasted))
    head = _head(rows[0][1]) if rows else {}
    rows = rows[1:] if head else rows
    counted = Counter(key for _, cells in rows for key in {key_of(cell) for cell in cells[1:] if cell})
    sides = {key for key, count in counted.items() if count > 1}
    lines = [_read(line, cells, head, sides) for line, cells in rows]
    people = [_listed(line, year, known=known) for line in lines]
    _tell_twice(lines)
    unclear = [sentence for line in lines for sentence in line.unclear] + _whole(people, known=known)
    if unclear:
        rest = len(unclear) - TOLD
        more = [gettext(N_("%(count)s more like this.")) % {"count": number(rest)}] if rest > 0 else []
        raise ListUnclear(told=" ".join([*unclear[:TOLD], *more]))
    return people


def _head(cells: list[str]) -> dict[int, str]:
    """Column → what it holds, where the first line is a head: it says “name” and at least one thing more."""
    known = {place: list_words.columns().get(key_of(cell), "") for place, cell in enumerate(cells)}
    found = {place: what for place, what in known.items() if what}
    return found if len(found) > 1 and {KHMER, LATIN, NAME} & set(found.values()) else {}


def _read(here: int, cells: list[str], head: dict[int, str], sides: set[str]) -> _Line:
    line = _Line(here)
    for place, cell in enumerate(cells):
        what = head.get(place, "")
        if not cell:
            continue
        if what == NAME or (not what and not line.name() and not _spelled(cell)):
            what = _script(cell)
        elif what == ROLE and key_of(cell) not in list_words.seats():
            what = SIDE if SIDE not in head.values() and not list_words.nearly_a_seat(cell) else ROLE
        what = what or _spelled(cell) or _words(cell, line, sides)
        if not what or not line.keep(what, cell):
            line.tell(N_("Line %(line)s: “%(cell)s” is not understood."), cell=cell)
    return line


def _script(cell: str) -> str:
    return KHMER if re.search("[\u1780-\u17b3]", cell) else LATIN


def _spelled(cell: str) -> str:
    """What a cell holds that can be known by its spelling alone."""
    key = key_of(cell)
    for what, spellings in ((SEX, list_words.sexes()), (ROLE, list_words.seats()), (WHY, list_words.whys())):
        if key in spellings:
            return what
    if key in list_words.alone():
        return ALONE
    return AGE if re.fullmatch(r"[\d./ -]+", latin_digits(cell)) else ""


def _words(cell: str, line: _Line, sides: set[str]) -> str:
    """What other words are: a side where they stand on several lines, a misspelt seat, a name, else a side."""
    if key_of(cell) in sides or "/" in cell:  # only a side is written in both scripts in one cell
        return SIDE
    if list_words.nearly_a_seat(cell):
        return ROLE
    return SIDE if _script(cell) in line.found else _script(cell)


def _listed(line: _Line, year: int, *, known: bool) -> Listed:
    found, name = line.found, line.name()
    side = found.get(SIDE, "")
    sex = list_words.sexes().get(key_of(found.get(SEX, "")), "")
    if not name:
        line.tell(N_("Line %(line)s: there is no name."))
    elif max(len(name), len(side)) > LONGEST:
        line.tell(N_("Line %(line)s: this is too long for a name or a side."))
    elif not sex and not known:
        line.tell(N_("Line %(line)s: write f or m for %(name)s."), name=name)
    role = _role(line)
    decides = role is Role.DELEGATE
    why = list_words.whys().get(key_of(found.get(WHY, "")), "holder")
    return Listed(
        khmer=found.get(KHMER, name),
        latin=found.get(LATIN, name),
        sex=sex,
        role=role,
        side=side,
        because=why if decides else "",
        adult=_adult(found.get(AGE, ""), year) if decides else "",
        alone=ALONE in found,
    )


def _role(line: _Line) -> Role:
    """The seat of a line: the one it names; a party's where it names a side only."""
    said, side, name = line.found.get(ROLE, ""), line.found.get(SIDE, ""), line.name()
    code = list_words.seats().get(key_of(said), "")
    role = Role(code) if code else Role.DELEGATE
    near = list_words.nearly_a_seat(said)
    if said and near and not code:
        line.tell(N_("Line %(line)s: “%(said)s” is no seat. Did you mean “%(near)s”?"), said=said, near=near)
    elif said and not code:
        seats = ", ".join(seat_word(Role(one)) for one in dict.fromkeys(list_words.seats().values()))
        line.tell(N_("Line %(line)s: “%(said)s” is no seat. Seats are: %(seats)s."), said=said, seats=seats)
    elif not said and not side and name:
        line.tell(N_("Line %(line)s: write a seat or a side for %(name)s."), name=name)
    elif role in PARTY_SEATS and not side and name:
        line.tell(N_("Line %(line)s: write the side to which %(name)s belongs."), name=name)
    elif role not in PARTY_SEATS and side:
        line.tell(N_("Line %(line)s: whoever has this seat belongs to no side. Leave the side open."))
    return role


def _adult(written: str, year: int) -> str:
    """Of age, by an age or a year of birth; in the year in which one becomes eighteen it is not known."""
    parts = re.findall(r"\d+", latin_digits(written))
    numbers = [int(part) for part in parts if len(part) < 5]  # what is longer is no age and no year
    years = [year - one for one in numbers if 1900 <= one <= year]
    if years:
        return "unknown" if years[0] == OF_AGE else "yes" if years[0] > OF_AGE else "no"
    return (
        ("yes" if numbers[0] >= OF_AGE else "no")
        if len(parts) == len(numbers) == 1 and numbers[0] < 120
        else "unknown"
    )


def _tell_twice(lines: list[_Line]) -> None:
    """Names that stand on the list twice: nobody could tell those two apart."""
    first: dict[str, int] = {}
    for line in lines:
        before = first.setdefault(key_of(line.name()), line.number)
        if line.name() and before != line.number:
            sentence = N_(
                "Line %(line)s: %(name)s stands on line %(before)s already. Add what tells them apart."
            )
            line.tell(sentence, name=line.name(), before=number(before))


def _whole(people: list[Listed], *, known: bool) -> list[str]:
    if len(people) > MOST:
        sentence = gettext(N_("The list has %(count)s people. Take at most %(most)s."))
        return [sentence % {"count": number(len(people)), "most": number(MOST)}]
    if not known and not any(one.role is Role.FACILITATOR for one in people):
        return [gettext(N_("Nobody on the list is the facilitator. Write that word behind one name."))]
    return []


def both_names(side: str) -> tuple[str, str]:
    """The name of a side in Khmer and in Latin letters, where both are written as `គ្រួសារ ក / Family A`."""
    khmer, slash, latin = (part.strip() for part in side.partition("/"))
    return (khmer, latin) if slash and khmer and latin else (side, side)
