"""Ledger: figures that measure the same thing, lined up and checked against one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from asylia.model.claim import Figure
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.ids import group_id
from asylia.model.ledger import Series
from asylia.model.trace import Trace


def ledger(
    figures: Iterable[Figure], documents: Iterable[Document], entities: Sequence[Entity], trace: Trace
) -> tuple[Series, ...]:
    """One line per measure and scope, sorted; nothing is averaged."""
    del documents, entities, trace
    lines: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        lines[figure.measure, scope(figure)].append(figure)
    return tuple(
        sorted(
            (
                Series(group_id("l", ids := sorted(f.id for f in rows)), measure, key, tuple(ids))
                for (measure, key), rows in lines.items()
            ),
            key=lambda line: (line.measure, line.scope, line.id),
        )
    )


def scope(figure: Figure) -> str:
    """The readable key of what is counted: unit, acting state, hosts, programme."""
    parts = (figure.unit or "", figure.origin_state or "", "+".join(sorted(figure.countries)), figure.programme or "")
    return " · ".join(part for part in parts if part) or "all"
