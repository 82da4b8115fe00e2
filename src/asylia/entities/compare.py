"""Compare two names of persons, in any scripts. Says how alike they are, never that two persons are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from asylia.entities.han import han_reads
from asylia.entities.spelling import PARTICLES, Spelled, skeleton, sound, spelled
from asylia.lexicon.han import same
from asylia.model.entity import Score

SYLLABIC = frozenset({"katakana", "hiragana", "hangul"})  # scripts that add vowels between consonants
SAME = 0.88  # from here on two names are the same name in another writing
NOT = Score(0.0, "different names")


@lru_cache(maxsize=131072)
def compare(left: str, right: str) -> Score:
    """How alike two names are, with the reason; symmetric."""
    if right < left:
        left, right = right, left
    a, b = spelled(left), spelled(right)
    if not a.words or not b.words:
        return NOT
    if a.han and b.han:
        return _characters(a.han, b.han)
    if a.han or b.han:
        han, other = (a.han, b) if a.han else (b.han, a)
        return han_reads(han or "", other)
    if a.words == b.words:
        return Score(1.0, "the same words" if a.script == b.script else "the same words in Latin letters")
    return max((_aligned(a, b), _unbroken(a, b)), key=lambda score: score.value)


def _characters(left: str, right: str) -> Score:
    """Two names in Han characters: the characters decide, not how they sound."""
    if same(left) == same(right):
        return Score(1.0, "the same characters")
    if min(len(left), len(right)) >= 2 and (same(left) in same(right) or same(right) in same(left)):
        return Score(0.6, "the characters of one stand in the other")
    return Score(0.0, "different characters")


def _aligned(a: Spelled, b: Spelled) -> Score:
    """Word by word in order, the surname first or last in either."""
    best = NOT
    means = "skeleton" if not (a.vowels and b.vowels) else "syllables" if {a.script, b.script} & SYLLABIC else "letters"
    for turned, words in enumerate(_turns(b.words)):
        value, missing = _order(a.words, words, means)
        if value > best.value:
            how = "with the surname elsewhere" if turned else "in another spelling"
            short = f", {missing} words fewer in one" if missing else ""
            best = Score(round(value, 4), f"the same words {how}{short}")
    return best


def _turns(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    yield words
    if len(words) > 1:
        yield (*words[-1:], *words[:-1])
        yield (*words[1:], *words[:1])


def _order(a: tuple[str, ...], b: tuple[str, ...], means: str) -> tuple[float, int]:
    """The best alignment that keeps the order: matched weight over all weight, and how many words are left over."""
    if len(a) > len(b):
        a, b = b, a
    rows = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            hit = rows[i][j] + _word(x, y, means) * (len(x) + len(y))
            rows[i + 1][j + 1] = max(rows[i][j + 1], rows[i + 1][j], hit)
    matched = rows[-1][-1]
    content = [word for word in a if word not in PARTICLES] or list(a)
    spare = len(b) - len(a)
    extra = sorted(len(y) for y in b if y not in PARTICLES and not any(_word(x, y, means) for x in a))
    whole = sum(map(len, a)) + sum(map(len, b)) - sum(extra[:spare] if len(content) > 1 else ())
    value = matched / whole if whole else 0.0
    if spare and len(content) > 1:
        value *= 0.97**spare
    elif spare:
        value = min(value, 0.6)
    return value, spare


@lru_cache(maxsize=131072)
def _word(x: str, y: str, means: str) -> float:
    """How alike two words are; 0 unless they may well be one."""
    if x == y:
        return 1.0
    if means != "letters":
        left, right = skeleton(x), skeleton(y)
        if left == right and (len(left) > 1 or (means == "syllables" and left)):
            return 0.95
        if means == "skeleton":
            return 0.9 * Levenshtein.normalized_similarity(left, right, score_cutoff=0.75) if len(left) > 3 else 0.0
    if (len(x) == 1 or len(y) == 1) and x[0] == y[0]:
        return 0.8
    left, right = sound(x), sound(y)
    if left == right:
        return 0.97
    shortest = min(len(left), len(right))
    if shortest <= 3:
        return 0.0
    likeness = Levenshtein.normalized_similarity(left, right, score_cutoff=0.75 if shortest <= 5 else 0.7)
    if skeleton(x) == skeleton(y) and len(skeleton(x)) > 1:
        likeness = max(likeness, 0.85)
    return likeness * 0.97


def _unbroken(a: Spelled, b: Spelled) -> Score:
    """All words without a break: "Bing Zhang" and "Bingzhang"."""
    if len(a.words) == len(b.words) or min(len(a.joined), len(b.joined)) < 5:
        return NOT
    best = 0.0
    for turned in {"".join(words) for words in _turns(b.words)}:
        for own in {"".join(words) for words in _turns(a.words)}:
            left, right = (own, turned) if a.vowels and b.vowels else (skeleton(own), skeleton(turned))
            if left == right:
                best = max(best, 0.98)
            elif a.vowels and b.vowels:
                best = max(best, 0.97 * Levenshtein.normalized_similarity(sound(left), sound(right), score_cutoff=0.9))
    return Score(round(best, 4), "the same letters with other breaks") if best else NOT
