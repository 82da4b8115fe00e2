"""Portions: the words and places that make a number a part of another."""

from __future__ import annotations

import re

from asylia.claims.figures.counts import POSSESSED, Count
from asylia.claims.figures.layout import AND, PLACES, Layout, starts_at
from asylia.lexicon.matcher import Cue

_SUFFIX = re.compile(r"^'\w+")  # Turkish endings on digits: 7'si
_BRIEF = 4  # words
_CHANNEL = 6
_NAMED = 25  # characters between "of the" and those it names


def portion(layout: Layout, count: Count) -> tuple[int, int] | None:
    """The word that makes the number a part: right after it, or before it in the same clause with no number between."""
    folded = layout.scan.folded
    marks = layout.of("portion")
    plain = [mark for mark in marks if "lead" not in mark.tags]
    after = starts_at(marks, count.number.end, 2, folded) or starts_at(plain, count.end, 2, folded)
    if after is not None:
        whole = "lead" in after.tags and (count.back or not _names_people(layout, after))
        return None if whole else (after.start, after.end)
    if layout.scan.language == "tr" and POSSESSED.match(folded, count.number.digits_end):
        return count.start, count.end
    reach = 14 if layout.writing.left else 30
    for mark in reversed(plain):
        if mark.end <= count.start and count.start - mark.end <= reach:
            between = any(mark.end <= number.start < count.start for number in layout.numbers)
            near = not layout.apart(mark.start, count.start) or not layout.folded(mark.end, count.start).strip(" ,،")
            return (mark.start, mark.end) if near and not between else None
    return _lead(layout, count)


def _names_people(layout: Layout, mark: Cue) -> bool:
    """ "seven of the teachers", not "three of the report's chapters"."""
    for cue in layout.of("counted"):
        if 0 <= cue.start - mark.end <= _NAMED:
            gap = layout.folded(mark.end, cue.start)
            return "'s" not in gap and len(gap.split()) <= 2 and layout.folded(cue.end, cue.end + 2) != "'s"
    return any(number.start - mark.end <= 2 for number in layout.numbers if number.start >= mark.end)


def _lead(layout: Layout, count: Count) -> tuple[int, int] | None:
    """ "Of the 319 who returned, 41 were listed": the clause opens with the total, the part is the next number."""
    for mark in layout.of("portion"):
        if "lead" in mark.tags and layout.apart(mark.start, count.start) <= 2:
            opening = layout.folded(layout.clause(mark.start, mark.end)[0], mark.start).strip(" \"'")
            between = [number for number in layout.numbers if mark.end <= number.start < count.start]
            if not opening and len(between) == 1:
                return count.start, count.end
    return None


def brief(layout: Layout, count: Count) -> bool:
    """ "…, bewilligt wurden nur drei": a clause of a few words that ends with the number."""
    start, end = layout.clause(count.start, count.end)
    rest = layout.folded(count.end, end).strip(" .,;:)\"'")
    return start > layout.sentence.start and not rest and len(layout.folded(start, count.start).split()) <= _BRIEF


def place_beside(layout: Layout, count: Count) -> Cue | None:
    """The place that the number stands with: "four in Thailand", "two of them in London"."""
    folded = layout.scan.folded
    mark = starts_at(layout.of("portion"), count.end, 2, folded)
    after = mark.end if mark is not None else count.end
    for cue in layout.of(*PLACES):
        if cue.start < after:
            continue
        gap = _SUFFIX.sub("", folded[after : cue.start])
        words = [word for word in gap.split() if word != "-"]
        if any(word in AND for word in words):
            return None
        links = layout.within("linker", after, cue.start)
        linked = (
            len(words) <= 3
            and "," not in gap
            and (not gap.strip() or sum(len(_words(layout, link)) for link in links) == len(words))
        )
        return cue if linked else None
    return None


def _words(layout: Layout, cue: Cue) -> list[str]:
    return layout.folded(cue.start, cue.end).split()


def place_before(layout: Layout, count: Count) -> Cue | None:
    """The place right before the number, where the language sets it there: 泰國四起, "Kosova'da altı"."""
    dashed = next((cue for cue in reversed(layout.of(*PLACES)) if cue.end <= count.start), None)
    if dashed is not None and layout.folded(dashed.end, count.start).strip() in ("-", ":"):
        return dashed  # "Россия - 86", "Turkey: 132"
    if not (layout.writing.left or layout.writing.verb_last or brief(layout, count)):
        return None
    if (
        dashed is not None
        and count.start - dashed.end <= 1
        and count.number.value < _CHANNEL
        and not layout.writing.left
    ):
        return None  # "sur France 2"
    for cue in reversed(layout.of(*PLACES)):
        if cue.end <= count.start:
            gap = layout.folded(cue.end, count.start)
            return cue if len(gap) <= 6 and layout.clause_at(cue.start) == layout.clause_at(count.start) else None
    return None
