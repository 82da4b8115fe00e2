"""Tibetan: names in its script in plain Latin letters as they are said, and names that Chinese characters spell."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from asylia.lexicon.givens import tibetan

_SOUNDS = "k kh g ng ch ch j ny t t d n p p b m ts ts dz w sh s  y r l sh s h "
_ROOTS = dict(zip("ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ", _SOUNDS.split(" "), strict=True))
_VOWELS = {"\u0f72": "i", "\u0f74": "u", "\u0f7a": "e", "\u0f7c": "o"}
_LAST = {"ག": "k", "ང": "ng", "ན": "n", "བ": "p", "མ": "m", "ར": "r", "ལ": "l"}
_SOFTENING = frozenset("དནལས")  # before these an a is said e
_PREFIXES = frozenset("གདབམའ")
_SECOND = frozenset("གངབམ")  # after these an s may follow at the end
_HEADS = frozenset("རལས")
_YA, _RA, _LA, _WA = "\u0fb1", "\u0fb2", "\u0fb3", "\u0fad"
_WITH_YA = {"p": "ch", "b": "j", "m": "ny"}
_SYLLABLE = re.compile("[\u0f40-\u0fbc]+")
_MOST = 16  # readings of one name in characters


def said(text: str) -> str:
    """A name in Tibetan script as it is said, two syllables a word: Tenzin Gyatso."""
    parts: list[str] = []
    before = ""
    for syllable in _SYLLABLE.findall(text):
        stacks = _stacks(syllable)
        root = _root(stacks)
        link = _link(before, stacks, root) if len(parts) % 2 else ""
        made = link + _syllable(stacks, root)
        if len(parts) % 2:
            made = "wa" if syllable == "བ" else made
            parts[-1] = parts[-1].removesuffix("k") if made.startswith("w") else parts[-1]
        parts.append(made)
        before = parts[-1]
    if len(parts) % 2:
        return "".join(parts)
    return " ".join("".join(parts[i : i + 2]) for i in range(0, len(parts), 2))


def _stacks(syllable: str) -> list[str]:
    """The letters of a syllable, each with what stands below and above it."""
    made: list[str] = []
    for char in syllable:
        if char in _ROOTS or not made:
            made.append(char)
        else:
            made[-1] += char
    return made


def _root(stacks: list[str]) -> int:
    """Which letter is the one that the syllable begins with when it is said."""
    for i, stack in enumerate(stacks):
        if len(stack) > 1:
            return i
    if len(stacks) == 3 and stacks[0] in _PREFIXES and not (stacks[2] == "ས" and stacks[1] in _SECOND):
        return 1
    return 1 if len(stacks) > 3 else 0


def _syllable(stacks: list[str], root: int) -> str:
    stack, after = stacks[root], stacks[root + 1 :]
    below = [char for char in stack[1:] if char not in _VOWELS]
    vowel = next((_VOWELS[char] for char in stack if char in _VOWELS), "a")
    letter = stack[0]
    if letter in _HEADS and below and below[0] not in (_YA, _RA, _LA, _WA):
        head, letter = letter, chr(ord(below.pop(0)) - 0x50)
        if head == "ལ" and letter == "ཧ":
            letter = "ལ"
    first = _ROOTS.get(letter, "")
    if letter == "བ" and root and stacks[0] == "ད":
        first = "y" if _YA in below else "w" if vowel == "a" else ""
    elif _YA in below:
        first = _WITH_YA.get(first[:1], first + "y")
    elif _RA in below:
        first = first if first in ("s", "m", "h") else "d" if first in ("g", "d", "b") else "t"
    elif _LA in below:
        first = "d" if letter == "ཟ" else "l"
    last = after[0][0] if after else ""
    if last in _SOFTENING and vowel == "a":
        vowel = "e"
    return first + vowel + _LAST.get(last, "")


def _link(before: str, stacks: list[str], root: int) -> str:
    """What an open syllable before it makes heard: Lob-sang, Dor-je."""
    if before[-1:] not in tuple("aeiou"):
        return ""
    if root and stacks[0] == "བ" and len(stacks[root].rstrip("".join(_VOWELS))) == 1:
        return "p"
    return "r" if stacks[root][0] == "ར" and len(stacks[root]) > 1 and stacks[root][1] not in _VOWELS else ""


@lru_cache(maxsize=16384)
def spelled_in_han(han: str) -> tuple[tuple[str, ...], ...]:
    """The Tibetan names that Chinese characters spell with no break between them; none if any character is left."""
    known = tibetan()
    if len(han) != 4 or han[:2] not in known or han[2:] not in known:
        return ()
    return tuple(islice(product(known[han[:2]], known[han[2:]]), _MOST))
