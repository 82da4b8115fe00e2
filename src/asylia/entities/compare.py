"""Compare two names of persons, in any scripts. Says how alike they are, never that two persons are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from asylia.entities.crossing import crossed
from asylia.entities.distance import SAME, alike, on_scale
from asylia.entities.givens import given, of_two_sexes, one_given
from asylia.entities.han import han_reads, transcribes
from asylia.entities.japanese import reads_japanese
from asylia.entities.parting import one_hangul
from asylia.entities.spelling import SYLLABIC, Spelled, means, spelled
from asylia.entities.standard import standards
from asylia.entities.syllables import by_syllables
from asylia.entities.tibetan import spelled_in_han
from asylia.entities.vietnamese import heard_abroad, read_as_chinese, reads_vietnamese
from asylia.lexicon.han import same
from asylia.lexicon.syllables import surname_characters
from asylia.model.entity import Score

__all__ = ["SAME", "compare"]
NOT = Score(0.0, "different names")
SPARE = 5  # letters of a word that may be left out of a name: a patronymic, a second given name …
KEPT = 9  # … if so many letters are left
_LONG = 10  # names of fewer letters than this are alike by chance more often …
_SHORT = 0.012  # … so that each letter less takes so much
_ONE_RUN = 5  # letters that a name in one run must have to be compared with one in several words
_WORST = 0.65  # how much the least alike of the words decides
_CANTONESE = 0.85  # how alike Hangul must be to the Cantonese of characters that it does not spell in Mandarin
_FAR = 0.4  # names that are no more alike are not weighed in other ways
_EACH = 0.9  # … and where the words are syllables
_ONE_GIVEN = 0.97  # one given name in two languages: Dmitri, Dmytro
_TWO_GIVENS = 0.5  # two that sound alike: Hasan, Husayn


def _value(score: Score) -> float:
    return score.value


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
    if a.script == b.script == "latin" and (a.vietnamese or b.vietnamese) and a.marked and b.marked:
        return _marks(a.marked, b.marked)
    if a.words == b.words and a.script == b.script and not a.han:
        return Score(1.0, "the same words")
    if a.script == b.script == "latin" and a.vietnamese != b.vietnamese:
        return _unmarked(a, b)
    ruled = by_syllables(a, b)
    if ruled is None or ruled.value < SAME:
        ruled = max(
            (score for score in (crossed(a, b), ruled) if score and score.value >= SAME), default=ruled, key=_value
        )
    if ruled is not None and ruled.value >= SAME:
        return ruled
    if a.han or b.han:
        return _read(a.han, b, ruled) if a.han else _read(b.han or "", a, ruled)
    if ruled is not None:
        return ruled
    if a.words == b.words:
        return Score(1.0, "the same words in Latin letters")
    if a.script == b.script and a.script in SYLLABIC:
        return _syllables(a, b)
    read = read_as_chinese(a, b) if a.vietnamese else read_as_chinese(b, a) if b.vietnamese else NOT
    return max((_heard(a, b), read), key=_value)


def _read(han: str, other: Spelled, ruled: Score | None) -> Score:
    """A name in characters beside one in another script, where the rules of syllables have not made them one."""
    tibetan = [_heard(spelled(" ".join(names).title()), other) for names in spelled_in_han(han)]
    if tibetan and other.script != "han":
        return max(tibetan, key=_value)
    if ruled is None or other.script != "latin":
        vietnamese = reads_vietnamese(han, other)
        if vietnamese.value >= SAME:
            return vietnamese
    japanese = reads_japanese(han, other)
    if japanese.value >= SAME:
        return japanese
    if other.script == "hangul":  # in Mandarin and Korean the rules read it
        heard = han_reads(han, other, ("jyutping",))
        if heard.value >= _CANTONESE:
            return heard
        return ruled or (NOT if same(han[0]) in surname_characters() else transcribes(han, other))
    heard = han_reads(han, other)
    if ruled is not None:
        return min(heard, ruled, key=_value)
    return heard if other.script in SYLLABIC else max(heard, transcribes(han, other), key=_value)


def _heard(a: Spelled, b: Spelled) -> Score:
    """How alike two names sound, over all ways to take their spellings."""
    heard = _sounded(a, b)
    for own, other in ((a, b), (b, a)):
        if other.script not in _RULED and own.script != other.script:
            heard = max((heard, *(_sounded(standard, other) for standard in standards(own))), key=_value)
    return heard


_RULED = frozenset({"latin", "cyrillic", "han", "hangul"})  # scripts whose Chinese and Korean names the rules read


def _sounded(a: Spelled, b: Spelled) -> Score:
    """How alike two names sound, as they are spelled."""
    how = means(a, b)
    best = _spoken(a, b, how)
    if len(a.fine) == len(b.fine) > 2 and (_one_each(a) or _one_each(b)):
        best = min(best, _by_syllable(a, b), key=_value)
    short = _SHORT * max(0, _LONG - min(len("".join(a.content)), len("".join(b.content))))
    heard = Score(on_scale(max(best.value - short, 0.0), how), best.reason)
    if best.value < _FAR:
        return heard
    if how == "same" and a.script in _SYSTEMS and not any(each.parted or each.vietnamese for each in (a, b)):
        score = _spoken(a, b, "systems")
        heard = max(heard, Score(on_scale(score.value, "systems"), score.reason), key=_value)
    if how == "same" and a.script in _SYSTEMS and any(map(given, a.content)) and any(map(given, b.content)):
        # What languages write for names that they share: Mahmoud Darwish, Mahmud Derviş.
        score = _spoken(a, b, "letters")
        heard = max(heard, Score(on_scale(score.value, "shared"), score.reason), key=_value)
    for own, other in ((a, b), (b, a)):
        abroad = heard_abroad(own) if other.script != "latin" else None
        if abroad is not None:
            score = _spoken(abroad, other, how)
            heard = max(heard, Score(on_scale(score.value, how), score.reason), key=_value)
    return heard


# Scripts in which one name is spelled by the habits of several languages: Chodorkowski, Khodorkovsky.
_SYSTEMS = frozenset({"latin", "cyrillic", "arabic"})


def _spoken(a: Spelled, b: Spelled, how: str) -> Score:
    return max((_word_by_word(a, b, how), _unbroken(a, b, how)), key=_value)


_ONE_SYLLABLE = re.compile("[^aeiouy]*[aeiouyw]+[^aeiou]*")


def _one_each(name: Spelled) -> bool:
    """Whether all parts of a name are single syllables, so far as its script shows them."""
    return name.vowels and all(_ONE_SYLLABLE.fullmatch(part) for part in name.fine)


def _by_syllable(a: Spelled, b: Spelled) -> Score:
    """Syllable by syllable, where both names are written in such: no likeness of one makes up for another."""
    how = means(a, b)
    best = max(_ordered(x, turned, how, _EACH)[0] for x in _fines(a) for y in _fines(b) for turned in _turns(y))
    return Score(round(best, 4), "the same syllables in another spelling")


def _fines(name: Spelled) -> Iterator[tuple[str, ...]]:
    """The syllables of a name; a Korean surname under each of its usual spellings."""
    yield name.fine
    if name.script == "hangul":
        rest = "".join(name.fine[1:])
        yield from ((words[0], *name.fine[1:]) for words in name.others if len(words) == 2 and words[1] == rest)


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


def _unmarked(a: Spelled, b: Spelled) -> Score:
    """A Vietnamese name beside one without its marks: the same letters, or the Chinese name that it reads."""
    if any("".join(words) == "".join(b.words) for words in _turns(a.words)):
        return Score(0.98, "the same words without their marks")
    ruled = by_syllables(a, b)
    if ruled is not None and ruled.value >= SAME:
        return ruled
    return read_as_chinese(a, b) if a.vietnamese else read_as_chinese(b, a)


def _syllables(a: Spelled, b: Spelled) -> Score:
    """Two names in one script of syllables: nothing but breaks and long vowels may differ."""
    if a.script == "hangul" and len(a.words) == len(b.words) == 1 and one_hangul(a.marked or (), b.marked or ()):
        return Score(0.98, "the same syllables, as the North and the South write them")
    wholes = {"".join(words) for words in _turns(a.words)}
    if wholes & {"".join(words) for words in _turns(b.words)}:
        return Score(0.98, "the same syllables with other breaks")
    return NOT


def _word_by_word(a: Spelled, b: Spelled, how: str) -> Score:
    """Word by word in order, the surname first or last in either."""
    best = NOT
    fixed = a.chained or b.chained or _fathers(a) or _fathers(b)
    for own in a.variants:
        for other in b.variants:
            for turned, words in enumerate(_turns(other) if not fixed else (other,)):
                value, spare = _ordered(own, words, how)
                if value > best.value:
                    where = "with the surname elsewhere" if turned else "in another spelling"
                    short = f", {spare} words fewer in one" if spare else ""
                    best = Score(round(value, 4), f"the same words {where}{short}")
    return best


def _fathers(name: Spelled) -> bool:
    """Whether a name is given names only, that of the father behind one's own: Ali Hassan is no Hassan Ali."""
    return len(name.content) > 1 and all(map(given, name.content))


def _turns(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if len(words) > 1:
        yield (*words[-1:], *words[:-1])
        yield (*words[1:], *words[:1])


def _ordered(a: Sequence[str], b: Sequence[str], how: str, worst: float = _WORST) -> tuple[float, int]:
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
        best = max(best, (1 - worst) * mean + worst * min(values))
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
    near = alike(x, y, how)
    one = one_given(x, y)
    if one:
        return max(near, _ONE_GIVEN)
    return min(near, _TWO_GIVENS) if one is False or of_two_sexes(x, y) else near


def _unbroken(a: Spelled, b: Spelled, how: str) -> Score:
    """Words that one writer joins and the other parts: "Bing Zhang" and "Bingzhang"."""
    best = 0.0
    for own in a.variants:
        for other in b.variants:
            few, many = sorted((own, other), key=len)
            if len(few) < len(many) <= 5 and min(sum(map(len, few)), sum(map(len, many))) >= (
                5 if len(few) > 1 else _ONE_RUN
            ):
                turns = [few] if a.chained or b.chained else list(_turns(few))
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
