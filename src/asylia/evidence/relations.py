"""Relations: how two statements on one line of the ledger stand to one another, and why."""

from __future__ import annotations

from asylia.evidence.bounds import printed, said
from asylia.evidence.statements import MIXED, STOCKS, Period, Statement
from asylia.model.ledger import Check

BODIES = "counted by two bodies, each by its own rule"
CLOSE = 0.15  # counts of two bodies that differ by less are held to be of one thing
FAR = 3.0  # counts of two bodies that differ by more need no remark


def relation(a: Statement, b: Statement) -> Check | None:
    """The check on two statements of one line; None where there is nothing to tell. Symmetric."""
    if _order(b) < _order(a):
        a, b = b, a
    if a.of != b.of or {a.figure.flow, b.figure.flow} & {"increment", "part"}:
        return None
    if len({a.figure.programme, b.figure.programme} - {None}) > 1:
        if not (a.head and b.head and _may_be_added(a, b)):
            return None
        return _check("not_additive", a, b, "different programmes, which may count the same people")
    left, right = set(a.figure.countries), set(b.figure.countries)
    if left != right:
        return _hosts(a, b) if not right or left < right or not left or right < left else None
    if not (a.period.known and b.period.known):
        return _undated(a, b)
    return _dated(a, b)


def _may_be_added(a: Statement, b: Statement) -> bool:
    """Whether a reader has both before them, and of one time."""
    overlap = a.period.same(b.period) or a.period.inside(b.period) or b.period.inside(a.period)
    return bool(a.units & b.units) and (overlap or not (a.period.days and b.period.days))


def _order(statement: Statement) -> tuple[str, str]:
    return (str(statement.period.last or ""), statement.id)


def _hosts(a: Statement, b: Statement) -> Check | None:
    """A count in some countries beside a count in more of them, on one page and by one origin."""
    left, right = set(a.figure.countries), set(b.figure.countries)
    few, many = (a, b) if left and (not right or left < right) else (b, a)
    if few.origin != many.origin or not few.units & many.units or not many.head:
        return None
    if few.period.known and many.period.known and not (few.period.same(many.period) or few.period.inside(many.period)):
        return None
    if few.interval.low > many.interval.high:
        return None
    reason = f"{said(few.figure)} in some of the countries of {said(many.figure)}; not to be added"
    return _check("subset", few, many, reason)


def _undated(a: Statement, b: Statement) -> Check | None:
    """At least one does not say when it counts."""
    if a.figure.value == b.figure.value and a.interval.meets(b.interval):
        return _agreement(a, b, f"both say {printed(a.figure.value)}")
    one_page = a.documents == b.documents and a.family in STOCKS - {"countries"}
    if a.origin != b.origin and a.head and b.head and (a.family == "signatories" or one_page):
        return _check("not_additive", a, b, "two groups counted by two sources; nothing says that they do not overlap")
    return None


def _agreement(a: Statement, b: Statement, reason: str) -> Check | None:
    """Two pages that say one thing; a text and its copies say it once. Small counts agree by chance."""
    if a.units == b.units or (a.family in MIXED and a.origin != b.origin) or a.figure.value < 4:
        return None
    return _check("agrees", a, b, reason)


def _dated(a: Statement, b: Statement) -> Check | None:
    if a.period.same(b.period):
        return _same_period(a, b)
    if a.period.begins_with(b.period) and a.period.last and b.period.last and not _one_tally(a, b):
        return _later(a, b)
    small, large = (a, b) if a.period.inside(b.period) else (b, a)
    if not small.period.inside(large.period) or not small.units & large.units or a.family in MIXED:
        return None
    if small.interval.low > large.interval.high:
        if small.origin != large.origin or not (small.head and large.head):
            return None
        reason = f"{said(small.figure)} in a part of the period is more than {said(large.figure)} in all of it"
        return _check("conflict", small, large, reason, False)
    inner, outer = (f"{said(each.figure)} {_span(each.period)}" for each in (small, large))
    return _check("subset", small, large, f"{inner} lies within {outer}; not to be added")


def _one_tally(a: Statement, b: Statement) -> bool:
    """Whether the earlier of two counts from one beginning, told on one page, is the tally of a part of the later."""
    return bool(a.units & b.units) and a.period.first is not None and not a.period.assumed


def _same_period(a: Statement, b: Statement) -> Check | None:
    if a.interval.meets(b.interval):
        if a.figure.value == b.figure.value and a.figure.bound == b.figure.bound:
            return _agreement(a, b, f"two pages say {said(a.figure)} of one period")
        if not (a.head and b.head) and a.figure.value != b.figure.value:
            return None
        return _agreement(a, b, f"“{said(a.figure)}” and “{said(b.figure)}” admit one number")
    if a.documents == b.documents and a.origin == b.origin:
        return _part(a, b)
    if not (a.head and b.head) or a.family in MIXED:
        return None
    low, high = sorted((a.figure.value, b.figure.value))
    if a.origin == b.origin or high - low <= CLOSE * high:
        return _check("conflict", a, b, f"no number is both “{said(a.figure)}” and “{said(b.figure)}”", False)
    return _check("not_comparable", a, b, BODIES) if high <= FAR * low else None


def _part(a: Statement, b: Statement) -> Check | None:
    """Two counts of one period by one origin on one page: the smaller is read as a part of the larger."""
    small, large = sorted((a, b), key=lambda s: (s.figure.value, s.id))
    if not large.head or large.figure.bound == "at_most" or small.family in MIXED or small.family in STOCKS:
        return None
    return _check(
        "subset", small, large, f"{said(small.figure)} beside {said(large.figure)} of one period; not to be added"
    )


def _later(a: Statement, b: Statement) -> Check | None:
    """Two counts from one beginning, the second as of a later day."""
    if not (a.head and b.head) or a.family in MIXED:
        return None
    old, new = (f"{said(each.figure)} as of {each.period.last}" for each in (a, b))
    if b.interval.high < a.interval.low and a.family not in STOCKS:
        if a.origin == b.origin and a.period.first:
            return _check("conflict", a, b, f"{new} is less than {old}", False)
        return None
    if a.origin == b.origin:
        return _check("supersession", a, b, f"{new} takes the place of {old}")
    return None


def _span(period: Period) -> str:
    return f"({period.first} to {period.last})"


def _check(kind: str, a: Statement, b: Statement, reason: str, holds: bool = True) -> Check:
    return Check(kind, tuple(sorted({*a.claims, *b.claims})), holds, reason)
