"""Captures: the sources' bytes, sealed one after the other in the chain of seals.

A line of `seals.jsonl` holds the hash of the bytes, their media type and the time. The capture
itself (name or address, headers) stands in `captures/`, where it can be taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from asylia.archive import disk
from asylia.archive.add import Outcome, Taken
from asylia.archive.chain import EXPUNGED, Chain, Entry
from asylia.archive.findings import Finding
from asylia.archive.links import Link
from asylia.archive.store import Store
from asylia.model.capture import Capture
from asylia.model.errors import IntegrityError, RequestError
from asylia.model.ids import Json

BYTES = "bytes"


class Captures:
    """Bytes and their seals. Whoever calls a method that writes holds the record's lock."""

    def __init__(self, root: Path, nonce: Callable[[int], bytes]) -> None:
        self.chain = Chain(root, "archive/seals", "archive/captures", "s", nonce)
        self.store = Store(root, "archive/bytes")
        self._seen: tuple[Link, ...] = ()
        self._by_bytes: dict[str, list[Link]] = {}
        self._gone: set[str] = set()

    def all(self) -> Iterator[Capture]:
        """The captures in the order of their seals, without those that were taken out.

        Raises:
            IntegrityError: the chain or a capture's record is damaged.
        """
        for link in self._refreshed():
            if BYTES in link.open and self.chain.id_of(link) not in self._gone:
                yield _capture(self.chain.record(link), link.number)

    def seal(self, taken: Sequence[Taken]) -> tuple[Outcome, ...]:
        """Keep the bytes and seal those captures that are new, together; one outcome for each, in their order."""
        self._refreshed()
        found: dict[tuple[str, str], Capture] = {}
        fresh: dict[tuple[str, str], Capture] = {}
        for item in taken:
            key = item.capture.sha256, item.capture.address
            known = None if key in found or key in fresh else self._known(*key)
            if known is not None:
                found[key] = known
            elif key not in found:
                fresh.setdefault(key, item.capture)
        # Also for what is known: a damaged file is mended by the same bytes coming again.
        self.store.put({item.capture.sha256: item.data for item in taken})
        links = self.chain.append([_entry(capture) for capture in fresh.values()])
        added = {key: replace(fresh[key], sealed=link.number) for key, link in zip(fresh, links, strict=True)}
        outcomes: list[Outcome] = []
        for item in taken:
            key = item.capture.sha256, item.capture.address
            capture = added.pop(key, None)
            status = "known" if capture is None else "added"
            found[key] = found[key] if capture is None else capture
            outcomes.append(Outcome(found[key].name, status, found[key]))
        return tuple(outcomes)

    def expunge(self, sealed: int, time: str, reason: Mapping[str, Json]) -> None:
        """Take out a capture, and its bytes where no other capture has the same; the chain says that it was done.

        Raises:
            RequestError: no capture that is still there has this place in the chain.
        """
        for link in self._refreshed():
            if link.number == sealed and BYTES in link.open and self.chain.id_of(link) not in self._gone:
                self.chain.expunge(link, Entry(time, {}, reason))
                self._remove_expunged()
                return
        raise RequestError(f"no capture is sealed as number {sealed}; nothing was taken out")

    def mend(self) -> tuple[Finding, ...]:
        """Finish or undo what a killed process left in the chain of seals and among the bytes."""
        found = [*self.chain.mend()]
        for file in self.store.files():
            if file.name.endswith(disk.PART):
                disk.remove(file)
                found.append(_removed(file.relative_to(self.store.root).as_posix(), "left over from a killed process"))
        gone = self._remove_expunged()
        return (*found, *(_removed(self.store.named(sha256), "its captures were taken out") for sha256 in gone))

    def _remove_expunged(self) -> list[str]:
        """Remove the bytes of which every capture was taken out; returns which were still there."""
        self._refreshed()
        removed: list[str] = []
        for sha256 in sorted({link.open[BYTES] for link in self._seen if self.chain.id_of(link) in self._gone}):
            unwanted = all(self.chain.id_of(link) in self._gone for link in self._by_bytes[sha256])
            if unwanted and self.store.path(sha256).exists():
                self.store.remove(sha256)
                removed.append(sha256)
        return removed

    def _known(self, sha256: str, address: str) -> Capture | None:
        """The capture of these bytes under this address, if there is one; a damaged one does not count."""
        for link in self._by_bytes.get(sha256, []):
            if self.chain.id_of(link) in self._gone:
                continue
            try:
                capture = _capture(self.chain.record(link), link.number)
            except IntegrityError:
                continue
            if capture.address == address:
                return capture
        return None

    def _refreshed(self) -> tuple[Link, ...]:
        """The chain's lines; what is known of them grows with the chain and is not made anew for every batch."""
        links = self.chain.links()
        if links[: len(self._seen)] != self._seen:
            self._seen, self._by_bytes, self._gone = (), {}, set()
        for link in links[len(self._seen) :]:
            if EXPUNGED in link.open:
                self._gone.add(link.open[EXPUNGED])
            else:
                self._by_bytes.setdefault(link.open[BYTES], []).append(link)
        self._seen = links
        return links


def _removed(named: str, what: str) -> Finding:
    return Finding("unfinished", named, what, "it was removed")


def _entry(capture: Capture) -> Entry:
    record: dict[str, Json] = {
        "added": capture.added,
        "headers": capture.headers,
        "media_type": capture.media_type,
        "mode": capture.mode,
        "name": capture.name,
        "request_headers": capture.request_headers,
        "sha256": capture.sha256,
        "size": capture.size,
        "url": capture.url,
    }
    return Entry(capture.added, {BYTES: capture.sha256, "media_type": capture.media_type}, record)


def _capture(record: Mapping[str, Any], number: int) -> Capture:
    pairs = {key: tuple((name, value) for name, value in record[key]) for key in ("headers", "request_headers")}
    return Capture(**{**record, **pairs, "sealed": number})
