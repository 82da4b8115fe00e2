"""What people decided about groups: same and different, split and merge; the last word holds, and undoes exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from asylia.model.decision import Decision

Pair = tuple[str, str]
_UNDOES = {"split": "merge", "merge": "split"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The decisions in force: pairs that are or are not one, rejected claims, and the cuts and joins in their order."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    rejected: frozenset[str] = frozenset()
    steps: tuple[tuple[str, frozenset[str]], ...] = ()


def ruling(decisions: Sequence[Decision]) -> Ruling:
    """What the log says in the end.

    A later `same` or `different` on a pair replaces the earlier one, a later `accept` a `reject`. A `split` about the
    claims of an earlier `merge` takes it back, and the other way round: the groups are then as if neither had been.
    """
    pairs: dict[Pair, str] = {}
    reviewed: dict[str, str] = {}
    steps: list[tuple[str, frozenset[str]]] = []
    for decision in decisions:
        about = frozenset(decision.about)
        if decision.verb in ("same", "different"):
            pairs.update(dict.fromkeys(combinations(sorted(about), 2), decision.verb))
        elif decision.verb in ("accept", "reject"):
            reviewed.update(dict.fromkeys(about, decision.verb))
        else:
            undone = (_UNDOES[decision.verb], about)
            if undone in steps:
                del steps[len(steps) - 1 - steps[::-1].index(undone)]
            else:
                steps.append((decision.verb, about))
    return Ruling(
        frozenset(pair for pair, verb in pairs.items() if verb == "same"),
        frozenset(pair for pair, verb in pairs.items() if verb == "different"),
        frozenset(claim for claim, verb in reviewed.items() if verb == "reject"),
        tuple(steps),
    )


def applied(groups: Iterable[frozenset[str]], steps: Iterable[tuple[str, frozenset[str]]]) -> list[frozenset[str]]:
    """The groups after every cut and join. Claims that no longer exist are passed over."""
    now = list(groups)
    for verb, about in steps:
        touched = [members for members in now if members & about]
        if not touched:
            continue
        rest = [members for members in now if not members & about]
        if verb == "merge":
            now = [*rest, frozenset().union(*touched)]
        else:
            inside = frozenset().union(*touched) & about
            now = [*rest, inside, *(left for members in touched if (left := members - about))]
    return now
