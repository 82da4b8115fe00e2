"""Ellipsis: numbers that repeat the noun of a number before them: parts, series, comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.figures.counts import Count
from asylia.claims.figures.deeds import strongest
from asylia.claims.figures.draft import PERSON_MEASURES, Draft, draft
from asylia.claims.figures.layout import PLACES, Layout, ends_at, starts_at
from asylia.lexicon.matcher import Cue

_NO_TOTALS = ("countries", "assets", "share", "growth", "teams")
_DONE = ("returns", "abductions", "killings")  # a part of those wanted or held that was returned is counted as returned
_OPEN = ("targets", "detentions", "captures", "requests", "notices", "population")
_SENTENCES_BACK = 2
_SMALL = 12


def antecedent(layout: Layout, recent: Sequence[Draft], sentences: int = _SENTENCES_BACK) -> int | None:
    """The index of the last draft that a number here can repeat; parts lead to their total."""
    for index in range(len(recent) - 1, -1, -1):
        one = recent[index]
        back = layout.sentence.index - one.layout.sentence.index
        if back > sentences or (back > 1 and one.layout.sentence.paragraph != layout.sentence.paragraph):
            return None
        if one.measure not in _NO_TOTALS and one.rule != "difference":
            return index
    return None


def part(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """ "2,999 of them", 其中22人, "dont 2 075 fonctionnaires": a part of the total before."""
    if not (count.people or count.bare or count.code in ("case", "place", "item")):
        return None
    mark = _portion(layout, count)
    if mark is None:
        return None
    index = antecedent(layout, recent)
    deed = strongest([one for one in deeds if one.code in _DONE])
    if index is None:
        made = draft(layout, count, deed.code, "part", (deed,)) if deed is not None else None
        return replace(made, core=(made.core[0], max(made.core[1], mark.end))) if made is not None else None
    total = recent[index]
    measure = deed.code if deed is not None and total.measure in _OPEN else total.measure
    if count.code == "family" and total.measure != "relatives":
        return None
    start, end = min(count.start, mark.start), max(count.end, mark.end)
    place = place_beside(layout, count)
    one = draft(layout, count, measure, "part", () if place else tuple(deeds))
    span = (min(start, one.core[0]), max(end, one.core[1], place.end if place else 0))
    return replace(
        one, core=span, flow="part", total=index, keeps="sentence", narrow=place is not None,
        countries=(place.code,) if place else (), unit=total.unit,
    )  # fmt: skip


def _portion(layout: Layout, count: Count) -> Cue | None:
    """The word that makes the number a part: right after it, or before it in the same clause with no number between."""
    folded = layout.scan.folded
    marks = layout.of("portion")
    after = starts_at(marks, count.number.end, 2, folded) or starts_at(marks, count.end, 2, folded)
    if after is not None:
        return after
    reach = 14 if layout.writing.left else 30
    for mark in reversed(marks):
        if mark.end <= count.start and count.start - mark.end <= reach:
            between = any(mark.end <= number.start < count.start for number in layout.numbers)
            near = layout.apart(mark.start, count.start) <= 1
            return mark if near and not between and "lead" not in mark.tags else None
    return _lead(layout, count)


def _lead(layout: Layout, count: Count) -> Cue | None:
    """ "Of the 319 who returned, 41 were listed": the sentence opens with the total, and the part is the next number."""
    for mark in layout.of("portion"):
        if "lead" in mark.tags and not layout.apart(layout.sentence.start, mark.start):
            opening = layout.folded(layout.sentence.start, mark.start).strip(" \"'")
            between = [number for number in layout.numbers if mark.end <= number.start < count.start]
            return mark if not opening and len(between) == 1 and layout.apart(mark.start, count.start) <= 2 else None
    return None


def place_beside(layout: Layout, count: Count) -> Cue | None:
    """The place that the number stands with: "four in Thailand", 泰國四起."""
    folded = layout.scan.folded
    for cue in layout.of(*PLACES):
        if cue.start < count.end:
            continue
        gap = folded[count.end : cue.start]
        words = gap.split()
        linked = all(
            any(linker.start <= count.end + gap.find(word) < linker.end for linker in layout.of("linker"))
            for word in words
        )
        return cue if len(words) <= 3 and linked and "," not in gap and (words or not gap.strip()) else None
    return None


def place_before(layout: Layout, count: Count) -> Cue | None:
    """The place right before the number, where the language sets it there."""
    if not (layout.writing.left or layout.writing.verb_last):
        return None
    for cue in reversed(layout.of(*PLACES)):
        if cue.end <= count.start:
            gap = layout.folded(cue.end, count.start)
            return cue if len(gap) <= 6 and layout.clause_at(cue.start) == layout.clause_at(count.start) else None
    return None


def in_place(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """A number with nothing but a place: a part of the total before, or one more of what was done before."""
    if not (count.bare or count.code in ("case", "place", "item") or (count.people and not deeds)):
        return None
    place = place_beside(layout, count) or place_before(layout, count)
    if place is None:
        return None
    span = (min(count.start, place.start), max(count.end, place.end))
    index = _root(recent, antecedent(layout, recent))
    deed = strongest(deeds)
    if deed is not None and deed.code in PERSON_MEASURES and count.bare and count.number.value > 1:
        made = draft(layout, count, deed.code, "part_in_place", (deed,))
        return replace(made, countries=(place.code,), core=(min(span[0], made.core[0]), max(span[1], made.core[1])))
    if index is None or recent[index].number.value < count.number.value:
        return None
    total = recent[index]
    return replace(
        draft(layout, count, total.measure, "part_in_place"),
        core=span, narrow=True, countries=(place.code,), flow="part", total=index,
    )  # fmt: skip


def _root(recent: Sequence[Draft], index: int | None) -> int | None:
    """The total that a part belongs to; anything else is its own."""
    if index is not None:
        total = recent[index].total
        return total if total is not None and total < len(recent) else index
    return None


def of_number(layout: Layout, count: Count, following: Count | None, later: Draft | None) -> Draft | None:
    """ "272 of the 1,219 incidents": the same thing as the number that follows."""
    if later is None or following is None or not (count.bare or count.people) or following.start - count.end > 14:
        return None
    gap = layout.folded(count.number.end, following.start)
    links = layout.within("linker", count.number.end, following.start) + layout.within(
        "refer", count.number.end, following.start
    )
    if not gap.strip() or not links or links[0].start - count.number.end > 2 or later.number.value < count.number.value:
        return None
    one = draft(layout, count, later.measure, "of_number")
    return replace(one, core=(count.start, later.core[1]), flow="part")


def repeated(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """A bare number that repeats the noun before: in a series of dates, in a comparison, after a word of telling."""
    if (
        not count.bare
        and count.code not in ("case", "item")
        and not (count.people and "generic" in count.tags and not deeds)
    ):
        return None
    compared = _introduced(layout, count)
    if count.bare and count.back and count.number.value <= _SMALL and not compared:
        return None
    index = antecedent(layout, recent)
    if index is not None and _from_countries(layout, count):
        returned = [at for at in range(max(index - 3, 0), index + 1) if recent[at].measure == "returns"]
        index = returned[-1] if returned else index
        if returned:
            return replace(draft(layout, count, "returns", "compared"), unit=recent[index].unit)
    dated = _dated(layout, count)
    if index is not None and (dated or compared) and count.number.value > 1:
        rule = "series" if dated else "compared"
        total = recent[index]
        made = draft(layout, count, total.measure, rule)
        same = rule == "compared" and _same_number(layout, count)
        return replace(made, core=_with_date(layout, count), unit=total.unit, narrow=True, keeps="sentence" if same else "")
    topic = _topic(layout) if compared and count.bare and count.number.value > 1 else None
    if topic is not None:
        return draft(layout, count, topic, "topic")
    return None


def _from_countries(layout: Layout, count: Count) -> bool:
    """ "80 people from 18 countries": a bare tally of the kind given before."""
    for cue in layout.of("counted"):
        if cue.code == "countries" and 0 < cue.start - count.end <= 30:
            return not layout.apart(cue.start, count.start)
    return False


def _introduced(layout: Layout, count: Count) -> bool:
    """Whether a word of comparison or telling stands right before; weak ones need the clause to end behind the number."""
    mark = ends_at(layout.of("elide"), count.start, 3, layout.scan.folded)
    if mark is None:
        return _alone(layout, count)
    word = layout.folded(mark.start, mark.end)
    _, end = layout.clause(count.start, count.end)
    rest = layout.folded(count.end, end).strip(" .,;:)。」\"'")
    return len(word) > 4 or not rest or (layout.writing.left and (len(word) > 1 or len(rest) <= 4))


def _same_number(layout: Layout, count: Count) -> bool:
    """ "half of them, or 1,283": the number says again what stands before."""
    mark = ends_at(layout.of("elide"), count.start, 3, layout.scan.folded)
    return mark is not None and "same" in mark.tags


def _alone(layout: Layout, count: Count) -> bool:
    """Whether a clause, behind a colon, holds nothing but the number."""
    start, end = layout.clause(count.start, count.end)
    rest = layout.folded(start, count.start) + layout.folded(count.end, end)
    return start > layout.sentence.start and layout.folded(start - 1, start) == ":" and not rest.strip(" .;\"'")


def number_of(layout: Layout, count: Count, deeds: Sequence[Cue]) -> Draft | None:
    """ "puts the number of people returned at almost 14,000": the noun stands before the number, behind a verb."""
    deed = strongest([one for one in deeds if one.end <= count.start and not layout.apart(one.start, count.start)])
    if not count.bare or deed is None or deed.code not in PERSON_MEASURES or count.number.value < 2:
        return None
    people = [cue for cue in layout.of("counted") if cue.code == "person" and cue.end <= count.start]
    near = [cue for cue in people if not layout.apart(cue.start, count.start) and abs(cue.start - deed.start) <= 40]
    if not near or any(near[0].start <= number.start < count.start for number in layout.numbers if number is not count.number):
        return None
    _, end = layout.clause(count.start, count.end)
    if layout.folded(count.number.end, end).strip(" .,;:)\"'"):
        return None
    return draft(layout, count, deed.code, "number_of", (deed,))


def done_to(layout: Layout, count: Count, deeds: Sequence[Cue]) -> Draft | None:
    """ "deported 109 …", "34 were sent back": a bare number right beside an act done to people."""
    if not count.bare or count.back or count.number.value < 2:
        return None
    near = [one for one in deeds if one.code in _DONE and max(count.start - one.end, one.start - count.end) <= 15]
    near = [one for one in near if not layout.apart(one.start, count.start)]
    deed = strongest(near)
    return draft(layout, count, deed.code, "done_to", (deed,)) if deed is not None else None


def difference(layout: Layout, count: Count, recent: Sequence[Draft]) -> Draft | None:
    """ "148 fewer": how much a number differs from the one before is no count of its own kind."""
    if not (count.bare or count.people) or not recent:
        return None
    for cue in layout.of("doing"):
        if cue.code == "difference" and -1 <= max(cue.start - count.end, count.start - cue.end) <= 3:
            return draft(layout, count, "other", "difference", (cue,))
    return None


def _dated(layout: Layout, count: Count) -> bool:
    """Whether a date stands beside the number with nothing but a preposition between."""
    for date in layout.sentence.dates:
        gap = layout.folded(count.end, date.start) if date.start >= count.end else layout.folded(date.end, count.start)
        beside = 0 <= max(date.start - count.end, count.start - date.end) <= 12
        if beside and len(gap.split()) <= 2 and layout.clause_at(date.start) == layout.clause_at(count.start):
            return True
    return False


def _with_date(layout: Layout, count: Count) -> tuple[int, int]:
    """The number with the dates right beside it."""
    start, end = count.start, count.end
    for date in layout.sentence.dates:
        if 0 <= date.start - end <= 12 and layout.clause_at(date.start) == layout.clause_at(count.start):
            end = date.end
        elif 0 <= start - date.end <= 12 and layout.clause_at(date.start) == layout.clause_at(count.start):
            start = date.start
    return start, end


def _topic(layout: Layout) -> str | None:
    """The thing that the sentence before counted or named."""
    index = layout.sentence.index
    if not index or layout.scan.sentences[index - 1].paragraph != layout.sentence.paragraph:
        return None
    named = [
        cue.code
        for cue in layout.scan.sentences[index - 1].of("counted")
        if cue.code in ("incidents", "stations", "notices", "requests", "returns")
    ]
    return named[-1] if named else None


def coordinate(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """ "28 on the list, 314 officials": people in a list keep the act of the number before in the sentence."""
    if not (count.people or count.code in ("case", "item")) or deeds or not recent:
        return None
    before = recent[-1]
    same = before.layout.sentence.index == layout.sentence.index
    if (
        not same
        or before.measure not in PERSON_MEASURES
        or count.start - before.core[1] > 30
        or count.number.value == 1
    ):
        return None
    if count.code == "family" or count.back:
        return None
    one = draft(layout, count, before.measure, "coordinate")
    return replace(one, flow=before.flow, total=before.total, keeps="sentence", narrow=True)


def parts_named(
    layout: Layout, counts: Sequence[Count], drafts: dict[int, Draft], recent: Sequence[Draft]
) -> dict[int, Draft]:
    """ "six nationals, five teachers and a doctor": numbers behind a total that add up to it, each with its noun."""
    made: dict[int, Draft] = {}
    for at, count in enumerate(counts):
        total = drafts.get(at)
        if total is None or not count.people:
            continue
        rest = [
            i
            for i in range(at + 1, len(counts))
            if counts[i].people and (i not in drafts or drafts[i].rule in ("coordinate", "deed"))
        ]
        for stop in range(2, len(rest) + 1):
            listed = rest[:stop]
            near = all(counts[b].start - counts[a].end < 25 for a, b in zip([at, *listed], listed, strict=False))
            if near and sum(counts[i].number.value for i in listed) == count.number.value:
                index = len(recent) + sorted(drafts).index(at)
                for i in listed:
                    one = draft(layout, counts[i], total.measure, "part_named")
                    made[i] = replace(one, flow="part", total=index, narrow=True)
                break
    return made
