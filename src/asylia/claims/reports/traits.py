"""Traits: what the weights see of a sentence that may tell of an act."""

from __future__ import annotations

from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.stems import stems

_PAIRED = frozenset("act role kin result agent accused feared plan stance speech".split())


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
    found += [f"c {stem}" for stem, _ in stems(scan, sentence.start, sentence.end)]
    return tuple(dict.fromkeys(found))
