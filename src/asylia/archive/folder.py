"""Folder: the record folder as the place where sources and decisions are kept for good."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from asylia.archive import disk, lock, verify
from asylia.archive.add import Outcome, Taken, batched, gather, taken_from
from asylia.archive.captures import Captures
from asylia.archive.chain import Chain
from asylia.archive.decisions import Decisions
from asylia.archive.fetch import Limits
from asylia.archive.findings import Finding
from asylia.archive.names import kept_name
from asylia.model.capture import Capture
from asylia.model.decision import Decision
from asylia.model.errors import RequestError
from asylia.model.ids import Json

log = logging.getLogger(__name__)

LOCK = ".lock"
# What a record consists of; never taken in as a source when somebody adds the folder around it.
OWN = (
    "archive", "asylia.toml", "asylia.toml.new", "cache", "decisions", "decisions.head", "decisions.jsonl",
    "lexicon", "record.db", "record.db.new", "record.db-journal", "record.db-shm", "record.db-wal", "releases", "vault",
)  # fmt: skip


def utc_now() -> datetime:
    """The time now, aware."""
    return datetime.now(UTC)


class Archive:
    """What a record folder keeps: bytes, captures sealed in a chain, and decisions in another.

    Args:
        folder: the record folder, which must exist; what is missing inside is made on the first write.
        clock: says what time it is.
        nonce: gives that many random bytes.
        patience: for how many seconds a write waits for another process that is writing.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        nonce: Callable[[int], bytes] = secrets.token_bytes,
        patience: float = 10.0,
    ) -> None:
        self.folder = Path(os.path.realpath(folder))
        self._captures = Captures(self.folder, nonce)
        self._decisions = Decisions(self.folder, nonce)
        self._clock = clock
        self._patience = patience
        self._mended = False

    def add(
        self,
        sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        limits: Limits | None = None,
        report: Callable[[Outcome], None] | None = None,
    ) -> tuple[Outcome, ...]:
        """Keep files, folders (all that is in them) and http(s) addresses; what is kept already stays as it is.

        Args:
            sources: paths and addresses; `add.lines` makes them from a list.
            limits: what one source may cost and what may be fetched.
            report: hears of each outcome as soon as it is certain: a source reported as added outlasts a kill.

        Raises:
            RequestError: the record cannot be written; what was reported before is kept.
            IntegrityError: the chain of seals is damaged; nothing was added to it.
        """
        self._require_folder()
        given = (sources,) if isinstance(sources, (str, os.PathLike)) else sources
        own = frozenset(os.path.join(self.folder, name) for name in OWN)
        outcomes: list[Outcome] = []
        for batch in batched(gather(given, own, limits or Limits(), self._now)):
            sealed = iter(self._seal([item for item in batch if isinstance(item, Taken)]))
            for item in batch:
                outcome = item if isinstance(item, Outcome) else next(sealed)
                outcomes.append(outcome)
                if report is not None:
                    report(outcome)
        return tuple(outcomes)

    def keep(self, name: str, data: bytes, media_type: str | None = None) -> Outcome:
        """Keep bytes that are at hand under a name of their own."""
        return self._seal([taken_from(kept_name(name.split("/")), data, self._now(), media_type)])[0]

    def captures(self) -> Iterator[Capture]:
        """The captures in the order of their seals, without those that were taken out.

        Raises:
            IntegrityError: the chain or a capture's record is damaged.
        """
        return self._captures.all()

    def bytes(self, sha256: str) -> bytes:
        """The bytes kept under a hash, checked against it.

        Raises:
            IntegrityError: they are missing or were changed.
        """
        return self._captures.store.read(sha256)

    def expunge(self, sealed: int, *, by: str, why: str) -> None:
        """Take out a capture, and its bytes where no other capture has the same; the chain says that it was done.

        Args:
            sealed: the capture's place in the chain.
            by: who decided so; kept beside the chain and not in it.
            why: for what reason; kept in the same way.

        Raises:
            RequestError: there is no such capture.
        """
        with self._writing(self._captures.chain):
            self._captures.expunge(sealed, self._now(), _words(by, why))

    def decide(
        self,
        verb: str,
        about: Sequence[str],
        *,
        by: str,
        why: str | None = None,
        details: Mapping[str, Json] | None = None,
    ) -> Decision:
        """Append a decision. Its verb, ids and time are chained; who, why and the details can be erased.

        Args:
            verb: one of `model.decision.VERBS`.
            about: ids of claims or entities; never a name, since the chain cannot forget.
            by: who decides.
            why: the reason, in words.
            details: anything else that belongs to it, such as corrected text.

        Raises:
            RequestError: no such verb, or something that is no id.
        """
        with self._writing(self._decisions.chain):
            record = {**_words(by, why), "details": dict(details or {})}
            return self._decisions.append(verb, about, self._now(), record)

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions in the order in which they were made; of an erased one its verb, ids and time are left.

        Raises:
            IntegrityError: the chain or a decision's record is damaged.
        """
        return self._decisions.all()

    def details(self, decision: str) -> dict[str, Any]:
        """What belongs to a decision beyond who and why; nothing where it was erased.

        Raises:
            RequestError: there is no such decision.
        """
        return self._decisions.details(decision)

    def erase(self, decision: str, *, by: str, why: str) -> None:
        """Erase who, why and the details of a decision; that it was made, and about what, stays.

        Raises:
            RequestError: there is no such decision.
        """
        with self._writing(self._decisions.chain):
            self._decisions.erase(decision, self._now(), _words(by, why))

    def verify(self, step: Callable[[str], None] | None = None) -> tuple[Finding, ...]:
        """Everything that is not as it was kept, in one order; `step` hears of every file before it is looked at."""
        heard = step or (lambda _file: None)
        return (
            *verify.chain(self._captures.chain, heard),
            *verify.stored(self._captures.store, self._captures.chain, heard),
            *verify.chain(self._decisions.chain, heard),
        )

    def mend(self) -> tuple[Finding, ...]:
        """Finish or undo what a killed process left behind, and tell what it was. Every write does this first.

        Raises:
            IntegrityError: a chain is damaged, which mending cannot help.
        """
        with self._locked():
            return self._mend()

    def _seal(self, taken: Sequence[Taken]) -> tuple[Outcome, ...]:
        if not taken:
            return ()
        with self._writing(self._captures.chain):
            return self._captures.seal(taken)

    @contextmanager
    def _writing(self, chain: Chain) -> Iterator[None]:
        with self._locked():
            for finding in chain.mend() if self._mended else self._mend():
                log.warning("%s", finding)
            yield

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._require_folder()
        name = self.folder.name
        with disk.reported(name), lock.writing(self.folder / LOCK, name, self._patience):
            yield

    def _mend(self) -> tuple[Finding, ...]:
        found = (*self._captures.mend(), *self._decisions.chain.mend())
        self._mended = True
        return found

    def _require_folder(self) -> None:
        if not self.folder.is_dir():
            raise RequestError(f"{self.folder.name}: there is no such record; `asylia init` makes one")

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _words(by: str, why: str | None) -> dict[str, Json]:
    """What somebody typed; a broken character in it must not stop the writing."""
    return {
        "by": by.encode("utf-8", "replace").decode(),
        "why": None if why is None else why.encode("utf-8", "replace").decode(),
    }
