"""Relay: which statement is the source's and which was relayed, and where to look for pairs of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from asylia.evidence.lineage_lines import Lines
from asylia.evidence.statements import FAMILIES, Statement
from asylia.model.claim import Figure
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.trace import Trace

_NEAR = {
    "primary_document": 0, "ngo_report": 0, "official_release": 0, "court_record": 0, "un_document": 0, "wire": 2,
    "outlet_original": 3, "outlet_rewrite": 4, "translation": 4, "aggregator": 5,
}  # fmt: skip
_YEARS = (1900, 2100)
PART = 100  # smaller parts make up a number by chance
MOST = 64  # statements of one origin and key that are compared with one another


@dataclass(frozen=True, slots=True)
class Told:
    """One figure as told on one page, with all figures told there and how near the page stands to the origin.

    `credited` is False where the page only names the origin and tells the figure in its own voice; `whose` is the
    organisation credited, where more pages than this one know it.
    """

    figure: Figure
    statement: Statement
    page: Document
    nearness: tuple[int, str]
    beside: tuple[Figure, ...]
    credited: bool = True
    whose: str | None = None


def told_by_origin(
    statements: Sequence[Statement], pages: Mapping[str, Document], trace: Trace, entities: Sequence[Entity] = ()
) -> dict[str, list[Told]]:
    """Every origin's figures, page by page; copies of one text are told once, by the first of their documents."""
    first = {document: group.first for group in trace.copies for document in group.documents}
    by_page: dict[str, list[Figure]] = defaultdict(list)
    for statement in statements:
        for figure in statement.figures:
            by_page[figure.passage.document].append(figure)
    beside = {
        key: tuple(sorted(told, key=lambda f: (f.passage.start, f.passage.end, f.id))) for key, told in by_page.items()
    }
    lines = Lines(pages, trace, entities)
    added = _added(beside)
    found: dict[str, list[Told]] = defaultdict(list)
    for statement in statements:
        for figure in statement.figures:
            key = figure.passage.document
            if key in pages and first.get(key, key) == key:
                places = list(lines.of(figure.id, key, statement.origin))
                whose = lines.whose(figure.id, places[0][0])
                numbers = {figure.value, *added.get(figure.id, ())}
                places += [(f"number:{value:.0f}", False) for value in sorted(numbers) if particular(value)]
                for line, credited in places:
                    near = _nearness(pages[key], lines.own(figure.id, line), trace)
                    found[line].append(Told(figure, statement, pages[key], near, beside[key], credited, whose))
    return found


def particular(value: float) -> bool:
    """Whether a number is so particular that pages which name its origin in other scripts tell the same count."""
    return value == int(value) and not _YEARS[0] <= value <= _YEARS[1] and len(f"{value:.0f}".rstrip("0")) > 3


def _added(beside: Mapping[str, Sequence[Figure]]) -> dict[str, set[float]]:
    """The particular numbers, told somewhere, that a figure makes together with another of its page and measure."""
    told = {figure.value for figures in beside.values() for figure in figures if particular(figure.value)}
    found: dict[str, set[float]] = defaultdict(set)
    for figures in beside.values():
        large = [figure for figure in figures if figure.value >= PART][:MOST]
        for a, b in combinations(large, 2):
            if FAMILIES.get(a.measure, a.measure) == FAMILIES.get(b.measure, b.measure) and a.value + b.value in told:
                found[a.id].add(a.value + b.value)
                found[b.id].add(a.value + b.value)
    return found


def _nearness(page: Document, own: bool, trace: Trace) -> tuple[int, str]:
    """Smaller is nearer to the origin: its own page, then primary sources, then earlier pages; undated ones last."""
    source = trace.sources.get(page.id)
    rank = 0 if own else 1 + _NEAR.get(source.role if source else "", 3)
    return rank, page.published.iso() if page.published else "9999"


def pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """(source, relayed) for figures of one origin on two pages that share a number, a measure and period, or digits."""
    blocks: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in sorted(told, key=lambda t: (t.nearness, t.figure.id)):
        for key in _keys(each):
            blocks[key].append(each)
    seen = set()
    for block in blocks.values():
        for i, a in enumerate(block[:MOST]):
            for b in block[i + 1 : MOST]:
                pair = (a.figure.id, b.figure.id)
                known = a.whose is not None and b.whose is not None
                others = not (a.credited or b.credited) and known and a.whose != b.whose
                if a.page.id != b.page.id and pair not in seen and not others:
                    seen.add(pair)
                    yield a, b


def _keys(each: Told) -> Iterator[tuple[object, ...]]:
    figure = each.figure
    yield "value", figure.value
    yield "measure", each.statement.family, each.statement.of, figure.unit if figure.measure == "assets" else None
    digits = f"{figure.value:.0f}".rstrip("0")
    if len(digits) > 1:
        yield "digits", digits
