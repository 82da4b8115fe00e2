"""Links: the lines of a chained file, and the head that says how many were acknowledged.

Every line is canonical JSON with its number, the SHA-256 of the line before it (its newline
included), a time, a commitment to what stands beside the chain, and open fields of its own. The
head counts the lines and names the last one's hash. What lies beyond the head was never
acknowledged.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from asylia.archive import disk
from asylia.archive.findings import Finding
from asylia.model.ids import Json, canonical

START = "0" * 64
OWN = frozenset({"commitment", "number", "previous", "time"})
RESTORE = "restore it from a copy of the record"


@dataclass(frozen=True, slots=True)
class Link:
    """One line. `open` holds the fields beyond the chain's own; `hash` is over the line as it stands in the file."""

    number: int
    previous: str
    time: str
    commitment: str
    open: Mapping[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A chained file as found.

    `links` are the acknowledged ones, in order; those that cannot be read are left out and stand in
    `findings`. `tail` are whole, well-linked lines beyond the head, `size` where they end, and
    `loose` the number of bytes after that.
    """

    links: tuple[Link, ...]
    tail: tuple[Link, ...]
    size: int
    loose: int
    findings: tuple[Finding, ...]

    @property
    def last(self) -> str:
        """The hash that the next line will hold."""
        return (self.tail or self.links)[-1].hash if self.tail or self.links else START


def line_of(number: int, previous: str, time: str, commitment: str, fields: Mapping[str, Json]) -> bytes:
    """The line's bytes, newline included."""
    own: dict[str, Json] = {"commitment": commitment, "number": number, "previous": previous, "time": time}
    if OWN & fields.keys():
        raise ValueError("a field of this name belongs to the chain")
    return canonical({**fields, **own}) + b"\n"


def head_of(count: int, last: str) -> bytes:
    """The head's bytes."""
    return canonical({"count": count, "hash": last}) + b"\n"


def parse(line: bytes) -> Link | None:
    """The link that a line (without its newline) holds, or None where it is none."""
    try:
        fields = json.loads(line.decode("utf-8"))
        own = {key: fields.pop(key) for key in sorted(OWN)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if type(own["number"]) is not int or not all(type(own[key]) is str for key in OWN - {"number"}):
        return None
    return Link(hash=hashlib.sha256(line + b"\n").hexdigest(), open=MappingProxyType(fields), **own)


def read(path: Path, head: Path, root: Path) -> Reading:
    """Read a chained file against its head. Never raises over what it finds: that is in `findings`."""
    # The head first: a writer may add lines meanwhile, and lines without a head are no harm.
    head_bytes = disk.read(head)
    data = disk.read(path) or b""
    named, named_head = path.relative_to(root).as_posix(), head.relative_to(root).as_posix()
    if head_bytes is None:
        if not data:
            return Reading((), (), 0, 0, ())
        found = Finding("missing", named_head, f"the head of {named} is not there", RESTORE)
        return Reading((), (), 0, len(data), (found,))
    counted = _head(head_bytes)
    if counted is None:
        found = Finding("changed", named_head, "the head is not as it was written", RESTORE)
        return Reading((), (), 0, len(data), (found,))
    count, last = counted
    lines = data.split(b"\n")
    loose = lines.pop()
    links = [parse(line) for line in lines[:count]]
    findings = _broken(links, count, last, (named, named_head))
    sealed = tuple(link for link in links if link is not None)
    if findings:
        return Reading(sealed, (), 0, 0, tuple(findings))
    tail, rest = _tail(lines[count:], last, count)
    size = sum(len(line) + 1 for line in lines[: count + len(tail)])
    loose = b"\n".join([*rest, loose])
    if rest and b"\0" not in loose:
        # A kill leaves a beginning of a line, a power cut may leave zeros; a whole line that does not
        # fit is neither, and somebody should look before it is cut off.
        what = f"line {count + len(tail) + 1}, after the head, does not follow from the line before it"
        findings.append(Finding("changed", named, what, RESTORE))
    return Reading(sealed, tail, size, len(loose), tuple(findings))


def _head(data: bytes) -> tuple[int, str] | None:
    try:
        fields = json.loads(data.decode("utf-8"))
        count, last = fields["count"], fields["hash"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if type(count) is not int or type(last) is not str or count < 0 or head_of(count, last) != data:
        return None
    return count, last


def _broken(links: list[Link | None], count: int, last: str, named: tuple[str, str]) -> list[Finding]:
    """Hold each line against what the line after it, or the head, says of it.

    A line that is itself doubted is no witness against the one before it: one changed line is one finding.
    """
    findings: list[Finding] = []
    doubted = False
    for index in range(len(links) - 1, -1, -1):
        link = links[index]
        what = f"line {index + 1} is not as it was sealed"
        if link is None:
            doubted = True
        elif index == len(links) - 1:
            doubted = len(links) == count and link.hash != last
            what = f"line {index + 1}, the last, and the head in {named[1]} do not agree: one of them was changed"
        else:
            after = links[index + 1]
            doubted = after is not None and not doubted and after.previous != link.hash
        if doubted:
            findings.append(Finding("changed", named[0], what, RESTORE))
    final = links[-1].hash if links and links[-1] else START
    if (len(links) < count and final == last) or (not count and last != START):
        findings.append(Finding("changed", named[1], "the head is not as it was written", RESTORE))
    elif len(links) < count:
        what = f"it holds {len(links)} of the {count} lines that {named[1]} counts; the others are lost"
        findings.append(Finding("short", named[0], what, RESTORE))
    if not findings and links and links[0] and links[0].previous != START:
        findings.append(Finding("changed", named[0], "line 1 does not begin the chain", RESTORE))
    return findings[::-1]


def _tail(lines: list[bytes], last: str, count: int) -> tuple[tuple[Link, ...], list[bytes]]:
    tail: list[Link] = []
    for line in lines:
        link = parse(line)
        if link is None or link.previous != last or link.number != count + len(tail) + 1:
            break
        if line_of(link.number, link.previous, link.time, link.commitment, link.open) != line + b"\n":
            break
        tail.append(link)
        last = link.hash
    return tuple(tail), lines[len(tail) :]
