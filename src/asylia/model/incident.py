"""Incident: all reports of one occurrence, with every attribute's competing values kept."""

from __future__ import annotations

from dataclasses import dataclass

from asylia.model.dates import Date

SUPPORT = ("lead", "single_origin", "corroborated")
REVIEW = ("unreviewed", "accepted", "withdrawn")


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin: an organisation, body, outlet or witness whose knowledge claims rest on.

    `id` is an entity id or "outlet:" + a document's outlet key; `documents` those resting on it;
    `role` its source role; `reason` why it counts, or why it does not (`counts` False).
    """

    id: str
    role: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    counts: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a contested attribute, in its printed form, and the claims that say so."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """`id` is made from its smallest claim id. `persons` are entity ids."""

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    persons: tuple[str, ...]
    methods: tuple[str, ...]
    origin_state: str | None
    host: str | None
    date: Date | None
    outcome: str | None
    origins: tuple[Origin, ...]
    support: str
    disputed: bool
    official: bool
    review: str
    contested: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def independent_origins(self) -> int:
        """How many origins count."""
        return sum(origin.counts for origin in self.origins)


@dataclass(frozen=True, slots=True)
class Join:
    """Why two claims were taken to tell of one occurrence. The reason holds no name."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one occurrence: its reports, with the joins that hold them together. `id` is the smallest claim's."""

    id: str
    claims: tuple[str, ...]
    joins: tuple[Join, ...] = ()
