"""Words of a sentence with their places, and the seeds that names of organisations grow from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from asylia.claims.scan import Scan, SentenceScan

# A French clitic is a word of its own; hyphens, dots and inner apostrophes belong to the word.
_WORD = re.compile(r"(?:[ldnsjmtc]|qu)['’](?=\w)|[^\W_]+(?:['’\-.\u200c][^\W_]+)*", re.IGNORECASE)


class Word(NamedTuple):
    """`text[start:end]`; `low` is its folded form, `cap` whether it begins with a capital letter."""

    start: int
    end: int
    low: str
    cap: bool


class Seed(NamedTuple):
    """A noun or name that an actor's mention grows from. `code` is its class; `noun` False for a proper name."""

    start: int
    end: int
    code: str
    tags: frozenset[str] = frozenset()
    noun: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence made ready: its words, the places where names of countries stand, and where verbs of saying begin."""

    scan: Scan
    sentence: SentenceScan
    words: tuple[Word, ...]
    places: frozenset[int] = field(default=frozenset())  # starts of words inside names of places and nationalities
    verbs: frozenset[int] = field(default=frozenset())  # starts of cues of saying and stance
    dated: frozenset[int] = field(default=frozenset())  # starts of words inside dates
    documents: frozenset[int] = field(default=frozenset())  # starts of nouns of documents

    def gap(self, left: int, right: int) -> str:
        """The text between the ends of two words."""
        return self.scan.text[left:right]

    def first_from(self, offset: int) -> int:
        """The index of the first word that begins at or after the offset."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low


PLACES = ("country", "capital", "city", "nationality", "region")
_SAYING = ("speech", "stance", "attribution")


def line(scan: Scan, sentence: SentenceScan) -> Line:
    """Lay one sentence out as words."""
    text, folded = scan.text, scan.folded
    words = tuple(
        Word(m.start(), m.end(), folded[m.start() : m.end()], text[m.start()].isupper())
        for m in _WORD.finditer(text, sentence.start, sentence.end)
    )
    places = _covered(words, ((cue.start, cue.end) for cue in sentence.of(*PLACES)))
    verbs = frozenset(cue.start for cue in sentence.of(*_SAYING))
    dated = _covered(words, ((date.start, date.end) for date in sentence.dates))
    documents = frozenset(cue.start for cue in sentence.of("report_noun"))
    return Line(scan, sentence, words, places, verbs, dated, documents)


def _covered(words: tuple[Word, ...], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    found: set[int] = set()
    at = 0
    for start, end in sorted(spans):
        while at < len(words) and words[at].end <= start:
            at += 1
        index = at
        while index < len(words) and words[index].start < end:
            found.add(words[index].start)
            index += 1
    return frozenset(found)
