"""Traits: what the weights see of a sentence that may hold a position, and of whoever may hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.traits import of_sentence, paired
from asylia.claims.voices import Attribution, Voices
from asylia.model.mention import Mention

_PAIRED = frozenset(
    "stance content speech attribution denial accusation act negation nay allegation plan doubt".split()
)
_SILENT = frozenset({"target", "relative"})  # what they say is the matter itself
_NEAR = ((25, "near"), (70, "off"))
_WORD = re.compile(r"\w+")
_DENSE = frozenset({"zh", "ja", "ko"})
_QUOTES = re.compile('["“”«»„「」『』]')


class Candidate(NamedTuple):
    """Who may hold the position: where they are spoken of in the sentence, who they are, and what they say there."""

    start: int
    end: int
    code: str
    actor: Mention
    attribution: Attribution | None


def candidates(sentence: SentenceScan, people: People, voices: Voices, said: Sequence[Attribution]) -> list[Candidate]:
    """Those who speak or act in the sentence, and those it only names; no target of the page."""
    found = [
        Candidate(max(one.said[0], sentence.start), one.said[1], one.actor.code, one.actor.mention, one) for one in said
    ]
    taken = [span for one in said for span in (one.said, (one.actor.start, one.actor.end))]
    named = [(actor.mention, actor.code) for actor in voices.cast_within(sentence.start, sentence.end)]
    named += [(person, f"person {person.role}") for person in people.within(sentence.start, sentence.end)]
    for mention, code in named:
        if not any(start < mention.end and mention.start < end for start, end in taken):
            found.append(Candidate(mention.start, mention.end, code, mention, None))
    return [one for one in found if one.code != "kin" and one.code.removeprefix("person ") not in _SILENT]


def traits(
    scan: Scan, sentence: SentenceScan, people: People, voices: Voices, said: Sequence[Attribution]
) -> tuple[str, ...]:
    """Of a sentence: its cues, pairs of them, who speaks how, and its words; each once."""
    pairs = paired(sentence, _PAIRED)
    found = of_sentence(scan, sentence, people, pairs)
    for one in said:
        found += [f"how {one.how}", f"how {one.how} {one.actor.code}", *(f"by {one.actor.code} {p}" for p in pairs)]
    found += [f"actor {actor.code}" for actor in voices.cast_within(sentence.start, sentence.end)]
    return tuple(dict.fromkeys(found))


def of_candidate(scan: Scan, sentence: SentenceScan, one: Candidate, others: Iterable[Candidate]) -> tuple[str, ...]:
    """Of somebody in a sentence that holds a position: who they are, how they speak, and what stands around them."""
    count = min(sum(1 for _ in others), 4)
    found = ["bias", f"who {one.code}", f"of {count}", "opens" if one.start - sentence.start <= 3 else "inside"]
    found += [f"in {scan.language}", f"who {one.code} in {scan.language}"]
    if one.attribution is None:
        found.append("silent")
    else:
        said = one.attribution
        found += [f"how {said.how}", f"cue {said.cue.kind} {said.cue.code}", f"how {said.how} {one.code}"]
    for cue in sentence.cues:
        if cue.kind in _PAIRED and not one.start <= cue.start < one.end:
            side, gap = ("after", cue.start - one.end) if cue.start >= one.end else ("before", one.start - cue.end)
            reach = next((name for most, name in _NEAR if gap <= most), "far")
            found += [f"{cue.kind} {cue.code} {side} {reach}", f"{cue.kind} {side} {reach}"]
    found += [f"w {stem}" for stem in _beside(scan, one.end, sentence.end)]
    found += [f"l {stem}" for stem in _before(scan, sentence.start, one.start)]
    found += ["quoted"] * bool(_QUOTES.search(scan.text, sentence.start, sentence.end))
    return tuple(dict.fromkeys(found))


def _beside(scan: Scan, start: int, end: int) -> list[str]:
    if scan.language in _DENSE:
        return [scan.folded[at : at + 2] for at in range(start, min(start + 8, end - 1))]
    return [word[:7] for word in _WORD.findall(scan.folded[start:end])[:3]]


def _before(scan: Scan, start: int, end: int) -> list[str]:
    if scan.language in _DENSE:
        return [scan.folded[max(end - 2, start) : end]]
    return [word[:7] for word in _WORD.findall(scan.folded[start:end])[-2:]]
