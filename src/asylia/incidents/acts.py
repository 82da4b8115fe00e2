"""Acts: the unit that incidents are made of; which methods are one kind of act, and which are stages of one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asylia.model.claim import Claim, Figure, Report
from asylia.model.dates import Date
from asylia.model.document import Document
from asylia.model.entity import Entity, by_place
from asylia.model.trace import CopyGroup

# Methods that writers use for one and the same act. A person "removed" in one report is "handed over" in another and
# "deported" in a third; a station is a station.
FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("transfer", ("capture", "legal.extradition", "legal.deportation", "legal.detention", "legal.notice")),
    ("wanted", ("legal.charges", "abroad.inducement")),
    ("station", ("abroad.station",)),
    ("relatives", ("proxy",)),
    ("contact", ("abroad.approach", "abroad.locate", "abroad.threat", "abroad.harassment", "abroad.surveillance")),
    ("violence", ("abroad.assault", "abroad.killing")),
    ("papers", ("mobility",)),
    ("digital", ("digital",)),
)


def family(method: str) -> str:
    """The kind of act that a method belongs to; the method itself where it belongs to none."""
    for name, prefixes in FAMILIES:
        if any(method == prefix or method.startswith(prefix + ".") for prefix in prefixes):
            return name
    return method


@dataclass(frozen=True, slots=True)
class Act:
    """A report with what grouping compares: entities instead of mentions, the document's date, the number of people.

    `unit` is the copy group of its document, or the document. `size` is the number of persons that the passage counts.
    """

    report: Report
    unit: str
    published: Date | None
    persons: frozenset[str]
    families: frozenset[str]
    place: str | None
    size: int | None

    @property
    def id(self) -> str:
        """The report's claim id."""
        return self.report.id


def acts(
    claims: Iterable[Claim], documents: Mapping[str, Document], entities: Iterable[Entity], copies: Iterable[CopyGroup]
) -> tuple[Act, ...]:
    """The reports among the claims as acts, in the order of claim ids."""
    told = tuple(entities)
    places = by_place(told)
    countries = {entity.id for entity in told if entity.known and entity.known.startswith("country:")}
    units = {document: group.id for group in copies for document in group.documents}
    figures: dict[str, list[Figure]] = defaultdict(list)
    reports: dict[str, Report] = {}
    for claim in claims:
        if isinstance(claim, Figure):
            figures[claim.passage.document].append(claim)
        elif isinstance(claim, Report):
            reports[claim.id] = claim
    made = []
    for key in sorted(reports):
        report = reports[key]
        document = report.passage.document
        made.append(
            Act(
                report=report,
                unit=units.get(document, document),
                published=documents[document].published if document in documents else None,
                persons=frozenset(
                    places.get((m.document, m.start, m.end), _own(m.start, m.end, document)) for m in report.persons
                ),
                families=frozenset(map(family, report.methods)),
                place=_place(report, places, countries),
                size=_size(report, figures[document]),
            )
        )
    return tuple(made)


def _own(start: int, end: int, document: str) -> str:
    return f"{document}:{start}:{end}"


def _place(report: Report, places: Mapping[tuple[str, int, int], str], countries: set[str]) -> str | None:
    """The place within the host country; None where only a country is named."""
    if report.place is None:
        return None
    at = (report.place.document, report.place.start, report.place.end)
    found = places.get(at, _own(at[1], at[2], at[0]))
    return None if found in countries else found


_PERSON_MEASURES = frozenset({"returns", "targets", "captures", "abductions", "killings", "detentions", "relatives"})


def _size(report: Report, figures: Iterable[Figure]) -> int | None:
    """How many people the passage counts: the largest exact count of persons inside it."""
    found = [
        int(figure.value)
        for figure in figures
        if figure.measure in _PERSON_MEASURES
        and figure.bound == "exact"
        and figure.passage.start < report.passage.end
        and report.passage.start < figure.passage.end
    ]
    return max(found, default=None) or (len(report.persons) or None)
