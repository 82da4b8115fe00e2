"""Resolve: mentions in any script to entities, every match with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from asylia.entities.blocks import candidates
from asylia.entities.bodies import Forms, plain
from asylia.entities.compare import compare
from asylia.entities.names import Named, Place, entity_id
from asylia.entities.persons import persons
from asylia.model.decision import Decision
from asylia.model.entity import Body, Entity, Link, Score
from asylia.model.memory import Memory

CITY = 0.9  # two names of places that are as alike as this are one place's


def resolve(
    named: Iterable[Named],
    bodies: Sequence[Body] = (),
    decisions: Sequence[Decision] = (),
    memory: Memory | None = None,
) -> tuple[Entity, ...]:
    """Entities of all mentions, sorted by id. The order of the input changes nothing.

    Two persons are never merged on a name alone: such a pair is kept as a link that is only proposed.
    """
    by_place: dict[Place, Named] = {}
    for one in sorted(named, key=lambda one: (one.place, one.words)):
        by_place.setdefault(one.place, one)
    people = [one for one in by_place.values() if one.mention.type == "person"]
    others = [one for one in by_place.values() if one.mention.type != "person"]
    return tuple(
        sorted(
            [*persons(people, decisions, memory or Memory()), *_organisations(others, bodies)],
            key=lambda entity: entity.id,
        )
    )


def _organisations(named: Sequence[Named], bodies: Sequence[Body]) -> list[Entity]:
    forms = Forms(bodies)
    types = {body.id: body.type for body in bodies}
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in named:
        known = forms.find(one.words)
        groups["known" if known else "name", known or plain(one.words)].append(one)
    made = []
    for members in _places_joined(groups):
        how, key = members[0]
        first, *others = [one for _, _, found in [(*head, groups[head]) for head in members] for one in found]
        known = key if how == "known" else None
        links = tuple(Link(first.mention, other.mention, _reason(first, other, known), True) for other in others)
        made.append(
            Entity(
                id=entity_id(one.place for one in (first, *others)),
                type=types.get(key, first.mention.type) if known else first.mention.type,
                mentions=tuple(sorted(one.mention for one in (first, *others))),
                links=links,
                known=known,
            )
        )
    return made


def _reason(first: Named, other: Named, known: str | None) -> Score:
    if known:
        return Score(1.0, "both are forms of one entry of the lexicon")
    if plain(first.words) == plain(other.words):
        return Score(1.0, "the same words")
    return compare(first.words, other.words)


def _places_joined(groups: Mapping[tuple[str, str], Sequence[Named]]) -> list[list[tuple[str, str]]]:
    """The groups, places of one name in several scripts put together; a place needs no more than its name."""
    heads = sorted(groups)
    cities = [head for head in heads if head[0] == "name" and groups[head][0].mention.type == "place"]
    parents = {head: head for head in heads}
    for a, b in candidates([[groups[head][0].words] for head in cities]):
        if compare(groups[cities[a]][0].words, groups[cities[b]][0].words).value >= CITY:
            low, high = sorted((_root(parents, cities[a]), _root(parents, cities[b])))
            parents[high] = low
    joined: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for head in heads:
        joined[_root(parents, head)].append(head)
    return list(joined.values())


def _root(parents: dict[tuple[str, str], tuple[str, str]], head: tuple[str, str]) -> tuple[str, str]:
    while parents[head] != head:
        head = parents[head]
    return head
