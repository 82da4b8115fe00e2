"""Verify: hold everything that was kept against what was sealed.

Nothing stops the walk: a damaged chain still tells which records and bytes belong to it, and one
look names everything that is touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from asylia.archive import disk
from asylia.archive.chain import EXPUNGED, Chain
from asylia.archive.findings import Finding
from asylia.archive.links import RESTORE, Link
from asylia.archive.store import SHA256, Store
from asylia.model.errors import ReadError

Step = Callable[[str], None]
AGAIN = "restore it from a copy of the record, or add the same source again"


def chain(kept: Chain, step: Step) -> Iterator[Finding]:
    """What is found in a chain, its head and the records beside it; `step` hears of each file before it is read."""
    step(kept.named(kept.path))
    reading = kept.inspect()
    yield from reading.findings
    named = kept.named(kept.path)
    if reading.tail or (reading.loose and not reading.findings):
        what = f"{len(reading.tail)} lines and {reading.loose} bytes stand after the head: an unfinished write"
        yield Finding("unfinished", named, what, "the next command that writes mends it")
    links = (*reading.links, *reading.tail)
    gone = {str(link.open[EXPUNGED]): link for link in links if EXPUNGED in link.open}
    for link in links:
        yield from _record(kept, link, gone.get(kept.id_of(link)), step)
    part = kept.head.with_name(kept.head.name + disk.PART)
    if part.exists():
        yield _remnant(kept.named(part))
    if not reading.findings:
        yield from _others(kept, {kept.file_of(link) for link in links}, step)


def _record(kept: Chain, link: Link, expunged: Link | None, step: Step) -> Iterator[Finding]:
    file = kept.file_of(link)
    named = kept.named(file)
    step(named)
    try:
        data = disk.read(file)
    except ReadError:
        yield Finding("changed", named, f"the record of line {link.number} cannot be read", RESTORE)
        return
    if data is None:  # a killed writer may have flushed the line and not yet moved its record into place
        part = disk.read(file.with_name(file.name + disk.PART))
        if part is not None and hashlib.sha256(part).hexdigest() == link.commitment:
            data = part
    if expunged is not None:
        if data is None:
            what = f"taken out on purpose (line {expunged.number} of {kept.named(kept.path)}, {expunged.time})"
            yield Finding("expunged", named, what, "nothing is to be done")
        else:
            what = f"line {expunged.number} of {kept.named(kept.path)} took it out, but it is still there"
            yield Finding("unfinished", named, what, "the next command that writes removes it")
    elif data is None:
        what = f"the record of line {link.number} is not there, and no line says that it was taken out"
        yield Finding("missing", named, what, RESTORE)
    elif hashlib.sha256(data).hexdigest() != link.commitment:
        yield Finding("changed", named, f"it is not the record that line {link.number} sealed", RESTORE)


def _others(kept: Chain, known: set[Path], step: Step) -> Iterator[Finding]:
    if not kept.records.is_dir():
        return
    for file in sorted(kept.records.iterdir()):
        whole = file.with_name(file.name.removesuffix(disk.PART))
        if file in known or (whole in known and not whole.exists()):
            continue
        step(kept.named(file))
        if whole != file:
            yield _remnant(kept.named(file))
        else:
            yield Finding("stray", kept.named(file), "no line of the chain names it", "move it elsewhere")


def stored(store: Store, seals: Chain, step: Step) -> Iterator[Finding]:
    """What is found among the bytes, held against their own names and the chain of seals."""
    reading = seals.inspect()
    links = (*reading.links, *reading.tail)
    gone = {str(link.open[EXPUNGED]) for link in links if EXPUNGED in link.open}
    # A damaged line may hold anything where the hash was.
    named_by = [link for link in links if SHA256.fullmatch(str(link.open.get("bytes")))]
    sealed = {link.open["bytes"]: link.number for link in reversed(named_by)}
    live = {link.open["bytes"] for link in named_by if seals.id_of(link) not in gone}
    for sha256 in sorted(sealed):
        named = store.named(sha256)
        step(named)
        whole = store.state(sha256)
        if sha256 not in live:
            if whole is not None:
                what = "its captures were taken out, but the bytes are still there"
                yield Finding("unfinished", named, what, "the next command that writes removes them")
        elif whole is None:
            yield Finding("missing", named, f"the bytes that line {sealed[sha256]} sealed are not there", AGAIN)
        elif not whole:
            yield Finding("changed", named, f"they are not the bytes that line {sealed[sha256]} sealed", AGAIN)
    for file in store.files():
        named = file.relative_to(store.root).as_posix()
        if file.name.endswith(disk.PART):
            yield _remnant(named)
        elif not SHA256.fullmatch(file.name) or store.path(file.name) != file:
            yield Finding("stray", named, "Asylia did not put it there", "move it elsewhere")
        elif file.name not in sealed and not reading.findings:
            what = "bytes that no line of the chain names: their capture was never acknowledged"
            yield Finding("unsealed", named, what, "add the source again, or delete the file")


def _remnant(named: str) -> Finding:
    return Finding("unfinished", named, "left over from a killed process", "the next command that writes removes it")
