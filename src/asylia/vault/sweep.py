"""Sweep: every place where a protected name stands, also where nothing marked it.

One pass with an automaton over text laid flat: no case, accents, or marks that cannot be seen; whatever is
no letter or digit is one space, so a name is found in an address's slug and over a line's end. Where words are
written apart a name must begin and end with its word, or go on by a few letters (Иванова → Ивановой stays with
the extractor, Иванов → Иванова is found here); where they are not, wherever its characters stand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

_GONE = "\0"
_UNEVEN = re.compile(r" {2,}|\0+")
_INFLECTED = 4  # a name of so many letters may be followed by an ending …
_ENDING = 3  # … of so many
_JOINED = 8  # a full name of so many letters is also found written in one word
_STROKED = {"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "a", "ð": "d", "þ": "t"}
_PROCLITICS = frozenset("وفبلك")  # Arabic: and, so, by, for, as: written as one with the name


def clings(char: str) -> bool:
    """Whether more letters may stand right beside a name in this script: Han, kana, Hangul with its particles, Thai."""
    code = ord(char)
    return code >= 0x2E80 or 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF


class _Flat(dict[int, str]):
    """Character → how it is compared; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = flat = _flat(chr(code))
        return flat


def _flat(char: str) -> str:
    """One character: a letter without case and accent, a digit, a space; or the sign that nothing is there."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") and char not in "\n\r\t":
        return _GONE
    base = unicodedata.normalize("NFKC", char)[:1].casefold()[:1] or " "
    parts = unicodedata.normalize("NFD", base)
    # Accents go; but Hangul syllables and voiced kana are letters of their own, not letters with marks.
    if len(parts) > 1 and not clings(base):
        base = parts[0]
    return _STROKED.get(base, base) if base.isalnum() else " "


_TABLE = _Flat()


@dataclass(frozen=True, slots=True)
class Laid:
    """Text laid flat, and where each of its characters stood."""

    text: str
    marks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def source(self, index: int) -> int:
        """The place in the text that was laid flat."""
        return index + (self.shifts[at - 1] if (at := bisect_right(self.marks, index)) else 0)


def lay(text: str) -> Laid:
    """The text as names are compared."""
    flat = text.translate(_TABLE)
    marks: list[int] = []
    shifts: list[int] = []
    shift = 0
    for found in _UNEVEN.finditer(flat):
        kept = 1 if found[0][0] == " " else 0
        shift += found.end() - found.start() - kept
        marks.append(found.end() - shift)
        shifts.append(shift)
    return Laid(_UNEVEN.sub(lambda found: " " if found[0][0] == " " else "", flat), tuple(marks), tuple(shifts))


def identifies(surface: str) -> bool:
    """Whether the words can point at somebody wherever they stand.

    One character cannot (a Han surname is shared by millions); neither can words that carry no capital in a
    script that has them ("she", "the student").
    """
    key = lay(surface).text.strip()
    if len(key) < 2 or not any(char.isalpha() for char in key):
        return False
    cased = any(char.lower() != char.upper() for char in surface)
    return not cased or any(char.isupper() or char.istitle() for char in surface)


class Sweep:
    """Finds the names it was made of, in any text."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        keys = {lay(surface).text.strip() for surface in surfaces if identifies(surface)}
        joined = {key.replace(" ", "") for key in keys if " " in key and len(key) > _JOINED and key.isascii()}
        self._keys = tuple(sorted(keys | joined))
        self._automaton = AhoCorasick(list(self._keys)) if self._keys else None

    def spans(self, text: str, slug: bool = False) -> tuple[tuple[int, int], ...]:
        """Where names stand, as sorted spans that do not overlap.

        `slug` is for addresses and file names, which have no capitals: there a single word needs none.
        """
        if self._automaton is None or not text:
            return ()
        laid = lay(text)
        found: list[tuple[int, int]] = []
        for which, start, end in self._automaton.find_matches_as_indexes(laid.text, overlapping=True):
            closed = _whole(laid.text, start, end)
            if closed is None:
                continue
            first, last = laid.source(start), laid.source(closed - 1) + 1
            if slug or " " in self._keys[which] or _is_capital(text[first]):
                found.append((first, last))
        return _merged(found)


def _whole(text: str, start: int, end: int) -> int | None:
    """Where the word that a match stands in ends; None where the match is only a part of another word."""
    before = start
    while before and start - before < 2 and text[before - 1] in _PROCLITICS:
        before -= 1
    if not clings(text[start]) and before and text[before - 1].isalnum() and not clings(text[before - 1]):
        return None
    if clings(text[end - 1]):
        return end
    stop = end
    while stop < len(text) and text[stop].isalpha() and not clings(text[stop]):
        stop += 1
        if stop - end > _ENDING or end - start < _INFLECTED:
            return None
    return None if stop < len(text) and text[stop].isdigit() and stop > end else stop


def _is_capital(char: str) -> bool:
    """Whether the character is no small letter: a capital, or of a script that has no capitals."""
    return char == char.upper() or char.istitle()


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@lru_cache(maxsize=4)
def sweep(surfaces: frozenset[str]) -> Sweep:
    """The sweep of these names; made once."""
    return Sweep(surfaces)
