"""Entity: a person, organisation, programme or place under all its spellings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from asylia.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Score:
    """A number with its reason. `value` lies between 0 and 1; the reason holds no name."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why two mentions were taken to be one entity, or only proposed to be."""

    left: Mention
    right: Mention
    score: Score
    merged: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """`id` comes from its smallest mention's place, never from a name; `known` is a lexicon id, if any."""

    id: str
    type: str
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, programme or outlet that the lexicon knows, under all its forms.

    `parent` is the body it belongs to (a police bureau to its ministry), `state` the state it acts for;
    `kind` is the lexicon's own word for it ("ngo", "wire", "state_media", "court", "police", "ministry" …).
    """

    id: str
    type: str
    forms: tuple[str, ...]
    kind: str = ""
    parent: str | None = None
    state: str | None = None


def by_place(entities: Iterable[Entity]) -> dict[tuple[str, int, int], str]:
    """Which entity stands at which place: (document, start, end) → entity id."""
    return {(m.document, m.start, m.end): entity.id for entity in entities for m in entity.mentions}
