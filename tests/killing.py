"""A server that can be killed at any moment and started again on the same port, and a client that tries again.

The port is held open by the test, so whoever asks while no server runs waits in its queue.
"""

import multiprocessing
import random
import socket
import threading
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import httpx2
import uvicorn

from app.database import make_engine
from app.foundation.clock import local
from app.main import create_app

_starting = multiprocessing.get_context("forkserver")
_starting.set_forkserver_preload(["app.main"])  # a second start costs no imports


def serve(url: str, listening: socket.socket) -> None:
    """Serve one database until somebody kills this process."""
    app = create_app(make_engine(url))
    uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="none")).run(sockets=[listening])


@dataclass
class KillableServer:
    """One database served on one port; `kill` ends it as a power cut would."""

    url: str
    listening: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    process: Any = None
    killed: int = 0

    @property
    def origin(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.listening.getsockname()[1]}"

    def start(self) -> None:
        """Start it, also after a kill."""
        self.process = _starting.Process(target=serve, args=(self.url, self.listening), daemon=True)
        self.process.start()

    def kill(self) -> None:
        """Kill -9."""
        self.process.kill()
        self.process.join()
        self.killed += 1

    def close(self) -> None:
        """End it and give the port back."""
        self.kill()
        self.listening.close()


@dataclass
class StubbornClient:
    """Sends each request until an answer comes, the very same bytes again after a kill."""

    server: KillableServer
    chance: random.Random
    moments: frozenset[int]  # which posts are cut short
    posts: int = 0
    kept: list[int] = field(default_factory=list)  # how many entries stood there after each kill
    count: Any = None

    def request(self, method: str, url: str, **more: Any) -> httpx2.Response:
        """One request; where its number is among the moments, the server dies while it is done."""
        killer = None
        if method == "POST" and not url.startswith("/rehearsal"):
            self.posts += 1
            if self.posts in self.moments:
                killer = threading.Timer(self.chance.uniform(0.0, 0.05), self._kill_and_start)
                killer.start()
        try:
            answer = self._ask(method, url, more)
        except httpx2.TransportError:
            answer = None
        if killer is not None:
            killer.join()
        return answer if answer is not None else self._ask(method, url, more)

    def _kill_and_start(self) -> None:
        self.server.kill()
        self.kept.append(self.count())
        self.server.start()  # who waits in the port's queue is served now

    def _ask(self, method: str, url: str, more: dict[str, Any]) -> httpx2.Response:
        with httpx2.Client(base_url=self.server.origin, timeout=60) as client:
            return client.request(method, url, **more)

    def set_time(self, at: datetime) -> None:
        """Move the rehearsal's clock by its own form; a moment that has passed is left as it is."""
        when = local(at)
        sent = {
            "once": f"clock{when:%Y%m%d%H%M%S}",
            "day_day": when.day,
            "day_month": when.month,
            "day_year": when.year,
            "time": f"{when:%H:%M}",
        }
        head = {"origin": self.server.origin, "content-type": "application/x-www-form-urlencoded"}
        self.request("POST", "/rehearsal/clock", content=urlencode(sent).encode(), headers=head)
