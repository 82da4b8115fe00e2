"""Ellipsis: numbers whose noun stands elsewhere: before them, in a comparison, or spoken of in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.figures.counts import Count
from asylia.claims.figures.deeds import strongest
from asylia.claims.figures.draft import PERSON_MEASURES, Draft, draft
from asylia.claims.figures.layout import AND, PLACES, Layout, ends_at, starts_at
from asylia.claims.figures.parts import antecedent
from asylia.claims.figures.portions import place_beside
from asylia.lexicon.matcher import Cue

_TOPICS = ("incidents", "stations", "notices", "requests", "returns", "abductions", "killings")
_BARE = ("returns", "abductions", "killings", "captures")
_SMALL = 12
_STRONG_WORD = 4  # prepositions are shorter: they introduce a number only in the same sentence as its noun


def repeated(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """A number that repeats the noun before: in a series of dates, in a comparison, after a word of telling."""
    generic = count.people and "generic" in count.tags and not deeds
    if not (count.bare or count.code in ("case", "item") or generic) or count.number.value < 2:
        return None
    before = antecedent(layout, recent)
    returned = _tally_of_returns(layout, count, recent)
    if returned is not None:
        return replace(draft(layout, count, "returns", "compared"), after=returned.number.start)
    mark = ends_at(layout.of("elide"), count.start, 3, layout.scan.folded)
    introduced = _introduced(layout, count, mark, before) or _alone(layout, count)
    if count.bare and count.back and count.number.value <= _SMALL and not introduced:
        return None
    series = _dated(layout, count)
    shared = _shared(layout, mark, recent)
    if shared is not None:
        after = recent[-1].number.start
        return replace(draft(layout, count, shared, "compared"), narrow=True, keeps="sentence", after=after)
    known = before is not None and (
        before.measure in ("signatories", "relatives") or before.value == count.number.value
    )
    if count.plain and known:
        return None  # people beside a date do not sign again, and as many as before are the same people
    oneof = mark is not None and "oneof" in mark.tags
    named = (
        [cue.code for cue in layout.of("counted") if cue.end <= count.start and cue.code in _TOPICS] if oneof else []
    )
    if named:
        return draft(layout, count, named[-1], "topic")
    if before is not None and (series or introduced):
        made = draft(layout, count, before.measure, "series" if series else "compared")
        same = not series and mark is not None and "same" in mark.tags
        return replace(
            made,
            core=_with_date(layout, count),
            unit=before.unit,
            narrow=True,
            keeps="sentence" if same else "",
            after=before.number.start,
        )
    told = introduced or series or place_beside(layout, count) is not None
    topic = _topic(layout, count) if told and count.bare else None
    return draft(layout, count, topic, "topic") if topic is not None else None


def _shared(layout: Layout, mark: Cue | None, recent: Sequence[Draft]) -> str | None:
    """ "30 percent of all cases, or 253": the number behind a share counts what it is a share of."""
    if mark is None or "same" not in mark.tags or not recent or recent[-1].measure != "share":
        return None
    last = recent[-1]
    if last.layout.sentence.index != layout.sentence.index:
        return None
    named = [cue.code for cue in layout.of("counted") if last.core[0] <= cue.start < mark.start]
    code = next((code for code in named if code in (*_TOPICS, "case")), None)
    return "incidents" if code == "case" else code


def _tally_of_returns(layout: Layout, count: Count, recent: Sequence[Draft]) -> Draft | None:
    """ "80 people from 18 countries": a bare tally of people from countries repeats the returns told of before."""
    mark = starts_at(layout.of("fromward"), count.end, 2, layout.scan.folded)
    if mark is not None and any(0 <= number.start - mark.end <= 2 for number in layout.numbers):
        near = [one for one in recent[-4:] if layout.sentence.index - one.layout.sentence.index <= 2]
        return next((one for one in reversed(near) if one.measure == "returns"), None)
    for cue in layout.of("counted"):
        if cue.code == "countries" and 0 < cue.start - count.end <= 30 and not layout.apart(cue.start, count.start):
            near = [one for one in recent[-4:] if layout.sentence.index - one.layout.sentence.index <= 2]
            return next((one for one in reversed(near) if one.measure == "returns"), None)
    return None


def _introduced(layout: Layout, count: Count, mark: Cue | None, before: Draft | None) -> bool:
    """Whether a word of comparison or telling stands right before the number.

    Short words (prepositions) count only in the sentence of the noun, at the end of a clause; words of holding
    ("Turkey has 132") only beside a state.
    """
    if mark is None:
        return False
    word = layout.folded(mark.start, mark.end)
    start, end = layout.clause(count.start, count.end)
    rest = layout.folded(count.end, end).strip(" .,;:)。」\"'")
    if "holds" in mark.tags:
        return any(start <= cue.start < count.start for cue in layout.of("country")) and len(rest.split()) <= 4
    here = before is not None and before.layout.sentence.index == layout.sentence.index
    if layout.writing.left:
        return len(word) > 1 or (here and len(rest) <= 4)
    return len(word) > _STRONG_WORD or (here and not rest)


def _alone(layout: Layout, count: Count) -> bool:
    """Whether a clause, behind a colon, holds nothing but the number."""
    start, end = layout.clause(count.start, count.end)
    rest = layout.folded(start, count.start) + layout.folded(count.end, end)
    return start > layout.sentence.start and layout.folded(start - 1, start) == ":" and not rest.strip(" .;\"'")


def _dated(layout: Layout, count: Count) -> bool:
    """Whether a date stands beside the number with nothing but a preposition between."""
    for date in layout.sentence.dates:
        gap = layout.folded(count.end, date.start) if date.start >= count.end else layout.folded(date.end, count.start)
        beside = 0 <= max(date.start - count.end, count.start - date.end) <= 12
        if beside and len(gap.split()) <= 2 and layout.clause_at(date.start) == layout.clause_at(count.start):
            return True
    return False


def _with_date(layout: Layout, count: Count) -> tuple[int, int]:
    """The number with the date right behind it, else the one right before it."""
    here = layout.clause_at(count.start)
    dates = [date for date in layout.sentence.dates if layout.clause_at(date.start) == here]
    behind = next((date for date in dates if 0 <= date.start - count.end <= 12), None)
    if behind is not None:
        return count.start, behind.end
    before = [date for date in dates if 0 <= count.start - date.end <= 12]
    linked = before and not set(layout.folded(before[-1].end, count.start).split()) & set(AND)
    return (before[-1].start if linked else count.start), count.end


def from_countries(layout: Layout, count: Count, recent: Sequence[Draft]) -> Draft | None:
    """ "brought back more than 80 from 18": countries, where the sentence counted countries before."""
    if not count.bare or count.number.value < 2 or not recent:
        return None
    mark = ends_at(layout.of("fromward"), count.start, 2, layout.scan.folded)
    _, end = layout.clause(count.start, count.end)
    behind = recent[-1].measure == "returns" and count.start - recent[-1].core[1] <= 12
    if mark is None or not behind or layout.folded(count.end, end).strip(" .,;:\"'"):
        return None
    here = [cue for cue in layout.of("counted") if cue.code == "countries" and cue.end <= count.start]
    made = replace(draft(layout, count, "countries", "from_countries"), narrow=True, keeps="sentence")
    return replace(made, core=(mark.start, count.end)) if here else None


def _topic(layout: Layout, count: Count) -> str | None:
    """The thing that this sentence, or the one before, counted or named."""
    index = layout.sentence.index
    before = layout.scan.sentences[index - 1] if index else None
    cues = list(before.of("counted")) if before is not None and before.paragraph == layout.sentence.paragraph else []
    cues += [cue for cue in layout.of("counted") if cue.end <= count.start]
    named = [cue.code for cue in cues if cue.code in _TOPICS]
    return named[-1] if named else None


def number_of(layout: Layout, count: Count) -> Draft | None:
    """ "puts the number of people returned at almost 14,000": the noun stands apart, behind "the number of"."""
    if not count.bare or count.number.value < 2:
        return None
    start, end = layout.clause(count.start, count.end)
    if not layout.folded(count.end, layout.sentence.end).strip(" .\"'"):
        start = layout.sentence.start  # "the number of states, which …, is put at 44"
    for tally in layout.within("tally", start, end):
        low, high = (tally.end, count.start) if tally.end <= count.start else (tally.end, end)
        if any(low <= number.start < high for number in layout.numbers) or tally.start - count.end > 12:
            continue
        if layout.writing.head_last and layout.writing.verb_last:  # "edilenlerin sayısı 75": they stand before
            low, high = start, tally.start
        nouns = [cue for cue in layout.within("counted", low, high) if cue.start - tally.end <= 40]
        acts = [deed for deed in layout.deeds if low <= deed.start < high]
        deed = strongest(acts)
        if nouns and nouns[0].code in (*_TOPICS, "governments", "countries"):
            measure = "other" if nouns[0].code == "governments" else nouns[0].code
            return replace(draft(layout, count, measure, "number_of"), core=(min(count.start, tally.start), count.end))
        if deed is not None and deed.code in PERSON_MEASURES:
            return draft(layout, count, deed.code, "number_of", (deed,))
    return None


def done_to(layout: Layout, count: Count, deeds: Sequence[Cue]) -> Draft | None:
    """ "deported 109 …", "34 were sent back": a bare number right beside an act done to people."""
    if not count.bare or count.back or count.number.value < 2:
        return None
    near = [one for one in deeds if not layout.apart(one.start, count.start)]
    near = [
        one
        for one in near
        if (one.code in _BARE and max(count.start - one.end, one.start - count.end) <= 15)
        or (one.code == "population" and 0 <= count.start - one.end <= 2)
    ]
    deed = strongest(near)
    return draft(layout, count, deed.code, "done_to", (deed,)) if deed is not None else None


def coordinate(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """ "28 on the list, 314 officials": people in a list keep the act of the number before in the sentence."""
    if not (count.people or count.code in ("case", "item")) or deeds or not recent or count.number.value == 1:
        return None
    before = recent[-1]
    same = before.layout.sentence.index == layout.sentence.index
    gap = layout.folded(before.core[1], count.start)
    if count.plain and count.number.value == before.value:
        return None  # the same people again
    aside = any(cue.code == "increment" for cue in layout.within("flow", before.core[1], count.start))
    if not same or before.measure not in PERSON_MEASURES or len(gap) > 30 or ";" in gap or (aside and before.flow):
        return None
    if count.code == "family" or count.back:
        return None
    one = draft(layout, count, before.measure, "coordinate")
    one = replace(one, after=before.number.start, narrow=True)
    return replace(one, flow=before.flow, total=before.total, keeps="sentence")


def difference(layout: Layout, count: Count, recent: Sequence[Draft]) -> Draft | None:
    """ "148 fewer": how much a number differs from the one before is no count of its own kind."""
    if not (count.bare or count.people) or not recent:
        return None
    for cue in layout.of("doing"):
        if cue.code == "difference" and -1 <= max(cue.start - count.end, count.start - cue.end) <= 3:
            return draft(layout, count, "other", "difference", (cue,))
    return None


def each_place(layout: Layout, count: Count, one: Draft | None, recent: Sequence[Draft]) -> list[Draft]:
    """ "one national each in Serbia and Spain", "three each in Kenya and Mozambique": one figure per place."""
    marks = [cue for cue in layout.of("each") if 0 <= cue.start - count.end <= 12]
    places = [cue for cue in layout.of(*PLACES) if cue.start >= count.end and layout.apart(cue.start, count.start) <= 1]
    stop = min((number.start for number in layout.numbers if number.start >= count.end), default=layout.sentence.end)
    codes = tuple(dict.fromkeys(place.code for place in places if place.start < stop))
    if not marks or len(codes) < 2:
        return [one] if one is not None else []
    acts = [deed for deed in layout.deeds if deed.code in ("returns", "abductions", "killings", "detentions")]
    before = antecedent(layout, recent)
    if one is None and count.people and acts:
        one = draft(layout, count, acts[0].code, "each", (acts[0],))
    elif one is None and count.bare and before is not None:
        one = replace(draft(layout, count, before.measure, "each"), flow="part", total=before.number.start)
    if one is None:
        return []
    end = max([one.core[1], *(place.end for place in places if place.start < stop)])
    return [replace(one, rule="each", countries=(code,), core=(one.core[0], end)) for code in codes]
