"""Learned: what the words of a whole sentence weigh for a stance, beside what the rules make of it.

Two softmax regressions trained on the sentence bank (`python bench/train.py`): which stance a sentence holds, and who
of those it speaks of holds it. A rule's word counts as TRUST nats for its stance. Where all stances together stay below
KEEP the sentence holds none, whatever the rule says; where no rule speaks and they reach SURE, the likeliest is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from asylia.claims.persons.people import People
from asylia.claims.positions.rules import RULES
from asylia.claims.positions.statements import trim
from asylia.claims.positions.traits import Candidate, candidates, of_candidate, traits
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices import Voices
from asylia.claims.weights import NONE, likeliest, load
from asylia.model.claim import Passage, Position, Voice
from asylia.model.mention import Mention

TRUST = 2.0  # nats
KEEP = 0.1  # of probability, for all stances together, where a rule reads one
SURE = 0.6  # where none does
HOLDS = "holds"  # the label of whoever holds the position of a sentence
DEEDS = frozenset({"acts", "investigates", "declines"})  # done, not said
_PACKAGE = "asylia.claims.positions"
# Says of the rules' positions of a page which of them are held.
Judge: TypeAlias = Callable[[Scan, People, Voices, Sequence[Position]], list[Position]]


def weighed(scan: Scan, people: People, voices: Voices, ruled: Sequence[Position]) -> list[Position]:
    """The positions of a page after the words of its sentences were weighed; those of the title stay as they are."""
    by_sentence: dict[int, list[Position]] = defaultdict(list)
    kept: list[Position] = []
    for position in ruled:
        sentence = scan.at(position.passage.start)
        (by_sentence[sentence.index] if sentence is not None and sentence.paragraph >= 0 else kept).append(position)
    for sentence in scan.sentences:
        if sentence.paragraph >= 0:
            told = by_sentence[sentence.index]
            said = voices.heard_in(sentence.index)
            seen = traits(scan, sentence, people, voices, said)
            shares = load(_PACKAGE).shares(seen, {position.stance: TRUST for position in told})
            if told:
                kept += told if likeliest(shares, KEEP) != NONE else []
            elif (best := likeliest(shares, SURE)) != NONE:
                kept += _made(scan, sentence, best, candidates(sentence, people, voices, said), voices)
    return kept


def holder(scan: Scan, sentence: SentenceScan, among: Sequence[Candidate]) -> Candidate | None:
    """Who of those a sentence speaks of holds its position; None where it speaks of nobody."""
    weights = load(_PACKAGE, "actors")
    rated = [(weights.shares(of_candidate(scan, sentence, one, among), {})[HOLDS], -one.start, one) for one in among]
    return max(rated, key=lambda row: row[:2])[2] if rated else None


def _made(
    scan: Scan, sentence: SentenceScan, stance: str, among: Sequence[Candidate], voices: Voices
) -> list[Position]:
    """The position of a sentence, where somebody can hold it."""
    who = holder(scan, sentence, among)
    if who is None:
        return []
    start, end = trim(scan, sentence.start, sentence.end)
    own, document = replace(who.actor, role="origin"), scan.document
    named = RULES["learned"]
    return [
        Position(
            passage=Passage(document.id, document.layer, start, end, scan.text[start:end], scan.text),
            slot=f"{stance}@{who.actor.start}",
            rule=named.rule,
            voice=observed(voices, own, start, end) if stance in DEEDS else Voice(own, own),
            confidence=named.confidence,
            actor=replace(who.actor, role="actor"),
            stance=stance,
            about=None,
        )
    ]


def observed(voices: Voices, own: Mention, start: int, end: int) -> Voice:
    """Who is credited with a deed: nobody where the page itself saw it, and never its doer."""
    around = voices.voice_at(start, end)
    return around if around.origin and around.origin.start != own.start else Voice()
