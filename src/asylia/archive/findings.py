"""Findings: what looking at the archive brought to light, each with the file, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "changed",  # a file does not hold what was sealed
    "missing",  # a file that was sealed is not there
    "short",  # lines that the head counts are lost
    "expunged",  # taken out on purpose; the chain says so
    "unfinished",  # a write that was cut short and never acknowledged
    "unsealed",  # whole bytes that no line of the chain names
    "stray",  # a file that Asylia did not put there
)
BROKEN = frozenset({"changed", "missing", "short"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `file` is relative to the record folder; `next` says what to do about it."""

    kind: str
    file: str
    what: str
    next: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown finding {self.kind!r}")

    @property
    def broken(self) -> bool:
        """Whether something that was acknowledged is lost or was changed; anything else is only worth knowing."""
        return self.kind in BROKEN

    def __str__(self) -> str:
        return f"{self.file}: {self.what}; {self.next}"
