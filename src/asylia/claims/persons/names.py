"""What the grammars of names know about a language: the tables of `names.toml`, ready for look-up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from asylia.language.fold import fold
from asylia.lexicon.load import Lexicon

CYRILLIC = frozenset({"ru"})
# Case endings of Russian given names; what is left is compared with the stem of the listed form.
_RU_ENDING = re.compile(r"(?:ой|ою|ем|ом|ым|ам|[аяеёиоуюыйь])\Z")
_RU_SOFT = re.compile(r"(?<=[еи])(?:ем|ей|[йяюи])\Z")  # Андрей, Андрея, Андреем; Мария, Марией
_MIN_STEM = 3


def stem(word: str) -> str:
    """A Russian given name without its case ending."""
    lowered = word.lower()
    cut = _RU_SOFT.sub("", lowered) if _RU_SOFT.search(lowered) else _RU_ENDING.sub("", lowered)
    return cut if len(cut) >= _MIN_STEM else lowered


@dataclass(frozen=True, slots=True)
class NameWords:
    """Parts of names, and words that are none, for one language. Latin and Cyrillic words are in lower case."""

    given: frozenset[str]
    first: frozenset[str]
    particles: tuple[str, ...]
    honorifics: tuple[str, ...]
    never: frozenset[str]
    han: frozenset[str]
    double: tuple[str, ...]
    japanese: tuple[str, ...]
    hangul: frozenset[str]
    hangul_double: tuple[str, ...]
    hangul_foreign: frozenset[str]
    hangul_strange: frozenset[str]
    loanwords: tuple[str, ...]
    arabic: frozenset[str]  # folded, as the links
    links: frozenset[str]


_ARABIC = ("given", "persian", "foreign")  # in Arabic script: names of every tongue, as it writes them


@lru_cache(maxsize=32)
def name_words(lexicon: Lexicon, language: str) -> NameWords:
    """The name tables for a language; English words stand in where a Latin language has none of its own."""
    table = lexicon.table("names")
    cyrillic = language in CYRILLIC
    given = _words(table, "cyrillic" if cyrillic else "latin", "given")
    own = language if language in table.get("notname", {}) else "en"
    return NameWords(
        given=frozenset(stem(word) if cyrillic else word.lower() for word in given),
        first=frozenset(word.lower() for word in _words(table, "latin", "first")),
        particles=tuple(dict.fromkeys(_words(table, "latin", "particle"))),
        honorifics=tuple(word for word in table.get("honorific", {}).get(own, "").split()),
        never=frozenset(word for word in table.get("notname", {}).get(own, "").split()),
        han=frozenset("".join(_words(table, "han", "surnames"))),
        double=_words(table, "han", "double"),
        japanese=_words(table, "han", "japanese"),
        hangul=frozenset(_words(table, "hangul", "surnames")),
        hangul_double=_words(table, "hangul", "double"),
        hangul_foreign=frozenset("".join(_words(table, "hangul", "foreign"))),
        hangul_strange=frozenset("".join(_words(table, "hangul", "strange"))),
        loanwords=_words(table, "hangul", "loanwords"),
        arabic=frozenset(fold(word) for key in _ARABIC for word in _words(table, "arabic", key)),
        links=frozenset(map(fold, _words(table, "arabic", "link"))),
    )


def _words(table: object, script: str, key: str) -> tuple[str, ...]:
    section = table.get(script, {}) if hasattr(table, "get") else {}
    return tuple(str(section.get(key, "")).split())
