"""Periods: the time that a figure counts over, or the date that it was true at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.figures.draft import STOCKS, Draft
from asylia.claims.figures.layout import Layout
from asylia.language.dates import Dated
from asylia.lexicon.matcher import Cue
from asylia.model.dates import Date

_TOLD = 18  # characters between a date and the word of telling that it belongs to
_COUNTED = 60  # the same for words of counting, whose object stands between: "counted 40 returns in January"
_BY_WORD = ("targets", "other", "notices")  # measures that an authority takes by saying so
_CLAUSE = 60  # a clause boundary weighs as much as this many characters


def dated(one: Draft, others: Sequence[Draft], before: Draft | None) -> Draft:
    """The draft with its period: of its clause, else of the sentence's head, else of the draft that it belongs to."""
    if one.amount or one.rule == "difference":
        return one
    date = _nearest(one, others)
    if date is not None:
        since, until = _bounds(one, date)
        return replace(one, since=since, until=until)
    if one.keeps and before is not None:
        return replace(one, since=before.since, until=before.until)
    told = _as_of(one)
    return replace(one, until=told) if told is not None else one


def apart_from(one: Draft, before: Draft | None) -> Draft:
    """ "down from 1,421 the year before": a comparison is with another year, so a relative year steps back."""
    if before is None or one.since is None or one.since != one.until or one.since.precision != "year":
        return one
    here = [date for date in one.layout.sentence.dates if one.core[0] <= date.start and date.end <= one.core[1]]
    if before.since != one.since or before.until != one.until or not any(date.relative for date in here):
        return one
    year = Date(one.since.year - 1)
    return replace(one, since=year, until=year)


def _bounds(one: Draft, date: Dated) -> tuple[Date | None, Date | None]:
    """What the date says of this measure: a stock has no beginning, and two half-open dates close each other."""
    since, until = date.since, date.until
    so_far = _this_year(one, date)
    if so_far is not None:
        return (None if one.measure in STOCKS else since), so_far
    if date.relation == "on" and since is not None and since.precision == "year" and since == until:
        told = _told_within(one.layout, until)
        return (None if one.measure in STOCKS else since), told or until
    if date.relation == "on":
        return (None, until) if one.measure in STOCKS or _as_counted(one, date) else (since, until)
    if date.relation == "until" and since is None:
        return _other_half(one.layout, date, "since"), until
    if date.relation == "since" and until is None:
        return since, _other_half(one.layout, date, "until") or _as_of(one) or _counted_in(one, date)
    return since, until


def _this_year(one: Draft, date: Dated) -> Date | None:
    """ "this year", told in May, is the year up to May."""
    told = one.layout.scan.document.published
    if not date.relative or date.relation != "on" or date.since is None or date.since != date.until or told is None:
        return None
    if date.since != Date(told.year) or told.month is None:
        return None
    return Date(told.year, told.month)


def _counted_in(one: Draft, since: Dated) -> Date | None:
    """ "counted, early in 2021, 58 since 2014": the date beside the word of counting ends what is still open."""
    for date in one.layout.sentence.dates:
        if date is since or date.relation != "on" or date.until is None or since.since is None or date.relative:
            continue
        counted = [cue for cue in one.layout.of("told") if cue.code == "counted" and date.until.precision == "year"]
        gaps = [max(date.start - cue.end, cue.start - date.end, 0) for cue in counted]
        if min(gaps, default=_TOLD + 1) <= _TOLD and date.until.last > since.since.last:
            return date.until
    return None


def _told_within(layout: Layout, year: Date) -> Date | None:
    """ "spoke in November 2022 of 10 that year": a count cannot reach beyond the month in which it was told."""
    told = [date.until for date in layout.sentence.dates if date.until is not None and date.relation == "on"]
    return next((until for until in told if until.precision == "month" and year.contains(until)), None)


def _other_half(layout: Layout, date: Dated, relation: str) -> Date | None:
    """ "counting from 2014, up to October 2020": the date that closes a half-open one beside it."""
    for other in layout.sentence.dates:
        if other.relation == relation and layout.apart(other.start, date.start) <= 1:
            return other.since if relation == "since" else other.until
    return None


def _nearest(one: Draft, others: Sequence[Draft]) -> Dated | None:
    """The date that counts for this number; not one that says when something was told."""
    best: tuple[int, Dated] | None = None
    for date in one.layout.sentence.dates:
        if (date.since is None and date.until is None) or _only_told(one, date):
            continue
        distance = _distance(one, date, others)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, date)
    return best[1] if best else None


def _only_told(one: Draft, date: Dated) -> bool:
    """Whether the date is that of the telling alone: who announces a warrant or a sanction does it that day."""
    if not tells(one.layout, date, one.number.start):
        return False
    if one.measure not in _BY_WORD or one.total is not None:
        return True
    said = [cue for cue in one.layout.of("told") if cue.code == "said" and 0 <= cue.start - date.end <= _TOLD]
    return not any(0 <= deed.start - cue.end <= 2 for cue in said for deed in one.deeds)


def _distance(one: Draft, date: Dated, others: Sequence[Draft]) -> int | None:
    """How far the date stands from the number, or None where it belongs to something else."""
    layout, at = one.layout, one.number.start
    before = date.end <= at
    low, high = (date.end, at) if before else (one.number.end, date.start)
    rivals = [
        other
        for other in others
        if low <= other.number.start < high and not one.core[0] <= other.number.start < one.core[1]
    ]
    first, last = layout.clause(*one.core)
    if one.where and first > layout.sentence.start:
        first, _ = layout.clause(first - 2, first - 1)
    apart = 0 if first <= date.start < last else layout.apart(date.start, at)
    beside = one.rule in ("part_in_place", "part_named", "series", "compared", "each", "wanted")
    if beside and (apart or (not (date.end <= one.core[1] and one.core[0] <= date.start) and _holds_date(one))):
        return None
    if not apart:
        if rivals and (not before or beside) and not all(rival.measure == "countries" for rival in rivals):
            return None
        return high - low + (_CLAUSE if rivals else 0)
    if before and apart and one.measure in STOCKS and _increments(one):
        return None
    reach = 4 if layout.writing.left and layout.writing.verb_last else 2
    if before and (apart <= reach or _leads(layout, date)) and _heads_clause(layout, date):
        return high - low + _CLAUSE * apart + (_CLAUSE if rivals else 0)
    if not before and apart == 1 and not rivals and _trails(layout, date, others):
        return high - low + _CLAUSE
    return None


def _trails(layout: Layout, date: Dated, others: Sequence[Draft]) -> bool:
    """ "…, mostly in 2019": the next clause opens with the date and counts nothing of its own."""
    start, end = layout.clause(date.start, date.end)
    opens = len(layout.folded(start, date.start).split()) <= (0 if layout.writing.left else 3)
    return opens and not any(start <= other.number.start < end for other in others)


def _holds_date(one: Draft) -> bool:
    """Whether the draft's own words hold a date."""
    return any(one.core[0] <= date.start and date.end <= one.core[1] for date in one.layout.sentence.dates)


def _increments(one: Draft) -> bool:
    """ "48 more were added": the date of the report before is not theirs."""
    return any(
        cue.code == "increment" and max(one.core[0] - cue.end, cue.start - one.core[1]) <= 12
        for cue in one.layout.of("flow")
    )


def _leads(layout: Layout, date: Dated) -> bool:
    """Whether the sentence begins with the date."""
    return len(layout.folded(layout.sentence.start, date.start).split()) <= 2


def _heads_clause(layout: Layout, date: Dated) -> bool:
    """Whether the date stands at the head of its clause, or, where verbs come last, anywhere before them."""
    if layout.writing.left or layout.writing.verb_last:
        return True
    start, _ = layout.clause(date.start, date.end)
    return len(layout.folded(start, date.start).split()) <= 3


def tells(layout: Layout, date: Dated, number: int) -> bool:
    """Whether the date says when something was told: a word of telling stands beside it and no act does."""
    if date.relation != "on" or date.until is None:
        return False
    if _leads(layout, date) and date.until.precision == "day" and _said_before(layout, date, number):
        return True
    gaps = [
        max(date.start - cue.end, cue.start - date.end, 0)
        for cue in layout.of("told")
        if layout.clause_at(cue.start) == layout.clause_at(date.start)
        and not _adds(layout, cue)
        and (cue.code != "counted" or date.until.precision != "year")
    ]
    told = min(gaps, default=999)
    deeds = [deed for deed in layout.deeds if layout.clause_at(deed.start) == layout.clause_at(date.start)]
    nearest = min((max(date.start - deed.end, deed.start - date.end, 0) for deed in deeds), default=999)
    return told <= _TOLD and told <= nearest


def _adds(layout: Layout, told: Cue) -> bool:
    """ "it added 79 cases": with a number right behind it, the word is one of counting."""
    added = any(cue.code == "increment" and cue.start == told.start for cue in layout.of("flow"))
    return added and any(0 <= number.start - told.end <= 2 for number in layout.numbers)


def _said_before(layout: Layout, date: Dated, number: int) -> bool:
    """ "On 14 December the minister said that six …": the day is that of the saying."""
    said = [cue for cue in layout.of("told") if cue.code == "said" and date.end <= cue.start and cue.end <= number]
    return bool(said) and not any(date.end <= deed.start < said[0].start for deed in layout.deeds)


def _as_counted(one: Draft, date: Dated) -> bool:
    """ "counted nearly 10,000 returns in January": the month is that of the counting."""
    if date.until is None or date.until.precision == "year" or one.deeds:
        return False
    return any(
        cue.code == "counted" and 0 <= one.core[0] - cue.end <= _COUNTED and not one.layout.apart(cue.start, date.start)
        for cue in one.layout.of("told")
    )


def _as_of(one: Draft) -> Date | None:
    """When a running total was told: a month, or a day with its year, beside a word of telling."""
    layout = one.layout
    running = (
        one.measure in STOCKS
        or one.measure == "incidents"
        or any(cue.code == "cumulative" for cue in layout.of("flow"))
    )
    if not running:
        return None
    for date in layout.sentence.dates:
        if date.until is None or not tells(layout, date, one.number.start):
            continue
        if date.until.precision == "month" or (date.until.precision == "day" and not date.relative):
            return date.until
    return None
