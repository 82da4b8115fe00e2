"""Registers: views of incidents by method: stations, notices, extraditions and deportations, official tallies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from asylia.model.claim import Claim, Figure, Position
from asylia.model.incident import Incident
from asylia.model.trace import Trace

STATIONS = ("abroad.station",)
NOTICES = ("legal.notice",)
RETURNS = ("legal.extradition", "legal.deportation")


@dataclass(frozen=True, slots=True)
class Row:
    """One host's line in a register: its incidents, its responses (stances with their claims), documents, status."""

    host: str | None
    incidents: tuple[str, ...]
    responses: tuple[tuple[str, str], ...]  # (stance, claim id)
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    status: str


def register(methods: tuple[str, ...], incidents: Iterable[Incident], claims: Iterable[Claim]) -> tuple[Row, ...]:
    """The register of these methods by host, in the alphabet's order; incidents without a known host stand last."""
    by_host: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if any(m == method or m.startswith(method + ".") for m in incident.methods for method in methods):
            by_host[incident.host or "~"].append(incident)
    told = list(claims)
    rows = []
    for host in sorted(by_host):
        found = by_host[host]
        pages = {document for incident in found for document in incident.documents}
        responses = sorted((c.stance, c.id) for c in told if isinstance(c, Position) and c.passage.document in pages)
        figures = sorted(c.id for c in told if isinstance(c, Figure) and host in c.countries)
        status = "closed" if any(stance == "acts" for stance, _ in responses) else "open"
        rows.append(
            Row(
                host=None if host == "~" else host,
                incidents=tuple(sorted(incident.id for incident in found)),
                responses=tuple(responses),
                figures=tuple(figures),
                documents=tuple(sorted(pages)),
                status=status,
            )
        )
    return tuple(rows)


def stations(incidents: Iterable[Incident], claims: Iterable[Claim], trace: Trace | None = None) -> tuple[Row, ...]:
    """Every host of an overseas police station with its responses and sources."""
    del trace
    return register(STATIONS, incidents, claims)
