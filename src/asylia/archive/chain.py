"""Chain: an append-only file whose lines commit to records that stand beside it and can be erased.

A line holds ids, codes, a time and a commitment: the SHA-256 of the record's file, which is the
canonical record together with a random nonce. Without the nonce nobody can guess a record back
from its commitment; with the file gone the chain still holds. Whoever takes a record out appends a
line that says so.

Write order: records staged and flushed; lines flushed; records into place; head by rename; and
only then is it acknowledged. `seals.jsonl` and `decisions.jsonl` are both chains.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asylia.archive import disk, links
from asylia.archive.findings import Finding
from asylia.archive.links import Link, Reading
from asylia.model.errors import IntegrityError, RequestError
from asylia.model.ids import Json, canonical

NONCE = 32
EXPUNGED = "expunged"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be appended: a time, fields for the line (never a name), and the record to stand beside it."""

    time: str
    open: Mapping[str, Json]
    record: Mapping[str, Json]


class Chain:
    """`root/name.jsonl` with its head `root/name.head`, and the records in a folder beside them.

    Ids are `prefix` and the first 16 digits of the commitment. Writing methods expect that the
    caller holds the record's lock.
    """

    def __init__(self, root: Path, name: str, records: str, prefix: str, nonce: Callable[[int], bytes]) -> None:
        self.root = root
        self.path = root / f"{name}.jsonl"
        self.head = root / f"{name}.head"
        self.records = root / records
        self._prefix = prefix
        self._nonce = nonce
        self._read: tuple[tuple[bytes | None, int], tuple[Link, ...]] | None = None
        self._clean: tuple[bytes | None, int] | None = None  # the state in which nothing was to be mended

    def named(self, path: Path) -> str:
        """The path as findings and errors print it."""
        return path.relative_to(self.root).as_posix()

    def id_of(self, link: Link) -> str:
        """The id of the record that the link commits to."""
        return self._prefix + link.commitment[:16]

    def file_of(self, link: Link) -> Path:
        """Where that record stands."""
        return self.records / f"{self.id_of(link)}.json"

    def inspect(self) -> Reading:
        """The chain as found on the disk, with everything that is wrong with it."""
        return links.read(self.path, self.head, self.root)

    def links(self) -> tuple[Link, ...]:
        """The acknowledged lines in order.

        Raises:
            IntegrityError: lines are lost or were changed.
        """
        seen = self._state()
        if self._read is None or self._read[0] != seen:
            reading = self.inspect()
            _require(reading.findings)
            self._read = (seen, reading.links)
        return self._read[1]

    def expunged(self) -> frozenset[str]:
        """The ids of the records that the chain says were taken out."""
        return frozenset(link.open[EXPUNGED] for link in self.links() if EXPUNGED in link.open)

    def record(self, link: Link) -> dict[str, Any]:
        """The record that the link commits to.

        Raises:
            IntegrityError: its file is missing or was changed.
        """
        file = self.file_of(link)
        data = disk.read(file)
        if data is None:
            raise IntegrityError(f"{self.named(file)}: the record is not there; {links.RESTORE}")
        if hashlib.sha256(data).hexdigest() != link.commitment:
            raise IntegrityError(f"{self.named(file)}: the record is not as it was sealed; {links.RESTORE}")
        record: dict[str, Any] = json.loads(data)["record"]
        return record

    def append(self, entries: Sequence[Entry]) -> tuple[Link, ...]:
        """Append the entries; when this returns they outlast a kill and a power cut.

        Raises:
            IntegrityError: the chain is damaged; nothing was appended.
            OSError: the disk refused; nothing was appended.
        """
        before = self.links()
        if not entries:
            return ()
        disk.make_folder(self.records)
        if disk.read(self.head) is None:
            # From now on a missing head is damage and not a beginning.
            disk.write(self.head, links.head_of(0, links.START))
        staged: list[Path] = []
        try:
            added, lines = self._stage(before, entries, staged)
            disk.flush_folder(self.records)
            disk.append(self.path, lines, self._state()[1])
        except OSError:
            disk.discard(staged)
            raise
        # The lines are on the disk: whatever happens from here on, mend() brings to a good end.
        for part in staged:
            disk.settle(part)
        disk.flush_folder(self.records)
        self._acknowledge((*before, *added))
        return added

    def _stage(
        self, before: tuple[Link, ...], entries: Sequence[Entry], staged: list[Path]
    ) -> tuple[tuple[Link, ...], bytes]:
        """Write the records beside their places; returns the links that commit to them, and their lines."""
        added: list[Link] = []
        lines: list[bytes] = []
        last = before[-1].hash if before else links.START
        for number, entry in enumerate(entries, len(before) + 1):
            data = canonical({"nonce": self._nonce(NONCE).hex(), "number": number, "record": entry.record})
            commitment = hashlib.sha256(data).hexdigest()
            line = links.line_of(number, last, entry.time, commitment, entry.open)
            link = links.parse(line[:-1])
            if link is None:
                raise ValueError("the line cannot be read back")
            staged.append(disk.stage(self.file_of(link), data))
            added.append(link)
            lines.append(line)
            last = link.hash
        return tuple(added), b"".join(lines)

    def expunge(self, link: Link, entry: Entry) -> None:
        """Append that the link's record was taken out, and take it out; the entry says when and keeps why.

        Raises:
            RequestError: the link itself says that something was taken out; that cannot be forgotten.
        """
        if EXPUNGED in link.open:
            raise RequestError(f"{self.id_of(link)} says what was taken out; it stays in the chain")
        self.append([Entry(entry.time, {**entry.open, EXPUNGED: self.id_of(link)}, entry.record)])
        self._clean = None
        disk.remove(self.file_of(link))

    def mend(self) -> tuple[Finding, ...]:
        """Finish or undo what a killed writer left behind, and tell what it was.

        Whole lines after the head are taken over, for all that they name was flushed before them;
        the beginning of a line is cut off; staged files are moved or removed, and so are records
        that the chain says were taken out.

        Raises:
            IntegrityError: the chain is damaged, which mending cannot help.
        """
        state = self._state()
        if state == self._clean:
            return ()
        reading = self.inspect()
        _require(reading.findings)
        found: list[Finding] = []
        name = self.named(self.path)
        if reading.loose:
            disk.cut(self.path, reading.size)
            what = f"{reading.loose} bytes after the head were an unfinished write"
            found.append(Finding("unfinished", name, what, "they were cut off; run the command again"))
        for link in reading.tail:
            part = self.file_of(link).with_name(self.file_of(link).name + disk.PART)
            if part.exists():
                disk.settle(part)
        if reading.tail:
            disk.flush_folder(self.records)
            self._acknowledge((*reading.links, *reading.tail))
            what = f"{len(reading.tail)} whole lines stood after the head, written but not yet acknowledged"
            found.append(Finding("unfinished", name, what, "they were taken over; nothing is to be done"))
        for left in self._remnants():
            disk.remove(left)
            found.append(Finding("unfinished", self.named(left), "left over from a killed process", "it was removed"))
        self._clean = self._state()
        return tuple(found)

    def _remnants(self) -> list[Path]:
        gone = {self.records / f"{name}.json" for name in self.expunged()}
        parts = [self.head.with_name(self.head.name + disk.PART)]
        if self.records.is_dir():
            parts += sorted(self.records.glob(f"*{disk.PART}"))
        return [path for path in [*parts, *sorted(gone)] if path.exists()]

    def _acknowledge(self, whole: tuple[Link, ...]) -> None:
        head = links.head_of(len(whole), whole[-1].hash)
        disk.write(self.head, head)
        self._clean = self._state()
        self._read = (self._clean, whole)

    def _state(self) -> tuple[bytes | None, int]:
        return disk.read(self.head), self.path.stat().st_size if self.path.exists() else 0


def _require(findings: Sequence[Finding]) -> None:
    broken = [finding for finding in findings if finding.broken]
    if broken:
        more = f" (and {len(broken) - 1} more)" if len(broken) > 1 else ""
        raise IntegrityError(f"{broken[0]}{more}; `asylia verify` lists everything that is touched")
