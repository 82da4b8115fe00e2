"""Copies: documents that are one text, syndicated, excerpted or lightly edited.

Candidates come from shared fingerprint hashes, so no two documents without a common run are ever compared;
what decides is the text itself: how much of the one stands in verbatim runs of the other. A decision depends on
the two documents compared and on the constants below, never on what else the record holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from asylia.evidence.runs import Shared, Tokens, shared, tokens
from asylia.language.fold import fold
from asylia.model.document import Document
from asylia.model.ids import group_id
from asylia.model.trace import CopyGroup

COPY = 0.5  # at least half of the shorter text stands verbatim in the other
WHOLE = 0.2  # below this share of the longer text, the shorter is only an excerpt of it
REUSE = 0.12  # less than a copy, yet more than two writers' chance or a quoted statement
REUSE_RUN = 14
MIN_SHARED = 2  # hashes that two documents must share before their texts are compared
CROWD = 16  # a hash held by more documents pairs each only with the first and its neighbour
SAMPLED_ABOVE = 48  # long documents are looked up by one hash in four


@dataclass(frozen=True, slots=True)
class Reuse:
    """How much two documents share word for word; `left` and `right` in the order of their ids."""

    left: str
    right: str
    shared: Shared


def copies(documents: Iterable[Document]) -> tuple[CopyGroup, ...]:
    """Group documents that are one text; a group has two or more. Retellings and translations never join."""
    by_id = {document.id: document for document in documents}
    return grouped(by_id, reuses(by_id.values()))


def reuses(documents: Iterable[Document]) -> tuple[Reuse, ...]:
    """Every pair of documents that shares verbatim runs worth telling, copies and less, in the order of ids."""
    by_id = {document.id: document for document in documents}
    words: dict[str, Tokens] = {}
    found = []
    for left, right in _candidates(by_id.values()):
        for key in (left, right):
            if key not in words:
                words[key] = tokens(by_id[key].body)
        both = shared(words[left], words[right])
        if both.of_shorter >= COPY or (both.of_shorter >= REUSE and both.longest >= REUSE_RUN):
            found.append(Reuse(left, right, both))
    return tuple(found)


def grouped(by_id: Mapping[str, Document], pairs: Sequence[Reuse]) -> tuple[CopyGroup, ...]:
    """The copy groups that these pairs make."""
    whole = [pair for pair in pairs if pair.shared.of_shorter >= COPY and pair.shared.of_longer >= WHOLE]
    parents = _joined((pair.left, pair.right) for pair in whole)
    excerpts = [pair for pair in pairs if pair.shared.of_shorter >= COPY and pair.shared.of_longer < WHOLE]
    kept = whole + _excerpts(excerpts, parents)
    parents = _joined((pair.left, pair.right) for pair in kept)
    members: dict[str, list[str]] = defaultdict(list)
    for key in parents:
        members[_root(parents, key)].append(key)
    groups = []
    for keys in members.values():
        links = tuple(
            (pair.left, pair.right, round(pair.shared.of_shorter, 3)) for pair in kept if pair.left in set(keys)
        )
        first, reason = _first([by_id[key] for key in sorted(keys)])
        groups.append(CopyGroup(group_id("k", keys), tuple(sorted(keys)), first, reason, tuple(sorted(links))))
    return tuple(sorted(groups, key=lambda group: group.id))


def _candidates(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """Pairs that share enough fingerprint hashes, near-linearly: crowded hashes pair only neighbours in time."""
    ordered = sorted(documents, key=_age)
    holders: dict[int, list[int]] = defaultdict(list)
    for index, document in enumerate(ordered):
        prints = document.fingerprint
        for value in prints if len(prints) <= SAMPLED_ABOVE else [v for v in prints if v % 4 == 0]:
            holders[value].append(index)
    counts: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= CROWD:
            counts.update((a, b) for i, a in enumerate(held) for b in held[i + 1 :])
        else:
            counts.update((held[0], b) for b in held[1:])
            counts.update((a, b) for a, b in zip(held[1:], held[2:], strict=False))
    pairs = (sorted((ordered[a].id, ordered[b].id)) for (a, b), n in counts.items() if n >= MIN_SHARED)
    yield from sorted((left, right) for left, right in pairs)


def _age(document: Document) -> tuple[str, str]:
    return (document.published.iso() if document.published else "9999", document.id)


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    parents: dict[str, str] = {}
    for left, right in pairs:
        a, b = _root(parents, left), _root(parents, right)
        low, high = sorted((a, b))
        parents[high] = low
        parents.setdefault(low, low)
    return parents


def _root(parents: dict[str, str], key: str) -> str:
    parents.setdefault(key, key)
    while parents[key] != key:
        parents[key] = parents[parents[key]]
        key = parents[key]
    return key


def _excerpts(pairs: Sequence[Reuse], parents: dict[str, str]) -> list[Reuse]:
    """Excerpts of a longer text; none where the longer one is a digest, made of several texts."""
    held: dict[str, list[Reuse]] = defaultdict(list)
    for pair in pairs:
        held[pair.right if pair.shared.left > pair.shared.right else pair.left].append(pair)
    kept = []
    for longer, found in held.items():
        shorts = {_root(dict(parents), pair.left if pair.right == longer else pair.right) for pair in found}
        if len(shorts) == 1:
            kept += found
    return kept


def _first(members: Sequence[Document]) -> tuple[str, str]:
    """The likely first version: the one that others credit, else the earliest, else the fullest."""
    for document in members:
        name = fold(document.outlet or "")
        credits = sum(bool(name) and name in fold(other.body) for other in members if other.id != document.id)
        if credits and name not in fold(document.body):
            return document.id, "another version credits this outlet"
    dated = [document for document in members if document.published]
    if dated:
        earliest = min(dated, key=lambda document: (document.published.first, -len(document.body), document.id))  # type: ignore[union-attr]
        same = [d for d in dated if d.published == earliest.published]
        if len(dated) == len(members) and len(same) == 1:
            return earliest.id, "the earliest date"
        if len(same) > 1:
            return earliest.id, "the fullest of those with the earliest date"
        return earliest.id, "the earliest of those that show a date"
    fullest = max(members, key=lambda document: (len(document.body), document.id))
    return fullest.id, "no version shows a date; the fullest text"
