"""The labelled pairs of names: made from published names of public figures, and from names that only look alike.

Positives are two published forms of one person's name; negatives are the forms of two persons that romanise most
alike, and the hand-made list of look-alikes. A third of the persons, chosen by their ids, is held out: rules and
constants were set on the other two thirds only.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz, process

HERE = Path(__file__).parent / "people"
PER_PERSON = 7  # positive pairs of one person at most
NEGATIVES = 760


@dataclass(frozen=True)
class Pair:
    """Two names, whether they are one person's, and whether the pair is held out."""

    left: str
    right: str
    same: bool
    held: bool

    @property
    def scripts(self) -> tuple[str, str]:
        """The scripts of the two."""
        return script(self.left), script(self.right)


def script(name: str) -> str:
    """The script of a name's first letter; Persian letters are told from Arabic ones by language, not by script."""
    first = next(char for char in name if char.isalpha())
    found = unicodedata.name(first).split(" ")[0]
    return {"CJK": "HAN", "HIRAGANA": "KANA", "KATAKANA": "KANA"}.get(found, found)


def figures() -> dict[str, list[str]]:
    """Person → published forms."""
    lines = (HERE / "figures.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1].split("|") for row in rows}


def pairs() -> list[Pair]:
    """All pairs, in a fixed order."""
    return [*_positives(), *_negatives(), *_alike()]


def _held(person: str) -> bool:
    return int(hashlib.sha256(person.encode()).hexdigest(), 16) % 3 == 0


def _order(*names: str) -> str:
    return hashlib.sha256("\0".join(names).encode()).hexdigest()


def _positives() -> Iterator[Pair]:
    for person, forms in figures().items():
        told = sorted(combinations(forms, 2), key=lambda pair: _order(*pair))
        # Pairs across scripts first: two spellings in one script are the easier ones.
        told.sort(key=lambda pair: script(pair[0]) == script(pair[1]))
        for left, right in told[:PER_PERSON]:
            yield Pair(left, right, True, _held(person))


def _negatives() -> Iterator[Pair]:
    known = figures()
    forms = [(form, person) for person in known for form in known[person]]
    plain = [anyascii(form).lower() for form, _ in forms]
    found: dict[frozenset[str], tuple[float, str, str, str]] = {}
    for i, (form, person) in enumerate(forms):
        for _, value, j in process.extract(plain[i], plain, scorer=fuzz.ratio, limit=24):
            other, owner = forms[j]
            if owner != person and frozenset((form, other)) not in found:
                found[frozenset((form, other))] = (value, form, other, min(person, owner))
                break
    best = sorted(found.values(), key=lambda row: (-row[0], _order(row[1], row[2])))
    for _, left, right, person in best[:NEGATIVES]:
        yield Pair(left, right, False, _held(person))


def _alike() -> Iterator[Pair]:
    for line in (HERE / "alike.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, right = line.split("\t")
            yield Pair(left, right, False, _held(left + right))
