"""Origins: for every claim the chain relayer ← claimant ← origin, from credits, copies, retellings and datelines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from asylia.evidence.documentary import documentary
from asylia.evidence.news import news, reactions
from asylia.evidence.sources import outlet_key, sources
from asylia.evidence.who import Sight, own_voices
from asylia.model.claim import Claim
from asylia.model.document import Document
from asylia.model.entity import Body, Entity
from asylia.model.trace import Chain, CopyGroup, Retelling, Source, Trace


def trace(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    entities: Sequence[Entity],
    copies: Sequence[CopyGroup],
    retellings: Sequence[Retelling],
    bodies: Sequence[Body] = (),
) -> Trace:
    """Every document's role as a source and every claim's chain, whatever the order of the input."""
    pages = {document.id: document for document in documents}
    roles = sources(pages.values(), copies, retellings, bodies)
    sight = Sight(pages, sorted(entities, key=lambda entity: entity.id), bodies)
    voices = own_voices(pages, copies, retellings, sight)
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.passage.document in pages:
            told[claim.passage.document].append(claim)
    chains: dict[str, Chain] = {}
    for key in sorted(told):
        page = _Page(pages[key], roles[key], voices[key], news(told[key], pages[key]), reactions(told[key]))
        chains.update((claim.id, _chain(claim, page, sight)) for claim in told[key])
    copy_of = {document: group.id for group in copies for document in group.documents}
    return Trace(roles, _with_documents(chains, told, pages), tuple(copies), tuple(retellings), copy_of)


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    source: Source
    voice: tuple[str, str, str]
    news: frozenset[str]
    reactions: frozenset[str]


def _chain(claim: Claim, page: _Page, sight: Sight) -> Chain:
    own, first, reason = page.voice
    voice = claim.voice
    asserts = voice.claimant or (voice.via[0] if voice.via else None)
    credited = voice.origin or asserts
    who = sight.who(credited) if credited else own
    body = sight.body(who)
    is_own = who in (own, outlet_key(page.document))
    if credited:
        reason = "its own outlet is credited" if is_own else "credited by name"
    return Chain(
        claim=claim.id,
        relayer=outlet_key(page.document),
        claimant=sight.who(asserts) if asserts else who if credited else None,
        origin=own if is_own else who,
        organisation=own if is_own else sight.organisation(who),
        own=is_own,
        documentary=first,
        reason=reason,
        news=claim.id in page.news,
        reaction=claim.id in page.reactions,
        role=page.source.role if is_own else sight.role(who),
        state=page.source.state if is_own else body.state if body else sight.state(credited) if credited else None,
    )


def _with_documents(
    chains: Mapping[str, Chain], told: Mapping[str, Sequence[Claim]], pages: Mapping[str, Document]
) -> dict[str, Chain]:
    """The chains with the document that each credited origin's knowledge stands in."""
    drawn = documentary(chains, told, pages)
    return {
        key: chain if chain.own else replace(chain, documentary=drawn.get(key, chain.documentary))
        for key, chain in chains.items()
    }
