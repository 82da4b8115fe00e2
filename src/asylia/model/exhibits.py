"""Exhibits: what a reader receives. Every string in them has passed `shown()` for one audience.

Publishing and the web know only these; they cannot reach the words behind a mask.
"""

from __future__ import annotations

from dataclasses import dataclass

from asylia.model.ledger import Check, Mutation


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A source as the audience may read it."""

    id: str
    file: str
    url: str | None
    sha256: str
    title: str | None
    published: str | None
    language: str | None
    outlet: str | None
    role: str
    body: str
    relevant: bool
    origins: tuple[str, ...]
    copy_group: str | None
    retells: tuple[str, ...]
    layer: str = ""
    role_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """What all kinds of claim show."""

    id: str
    kind: str
    document: str
    quote: str
    start: int
    end: int
    origin: str | None
    claimant: str | None
    relayer: str | None
    modality: str
    confidence: float
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure(ShownClaim):
    """A count as shown."""

    value: float
    upper: float | None
    bound: str
    strict: bool
    wording: str | None
    measure: str
    unit: str | None
    since: str | None
    until: str | None
    countries: tuple[str, ...]
    origin_state: str | None
    programme: str | None
    flow: str | None
    total_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport(ShownClaim):
    """A report as shown; `persons` are names or pseudonyms, as the audience may see."""

    methods: tuple[str, ...]
    persons: tuple[str, ...]
    origin_state: str | None
    host: str | None
    place: str | None
    date: str | None
    outcome: str | None
    programme: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPosition(ShownClaim):
    """A position as shown."""

    actor: str
    stance: str
    about: str | None


@dataclass(frozen=True, slots=True)
class ShownOrigin:
    """An origin of an incident: its name, its source role, whether it counts and why."""

    name: str
    role: str
    counts: bool
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One of several values that sources give."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """An occurrence with everything that its sources say of it."""

    id: str
    persons: tuple[str, ...]
    methods: tuple[str, ...]
    origin_state: str | None
    host: str | None
    date: str | None
    outcome: str | None
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    independent_origins: int
    origins: tuple[ShownOrigin, ...]
    support: str
    disputed: bool
    official: bool
    review: str
    contested: tuple[tuple[str, tuple[ShownValue, ...]], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A line of the ledger. Checks and mutations hold claim ids and reasons without names."""

    id: str
    measure: str
    scope: str
    figures: tuple[str, ...]
    checks: tuple[Check, ...]
    mutations: tuple[Mutation, ...]


@dataclass(frozen=True, slots=True)
class ShownEntity:
    """An entity; a protected person shows one pseudonym and no names."""

    id: str
    type: str
    names: tuple[str, ...]
    mentions: tuple[tuple[str, int, int, str], ...]
    reasons: tuple[str, ...]
    known: str | None


@dataclass(frozen=True, slots=True)
class ShownFailure:
    """A source that could not be read."""

    document: str
    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Exhibition:
    """The whole record for one audience, in a fixed order."""

    documents: tuple[ShownDocument, ...]
    claims: tuple[ShownClaim, ...]
    incidents: tuple[ShownIncident, ...]
    ledger: tuple[ShownSeries, ...]
    entities: tuple[ShownEntity, ...]
    failures: tuple[ShownFailure, ...]
    names: bool = False
