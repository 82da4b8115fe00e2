"""Han names beside the same name in another script: by Pinyin, Wade-Giles, Cantonese, Vietnamese, Korean, Japanese."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import Levenshtein

from asylia.entities.spelling import Spelled, skeleton, sound
from asylia.lexicon.han import SYSTEMS, table
from asylia.model.entity import Score

_NAMES = (
    ("pinyin", "in Pinyin"), ("wade", "in Wade-Giles"), ("jyutping", "in Cantonese spelling"),
    ("vietnamese", "in Sino-Vietnamese"), ("korean", "in Sino-Korean"), ("japanese", "in Sino-Japanese"),
)  # fmt: skip
_MOST = 96  # readings of one name that are tried in one system
_WADE = (
    ("zh", "ch"), ("q", "ch"), ("j", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("b", "p"), ("d", "t"), ("g", "k"),
    ("r", "j"),
)  # fmt: skip
_WADE_FINALS = (("ong", "ung"), ("ian", "ien"), ("yan", "yen"), ("ie", "ieh"), ("ue", "ueh"), ("si", "szu"))
_YUE_INITIALS = (("gw", "kw"), ("z", "ch"), ("c", "ch"), ("g", "k"), ("j", "y"))
_YUE_FINALS = (
    ("oeng", "eung"), ("oek", "euk"), ("eoi", "ui"), ("eon", "un"), ("yyu", "yu"), ("aa", "a"), ("yu", "ue"),
    ("ou", "o"), ("oe", "eu"),
)  # fmt: skip


def readings(name: str, system: str) -> list[tuple[str, ...]]:
    """How a Han name may be read in a system, a syllable a character; empty where a character is not known there."""
    known = table()
    columns = []
    source = "pinyin" if system == "wade" else system
    for char in name:
        entry = known.get(char)
        found = entry.readings[SYSTEMS.index(source)] if entry else ()
        if not found:
            return []
        columns.append(tuple(dict.fromkeys(_spelled(reading, system) for reading in found)))
    return list(islice(product(*columns), _MOST))


@lru_cache(maxsize=4096)
def _spelled(reading: str, system: str) -> str:
    if system == "wade":
        return _swap(reading, _WADE, _WADE_FINALS)
    if system == "jyutping":
        return _swap(reading, _YUE_INITIALS, _YUE_FINALS)
    return reading


def _swap(reading: str, initials: tuple[tuple[str, str], ...], finals: tuple[tuple[str, str], ...]) -> str:
    for old, new in initials:
        if reading.startswith(old):
            reading = new + reading[len(old) :]
            break
    for old, new in finals:
        if old in reading[1:] or reading.startswith(old):
            return reading.replace(old, new, 1)
    return reading


@lru_cache(maxsize=65536)
def han_reads(name: str, other: Spelled) -> Score:
    """Whether a name in another script is this Han name read aloud; the reason says in which system."""
    best = Score(0.0, "no reading of the characters")
    wholes = _orders(other.words)
    for system, said in _NAMES:
        for syllables in readings(name, system):
            value = max(_alike(syllables, whole, other.vowels) for whole in wholes)
            if value > best.value:
                best = Score(value, f"the characters read {said}")
        if best.value >= 0.99:
            break
    return best


def _orders(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a break as written, with the last first, and with the first last."""
    return tuple(dict.fromkeys("".join(w) for w in (words, (*words[-1:], *words[:-1]), (*words[1:], *words[:1]))))


def _alike(syllables: tuple[str, ...], whole: str, vowels: bool) -> float:
    read = "".join(syllables)
    if not vowels:
        return 0.9 * Levenshtein.normalized_similarity(skeleton(read), skeleton(whole), score_cutoff=0.8)
    if read == whole:
        return 1.0
    exact = Levenshtein.normalized_similarity(read, whole, score_cutoff=0.88)
    heard = "".join(map(sound, syllables))
    return max(exact, 0.97 * Levenshtein.normalized_similarity(heard, sound(whole), score_cutoff=0.88))
