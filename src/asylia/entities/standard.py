"""Standard: names of China and Korea, spelled by any system, as the rest of the world hears them.

Arabic, Hebrew, Greek or Thai write what newspapers write: from the Wade-Giles of a name to its Arabic form the way
leads over Pinyin, from an older spelling of a Korean name over its Hangul.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from asylia.entities.parting import Reading
from asylia.entities.spelling import Spelled, spelled
from asylia.entities.syllables import read_in
from asylia.lexicon.syllables import korean_surnames, surnames

_BESIDE = 0.041  # how much more unusual a reading may be than the most usual one
_MOST = 6  # readings of one name that are tried
_WRITTEN = frozenset({"latin", "cyrillic", "katakana"})


@lru_cache(maxsize=16384)
def standards(name: Spelled) -> tuple[Spelled, ...]:
    """The name as its own language's standard spells it; none where it is not surely one of China or Korea."""
    if name.script not in _WRITTEN:
        return ()
    found: dict[str, None] = {}
    if name.script != "latin" or name.parted:
        for syllables in _usual(read_in(name, "korean"), korean_surnames()):
            found["".join(syllables)] = None
    if name.parted or name.vietnamese:
        for syllables in _usual(read_in(name, "mandarin"), surnames()):
            found[f"{syllables[0]} {''.join(syllables[1:])}".replace("v", "u").title()] = None
    return tuple(spelled(made) for made in islice(found, _MOST))


def _usual(readings: tuple[Reading, ...], known: frozenset[str]) -> list[tuple[str, ...]]:
    """The most usual readings that begin with a surname, syllable by syllable."""
    rows = [
        reading for reading in readings if len(reading) > 1 and known.intersection(pivot for pivot, _ in reading[0])
    ]
    made: dict[tuple[str, ...], float] = {}
    for reading in rows:
        columns = []
        for i, syllable in enumerate(reading):
            fits = [(pivot, cost) for pivot, cost in syllable if i or pivot in known]
            least = min(cost for _, cost in fits)
            columns.append([(pivot, cost) for pivot, cost in fits if cost <= least + _BESIDE])
        for choice in islice(product(*columns), _MOST):
            made.setdefault(tuple(pivot for pivot, _ in choice), sum(cost for _, cost in choice))
    return sorted(made, key=lambda syllables: (made[syllables], syllables))[:_MOST]
