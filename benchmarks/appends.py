"""What an entry costs at the one door, near the beginning and near the end of a long record."""

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.record.facts.agreements import AnswerGiven
from app.recordkeeping.recording import recording
from benchmarks.long_table import LongTable
from benchmarks.pages import LONG, SHORT, Figure, cpu_of
from tests.office import Office


def append_ratio(tables: list[LongTable]) -> list[Figure]:
    """Target 6: appending at 10,000 entries costs at most 1.15 times appending at the beginning."""
    costs = []
    for office, home, _, _ in tables:
        party = Viewer("sopheap", frozenset({Role.DELEGATE}), office.sides[0])
        dialogue = home.rpartition("/")[2]

        def append(office: Office = office, dialogue: str = dialogue, party: Viewer = party) -> None:
            with Session(office.engine) as db, recording(db, dialogue, by=party, at=office.now) as record:
                record.append(AnswerGiven("nothing", "0" * 64), words="longer")

        costs.append(cpu_of(append))
    ratio = costs[1] / costs[0]
    figure = f"{ratio:.2f} times ({costs[0]:.2f} and {costs[1]:.2f} CPU ms)"
    return [(f"appending at {LONG} against {SHORT} entries", figure, "1.15 times", ratio <= 1.15)]
