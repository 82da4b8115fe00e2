"""Traits: what the weights see of a sentence that may tell of an act."""

from __future__ import annotations

from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.traits import of_sentence, paired

_PAIRED = frozenset("act role kin result agent accused feared plan stance speech".split())


def traits(scan: Scan, sentence: SentenceScan, people: People) -> tuple[str, ...]:
    """Cues and pairs of cues (the same in every language), persons, and the words or characters; each once."""
    found = of_sentence(scan, sentence, people, paired(sentence, _PAIRED))
    found.append(f"persons {min(len(people.within(sentence.start, sentence.end)), 2)}")
    return tuple(dict.fromkeys(found))
