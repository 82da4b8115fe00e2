"""Provenance: which code, readers and words make a record. Digests of content, never times or machines."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from asylia import __version__, tesseract
from asylia.model.claim import Claim
from asylia.model.ids import digest
from asylia.model.record import Made

# What a page's reading depends on; the other rooms only change what is made of it.
READING = ("model", "lexicon", "language", "text", "claims", "store", "reading.py", "recognition.py", "tesseract.py")
READERS = (
    "ahocorasick-rs", "anyascii", "py3langid", "pycld2", "pypdf", "pypdfium2", "rapidfuzz", "resiliparse",
)  # fmt: skip


def made(lexicon: str, claims: Iterable[Claim], decisions: int) -> Made:
    """What made this record."""
    return Made(
        asylia=__version__,
        code=_digest_of((".py",)),
        lexicon=lexicon,
        readers=readers(),
        rules=tuple(sorted({(claim.rule.name, claim.rule.version) for claim in claims})),
        weights=weights(),
        decisions=decisions,
    )


@cache
def reading_key(lexicon: str) -> str:
    """A digest of everything but the page that its reading depends on."""
    pairs = [list(pair) for pair in (*readers(), *weights())]
    return digest([_digest_of((".py",), READING), lexicon, pairs, tesseract.mark()])


@cache
def weighing_key(lexicon: str) -> str:
    """A digest of everything but pages and decisions that weighing depends on."""
    return digest([_digest_of((".py",)), lexicon, [list(pair) for pair in (*readers(), *weights())]])


@cache
def readers() -> tuple[tuple[str, str], ...]:
    """The libraries that read pages and names, with their versions, and the Unicode tables in use."""
    found = [("unicode", unicodedata.unidata_version)]
    for name in READERS:
        try:
            found.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            found.append((name, "absent"))
    return tuple(sorted(found))


@cache
def weights() -> tuple[tuple[str, str], ...]:
    """Trained weights and other data of the claims room: file → digest."""
    room = resources.files("asylia") / "claims"
    return tuple((name, _hash(item)) for name, item in _walk(room) if not name.endswith((".py", ".pyc")))


@cache
def _digest_of(endings: tuple[str, ...], rooms: tuple[str, ...] = ()) -> str:
    root = resources.files("asylia")
    joined = hashlib.sha256()
    for name, item in _walk(root):
        if name.endswith(endings) and (not rooms or name.split("/")[0] in rooms):
            joined.update(f"{name} {_hash(item)}\n".encode())
    return joined.hexdigest()


def _hash(item: Traversable) -> str:
    return hashlib.sha256(item.read_bytes()).hexdigest()


def _walk(folder: Traversable, prefix: str = "") -> Iterable[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _walk(item, f"{prefix}{item.name}/")
        else:
            yield prefix + item.name, item
