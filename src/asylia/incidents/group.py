"""Group: acts of one occurrence, across pages and languages. Deterministic, one connected component at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from asylia.incidents.acts import Act, acts
from asylia.incidents.score import JOIN, Verdict, compare, dated
from asylia.model.claim import Claim
from asylia.model.decision import Decision
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.ids import group_id
from asylia.model.incident import Group, Join
from asylia.model.trace import CopyGroup

CROWD = 40  # a block larger than this compares neighbours in time only
WINDOW = 12


def group(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    entities: Iterable[Entity],
    copies: Iterable[CopyGroup] = (),
    decisions: Sequence[Decision] = (),
) -> tuple[Group, ...]:
    """The incidents' claims, sorted by id. Every report is in exactly one group; the input's order changes nothing."""
    by_id = {document.id: document for document in documents}
    made = acts(claims, by_id, entities, copies)
    pairs = _pairs(made)
    del decisions
    parents = {act.id: act.id for act in made}
    members: dict[str, list[str]] = {act.id: [act.id] for act in made}
    held: dict[str, list[Join]] = {act.id: [] for act in made}
    edges = sorted(
        ((v, a, b) for (a, b), v in pairs.items() if v.value >= JOIN), key=lambda e: (-e[0].value, e[1], e[2])
    )
    for verdict, a, b in edges:
        left, right = _root(parents, a), _root(parents, b)
        if left == right or _barred(members[left], members[right], pairs):
            continue
        low, high = sorted((left, right))
        parents[high] = low
        members[low] += members.pop(high)
        held[low] += [*held.pop(high), Join(a, b, verdict.value, verdict.reason)]
    found = [
        Group(group_id("i", claims), tuple(sorted(claims)), tuple(sorted(held[root], key=lambda j: (j.left, j.right))))
        for root, claims in members.items()
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def _barred(left: Sequence[str], right: Sequence[str], pairs: Mapping[tuple[str, str], Verdict]) -> bool:
    """Whether any two members speak against each other so strongly that the groups must stay apart."""
    for a in left:
        for b in right:
            verdict = pairs.get((a, b) if a < b else (b, a))
            if verdict is not None and verdict.veto:
                return True
    return False


def _pairs(made: Sequence[Act]) -> dict[tuple[str, str], Verdict]:
    blocks: dict[tuple[str, ...], list[Act]] = defaultdict(list)
    for act in made:
        for key in _keys(act):
            blocks[key].append(act)
    found: dict[tuple[str, str], Verdict] = {}
    for block in blocks.values():
        ordered = sorted(block, key=lambda act: (str(dated(act) or ""), act.id))
        reach = len(ordered) if len(ordered) <= CROWD else WINDOW
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 : i + 1 + reach]:
                key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
                if key not in found:
                    found[key] = compare(a, b)
    return found


def _keys(act: Act) -> set[tuple[str, ...]]:
    """Where to look for the same act: by person, by place and kind, by month and kind, and within one text."""
    report = act.report
    keys: set[tuple[str, ...]] = {("text", act.unit), *(("person", person) for person in act.persons)}
    for kind in act.families:
        if report.host:
            keys.add(("host", report.origin_state or "", report.host, kind))
        if report.date and report.date.month:
            keys.add(("month", report.origin_state or "", kind, f"{report.date.year}-{report.date.month:02}"))
    return keys


def _root(parents: dict[str, str], key: str) -> str:
    while parents[key] != key:
        parents[key] = parents[parents[key]]
        key = parents[key]
    return key
