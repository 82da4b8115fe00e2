"""Headings: a line that only names somebody, and ends in a colon, gives the floor to them: answers, statements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors import Actor
from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.credit import Attribution
from asylia.lexicon.matcher import Cue

_LONGEST = 90  # characters of such a line
_OPENS = 16  # characters of a title before the name
_COLON = re.compile(r"[:：]\s*\Z")
# Words of the first person: in such a sentence the speaker takes positions of their own.
_FIRST = re.compile(
    r"\b(?:i|me|my|we|our|us|yo|nosotros|nuestr[oa]s?|je|j'|nous|notre|nos|ich|wir|unser\w*|uns|мы|я|наш\w*|нас|biz|bizim|ben"
    r"|tôi|chúng tôi|نحن|ما|من)\b|我|我们|我們|私|我々|わたし|저는|우리"
)


def floor(scan: Scan, sentence: SentenceScan, actors: Sequence[Actor], people: People) -> Actor | None:
    """Who has the floor behind this line; None where it is no such heading."""
    text = scan.text[sentence.start : sentence.end]
    if len(text) > _LONGEST or not _COLON.search(text) or sentence.paragraph < 0:
        return None
    alone = (
        scan.text[sentence.end : sentence.end + 1] in ("\n", "")
        and scan.text[sentence.start - 1 : sentence.start] == "\n"
    )
    if not alone or sentence.has("speech", "stance", "attribution"):
        return None
    person = next(iter(people.within(sentence.start, sentence.end)), None)
    if person is not None and person.start - sentence.start <= _OPENS:
        return Actor(people.canonical(person), "official")
    first = actors[0] if actors else None
    return first if first is not None and first.start - sentence.start <= _OPENS and not first.bare else None


def speaking(scan: Scan, sentence: SentenceScan, speaker: Actor) -> Attribution:
    """The sentence as a part of what the one who has the floor says."""
    own = _FIRST.search(scan.folded, sentence.start, sentence.end) is not None
    said = (speaker.start, speaker.end)
    cue = Cue("speech", "", sentence.start, sentence.start)
    how = "carried" if own else "document"
    return Attribution(speaker, said, cue, sentence.start, sentence.end, how, sentence.index)
