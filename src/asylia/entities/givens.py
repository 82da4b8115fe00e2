"""Givens: whether two words of names are known to be one given name in two languages, or two given names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from asylia.entities.spelling import spelled
from asylia.lexicon.givens import givens

_SERVANT = re.compile("[aeE]m?[bB]d(?=..)")
_DEAR = re.compile("(?<=..)(?:(?:[jGZ]|zh|dj|dzh|ch|Ci|Iia|Li)an?|[cj]on|GAn|jiang|Iiang|Iang)$")  # Ahmet-jan
_MASCULINE = re.compile("(?:[oeyi][vwf]+|[iy]n|sk(?:i|y|iy|ij|yi|ii|yj))$")
_FEMININE = re.compile("(?:[oeyi][vw]a|[iy]na|sk(?:a|aya|aia|aja|aa))$")


@lru_cache(maxsize=1)
def _known() -> Mapping[str, frozenset[str]]:
    """Word in plain letters → the given names that it may be."""
    found: dict[str, set[str]] = defaultdict(set)
    for form, names in givens().items():
        for words in spelled(form).variants:
            found[words[0]].update(names)
    return {word: frozenset(names) for word, names in found.items()}


def given(word: str) -> bool:
    """Whether a word in plain letters is a given name that many languages spell each in its own way."""
    return bool(_names(word))


@lru_cache(maxsize=131072)
def one_given(left: str, right: str) -> bool | None:
    """Whether two words are one given name; None where one of them is not known."""
    a, b = _names(left), _names(right)
    if a and b:
        if a & b:
            return True
        return None if {name.removesuffix(_JAN) for name in a} & {name.removesuffix(_JAN) for name in b} else False
    x, y = _SERVANT.match(left), _SERVANT.match(right)
    if x and y:
        return one_given(left[x.end() :], right[y.end() :])
    return None


_JAN = "-jan"


def _plain(word: str) -> str:
    """A word without the capitals that stand for the letters of scripts with one for each sound."""
    return word.replace("qQ", "g").replace("C", "ch").replace("G", "j")


def _names(word: str) -> frozenset[str]:
    """The given names that a word may be, with the endearing "jan" behind it or without."""
    found = _known().get(word) or _known().get(_plain(word))
    if found:
        return found
    dear = _DEAR.search(word)
    return frozenset(name + _JAN for name in _known().get(word[: dear.start()], ())) if dear else frozenset()


def of_two_sexes(left: str, right: str) -> bool:
    """Whether one word is a surname of men and the other one of women, by their Slavic endings."""
    return bool(
        (_MASCULINE.search(left) and _FEMININE.search(right)) or (_FEMININE.search(left) and _MASCULINE.search(right))
    )
