"""The static files: made once at set-up, named after their content, served for ever.

`build_assets` gathers our own sheet and scripts, htmx out of a wheel (its Python is never imported) and a
Khmer font cut from a whole one, writes each as `name.DIGEST.ext` with a `.gz` beside it, and last the
`manifest.json` that `asset` reads. Pages go out uncompressed (they mix what is secret and what was typed);
these files hold neither, so they are compressed here.

The tools for the font stand in the dependency group `setup` and are opened only while building.
"""

import gzip
import hashlib
import json
import os
from functools import lru_cache
from importlib import metadata
from io import BytesIO
from pathlib import Path

from app.settings import VAR

SOURCES = Path(__file__).resolve().parent / "static"
BUILT = VAR / "static"
PREFIX = "/static/"
KHMER = [range(0x1780, 0x1800), range(0x19E0, 0x1A00), range(0x200B, 0x200E), [0x25CC]]
"""Khmer, Khmer symbols, the joiners with the zero-width space, and the dotted circle of a lone sign."""


def htmx() -> bytes:
    """Htmx 2, minified, from the wheel that carries it."""
    wheel = metadata.distribution("django-htmx")
    return Path(str(wheel.locate_file("django_htmx/static/django_htmx/htmx-2.min.js"))).read_bytes()


def khmer_font() -> bytes:
    """Noto Sans Khmer as woff2, only Khmer, weights 400 to 700, its licence kept inside.

    Cut first, then narrow the axes: the other order ends in a KeyError inside fonttools.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    wheel = metadata.distribution("fontpkg-noto-sans-khmer")
    name = "fontpkg_noto_sans_khmer/files/NotoSansKhmer[wdth,wght].ttf"
    options = Options()
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.layout_features = ["*"]
    options.flavor = "woff2"
    with TTFont(str(wheel.locate_file(name)), recalcTimestamp=False) as font:
        cutter = Subsetter(options)
        cutter.populate(unicodes=[sign for signs in KHMER for sign in signs])
        cutter.subset(font)
        narrow = instancer.instantiateVariableFont(font, {"wdth": 100, "wght": (400, 700)})
        narrow.flavor = "woff2"
        written = BytesIO()
        narrow.save(written)
    return written.getvalue()


def _own_files() -> dict[str, bytes]:
    """Our own files by the name that pages use: `css/*.css` in order as one sheet, all others as they are."""
    files = sorted(path for path in SOURCES.rglob("*") if path.is_file())
    sheets = [path.read_bytes() for path in files if path.parent.name == "css"]
    found = {path.name: path.read_bytes() for path in files if path.parent.name != "css"}
    if sheets:
        found["peace-table.css"] = b"\n".join(sheets)
    return found


def _sources_digest() -> str:
    """What the built files depend on: this text, our own files, and the two wheels' versions.

    Raises PackageNotFoundError where the group `setup` is not installed.
    """
    text = hashlib.sha256(Path(__file__).read_bytes())
    for name, content in sorted(_own_files().items()):
        text.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    for wheel in ("django-htmx", "fontpkg-noto-sans-khmer", "fonttools", "brotli"):
        text.update(f"{wheel} {metadata.version(wheel)}\n".encode())
    return text.hexdigest()


def _write(path: Path, content: bytes) -> None:
    """Write the whole file or none: two processes may build at once."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


def _store(target: Path, name: str, content: bytes) -> str:
    """Write one file under its content's name, compressed as well, and return that name."""
    stem, dot, ending = name.rpartition(".")
    stored = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{ending}"
    _write(target / stored, content)
    if ending != "woff2":
        _write(target / f"{stored}.gz", gzip.compress(content, 9, mtime=0))
    return stored


def build_assets(target: Path = BUILT) -> None:
    """Build every static file into `target`. Does nothing where they are already built from these sources."""
    sources = _sources_digest()
    manifest = target / "manifest.json"
    if manifest.exists() and json.loads(manifest.read_text())["sources"] == sources:
        return
    target.mkdir(parents=True, exist_ok=True)
    before = {path for path in target.iterdir() if not path.name.endswith(".part")}
    contents = {**_own_files(), "htmx.js": htmx(), "khmer.woff2": khmer_font()}
    sheet = contents.pop("peace-table.css", b"")
    names = {name: _store(target, name, content) for name, content in sorted(contents.items())}
    for name, stored in names.items():  # the sheet names its neighbours; now they have their lasting names
        sheet = sheet.replace(f'url("{name}")'.encode(), f'url("{stored}")'.encode())
    names["peace-table.css"] = _store(target, "peace-table.css", sheet)
    kept = {target / name for name in (*names.values(), *(f"{one}.gz" for one in names.values()))}
    _write(manifest, json.dumps({"sources": sources, "names": names}, indent=1, sort_keys=True).encode())
    for path in before - kept - {manifest}:
        path.unlink(missing_ok=True)
    stored_names.cache_clear()


@lru_cache(maxsize=1)
def stored_names() -> dict[str, str]:
    """Name on a page → name on disk. Builds what is missing or stale, once a process.

    A server installed without the group `setup` uses the files as they were built.
    """
    manifest = BUILT / "manifest.json"
    try:
        build_assets()
    except metadata.PackageNotFoundError as missing:
        if not manifest.exists():
            words = "The static files are not built. Run: ./peace-table set-up"
            raise RuntimeError(words) from missing
    names: dict[str, str] = json.loads(manifest.read_text())["names"]
    return names


def asset(name: str) -> str:
    """The address of a static file: `asset("peace-table.css")` → `/static/peace-table.0f3a….css`."""
    return PREFIX + stored_names()[name]
