"""Traits: what the weights see of a sentence that may tell of an act."""

from __future__ import annotations

import re

from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan

_PAIRED = frozenset("act role kin result agent accused feared plan stance speech".split())
_UNSPACED = frozenset({"zh", "ja", "ko"})
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_STEM = 6  # letters that inflection leaves alone in most words of eight languages


def traits(scan: Scan, sentence: SentenceScan, people: People) -> tuple[str, ...]:
    """Cues and pairs of cues (the same in every language), persons, and the words or characters; each once."""
    found = ["bias", f"in {scan.language}"]
    for cue in sentence.cues:
        found += [f"k {cue.kind}", f"{cue.kind} {cue.code}", *(f"tag {cue.kind} {tag}" for tag in sorted(cue.tags))]
    paired = sorted({f"{cue.kind}:{cue.code}" for cue in sentence.cues if cue.kind in _PAIRED})
    found += [f"pair {left}+{right}" for at, left in enumerate(paired) for right in paired[at + 1 :]]
    named = people.within(sentence.start, sentence.end)
    found += [f"person {person.role}" for person in named]
    found.append(f"persons {min(len(named), 2)}")
    found += ["dated"] * bool(sentence.dates) + ["counted"] * bool(sentence.numbers)
    found += [f"c {word}" for word, _ in words(scan, sentence)]
    return tuple(dict.fromkeys(found))


def words(scan: Scan, sentence: SentenceScan) -> list[tuple[str, int]]:
    """Stems of the words, or pairs and triples of characters where words are not written apart, with their places."""
    text = scan.folded[sentence.start : sentence.end]
    if scan.language not in _UNSPACED:
        return [(match.group()[:_STEM], sentence.start + match.start()) for match in _WORD.finditer(text)]
    dense = [(char, sentence.start + at) for at, char in enumerate(text) if not _SPACE.match(char)]
    return [
        ("".join(char for char, _ in dense[at : at + size]), dense[at][1])
        for size in (2, 3)
        for at in range(len(dense) - size + 1)
    ]
