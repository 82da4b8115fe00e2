"""Compare two names of persons, in any scripts. Says how alike they are, never that two persons are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from asylia.entities.distance import SAME, alike, on_scale
from asylia.entities.han import han_reads
from asylia.entities.spelling import SYLLABIC, Spelled, means, spelled
from asylia.entities.vietnamese import read_as_chinese
from asylia.lexicon.han import same
from asylia.model.entity import Score

__all__ = ["SAME", "compare"]
NOT = Score(0.0, "different names")
SPARE = 5  # letters of a word that may be left out of a name: a patronymic, a second given name …
KEPT = 9  # … if so many letters are left
_LONG = 10  # names of fewer letters than this are alike by chance more often …
_SHORT = 0.012  # … so that each letter less takes so much
_WORST = 0.65  # how much the least alike of the words decides


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
    if a.script == b.script == "latin" and (a.vietnamese or b.vietnamese) and a.marked and b.marked:
        return _marks(a.marked, b.marked)
    if a.words == b.words:
        return Score(1.0, "the same words" if a.script == b.script else "the same words in Latin letters")
    if a.script == b.script and a.script in SYLLABIC:
        return _syllables(a, b)
    best = max((_word_by_word(a, b), _unbroken(a, b)), key=lambda score: score.value)
    if len(a.fine) == len(b.fine) > 2:
        best = min(best, _by_syllable(a, b), key=lambda score: score.value)
    short = _SHORT * max(0, _LONG - min(len("".join(a.content)), len("".join(b.content))))
    heard = Score(on_scale(max(best.value - short, 0.0), means(a, b)), best.reason)
    read = read_as_chinese(a, b) if a.vietnamese else read_as_chinese(b, a) if b.vietnamese else NOT
    return max((heard, read), key=lambda score: score.value)


def _by_syllable(a: Spelled, b: Spelled) -> Score:
    """Syllable by syllable, where both names are written in such: no likeness of one makes up for another."""
    how = means(a, b)
    best = max(_ordered(a.fine, turned, how)[0] for turned in _turns(b.fine))
    return Score(round(best, 4), "the same syllables in another spelling")


def _characters(left: str, right: str) -> Score:
    """Two names in Han characters: the characters decide, not how they sound."""
    if same(left) == same(right):
        return Score(1.0, "the same characters")
    if min(len(left), len(right)) >= 2 and (same(left) in same(right) or same(right) in same(left)):
        return Score(0.6, "the characters of one stand in the other")
    return Score(0.0, "different characters")


def _marks(left: Sequence[str], right: Sequence[str]) -> Score:
    """Two names of a language whose marks tell words apart."""
    if sorted(left) == sorted(right):
        return Score(1.0, "the same words")
    return Score(0.5, "words that differ in their marks") if len(left) == len(right) else NOT


def _syllables(a: Spelled, b: Spelled) -> Score:
    """Two names in one script of syllables: nothing but breaks and long vowels may differ."""
    wholes = {"".join(words) for words in _turns(a.words)}
    if wholes & {"".join(words) for words in _turns(b.words)}:
        return Score(0.98, "the same syllables with other breaks")
    return NOT


def _word_by_word(a: Spelled, b: Spelled) -> Score:
    """Word by word in order, the surname first or last in either."""
    best = NOT
    how = means(a, b)
    fixed = a.chained or b.chained
    for own in a.variants:
        for other in b.variants:
            for turned, words in enumerate(_turns(other) if not fixed else (other,)):
                value, spare = _ordered(own, words, how)
                if value > best.value:
                    where = "with the surname elsewhere" if turned else "in another spelling"
                    short = f", {spare} words fewer in one" if spare else ""
                    best = Score(round(value, 4), f"the same words {where}{short}")
    return best


def _turns(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if len(words) > 1:
        yield (*words[-1:], *words[:-1])
        yield (*words[1:], *words[:1])


def _ordered(a: Sequence[str], b: Sequence[str], how: str) -> tuple[float, int]:
    """The best alignment that keeps the order: how alike the words are, and how many are left over."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 2 or (len(a) == 1 and len(b) > 1):
        return (0.6 if len(a) == 1 and len(a[0]) > 2 and max(alike(a[0], y, how) for y in b) > 0.9 else 0.0), len(
            b
        ) - len(a)
    best = 0.0
    for left_out in _left_out(b, len(b) - len(a)):
        values = [_word(x, y, how) for x, y in zip(a, left_out, strict=True)]
        weights = [min(len(x), len(y)) for x, y in zip(a, left_out, strict=True)]
        mean = sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
        best = max(best, (1 - _WORST) * mean + _WORST * min(values))
    return best * 0.98 ** (len(b) - len(a)), len(b) - len(a)


def _left_out(words: Sequence[str], spare: int) -> Iterator[Sequence[str]]:
    """The words with so many long ones left out, never the first or the last of all."""
    if not spare:
        yield words
        return
    for i in range(1, len(words) - 1):
        if len(words[i]) >= SPARE and sum(map(len, words)) - len(words[i]) >= KEPT:
            yield from _left_out([*words[:i], *words[i + 1 :]], spare - 1)


def _word(x: str, y: str, how: str) -> float:
    if (len(x) == 1 or len(y) == 1) and x[0] == y[0] and x != y:
        return 0.75  # an initial
    return alike(x, y, how)


def _unbroken(a: Spelled, b: Spelled) -> Score:
    """Words that one writer joins and the other parts: "Bing Zhang" and "Bingzhang"."""
    how = means(a, b)
    best = 0.0
    for own in a.variants:
        for other in b.variants:
            few, many = sorted((own, other), key=len)
            if len(few) < len(many) <= 5 and min(sum(map(len, few)), sum(map(len, many))) >= 5:
                turns = list(_turns(few))
                best = max(best, *(_ordered(t, j, how)[0] for j in _joined(many, len(few)) for t in turns))
    return Score(round(best * 0.98, 4), "the same letters with other breaks") if best else NOT


def _joined(words: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    """Every way to join neighbouring words so that so many are left."""
    if count == 1:
        yield ("".join(words),)
        return
    for i in range(1, len(words) - count + 2):
        for rest in _joined(words[i:], count - 1):
            yield ("".join(words[:i]), *rest)
