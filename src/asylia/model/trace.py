"""Trace: which documents copy which, what each document is as a source, and whose knowledge a claim rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SOURCE_ROLES = (
    "primary_document", "official_release", "state_media", "ngo_report", "court_record", "un_document", "wire",
    "outlet_original", "outlet_rewrite", "translation", "aggregator", "opinion", "leaked", "social", "interview",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents that are one text: syndicated, excerpted or lightly edited.

    `id` is made from the smallest document id; `first` is the likely first version and `reason` says why.
    `links` tells for each pair that joined the group how much of the shorter stands verbatim in the longer.
    """

    id: str
    documents: tuple[str, ...]
    first: str
    reason: str
    links: tuple[tuple[str, str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Retelling:
    """`document` tells again, in other words or another language, what `source` tells. Never a copy."""

    document: str
    source: str
    kind: str  # "retelling" or "translation"
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is as a source (domain vocabulary), for which state it speaks if for any, and why we say so."""

    document: str
    role: str
    reason: str
    outlet: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """relayer ← claimant ← origin of one claim, each an entity id or "outlet:" and an outlet's key.

    `own` is True where the page (or the outlet it copies) speaks for itself, and `news` where it reports the event
    as news and not in passing; `reaction` where the words are those of somebody who reacts to the event. `organisation`
    is the origin's topmost parent, `role` and `state` say what it is and for which state it speaks; `documentary` names
    the document that the knowledge stands in, as far as it can be told: one for all pages that draw on it.
    """

    claim: str
    relayer: str
    claimant: str | None
    origin: str
    organisation: str
    own: bool
    documentary: str
    reason: str
    news: bool = False
    reaction: bool = False
    role: str = ""
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Sources by document id and chains by claim id, with the groups they were drawn from.

    `copy_of` gives for a document in a copy group the group's id.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    copies: tuple[CopyGroup, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    copy_of: Mapping[str, str] = field(default_factory=dict)
