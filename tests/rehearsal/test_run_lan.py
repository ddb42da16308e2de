"""`run --lan` opens the server to the room and says its address; its codes lead there, and nowhere without it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
from sqlmodel import Session

from app.database import make_engine
from app.dialogues.commands import Matter
from app.parties.forms.lists import read_list
from app.rehearsal.beginning import UNTIL
from app.rehearsal.own_cases import open_own_case
from app.rehearsal.room_address import address_in_the_room
from app.rehearsal.story import moment
from app.settings import ROOT


def a_free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def running(url: str, port: int, *options: str) -> Iterator[str]:
    """The command `run` over a rehearsal that has begun; gives what it says before it serves."""
    command = [sys.executable, "-W", "ignore", "-m", "app", "run", "--port", str(port), *options]
    env = {**os.environ, "PEACE_TABLE_DATABASE": url}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(3 if options else 2)]
        try:
            yield "".join(said)
        finally:
            process.terminate()


def own_case_in(url: str) -> str:
    """An own case in this rehearsal; returns the address of its page."""
    engine = make_engine(url)
    with Session(engine) as db:
        matter = Matter("ដីពីរ", "Two plots", "ដីពីរ", "Two plots", "land", "Kampot")
        people = read_list("Vann Dara, facilitator, m\nSor Chanthy, chair, f", 2027)
        table = open_own_case(db, matter, people, at=moment(UNTIL), once="own-case-of-lan")
    engine.dispose()
    return f"/rehearsal/own-cases/{table}"


def page_at(host: str, port: int, path: str) -> str:
    """A page in English; waits until the server answers."""
    with httpx2.Client(transport=httpx2.HTTPTransport(retries=9)) as client:
        answer = client.get(f"http://{host}:{port}{path}", headers={"cookie": "language=en"})
    assert answer.status_code == 200
    return answer.text


def test_an_open_server_is_reached_in_the_room_and_says_where(begun_url: str) -> None:
    page, port, found = own_case_in(begun_url), a_free_port(), address_in_the_room()
    with running(begun_url, port, "--lan") as said:
        assert (f"In this room: http://{found}:{port}/" if found else "in no network now") in said
        shown = page_at(found or "127.0.0.1", port, page)
        assert ('aria-label="Code for the phone of Sor Chanthy"' in shown) == bool(found)
        local = page_at("127.0.0.1", port, page)
        assert (f"http://{found}:{port}" in local) == bool(found)


def test_a_server_for_this_machine_alone_shows_no_codes(begun_url: str) -> None:
    page, port = own_case_in(begun_url), a_free_port()
    with running(begun_url, port) as said:
        assert "In this room" not in said
        assert "./peace-table run --lan" in page_at("127.0.0.1", port, page)
