"""One uvicorn worker as a process of its own, which says what it has used; and a loader that asks it for pages."""

import http.client
import json
import multiprocessing
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

USE = "/--use"
STARTS = multiprocessing.get_context("spawn")


def _resident() -> int:
    """Resident memory of this process in bytes; 0 where the system does not say (no /proc)."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if pages.exists() else 0


def _answering(app: Any) -> Any:
    """The same application, with one address more that says what the process has used."""

    async def told(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"] != USE:
            await app(scope, receive, send)
            return
        body = json.dumps({"cpu": time.process_time(), "bytes": _resident()}).encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    return told


def serve(make: Callable[[], Any], listening: socket.socket) -> None:
    """Serve what `make` gives until somebody ends this process."""
    config = uvicorn.Config(
        _answering(make()), log_level="critical", ws="none", lifespan="off", timeout_keep_alive=600
    )
    uvicorn.Server(config).run(sockets=[listening])


class Worker:
    """A worker that runs, and one connection to it."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.host = f"127.0.0.1:{port}"

    def get(self, path: str, cookie: str = "", **head: str) -> bytes:
        """The body of a page. Raises RuntimeError for anything but 200."""
        self._connection.request("GET", path, headers={"cookie": cookie, "host": self.host, **head})
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return body

    def use(self) -> dict[str, float]:
        """What the process has used: seconds of processor time, bytes of memory."""
        found: dict[str, float] = json.loads(self.get(USE))
        return found

    def cost(self, path: str, cookie: str, repeats: int) -> float:
        """Processor milliseconds of the worker for one page, over so many."""
        before = self.use()["cpu"]
        for _ in range(repeats):
            self.get(path, cookie)
        return (self.use()["cpu"] - before) / repeats * 1000


@contextmanager
def working(make: Callable[[], Any]) -> Iterator[Worker]:
    """A worker that serves what `make` gives (a function of a module, so that the process can find it)."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        process = STARTS.Process(target=serve, args=(make, listening), daemon=True)
        process.start()
        worker = Worker(listening.getsockname()[1])
        worker.get(USE)
        yield worker
        process.terminate()
        process.join()
