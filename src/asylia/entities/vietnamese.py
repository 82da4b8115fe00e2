"""Chinese names in Vietnamese spelling beside other spellings of them, with no character at hand: Vương, Wang, Ван."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product

from asylia.entities.distance import SAME, alike
from asylia.entities.spelling import VIETNAMESE_SURNAMES, Spelled
from asylia.lexicon.han import SYSTEMS, table
from asylia.model.entity import Score

# What foreign scripts hear in Vietnamese letters; capitals as in `sounds`.
_HEARD = tuple(
    (re.compile(old), new)
    for old, new in (
        ("^ngh", "ng"), ("^nh", "ny"), ("^ph", "f"), ("^th", "t"), ("^tr|^ch", "R"), ("^gi(?=[aeiouy])", "z"),
        ("^gh", "g"), ("^qu", "kw"), ("^x", "s"), ("^[ckq](?!h)", "k"), ("nh$", "n"), ("ch$", "R"), ("c$", "k"),
        ("(?<=.)y", "i"),
    )
)  # fmt: skip
_MOST = 240  # readings of a given name that are tried
_SURE = 0.95  # many readings are tried, so that only a near match is one
_SHORTEST, _LONGEST = 2, 4


def heard_abroad(name: Spelled) -> Spelled | None:
    """A Vietnamese name as other scripts than Latin and Han write it; None for names that are not Vietnamese."""
    if name.script != "latin" or name.parted or not _SHORTEST <= len(name.words) <= _LONGEST:
        return None
    if not name.vietnamese and name.words[0] not in VIETNAMESE_SURNAMES:
        return None
    marked = name.marked if name.marked and len(name.marked) == len(name.words) else ("",) * len(name.words)
    words = tuple(_abroad(word, own) for word, own in zip(name.words, marked, strict=True))
    return replace(name, words=words, content=words, fine=words, others=(), marked=None)


def _abroad(word: str, marked: str) -> str:
    """The d without a stroke is a z in the North; where marks are left out it may be either."""
    if word.startswith("d"):
        word = ("d" if marked.startswith("đ") else "z" if marked and not marked.isascii() else "D") + word[1:]
    for old, new in _HEARD:
        word = old.sub(new, word)
    return word


def read_as_chinese(name: Spelled, other: Spelled) -> Score:
    """Whether a name in Vietnamese letters is the Sino-Vietnamese reading of the other; high or nothing."""
    syllables = name.words
    if not _SHORTEST <= len(syllables) <= _LONGEST or other.vietnamese:
        return Score(0.0, "")
    first = _mandarin().get(syllables[0], ())
    rest = [_mandarin().get(syllable, ()) for syllable in syllables[1:]]
    if not first or not all(rest):
        return Score(0.0, "")
    how = "letters-r" if other.script == "latin" else other.heard
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
