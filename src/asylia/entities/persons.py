"""Persons: names that may be one person's, merged only where something besides the name speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from asylia.entities.blocks import candidates
from asylia.entities.compare import SAME, compare
from asylia.entities.context import ENOUGH, around
from asylia.entities.names import Named, entity_id
from asylia.entities.spelling import spelled
from asylia.language.fold import fold
from asylia.model.decision import Decision
from asylia.model.entity import Entity, Link, Score
from asylia.model.memory import Memory, key_of


@dataclass(frozen=True, slots=True)
class Local:
    """One person as one text names them: all mentions in one unit, with all names and all context."""

    named: tuple[Named, ...]
    links: tuple[Link, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The person's names in this text, the fullest first; short forms of them are left out."""
        said = {one.words for one in self.named} | {one.alias for one in self.named if one.alias}
        ordered = sorted(said, key=lambda name: (-len(spelled(name).words), -len(name), name))
        full = [name for name in ordered if len(spelled(name).words) > 1 or (spelled(name).han and len(name) > 1)]
        return tuple(full or ordered[:1])


def persons(named: Sequence[Named], decisions: Iterable[Decision], memory: Memory) -> list[Entity]:
    """Entities of persons, in no order. What is alike by name only is kept as a proposed link."""
    units: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        units[one.unit].append(one)
    people = [person for unit in sorted(units) for person in _within(units[unit])]
    same, different = _decided(people, decisions)
    parents = list(range(len(people)))
    held: dict[int, list[Link]] = defaultdict(list)
    apart = {pair for a, b in different for pair in ((a, b), (b, a))}
    members: dict[int, set[int]] = {i: {i} for i in range(len(people))}
    for a, b in same:
        _join(parents, members, a, b)
        held[_root(parents, a)].append(
            _link(people[a], people[b], Score(1.0, "a person decided that they are one"), True)
        )
    for value, a, b, score, enough in _judged(people, memory):
        if value < SAME or (a, b) in apart:
            continue
        left, right = _root(parents, a), _root(parents, b)
        barred = any((x, y) in apart for x in members[left] for y in members[right]) if apart else False
        if enough and not barred:
            _join(parents, members, a, b)
        held[a].append(_link(people[a], people[b], score, enough and not barred))
    made = []
    for root in sorted({_root(parents, i) for i in range(len(people))}):
        inside = sorted(members[root])
        links = [link for i in inside for link in (*people[i].links, *held[i])]
        mentions = sorted(one.mention for i in inside for one in people[i].named)
        places = [one.place for i in inside for one in people[i].named]
        made.append(Entity(entity_id(places), "person", tuple(mentions), tuple(sorted(links, key=_order))))
    return made


def _within(named: Sequence[Named]) -> list[Local]:
    """The persons of one text: one name means one person there, and a short form the only one it fits."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for one in sorted(named, key=lambda one: one.place):
        groups[" ".join(fold(one.words).split())].append(one)
    keys = sorted(groups)
    parents = list(range(len(keys)))
    names = [groups[key][0].words for key in keys]
    links: dict[int, list[Link]] = defaultdict(list)
    for a, b in combinations(range(len(keys)), 2):
        score = compare(names[a], names[b])
        if score.value >= SAME:
            _tie(parents, a, b)
            links[a].append(Link(groups[keys[a]][0].mention, groups[keys[b]][0].mention, score, True))
    for i, name in enumerate(names):
        fits = {_root(parents, j) for j, other in enumerate(names) if j != i and _short(name, other)}
        if len(fits) == 1 and _root(parents, i) not in fits:
            full = fits.pop()
            reason = Score(0.9, "the short form of the only person of that name in the text")
            links[i].append(Link(groups[keys[i]][0].mention, groups[keys[full]][0].mention, reason, True))
            _tie(parents, full, i)
    together: dict[int, list[int]] = defaultdict(list)
    for i in range(len(keys)):
        together[_root(parents, i)].append(i)
    return [
        Local(tuple(one for i in inside for one in groups[keys[i]]), tuple(link for i in inside for link in links[i]))
        for _, inside in sorted(together.items())
    ]


def _short(name: str, full: str) -> bool:
    """Whether a name is a part of a fuller one: a surname or given name alone, or initials and a surname."""
    a, b = spelled(name), spelled(full)
    if a.han and b.han:
        return len(a.han) < len(b.han) and (b.han.startswith(a.han) or b.han.endswith(a.han))
    return 0 < len(a.words) < len(b.words) and a.script == b.script and all(word in b.words for word in a.words)


def _judged(people: Sequence[Local], memory: Memory) -> list[tuple[float, int, int, Score, bool]]:
    """Every candidate pair with its name's score, best first, and whether what stands around them is enough."""
    found = []
    for a, b in candidates([person.names for person in people]):
        name = _alike(people[a].names, people[b].names, memory)
        if name.value < SAME:
            continue
        context = around(people[a].named, people[b].named)
        reason = "; ".join(part for part in (name.reason, context.reason) if part)
        found.append((name.value, a, b, Score(name.value, reason), context.value >= ENOUGH))
    return sorted(found, key=lambda row: (not row[4], -row[0], row[1], row[2]))


def _alike(left: Sequence[str], right: Sequence[str], memory: Memory) -> Score:
    """The best score of any name of the one with any of the other."""

    def work() -> tuple[float, str]:
        best = max((compare(x, y) for x in left for y in right), key=lambda score: score.value)
        return best.value, best.reason

    return Score(*cast("tuple[float, str]", memory.recall(key_of("names", tuple(left), tuple(right)), work)))


def _decided(
    people: Sequence[Local], decisions: Iterable[Decision]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs that people decided on, by any id of a mention's place."""
    wanted = [each for each in decisions if each.verb in ("same", "different")]
    if not wanted:
        return [], []
    at = {entity_id([one.place]): i for i, person in enumerate(people) for one in person.named}
    last: dict[tuple[int, int], str] = {}
    for each in wanted:
        inside = sorted({at[key] for key in each.about if key in at})
        last.update(dict.fromkeys(combinations(inside, 2), each.verb))
    verbs = ("same", "different")
    same, different = ([pair for pair, verb in sorted(last.items()) if verb == wanted_verb] for wanted_verb in verbs)
    return same, different


def _link(a: Local, b: Local, score: Score, merged: bool) -> Link:
    left, right = sorted((min(one.mention for one in a.named), min(one.mention for one in b.named)))
    return Link(left, right, score, merged)


def _order(link: Link) -> tuple[object, ...]:
    return (link.left, link.right, link.merged)


def _tie(parents: list[int], a: int, b: int) -> None:
    low, high = sorted((_root(parents, a), _root(parents, b)))
    parents[high] = low


def _join(parents: list[int], members: dict[int, set[int]], a: int, b: int) -> None:
    low, high = sorted((_root(parents, a), _root(parents, b)))
    if low != high:
        parents[high] = low
        members[low] |= members.pop(high)


def _root(parents: list[int], i: int) -> int:
    while parents[i] != i:
        parents[i] = parents[parents[i]]
        i = parents[i]
    return i
