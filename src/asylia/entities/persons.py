"""Persons: names that may be one, merged only where something besides the name speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from asylia.entities.names import Named, Place
from asylia.language.fold import fold
from asylia.model.decision import Decision
from asylia.model.entity import Entity
from asylia.model.ids import digest


def persons(named: Sequence[Named], decisions: Iterable[Decision] = ()) -> list[Entity]:
    """Entities of persons."""
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in named:
        groups[one.unit, fold(one.words)].append(one)
    del decisions
    return [
        Entity(_id(one.place for one in members), "person", tuple(sorted(one.mention for one in members)))
        for members in groups.values()
    ]


def _id(places: Iterable[Place]) -> str:
    document, start, end = min(places)
    return "e" + digest([document, start, end])[:16]
