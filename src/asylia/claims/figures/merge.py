"""Merge: one claim per statement. A page that says a figure twice says it once, at its fullest."""

from __future__ import annotations

from collections.abc import Sequence

from asylia.claims.figures.draft import Draft

# "Almost 14,000" and "more than 14,000" are two statements, not one.
_CONTRARY = ({"almost", "at_least"}, {"at_most", "at_least"})


def fullest(drafts: Sequence[Draft]) -> list[int]:
    """The indices of the drafts to keep, in the order of the page."""
    kept: dict[tuple[object, ...], list[int]] = {}
    for index, one in enumerate(drafts):
        alike = kept.setdefault((one.value, one.number.upper, one.measure, one.unit), [])
        place = next((at for at, twin in enumerate(alike) if _same(drafts[twin], one)), None)
        if place is None:
            alike.append(index)
        elif _fullness(one) > _fullness(drafts[alike[place]]):
            alike[place] = index
    return sorted(index for alike in kept.values() for index in alike)


def _same(left: Draft, right: Draft) -> bool:
    """Whether nothing tells apart two statements of one value and measure."""
    if {left.number.bound, right.number.bound} in _CONTRARY:
        return False
    if left.countries and right.countries and set(left.countries) != set(right.countries):
        return False
    if (left.flow == "part") != (right.flow == "part") and left.value < 10:
        return not (left.countries or right.countries)  # one place's part is not the whole
    for a, b in ((left.since, right.since), (left.until, right.until)):
        if a is not None and b is not None and not a.meets(b):
            return False
    return True


def _fullness(one: Draft) -> tuple[int, int]:
    """How much the statement says; of equals the first one on the page stays."""
    said = (
        sum(part is not None for part in (one.since, one.until)) + bool(one.countries) + (one.number.bound != "exact")
    )
    return said, int(not one.narrow)
