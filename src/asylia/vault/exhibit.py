"""Exhibit: a whole record as one audience may read it; every string has passed the redactor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from asylia.evidence.who import initials
from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.dates import Date
from asylia.model.entity import Entity
from asylia.model.exhibits import (
    Exhibition,
    ShownClaim,
    ShownDocument,
    ShownEntity,
    ShownFailure,
    ShownFigure,
    ShownIncident,
    ShownOrigin,
    ShownPosition,
    ShownReport,
    ShownSeries,
    ShownValue,
)
from asylia.model.incident import Incident
from asylia.model.ledger import Series
from asylia.model.record import Failure, Page, Record
from asylia.model.shown import Audience
from asylia.vault.redact import Redactor


def exhibit(record: Record, audience: Audience) -> Exhibition:
    """The record as this audience may read it, in a fixed order."""
    return Desk(record, audience).all()


class Desk:
    """Hands out exhibits of one record to one audience, one by one or all."""

    def __init__(self, record: Record, audience: Audience) -> None:
        self._record = record
        self._audience = audience
        self._redactor = Redactor(record, audience)
        self._entities = {entity.id: entity for entity in record.entities}
        self._outlets = {
            source.outlet: page.document.outlet
            for page in record.pages
            if (source := record.trace.sources.get(page.document.id)) is not None
        }
        # A page that names no outlet stands for itself: readers know it by its file, not by an id.
        self._unnamed = {f"page:{page.document.id}": page.document.file for page in record.pages}
        self._copy_of = {document: group.id for group in record.trace.copies for document in group.documents}
        self._retells: dict[str, list[str]] = defaultdict(list)
        for retelling in record.trace.retellings:
            self._retells[retelling.document].append(retelling.source)

    def all(self) -> Exhibition:
        """Everything, in a fixed order."""
        record = self._record
        return Exhibition(
            documents=tuple(self.document(page) for page in record.pages),
            claims=tuple(self.claim(claim) for claim in record.claims),
            incidents=tuple(self.incident(incident) for incident in record.incidents),
            ledger=tuple(self.series(series) for series in record.series),
            entities=tuple(self.entity(entity) for entity in record.entities),
            failures=tuple(self.failure(failure) for failure in record.failures),
            names=self._audience.names,
        )

    def document(self, page: Page) -> ShownDocument:
        """A source."""
        document, redactor = page.document, self._redactor
        source = self._record.trace.sources.get(document.id)
        title = document.title
        return ShownDocument(
            id=document.id,
            file=redactor.address(document.file),
            url=redactor.address(document.url) if document.url else None,
            sha256=document.sha256,
            title=redactor.passage(document.id, 0, len(title)) if title else None,
            published=_iso(document.published),
            language=document.language,
            outlet=redactor.optional(document.outlet),
            role=source.role if source else "unknown",
            body=redactor.passage(document.id, document.body_start, len(document.text)),
            relevant=bool(page.claims),
            origins=_credited(
                tuple(redactor.name(mention) for mention in page.origins), redactor.optional(document.agency)
            ),
            copy_group=self._copy_of.get(document.id),
            retells=tuple(self._retells[document.id]),
            layer=document.layer,
            role_reason=redactor.text(source.reason) if source else "",
        )

    def claim(self, claim: Claim) -> ShownClaim:
        """A claim, by its kind."""
        redactor, at = self._redactor, claim.passage
        origin, claimant = claim.voice.origin, claim.voice.claimant
        shared = {
            "id": claim.id,
            "kind": claim.kind,
            "document": at.document,
            "quote": redactor.passage(at.document, at.start, at.end),
            "start": at.start,
            "end": at.end,
            "origin": redactor.name(origin) if origin else None,
            "claimant": redactor.name(claimant) if claimant else None,
            "relayer": redactor.optional(redactor.document(at.document).outlet),
            "modality": claim.modality,
            "confidence": claim.confidence,
            "rule": str(claim.rule),
            "reason": redactor.text(claim.rule.reason),
        }
        if isinstance(claim, Figure):
            return self._figure(claim, shared)
        if isinstance(claim, Report):
            return self._report(claim, shared)
        if isinstance(claim, Position):
            return self._position(claim, shared)
        raise TypeError(f"no exhibit for a claim of kind {claim.kind!r}")

    def _figure(self, claim: Figure, shared: dict[str, object]) -> ShownFigure:
        same = ("value", "upper", "bound", "strict", "measure", "unit", "countries", "origin_state", "flow", "total_of")
        return ShownFigure(
            **shared,  # type: ignore[arg-type]
            **{name: getattr(claim, name) for name in same},
            wording=self._redactor.optional(claim.wording),
            programme=self._redactor.optional(claim.programme),
            since=_iso(claim.since),
            until=_iso(claim.until),
        )

    def _report(self, claim: Report, shared: dict[str, object]) -> ShownReport:
        same = ("methods", "origin_state", "host", "outcome")
        return ShownReport(
            **shared,  # type: ignore[arg-type]
            **{name: getattr(claim, name) for name in same},
            persons=tuple(self._redactor.name(mention) for mention in claim.persons),
            place=self._redactor.name(claim.place) if claim.place else None,
            programme=self._redactor.optional(claim.programme),
            date=_iso(claim.date),
        )

    def _position(self, claim: Position, shared: dict[str, object]) -> ShownPosition:
        about = self._redactor.passage(claim.passage.document, *claim.about) if claim.about else None
        return ShownPosition(
            **shared,  # type: ignore[arg-type]
            actor=self._redactor.name(claim.actor),
            stance=claim.stance,
            about=about,
        )

    def incident(self, incident: Incident) -> ShownIncident:
        """An occurrence."""
        text = self._redactor.text
        same = (
            "id", "methods", "origin_state", "host", "outcome", "claims", "documents", "independent_origins", "support",
            "disputed", "official", "review",
        )  # fmt: skip
        return ShownIncident(
            **{name: getattr(incident, name) for name in same},
            persons=tuple(self._named(person) for person in incident.persons),
            date=_iso(incident.date),
            origins=tuple(
                ShownOrigin(self._named(o.id), o.role, o.counts, o.documents, o.claims, text(o.reason))
                for o in incident.origins
            ),
            contested=tuple(
                (name, tuple(ShownValue(self._value(value.value), value.claims) for value in values))
                for name, values in incident.contested
            ),
            reasons=tuple(text(reason) for reason in incident.reasons),
        )

    def series(self, series: Series) -> ShownSeries:
        """A line of the ledger."""
        return ShownSeries(
            series.id,
            series.measure,
            self._redactor.text(series.scope),
            series.figures,
            series.checks,
            series.mutations,
        )

    def entity(self, entity: Entity) -> ShownEntity:
        """An entity."""
        reasons = dict.fromkeys(self._redactor.text(link.score.reason) for link in entity.links)
        places = tuple((m.document, m.start, m.end, m.role) for m in entity.mentions)
        return ShownEntity(entity.id, entity.type, self._redactor.names(entity), places, tuple(reasons), entity.known)

    def failure(self, failure: Failure) -> ShownFailure:
        """A source that could not be read."""
        redactor = self._redactor
        # A message may repeat the file's name, or name a part of it: it is masked as words and as an address.
        message = redactor.address(redactor.text(failure.message.removeprefix(f"{failure.file}: ")))
        return ShownFailure(failure.document, redactor.address(failure.file), failure.code, message)

    def _named(self, who: str) -> str:
        """A name for what an origin or incident refers to: an entity, an outlet, a page, or a lexicon id."""
        if (entity := self._entities.get(who)) is not None:
            return self._redactor.names(entity)[0]
        if (file := self._unnamed.get(who.removeprefix("outlet:"))) is not None:
            return self._redactor.address(file)
        printed = self._outlets.get(who)
        return self._redactor.text(printed or who.removeprefix("outlet:"))

    def _value(self, value: str) -> str:
        return self._named(value) if value in self._entities else self._redactor.text(value)


def _credited(names: Sequence[str], agency: str | None) -> tuple[str, ...]:
    """The origins of a page, each once, and the agency of its credit line, whose initials the dateline may have."""
    if agency is None:
        return tuple(dict.fromkeys(names))
    told = [name for name in names if name not in (initials(agency), agency)]
    return tuple(dict.fromkeys([agency, *told]))


def _iso(date: Date | None) -> str | None:
    return date.iso() if date is not None else None
