"""Add: what somebody gave (files, folders, addresses), one by one, as captures that are ready to be sealed.

One source that cannot be had is one reported outcome; the others are not touched by it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from asylia.archive import walk
from asylia.archive.addresses import is_address
from asylia.archive.fetch import Fetcher, Limits
from asylia.archive.names import kept_name, media_type_of
from asylia.archive.store import hash_of
from asylia.model.capture import Capture
from asylia.model.errors import AsyliaError

STATUSES = ("added", "known", "skipped", "failed")
BATCH = 64
BATCH_SIZE = 16 << 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. `reason` says, without its name, why it was skipped or failed and what to do."""

    name: str
    status: str
    capture: Capture | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"unknown outcome {self.status!r}")


@dataclass(frozen=True, slots=True)
class Taken:
    """A capture that is not sealed yet, with its bytes."""

    capture: Capture
    data: bytes = field(repr=False)


def lines(stream: Iterable[str | bytes]) -> Iterator[str]:
    """The sources that a list names, one on each line; empty lines say nothing.

    Bytes are taken as the system takes file names, so a list made by `find` names every file.
    """
    for number, line in enumerate(stream):
        text = os.fsdecode(line)
        text = (text.removeprefix("\ufeff") if number == 0 else text).rstrip("\r\n")
        if is_address(text.strip()):
            yield text.strip()
        elif text.strip():
            yield text


def taken_from(name: str, data: bytes, added: str, media_type: str | None = None) -> Taken:
    """A capture of bytes that are at hand, under a name that is already fit to be kept."""
    kind = media_type or media_type_of(name, data)
    return Taken(Capture(sha256=hash_of(data), name=name, media_type=kind, size=len(data), added=added), data)


def gather(
    sources: Iterable[str | os.PathLike[str]], own: frozenset[str], limits: Limits, now: Callable[[], str]
) -> Iterator[Taken | Outcome]:
    """Read or fetch the sources in the order given; folders in the order of their names.

    Args:
        sources: paths and http(s) addresses.
        own: real paths that belong to the record itself.
        limits: what one source may cost.
        now: the time to note beside each, as text.
    """
    fetcher = Fetcher(limits)
    for source in sources:
        text = os.fspath(source)
        if isinstance(source, str) and is_address(text):
            yield _fetched(text, fetcher, now)
        else:
            yield from _read(text, own, limits.size, now)


def _fetched(asked: str, fetcher: Fetcher, now: Callable[[], str]) -> Taken | Outcome:
    try:
        page = fetcher.fetch(asked)
    except AsyliaError as error:
        return _failed(kept_name([asked]), error)
    capture = Capture(
        sha256=hash_of(page.data),
        name=page.path[0],
        media_type=page.media_type,
        size=len(page.data),
        added=now(),
        url=page.address,
        headers=page.headers,
        request_headers=page.request_headers,
    )
    return Taken(capture, page.data)


def _read(given: str, own: frozenset[str], limit: int, now: Callable[[], str]) -> Iterator[Taken | Outcome]:
    try:
        for found in walk.files(given, own):
            yield _one(found, limit, now)
    except AsyliaError as error:
        yield _failed(kept_name([given]), error)


def _one(found: walk.Found, limit: int, now: Callable[[], str]) -> Taken | Outcome:
    if found.problem is not None:
        return Outcome(found.name, "skipped", reason=found.problem)
    try:
        return taken_from(found.name, walk.read(found, limit), now())
    except AsyliaError as error:
        return _failed(found.name, error)


def _failed(name: str, error: AsyliaError) -> Outcome:
    return Outcome(name, "failed", reason=str(error).removeprefix(f"{name}: "))


def batched(items: Iterable[Taken | Outcome]) -> Iterator[list[Taken | Outcome]]:
    """Group what is sealed together: few enough to lose little in a kill, enough to spare the disk.

    What came from the network is sealed at once: it may not come a second time.
    """
    batch: list[Taken | Outcome] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data) if isinstance(item, Taken) else 0
        fetched = isinstance(item, Taken) and item.capture.url is not None
        if fetched or len(batch) >= BATCH or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
