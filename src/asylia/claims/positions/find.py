"""Find the positions of a page: who denies, justifies, condemns, warns, demands, admits, acts or declines to speak."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from asylia.claims.persons.people import People
from asylia.claims.positions.learned import DEEDS, Judge, observed, weighed
from asylia.claims.positions.rules import RULES
from asylia.claims.positions.stances import Stance, by_verb, by_words
from asylia.claims.positions.statements import trim
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices import Attribution, Voices
from asylia.model.claim import Passage, Position, Voice
from asylia.model.mention import Mention

_SPEAKS = frozenset({"says", "according", "carried"})
_TARGETS = frozenset({"target", "relative"})
_SIDES = frozenset({"associate"})


def find(scan: Scan, people: People, voices: Voices, judge: Judge = weighed) -> tuple[Position, ...]:
    """Every position, in the order of the text; `judge` has the last word on each sentence."""
    found = judge(scan, people, voices, ruled(scan, people, voices))
    return tuple(sorted(_fullest(scan, found), key=lambda p: (p.passage.start, p.passage.end, p.slot)))


def ruled(scan: Scan, people: People, voices: Voices) -> list[Position]:
    """What the rules read, restatements too."""
    found: list[Position] = []
    for attribution in voices.attributions:
        if _is_target(people, attribution):
            continue
        for sentence in _sentences(scan, attribution):
            found += [
                _position(scan, attribution, stance, voices)
                for stance in _stances(scan, sentence, attribution)
                if stance.start < stance.end
            ]
    return found


def _sentences(scan: Scan, attribution: Attribution) -> Iterable[SentenceScan]:
    """The sentences that the attribution reaches: its own, and those before it that one quotation opened."""
    first = scan.at(attribution.start) if attribution.covers else None
    own = attribution.sentence
    return scan.sentences[min(first.index, own) if first else own : own + 1]


def _stances(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> list[Stance]:
    if attribution.cue.kind == "stance":
        if sentence.index != attribution.sentence:
            return []
        stance = by_verb(scan, sentence, attribution)
        return [stance] if stance else []
    if attribution.how in _SPEAKS and "accuses" not in attribution.cue.tags:
        return by_words(scan, sentence, attribution)
    return []


def _is_target(people: People, attribution: Attribution) -> bool:
    """Targets and their families take no positions: what they say is the matter itself."""
    mention = attribution.actor.mention
    if attribution.actor.code == "kin":
        return True
    if attribution.actor.code == "source" and attribution.cue.code in ("denies", "acknowledges"):
        return True  # lawyers and witnesses speak for the target, not about the matter
    if mention.type != "person":
        return False
    named = people.at(mention.start, mention.end)
    if named is None or attribution.actor.code == "official":
        return False
    return named.role in _TARGETS or (named.role in _SIDES and attribution.cue.code in ("denies", "acknowledges"))


def _position(scan: Scan, attribution: Attribution, stance: Stance, voices: Voices) -> Position:
    actor = replace(attribution.actor.mention, role="actor")
    document = scan.document
    passage = Passage(
        document.id, document.layer, stance.start, stance.end, scan.text[stance.start : stance.end], scan.text
    )
    named = RULES[stance.rule]
    by_verb = stance.rule.startswith("verb.")
    about = trim(scan, stance.cue.end, stance.end) if by_verb and stance.cue.end < stance.end else (0, 0)
    return Position(
        passage=passage,
        slot=f"{stance.code}@{actor.start}",
        rule=named.rule,
        voice=_voice(attribution, stance, voices),
        confidence=named.confidence,
        actor=actor,
        stance=stance.code,
        about=about if about[0] < about[1] else None,
    )


def _voice(attribution: Attribution, stance: Stance, voices: Voices) -> Voice:
    """The actor's own words are the actor's; a deed or a silence that the page observed is nobody's."""
    own = replace(attribution.actor.mention, role="origin")
    if attribution.cue.kind == "stance" and stance.code in DEEDS:
        return observed(voices, own, stance.cue.start, stance.cue.end)
    return Voice(own, own)


def _doubled(position: Position, positions: list[Position]) -> bool:
    """A deed reported in speech is its doer's: the speaker of the same words is not a second doer."""
    if position.stance != "acts" or not position.rule.name.startswith("positions.words"):
        return False
    return any(
        other.stance == "acts" and other.rule.name.startswith("positions.verb") and _overlap(other, position)
        for other in positions
    )


def _fullest(scan: Scan, positions: list[Position]) -> list[Position]:
    """One position an actor, a stance and an object: the fullest statement, and the body before the headline."""
    kept: list[Position] = []
    ordered = sorted(
        [p for p in positions if not _doubled(p, positions)],
        key=lambda p: (_in_title(scan, p), p.passage.start - p.passage.end, p.passage.start),
    )
    for position in ordered:
        twins = [k for k in kept if k.stance == position.stance and _same(scan, k.actor, position.actor)]
        if any(_overlap(k, position) or _one_breath(scan, k, position) for k in twins) or (
            twins and _in_title(scan, position)
        ):
            continue
        kept.append(position)
    return kept


def _one_breath(scan: Scan, left: Position, right: Position) -> bool:
    """Whether two words of one stance stand in one sentence; two deeds there are two."""
    if left.stance in ("acts", "calls_for"):
        return False
    return scan.at(left.passage.start) == scan.at(right.passage.start)


def _in_title(scan: Scan, position: Position) -> bool:
    return position.passage.start < scan.document.body_start


def _same(scan: Scan, left: Mention, right: Mention) -> bool:
    a, b = (set(re.findall(r"\w+", scan.folded[m.start : m.end])) for m in (left, right))
    return a <= b or b <= a


def _overlap(left: Position, right: Position) -> bool:
    return left.passage.start < right.passage.end and right.passage.start < left.passage.end
