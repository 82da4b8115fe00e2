"""Rows of the tables as a record again: the mirror of `tables.rows_of`.

`record_of(rows_of(record)) == record` for every record whose parts are in the order of their keys.
"""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Callable, Iterator

from asylia.model.claim import Figure, Position, Report
from asylia.model.entity import Entity, Link, Score
from asylia.model.incident import Group, Incident, Join, Origin, Value
from asylia.model.ledger import Check, Mutation, Series
from asylia.model.mention import Mention
from asylia.model.record import Failure, Made, Page, Record
from asylia.model.trace import Chain, CopyGroup, Retelling, Source, Trace
from asylia.store.rows import Row, claim_of, date, document_of, mention_of
from asylia.store.tables import CHAIN_COLUMNS, DOCUMENT_COLUMNS, KIND_COLUMNS

_OWN = {
    kind.kind: tuple(name for name in KIND_COLUMNS if name in {field.name for field in dataclasses.fields(kind)})
    for kind in (Figure, Report, Position)
}


def record_of(rows: Callable[[str], Iterator[Row]]) -> Record:
    """The record whose rows `rows(table)` gives, in key order."""
    about = json.loads(next(rows("record"))["body"])
    about_pages = {"orphans": tuple(about.pop("orphans")), "states": tuple(about.pop("states"))}
    for name in ("readers", "rules", "weights"):
        about[name] = tuple(tuple(pair) for pair in about[name])
    pages, sources, chains = _pages_of(rows)
    copies = [(row, json.loads(row["body"])) for row in rows("copies")]
    trace = Trace(
        sources,
        chains,
        tuple(
            CopyGroup(
                row["id"], tuple(body["documents"]), row["first"], row["reason"], tuple(map(tuple, body["links"]))
            )
            for row, body in copies
        ),
        tuple(Retelling(**row) for row in rows("retellings")),
    )
    incidents, groups = _incidents_of(rows)
    return Record(
        made=Made(**about),
        pages=pages,
        entities=tuple(_entity_of(row) for row in rows("entities")),
        trace=trace,
        groups=groups,
        incidents=incidents,
        series=_series_of(rows),
        failures=tuple(Failure(**row) for row in rows("failures")),
        **about_pages,
    )


def _pages_of(rows: Callable[[str], Iterator[Row]]) -> tuple[tuple[Page, ...], dict[str, Source], dict[str, Chain]]:
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows("claims"):
        claims[row["document"]].append(row)
    mentions: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for row in rows("mentions"):
        mention = Mention(row["document"], row["start"], row["end"], row["type"], row["role"])
        mentions[mention.document, row["swept"]].append(mention)
    pages, sources, chains = [], {}, {}
    for row in rows("documents"):
        body = json.loads(row["body"])
        source = body.pop("source")
        origins = tuple(mention_of(mention, row["id"]) for mention in body.pop("origins"))
        document = document_of({name: row[name] for name in DOCUMENT_COLUMNS} | body)
        if source is not None:
            sources[document.id] = Source(document=document.id, role=row["role"], **source)
        read = []
        for claim in claims[document.id]:
            full = json.loads(claim["body"])
            chain = full.pop("chain")
            shared = ("kind", "start", "end", "modality", "confidence")
            columns = (*shared, *_OWN[claim["kind"]])
            read.append(claim_of(full | {name: claim[name] for name in columns}, document))
            if chain is not None:
                ends = {name: claim[name] for name in CHAIN_COLUMNS[1:]}
                chains[claim["id"]] = Chain(claim=claim["id"], **ends, **chain)
        read.sort(key=lambda claim: (claim.passage.start, claim.passage.end, claim.id))
        found, swept = tuple(mentions[document.id, 0]), tuple(mentions[document.id, 1])
        pages.append(Page(document, tuple(read), found, origins, swept))
    return tuple(pages), sources, chains


def _entity_of(row: Row) -> Entity:
    body = json.loads(row["body"])
    links = tuple(
        Link(Mention(*left), Mention(*right), Score(value, reason), merged)
        for left, right, value, reason, merged in body["links"]
    )
    return Entity(row["id"], row["type"], tuple(Mention(*place) for place in body["mentions"]), links, row["known"])


def _incidents_of(rows: Callable[[str], Iterator[Row]]) -> tuple[tuple[Incident, ...], tuple[Group, ...]]:
    origins: dict[str, list[Origin]] = defaultdict(list)
    for row in rows("origins"):
        body = json.loads(row["body"])
        origins[row["incident"]].append(
            Origin(
                row["id"],
                row["role"],
                tuple(body["documents"]),
                tuple(body["claims"]),
                bool(row["counts"]),
                body["reason"],
            )
        )
    incidents, groups = [], []
    for row in rows("incidents"):
        body = json.loads(row.pop("body"))
        joins = tuple(Join(*join) for join in body.pop("joins"))
        contested = tuple(
            (name, tuple(Value(value["value"], tuple(value["claims"])) for value in values))
            for name, values in body.pop("contested")
        )
        values: Row = {name: tuple(value) if isinstance(value, list) else value for name, value in body.items()}
        values |= row | {"date": date(row["date"]), "disputed": bool(row["disputed"])}
        incident = Incident(**values, contested=contested, origins=tuple(origins[row["id"]]))
        incidents.append(incident)
        groups.append(Group(incident.id, incident.claims, joins))
    return tuple(incidents), tuple(groups)


def _series_of(rows: Callable[[str], Iterator[Row]]) -> tuple[Series, ...]:
    checks: dict[str, list[Check]] = defaultdict(list)
    mutations: dict[str, list[Mutation]] = defaultdict(list)
    for row in rows("checks"):
        claims = tuple(json.loads(row["body"])["claims"])
        checks[row["series"]].append(Check(row["kind"], claims, bool(row["holds"]), row["reason"]))
    for row in rows("mutations"):
        mutations[row["series"]].append(Mutation(row["kind"], row["source"], row["relayed"], row["reason"]))
    return tuple(
        Series(
            row["id"],
            row["measure"],
            row["scope"],
            tuple(json.loads(row["body"])["figures"]),
            tuple(checks[row["id"]]),
            tuple(mutations[row["id"]]),
        )
        for row in rows("ledger")
    )
