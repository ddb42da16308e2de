"""What must be true before a recording is bound to an offer or a text. Pure."""

from app.foundation.errors import N_, NotPossibleNow, NotValid

LARGEST = 20 * 1024 * 1024
"""Bytes of the longest recording: three quarters of an hour of speech."""

ROOM = 900 * 1024 * 1024
"""Bytes of all recordings of one table together: what a bundle carries (record.archive.MAX_BYTES) with all else."""

_TELEPHONE = (b"M4A ", b"mp42", b"mp41", b"isom", b"iso2", b"M4B ", b"dash")


class NoSound(NotValid):
    """The file is none of the three kinds, whatever its name says."""

    says = N_("This file is no recording. Choose a sound file: ogg, m4a or mp3.")
    field = "sound"


class TooLong(NotValid):
    """More than a telephone can load."""

    says = N_("This recording is too large. At most 20 megabytes: record it again in a lower quality.")
    field = "sound"


class NoRoom(NotValid):
    """More than a bundle of this table could carry."""

    says = N_(
        "The recordings of this table are too large together: a bundle could not carry them. Record this one again "
        "in a lower quality."
    )
    field = "sound"


class HasText(NotPossibleNow):
    """What is agreed on is the text now."""

    says = N_(
        "A text was fixed from this offer. What is heard of the offer can be changed no more; the text can be."
    )


class IsReleased(NotPossibleNow):
    """What was released stays what it was."""

    says = N_("The result was released. What people heard of this text can be changed no more.")


class ReadsOlder(NotPossibleNow):
    """The text was fixed anew: what is bound to it must be what is read aloud."""

    says = N_(
        "The text was fixed anew after this page was opened. Its code is now %(code)s. Add only a recording in which "
        "that text is read."
    )


class OfAnother(NotValid):
    """The same bytes are bound already."""

    says = N_("This recording belongs to another offer, text or language already. Choose the right file.")
    field = "sound"


def kind_of(sound: bytes) -> str:
    """The media type by the first bytes; a name proves nothing. Raises TooLong, NoSound."""
    if len(sound) > LARGEST:
        raise TooLong
    if sound[:4] == b"OggS":
        return "audio/ogg"
    if sound[4:8] == b"ftyp" and sound[8:12] in _TELEPHONE:
        return "audio/mp4"
    if sound[:3] == b"ID3" or (sound[:1] == b"\xff" and sound[1:2] in (b"\xfb", b"\xf3", b"\xf2", b"\xfa")):
        return "audio/mpeg"
    raise NoSound


def ensure_newest(*, read: str, newest: str, code: str) -> None:
    """The wording in force is the one whose code the page showed."""
    if read != newest:
        raise ReadsOlder(code=code)


def ensure_room(*, taken: int, size: int) -> None:
    """All recordings of a table fit into its bundle."""
    if taken + size > ROOM:
        raise NoRoom


def ensure_may_change(*, has_text: bool, released: bool) -> None:
    """What is heard of an offer changes until a text is fixed from it, of a text until its release."""
    if has_text:
        raise HasText
    if released:
        raise IsReleased


def ensure_free(*, bound: bool) -> None:
    """A recording is of one offer or text, in one language."""
    if bound:
        raise OfAnother
