"""Copies: documents that are one text, syndicated, excerpted or lightly edited.

Candidates come from shared fingerprint hashes, so no two documents without a common run are ever compared;
what decides is the text itself: how much of the one stands in verbatim runs of the other. A decision depends on
the two documents compared and on the constants below, never on what else the record holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import combinations, pairwise
from typing import cast

from asylia.evidence.runs import Shared, Tokens, shared, tokens
from asylia.language.fold import fold
from asylia.model.document import Document
from asylia.model.ids import group_id
from asylia.model.memory import Memory
from asylia.model.trace import CopyGroup

COPY = 0.5  # at least half of the shorter text stands verbatim in the other, and its lead with it
COPY_LEAD = 0.4  # two stories of one agency may share half their words as background: their leads differ
COPY_ANY = 0.7  # from here on a lead of one's own does not make a text of one's own
COPY_HOUSE = 0.8  # within one outlet, whose standing paragraphs come back in every story
WHOLE = 0.2  # below this share of the longer text, the shorter is only an excerpt of it
REUSE = 0.12  # less than a copy, yet more than two writers' chance or a quoted statement
REUSE_RUN = 14
MIN_SHARED = 2  # hashes that two documents must share before their texts are compared …
MIN_SHARE = 0.08  # … and the part of the shorter one's hashes that they must be
CROWD = 16  # a hash held by more documents pairs each only with the first and its neighbour in time
SAMPLED_ABOVE = 48  # long documents are looked up by one hash in four


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two documents share word for word; `left` and `right` in the order of their ids, `kind` as decided."""

    left: str
    right: str
    shared: Shared
    kind: str  # "copy", "excerpt" or "reuse"


def copies(documents: Iterable[Document], memory: Memory | None = None) -> tuple[CopyGroup, ...]:
    """Group documents that are one text; a group has two or more. Retellings and translations never join."""
    by_id = {document.id: document for document in documents}
    return grouped(by_id, reuses(by_id.values(), memory))


def reuses(documents: Iterable[Document], memory: Memory | None = None) -> tuple[Reuse, ...]:
    """Every pair of documents that shares verbatim runs worth telling, copies and less, in the order of ids."""
    by_id = {document.id: document for document in documents}
    words: dict[str, Tokens] = {}
    remembered = memory or Memory()

    def told(key: str) -> Tokens:
        if key not in words:
            words[key] = tokens(by_id[key].body)
        return words[key]

    found = []
    for left, right in _candidates(by_id.values()):
        both = _shared(left, right, told, remembered)
        kind = _kind(by_id[left], by_id[right], both)
        if kind:
            found.append(Reuse(left, right, both, kind))
    return tuple(found)


def _shared(left: str, right: str, told: Callable[[str], Tokens], memory: Memory) -> Shared:
    """What two texts share. A document's id stands for its text, which is made of the same bytes every time."""
    values = memory.recall(f"copy {left} {right}", lambda: astuple(shared(told(left), told(right))))
    return Shared(*cast("tuple[float, float, float, float, int]", values))


def _kind(left: Document, right: Document, both: Shared) -> str | None:
    house = bool(left.outlet) and left.outlet == right.outlet
    if house:
        copied = both.of_shorter >= COPY_HOUSE
    else:
        copied = both.of_shorter >= COPY_ANY or (both.of_shorter >= COPY and both.lead >= COPY_LEAD)
    if copied:
        return "copy" if both.of_longer >= WHOLE else "excerpt"
    return "reuse" if both.of_shorter >= REUSE and both.longest >= REUSE_RUN and not house else None


def grouped(by_id: Mapping[str, Document], pairs: Sequence[Reuse]) -> tuple[CopyGroup, ...]:
    """The copy groups that these pairs make."""
    whole = [pair for pair in pairs if pair.kind == "copy"]
    kept = whole + _excerpts([pair for pair in pairs if pair.kind == "excerpt"], _joined(whole))
    parents = _joined(kept)
    members: dict[str, list[str]] = defaultdict(list)
    links: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for key in sorted(parents):
        members[_root(parents, key)].append(key)
    for pair in kept:
        links[_root(parents, pair.left)].append((pair.left, pair.right, round(pair.shared.of_shorter, 3)))
    groups = []
    for root, keys in members.items():
        first, reason = _first([by_id[key] for key in keys])
        groups.append(CopyGroup(group_id("k", keys), tuple(keys), first, reason, tuple(sorted(links[root]))))
    return tuple(sorted(groups, key=lambda group: group.id))


def _candidates(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """Pairs that share enough fingerprint hashes, near-linearly: crowded hashes pair only neighbours in time."""
    ordered = sorted(documents, key=_age)
    holders: dict[int, list[int]] = defaultdict(list)
    sizes = []
    for index, document in enumerate(ordered):
        prints = document.fingerprint
        looked_up = prints if len(prints) <= SAMPLED_ABOVE else [value for value in prints if value % 4 == 0]
        sizes.append(len(looked_up))
        for value in looked_up:
            holders[value].append(index)
    counts: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= CROWD:
            counts.update(combinations(held, 2))
        else:
            counts.update((held[0], other) for other in held[2:])
            counts.update(pairwise(held))
    enough = (
        (ordered[a].id, ordered[b].id)
        for (a, b), n in counts.items()
        if n >= MIN_SHARED and n >= MIN_SHARE * min(sizes[a], sizes[b])
    )
    yield from sorted((min(pair), max(pair)) for pair in enough)


def _age(document: Document) -> tuple[str, str]:
    return (document.published.iso() if document.published else "9999", document.id)


def _joined(pairs: Iterable[Reuse]) -> dict[str, str]:
    parents: dict[str, str] = {}
    for pair in pairs:
        low, high = sorted((_root(parents, pair.left), _root(parents, pair.right)))
        parents[high] = low
    return parents


def _root(parents: dict[str, str], key: str) -> str:
    parents.setdefault(key, key)
    while parents[key] != key:
        parents[key] = parents[parents[key]]
        key = parents[key]
    return key


def _excerpts(pairs: Sequence[Reuse], parents: dict[str, str]) -> list[Reuse]:
    """Excerpts of a longer text; none where the longer one is a digest, made of several texts."""
    held: dict[str, list[tuple[str, Reuse]]] = defaultdict(list)
    for pair in pairs:
        short, long = (pair.left, pair.right) if pair.shared.left >= pair.shared.right else (pair.right, pair.left)
        held[_root(parents, long)].append((_root(parents, short), pair))
    return [pair for found in held.values() if len({short for short, _ in found}) == 1 for _, pair in found]


def _first(members: Sequence[Document]) -> tuple[str, str]:
    """The likely first version: the one that others credit, else the earliest, else the fullest."""
    credits = _credits(members)
    if credits:
        return credits, "another version credits this outlet"
    dated = sorted(
        (document.published.first, -len(document.body), document.id) for document in members if document.published
    )
    if not dated:
        fullest = min((-len(document.body), document.id) for document in members)
        return fullest[1], "no version shows a date; the fullest text"
    if len(dated) > 1 and dated[0][0] == dated[1][0]:
        return dated[0][2], "the fullest of those with the earliest date"
    return dated[0][2], "the earliest date" if len(dated) == len(members) else "the earliest of those that show a date"


def _credits(members: Sequence[Document]) -> str | None:
    """The version whose outlet most other versions name, where it does not name itself as they do."""
    said: Counter[str] = Counter()
    bodies = {document.id: fold(document.body) for document in members}
    outlets: dict[str, list[str]] = defaultdict(list)
    for document in sorted(members, key=_age):
        if document.outlet:
            outlets[fold(document.outlet)].append(document.id)
    for name, owners in outlets.items():
        said[owners[0]] = sum(name in body for key, body in bodies.items() if key not in owners)
    best = min(said, key=lambda key: (-said[key], key), default=None)
    return best if best and said[best] else None
