"""Slips: the ways in which one figure changes between its source and a page that relays it.

Each rule takes the source's figure and the relayed one, of one origin, and returns the kind and the reason, or None.
"""

from __future__ import annotations

from datetime import timedelta

from asylia.evidence.bounds import interval, printed, rounds_to, said
from asylia.evidence.relay import Told
from asylia.evidence.statements import MIXED, STOCKS
from asylia.lexicon.ladder import rungs
from asylia.model.claim import Figure

TELLING = 10  # smaller numbers meet by chance
SENTENCE = 160  # characters within which two numbers belong together
YEAR = timedelta(days=200)

Slipped = tuple[str, str] | None


def _same_thing(a: Told, b: Told) -> bool:
    """Whether two figures count one thing: nothing in measure, scope and programme speaks against it."""
    left, right = a.figure, b.figure
    return (
        a.statement.family == b.statement.family
        and _agree(a.statement.of, b.statement.of)
        and _agree(left.programme, right.programme)
        and _agree(left.origin_state, right.origin_state)
        and not (left.countries and right.countries and set(left.countries) != set(right.countries))
    )


def _agree(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def _same_time(a: Told, b: Told) -> bool:
    left, right = a.statement.period, b.statement.period
    return not (left.known and right.known) or left.same(right)


def _gives(told: Told, value: float, measure: str) -> bool:
    """Whether the page gives this number of this thing anywhere."""
    return any(figure.value == value and figure.measure == measure for figure in told.beside)


def share_as_count(source: Told, relayed: Told) -> Slipped:
    """Fifty percent becomes fifty people."""
    a, b = source.figure, relayed.figure
    if a.measure != "share" or b.measure in ("share", "growth", "countries", "assets") or a.value != b.value:
        return None
    if b.unit == "percent" or _gives(source, b.value, b.measure) or _gives(relayed, b.value, "share"):
        return None
    return "share_as_count", f"{said(a)} of something is relayed as {said(b)} {b.measure}"


def increment_as_total(source: Told, relayed: Told) -> Slipped:
    """What was added is relayed as all there is."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or a.measure != b.measure or a.flow != "increment" or b.flow in ("increment", "part"):
        return None
    more = [f for f in source.beside if f.measure == a.measure and f.value > a.value and f.flow != "increment"]
    if not more or any(f.measure == a.measure and f.value > b.value for f in relayed.beside):
        return None
    return "increment_as_total", f"{said(a)} were added to others; it is relayed as the total"


def stock_for_flow(source: Told, relayed: Told) -> Slipped:
    """How many there are at a time is relayed as how many there were in a period, or the other way round."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or a.measure != b.measure or not a.flow or not b.flow:
        return None
    stock, flow = {"stock"}, {"increment", "cumulative"}
    if a.flow in stock and b.flow == "increment":
        return "stock_for_flow", f"{said(a)} stood at a time; it is relayed as a count over a period"
    if a.flow in flow and b.flow in stock and a.measure == "notices":
        return "stock_for_flow", f"{said(a)} were counted over a period; it is relayed as what stood at a time"
    return None


def unit_swap(source: Told, relayed: Told) -> Slipped:
    """Fifty-four stations become fifty-four countries."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or a.value < TELLING or source.statement.family == relayed.statement.family:
        return None
    if MIXED & {a.measure, b.measure} or _gives(source, b.value, b.measure) or _gives(relayed, a.value, a.measure):
        return None
    people = {"returns", "captures", "targets", "detentions", "abductions", "killings", "incidents"}
    if {a.measure, b.measure} <= people:
        return None
    return "unit_swap", f"{said(a)} {a.measure} are relayed as {said(b)} {b.measure}"


def method_upgrade(source: Told, relayed: Told) -> Slipped:
    """People returned become people extradited."""
    a, b = source.figure, relayed.figure
    if not _same_number(a, b) or not _same_time(source, relayed):
        return None
    low, high = rungs(a.passage.quote, source.page.language), rungs(b.passage.quote, relayed.page.language)
    measures = ("returns", "captures", "abductions", "killings")
    if a.measure == b.measure or not {a.measure, b.measure} <= set(measures):
        if a.measure != b.measure or not high or not low or max(high)[0] <= max(low)[0] or high & low:
            return None
        return "method_upgrade", f"{said(a)} {max(low)[1]} are relayed as {said(b)} {max(high)[1]}"
    if b.measure == "captures" or measures.index(b.measure) < measures.index(a.measure):
        return None
    return "method_upgrade", f"{said(a)} {a.measure} are relayed as {said(b)} {b.measure}"


def _same_number(a: Figure, b: Figure) -> bool:
    return a.value == b.value and a.value >= TELLING and interval(a).meets(interval(b))


def bound(source: Told, relayed: Told) -> Slipped:
    """ "102" becomes "more than 102", "nearly 10,000" becomes "more than 10,000"."""
    a, b = source.figure, relayed.figure
    if a.value != b.value or not _same_thing(source, relayed) or not _same_time(source, relayed):
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
    if a.origin_state and b.origin_state and a.origin_state != b.origin_state:
        return "scope_graft", f"{said(a)} of one acting state is relayed of another"
    return _companion(source, relayed)


def _companion(source: Told, relayed: Told) -> Slipped:
    """The same count with a number of countries that the source gives to another count."""
    if source.figure.measure == "countries":
        return None
    ours, theirs = _countries(source), _countries(relayed)
    if ours is None or theirs is None or interval(ours).meets(interval(theirs)):
        return None
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
    if a.value != b.value or a.value < TELLING or not _same_thing(source, relayed) or a.measure in MIXED:
        return None
    left, right = source.statement.period, relayed.statement.period
    if a.measure in STOCKS or left.assumed or right.assumed or not left.last or not right.last:
        return None
    begins = left.first and right.first and abs(left.first - right.first) > YEAR
    ends = abs(left.last - right.last) > YEAR
    if not (begins or ends) or (left.first is None) != (right.first is None):
        return None
    return "period_blend", f"{said(a)} of {left.first} to {left.last} is relayed of {right.first} to {right.last}"


def factor_ten(source: Told, relayed: Told) -> Slipped:
    """A zero more or less: 16.7 billion becomes 1.67 billion."""
    a, b = source.figure, relayed.figure
    if not _one_count(source, relayed) or a.value < 1 or b.value < 1:
        return None
    factor = max(a.value, b.value) / min(a.value, b.value)
    if factor not in (10.0, 100.0, 1000.0, 10000.0) or _gives(source, b.value, b.measure):
        return None
    if len(f"{a.value:.0f}".rstrip("0")) < 2:
        return None
    return "factor_ten", f"{said(a)} is relayed as {said(b)}"


def digit_slip(source: Told, relayed: Told) -> Slipped:
    """Two digits change places, or one is another."""
    a, b = source.figure, relayed.figure
    if not _one_count(source, relayed) or a.bound != "exact" or b.bound != "exact":
        return None
    if _gives(source, b.value, b.measure) or rounds_to(a.value, b.value) or rounds_to(b.value, a.value):
        return None
    left, right = f"{a.value:.0f}", f"{b.value:.0f}"
    wrong = [i for i, (x, y) in enumerate(zip(left, right, strict=False)) if x != y]
    if len(left) != len(right) or len(left) < 3 or left == right:
        return None
    turned = (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and left[wrong[0]] == right[wrong[1]]
        and left[wrong[1]] == right[wrong[0]]
    )
    if not turned and not (len(wrong) == 1 and wrong[0] < len(left) - 1 and len(left) > 3):
        return None
    how = "two digits turned" if turned else "one digit changed"
    return "digit_slip", f"{printed(a.value)} is relayed as {printed(b.value)}: {how}"


def _one_count(source: Told, relayed: Told) -> bool:
    """Whether the two are meant to be one count: the same thing, at the same told time."""
    left, right = source.statement.period, relayed.statement.period
    timed = left.known and right.known and left.same(right)
    heads = source.statement.head and relayed.statement.head
    asset = source.figure.measure == "assets" and source.figure.unit == relayed.figure.unit
    return _same_thing(source, relayed) and heads and (timed or (asset and not (left.known and right.known)))
