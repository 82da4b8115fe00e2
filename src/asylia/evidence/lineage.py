"""Lineage: a relayed figure beside its origin's, and how it changed on the way.

An ordered list of named rules; the first that fires names the mutation. What a reader may rightly write (a rounder
number, a weaker bound, a later count, a smaller scope) is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from asylia.evidence.relay import Told, pairs, told_by_origin
from asylia.evidence.slips import (
    bound,
    digit_slip,
    factor_ten,
    increment_as_total,
    method_upgrade,
    period_blend,
    scope_graft,
    share_as_count,
    stock_for_flow,
    unit_swap,
)  # fmt: skip
from asylia.evidence.statements import Statement
from asylia.evidence.sums import name_as_count, overlap_sum, stale_total
from asylia.model.document import Document
from asylia.model.ledger import Mutation
from asylia.model.trace import Trace

Slip = Callable[[Told, Told], tuple[str, str] | None]
SLIPS: tuple[Slip, ...] = (
    share_as_count, increment_as_total, stock_for_flow, unit_swap, method_upgrade, bound, scope_graft, period_blend,
    factor_ten, digit_slip,
)  # fmt: skip
Sums = Callable[[Sequence[Told]], Sequence[Mutation]]
SUMS: tuple[Sums, ...] = (name_as_count, overlap_sum, stale_total)


def lineage(told: Sequence[Statement], documents: Mapping[str, Document], trace: Trace) -> tuple[Mutation, ...]:
    """Every mutation found, sorted; a relayed figure is held against the page nearest to its origin."""
    found: dict[tuple[str, str], Mutation] = {}
    for _, line in sorted(told_by_origin(told, documents, trace).items()):
        faithful = _faithful(line)
        for source, relayed in pairs(line):
            for slip in SLIPS:
                made = slip(source, relayed)
                if made and not (made[0] in _ELSEWHERE and relayed.figure.id in faithful):
                    found.setdefault(
                        (relayed.figure.id, made[0]), Mutation(made[0], source.figure.id, relayed.figure.id, made[1])
                    )
                    break
        for rule in SUMS:
            for mutation in rule(line):
                found.setdefault((mutation.relayed, mutation.kind), mutation)
    return tuple(found[key] for key in sorted(found))


# A number that another page of the same origin gives in the same way was not made up on the way.
_ELSEWHERE = frozenset({"digit_slip", "factor_ten", "scope_graft", "unit_swap", "period_blend"})


def _faithful(line: Sequence[Told]) -> set[str]:
    """Figures that a page nearer to the origin gives with the same number, measure, period and scope."""
    said: dict[tuple[object, ...], tuple[tuple[int, str], str]] = {}
    kept = set()
    for each in sorted(line, key=lambda t: (t.nearness, t.figure.id)):
        figure = each.figure
        key = (figure.value, figure.measure, each.statement.period, tuple(sorted(figure.countries)), figure.programme)
        nearest = said.setdefault(key, (each.nearness, each.page.id))
        if nearest[1] != each.page.id and nearest[0] < each.nearness:
            kept.add(figure.id)
    return kept
