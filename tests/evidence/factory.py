"""Pages, claims and whole records made from short texts, for the rooms that weigh."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from asylia.entities.names import gather
from asylia.entities.resolve import resolve
from asylia.evidence.copies import copies
from asylia.evidence.corroboration import corroborate
from asylia.evidence.ledger import ledger
from asylia.evidence.origins import trace
from asylia.evidence.retell import retellings
from asylia.incidents.describe import describe
from asylia.incidents.group import group
from asylia.model.claim import Claim, Figure, Passage, Position, Report, Rule, Voice
from asylia.model.dates import Date
from asylia.model.decision import Decision
from asylia.model.document import Document
from asylia.model.entity import Body, Entity
from asylia.model.ids import document_id
from asylia.model.incident import Group, Incident
from asylia.model.ledger import Series
from asylia.model.mention import Mention
from asylia.model.trace import CopyGroup, Trace
from asylia.text.fingerprint import fingerprint

RULE = Rule("by_hand", 1)


@dataclass
class Page:
    """A document and the claims found in it. Quotes must stand in the text; the first place is taken."""

    document: Document
    claims: list[Claim] = field(default_factory=list)

    def mention(self, words: str, type: str = "organisation", role: str = "origin") -> Mention:
        start = self.document.text.index(words)
        return Mention(self.document.id, start, start + len(words), type, role)

    def _shared(self, quote: str, origin: str | None, options: dict[str, object]) -> dict[str, object]:
        text = self.document.text
        start = text.index(quote)
        passage = Passage(self.document.id, self.document.layer, start, start + len(quote), quote, text)
        type = str(options.pop("by", "organisation"))
        role = "witness" if type == "person" else "origin"
        voice = Voice(origin=self.mention(origin, type, role)) if origin else Voice()
        made: dict[str, object] = {"passage": passage, "slot": str(len(self.claims)), "rule": RULE, "voice": voice}
        for key in ("date", "since", "until"):
            if isinstance(options.get(key), str):
                options[key] = Date.parse(str(options[key]))
        return {**made, **options}

    def figure(self, quote: str, value: float, measure: str, origin: str | None = None, **options: object) -> Figure:
        claim = Figure(**self._shared(quote, origin, options), value=value, measure=measure)  # type: ignore[arg-type]
        self.claims.append(claim)
        return claim

    def report(
        self,
        quote: str,
        methods: Sequence[str],
        origin: str | None = None,
        persons: Sequence[str] = (),
        **options: object,
    ) -> Report:
        named = tuple(self.mention(name, "person", "target") for name in persons)
        shared = self._shared(quote, origin, options)
        claim = Report(**shared, methods=tuple(methods), persons=named)  # type: ignore[arg-type]
        self.claims.append(claim)
        return claim

    def position(self, quote: str, actor: str, stance: str) -> Position:
        shared = self._shared(quote, None, {})
        claim = Position(**shared, actor=self.mention(actor, role="actor"), stance=stance)  # type: ignore[arg-type]
        self.claims.append(claim)
        return claim


def page(
    body: str, outlet: str | None = None, published: str | None = None, language: str = "en", title: str = "A page"
) -> Page:
    """A page without claims; its id comes from its text, outlet and date."""
    text = f"{title}\n{body}"
    sha256 = hashlib.sha256(f"{outlet}{published}{text}".encode()).hexdigest()
    return Page(
        Document(
            id=document_id(sha256, "page"),
            sha256=sha256,
            file="page",
            url=None,
            layer="hand.v1",
            text=text,
            body_start=len(title) + 1,
            language=language,
            outlet=outlet,
            published=Date.parse(published) if published else None,
            fingerprint=fingerprint(body),
        )
    )


@dataclass(frozen=True)
class World:
    """What weighing makes of some pages."""

    pages: tuple[Page, ...]
    copies: tuple[CopyGroup, ...]
    entities: tuple[Entity, ...]
    trace: Trace
    groups: tuple[Group, ...]
    incidents: tuple[Incident, ...]
    series: tuple[Series, ...]

    def incident(self, claim: Claim) -> Incident:
        """The incident that holds a report."""
        return next(incident for incident in self.incidents if claim.id in incident.claims)

    def together(self, *claims: Claim) -> bool:
        """Whether the reports are in one incident."""
        return len({self.incident(claim).id for claim in claims}) == 1

    def checks(self, kind: str) -> list[tuple[frozenset[str], bool, str]]:
        """The checks of a kind: claims, whether it holds, reason."""
        return [(frozenset(c.claims), c.holds, c.reason) for line in self.series for c in line.checks if c.kind == kind]

    def mutations(self) -> list[tuple[str, str, str]]:
        """(kind, source claim, relayed claim)."""
        return [(m.kind, m.source, m.relayed) for line in self.series for m in line.mutations]

    def names(self, incident: Incident) -> set[str]:
        """The words of the origins that count, by their first mention; outlets by their keys."""
        texts = {each.document.id: each.document.text for each in self.pages}
        first = {entity.id: entity.mentions[0] for entity in self.entities}
        counted = [origin.id for origin in incident.origins if origin.counts]
        return {
            texts[first[key].document][first[key].start : first[key].end] if key in first else key for key in counted
        }


def weigh(pages: Iterable[Page], decisions: Sequence[Decision] = (), bodies: Sequence[Body] = ()) -> World:
    """The pages weighed in the order that the pipeline weighs them."""
    told = tuple(pages)
    documents = [each.document for each in told]
    claims = [claim for each in told for claim in each.claims]
    groups = copies(documents)
    copy_of = {document: each.id for each in groups for document in each.documents}
    named = [one for each in told for one in gather(each.document, (), each.claims, copy_of.get(each.document.id))]
    entities = resolve(named, bodies, decisions)
    traced = trace(documents, claims, entities, groups, retellings(documents, claims, entities, groups), bodies)
    reports = {claim.id: claim for claim in claims if isinstance(claim, Report)}
    clusters = group(claims, documents, entities, groups, decisions)
    incidents = []
    for cluster in clusters:
        inside = [reports[key] for key in cluster.claims]
        origins = corroborate(inside, documents, traced)
        incidents.append(describe(cluster, inside, entities, origins, traced, decisions))
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    lines = ledger(figures, documents, entities, traced)
    return World(told, groups, entities, traced, clusters, tuple(incidents), lines)


def decision(verb: str, *about: str) -> Decision:
    """A decision by somebody, some day."""
    return Decision(f"{verb}:{'+'.join(about)}", verb, about, "A. Reviewer", "2024-01-01T00:00:00Z")
