"""Claim: in this document, at this place, these words say this.

Three kinds: a report (something was done to somebody), a figure (a count with its measure, bound
and scope) and a position (somebody's stance). Codes are those of the lexicon's tables.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field

from asylia.model.dates import Date
from asylia.model.ids import claim_id
from asylia.model.mention import Mention

MODALITIES = ("asserted", "alleged", "denied", "planned")
BOUNDS = ("exact", "about", "almost", "at_least", "at_most", "range")
FLOWS = ("stock", "increment", "cumulative", "part")


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim quote. It cannot be constructed unless `quote == text[start:end]`."""

    document: str
    layer: str
    start: int
    end: int
    quote: str
    text: InitVar[str]

    def __post_init__(self, text: str) -> None:
        if not 0 <= self.start < self.end <= len(text):
            raise ValueError("a passage must lie within the text")
        if text[self.start : self.end] != self.quote:
            raise ValueError("the quote is not what the text says at this place")


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule that made a claim: its name, its version, and why it fired, in words without names."""

    name: str
    version: int
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.name}.v{self.version}"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a claim, besides the outlet that printed it.

    `origin` is whose knowledge it is, the furthest name credited; `claimant` who asserts it;
    `via` the names between, nearest to the page first. All are mentions in the same document.
    None means that the page speaks for itself.
    """

    origin: Mention | None = None
    claimant: Mention | None = None
    via: tuple[Mention, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions that are there."""
        return tuple(m for m in (self.origin, self.claimant, *self.via) if m is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all three kinds share. `slot` tells apart the claims of one passage."""

    passage: Passage
    slot: str
    rule: Rule
    voice: Voice = field(default_factory=Voice)
    modality: str = "asserted"
    confidence: float = 0.5

    kind = ""

    def __post_init__(self) -> None:
        if self.modality not in MODALITIES:
            raise ValueError(f"unknown modality {self.modality!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError("a confidence lies between 0 and 1")

    @property
    def id(self) -> str:
        """Stable under a change of rules: place, kind and slot only."""
        at = self.passage
        return claim_id(at.document, at.layer, (at.start, at.end), self.kind, self.slot)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everyone and everything this claim names."""
        return self.voice.mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A count. `strict` is True for "more than" and "fewer than"; `wording` the bound's surface words.

    `value` is in units of `unit` (persons, stations, an ISO 4217 code, percent …). `upper` stands only
    for a range. `since` and `until` bound the period counted; for a stock `until` is the as-of date.
    """

    value: float
    measure: str
    upper: float | None = None
    bound: str = "exact"
    strict: bool = False
    wording: str | None = None
    unit: str | None = None
    since: Date | None = None
    until: Date | None = None
    countries: tuple[str, ...] = ()
    origin_state: str | None = None
    programme: str | None = None
    flow: str | None = None
    total_of: str | None = None  # claim id of the total, where this is one of its listed parts

    kind = "figure"

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if self.bound not in BOUNDS:
            raise ValueError(f"unknown bound {self.bound!r}")
        if self.flow is not None and self.flow not in FLOWS:
            raise ValueError(f"unknown flow {self.flow!r}")
        if (self.bound == "range") != (self.upper is not None):
            raise ValueError("a range has an upper value, and nothing else has")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Claim):
    """An act done to somebody. `persons` are the people targeted, as mentions; empty if unnamed."""

    methods: tuple[str, ...] = ()
    persons: tuple[Mention, ...] = ()
    origin_state: str | None = None
    host: str | None = None
    place: Mention | None = None
    date: Date | None = None
    outcome: str | None = None
    programme: str | None = None

    kind = "report"

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if not self.methods and self.outcome is None:
            raise ValueError("a report tells an act or a result")

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everyone and everything this report names."""
        place = (self.place,) if self.place else ()
        return (*self.voice.mentions, *self.persons, *place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """Somebody's stance on something; `about` is the span of the object, None where none is stated."""

    actor: Mention
    stance: str
    about: tuple[int, int] | None = None

    kind = "position"

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everyone and everything this position names."""
        return (*self.voice.mentions, self.actor)
