"""Near values: slips in which the number itself changed a little: a zero, a digit, or a rounding told as more."""

from __future__ import annotations

from asylia.evidence.bounds import interval, printed, rounds_to, said
from asylia.evidence.relay import Told
from asylia.evidence.slips import TELLING, Slipped, gives, same_thing, significant
from asylia.evidence.statements import MIXED


def near_bound(source: Told, relayed: Told) -> Slipped:
    """A rounding that claims more or less than was counted: 9,946 becomes "more than 10,000"."""
    a, b = source.figure, relayed.figure
    if a.value == b.value or a.bound != "exact" or a.measure != b.measure or b.bound in ("exact", "about", "range"):
        return None
    if not rounds_to(a.value, b.value) or not one_count(source, relayed) or interval(a).meets(interval(b)):
        return None
    if gives(source, b.value, b.measure):
        return None
    kind = "bound_inflated" if interval(b).low >= a.value else "bound_weakened"
    return kind, f"{printed(a.value)} is relayed as “{said(b)}”, which it is not"


def factor_ten(source: Told, relayed: Told) -> Slipped:
    """A zero more or less: 16.7 billion becomes 1.67 billion."""
    a, b = source.figure, relayed.figure
    if a.measure in MIXED - {"assets"} or a.value < 1 or b.value < 1 or gives(source, b.value, b.measure):
        return None
    factor = max(a.value, b.value) / min(a.value, b.value)
    if factor not in (10.0, 100.0, 1000.0, 10000.0) or significant(a.value) < 2:
        return None
    if not one_count(source, relayed) and not (significant(a.value) > 2 and _may_be_one(source, relayed)):
        return None
    return "factor_ten", f"{said(a)} is relayed as {said(b)}"


def digit_slip(source: Told, relayed: Told) -> Slipped:
    """Two digits change places, or one is another."""
    a, b = source.figure, relayed.figure
    if a.bound != "exact" or b.bound != "exact" or gives(source, b.value, b.measure):
        return None
    if rounds_to(a.value, b.value) or rounds_to(b.value, a.value) or not one_count(source, relayed):
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


def one_count(source: Told, relayed: Told) -> bool:
    """Whether the two are meant to be one count: the same thing, at the same told time or beside the same numbers."""
    left, right = source.statement.period, relayed.statement.period
    if left.known and right.known and not left.same(right):
        return False
    timed = left.known and right.known
    asset = source.figure.measure == "assets" and source.figure.unit == relayed.figure.unit
    return _may_be_one(source, relayed) and (timed or asset or _beside_the_same(source, relayed))


def _may_be_one(source: Told, relayed: Told) -> bool:
    """Whether nothing tells the two counts apart, and neither is told as a part of another."""
    left, right = source.statement.period, relayed.statement.period
    timed = not (left.known and right.known) or left.same(right)
    return same_thing(source, relayed) and source.statement.head and relayed.statement.head and timed


def _beside_the_same(source: Told, relayed: Told) -> bool:
    """Whether both pages tell another number of the same thing: then they tell of one count."""
    others = {(f.value, f.measure) for f in source.beside if f.value >= TELLING and f.value != source.figure.value}
    return any((f.value, f.measure) in others for f in relayed.beside)
