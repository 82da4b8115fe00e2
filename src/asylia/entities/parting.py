"""Parting: the ways to part a word into syllables of Mandarin, Cantonese or Korean, each with its pivots."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from asylia.lexicon.syllables import (
    Jamo,
    Table,
    apart,
    cantonese,
    hokkien,
    korean,
    mandarin,
    surname_spellings,
    together,
)  # fmt: skip

Syllable = tuple[tuple[str, float], ...]  # pivots of one syllable, each with how unusual its spelling is
Reading = tuple[Syllable, ...]
LONGEST = 5  # syllables of a name
_SYLLABLE = 6  # letters that a syllable between hyphens has at most
_SOUTHERN = 0.05  # a syllable of Min or Hakka
_ANOTHER = 0.03  # a second system's spelling in a name that may mix two
_REVISED = re.compile(r"(kk|gg|tt|dd|pp|bb|ss|jj|ch|[gnrldmbsjktph])?([aeiouwy]+)(ng|[gnlmbkpdts])?\Z")


@lru_cache(maxsize=2048)
def revised(reading: str) -> str | None:
    """The Hangul of a syllable in the revised romanisation."""
    match = _REVISED.match(reading)
    jamo = korean("latin")
    if match is None:
        return None
    head = (match[1] or "").replace("l", "r")
    letters = [
        min(rows.get(part, {"": 1.0}).items(), key=lambda row: row[1])[0]
        for rows, part in ((jamo.initials, head), (jamo.vowels, match[2]), (jamo.codas, match[3] or ""))
    ]
    return together(letters[0], letters[1], letters[2] or " ") if letters[0] and letters[1] else None


def pivot_of(char: str) -> str:
    """The Hangul syllable as the pivots have it; other characters as they are."""
    return together(*apart(char)) if "가" <= char <= "힣" else char


def ways(word: str, script: str, system: str, parted: bool) -> Iterator[Reading]:
    """Every way to part a word into syllables of a system."""
    if system == "vietnamese":
        forms = {word, re.sub("y$", "i", word), re.sub("i$", "y", word)}
        yield (tuple((form, 0.0) for form in sorted(forms)),)
        return
    if system == "korean":
        jamo = korean(script)
        for whole in filter(None, (jamo.surnames.get(word), jamo.whole.get(word))):
            yield (tuple(sorted((pivot_of(char), cost) for char, cost in whole.items())),)
        yield from _korean(word, jamo, 1 if parted and len(word) <= _SYLLABLE else LONGEST)
        return
    most = 1 if parted and len(word) <= _SYLLABLE else LONGEST
    if system == "cantonese":
        yield from _parted(word, (cantonese(),), most)
        return
    if script in ("latin", "wade") and word in surname_spellings():
        yield (tuple(sorted(surname_spellings()[word].items())),)
    yield from _parted(word, (mandarin(script), *((mandarin("wade"), mandarin("taiwan")) if parted else ())), most)


def _parted(word: str, tables: tuple[Table, ...], most: int) -> Iterator[Reading]:
    if not word:
        yield ()
        return
    for size in range(min(len(word), 7) if most else 0, 0, -1):
        pivots: dict[str, float] = {}
        for rank, known in enumerate(tables):
            for pivot, cost in known.get(word[:size], {}).items():
                pivots.setdefault(pivot, cost + rank * _ANOTHER)
        if pivots:
            for rest in _parted(word[size:], tables, most - 1):
                yield (tuple(sorted(pivots.items())), *rest)


def _korean(word: str, jamo: Jamo, most: int) -> Iterator[Reading]:
    if not word:
        yield ()
        return
    for size, pivots in _heads(word, jamo) if most else ():
        for rest in _korean(word[size:], jamo, most - 1):
            yield (pivots, *rest)


def _heads(word: str, jamo: Jamo) -> list[tuple[int, Syllable]]:
    """The syllables that a word may begin with: how long each is written, and its pivots."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for i, j, k in product((0, 1, 2), (1, 2, 3), (0, 1, 2)):
        if i + j + k > len(word):
            continue
        initials, vowels = jamo.initials.get(word[:i], {}), jamo.vowels.get(word[i : i + j], {})
        codas = jamo.codas.get(word[i + j : i + j + k], {}) if k else {" ": 0.0}
        for initial, vowel, coda in product(initials, vowels, codas):
            cost = initials[initial] + vowels[vowel] + codas[coda]
            pivot = together(initial, vowel, coda)
            found[i + j + k][pivot] = min(cost, found[i + j + k].get(pivot, 1.0))
    for spelling, whole in jamo.whole.items():
        if word.startswith(spelling):
            for char, cost in whole.items():
                found[len(spelling)][pivot_of(char)] = min(cost, found[len(spelling)].get(pivot_of(char), 1.0))
    return [(size, tuple(sorted(pivots.items()))) for size, pivots in sorted(found.items()) if pivots]


def southern(words: tuple[str, ...]) -> Reading | None:
    """The Mandarin of a name as the Chinese of South-East Asia spell theirs, each syllable a word: Lee Kuan Yew."""
    if not 2 <= len(words) <= 3 or words[0] not in hokkien("surnames"):
        return None
    found = [hokkien("surnames")[words[0]]]
    for word in words[1:]:
        pivots = {**mandarin("latin").get(word, {}), **hokkien("given").get(word, {})}
        found.append(pivots)
    return (
        tuple(tuple((pivot, cost + _SOUTHERN) for pivot, cost in sorted(each.items())) for each in found)
        if all(found)
        else None
    )


def one_hangul(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names in Hangul differ only in an r at the head, which the South drops or says as n."""
    left, right = "".join(a), "".join(b)
    if len(left) != len(right) or not left or left[1:] != right[1:]:
        return False
    return bool(_headed(left[0]) & _headed(right[0]))


def _headed(char: str) -> set[str]:
    pivot = pivot_of(char)
    initial, vowel, coda = apart(pivot) if "가" <= pivot <= "힣" else ("", "", "")
    return {pivot, together("ㄴ", vowel, coda)} if initial == "ㄹ" else {pivot}
