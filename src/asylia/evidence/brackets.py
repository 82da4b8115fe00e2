"""Brackets: an inexact number, or a share of a known whole, between two exact counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from asylia.evidence.bounds import Interval, interval, printed, said
from asylia.evidence.slips import agree
from asylia.evidence.statements import MIXED, Statement
from asylia.model.claim import Figure
from asylia.model.ledger import Check

CELL = "figures.cell"  # the rule that reads tables
NEAR = 500  # characters between a share and the number it is a share of
_PERSONS = frozenset(
    {"returns", "captures", "targets", "notices", "detentions", "abductions", "incidents", "relatives"}
)


def brackets(told: Sequence[Statement]) -> tuple[Check, ...]:
    """Checks of shares against counts, and of inexact counts against exact ones before and after; sorted."""
    found = [*_shares(told), *_between(told)]
    return tuple(sorted(set(found), key=lambda check: (check.kind, check.claims)))


def _shares(told: Sequence[Statement]) -> Iterator[Check]:
    """A share of a number on the same page, beside counts of the same people elsewhere."""
    figures = [figure for statement in told for figure in statement.figures]
    risen = _risen(told)
    for share in figures:
        if share.measure != "share":
            continue
        base = _base(share, figures)
        if base is None:
            continue
        part = interval(share).times(base.value / 100)
        page = share.passage.document
        counts = [s for s in told if s.family == "returns" and s.figure.bound == "exact" and page not in s.documents]
        counts = [
            s for s in counts if s.figure.value <= base.value and agree(s.figure.origin_state, share.origin_state)
        ]
        counts = [s for s in counts if s.id in risen or (s.period.first is None and _speaks_of(s, base, figures))]
        yield from _held(share, base, part, counts)
        for same in (f for f in figures if f.passage.document == page and f.bound == "exact" and f.measure in _PERSONS):
            if same is not base and abs(same.passage.start - share.passage.start) <= NEAR and part.admits(same.value):
                claims = tuple(sorted((share.id, base.id, same.id)))
                yield Check("agrees", claims, True, f"{said(share)} of {said(base)} admits {said(same)}")


def _risen(told: Sequence[Statement]) -> frozenset[str]:
    """Rows of tables that tell how many had come by then: months or days apart from one another, and never fewer.

    The rows of a tally follow one upon the other, or are years, and rise and fall: they count what came in each.
    """
    tables: dict[tuple[str, str], list[tuple[date, date, Statement]]] = {}
    for statement in told:
        figure, period = statement.figure, statement.period
        fine = figure.until is not None and figure.since == figure.until and figure.until.precision != "year"
        if figure.rule.name == CELL and fine and period.first and period.last:
            key = (figure.passage.document, statement.family)
            tables.setdefault(key, []).append((period.first, period.last, statement))
    found: set[str] = set()
    for rows in tables.values():
        rows.sort(key=lambda row: (row[0], row[2].id))
        apart = any((later[0] - earlier[1]).days > 1 for earlier, later in pairwise(rows))
        rising = all(earlier[2].figure.value <= later[2].figure.value for earlier, later in pairwise(rows))
        if len(rows) > 1 and apart and rising:
            found.update(statement.id for _, _, statement in rows)
    return frozenset(found)


def _base(share: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The number that a share is of: the nearest count of people or cases before it, else after it, on its page."""
    at = share.passage.start
    near = [
        (figure.passage.start > at, abs(figure.passage.start - at), figure.id, figure)
        for figure in figures
        if figure.passage.document == share.passage.document
        and figure.measure in _PERSONS
        and figure.bound == "exact"
        and abs(figure.passage.start - at) <= NEAR
    ]
    return min(near)[3] if near else None


def _speaks_of(statement: Statement, base: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a page that gives the count also gives the whole that it is a part of."""
    return any(f.value == base.value and f.passage.document in statement.documents for f in figures)


def _held(share: Figure, base: Figure, part: Interval, counts: Sequence[Statement]) -> Iterator[Check]:
    low = [s for s in counts if s.figure.value <= part.low or part.admits(s.figure.value)]
    high = [s for s in counts if s.figure.value >= part.high]
    if not low or not high:
        return
    below = max(low, key=lambda s: (s.figure.value, s.id))
    above = min(high, key=lambda s: (s.figure.value, s.id))
    claims = tuple(sorted({share.id, base.id, *below.claims, *above.claims}))
    reason = f"{said(share)} of {printed(base.value)} lies between {_dated(below)} and {_dated(above)}"
    yield Check("bracket", claims, True, reason)


def _dated(statement: Statement) -> str:
    day = f" as of {statement.period.last}" if statement.period.last else ""
    return said(statement.figure) + day


def _between(told: Sequence[Statement]) -> Iterator[Check]:
    """An inexact count as of a day, beside the exact ones as of the days before and after it."""
    lines: dict[tuple[object, ...], list[Statement]] = {}
    for statement in told:
        if (
            statement.period.last
            and statement.head
            and statement.family not in MIXED
            and not statement.figure.countries
        ):
            key = (statement.family, statement.of, statement.period.first, statement.figure.programme)
            lines.setdefault(key, []).append(statement)
    for line in lines.values():
        exact = sorted((s.period.last, s.id, s) for s in line if s.figure.bound == "exact" and s.period.last)
        for loose in line:
            if loose.figure.bound == "exact" or loose.period.last is None:
                continue
            before = [s for day, _, s in exact if day < loose.period.last]
            after = [s for day, _, s in exact if day > loose.period.last]
            if before and after:
                low, high = before[-1], after[0]
                if high.figure.value < low.figure.value or loose.id in (low.id, high.id):
                    continue
                holds = Interval(low.figure.value, high.figure.value).meets(loose.interval)
                claims = tuple(sorted({*loose.claims, *low.claims, *high.claims}))
                word = "lies" if holds else "does not lie"
                reason = (
                    f"“{said(loose.figure)}” {word} between {said(low.figure)} before and {said(high.figure)} after"
                )
                yield Check("bracket", claims, holds, reason)
