"""Crediting: whom a claim rests on, among those heard or named near it.

A softmax regression trained on the sentence bank (`python bench/train.py voices`) rates everybody whom the claim's
sentence or the last ones speak of; the labels say whom the page credits. Whom the rules credit has TRUST nats of its
own. Where nobody reaches SURE the page speaks for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from asylia.claims.actors import Actor
from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.credit import Attribution, Voices
from asylia.claims.weights import load
from asylia.model.claim import Voice

CREDITED = "credited"  # the label of whom a claim is credited to
TRUST = 2.5  # nats
SURE = 0.45
_PACKAGE = "asylia.claims.voices"
_BACK = 3  # sentences
_RECENT = 2  # voices heard before the sentence
_SILENT = frozenset({"target", "relative"})
_KINDS = ("speech", "stance", "content", "attribution", "report_noun", "anaphor", "act", "result", "doubt", "denial")
_NEAR = ((0, "inside"), (12, "beside"), (60, "near"))

# Whom a span of text is credited to.
Judge: TypeAlias = Callable[[Scan, People, Voices, int, int], Voice]


class Candidate(NamedTuple):
    """Somebody a claim may rest on: who, where they stand for it, and the attribution they were heard in."""

    actor: Actor
    place: str  # chain, here, named, back or before
    start: int
    attribution: Attribution | None
    back: int


def candidates(scan: Scan, people: People, voices: Voices, start: int, end: int) -> list[Candidate]:
    """Those credited by rule, heard or named in the sentence, heard in the last ones, or opening the one before."""
    sentence = scan.at(start)
    if sentence is None:
        return []
    chain = voices.chain_at(start, end)
    found = [Candidate(one.actor, "chain", one.said[0], one, sentence.index - one.sentence) for one in chain[-1:]]
    found += [Candidate(one.actor, "here", one.said[0], one, 0) for one in voices.heard_in(sentence.index)]
    named = [*voices.cast_within(sentence.start, sentence.end), *_persons(people, sentence)]
    found += [Candidate(actor, "named", actor.start, None, 0) for actor in named]
    recent: list[Candidate] = []
    for back in range(1, min(_BACK, sentence.index) + 1):
        earlier = scan.sentences[sentence.index - back]
        if earlier.paragraph >= 0:
            heard = voices.heard_in(earlier.index)
            recent += [Candidate(one.actor, "back", one.said[0], one, back) for one in reversed(heard)]
            if back == 1 and not heard:
                cast = voices.cast_within(earlier.start, earlier.end)[:1]
                recent += [Candidate(actor, "before", actor.start, None, 1) for actor in cast]
    return _distinct([*found, *recent[:_RECENT]])


def _persons(people: People, sentence: SentenceScan) -> list[Actor]:
    mentions = people.within(sentence.start, sentence.end)
    return [Actor(people.canonical(one), "person") for one in mentions if one.role not in _SILENT]


def _distinct(found: Sequence[Candidate]) -> list[Candidate]:
    """Each of them once, at the first place."""
    kept: dict[int, Candidate] = {}
    for one in found:
        if one.actor.code != "country":
            kept.setdefault(one.actor.start, one)
    return list(kept.values())


def traits(scan: Scan, one: Candidate, among: Sequence[Candidate], start: int, end: int) -> tuple[str, ...]:
    """What the weights see of one of them, for the claim in the span; each once."""
    sentence = scan.at(start)
    found = ["bias", f"in {scan.language}", one.place, f"{one.place} {one.actor.code}", f"code {one.actor.code}"]
    found += [f"back {one.back}", f"back {one.back} {one.actor.code}", f"of {min(len(among), 4)}"]
    found += [f"bare {one.actor.bare} {one.actor.generic}", f"{one.place} {one.actor.bare}"]
    found += ["chained" if any(other.place == "chain" for other in among) else "unchained"]
    side, gap = ("after", one.start - end) if one.start >= end else ("before", start - one.start)
    reach = "inside" if start <= one.start < end else next((name for most, name in _NEAR if gap <= most), "far")
    found += [f"{side} {reach}", f"{one.place} {side} {reach}", f"{one.actor.code} {side} {reach}"]
    if one.attribution is not None:
        said = one.attribution
        covers = said.start < end and start < said.end
        found += [f"how {said.how}", f"how {said.how} {covers}", f"cue {said.cue.kind} {said.cue.code}"]
        found += [f"how {said.how} {one.actor.code} {one.back}", f"{one.place} {said.how} {covers}"]
        found += [f"tag {tag}" for tag in sorted(said.cue.tags)]
    if sentence is not None:
        earlier = scan.sentences[sentence.index - one.back]
        found.append("same paragraph" if earlier.paragraph == sentence.paragraph else "other paragraph")
        here = [kind for kind in _KINDS if sentence.has(kind)]
        found += [f"has {kind}" for kind in here] + [f"{one.place} has {kind}" for kind in here]
        found += ["counted"] * bool(sentence.numbers) + [f"{one.place} counted"] * bool(sentence.numbers)
    return tuple(dict.fromkeys(found))


def weighed(scan: Scan, people: People, voices: Voices, start: int, end: int) -> Voice:
    """Whom the weights and the rules together credit; the rules' whole chain where they agree."""
    among = candidates(scan, people, voices, start, end)
    weights = load(_PACKAGE)
    rated = [
        (weights.shares(traits(scan, one, among, start, end), _trusted(one))[CREDITED], -at, one)
        for at, one in enumerate(among)
    ]
    if not rated:
        return Voice()
    share, _, best = max(rated, key=lambda row: row[:2])
    if share < SURE:
        return Voice()
    if best.place == "chain":
        return voices.voice_at(start, end)
    own = replace(best.actor.mention, role="origin")
    return Voice(own, own)


def _trusted(one: Candidate) -> dict[str, float]:
    return {CREDITED: TRUST} if one.place == "chain" else {}
