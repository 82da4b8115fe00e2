"""People: what is done to those counted makes the measure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from asylia.claims.figures.counts import Count
from asylia.claims.figures.deeds import destination, strongest
from asylia.claims.figures.draft import Draft, draft
from asylia.claims.figures.layout import PLACES, Layout, ends_at
from asylia.lexicon.matcher import Cue

# Everyday police work at home: these need a word of exile, a foreign place or a targeted person beside them.
_AT_HOME = ("detentions", "killings", "captures", "other", "targets", "population", "disciplined")
_POLICE = ("detentions", "killings", "captures")
_MEANT = ("exile", "strong")
_IN = ("in", "en", "au", "aux", "à", "dans", "im", "в", "во", "ở", "tại", "في", "در", "inside", "within")
_CAMPAIGNS = {"programme", "campaign", "list", "network"}  # laws are applied at home
_ACTS = {"returns", "abductions", "killings", "detentions", "captures"}
_CRIMES = ("killings", "abductions", "incidents")
_OR = frozenset(("or", "o", "u", "ou", "oder", "или", "либо", "veya", "ya", "یا", "أو", "hoặc", "hay"))
_OR_UNSPACED = ("或", "または", "あるいは", "もしくは", "거나", "또는", "혹은")
_CLOSE = 30  # characters
_TOGETHER = frozenset({"calls_for", "condemns", "opposes", "supports", "warns"})
_SPEAK = 40  # characters between those counted and the verb by which they speak
_FEW = 10
_BACK = 5  # sentences
_SMALL = 12  # small numbers behind "the" point back to people already counted


def measured(layout: Layout, count: Count, deeds: Sequence[Cue]) -> Draft | None:
    """The draft of counted people, or None where nothing in scope is done to them."""
    signed = tuple(deed for deed in deeds if deed.code == "signatories")
    if signed or (count.code == "signer" and _signs(layout, count)):
        return draft(layout, count, "signatories", "signers", signed)
    if count.code == "signer":
        return None
    group = "household" in count.tags and not _theirs(layout, count)
    if group and any(one.code in ("other", "returns", "population") for one in deeds):
        return _person(layout, count, deeds)
    if count.code == "family":
        known = count.back and count.number.value <= 3 and not _whose(layout, count)
        return None if known else draft(layout, count, "relatives", "relatives", tuple(deeds))
    disciplined = tuple(one for one in deeds if one.code == "disciplined")
    if disciplined:
        return draft(layout, count, "disciplined", "deed", disciplined)
    if count.code == "official":
        return _official(layout, count, deeds)
    return _person(layout, count, deeds)


def _theirs(layout: Layout, count: Count) -> bool:
    """ "families of exiled activists": somebody's families, not families that were targeted."""
    behind = [cue for cue in layout.of("counted") if "target" in cue.tags and 0 <= cue.start - count.end <= _CLOSE]
    return bool(behind) and not layout.apart(behind[0].start, count.end)


def _official(layout: Layout, count: Count, deeds: Sequence[Cue]) -> Draft | None:
    """Officials expelled, charged or sanctioned are other; officials brought home as fugitives are returned."""
    if count.back:
        return None
    returned = [one for one in deeds if one.code == "returns" and not one.tags & {"expel", "to"}]
    if returned:
        return draft(layout, count, "returns", "deed", (returned[0],))
    stripped = [one for one in deeds if "state" in one.tags]
    if stripped:
        return draft(layout, count, "other", "stripped", (stripped[0],))  # exiled officials who lose their papers
    against = tuple(one for one in deeds if one.code in ("other", "detentions") or "expel" in one.tags)
    return draft(layout, count, "other", "officials", against[:1]) if against else None


def _person(layout: Layout, count: Count, deeds: Sequence[Cue]) -> Draft | None:
    deed = strongest(deeds)
    if count.back and count.number.value <= _SMALL:
        return None
    if deed is None:
        sought = "target" in count.tags and _rewarded(layout, count)
        return draft(layout, count, "targets", "wanted") if sought else None
    if deed.code in ("killings", "abductions") and any("legal" in one.tags for one in deeds):
        return draft(layout, count, "other", "accused", tuple(deeds))
    if deed.code in (*_POLICE, "abductions", "targets") and _suspected(layout, count):
        return draft(layout, count, "other", "accused", tuple(deeds))
    if any(one.code == "surveyed" for one in deeds):
        return None  # those asked by researchers
    if any("death" in one.tags for one in deeds) and deed.code in ("detentions", "other"):
        return draft(layout, count, "other", "deaths", tuple(deeds)) if abroad(layout, count) else None
    if deed.code in ("detentions", "captures", "targets", "population") and _rewarded(layout, count):
        return draft(layout, count, "targets", "wanted", (deed,))
    if deed.code in _AT_HOME and "state" not in deed.tags and not abroad(layout, count):
        return None  # nobody but a state, and only against its critics, takes a nationality away
    if deed.code in _POLICE and _domestic(layout, count):
        return None
    if deed.tags & {"expel", "to"} and destination(layout, count, deed) not in (None, layout.origin):
        return draft(layout, count, "other", "elsewhere", (deed,))
    if deed.code == "targets" and "state" in deed.tags:
        return draft(layout, count, "other", "stripped", (deed,))
    if _either(layout, deeds):
        return draft(layout, count, "targets", "either", tuple(deeds))
    return draft(layout, count, deed.code, "deed", (deed,))


def _either(layout: Layout, deeds: Sequence[Cue]) -> bool:
    """ "detained or deported", 拘押或遣送: neither act alone counts them all."""
    for left, right in pairwise(sorted(deeds, key=lambda one: one.start)):
        gap = layout.folded(left.end, right.start)
        apart = left.code != right.code and {left.code, right.code} <= _ACTS
        said = any(word in gap for word in _OR_UNSPACED) if layout.writing.left else not _OR.isdisjoint(gap.split())
        if apart and said and len(gap) <= _CLOSE:
            return True
    return False


def _suspected(layout: Layout, count: Count) -> bool:
    """ "arrested 11 people over the kidnapping": those held for an act done to somebody else."""
    start, end = layout.clause(count.start, count.end)
    doing = layout.within("doing", start, end)
    held = any(one.code in ("detentions", "other") or "trial" in one.tags for one in doing)
    acts = [cue for cue in layout.of("counted", "doing") if cue.code in _CRIMES]
    for mark in layout.within("over", start, end) if held else ():
        for act in acts:
            behind = mark.start <= act.start <= mark.end + _CLOSE
            before = layout.writing.verb_last or layout.writing.left
            if behind or (before and 0 <= mark.start - act.end <= _CLOSE // 4):
                return True
    return False


def _domestic(layout: Layout, count: Count) -> bool:
    """Whether the clause names the acting state as the place, and no other."""
    start, end = layout.clause(count.start, count.end)
    places = [cue for cue in layout.of(*PLACES) if start <= cue.start < end]
    folded = layout.scan.folded
    at_home = [cue for cue in places if cue.code == layout.origin and _word_before(folded, cue.start) in _IN]
    return bool(at_home) and all(cue.code == layout.origin for cue in places) and "target" not in count.tags


def _word_before(folded: str, offset: int) -> str:
    return next(iter(folded[max(offset - 12, 0) : offset].split()[-1:]), "")


def _whose(layout: Layout, count: Count) -> bool:
    """ "his two brothers": the word before says whose they are, not which."""
    before = ends_at(layout.of("refer"), count.start, 2, layout.scan.folded)
    return before is not None and "whose" in before.tags


def _signs(layout: Layout, count: Count) -> bool:
    """Whether they sign, or say together what they ask or condemn: "forty senators urge"."""
    if any(deed.code == "signatories" and layout.apart(deed.start, count.start) <= 2 for deed in layout.deeds):
        return True
    return any(
        cue.code in _TOGETHER and 0 <= cue.start - count.end <= _SPEAK and not layout.apart(cue.start, count.start)
        for cue in layout.of("stance")
    )


def _rewarded(layout: Layout, count: Count) -> bool:
    return any(cue.code == "reward" and layout.apart(cue.start, count.start) <= 1 for cue in layout.of("sum"))


def _spoken_of(layout: Layout) -> bool:
    """ "The exiles were sent home. At least 40 are still held": the sentence before names those targeted."""
    here = layout.sentence
    for before in layout.scan.sentences[max(here.index - _BACK, 0) : here.index]:
        near = before.paragraph == here.paragraph or (
            here.index - before.index <= 2 and here.paragraph - before.paragraph == 1 and before.paragraph >= 0
        )
        if near and (before.has("people") or any("target" in cue.tags for cue in before.of("counted"))):
            return True
    return False


def abroad(layout: Layout, count: Count) -> bool:
    """Whether the people are targeted persons, or the sentence sets them abroad."""
    if "target" in count.tags:
        return True
    if any(cue.code in _MEANT for cue in layout.of("evidence")):
        return True
    if count.number.value > _FEW and not layout.of("over") and _spoken_of(layout):
        return True  # those held "over a robbery" are others
    states = {cue.code for cue in layout.of("country", "nationality", "capital", "city")}
    return len(states) > 1 or any(cue.tags & _CAMPAIGNS for cue in layout.of("programme"))
