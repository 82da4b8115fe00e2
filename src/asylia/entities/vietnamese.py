"""Chinese names in Vietnamese spelling beside other spellings of them, with no character at hand: Vương, Wang, Ван."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import islice, product

from asylia.entities.distance import SAME, alike
from asylia.entities.spelling import Spelled
from asylia.lexicon.han import SYSTEMS, table
from asylia.model.entity import Score

_MOST = 240  # readings of a given name that are tried
_SURE = 0.95  # many readings are tried, so that only a near match is one
_SHORTEST, _LONGEST = 2, 4


def read_as_chinese(name: Spelled, other: Spelled) -> Score:
    """Whether a name in Vietnamese letters is the Sino-Vietnamese reading of the other; high or nothing."""
    syllables = name.words
    if not _SHORTEST <= len(syllables) <= _LONGEST or other.vietnamese:
        return Score(0.0, "")
    first = _mandarin().get(syllables[0], ())
    rest = [_mandarin().get(syllable, ()) for syllable in syllables[1:]]
    if not first or not all(rest):
        return Score(0.0, "")
    how = "letters" if other.script == "latin" else other.heard
    best = 0.0
    for words in other.variants:
        surname, given = words[0], "".join(words[1:])
        if not given or max((alike(reading, surname, how) for reading in first), default=0.0) < _SURE:
            continue
        values = (alike("".join(reading), given, how) for reading in islice(product(*rest), _MOST))
        best = max(best, *values)
    if best < _SURE:
        return Score(0.0, "")
    return Score(
        round(SAME + (1 - SAME) * (best - _SURE) / (1 - _SURE) * 0.5, 4), "one the Vietnamese reading of the other"
    )


@lru_cache(maxsize=1)
def _mandarin() -> dict[str, tuple[str, ...]]:
    """Vietnamese syllable → the Mandarin readings of all characters that are read so, the commonest first."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    seen = set()
    for entry in table().values():
        if entry.same not in seen:
            seen.add(entry.same)
            pinyin, vietnamese = entry.readings[SYSTEMS.index("pinyin")], entry.readings[SYSTEMS.index("vietnamese")]
            for syllable in vietnamese:
                for reading in pinyin[:1]:
                    found[syllable][reading] += 1
    return {
        syllable: tuple(sorted(readings, key=lambda reading: (-readings[reading], reading)))
        for syllable, readings in found.items()
    }
