"""Syllables: East Asian names by the spelling rules of Mandarin, Cantonese, Korean and Vietnamese.

A name is read into a system's pivot (Pinyin, Jyutping, Hangul), in which a syllable has one form whatever script
it came from; two names agree where every syllable has a pivot in common. What the rules can read and do not find
alike is not the same name, however near it sounds: 王军 is no Ван Цюнь.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice, product
from typing import TypeVar

from asylia.entities.parting import LONGEST, Reading, Syllable, pivot_of, revised, southern, ways
from asylia.entities.spelling import SINO_VIETNAMESE as VIETNAMESE
from asylia.entities.spelling import Spelled
from asylia.lexicon.han import SYSTEMS, same, table
from asylia.lexicon.syllables import hokkien, korean, korean_surnames, mandarin, surname_characters, surnames
from asylia.model.entity import Score

T = TypeVar("T")
_MOST = 64  # ways to part a name that are tried
BEST = 0.98
UNUSUAL = 0.34  # spellings that are together as unusual as this are none
CROSSED = 0.05  # readings of one character in two languages
_COLUMNS = {
    name: SYSTEMS.index(column)
    for name, column in (
        ("mandarin", "pinyin"), ("cantonese", "jyutping"), ("vietnamese", "vietnamese"), ("korean", "korean"),
    )
}  # fmt: skip
_SCRIPTS = {
    "mandarin": ("han", "latin", "cyrillic", "hangul"), "korean": ("han", "hangul", "latin", "cyrillic", "katakana"),
    "cantonese": ("han", "latin"), "vietnamese": ("han", "latin"),
}  # fmt: skip
_SAID = {
    "mandarin": "the same syllables of Mandarin", "korean": "the same syllables of Korean",
    "cantonese": "the same syllables of Cantonese", "vietnamese": "the same syllables of Sino-Vietnamese",
}  # fmt: skip


def by_syllables(a: Spelled, b: Spelled) -> Score | None:
    """One name by the rules of a system; not one name by the rules of all; or None where the rules do not reach."""
    found: list[Score] = []
    reached = False
    for system, scripts in _SCRIPTS.items():
        if a.script not in scripts or b.script not in scripts:
            continue
        if a.script == b.script and not _within(a, b, system):
            continue
        left, right = read_in(a, system), read_in(b, system)
        if "han" in (a.script, b.script) and any(each.vietnamese for each in (a, b)) and system != "vietnamese":
            continue
        alone = system == "korean" and a.script == b.script
        costs = [cost for x in left for y in right if (cost := _between(x, y, alone)) is not None]
        if costs and min(costs) < UNUSUAL:
            found.append(Score(round(BEST - min(costs) / 2, 4), _SAID[system]))
        reached = reached or (_native(a, left, system) and _native(b, right, system))
        reached = reached or (system == "mandarin" and bool(left and right) and (_pinyin(a) or _pinyin(b)))
    if found:
        return max(found, key=lambda score: score.value)
    return Score(0.0, "other syllables") if reached else None


def _within(a: Spelled, b: Spelled, system: str) -> bool:
    """Whether two names in one script may be two ways to spell one name of a system."""
    if a.script != "latin" or system == "cantonese":
        return False
    if system == "korean":
        return (a.parted or b.parted) and all(_korean(name) for name in (a, b))
    return system == "mandarin" or a.vietnamese ^ b.vietnamese


def _korean(name: Spelled) -> bool:
    """Whether a name can be read as a Korean one, its surname first."""
    firsts = {pivot for reading in read_in(name, "korean") for pivot, _ in reading[0]}
    return name.words[0] in korean("latin").surnames or bool(firsts & korean_surnames() and name.parted)


_ONLY_PINYIN = re.compile("q(?!u)|x(?=[iu])|zh(?=[aeiou])")


def _pinyin(name: Spelled) -> bool:
    """Whether a name that can be read as Pinyin has letters that hardly anything but Pinyin uses so."""
    return name.script == "latin" and any(map(_ONLY_PINYIN.search, name.words))


def _native(name: Spelled, readings: tuple[Reading, ...], system: str) -> bool:
    """Whether a name that can be read in a system is surely one of it: a foreign name may be readable by chance."""
    if not readings:
        return False
    if name.script == "hangul":
        firsts = {pivot for reading in readings for pivot, _ in reading[0]}
        return system == "mandarin" or bool(firsts & korean_surnames())
    if name.han is not None:
        return same(name.han[0]) in surname_characters()
    if system == "mandarin":
        tables = mandarin(name.script), mandarin("wade")
        written = _written(name)
        ends = written[:1] if name.script == "cyrillic" else (written[0], written[-1])
        return any(pivot in surnames() for end in ends for each in tables for pivot in each.get(end, ()))
    if system == "korean":
        firsts = {pivot for reading in readings for pivot, _ in reading[0]}
        if not firsts & korean_surnames():
            return False
        return (name.parted and len(name.words) > 1) or (
            any(len(reading) == len(name.words) for reading in readings) and name.script != "latin"
        )
    return name.vietnamese if system == "vietnamese" else name.parted


def _between(a: Reading, b: Reading, alone: bool) -> float | None:
    """How unusual the spellings are by which two readings agree; None if they do not.

    Where the spellings stand alone, with no character or Hangul beside them, one of them must be the most usual.
    """
    if len(a) != len(b):
        return None
    total = 0.0
    for x, y in zip(a, b, strict=True):
        other = dict(y)
        costs = [
            cost + other[pivot] for pivot, cost in x if pivot in other and not (alone and min(cost, other[pivot]) > 0)
        ]
        if not costs:
            return None
        total += min(costs)
    return total


@lru_cache(maxsize=16384)
def read_in(name: Spelled, system: str) -> tuple[Reading, ...]:
    """Every way to read a name in a system, in either order of surname and given name; none if it cannot be."""
    if name.script not in _SCRIPTS[system] or (name.script == "han" and name.han is None):
        return ()
    if name.han is not None:
        return _characters(name.han, system)
    if name.vietnamese and system != "vietnamese":
        columns = [_by_characters(word, "vietnamese", system) for word in name.words]
        return (tuple(columns),) if all(columns) and 2 <= len(columns) <= LONGEST else ()
    words = _written(name)
    if name.script == "hangul" and system == "korean":
        whole = tuple(((pivot_of(char), 0.0),) for char in "".join(words))
        return (whole,) if 2 <= len(whole) <= LONGEST and len(words) <= len(whole) else ()
    found_ways = _word_by_word(name, words, system)
    found: dict[Reading, None] = {}
    if system == "mandarin" and name.parted:
        for reading in read_in(name, "cantonese"):
            crossed = tuple(_crossed(syllable) for syllable in reading)
            if all(crossed):
                found[crossed] = None
    if system == "mandarin" and name.script == "latin" and (own := southern(name.words)):
        found[own] = None
    for order in _orders(tuple(found_ways)) if all(found_ways) else ():
        for parts in islice(product(*order), _MOST):
            reading = tuple(syllable for part in parts for syllable in part)
            if 2 <= len(reading) <= LONGEST:
                found[reading] = None
    return tuple(found)


def _word_by_word(name: Spelled, words: tuple[str, ...], system: str) -> list[tuple[Reading, ...]]:
    """The ways to part each word; a given name of another language, before or behind, is left out."""
    found_ways = [tuple(ways(word, name.script, system, name.parted)) for word in words]
    if system == "mandarin" and name.script == "latin" and not name.parted:
        wade = [tuple(ways(word, "wade", system, False)) for word in words]
        if not all(found_ways) or any(_short(other) < _short(own) for own, other in zip(found_ways, wade, strict=True)):
            found_ways = wade if all(wade) else found_ways
    if len(words) > 2:
        if not found_ways[0] and words[0] == name.words[0]:
            found_ways = found_ways[1:]
        elif not found_ways[-1] and words[-1] == name.words[-1]:
            found_ways = found_ways[:-1]
    return found_ways


@lru_cache(maxsize=4096)
def _by_characters(syllable: str, of: str, system: str) -> Syllable:
    """What the characters that are read so in one language are read in another."""
    found: dict[str, None] = {}
    for readings in _shared(of).get(syllable, ()):
        found.update(dict.fromkeys(pivots_in(readings, system)))
    return tuple((pivot, CROSSED) for pivot in sorted(found))


def _crossed(syllable: Syllable) -> Syllable:
    """A syllable of Cantonese as Mandarin."""
    found: dict[str, float] = {}
    for jyutping, cost in syllable:
        for pivot, more in _by_characters(jyutping, "cantonese", "mandarin"):
            found[pivot] = min(cost + more, found.get(pivot, 1.0))
    return tuple(sorted(found.items()))


@lru_cache(maxsize=4)
def _shared(of: str) -> dict[str, list[tuple[tuple[str, ...], ...]]]:
    """Syllable of one language → the readings of every character that is read so."""
    found: dict[str, list[tuple[tuple[str, ...], ...]]] = defaultdict(list)
    for readings in dict.fromkeys(entry.readings for entry in table().values()):
        for syllable in readings[_COLUMNS[of]]:
            found[syllable].append(readings)
    return dict(found)


def pivots_in(readings: tuple[tuple[str, ...], ...], system: str) -> tuple[str, ...]:
    """The pivots of a system in the readings of a character."""
    pivots = readings[_COLUMNS[system]]
    return tuple(dict.fromkeys(filter(None, map(revised, pivots)))) if system == "korean" else pivots


def _short(ways: tuple[Reading, ...]) -> int:
    """Of how many syllables the shortest reading of a word is: Lien is one in Wade-Giles, two in Pinyin."""
    return min(map(len, ways), default=LONGEST)


def _written(name: Spelled) -> tuple[str, ...]:
    """The words as the rules of their script spell them."""
    if name.script == "hangul":
        return name.marked or ()
    if name.script == "cyrillic":
        return tuple(_russian(word) for word in name.marked or ())
    if name.script == "katakana":
        return tuple(_kana(word) for word in name.words)
    return name.fine if name.parted else name.words


_UKRAINIAN = str.maketrans("еиіїє", "эыиие", "'ʼ")


def _russian(word: str) -> str:
    """Ukrainian letters as the Russian ones of the same sounds."""
    if not set(word) & set("іїє"):
        return word
    return word.translate(_UKRAINIAN)


_KANA = (("sh(?=i)", "s"), ("sh(?=[aueo])", "sy"), ("(?<=sy)y", ""), ("(?<=[cj])(h?)y(?=[aueo])", r"\1"),
         ("tsu", "tu"), ("f(?=u)", "h"), ("f(?=[aeio])", "hw"), ("hu(?=[aeio])", "hw"))  # fmt: skip


def _kana(word: str) -> str:
    """Kana in Latin letters with one letter for one initial."""
    for old, new in _KANA:
        word = re.sub(old, new, word)
    return word


def _orders(words: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
    """As written, with the last first, with the first last."""
    return tuple(dict.fromkeys([words, (*words[-1:], *words[:-1]), (*words[1:], *words[:1])]))


def _characters(han: str, system: str) -> tuple[Reading, ...]:
    known, reading = table(), []
    for char in han:
        pivots = pivots_in(known[char].readings, system) if char in known else ()
        if not pivots:
            return ()
        reading.append(tuple((pivot, 0.0) for pivot in pivots))
    return (tuple(reading),) if 2 <= len(han) <= LONGEST else ()


def heads(name: Spelled) -> frozenset[str]:
    """Keys of a name that may be Chinese or Korean: the pivots of its surname and of its last syllable."""
    found: dict[str, float] = {}
    ends = set(name.words[:1] + name.words[-1:])
    for system, known in (("mandarin", surnames()), ("korean", korean_surnames())):
        if name.script in ("latin", "cyrillic") and not any(_surname(end, name.script, system) for end in ends):
            continue
        for reading in read_in(name, system):
            for (x, cost), (y, more) in product(reading[0], reading[-1]):
                if x in known:
                    found[f"#{x}-{y}"] = min(cost + more, found.get(f"#{x}-{y}", 1.0))
    return frozenset(sorted(found, key=lambda key: (found[key], key))[:_KEYS])


_KEYS = 24
_LETTERS = 6  # of a surname


@lru_cache(maxsize=16384)
def _surname(word: str, script: str, system: str) -> bool:
    """Whether a word may be a surname of a system, or of another that it can be read in."""
    if len(word) > _LETTERS or script == "cyrillic":
        return len(word) <= _LETTERS
    if word in VIETNAMESE or (system == "mandarin" and word in hokkien("surnames")):
        return True
    known = surnames() if system == "mandarin" else korean_surnames()
    return any(pivot in known for reading in ways(word, script, system, True) for pivot, _ in reading[0])
