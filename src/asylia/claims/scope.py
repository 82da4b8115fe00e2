"""Scope: whether a page, or a passage of it, speaks of transnational repression.

The evidence is vocabulary. Words of exile, of acts and of agents prove nothing alone: police, hunts and returns are
everywhere. What sets the matter apart is a cause of the pursuit (dissent, a people, a secret service), the field's own
words ("overseas police stations"), or a campaign of a state against its people abroad. Migration, ordinary
crime and families' quarrels speak against it. Short official pages name no cause, so any of several ways suffices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from asylia.claims.scan import Scan, SentenceScan
from asylia.language.fold import fold
from asylia.lexicon.matcher import Cue
from asylia.model.entity import Score

_SORTS = ("exile", "act", "agent")
_FOR = ("strong", "exile", "act")  # codes of evidence that speak for it where they stand
_PLACES = frozenset({"country", "nationality", "capital", "city"})
_EVIDENCE = frozenset({"cause", "evidence", "programme", "people", "role", "act", "institution", "sure"})
_SETTING = "setting"
KINDS = _PLACES | _EVIDENCE | {_SETTING}  # of cues that tell it
_NAMES = frozenset({"institution"})
_ENOUGH = 0.5
_STRONG = 3.0
_POINTED = 2.0
_FOE = 2.0
_CAP = 3  # more than three different words of one sort add nothing
_STATE_BODIES = frozenset({"intelligence", "police", "ministry", "party"})
_CAUSES, _TOLD = 2, 3  # different words for the cause, or one of them so many times
_LEAST = 3.0  # the weight of one word of every sort


@dataclass(slots=True)
class _Seen:
    """What a page holds: the different words of each sort, and how they stand together."""

    words: dict[str, set[str]] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    lands: bool = False  # whether a number of countries is told
    told: int = 0  # words for the cause, each time
    pointed: int = 0  # sentences that tell an act, its cause and that it reaches abroad

    def count(self, sort: str) -> int:
        return len(self.words.get(sort, ()))

    def add(self, sort: str, word: str) -> None:
        self.words.setdefault(sort, set()).add(word)
        self.told += sort == "cause"


def strength(scan: Scan) -> Score:
    """How much the page speaks of transnational repression; half or more is in scope."""
    seen = _seen(scan)
    strong, sure, foe = seen.count("strong"), seen.count("sure"), seen.count("foe")
    sorts = [min(seen.count(sort), _CAP) for sort in _SORTS]
    met = sum(1 for count in sorts if count) + (not sorts[0] and seen.told > 0)  # a cause tells of exile too
    whole = min(met + strong, len(_SORTS))  # a strong word holds more than one sort
    named = _named(seen, strong, foe)
    ways = (
        met == len(_SORTS) and len(seen.states) + seen.lands > 1 and named,
        strong and whole >= 2 and named,
        strong >= 2 and (seen.told or not foe),
        sure > foe and whole >= 2,
        seen.pointed > foe,
    )
    weight = sum(sorts) + _STRONG * strong + _POINTED * seen.pointed - _FOE * foe
    value = weight / (2 * _LEAST) if any(ways) else min(weight / (4 * _LEAST), 0.4)
    reason = (
        f"{strong} strong words, {met} of 3 sorts, a cause told {seen.told} times, {len(seen.states)} states, "
        f"{seen.pointed} sentences to the point, {foe} words against"
    )
    return Score(max(0.0, min(1.0, value)), reason)


def _named(seen: _Seen, strong: int, foe: int) -> bool:
    """Whether a cause is told. One word for it is enough only where nothing speaks against it.

    Refugees and rights groups stand on pages about migration and police too: they only add to what else is told.
    """
    causes, told = seen.count("cause"), seen.told
    if strong or causes:
        told += seen.count("refuge") + min(seen.count("rights"), 1)
    enough = _TOLD if foe else 1 if strong or len(seen.states) > 2 else 2
    return causes >= _CAUSES or told >= enough


def _seen(scan: Scan) -> _Seen:
    seen = _Seen()
    outlet = scan.document.outlet
    if outlet and _documents(scan, outlet):
        seen.add("cause", fold(outlet))  # who documents it seldom says why
    for sentence in scan.sentences:
        _add(scan, sentence, seen)
    return seen


def _documents(scan: Scan, outlet: str) -> bool:
    """Whether the page is one of an organisation that the lexicon knows to document such things."""
    found = scan.lexicon.cues(fold(outlet), outlet, scan.language, _NAMES)
    return any(cue.kind == "institution" and "ngo" in cue.tags for cue in found)


def _add(scan: Scan, sentence: SentenceScan, seen: _Seen) -> None:
    here: set[str] = set()
    settings: set[str] = set()
    sorts: set[str] = set()
    last = -1
    for cue in sentence.cues:
        if cue.kind in _PLACES:
            here.add(cue.code)
        elif cue.kind == _SETTING:
            settings.add(cue.code)
        elif cue.kind in _EVIDENCE:
            for sort in _sorts(cue):
                if sort == "strong" and cue.start < last:
                    continue  # words within one another are one
                last = max(last, cue.end) if sort == "strong" else last
                sorts.add(sort)
                seen.add(sort, scan.plain[cue.start : cue.end])
    reaches = len(here) > 1 or not settings.isdisjoint({"abroad", "lands"})
    seen.states |= here
    seen.lands |= "lands" in settings
    seen.pointed += reaches and {"cause", "act"} <= sorts
    if reaches and "agent" in sorts and "posts" in settings:
        seen.add("strong", "posts abroad")


def _sorts(cue: Cue) -> Iterator[str]:
    """Which sorts of evidence a word is; none for most words."""
    if cue.kind == "cause":
        yield cue.code or "cause"
    elif cue.kind == "sure":
        yield from ("sure", "strong")
    elif cue.kind == "evidence":
        yield cue.code
    elif cue.kind == "programme":
        yield "strong"
    elif cue.kind == "people" or (cue.kind == "role" and cue.code == "target"):
        yield "exile"
    elif cue.kind == "act" and "weak" not in cue.tags:
        yield "act"
    elif cue.kind == "institution" and not cue.tags.isdisjoint(_STATE_BODIES):
        yield "agent"
        if not cue.tags.isdisjoint({"intelligence", "party"}):
            yield "cause"


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
    return sentence.has("programme", "sure") or any(cue.code in _FOR for cue in sentence.of("evidence"))
