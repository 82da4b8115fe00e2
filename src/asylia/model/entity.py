"""Entity: a person, organisation, programme or place under all its spellings."""

from __future__ import annotations

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
