"""What a page has read it reads once; what a command decides on is read anew."""

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.parties.queries import people_of
from app.recordkeeping.reading import entries_of
from app.recordkeeping.recording import lock
from app.recordkeeping.remembering import remember
from tests.office import Office

STAFF = Viewer("dalin", frozenset({Role.FACILITATOR}))


def test_a_page_reads_the_same_thing_once_and_a_command_reads_it_anew(office: Office) -> None:
    home = office.table()
    dialogue = home.rpartition("/")[2]
    with Session(office.engine) as db:
        remember(db)
        before, known = entries_of(db, dialogue, [""]), people_of(db, dialogue)
        db.rollback()
        office.send("dalin", f"{home}/sides/{office.sides[0]}/closings", count="1", alone="sopheap")
        assert entries_of(db, dialogue, [""]) == before
        lock(db, dialogue)
        assert len(entries_of(db, dialogue, [""])) > len(before)
        assert [one.id for one in people_of(db, dialogue)] == [one.id for one in known]
        db.rollback()


def test_what_one_reader_does_to_a_list_changes_nothing_for_the_next(office: Office) -> None:
    dialogue = office.table().rpartition("/")[2]
    with Session(office.engine) as db:
        remember(db)
        people_of(db, dialogue).clear()
        assert people_of(db, dialogue)
