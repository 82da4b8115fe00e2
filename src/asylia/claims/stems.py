"""Stems: the words of a span as weights see them, in scripts that write them apart and in those that do not."""

from __future__ import annotations

import re

from asylia.claims.scan import Scan

_UNSPACED = frozenset({"zh", "ja", "ko"})
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"\w+")
_LETTERS = 6  # what inflection leaves alone in most words of eight languages


def stems(scan: Scan, start: int, end: int) -> list[tuple[str, int]]:
    """The first letters of every word, or all pairs and triples of characters, with their places in the text."""
    text = scan.folded[start:end]
    if scan.language not in _UNSPACED:
        return [(match.group()[:_LETTERS], start + match.start()) for match in _WORD.finditer(text)]
    dense = [(char, start + at) for at, char in enumerate(text) if not _SPACE.match(char)]
    return [
        ("".join(char for char, _ in dense[at : at + size]), dense[at][1])
        for size in (2, 3)
        for at in range(len(dense) - size + 1)
    ]
