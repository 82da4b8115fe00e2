"""Deeds: which of a sentence's acts is done to the people that a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from asylia.claims.figures.counts import Count
from asylia.claims.figures.layout import AND, PLACES, Layout
from asylia.lexicon.matcher import Cue

# Where several acts are done to the same people, the stronger one is what is counted: those seized and put on a
# plane home were returned.
STRENGTH = {
    "signatories": 10, "notices": 9, "requests": 8, "killings": 7, "abductions": 6, "returns": 5, "captures": 4,
    "detentions": 3, "disciplined": 3, "other": 2, "targets": 1, "population": 0,
    "surveyed": 0,
}  # fmt: skip
_CLAUSE = 40  # a clause boundary weighs as much as this many characters
_REACH = 160
_CHAIN = 70
_BESIDE = 6


def owners(layout: Layout, counts: Sequence[Count]) -> dict[int, list[Cue]]:
    """For each count (by index) the acts done to those it counts, in the order of the text.

    An act belongs to the nearest count that it can govern: across no more than one clause boundary, and on the side
    where the language puts its object. Acts inside a counted noun phrase ("100 most-wanted fugitives") stay there.
    """
    owned: dict[int, list[Cue]] = {index: [] for index in range(len(counts))}
    governed = [
        index
        for index, count in enumerate(counts)
        if not count.article and (count.people or count.bare or count.code in ("case", "item"))
    ]
    last: tuple[int, int] | None = None
    for deed in layout.deeds:
        if deed.code not in STRENGTH:
            continue
        inside = next(
            (i for i, count in enumerate(counts) if count.start <= deed.start and deed.end <= count.end), None
        )
        if inside is not None:
            owned[inside].append(deed)
            continue
        best = min(
            ((distance, index) for index in governed if (distance := _distance(layout, deed, counts[index])) <= _REACH),
            default=None,
        )
        owner = best[1] if best is not None else None
        chained = last is not None and deed.start - last[1] <= _CHAIN and not _counted(counts, (last[1], deed.start))
        if last is not None and chained and not _counted(counts, (deed.end, layout.clause(deed.start, deed.end)[1])):
            owner = last[0]  # "arrested, stripped of their papers and handed over": one chain of acts
        if owner is not None:
            owned[owner].append(deed)
            last = (owner, deed.end)
    _pass_back(layout, counts, governed, owned)
    _share(layout, counts, governed, owned)
    return {
        index: [deed for deed in deeds if "to" not in deed.tags or destination(layout, counts[index], deed) is not None]
        for index, deeds in owned.items()
    }


def _counted(counts: Sequence[Count], span: tuple[int, int]) -> bool:
    """Whether a number stands within the span."""
    return any(span[0] <= count.start < span[1] and not count.article for count in counts)


def _distance(layout: Layout, deed: Cue, count: Count) -> int:
    """How far the act stands from the count, in characters; clause boundaries and the wrong side add to it."""
    if deed.start < count.start < deed.end:
        return 0  # a verb whose parts stand around the number: "đưa 40 người về"
    before = deed.end <= count.start
    gap = count.start - deed.end if before else deed.start - count.end
    gap = max(gap, 0) + _CLAUSE * layout.apart(deed.start, count.start)
    if layout.apart(deed.start, count.start) > 2 or ";" in layout.folded(deed.end, count.start) + layout.folded(
        count.end, deed.start
    ):
        return _REACH + 1
    if before and "noun" in deed.tags and gap < 12:
        return 0
    if layout.writing.verb_last:
        return gap + (30 if before else 0)
    between = layout.folded(deed.end, count.start) if before else ""
    joined = any(
        word in AND for word in between.split()
    )  # "19 kidnapped and 8 killed": the next number's verb follows it
    return gap + (20 * joined if before else 8 * (gap > _BESIDE))


def _pass_back(layout: Layout, counts: Sequence[Count], governed: list[int], owned: dict[int, list[Cue]]) -> None:
    """ "62 people on a list of 100 fugitives had come back": the verb skips the nested count to the subject."""
    for left, right in pairwise(governed):
        nested = [deed for deed in owned[right] if deed.code == "targets" and deed.start < counts[right].end]
        if owned[left] or not nested or layout.apart(counts[left].start, counts[right].start):
            continue
        later = [deed for deed in owned[right] if deed.start >= counts[right].end and deed.code != "targets"]
        if later:
            owned[left] = later
            owned[right] = [deed for deed in owned[right] if deed not in later]


def _share(layout: Layout, counts: Sequence[Count], governed: list[int], owned: dict[int, list[Cue]]) -> None:
    """ "68 journalists, and more than 100 of their relatives, have received threats": one verb for both subjects."""
    for left, right in reversed(list(pairwise(governed))):
        gap = counts[right].start - counts[left].end
        behind = [deed for deed in owned[right] if deed.start >= counts[right].end]
        parted = layout.within("portion", counts[left].end, counts[right].start)
        if (
            not owned[left]
            and behind
            and not parted
            and gap <= 60
            and layout.apart(counts[left].start, counts[right].start) <= 1
        ):
            owned[left] = behind


def destination(layout: Layout, count: Count, deed: Cue) -> str | None:
    """Where the people were taken to, if the clause says so behind the act."""
    _, end = layout.clause(count.start, max(count.end, deed.end))
    for mark in layout.of("toward"):
        for place in layout.of(*PLACES):
            gap = layout.folded(mark.end, place.start)
            if deed.start <= mark.start and place.end <= end and mark.end <= place.start and len(gap) <= 5:
                return place.code
    return None


def strongest(deeds: Sequence[Cue]) -> Cue | None:
    """The act that is counted, of several done to the same people; of equals the first."""
    return max(deeds, key=lambda deed: STRENGTH.get(deed.code, 0), default=None)
