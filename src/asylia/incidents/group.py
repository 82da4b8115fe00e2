"""Group: acts of one occurrence, across pages and languages. Deterministic, one connected component at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from asylia.incidents.acts import Act, acts
from asylia.incidents.scale import Scale, Weigh
from asylia.incidents.score import JOIN, Verdict
from asylia.incidents.verdicts import Pair, Ruling, applied, ruling
from asylia.model.claim import Claim
from asylia.model.decision import Decision
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.ids import group_id
from asylia.model.incident import Group, Join
from asylia.model.memory import Memory
from asylia.model.trace import CopyGroup

CROWD = 40  # in a block larger than this an act is compared with its neighbours in time only
WINDOW = 12
KINDS = 24  # members of a group that speak for it when it is compared with another
DECIDED = Verdict(1.0, frozenset(), "a person decided that they are one")
BARRED = Verdict(0.0, frozenset({"decision"}), "a person decided that they are not one")


def group(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    entities: Iterable[Entity],
    copies: Iterable[CopyGroup] = (),
    decisions: Sequence[Decision] = (),
    memory: Memory | None = None,
) -> tuple[Group, ...]:
    """The incidents' claims, sorted by id. Every report is in exactly one group; the input's order changes nothing."""
    made = {act.id: act for act in acts(claims, {d.id: d for d in documents}, entities, copies)}
    rules = ruling(decisions)
    weigh = Scale(memory or Memory()).weigh
    pairs = _pairs(tuple(made.values()), rules, weigh)
    clusters = _Clusters(made, pairs, weigh)
    edges = sorted((-v.value, a, b) for (a, b), v in pairs.items() if v.value >= JOIN)
    told = [(a, b) for _, a, b in edges if not {a, b} & rules.rejected]
    for a, b in told:
        clusters.join(a, b)
    alone = set(rules.rejected)
    for _, a, b in edges:
        # What was rejected may stay where it would have been, but it ties nothing together.
        for one, other in ((a, b), (b, a)):
            if one in alone and other not in rules.rejected:
                clusters.join(a, b)
                alone.discard(one)
    groups = applied((frozenset(members) for members in clusters.members.values()), rules.steps)
    home = {claim: i for i, each in enumerate(groups) for claim in each}
    joins: dict[int, list[Join]] = defaultdict(list)
    for join in clusters.joins():
        if home[join.left] == home[join.right]:
            joins[home[join.left]].append(join)
    found = [
        Group(
            group_id("i", sorted(each)), tuple(sorted(each)), tuple(sorted(joins[i], key=lambda j: (j.left, j.right)))
        )
        for i, each in enumerate(groups)
    ]
    return tuple(sorted(found, key=lambda each: each.id))


class _Clusters:
    """Groups that grow by their best pairs, as long as no two members speak against each other."""

    def __init__(self, made: Mapping[str, Act], pairs: dict[Pair, Verdict], weigh: Weigh) -> None:
        self._made, self._pairs, self._weigh = made, pairs, weigh
        self._parents = {key: key for key in made}
        self.members: dict[str, list[str]] = {key: [key] for key in made}
        # Acts alike in all that can speak against another stand for one another, so that a group of many is as
        # quickly compared as a group of few.
        self._kinds: dict[str, dict[Hashable, str]] = {key: {_kind(act): key} for key, act in made.items()}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for (a, b), verdict in pairs.items():
            if verdict is BARRED:
                self._apart[a].add(b)
                self._apart[b].add(a)
        self._held: list[Pair] = []

    def join(self, a: str, b: str) -> None:
        """Make the groups of two acts one, unless something bars it."""
        low, high = sorted((self._root(a), self._root(b)))
        if low == high or (self._pairs[a, b] is not DECIDED and self._barred(low, high)):
            return
        self._parents[high] = low
        self.members[low] += self.members.pop(high)
        for kind, key in self._kinds.pop(high).items():
            self._kinds[low][kind] = min(key, self._kinds[low].get(kind, key))
        self._held.append((a, b))

    def joins(self) -> list[Join]:
        """The pairs that hold the groups together."""
        return [Join(a, b, self._pairs[a, b].value, self._pairs[a, b].reason) for a, b in self._held]

    def _root(self, key: str) -> str:
        while self._parents[key] != key:
            self._parents[key] = self._parents[self._parents[key]]
            key = self._parents[key]
        return key

    def _barred(self, low: str, high: str) -> bool:
        left, right = (sorted(self._kinds[root].values())[:KINDS] for root in (low, high))
        if self._apart and any(self._apart[a].intersection(self.members[high]) for a in self.members[low]):
            return True
        return any(
            (vetoes := self._verdict(a, b).vetoes) and not self._one_group(vetoes, a, b, (*left, *right))
            for a in left
            for b in right
        )

    def _verdict(self, a: str, b: str) -> Verdict:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._pairs:
            self._pairs[pair] = self._weigh(self._made[a], self._made[b])
        return self._pairs[pair]

    def _one_group(self, vetoes: frozenset[str], a: str, b: str, members: Sequence[str]) -> bool:
        """Different persons are no bar where an act of the two groups names them together."""
        both = self._made[a].persons | self._made[b].persons
        return vetoes == {"who"} and any(both <= self._made[key].persons for key in members)


def _kind(act: Act) -> Hashable:
    report = act.report
    told = (report.origin_state, act.host, act.date, report.methods, report.modality == "planned")
    return act.unit, act.persons, act.place, act.size, act.headline, told


def _pairs(made: Sequence[Act], rules: Ruling, weigh: Weigh) -> dict[Pair, Verdict]:
    blocks: dict[tuple[str, ...], list[Act]] = defaultdict(list)
    for act in made:
        for key in _keys(act):
            blocks[key].append(act)
    found: dict[Pair, Verdict] = {}
    for block in blocks.values():
        ordered = sorted(block, key=_time)
        reach = len(ordered) if len(ordered) <= CROWD else WINDOW
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 : i + 1 + reach]:
                pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
                if pair not in found:
                    found[pair] = weigh(a, b)
    known = {act.id for act in made}
    found.update((pair, DECIDED) for pair in rules.same if known.issuperset(pair))
    found.update((pair, BARRED) for pair in rules.different if known.issuperset(pair))
    return found


def _keys(act: Act) -> set[tuple[str, ...]]:
    """Where to look for the same act: by person, by place and kind, by month and kind, and within one text."""
    keys: set[tuple[str, ...]] = {("text", act.unit), *(("person", person) for person in act.persons)}
    for kind in act.families:
        if act.host:
            keys.add(("host", act.host, kind))
        if act.date and act.date.month:
            keys.add(("month", kind, f"{act.date.year}-{act.date.month:02}"))
    return keys


def _time(act: Act) -> tuple[str, str]:
    return (str(act.date or act.published or ""), act.id)
