"""Names of organisations in Arabic and Persian: the head opens the name, and a verb or a particle ends it."""

from __future__ import annotations

from collections.abc import Sequence

from asylia.claims.actors.tables import NAME_STOPS
from asylia.claims.actors.words import Line, Seed, Word
from asylia.language.fold import fold

_MOST = 6
_OPEN_NAMES = frozenset({"ngo", "media", "body"})  # organisations whose names are words of every kind
_FA_ADJECTIVES = frozenset("فدرال کل عمومی ملی داخلی خارجی عالی مرکزی".split())
_IN = {"ar": ("في", "لدى"), "fa": ("در",)}


def grow(at: Line, seed: Seed, seeds: Sequence[Seed], language: str) -> tuple[int, int]:
    """The span of the name: adjectives, genitives and places behind the head, up to the first word that cannot join."""
    known = next((s for s in seeds if not s.noun and s.start <= seed.start < s.end and s.end >= seed.end), None)
    if known and "place" not in known.tags:
        return known.start, known.end  # a listed name is whole
    stops = {fold(word) for word in NAME_STOPS[language]}
    end, index, free = seed.end, at.first_from(seed.end), 0
    while index < len(at.words) and free < _MOST:
        word = at.words[index]
        gap = at.gap(end, word.start)
        if gap.strip(' \u00a0\u200c«"“') or _is_verb(at, word) or word.start in at.dated:
            break
        if word.low in _IN[language] and index + 1 < len(at.words) and at.words[index + 1].start in at.places:
            end, index = at.words[index + 1].end, index + 2
            break
        if word.low in stops and not _guards(at, index):
            break
        here = [s for s in seeds if s.start == word.start and "place" not in s.tags]
        inner = min(here, key=lambda s: (s.noun, -s.end), default=None)  # a listed name before the noun that opens it
        if inner and not inner.noun:
            return seed.start, inner.end  # a known name closes what its noun opened
        if language == "ar" and word.low.startswith(("بال", "لکن")):
            break
        if language == "ar" and _closed(at, index) and (inner or _bare_place(at, word)):
            break
        if not (inner or _joins(at, word, seed, language, free)):
            break
        end, index = (inner.end, at.first_from(inner.end)) if inner else (word.end, index + 1)
        free += 1
        if word.start in at.places and not inner and language == "fa":
            break
    return seed.start, end


# Persian: "the committee for the protection of journalists": here the preposition belongs to the name.
_GUARDS = frozenset("حفاظت حمایت دفاع پشتیبانی پاسداری".split())


def _guards(at: Line, index: int) -> bool:
    return at.words[index].low == "از" and at.words[index - 1].low in _GUARDS


def _closed(at: Line, index: int) -> bool:
    """Whether the phrase is definite by its last word: a noun behind it is the object ("دعت المنظمة السلطات")."""
    return at.words[index - 1].low.startswith("ال")


def _bare_place(at: Line, word: Word) -> bool:
    """A country's name, not the adjective made of it."""
    return word.start in at.places and not word.low.startswith("ال")


def _joins(at: Line, word: Word, seed: Seed, language: str, free: int) -> bool:
    if word.start in at.places:
        return True
    if language == "ar" and word.low.startswith(("ال", "لل")):
        return True
    definite = language == "ar" and at.scan.folded.startswith("ال", seed.start)
    if language == "fa" and seed.code in ("state", "police", "court") and word.low in _FA_ADJECTIVES:
        return True
    return seed.code in _OPEN_NAMES and not definite and free < 3 and not word.low.isdigit()


def _is_verb(at: Line, word: Word) -> bool:
    """Whether a verb of saying begins in this word, be it behind a conjunction written together with it."""
    return any(start in at.verbs for start in range(word.start, min(word.start + 2, word.end)))
