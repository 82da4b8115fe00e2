"""Which acts of a sentence are parts of one another, and which are told as one occurrence."""

from __future__ import annotations

from collections.abc import Callable

from asylia.claims.reports.acts import Act
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.families import ABSORBS
from asylia.model.dates import Date


def absorbed(told: list[Act], dated: Callable[[Act], Date | None]) -> list[Act]:
    """Without the acts that are a part of a greater one in the same sentence."""
    families = {act.family for act in told}
    gone: set[str] = set()
    for family in families:
        gone |= ABSORBS.get(family, frozenset()) & families
    if "lure" in families or "notice" in families:
        gone -= {"arrest", "seize"}
    return [act for act in told if act.family not in gone or _apart(act, told, dated)]


def _apart(act: Act, told: list[Act], dated: Callable[[Act], Date | None]) -> bool:
    """Whether a clause, a victim or a date of its own keeps the lesser act from being a part of the greater one."""
    own = dated(act)
    greater = [other for other in told if act.family in ABSORBS.get(other.family, frozenset())]
    return all(
        other.start != act.start or _kin_between(other, act) or _dates_differ(own, dated(other)) for other in greater
    )


def _dates_differ(left: Date | None, right: Date | None) -> bool:
    return left is not None and right is not None and not left.meets(right)


def _kin_between(left: Act, right: Act) -> bool:
    """Whether a relative stands between the acts: the later one is then done to somebody else."""
    return any(left.cue.end <= cue.start and cue.end <= right.cue.start for cue in right.sentence.of("kin"))


def together(left: Draft, right: Draft) -> bool:
    """Whether two acts of a sentence are told as one occurrence."""
    if left.modality != right.modality or (left.key and right.key and left.key != right.key):
        return False
    lured = "capture.lure" in left.methods  # from one state to another
    if left.said_host and right.said_host and left.host != right.host and not lured:
        return False
    if left.date and right.date and not left.date.meets(right.date):
        return False
    if not left.methods or not right.methods:
        return bool(left.methods) == bool(right.methods) or right.outcome == "returned"
    return left.relative == right.relative
