"""Origins: for every claim the chain relayer ← claimant ← origin, from credits, copies, retellings and datelines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from asylia.evidence.sources import agency, key_of, outlet_key, sources
from asylia.language.fold import fold
from asylia.model.claim import Claim
from asylia.model.document import Document
from asylia.model.entity import Body, Entity, by_place
from asylia.model.mention import Mention
from asylia.model.trace import Chain, CopyGroup, Retelling, Trace


def trace(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    entities: Sequence[Entity],
    copies: Sequence[CopyGroup],
    retellings: Sequence[Retelling],
    bodies: Sequence[Body] = (),
) -> Trace:
    """Every document's role as a source and every claim's chain."""
    by_id = {document.id: document for document in documents}
    roles = sources(by_id.values(), copies, retellings, bodies)
    voices = {key: _own_voice(document, by_id, copies, retellings, bodies) for key, document in by_id.items()}
    sight = _Sight(by_id, entities, bodies)
    chains = {claim.id: _chain(claim, sight, voices) for claim in claims if claim.passage.document in by_id}
    return Trace(roles, chains, tuple(copies), tuple(retellings))


class _Sight:
    """Looks up who a mention is: an outlet by its name, else the entity at its place, and that entity's parents."""

    def __init__(self, documents: Mapping[str, Document], entities: Sequence[Entity], bodies: Sequence[Body]) -> None:
        self._documents = documents
        self._places = by_place(entities)
        self._outlets = {outlet_key(document) for document in documents.values()}
        self._known = {entity.id: entity.known for entity in entities}
        self._entity_of = {entity.known: entity.id for entity in entities if entity.known}
        self._parent = {body.id: body.parent for body in bodies}

    def who(self, mention: Mention) -> str:
        """The id of an entity or outlet."""
        words = self._documents[mention.document].text[mention.start : mention.end]
        key = key_of(words)
        if key in self._outlets:
            return key
        place = (mention.document, mention.start, mention.end)
        return self._places.get(place, f"{place[0]}:{place[1]}")

    def organisation(self, who: str) -> str:
        """The topmost parent that the lexicon knows, as an entity id where it is named anywhere in the record."""
        known = self._known.get(who)
        seen = set()
        while known and self._parent.get(known) and known not in seen:
            seen.add(known)
            known = self._parent[known]
        return who if known is None or known == self._known.get(who) else self._entity_of.get(known, known)


def _own_voice(
    document: Document,
    by_id: Mapping[str, Document],
    copies: Sequence[CopyGroup],
    retellings: Sequence[Retelling],
    bodies: Sequence[Body],
) -> tuple[str, str, str]:
    """Whose words a page speaks where it credits nobody: (key, document they first stood in, reason)."""
    first = next((group.first for group in copies if document.id in group.documents), document.id)
    source = by_id.get(first, document)
    reason = "the page speaks for itself" if source is document else "a copy: the words are those of its first version"
    retold = next((each for each in retellings if each.document == source.id), None)
    if retold and retold.source in by_id:
        source, reason = by_id[retold.source], "it retells another page"
    name = agency(source)
    if name:
        known = next((body for body in bodies if any(fold(form) == fold(name) for form in body.forms)), None)
        return (key_of(known.forms[0] if known else name), source.id, "the dateline names an agency")
    return outlet_key(source), source.id, reason


def _chain(claim: Claim, sight: _Sight, voices: Mapping[str, tuple[str, str, str]]) -> Chain:
    own, documentary, reason = voices[claim.passage.document]
    relayer = own
    voice = claim.voice
    claimant = voice.claimant or (voice.via[0] if voice.via else None)
    if voice.origin is None:
        who = sight.who(claimant) if claimant else own
        why = "the page credits whoever asserts it, and no further source" if claimant else reason
        return Chain(
            claim.id, relayer, who if claimant else None, who, sight.organisation(who), not claimant, documentary, why
        )
    who = sight.who(voice.origin)
    return Chain(
        claim=claim.id,
        relayer=relayer,
        claimant=sight.who(claimant) if claimant else who,
        origin=who,
        organisation=sight.organisation(who),
        own=who == own,
        documentary=documentary,
        reason="the page credits it" if who != own else "it credits its own outlet",
    )
