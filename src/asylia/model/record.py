"""Record: everything that one build derived, ready to be stored, shown or compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.incident import Group, Incident
from asylia.model.ledger import Series
from asylia.model.mention import Mention
from asylia.model.trace import Trace


@dataclass(frozen=True, slots=True)
class Page:
    """One document with what was read in it.

    `mentions` holds those of the claims too; `origins` are those whose knowledge the page rests on; `swept` are
    further places of names that are protected anywhere in the record.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    origins: tuple[Mention, ...] = ()
    swept: tuple[Mention, ...] = ()

    @property
    def all_mentions(self) -> tuple[Mention, ...]:
        """Every mention of the page, by place, each place and role once."""
        return tuple(sorted({*self.mentions, *self.swept}))


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read: its document id, an error code and what to do, without names."""

    document: str
    file: str
    sha256: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Made:
    """What made the record: versions and digests, never a time or a machine."""

    asylia: str
    code: str
    lexicon: str
    readers: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, int], ...] = ()
    weights: tuple[tuple[str, str], ...] = ()
    decisions: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """The record as model records; pages in order of document id. `orphans` are decision ids whose objects are gone."""

    made: Made
    pages: tuple[Page, ...] = ()
    entities: tuple[Entity, ...] = ()
    trace: Trace = field(default_factory=Trace)
    groups: tuple[Group, ...] = ()
    incidents: tuple[Incident, ...] = ()
    series: tuple[Series, ...] = ()
    failures: tuple[Failure, ...] = ()
    orphans: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, by document and in the order of their pages."""
        return (claim for page in self.pages for claim in page.claims)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The counts."""
        return tuple(claim for claim in self.claims if isinstance(claim, Figure))

    @property
    def reports(self) -> tuple[Report, ...]:
        """The acts reported."""
        return tuple(claim for claim in self.claims if isinstance(claim, Report))

    @property
    def positions(self) -> tuple[Position, ...]:
        """The stances."""
        return tuple(claim for claim in self.claims if isinstance(claim, Position))
