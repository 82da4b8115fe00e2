"""Lineage: a relayed figure beside its origin's, and how it changed on the way.

Two ordered lists of named rules, those that look at all figures of an origin first; the first that fires names the
mutation. What a reader may rightly write (a rounder
number, a weaker bound, a later count, a smaller scope) is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from asylia.evidence.lineage_near import digit_slip, factor_ten, near_bound
from asylia.evidence.lineage_stale import outdated, unread_unit
from asylia.evidence.relay import Told, pairs, told_by_origin
from asylia.evidence.slips import (
    bound,
    increment_as_total,
    method_upgrade,
    period_blend,
    scope_graft,
    share_as_count,
    stock_for_flow,
    telling,
    unit_swap,
)  # fmt: skip
from asylia.evidence.statements import Statement
from asylia.evidence.sums import name_as_count, overlap_sum, stale_total
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.ledger import Mutation
from asylia.model.trace import Trace

Slip = Callable[[Told, Told], tuple[str, str] | None]
SLIPS: tuple[Slip, ...] = (
    share_as_count, increment_as_total, stock_for_flow, unit_swap, method_upgrade, bound, scope_graft, period_blend,
    near_bound, factor_ten, digit_slip,
)  # fmt: skip
# What is found where the page only names the origin: the number itself, of three digits, shows whose it is.
LIKELY = frozenset({increment_as_total, stock_for_flow, unit_swap, method_upgrade, bound, period_blend})
NAMED = frozenset({"stations"})  # what goes by the number of its name: 110 and 112 are telephone numbers of the police
MOST = 400
Sums = Callable[[Sequence[Told]], Sequence[Mutation]]
SUMS: tuple[Sums, ...] = (name_as_count, overlap_sum, stale_total, outdated, unread_unit)


def lineage(
    told: Sequence[Statement], documents: Mapping[str, Document], trace: Trace, entities: Sequence[Entity] = ()
) -> tuple[Mutation, ...]:
    """Every mutation found, sorted; a relayed figure is held against the page nearest to its origin."""
    every = [line for _, line in sorted(told_by_origin(told, documents, trace, entities).items())]
    lines = [line for line in every if len({each.page.id for each in line}) > 1]
    explained: dict[str, Mutation] = {}
    for line in lines:
        for rule in SUMS if any(each.credited for each in line) else (overlap_sum,):
            for mutation in rule(line):
                explained.setdefault(mutation.relayed, mutation)
    for mutation in _names(every):
        explained.setdefault(mutation.relayed, mutation)
    found = {(key, mutation.kind): mutation for key, mutation in explained.items()}
    for line in lines:
        faithful = _faithful(line)
        for source, relayed in pairs(line):
            key = relayed.figure.id
            made = None if key in explained else _slip(source, relayed, key in faithful)
            if made:
                found.setdefault((key, made[0]), Mutation(made[0], source.figure.id, key, made[1]))
    return tuple(found[key] for key in sorted(found))


def _names(lines: Sequence[Sequence[Told]]) -> list[Mutation]:
    """Numbers of names told as counts by pages that credit somebody else: a name is the same whoever tells it."""
    groups: dict[tuple[str, str | None], dict[str, Told]] = defaultdict(dict)
    for line in lines:
        for each in line:
            if each.credited and each.statement.state and each.figure.measure in NAMED:
                groups[each.figure.measure, each.statement.state].setdefault(each.figure.id, each)
    made: list[Mutation] = []
    for _, told in sorted(groups.items()):
        ordered = sorted(told.values(), key=lambda each: (each.nearness, each.figure.id))
        if len(ordered) <= MOST:
            made += name_as_count(ordered)
    return made


def _slip(source: Told, relayed: Told, faithful: bool) -> tuple[str, str] | None:
    """The first slip that fires; where the credit is only likely, none but those of an equal and telling number."""
    plain = source.credited and relayed.credited
    for slip in SLIPS:
        if plain or (slip in LIKELY and telling(source.figure.value)):
            made = slip(source, relayed)
            if made and not (faithful and made[0] in _ELSEWHERE):
                return made
    return None


# A number that another page of the same origin gives in the same way was not made up on the way.
_ELSEWHERE = frozenset({"digit_slip", "factor_ten", "scope_graft", "unit_swap", "period_blend"})


def _faithful(line: Sequence[Told]) -> set[str]:
    """Figures that a page nearer to the origin gives with the same number, measure, period and scope."""
    said: dict[tuple[object, ...], tuple[tuple[int, str], str]] = {}
    kept = set()
    for each in sorted(line, key=lambda t: (t.nearness, t.figure.id)):
        figure = each.figure
        scope = (tuple(sorted(figure.countries)), figure.origin_state, figure.programme)
        key = (figure.value, figure.measure, each.statement.period, scope)
        nearest = said.setdefault(key, (each.nearness, each.page.id))
        if nearest[1] != each.page.id and nearest[0] < each.nearness:
            kept.add(figure.id)
    return kept
