"""The file a bundle travels in: a plain zip of one fixed shape, so that equal files give equal bytes.

Source: PKWARE APPNOTE 6.3 sections 4.3.7, 4.3.12, 4.3.16. Nothing is compressed, names are sorted ASCII, the
date is the first the format knows, no comment, no extra field. Written by hand rather than by `zipfile`,
whose fields differ between Python versions. Reading rebuilds the archive and compares, so that no byte is
left unlooked at.
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

MAX_FILES = 60_000  # below the zip64 border of 65,535
MAX_BYTES = 1 << 30  # no bundle of ours comes near; keeps a hostile file from filling the memory
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _FIRST_DAY = 20, 33  # zip 2.0; 1980-01-01
_UNIX, _PLAIN_FILE = 3 << 8 | _VERSION, 0o100644 << 16


class NotAnArchive(ValueError):
    """The bytes are not the one archive of the files they seem to hold."""


@dataclass(frozen=True, slots=True)
class Large:
    """A file that is read when its turn comes, so that many of them are never held in memory together."""

    size: int
    crc: int
    digest: str
    read: Callable[[], bytes]

    @classmethod
    def kept(cls, read: Callable[[], bytes]) -> "Large":
        """Look at it once for its size and sums; what is read later must be the same bytes."""
        content = read()
        return cls(len(content), zlib.crc32(content), sha256(content).hexdigest(), read)


def digest_of(content: bytes | Large) -> str:
    """Return the SHA-256 of a file, in hex."""
    return content.digest if isinstance(content, Large) else sha256(content).hexdigest()


def zip_parts(files: Mapping[str, bytes | Large]) -> Iterator[bytes]:
    """Yield the archive of `files` (name to content) piece by piece; raise ValueError when out of bounds."""
    sizes = {name: one.size if isinstance(one, Large) else len(one) for name, one in files.items()}
    if len(files) > MAX_FILES or sum(sizes.values()) > MAX_BYTES:
        raise ValueError("this is too large for a bundle")
    central, start = [], 0
    for name, content in sorted(files.items(), key=lambda row: row[0]):
        if not name.isascii() or not name or len(name) > 200:
            raise ValueError("a file name is plain ASCII")
        title, size = name.encode(), sizes[name]
        crc = content.crc if isinstance(content, Large) else zlib.crc32(content)
        about = (crc, size, size, len(title), 0)
        yield _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, 0, 0, _FIRST_DAY, *about)
        yield title
        yield content.read() if isinstance(content, Large) else content
        central += [
            _CENTRAL.pack(
                b"PK\x01\x02", _UNIX, _VERSION, 0, 0, 0, _FIRST_DAY, *about, 0, 0, 0, _PLAIN_FILE, start
            ),
            title,
        ]
        start += _LOCAL.size + len(title) + size
    listing = b"".join(central)
    yield listing
    yield _END.pack(b"PK\x05\x06", 0, 0, len(files), len(files), len(listing), start, 0)


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return the archive of `files` in one piece; raise ValueError for names or sizes out of bounds."""
    return b"".join(zip_parts(files))


def read_zip(raw: bytes) -> dict[str, bytes]:
    """Return the files of an archive; raise NotAnArchive unless `zip_parts` of them gives `raw` back."""
    files: dict[str, bytes] = {}
    start = 0
    try:
        while raw[start : start + 4] == b"PK\x03\x04":
            row = _LOCAL.unpack_from(raw, start)
            size, name_size = row[7], row[9]
            start += _LOCAL.size
            name = raw[start : start + name_size].decode("ascii")
            files[name] = raw[start + name_size : start + name_size + size]
            start += name_size + size
            if start > len(raw):
                raise NotAnArchive("the file is cut off")
        same = bool(files) and _is_archive_of(files, raw)
    except (struct.error, ValueError) as problem:
        raise NotAnArchive("this is not a bundle, or it was damaged on the way") from problem
    if not same:
        raise NotAnArchive("this is not a bundle, or it was damaged on the way")
    return files


def _is_archive_of(files: Mapping[str, bytes], raw: bytes) -> bool:
    """Is `raw` the archive of these files? Compared piece by piece, never built a second time."""
    at = 0
    for part in zip_parts(files):
        if not raw.startswith(part, at):
            return False
        at += len(part)
    return at == len(raw)
