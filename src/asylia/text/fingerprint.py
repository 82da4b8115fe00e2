"""Fingerprints of texts: a sample of their five-grams that does not depend on where a passage begins.

Winnowing: of every window of neighbouring five-grams the one with the smallest hash is kept. Two texts that
share a passage of WINDOW + GRAM - 1 words share at least one hash, whatever stands around it.
"""

from __future__ import annotations

import re
from zlib import crc32

from asylia.language.fold import fold
from asylia.language.scripts import is_unspaced

GRAM = 5
WINDOW = 4
_UNITS = re.compile(r"[^\W_]+")


def units(text: str) -> list[tuple[str, int, int]]:
    """The units that five-grams are made of, with their spans: words, or characters in writing without spaces."""
    folded = fold(text)
    found = []
    for word in _UNITS.finditer(folded):
        if not word.group().isascii() and any(map(is_unspaced, word.group())):
            found += [(folded[at], at, at + 1) for at in range(word.start(), word.end())]
        else:
            found.append((word.group(), word.start(), word.end()))
    return found


def winnow(text: str) -> list[tuple[int, int, int]]:
    """Kept hashes with the span of their five-gram, in order. Fewer than five units make one gram of all."""
    parts = units(text)
    if not parts:
        return []
    count = max(len(parts) - GRAM + 1, 1)
    words = [part[0] for part in parts]
    hashes = [crc32("\x1f".join(words[at : at + GRAM]).encode()) for at in range(count)]
    kept: list[tuple[int, int, int]] = []
    best = -1
    for end in range(min(WINDOW, count), count + 1):
        begin = max(end - WINDOW, 0)
        if best < begin or hashes[end - 1] <= hashes[best]:
            # On ties the last one, so that a run of equal grams is sampled once a window.
            at = min(range(begin, end), key=lambda place: (hashes[place], -place))
            if at != best:
                best = at
                kept.append((hashes[at], parts[at][1], parts[min(at + GRAM, len(parts)) - 1][2]))
    return kept


def fingerprint(text: str) -> tuple[int, ...]:
    """The kept hashes of the text, sorted, each once. The same on every machine."""
    return tuple(sorted({value for value, _, _ in winnow(text)}))
