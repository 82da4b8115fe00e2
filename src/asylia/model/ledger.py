"""Ledger: figures that measure the same thing, lined up and checked against one another."""

from __future__ import annotations

from dataclasses import dataclass

CHECKS = ("identity", "subset", "bracket", "supersession", "agrees", "conflict", "not_additive", "not_comparable")
MUTATIONS = (
    "bound_inflated", "bound_weakened", "unit_swap", "scope_graft", "period_blend", "name_as_count", "stock_for_flow",
    "increment_as_total", "method_upgrade", "share_as_count", "stale_total", "overlap_sum", "digit_slip", "factor_ten",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """A relation between figures. `holds` is False only where the sources contradict each other under it."""

    kind: str
    claims: tuple[str, ...]
    holds: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Mutation:
    """A figure that changed as it was relayed: `source` and `relayed` are claim ids."""

    kind: str
    source: str
    relayed: str
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the ledger. `scope` is a readable key: measure, unit, origin state, hosts, programme."""

    id: str
    measure: str
    scope: str
    figures: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    mutations: tuple[Mutation, ...] = ()
