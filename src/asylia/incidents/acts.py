"""Acts: the unit that incidents are made of; which methods are one kind of act, and which are stages of one case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from asylia.language.fold import fold
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
    `date` and `host` are the report's, but for a copy those of the same sentence in the first version. `headline` where
    it stands in the title, `lead` where it is the first act that the text under the title tells.
    """

    report: Report
    unit: str
    published: Date | None
    persons: frozenset[str]
    families: frozenset[str]
    place: str | None
    size: int | None
    date: Date | None
    host: str | None
    headline: bool = False
    lead: bool = False

    @property
    def id(self) -> str:
        """The report's claim id."""
        return self.report.id


def acts(
    claims: Iterable[Claim], documents: Mapping[str, Document], entities: Iterable[Entity], copies: Iterable[CopyGroup]
) -> tuple[Act, ...]:
    """The reports among the claims as acts, in the order of claim ids."""
    told, groups = tuple(entities), tuple(copies)
    places = by_place(told)
    countries = {entity.id for entity in told if entity.known and entity.known.startswith("country:")}
    units = {document: group.id for group in groups for document in group.documents}
    figures: dict[str, list[Figure]] = defaultdict(list)
    reports: dict[str, Report] = {}
    for claim in claims:
        if isinstance(claim, Figure):
            figures[claim.passage.document].append(claim)
        elif isinstance(claim, Report):
            reports[claim.id] = claim
    leads = _leads(reports.values(), documents)
    made = []
    for key in sorted(reports):
        report = reports[key]
        page = report.passage.document
        named = ((m.document, m.start, m.end) for m in report.persons)
        made.append(
            Act(
                report=report,
                unit=units.get(page, page),
                published=documents[page].published if page in documents else None,
                persons=frozenset(places.get(at, _own(at[1], at[2], at[0])) for at in named),
                families=frozenset(map(family, report.methods)),
                place=_place(report, places, countries),
                size=_size(report, figures[page]),
                date=report.date,
                host=report.host,
                headline=_in_title(report, documents),
                lead=key in leads,
            )
        )
    return _as_first_told(made, {group.id: group.first for group in groups})


def _in_title(report: Report, documents: Mapping[str, Document]) -> bool:
    document = documents.get(report.passage.document)
    return document is not None and report.passage.end <= document.body_start


def _leads(reports: Iterable[Report], documents: Mapping[str, Document]) -> frozenset[str]:
    """The first act of every text."""
    first: dict[str, Report] = {}
    for report in reports:
        if report.methods and not _in_title(report, documents):
            key = report.passage.document
            other = first.get(key, report)
            first[key] = min(report, other, key=lambda each: (each.passage.start, each.id))
    return frozenset(report.id for report in first.values())


def _as_first_told(made: Sequence[Act], firsts: Mapping[str, str]) -> tuple[Act, ...]:
    """The acts, those of copies with the date and host that the same sentence has in the first version."""
    originals: dict[str, list[Act]] = defaultdict(list)
    for act in made:
        if firsts.get(act.unit) == act.report.passage.document:
            originals[act.unit].append(act)
    found = []
    for act in made:
        if act.unit in originals and firsts[act.unit] != act.report.passage.document:
            twins = [each for each in originals[act.unit] if each.families & act.families and one_sentence(each, act)]
            if twins:
                act = replace(act, date=twins[0].date, host=twins[0].host, place=twins[0].place)
        found.append(act)
    return tuple(found)


_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")


def one_sentence(a: Act, b: Act) -> bool:
    """Whether the passages of two acts are one sentence, lightly edited."""
    left, right = (set(_WORD.findall(fold(act.report.passage.quote))) for act in (a, b))
    return len(left & right) >= 0.7 * max(min(len(left), len(right)), 1)


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
