"""A record as rows of its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from asylia.model.claim import Claim
from asylia.model.entity import Entity, by_place
from asylia.model.ids import canonical
from asylia.model.incident import Incident, Join
from asylia.model.ledger import Series
from asylia.model.mention import Mention
from asylia.model.record import Page, Record
from asylia.model.trace import Chain, Retelling, Source
from asylia.store.rows import Row, claim_row, document_row, iso, mention_row
from asylia.vault.sweep import identifies

# Of a document's row these stand in columns of their own; the rest is its body.
DOCUMENT_COLUMNS = ("id", "sha256", "file", "url", "layer", "language", "outlet", "published", "body_start", "text")

KIND_COLUMNS = ("measure", "stance", "host", "origin_state", "date")
CHAIN_COLUMNS = ("claim", "relayer", "claimant", "origin")
SOURCE_COLUMNS = ("document", "role")


@dataclass(frozen=True, slots=True)
class Placed:
    """A row, the table it stands in and the unit whose digest it is part of."""

    unit: str
    table: str
    row: Row


def rows_of(record: Record) -> Iterator[Placed]:
    """Every row of the record, unit by unit; the same record gives the same rows."""
    yield from _about(record)
    places = by_place(record.entities)
    copy_of = {document: group.id for group in record.trace.copies for document in group.documents}
    retold: dict[str, list[Retelling]] = defaultdict(list)
    for retelling in record.trace.retellings:
        retold[retelling.document].append(retelling)
    for page in record.pages:
        unit = page.document.id
        yield Placed(unit, "documents", _document(page, record.trace.sources.get(unit), copy_of.get(unit)))
        for claim in page.claims:
            yield Placed(unit, "claims", _claim(claim, record.trace.chains.get(claim.id)))
        yield from _mentions(page, places)
        for retelling in retold[unit]:
            yield Placed(unit, "retellings", asdict(retelling))
    for failure in record.failures:
        yield Placed(failure.document, "failures", asdict(failure))
    joins = {group.id: group.joins for group in record.groups}
    for incident in record.incidents:
        yield from _incident(incident, joins.get(incident.id, ()))
    for entity in record.entities:
        yield Placed(entity.id, "entities", _entity(entity))
    for series in record.series:
        yield from _series(series)


def packed(value: object) -> str:
    """A JSON column: the canonical form as text."""
    return canonical(value).decode("utf-8")  # type: ignore[arg-type]


def _about(record: Record) -> Iterator[Placed]:
    made = asdict(record.made) | {"orphans": record.orphans, "states": record.states}
    yield Placed("record", "record", {"id": "record", "body": packed(made)})
    for group in record.trace.copies:
        body = packed({"documents": group.documents, "links": group.links})
        yield Placed(group.id, "copies", {"id": group.id, "first": group.first, "reason": group.reason, "body": body})


def _document(page: Page, source: Source | None, copy_group: str | None) -> Row:
    full = document_row(page.document)
    row = {name: full.pop(name) for name in DOCUMENT_COLUMNS}
    row["role"] = source.role if source else "unknown"
    row["relevant"] = int(bool(page.claims))
    row["copy_group"] = copy_group
    full["source"] = {k: v for k, v in asdict(source).items() if k not in SOURCE_COLUMNS} if source else None
    full["origins"] = [mention_row(mention) for mention in page.origins]
    row["body"] = packed(full)
    return row


def _claim(claim: Claim, chain: Chain | None) -> Row:
    full = claim_row(claim)
    row: Row = {
        "id": claim.id,
        "document": claim.passage.document,
        "kind": full.pop("kind"),
        "start": full.pop("start"),
        "end": full.pop("end"),
        "rule": str(claim.rule),
        "modality": full.pop("modality"),
        "confidence": full.pop("confidence"),
    }
    for name in KIND_COLUMNS:
        row[name] = full.pop(name, None)
    for name in CHAIN_COLUMNS[1:]:
        row[name] = getattr(chain, name) if chain else None
    full["chain"] = (
        {name: value for name, value in asdict(chain).items() if name not in CHAIN_COLUMNS} if chain else None
    )
    row["body"] = packed(full)
    return row


def _mentions(page: Page, places: dict[tuple[str, int, int], str]) -> Iterator[Placed]:
    swept = set(page.swept)
    unit, text = page.document.id, page.document.text
    named: set[tuple[int, int]] = set()
    for mention in page.all_mentions:
        row: Row = {
            "document": unit,
            "start": mention.start,
            "end": mention.end,
            "type": mention.type,
            "role": mention.role,
            "entity": places.get((unit, mention.start, mention.end)),
            "swept": int(mention in swept),
        }
        yield Placed(unit, "mentions", row)
        if mention.protected:
            named.add((mention.start, mention.end))
    for start, end in sorted(named):
        # A single character (a Han surname) is masked where it stands, but is nobody's name.
        if identifies(surface := text[start:end]):
            yield Placed(unit, "names", {"document": unit, "start": start, "end": end, "surface": surface})


def _entity(entity: Entity) -> Row:
    links = [
        [_place(link.left), _place(link.right), link.score.value, link.score.reason, link.merged]
        for link in entity.links
    ]
    body = packed({"mentions": [_place(mention) for mention in entity.mentions], "links": links})
    return {"id": entity.id, "type": entity.type, "known": entity.known, "body": body}


def _place(mention: Mention) -> list[Any]:
    return [mention.document, mention.start, mention.end, mention.type, mention.role]


def _incident(incident: Incident, joins: tuple[Join, ...]) -> Iterator[Placed]:
    full = asdict(incident)
    full["date"] = iso(incident.date)
    del full["origins"]
    row = {name: full.pop(name) for name in ("id", "host", "origin_state", "date", "support", "review", "disputed")}
    row["disputed"] = int(incident.disputed)
    row["body"] = packed(full | {"joins": [[j.left, j.right, j.score, j.reason] for j in joins]})
    yield Placed(incident.id, "incidents", row)
    for origin in incident.origins:
        body = packed({"documents": origin.documents, "claims": origin.claims, "reason": origin.reason})
        yield Placed(
            incident.id,
            "origins",
            {
                "incident": incident.id,
                "id": origin.id,
                "role": origin.role,
                "counts": int(origin.counts),
                "body": body,
            },
        )


def _series(series: Series) -> Iterator[Placed]:
    row: Row = {"id": series.id, "measure": series.measure, "scope": series.scope}
    yield Placed(series.id, "ledger", row | {"body": packed({"figures": series.figures})})
    for position, check in enumerate(series.checks):
        row = {
            "series": series.id,
            "position": position,
            "kind": check.kind,
            "holds": int(check.holds),
            "reason": check.reason,
            "body": packed({"claims": check.claims}),
        }
        yield Placed(series.id, "checks", row)
    for position, mutation in enumerate(series.mutations):
        row = {"series": series.id, "position": position} | asdict(mutation)
        yield Placed(series.id, "mutations", row)
