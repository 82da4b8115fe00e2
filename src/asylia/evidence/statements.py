"""Statements: figures that say the same thing, said once, with the period and scope that checks compare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from asylia.evidence.bounds import Interval, interval
from asylia.model.claim import Figure
from asylia.model.document import Document
from asylia.model.trace import Trace

# Measures that official and other counters use for one thing: those brought back are "captured" in one tally and
# "returned" in another.
FAMILIES = {"captures": "returns"}
# What is counted at a time rather than over a period.
STOCKS = frozenset({"stations", "countries", "treaties", "signatories", "population", "notices", "targets"})
# Measures under which unlike things are counted, so that two numbers need not be of one thing.
MIXED = frozenset({"other", "assets", "share", "growth", "relatives", "population", "disciplined", "requests"})
SLACK = timedelta(days=45)  # an end that is the page's own date is only so sure
EXACT = timedelta(days=16)  # two ends that are both told may differ by so much and be one
TABLE = "figures.cell"  # a bare table of yearly tallies says nothing but years and counts
BESIDE = 90  # characters between a number of countries and the number that it belongs to


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a count covers: `first` unknown for a stock, both unknown where nothing says when.

    `assumed` is True where the end is not told and the page's own date stands for it.
    """

    first: date | None
    last: date | None
    assumed: bool = False

    @property
    def known(self) -> bool:
        """Whether anything says when."""
        return self.first is not None or self.last is not None

    @property
    def days(self) -> int | None:
        """Its length, where both ends are known."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def inside(self, other: Period) -> bool:
        """Whether it lies within the other, give or take some days at the end."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return other.first <= self.first and self.last <= other.last + self._slack(other) and not self.same(other)

    def same(self, other: Period) -> bool:
        """Whether the two are one period."""
        return self.begins_with(other) and _near(self.last, other.last, self._slack(other))

    def begins_with(self, other: Period) -> bool:
        """Whether both begin on about the same day, or neither says when it begins."""
        return _near(self.first, other.first, EXACT)

    def _slack(self, other: Period) -> timedelta:
        return SLACK if self.assumed or other.assumed else EXACT


def _near(a: date | None, b: date | None, slack: timedelta) -> bool:
    return a == b if a is None or b is None else abs(a - b) <= slack


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of one scope, by one origin, wherever it is said; `figures` in the order of their ids.

    `of` is what a number of countries belongs to ("stations"); `head` is True where the figure is the largest of its
    measure, period and origin on a page: the others are parts of it, or counts of a smaller group.
    """

    figures: tuple[Figure, ...]
    documents: tuple[str, ...]
    units: frozenset[str]
    period: Period
    origin: str
    state: str | None
    of: str | None
    head: bool
    interval: Interval

    @property
    def figure(self) -> Figure:
        """The first of the figures, which speaks for all."""
        return self.figures[0]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all that say it."""
        return tuple(figure.id for figure in self.figures)

    @property
    def id(self) -> str:
        """The smallest claim id that says it."""
        return self.figures[0].id

    @property
    def family(self) -> str:
        """The measure, or what it is lined up under."""
        return FAMILIES.get(self.figure.measure, self.figure.measure)


def statements(figures: Iterable[Figure], documents: Mapping[str, Document], trace: Trace) -> tuple[Statement, ...]:
    """The figures as statements, in the order of their smallest claim ids."""
    units = {document: group.id for group in trace.copies for document in group.documents}
    ordered = sorted(figures, key=lambda figure: figure.id)
    states, belongs, sole = _states(ordered), _beside(ordered), _sole(ordered)
    stateless = {figure.passage.document for figure in ordered if figure.rule.name == TABLE}
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    scopes: dict[str, tuple[Period, str, str | None, str | None]] = {}
    for figure in ordered:
        page = figure.passage.document
        chain = trace.chains.get(figure.id)
        origin = chain.organisation if chain else page
        family = FAMILIES.get(figure.measure, figure.measure)
        state = figure.origin_state or states.get(page) or (sole.get(family) if page in stateless else None)
        scopes[figure.id] = (period(figure, documents.get(page)), origin, state, belongs.get(figure.id))
        groups[(*_key(figure), *scopes[figure.id])].append(figure)
    heads = _heads(ordered, scopes)
    made = []
    for found in groups.values():
        when, origin, state, of = scopes[found[0].id]
        pages = tuple(sorted({figure.passage.document for figure in found}))
        told_in = frozenset(units.get(page, page) for page in pages)
        head = any(figure.id in heads for figure in found)
        made.append(Statement(tuple(found), pages, told_in, when, origin, state, of, head, interval(found[0])))
    return tuple(sorted(made, key=lambda statement: statement.id))


def _heads(figures: Sequence[Figure], scopes: Mapping[str, tuple[Period, str, str | None, str | None]]) -> set[str]:
    """The largest figure of each page, measure, period, origin and place."""
    best: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        when, origin, _, of = scopes[figure.id]
        measure = FAMILIES.get(figure.measure, figure.measure)
        key = (figure.passage.document, measure, of, when, origin, figure.programme, tuple(sorted(figure.countries)))
        if figure.flow != "part" and figure.total_of is None and (key not in best or figure.value > best[key].value):
            best[key] = figure
    return {figure.id for figure in best.values()}


def _beside(figures: Iterable[Figure]) -> dict[str, str]:
    """What each number of countries belongs to: the measure of the nearest other figure on its page."""
    pages: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        pages[figure.passage.document].append(figure)
    found = {}
    for page in pages.values():
        others = [figure for figure in page if figure.measure not in ("countries", "assets", "share")]
        for figure in page:
            if figure.measure == "countries":
                near = [(_gap(figure, other), other.id, other.measure) for other in others]
                if near and min(near)[0] <= BESIDE:
                    found[figure.id] = FAMILIES.get(min(near)[2], min(near)[2])
    return found


def _gap(a: Figure, b: Figure) -> int:
    return max(a.passage.start - b.passage.end, b.passage.start - a.passage.end, 0)


def period(figure: Figure, page: Document | None) -> Period:
    """When a figure counts: from its own dates; an open end, and a stock's day, is that of the page."""
    asof = page.published.last if page and page.published else None
    first = figure.since.first if figure.since else None
    if figure.until:
        return Period(first, figure.until.last)
    if first is not None or figure.measure in STOCKS:
        return Period(first, asof, assumed=asof is not None)
    return Period(None, None)


def _key(figure: Figure) -> tuple[object, ...]:
    return (
        figure.measure, figure.unit, figure.value, figure.upper, figure.bound, figure.strict,
        tuple(sorted(figure.countries)), figure.programme, figure.flow,
    )  # fmt: skip


def _states(figures: Iterable[Figure]) -> dict[str, str]:
    """The one acting state of each page, where its figures name one and no other."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for figure in figures:
        if figure.origin_state:
            said[figure.passage.document][figure.origin_state] += 1
    return {document: next(iter(counted)) for document, counted in said.items() if len(counted) == 1}


def _sole(figures: Iterable[Figure]) -> dict[str, str]:
    """The one acting state of each measure, where the record knows no other: where a table that names none belongs."""
    said: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.origin_state:
            said[FAMILIES.get(figure.measure, figure.measure)].add(figure.origin_state)
    return {measure: next(iter(states)) for measure, states in said.items() if len(states) == 1}
