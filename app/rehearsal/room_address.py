"""The address under which the other phones in the room reach this server."""

import ipaddress
import socket

from starlette.requests import Request

BEYOND = ("192.0.2.1", 9)
"""An address of nobody (RFC 5737). Nothing is sent there: asking for the way tells which of our addresses is used."""


def is_loopback(host: str) -> bool:
    """Does this name mean the machine itself, and nothing to any other?"""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost" or host.casefold().endswith(".localhost")


def address_in_the_room() -> str:
    """This machine's address in its network; '' where it is in none."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect(BEYOND)
            found = str(asking.getsockname()[0])
    except OSError:
        return ""
    return "" if is_loopback(found) or found == "0.0.0.0" else found  # noqa: S104 (compared, not bound)


def origin_for_phones(request: Request, *, opened: bool) -> str:
    """The beginning of every link in a QR code; '' where no phone could follow it.

    Whoever opened this page by a name that is not the machine's own has proved that it works. Otherwise the
    server must have been opened to the room (`run --lan`), and the machine must have an address there.
    """
    host = request.url.hostname or ""
    if not is_loopback(host):
        return f"{request.url.scheme}://{request.url.netloc}"
    found = address_in_the_room() if opened else ""
    return f"{request.url.scheme}://{found}:{request.url.port or 80}" if found else ""
