"""Ledger: figures that measure the same thing, lined up and checked against one another. Nothing is averaged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from typing import TypeAlias, cast

from asylia.evidence.brackets import brackets
from asylia.evidence.identities import identities
from asylia.evidence.lineage import lineage
from asylia.evidence.relations import relation
from asylia.evidence.statements import MIXED, STOCKS, Statement, statements
from asylia.model.claim import Figure
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.ids import group_id
from asylia.model.ledger import Check, Mutation, Series
from asylia.model.memory import Memory, key_of
from asylia.model.trace import Trace

CheckRow: TypeAlias = tuple[str, list[str], bool, str]
CROWD = 80  # on a longer line only neighbours, and what stands on one page, are compared
WINDOW = 12


def ledger(
    figures: Iterable[Figure],
    documents: Iterable[Document],
    entities: Sequence[Entity],
    trace: Trace,
    memory: Memory | None = None,
) -> tuple[Series, ...]:
    """One line per measure, unit and acting state, sorted, with its checks and mutations."""
    pages = {document.id: document for document in documents}
    told = statements(figures, pages, trace)
    remembered = memory or Memory()
    lines: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in told:
        lines[statement.family, scope(statement)].append(statement)
    line_of = {claim: key for key, line in lines.items() for statement in line for claim in statement.claims}
    shared: dict[tuple[str, str], list[Check]] = defaultdict(list)
    for check in _across(told):
        shared[line_of[check.claims[0]]].append(check)
    mutated: dict[tuple[str, str], list[Mutation]] = defaultdict(list)
    for mutation in lineage(told, pages, trace, entities):
        mutated[line_of[mutation.relayed]].append(mutation)
    made = [
        Series(
            id=group_id("l", ids := sorted(claim for statement in line for claim in statement.claims)),
            measure=measure,
            scope=where,
            figures=tuple(ids),
            checks=_remembered(line, shared[measure, where], remembered),
            mutations=tuple(mutated[measure, where]),
        )
        for (measure, where), line in lines.items()
    ]
    return tuple(sorted(made, key=lambda series: (series.measure, series.scope, series.id)))


def scope(statement: Statement) -> str:
    """The readable key of a line: the unit where it is money, and the acting state."""
    unit = statement.figure.unit if statement.figure.measure == "assets" else None
    of = f"of {statement.of}" if statement.of else None
    return " · ".join(part for part in (unit, of, statement.state) if part) or "any"


def _remembered(line: Sequence[Statement], shared: Sequence[Check], memory: Memory) -> tuple[Check, ...]:
    """The checks of a line, worked out again only where something on it changed."""
    key = key_of("line", [_mark(statement) for statement in line], shared)
    rows = memory.recall(key, lambda: [astuple(check) for check in _checks(line, shared)])
    return tuple(
        Check(kind, tuple(claims), holds, reason) for kind, claims, holds, reason in cast("list[CheckRow]", rows)
    )


def _mark(statement: Statement) -> tuple[object, ...]:
    """All that a check reads of a statement; a figure's id stands for its place."""
    figures = tuple(
        (
            figure.id, figure.measure, figure.value, figure.upper, figure.bound, figure.strict, figure.wording,
            figure.unit, figure.since, figure.until, figure.countries, figure.programme, figure.flow, figure.total_of,
            figure.passage.document, figure.passage.start,
        )
        for figure in statement.figures
    )  # fmt: skip
    about = (statement.period, statement.origin, statement.state, statement.of, statement.head, statement.interval)
    return figures, statement.documents, sorted(statement.units), about


def _checks(line: Sequence[Statement], shared: Sequence[Check]) -> tuple[Check, ...]:
    found = [*identities(line), *shared]
    explained = {frozenset(check.claims) for check in found}
    pairs = [check for a, b in _pairs(line) if (check := relation(a, b)) and frozenset(check.claims) not in explained]
    found += _latest(pairs)
    found += _timeless(line, {claim for check in found for claim in check.claims})
    unique = {(check.kind, check.claims): check for check in found}
    return tuple(unique[key] for key in sorted(unique))


def _across(told: Sequence[Statement]) -> Iterator[Check]:
    """Checks that tie several measures together, by the acting state."""
    by_state: dict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        by_state[statement.state or ""].append(statement)
    for state in sorted(by_state):
        yield from brackets(by_state[state] if not state else [*by_state[state], *by_state.get("", [])])


def _pairs(line: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    ordered = sorted(line, key=lambda s: (str(s.period.last or ""), s.figure.value, s.id))
    reach = len(ordered) if len(ordered) <= CROWD else WINDOW
    seen = set()
    by_page: dict[str, list[Statement]] = defaultdict(list)
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 : i + 1 + reach]:
            seen.add((a.id, b.id))
            yield a, b
        for page in a.documents:
            by_page[page].append(a)
    if reach == WINDOW:
        for told in by_page.values():
            for i, a in enumerate(told):
                for b in told[i + 1 : i + 1 + CROWD]:
                    if (a.id, b.id) not in seen:
                        seen.add((a.id, b.id))
                        yield a, b


def _latest(checks: Sequence[Check]) -> list[Check]:
    """Of supersessions only the next step of each: what took its place at once, not all that came after."""
    steps = [check for check in checks if check.kind == "supersession"]
    beaten = {
        far.claims
        for far in steps
        for near in steps
        if far is not near and set(far.claims) & set(near.claims)
        for last in steps
        if last not in (far, near) and set(far.claims) < set(near.claims) | set(last.claims)
    } if len(steps) <= CROWD else set()  # fmt: skip
    return [check for check in checks if check.kind != "supersession" or check.claims not in beaten]


def _timeless(line: Sequence[Statement], explained: set[str]) -> Iterator[Check]:
    """A count whose period nothing tells, beside the widest count of its line: neither a part of it nor beside it."""
    wide = [s for s in line if s.period.days and not s.figure.countries and s.figure.flow not in ("increment", "part")]
    if not wide:
        return
    widest = max(wide, key=lambda s: (s.period.days or 0, s.figure.value, s.id))
    for statement in line:
        if statement.family in STOCKS | MIXED or statement.period.known or explained.intersection(statement.claims):
            continue
        claims = tuple(sorted({*statement.claims, *widest.claims}))
        yield Check(
            "not_comparable",
            claims,
            True,
            "the period of one of them is unknown: it can be neither added nor taken off",
        )
