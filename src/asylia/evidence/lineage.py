"""Lineage: a relayed figure beside its origin's, and how it changed on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from asylia.evidence.statements import Statement
from asylia.model.document import Document
from asylia.model.ledger import Mutation
from asylia.model.trace import Trace


def lineage(told: Sequence[Statement], documents: Mapping[str, Document], trace: Trace) -> tuple[Mutation, ...]:
    """Every mutation found, sorted."""
    del told, documents, trace
    return ()
