"""Scope: whether a page, or a passage of it, speaks of transnational repression.

The evidence is vocabulary of four sorts (exile, act, agent, strong) and a fifth that speaks against
it (foe). One sort alone proves nothing: police, hunts and returns are everywhere. Strong words prove
much; otherwise all three of exile, act and agent must stand together, with words for the cause of the pursuit
(dissent, asylum, faith, a people, a secret service): without them it is ordinary crime or a family's quarrel.
"""

from __future__ import annotations

from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue
from asylia.model.entity import Score

_SORTS = ("exile", "act", "agent")
_FOR = ("strong", "exile", "act")  # codes of evidence that speak for it where they stand
_PLACES = frozenset({"country", "nationality", "capital", "city"})
_EVIDENCE = frozenset({"cause", "evidence", "programme", "people", "role", "act", "institution"})
KINDS = _PLACES | _EVIDENCE  # of cues that tell it
_ENOUGH = 0.5
_STRONG = 3.0
_FOE = 2.0
_CAP = 3  # more than three different words of one sort add nothing
_STATE_BODIES = frozenset({"intelligence", "police", "ministry", "party"})
_CAUSES, _TOLD = 2, 3  # different words for the cause, or one of them so many times
_LEAST = 3.0  # the weight of one word of every sort


def strength(scan: Scan) -> Score:
    """How much the page speaks of transnational repression; half or more is in scope."""
    words: dict[str, set[str]] = {}
    states: set[str] = set()
    told = 0
    for sentence in scan.sentences:
        for cue in sentence.cues:
            if cue.kind in _PLACES:
                states.add(cue.code)
            elif cue.kind in _EVIDENCE:
                sort = _sort(cue)
                told += sort == "cause"
                if sort:
                    words.setdefault(sort, set()).add(scan.plain[cue.start : cue.end])
    strong, foe = len(words.get("strong", ())), len(words.get("foe", ()))
    sorts = [min(len(words.get(sort, ())), _CAP) for sort in _SORTS]
    met = sum(1 for count in sorts if count) + (not sorts[0] and told > 0)  # a cause tells of exile too
    weight = sum(sorts) + _STRONG * strong - _FOE * foe
    # A hunt within one country is a domestic matter, unless the words themselves say otherwise; and a hunt across
    # borders is ordinary crime or a family's quarrel, unless a cause is named for which somebody is pursued.
    # One word for the cause is enough only where nothing speaks against it.
    named = len(words.get("cause", ())) >= _CAUSES or told >= (_TOLD if foe else 1)
    across = met == len(_SORTS) and len(states) >= 2 and named
    complete = across or (strong and met >= 2 and named) or (strong >= 2 and told)
    value = weight / (2 * _LEAST) if complete else min(weight / (4 * _LEAST), 0.4)
    reason = (
        f"{strong} strong words, {met} of 3 sorts, a cause told {told} times, {len(states)} states, {foe} words against"
    )
    return Score(max(0.0, min(1.0, value)), reason)


def _sort(cue: Cue) -> str | None:
    """Which sort of evidence a word is; None for every other word."""
    if cue.kind == "cause":
        return "cause"
    if cue.kind == "evidence":
        return cue.code
    if cue.kind == "programme":
        return "strong"
    if cue.kind == "people" or (cue.kind == "role" and cue.code == "target"):
        return "exile"
    if cue.kind == "act" and "weak" not in cue.tags:
        return "act"
    if cue.kind == "institution" and not cue.tags.isdisjoint(_STATE_BODIES):
        return "agent"
    return None


def page(scan: Scan) -> bool:
    """Whether the page as a whole is about transnational repression."""
    return strength(scan).value >= _ENOUGH


def near(scan: Scan, start: int, end: int) -> bool:
    """Whether the paragraph around the span, or the one before it, holds any evidence that is not against it."""
    here = scan.at(start)
    if here is None:
        return False
    wanted = {here.paragraph, here.paragraph - 1}
    for sentence in scan.sentences[max(here.index - 6, 0) : here.index + 7]:
        if sentence.paragraph in wanted and _speaks(sentence):
            return True
    return end > len(scan.text)


def _speaks(sentence: SentenceScan) -> bool:
    return sentence.has("programme") or any(cue.code in _FOR for cue in sentence.of("evidence"))
