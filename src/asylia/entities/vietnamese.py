"""Chinese names in Vietnamese spelling beside other spellings of them, with no character at hand: Vương, Wang, Ван."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product

from asylia.entities.distance import SAME, alike
from asylia.entities.spelling import VIETNAMESE_SURNAMES, Spelled
from asylia.lexicon.han import SYSTEMS, same, table
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


def reads_vietnamese(han: str, other: Spelled) -> Score:
    """Whether a name in another script is the Vietnamese one of these characters, as abroad it is heard; or nothing."""
    nothing = Score(0.0, "")
    if other.script not in _ABROAD or not _SHORTEST <= len(han) <= _LONGEST:
        return nothing
    columns = [table()[char].readings[SYSTEMS.index("vietnamese")] if char in table() else () for char in han]
    if not all(columns) or not VIETNAMESE_SURNAMES.intersection(columns[0]):
        return nothing
    if len(han) < _SURELY and same(han[0]) not in _OWN:
        return nothing  # too little to tell from a Chinese name
    best = 0.0
    for syllables in islice(product(*columns), _MOST):
        words = tuple(_abroad(syllable, "") for syllable in syllables)
        for variant in other.variants:
            parts, heard = words, other.fine
            if len(parts) != len(heard):
                parts, heard = (words[0], "".join(words[1:])), (variant[0], "".join(variant[1:]))
            values = [alike(word, part, other.heard) for word, part in zip(parts, heard, strict=True)]
            best = max(best, 0.4 * sum(values) / len(values) + 0.6 * min(values))
    if best < _NEAR:
        return nothing
    return Score(round(SAME + (best - _NEAR) / 2, 4), "the characters read in Vietnamese, as it is heard abroad")


_ABROAD = frozenset({"cyrillic", "hangul", "katakana"})
_NEAR = 0.74
_SURELY = 3  # characters
_OWN = frozenset(same("阮黎武裴"))  # surnames that hardly anybody bears elsewhere


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
