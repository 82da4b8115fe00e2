"""Describe: an incident from its reports, with every attribute's competing values kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from asylia.model.claim import Report
from asylia.model.dates import Date
from asylia.model.decision import Decision
from asylia.model.entity import Entity, by_place
from asylia.model.incident import Group, Incident, Origin, Value
from asylia.model.trace import Trace


def describe(
    group: Group,
    reports: Iterable[Report],
    entities: Iterable[Entity],
    origins: Sequence[Origin],
    trace: Trace,
    decisions: Sequence[Decision] = (),
) -> Incident:
    """The incident of one group; its values are those that most origins say, all others are kept as contested."""
    told = sorted(reports, key=lambda report: report.id)
    places = by_place(entity for entity in entities if entity.type == "person")
    for_act = [report for report in told if report.modality != "denied"] or told
    documents = tuple(sorted({report.passage.document for report in told}))
    persons = {places.get((m.document, m.start, m.end)) for report in told for m in report.persons}
    texts = {trace.copy_of.get(report.passage.document, report.passage.document) for report in for_act}
    contested = tuple((name, values) for name in ATTRIBUTES if len(values := _values(name, told)) > 1)
    counting = sum(origin.counts for origin in origins)
    return Incident(
        id=group.id,
        claims=group.claims,
        documents=documents,
        persons=tuple(sorted(person for person in persons if person)),
        methods=tuple(sorted({method for report in for_act for method in report.methods})),
        origin_state=_most([report.origin_state for report in for_act]),
        host=_most([report.host for report in for_act]),
        date=_date(for_act),
        outcome=_last_outcome(for_act),
        origins=tuple(origins),
        support="corroborated" if counting >= 2 and len(texts) >= 3 else "single_origin" if counting else "lead",
        disputed=any(report.modality == "denied" for report in told),
        official=any(_official(report, trace) for report in for_act),
        review=_review(group, decisions),
        contested=contested,
        reasons=tuple(dict.fromkeys(join.reason for join in group.joins)),
    )


ATTRIBUTES = ("origin_state", "host", "date", "methods", "outcome")
# Results that cannot follow one another for one person: the others are stages, and a later one takes nothing back.
_EXCLUDE = frozenset(
    frozenset(pair)
    for pair in (
        ("failed", "returned"), ("failed", "detained"), ("at_large", "returned"), ("at_large", "detained"),
        ("disappeared", "released"), ("died", "released"), ("died", "at_large"),
    )
)  # fmt: skip


def _values(name: str, told: Sequence[Report]) -> tuple[Value, ...]:
    """The values that contradict one another. A coarser date is the same date; a later stage is no contradiction."""
    found: dict[str, list[str]] = defaultdict(list)
    for report in told:
        value = getattr(report, name)
        if name == "methods":
            value = " + ".join(sorted(value)) or None
        if value is not None and not (name == "date" and not report.methods):
            found[str(value)].append(report.id)
    if name == "date":
        _drop_coarse(found)
    elif name == "methods":
        _drop_shorter(found)
    elif name == "outcome":
        kept = {value for value in found for other in found if frozenset((value, other)) in _EXCLUDE}
        found = defaultdict(list, {value: claims for value, claims in found.items() if value in kept})
    return tuple(Value(value, tuple(sorted(claims))) for value, claims in sorted(found.items()))


def _drop_coarse(found: dict[str, list[str]]) -> None:
    dates = [Date.parse(value) for value in found]
    for coarse in dates:
        if any(coarse != other and coarse.contains(other) for other in dates):
            found.pop(coarse.iso(), None)


def _drop_shorter(found: dict[str, list[str]]) -> None:
    """Who names fewer methods contradicts nobody."""
    sets = {value: set(value.split(" + ")) for value in found}
    for value, methods in sets.items():
        if any(methods < other for other in sets.values()):
            found.pop(value, None)


def _most(values: Sequence[str | None]) -> str | None:
    """The value said most often; ties go to the first in the alphabet."""
    said = [value for value in values if value is not None]
    return min(said, key=lambda value: (-said.count(value), value), default=None)


def _date(reports: Sequence[Report]) -> Date | None:
    """The most precise date of the act, of those the most often said, then the earliest."""
    said = [report.date for report in reports if report.date and report.methods] or [
        report.date for report in reports if report.date
    ]
    order = {"day": 0, "month": 1, "year": 2}
    return min(said, key=lambda date: (order[date.precision], -said.count(date), date.iso()), default=None)


def _last_outcome(reports: Sequence[Report]) -> str | None:
    """The outcome that is latest by its date; undated ones come first."""
    said = [(str(report.date or ""), report.id, report.outcome) for report in reports if report.outcome]
    return max(said)[2] if said else None


OFFICIAL = frozenset({"official_release", "court_record", "state_media"})


def _official(report: Report, trace: Trace) -> bool:
    """Whether a state's own words stand behind it: its body is credited, or its page says so itself."""
    chain = trace.chains.get(report.id)
    return bool(chain and report.modality == "asserted" and (chain.state or chain.role in OFFICIAL))


def _review(group: Group, decisions: Sequence[Decision]) -> str:
    state = dict.fromkeys(group.claims, "unreviewed")
    for decision in decisions:
        for claim in decision.about:
            if claim in state and decision.verb in ("accept", "reject"):
                state[claim] = "accepted" if decision.verb == "accept" else "withdrawn"
    said = set(state.values())
    if said == {"withdrawn"}:
        return "withdrawn"
    return "accepted" if "accepted" in said else "unreviewed"
