"""Slips: the ways in which one figure changes between its source and a page that relays it.

Each rule takes the source's figure and the relayed one, of one origin, and returns the kind and the reason, or None.
"""

from __future__ import annotations

from datetime import timedelta

from asylia.evidence.bounds import interval, said
from asylia.evidence.relay import Told
from asylia.evidence.statements import MIXED, STOCKS, Period
from asylia.lexicon.ladder import rungs
from asylia.model.claim import Figure

TELLING = 10  # smaller numbers meet by chance
SENTENCE = 160  # characters within which two numbers belong together
YEAR = timedelta(days=200)
DECADE = 0.1  # "in the past ten years" begins so much of its length earlier or later
DAYS = 40  # so short a period, near the page's own date, is the day of the news and not of the count
_PEOPLE = frozenset({"returns", "captures", "targets", "detentions", "abductions", "killings", "incidents"})
_GRAVE = {"returns": 0, "targets": 0, "captures": 1, "detentions": 1, "abductions": 2, "killings": 3}

Slipped = tuple[str, str] | None


def same_thing(a: Told, b: Told) -> bool:
    """Whether two figures count one thing: nothing in measure, scope and programme speaks against it."""
    left, right = a.figure, b.figure
    return (
        a.statement.family == b.statement.family
        and agree(a.statement.of, b.statement.of)
        and agree(left.programme, right.programme)
        and (left.measure == "countries" or agree(left.origin_state, right.origin_state))
        and not (left.countries and right.countries and set(left.countries) != set(right.countries))
    )


def significant(value: float) -> int:
    """How many digits of a number are more than zeros at its end."""
    return len(f"{value:.0f}".rstrip("0"))


def telling(value: float) -> bool:
    """Whether a number shows whose it is: two pages do not come by 1,219 or 58,000 by chance, but by 50 or 100."""
    return significant(value) >= 3 or (value >= 10_000 and significant(value) >= 2)


def agree(a: object, b: object) -> bool:
    """Whether two attributes are one, or one of them is not told."""
    return a is None or b is None or a == b


def same_time(a: Told, b: Told) -> bool:
    """Whether two figures are of one period, as far as both tell it."""
    left, right = a.statement.period, b.statement.period
    if left.assumed != right.assumed and left.last and right.last:
        return abs(left.last - right.last) <= timedelta(
            days=DAYS
        )  # one page tells the time that the other leaves to its date
    return not (left.known and right.known) or left.same(right)


def gives(told: Told, value: float, measure: str) -> bool:
    """Whether the page gives this number of this thing anywhere."""
    return any(figure.value == value and figure.measure == measure for figure in told.beside)


def share_as_count(source: Told, relayed: Told) -> Slipped:
    """Fifty percent becomes fifty people."""
    a, b = source.figure, relayed.figure
    if a.measure != "share" or b.measure in ("share", "growth", "countries", "assets") or a.value != b.value:
        return None
    if b.unit == "percent" or gives(source, b.value, b.measure) or gives(relayed, b.value, "share"):
        return None
    return "share_as_count", f"{said(a)} of something is relayed as {said(b)} {b.measure}"


def increment_as_total(source: Told, relayed: Told) -> Slipped:
    """What was added is relayed as all there is."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or not _alike(a, b) or a.flow != "increment" or b.flow in ("increment", "part"):
        return None
    more = [f for f in source.beside if f.measure == a.measure and f.value > a.value and f.flow != "increment"]
    if not more or any(_alike(a, f) and f.value > b.value for f in relayed.beside):
        return None
    return "increment_as_total", f"{said(a)} were added to others; it is relayed as the total"


def _alike(a: Figure, b: Figure) -> bool:
    """Whether two measures may be of one count: pages word one act as a case, a return or an abduction."""
    return a.measure == b.measure or {a.measure, b.measure} <= _PEOPLE


def stock_for_flow(source: Told, relayed: Told) -> Slipped:
    """How many there are at a time is relayed as how many there were in a period, or the other way round."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or a.measure != b.measure:
        return None
    when = relayed.statement.period
    spans = b.flow in ("increment", "cumulative") or (b.flow is None and bool(when.first) and not when.assumed)
    if a.flow == "stock" and (b.flow == "increment" or (spans and a.measure == "notices")):
        return "stock_for_flow", f"{said(a)} stood at a time; it is relayed as a count over a period"
    if a.flow in ("increment", "cumulative") and b.flow == "stock" and a.measure == "notices":
        return "stock_for_flow", f"{said(a)} were counted over a period; it is relayed as what stood at a time"
    return None


def unit_swap(source: Told, relayed: Told) -> Slipped:
    """Fifty-four stations become fifty-four countries."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or a.value < TELLING or source.statement.family == relayed.statement.family:
        return None
    if b.measure in MIXED or (a.measure in MIXED and not _denied(source, relayed)):
        return None
    if gives(source, b.value, b.measure) or gives(relayed, a.value, a.measure):
        return None
    if {a.measure, b.measure} <= _PEOPLE:
        return None
    return "unit_swap", f"{said(a)} {a.measure} are relayed as {said(b)} {b.measure}"


def _denied(source: Told, relayed: Told) -> bool:
    """Whether the source counts the relayed thing too, with another number that the relaying page does not tell."""
    b = relayed.figure
    ours = [figure for figure in source.beside if figure.measure == b.measure]
    told = {figure.value for figure in relayed.beside if figure.measure == b.measure}
    denied = all(not interval(f).meets(interval(b)) and f.value not in told for f in ours)
    return source.figure.measure == "other" and bool(ours) and denied


def method_upgrade(source: Told, relayed: Told) -> Slipped:
    """People returned become people extradited, people who gave themselves up become people abducted."""
    a, b = source.figure, relayed.figure
    if not _same_number(a, b) or not same_time(source, relayed) or not {a.measure, b.measure} <= set(_GRAVE):
        return None
    if a.measure == b.measure:
        low, high = rungs(a.passage.quote, source.page.language), rungs(b.passage.quote, relayed.page.language)
        if not high or not low or max(high)[0] <= max(low)[0] or high & low:
            return None
        return "method_upgrade", f"{said(a)} {max(low)[1]} are relayed as {said(b)} {max(high)[1]}"
    if gives(source, b.value, b.measure) or gives(relayed, a.value, a.measure):
        return None
    if _GRAVE[b.measure] < 2 or _GRAVE[b.measure] <= _GRAVE[a.measure]:
        return None
    return "method_upgrade", f"{said(a)} {a.measure} are relayed as {said(b)} {b.measure}"


def _same_number(a: Figure, b: Figure) -> bool:
    return a.value == b.value and a.value >= TELLING and interval(a).meets(interval(b))


def bound(source: Told, relayed: Told) -> Slipped:
    """ "102" becomes "more than 102", "nearly 10,000" becomes "more than 10,000"."""
    a, b = source.figure, relayed.figure
    alike = same_thing(source, relayed) or (telling(a.value) and a.measure == b.measure)
    if a.value != b.value or not alike or not same_time(source, relayed):
        return None
    if a.measure in MIXED - {"growth", "share", "assets"} or a.bound == "range" or b.bound == "range":
        return None
    if any(f.value == b.value and f.measure == b.measure and f.bound == a.bound for f in relayed.beside):
        return None
    left, right = interval(a), interval(b)
    if left.meets(right):
        return None
    up = (right.high, right.low) > (left.high, left.low)
    kind = "bound_inflated" if up else "bound_weakened"
    return kind, f"“{said(a)}” is relayed as “{said(b)}”, which no number of the source's fits"


def scope_graft(source: Told, relayed: Told) -> Slipped:
    """A number takes over the places of another, or the countries that belong to another count."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or a.value < TELLING or a.measure != b.measure:
        return None
    left, right = set(a.countries), set(b.countries)
    if left and right and not left & right and a.measure not in MIXED:
        return "scope_graft", f"{said(a)} of some countries is relayed of others"
    if a.measure != "countries" and a.origin_state and b.origin_state and a.origin_state != b.origin_state:
        return "scope_graft", f"{said(a)} of one acting state is relayed of another"
    one = _one_of_many(source, relayed)
    if one:
        return (
            "scope_graft",
            f"{said(a)} of all states together is relayed of one, of which the source counts {said(one)}",
        )
    return _companion(source, relayed)


def _one_of_many(source: Told, relayed: Told) -> Figure | None:
    """The source's own count of the one state to which the relaying page gives the count of all."""
    a, b = source.figure, relayed.figure
    if a.origin_state or a.countries:
        return None
    parts = [f for f in source.beside if f.measure == a.measure and f.value < a.value and _states(f)]
    if len({state for f in parts for state in _states(f)}) < 2 or any(
        f.value == p.value for f in relayed.beside for p in parts
    ):
        return None
    return next((f for f in parts if _states(f) & _states(b)), None)


def _states(figure: Figure) -> set[str]:
    return {*figure.countries, *((figure.origin_state,) if figure.origin_state else ())}


def _companion(source: Told, relayed: Told) -> Slipped:
    """The same count with a number of countries that the source gives to another count."""
    if source.figure.measure == "countries":
        return None
    ours, theirs = _countries(source), _countries(relayed)
    if ours is None or theirs is None or ours.value == theirs.value or interval(ours).meets(interval(theirs)):
        return None  # the same number with another bound belongs to the same count
    owners = [f for f in source.beside if f.measure == "countries" and f.value == theirs.value]
    if not owners:
        return None
    return "scope_graft", f"{said(theirs)} countries belong to another count of the source than {said(source.figure)}"


def _countries(told: Told) -> Figure | None:
    """The number of countries told in one breath with a figure."""
    at = told.figure.passage
    near = [
        (max(f.passage.start - at.end, at.start - f.passage.end, 0), f.id, f)
        for f in told.beside
        if f.measure == "countries"
    ]
    found = min(near, default=None)
    return found[2] if found and found[0] <= SENTENCE else None


def period_blend(source: Told, relayed: Told) -> Slipped:
    """A count keeps its number and takes on another period."""
    a, b = source.figure, relayed.figure
    alike = same_thing(source, relayed) or (telling(a.value) and _alike(a, b))
    if a.value != b.value or a.value < TELLING or not alike or a.measure in MIXED or a.measure in STOCKS - {"targets"}:
        return None
    left, right = source.statement.period, relayed.statement.period
    if not left.last or not right.last or (left.first is None) != (right.first is None):
        return None
    if not (_begins_apart(left, right) or _ends_apart(left, right)) or _news(source) or _news(relayed):
        return None
    if any(f.value == b.value and f is not b and _when(f) == _when(a) for f in relayed.beside):
        return None
    return "period_blend", f"{said(a)} of {left.first} to {left.last} is relayed of {right.first} to {right.last}"


def _begins_apart(left: Period, right: Period) -> bool:
    if not (left.first and right.first and left.last and right.last):
        return False
    longest = max(left.last - left.first, right.last - right.first)
    return abs(left.first - right.first) > max(YEAR, DECADE * longest)


def _ends_apart(left: Period, right: Period) -> bool:
    told = left.last and right.last and not left.assumed and not right.assumed
    return bool(told and left.last and right.last and abs(left.last - right.last) > YEAR)


def _news(told: Told) -> bool:
    """Whether what reads as the period is the day on which the count was made public."""
    when, page = told.statement.period, told.page.published
    if not (when.first and when.last and page):
        return False
    return (when.last - when.first).days <= DAYS and abs(when.last - page.last).days <= DAYS


def _when(figure: Figure) -> tuple[object, object]:
    return figure.since, figure.until
