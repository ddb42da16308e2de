"""Full bundles: all of one dialogue in one file, for the monitor, a court or an auditor (settled.md 5).

Before a bundle is made, the head of the log goes into the node's register, so that a whole dialogue cannot
vanish. The same database and the same `at` give the same bytes; a second bundle of an unchanged log finds the
register's line of the first.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from app.agreements.queries.recordings import recording_digests, sound_of
from app.audit.heads import key_text, signed_head
from app.database import make_engine
from app.dialogues.tables import Dialogue
from app.foundation.clock import to_text
from app.foundation.errors import NotFound
from app.record import tree
from app.record.archive import Large, zip_parts
from app.record.bundle import FULL, Log, Signer, compose
from app.record.checkpoint import root_text
from app.record.facts.audit import HeadNoted
from app.record.proof import write_proof
from app.recordkeeping.node import REGISTER, node_of, origin_of, public_key, signing_key
from app.recordkeeping.reading import entries_of, opened_by, read_line
from app.recordkeeping.recording import NODE, recording
from app.recordkeeping.tables import Body, Disclosure, RecordLine
from app.verifier.contents import assessment_text

_DIGEST = re.compile(r'"([0-9a-f]{64})"')


def full_bundle(db: Session, dialogue: str, *, at: datetime) -> bytes:
    """The archive in one piece, for small tables; else as `bundle_parts`."""
    return b"".join(bundle_parts(db, dialogue, at=at))


def bundle_parts(db: Session, dialogue: str, *, at: datetime) -> Iterator[bytes]:
    """The archive with every entry, place, file, recording and verdict of one dialogue, piece by piece.

    Raises NotFound. Writes one line into the register first, unless it knows this very head already; the pieces
    are read while they are taken, one recording at a time. What others write meanwhile stays out: all that is read
    after the lines belongs to these lines.
    """
    lines = _lines(db, dialogue)
    if not lines or dialogue == REGISTER:
        raise NotFound
    node = node_of(db)
    checkpoint = signed_head(db, dialogue, lines)
    proof = _register(db, dialogue, lines, at)
    named = {digest for line in lines for digest in _DIGEST.findall(line)}
    bodies = {row.digest: row.body for row in db.exec(select(Body).where(Body.dialogue == dialogue))}
    texts = {digest: body for digest, body in sorted(bodies.items()) if digest in named}
    origin = origin_of(node, dialogue)
    entries = [read_line(line, origin, number) for number, line in enumerate(lines)]
    opening = select(Disclosure.disclosure).where(Disclosure.dialogue == dialogue)
    disclosures = list(db.exec(opening.where(col(Disclosure.number) < len(lines))))
    assessment = assessment_text(entries, texts, opened_by(disclosures))
    key = signing_key(node)
    files = compose(
        case=dialogue,
        audience=FULL,
        rehearsal=True,  # nothing else exists yet: node_of has refused any other database
        made_at=to_text(at),
        logs=[Log(origin, lines, checkpoint, proof)],
        signer=Signer(node.origin, public_key(node), key.sign),
        policy_keys=[key_text(db)],
        disclosures=disclosures,
        texts=list(texts.values()),
        recordings=[
            _sound(db, dialogue, digest) for digest in recording_digests(db, dialogue) if digest in named
        ],
        assessment=assessment,
    )
    return zip_parts(files)


def _sound(db: Session, dialogue: str, digest: str) -> Large:
    return Large.kept(lambda: sound_of(db, dialogue, digest))


def write_bundle(database_url: str, target: Path, at: datetime, dialogue: str = "") -> None:
    """Write the full bundle of one dialogue of a database; without a name, of the first that was opened."""
    engine = make_engine(database_url)
    with Session(engine, expire_on_commit=False) as db:
        first = select(Dialogue.dialogue).order_by(col(Dialogue.position))
        found = dialogue or db.exec(first).first() or ""
        with target.open("wb") as file:
            file.writelines(bundle_parts(db, found, at=at))
    engine.dispose()


def _lines(db: Session, dialogue: str) -> list[str]:
    query = select(RecordLine.line).where(RecordLine.dialogue == dialogue)
    return list(db.exec(query.order_by(col(RecordLine.number))))


def _register(db: Session, dialogue: str, lines: list[str], at: datetime) -> str:
    """The register's proof that it knows this head; notes the head first where it does not yet."""
    origin = origin_of(node_of(db), dialogue)
    root = root_text(tree.root_of(tree.leaf_hash(line.encode()) for line in lines))
    head = HeadNoted(origin, len(lines), root)
    noted = next((entry.number for entry in entries_of(db, REGISTER, [origin]) if entry.fact == head), None)
    if noted is None:
        with recording(db, REGISTER, by=NODE, at=at) as record:
            noted = record.append(head).number
    # The proof speaks of the register as it was when it noted this head: later lines change no byte of it.
    register = _lines(db, REGISTER)[: noted + 1]
    return write_proof(register, noted, signed_head(db, REGISTER, register))
