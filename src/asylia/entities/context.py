"""Context: what besides a name speaks for two mentions being one person, or against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from asylia.entities.compare import SAME, compare
from asylia.entities.names import Named
from asylia.model.entity import Score

ENOUGH = 2.0  # evidence that lets two persons of one name be merged


def companions(a: Sequence[Named], b: Sequence[Named]) -> Score | None:
    """Named together with the same other person."""
    left = sorted({name for one in a for name in one.companions})
    right = sorted({name for one in b for name in one.companions})
    if not left or not right:
        return None
    if any(compare(x, y).value >= SAME for x in left for y in right):
        return Score(1.0, "named together with the same other person")
    return Score(0.5, "")


def host(a: Sequence[Named], b: Sequence[Named]) -> Score | None:
    """The host country."""
    left, right = _all(a, "hosts"), _all(b, "hosts")
    if not left or not right:
        return None
    return Score(1.0, "the same host country") if left & right else Score(0.0, "different host countries")


def year(a: Sequence[Named], b: Sequence[Named]) -> Score | None:
    """The year."""
    left = {int(value) for value in _all(a, "years")}
    right = {int(value) for value in _all(b, "years")}
    if not left or not right:
        return None
    gap = min(abs(x - y) for x in left for y in right)
    return Score(1.0, "the same year") if gap == 0 else Score(0.5 if gap <= 5 else 0.2, f"{gap} years apart")


def method(a: Sequence[Named], b: Sequence[Named]) -> Score | None:
    """What was done to them."""
    left, right = _all(a, "methods"), _all(b, "methods")
    if not left or not right:
        return None
    return Score(1.0, "the same method") if left & right else Score(0.4, "different methods")


def state(a: Sequence[Named], b: Sequence[Named]) -> Score | None:
    """The state that acts."""
    left, right = _all(a, "states"), _all(b, "states")
    if not left or not right:
        return None
    return Score(1.0, "the same state acts") if left & right else Score(0.0, "different states act")


def office(a: Sequence[Named], b: Sequence[Named]) -> Score | None:
    """Both speak in a public office."""
    both = all(any(one.mention.role == "office" for one in side) for side in (a, b))
    return Score(1.0, "both are named in a public office") if both else None


Feature = Callable[[Sequence[Named], Sequence[Named]], Score | None]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (companions, 3.0), (office, 2.0), (host, 1.0), (year, 1.0), (method, 1.0), (state, 0.5),
)  # fmt: skip


def around(a: Sequence[Named], b: Sequence[Named]) -> Score:
    """The weighed evidence around two persons; the reason names what speaks for them being one."""
    found = [(score, weight) for feature, weight in FEATURES if (score := feature(a, b)) is not None]
    total = sum(weight * (2 * score.value - 1) for score, weight in found)
    return Score(round(total, 4), "; ".join(score.reason for score, _ in found if score.value != 0.5))


def _all(named: Sequence[Named], name: str) -> frozenset[str]:
    return frozenset(str(value) for one in named for value in getattr(one, name))
