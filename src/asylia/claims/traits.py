"""Traits of a sentence that the weights of every grammar see: cues, pairs of them, the persons named, and the words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.stems import stems


def paired(sentence: SentenceScan, kinds: Collection[str]) -> list[str]:
    """The different cues of these kinds, of which the weights see every two together."""
    return sorted({f"{cue.kind}:{cue.code}" for cue in sentence.cues if cue.kind in kinds})


def of_sentence(scan: Scan, sentence: SentenceScan, people: People, pairs: Sequence[str]) -> list[str]:
    """Cues and pairs of cues (the same in every language), persons, and the words or characters."""
    found = ["bias", f"in {scan.language}"]
    for cue in sentence.cues:
        found += [f"k {cue.kind}", f"{cue.kind} {cue.code}", *(f"tag {cue.kind} {tag}" for tag in sorted(cue.tags))]
    found += [f"pair {left}+{right}" for at, left in enumerate(pairs) for right in pairs[at + 1 :]]
    found += [f"person {person.role}" for person in people.within(sentence.start, sentence.end)]
    found += ["dated"] * bool(sentence.dates) + ["counted"] * bool(sentence.numbers)
    return found + [f"c {stem}" for stem, _ in stems(scan, sentence.start, sentence.end)]
