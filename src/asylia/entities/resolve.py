"""Resolve: mentions in any script to entities, every match with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from asylia.entities.bodies import index, plain
from asylia.entities.names import Named, Place, entity_id
from asylia.entities.persons import persons
from asylia.model.decision import Decision
from asylia.model.entity import Body, Entity, Link, Score


def resolve(
    named: Iterable[Named], bodies: Sequence[Body] = (), decisions: Sequence[Decision] = ()
) -> tuple[Entity, ...]:
    """Entities of all mentions, sorted by id. The order of the input changes nothing.

    Two persons are never merged on a name alone: such a pair is kept as a link that is only proposed.
    """
    by_place: dict[Place, Named] = {}
    for one in sorted(named, key=lambda one: (one.place, one.words)):
        by_place.setdefault(one.place, one)
    people = [one for one in by_place.values() if one.mention.type == "person"]
    others = [one for one in by_place.values() if one.mention.type != "person"]
    return tuple(sorted([*persons(people, decisions), *_organisations(others, bodies)], key=lambda entity: entity.id))


def _organisations(named: Sequence[Named], bodies: Sequence[Body]) -> list[Entity]:
    forms = index(bodies)
    types = {body.id: body.type for body in bodies}
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in named:
        key = plain(one.words)
        known = forms.get(key)
        groups["known" if known else "name", known or key].append(one)
    made = []
    for (how, key), members in groups.items():
        known = key if how == "known" else None
        reason = "both are forms of one entry of the lexicon" if known else "the same words"
        first = members[0].mention
        links = tuple(Link(first, other.mention, Score(1.0, reason), True) for other in members[1:])
        made.append(
            Entity(
                id=entity_id(one.place for one in members),
                type=types.get(key, first.type) if known else first.type,
                mentions=tuple(sorted(one.mention for one in members)),
                links=links,
                known=known,
            )
        )
    return made
