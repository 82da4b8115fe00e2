"""Retellings: documents that tell again what another one tells, in other words or in another language."""

from __future__ import annotations

from collections.abc import Iterable

from asylia.evidence.copies import Reuse, reuses
from asylia.model.claim import Claim
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.trace import CopyGroup, Retelling


def retellings(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    entities: Iterable[Entity],
    copies: Iterable[CopyGroup],
    found: Iterable[Reuse] | None = None,
) -> tuple[Retelling, ...]:
    """Which document retells which, sorted. Members of one copy group never retell one another.

    `found` are the verbatim reuses, where the caller has them already.
    """
    by_id = {document.id: document for document in documents}
    group = {document: each.id for each in copies for document in each.documents}
    made = []
    for pair in found if found is not None else reuses(by_id.values()):
        if pair.left in group and group[pair.left] == group.get(pair.right):
            continue
        older, newer = sorted((by_id[pair.left], by_id[pair.right]), key=_age)
        share = pair.shared.left if newer.id == pair.left else pair.shared.right
        reason = f"{share:.0%} of it stands word for word in the other, {pair.shared.longest} words in one run"
        made.append(Retelling(newer.id, older.id, "retelling", reason))
    del claims, entities
    return tuple(sorted(made, key=lambda each: (each.document, each.source)))


def _age(document: Document) -> tuple[str, str]:
    return (document.published.iso() if document.published else "9999", document.id)
