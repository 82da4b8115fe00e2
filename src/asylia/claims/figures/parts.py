"""Parts: numbers that are a share of a total before them, or one place's share of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.figures.counts import Count
from asylia.claims.figures.deeds import strongest
from asylia.claims.figures.draft import PERSON_MEASURES, Draft, draft
from asylia.claims.figures.layout import AND, Layout, ends_at
from asylia.claims.figures.portions import brief, place_before, place_beside, portion
from asylia.lexicon.matcher import Cue

_NO_TOTALS = ("countries", "assets", "share", "growth", "teams")
# A part of those wanted or held that was returned is counted as returned; other parts keep the total's measure.
_DONE = ("returns", "abductions", "killings")
_OPEN = ("targets", "detentions", "captures", "requests", "notices", "population")
_SENTENCES_BACK = 2
_KIN = ("relatives", "signatories", "incidents")  # what their parts suffer does not change what they are
_DATED = 4  # characters between a place and its date: "five in Spain in 2018"
_FEW = 12  # small numbers more often go back to people already told of
_DEEP = 4  # parts of parts


def antecedent(layout: Layout, recent: Sequence[Draft], sentences: int = _SENTENCES_BACK) -> Draft | None:
    """The last draft that a number here can repeat, or be a part of."""
    return next(iter(antecedents(layout, recent, sentences)), None)


def antecedents(layout: Layout, recent: Sequence[Draft], sentences: int = _SENTENCES_BACK) -> list[Draft]:
    """The drafts that a number here can repeat, or be a part of; the last one first."""
    found = []
    for one in reversed(recent):
        back = layout.sentence.index - one.layout.sentence.index
        if back > sentences or layout.sentence.paragraph - one.layout.sentence.paragraph > 1:
            break
        if one.measure not in _NO_TOTALS and one.rule != "difference":
            found.append(one)
    return found


def root(one: Draft, recent: Sequence[Draft]) -> Draft:
    """The total that a part belongs to; anything else is its own."""
    for _ in range(_DEEP):
        above = next((other for other in recent if other.number.start == one.total), None)
        if above is None or above is one:
            break
        one = above
    return one


def part(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """ "2,999 of them", 其中22人, "dont 2 075 fonctionnaires": a part of the total before."""
    if not (count.people or count.bare or count.code in ("case", "place", "item")):
        return None
    said = portion(layout, count)
    mark = said or _subject(layout, count, deeds, recent)
    if mark is None:
        return None
    known = antecedents(layout, recent)
    if said and known and _strays(layout, count, known[0], recent):
        return None
    total = next((one for one in known if one.value >= count.number.value), None)
    if total is None:
        return _part_of_nothing(layout, count, deeds, mark)
    if count.code == "family" and total.measure != "relatives":
        return None
    place = place_beside(layout, count) or place_before(layout, count)
    if place is None and count.number.value == 1:
        return None
    own = strongest([deed for deed in deeds if deed.code != "other"])
    if not said and own is not None and root(total, recent).measure not in _KIN:
        return draft(layout, count, own.code, "done_to", (own,))  # "…; thousands have fled": an act of its own
    measure = _measure(root(total, recent), deeds)
    one = draft(layout, count, measure, "part", () if place else tuple(deeds))
    start, end = min(count.start, mark[0]), max(count.end, mark[1])
    span = (min(start, one.core[0]), max(end, one.core[1], place.end if place else 0))
    whole = total if said else root(total, recent)
    return replace(
        one,
        core=span,
        flow="part",
        total=whole.number.start,
        keeps="sentence",
        narrow=place is not None,
        countries=(place.code,) if place else (),
        unit=total.unit,
    )


def _strays(layout: Layout, count: Count, last: Draft, recent: Sequence[Draft]) -> bool:
    """ "132 passengers, 100 of them …": the number that this is a part of is no figure."""
    read = {one.number.start for one in recent}
    start = last.number.start if _here(layout, last) else layout.sentence.start
    loose = [
        one for one in layout.numbers if start < one.start < count.start and one.start not in read and one.value > 1
    ]
    return bool(loose) and loose[-1].unit is None and loose[-1].value >= count.number.value


def _measure(total: Draft, deeds: Sequence[Cue]) -> str:
    if any("death" in deed.tags for deed in deeds) and total.measure not in _KIN:
        return "other"
    deed = strongest([one for one in deeds if one.code in _DONE])
    return deed.code if deed is not None and total.measure in _OPEN else total.measure


def _part_of_nothing(layout: Layout, count: Count, deeds: Sequence[Cue], mark: tuple[int, int]) -> Draft | None:
    """ "Twenty-two of those returned": the total has no number, the act says what is counted."""
    held = count.number.value > _FEW and any("target" in cue.tags for cue in layout.of("counted"))
    deed = strongest([one for one in deeds if one.code in _DONE or (held and one.code in _OPEN)])
    if deed is None or count.number.value == 1:
        return None
    made = draft(layout, count, deed.code, "part", (deed,))
    return replace(made, core=(made.core[0], max(made.core[1], mark[1])))


def _subject(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> tuple[int, int] | None:
    """ "…; six had their passports confiscated": a bare number that opens a clause and something is done to."""
    before = antecedent(layout, recent, 1)
    short = before is not None and count.bare and brief(layout, count) and _here(layout, before)
    kin = count.plain and before is not None and before.measure == "relatives" and _here(layout, before)
    if not (count.bare or kin) or count.back or count.number.value < 2 or before is None:
        return None
    if count.number.value > root(before, recent).value:
        return None
    start, _ = layout.clause(count.start, count.end)
    opening = layout.folded(start, count.start).split()
    joined = bool(opening) and opening[-1] in AND and before.flow == "part" and _here(layout, before)
    acted = any(0 <= deed.start - count.end <= 40 and not layout.apart(deed.start, count.start) for deed in deeds)
    opens = len(opening) <= (2 if opening and opening[0] in AND else 1) and acted and before.measure in PERSON_MEASURES
    return (count.start, count.end) if joined or opens or short else None


def _here(layout: Layout, one: Draft) -> bool:
    return one.layout.sentence.index == layout.sentence.index


def in_place(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """A number with nothing but a place: a part of the total before, or one more of what was done before."""
    if not (count.bare or count.code in ("case", "place", "item") or (count.people and not deeds)):
        return None
    place = place_beside(layout, count) or place_before(layout, count)
    if place is None:
        return None
    span = (min(count.start, place.start), max(count.end, place.end))
    deed = strongest(deeds)
    if deed is not None and deed.code in PERSON_MEASURES and count.bare and count.number.value > 1:
        made = draft(layout, count, deed.code, "part_in_place", (deed,))
        return replace(made, countries=(place.code,), core=(min(span[0], made.core[0]), max(span[1], made.core[1])))
    before = antecedent(layout, recent)
    total = root(before, recent) if before is not None else None
    if total is None or (count.people and not _together(layout, count, total)):
        return None
    dates = [date.end for date in layout.sentence.dates if 0 <= date.start - span[1] <= _DATED]
    span = (span[0], max([span[1], *dates[:1]]))
    # "15 China": whose they are, not where
    linked = layout.writing.left or place.end <= count.start or layout.folded(count.end, place.start).strip()
    one = replace(
        draft(layout, count, total.measure, "part_in_place"),
        core=span,
        narrow=True,
        countries=(place.code,) if linked and not layout.of("doer") else (),
        after=total.number.start,
        keeps="sentence",
    )
    increments = [cue for cue in layout.of("flow") if cue.code == "increment"]
    if ends_at(increments, count.start, 2, layout.scan.folded) is not None:
        return one  # "and another five in Spain": more of the same, not a part of it
    return replace(one, flow="part", total=total.number.start) if total.value >= count.number.value else None


def ones_in_places(layout: Layout, counts: Sequence[Count], drafts: dict[int, Draft]) -> dict[int, Draft]:
    """ "… davon zwei in Deutschland und eine in Österreich": an article counts beside a part in a place."""
    parts = [one for one in drafts.values() if one.flow == "part" and one.countries]
    made: dict[int, Draft] = {}
    for at, count in enumerate(counts):
        place = place_beside(layout, count) if count.article and parts else None
        if place is None:
            continue
        model = min(parts, key=lambda one: abs(one.number.start - count.start))
        one = draft(layout, count, model.measure, "part_in_place")
        span = (count.start, max(count.end, place.end))
        made[at] = replace(one, core=span, narrow=True, countries=(place.code,), flow="part", total=model.total)
    return made


def _together(layout: Layout, count: Count, total: Draft) -> bool:
    """Whether people with a noun of their own may still be a part: same sentence, and no noun but "people"."""
    return "generic" in count.tags and _here(layout, total)


def of_number(layout: Layout, count: Count, following: Count, later: Draft | None) -> Draft | None:
    """ "272 of the 1,219 incidents": the same thing as the number that follows."""
    fits = count.bare or count.people or count.code in ("case", "item")
    if layout.writing.left or later is None or not fits or following.start - count.end > 14 or count.number.value == 1:
        return None
    edge = count.end if count.code in ("case", "item") else count.number.end
    gap = layout.folded(edge, following.start)
    between = layout.of("linker", "refer", "portion")
    links = [cue for cue in between if edge <= cue.start < following.start]
    if "," in gap or not gap.strip() or not links or links[0].start - edge > 2 or later.value < count.number.value:
        return None
    one = draft(layout, count, later.measure, "of_number")
    return replace(one, core=(count.start, later.core[1]), flow="part", total=later.number.start)


def parts_named(layout: Layout, counts: Sequence[Count], drafts: dict[int, Draft]) -> dict[int, Draft]:
    """ "six nationals, five teachers and a doctor": numbers behind a total that add up to it, each with its noun."""
    made: dict[int, Draft] = {}
    for at, count in enumerate(counts):
        total = drafts.get(at)
        if total is None or not count.people:
            continue
        free = ("coordinate", "deed", "part_in_place")
        rest = [
            i for i in range(at + 1, len(counts)) if counts[i].people and (i not in drafts or drafts[i].rule in free)
        ]
        for stop in range(2, len(rest) + 1):
            listed = rest[:stop]
            near = all(counts[b].start - counts[a].end < 25 for a, b in zip([at, *listed], listed, strict=False))
            if near and sum(counts[i].number.value for i in listed) == count.number.value:
                for i in listed:
                    one = draft(layout, counts[i], total.measure, "part_named")
                    made[i] = replace(one, flow="part", total=total.number.start, narrow=True)
                break
    return made
