"""Registers: what the record holds on one kind of act, host by host: stations, notices, returns, official tallies.

Views only: nothing here is decided that the incidents and claims do not already say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.entity import Entity, by_place
from asylia.model.incident import Incident
from asylia.model.trace import Trace

STATIONS = ("abroad.station",)
NOTICES = ("legal.notice",)
RETURNS = ("legal.extradition", "legal.deportation", "capture")
NEAR = 600  # characters between a report and a position that answers it, where the page tells of several hosts
# What the strongest response of the host says about the state of things, first match wins.
_STATUS = (
    ("acts", "acted"), ("investigates", "investigating"), ("condemns", "protested"), ("opposes", "protested"),
    ("warns", "protested"), ("calls_for", "protested"), ("declines", "silent"), ("justifies", "cooperating"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Response:
    """What somebody said or did about it: `side` is "host", "origin" or "other" (no state's, or unknown whose)."""

    side: str
    stance: str
    actor: str
    claim: str


@dataclass(frozen=True, slots=True)
class Row:
    """One host's line: its incidents, what was answered by whom, figures, documents, and how the host stands to it."""

    host: str | None
    origin_states: tuple[str, ...]
    incidents: tuple[str, ...]
    responses: tuple[Response, ...]
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Tally:
    """An official count: the state's own number, as its own body or press gave it."""

    figure: str
    origin: str
    state: str
    measure: str
    programme: str | None
    since: str | None
    until: str | None


def register(
    methods: Sequence[str], incidents: Iterable[Incident], claims: Iterable[Claim], entities: Iterable[Entity]
) -> tuple[Row, ...]:
    """The register of these methods by host, in the alphabet's order; those of no known host stand last."""
    by_host: dict[str, list[Incident]] = defaultdict(list)
    for incident in sorted(incidents, key=lambda incident: incident.id):
        if any(m == method or m.startswith(method + ".") for m in incident.methods for method in methods):
            by_host[incident.host or "~"].append(incident)
    listed = frozenset(key for found in by_host.values() for incident in found for key in incident.claims)
    sight = _Sight(tuple(claims), tuple(entities), listed)
    rows = []
    for host in sorted(by_host):
        found = by_host[host]
        states = tuple(sorted({incident.origin_state for incident in found if incident.origin_state}))
        responses = sight.responses(found, host, states)
        rows.append(
            Row(
                host=None if host == "~" else host,
                origin_states=states,
                incidents=tuple(incident.id for incident in found),
                responses=responses,
                figures=tuple(sorted(sight.figures[host])),
                documents=tuple(sorted({document for incident in found for document in incident.documents})),
                status=_status(responses),
            )
        )
    return tuple(rows)


class _Sight:
    """The claims by what a register asks of them, and who an actor is."""

    def __init__(self, claims: Sequence[Claim], entities: Sequence[Entity], listed: frozenset[str]) -> None:
        self._reports = {claim.id: claim for claim in claims if isinstance(claim, Report)}
        self._known = {entity.id: entity.known for entity in entities}
        self._places = by_place(entities)
        self._positions: dict[str, list[Position]] = defaultdict(list)
        self._listed: dict[str, list[Report]] = defaultdict(list)
        self.figures: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            if claim.id in listed and isinstance(claim, Report):
                self._listed[claim.passage.document].append(claim)
            if isinstance(claim, Position):
                self._positions[claim.passage.document].append(claim)
            elif isinstance(claim, Figure):
                for country in claim.countries:
                    self.figures[country].append(claim.id)

    def responses(self, incidents: Sequence[Incident], host: str, states: Sequence[str]) -> tuple[Response, ...]:
        """What was answered to these incidents, each answer once, sorted."""
        reports = [self._reports[key] for incident in incidents for key in incident.claims if key in self._reports]
        pages: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            pages[report.passage.document].append(report)
        found = set()
        for document, told in pages.items():
            for position in self._positions[document]:
                at = position.actor
                actor = self._places.get((at.document, at.start, at.end), f"{at.document}:{at.start}")
                side = _side(self._known.get(actor), host, states)
                if side in ("host", "origin") or (side == "other" and self._answers(position, told)):
                    found.add(Response(side, position.stance, actor, position.id))
        return tuple(sorted(found, key=lambda response: (response.side, response.stance, response.claim)))

    def _answers(self, position: Position, told: Sequence[Report]) -> bool:
        """Whether the reports are those that stand nearest to the position, and near, of all of the register's."""
        here = min(_gap(position, report) for report in told)
        return here <= min(NEAR, *(_gap(position, each) for each in self._listed[position.passage.document]))


def tallies(figures: Iterable[Figure], trace: Trace) -> tuple[Tally, ...]:
    """Counts that a state's own bodies or press gave of their own acts, by state, measure and period."""
    found = []
    for figure in figures:
        chain = trace.chains.get(figure.id)
        if chain and chain.state and figure.origin_state in (None, chain.state):
            since, until = (str(date) if date else None for date in (figure.since, figure.until))
            found.append(
                Tally(figure.id, chain.organisation, chain.state, figure.measure, figure.programme, since, until)
            )
    return tuple(sorted(found, key=lambda t: (t.state, t.measure, t.since or "", t.until or "", t.figure)))


def _gap(position: Position, report: Report) -> int:
    return max(position.passage.start - report.passage.end, report.passage.start - position.passage.end, 0)


def _side(known: str | None, host: str, states: Sequence[str]) -> str:
    """Whose voice it is, by the state that the lexicon's id names: "country:IE", "cn.mps"; "third" of other states."""
    if known is None:
        return "other"
    state = known.removeprefix("country:") if known.startswith("country:") else known.partition(".")[0].upper()
    third = "third" if len(state) == 2 else "other"  # "ngo.safeguard" speaks for no state
    return "host" if state == host else "origin" if state in states else third


def _status(responses: Sequence[Response]) -> str:
    """How the host stands to it; "denied by the origin state" where nothing is heard of the host."""
    host = {response.stance for response in responses if response.side == "host"}
    for stance, status in _STATUS:
        if stance in host:
            return status
    denied = any(response.side == "origin" and response.stance == "denies" for response in responses)
    return "denied by the origin state" if denied else "reported"
