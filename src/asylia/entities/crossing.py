"""Crossing: names spelled by the rules of two languages, held together by the characters that both may stand for.

Zhou Runfa is the Mandarin of 周潤發, Chow Yun-fat its Cantonese, 주윤발 its Korean: where no text gives the characters,
any that are read both ways bear the two out.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import product

from asylia.entities.parting import Reading
from asylia.entities.spelling import Spelled
from asylia.entities.syllables import BEST, CROSSED, UNUSUAL, pivots_in, read_in
from asylia.lexicon.han import table
from asylia.lexicon.syllables import surname_characters
from asylia.model.entity import Score

NOT = Score(0.0, "no characters in common")
_CROSSINGS = (
    ("mandarin", "korean"), ("cantonese", "korean"), ("vietnamese", "korean"), ("cantonese", "vietnamese"),
)  # fmt: skip


def crossed(a: Spelled, b: Spelled) -> Score:
    """Whether a name in one language may be that of the other in another; the surnames must be known ones."""
    best = UNUSUAL
    for x, y in _CROSSINGS:
        for one, other in ((a, b), (b, a)):
            if _is(one, x) and _is(other, y):
                readings = product(read_in(one, x), read_in(other, y))
                best = min((_across(left, right, (x, y)) for left, right in readings), default=best)
                if best < UNUSUAL:
                    return Score(round(BEST - best / 2, 4), "syllables of two languages for the same characters")
    return NOT


def _is(name: Spelled, system: str) -> bool:
    """Whether a name is written as those of a language are, so that it may be one of it."""
    if system == "vietnamese":
        return name.vietnamese
    if system == "korean":
        return name.script == "hangul"
    return not name.vietnamese and name.script in (("latin", "cyrillic") if system == "mandarin" else ("latin",))


def _across(a: Reading, b: Reading, systems: tuple[str, str]) -> float:
    """How unusual the spellings are by which two readings agree; more than any may be where they do not."""
    if len(a) != len(b):
        return 1.0
    total = 0.0
    for i, (x, y) in enumerate(zip(a, b, strict=True)):
        costs = [
            CROSSED + cost + more
            for pivot, cost in x
            for other, more in y
            if (common := _characters_of(pivot, systems[0]) & _characters_of(other, systems[1]))
            and (i or common & surname_characters())
        ]
        if not costs:
            return 1.0
        total += min(costs)
    return total


@lru_cache(maxsize=8192)
def _characters_of(pivot: str, system: str) -> frozenset[str]:
    """The characters that are read so in a system."""
    return _read_so(system).get(pivot, frozenset())


@lru_cache(maxsize=4)
def _read_so(system: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in table().values():
        for pivot in pivots_in(entry.readings, system):
            found[pivot].add(entry.same)
    return {pivot: frozenset(characters) for pivot, characters in found.items()}
