"""Decision: what a person decided about claims, incidents or entities; appended, never edited."""

from __future__ import annotations

from dataclasses import dataclass

VERBS = ("accept", "reject", "same", "different", "split", "merge")


@dataclass(frozen=True, slots=True)
class Decision:
    """`about` are ids: claims for accept, reject, split and merge; claims or entities for same and different."""

    id: str
    verb: str
    about: tuple[str, ...]
    by: str
    when: str
    why: str | None = None

    def __post_init__(self) -> None:
        if self.verb not in VERBS:
            raise ValueError(f"unknown decision {self.verb!r}")
        if not self.about:
            raise ValueError("a decision is about something")
