"""Retellings: documents that tell again what another one tells, in other words or in another language.

Three signs: words lifted from it, short of a copy; the same particulars in the same order, which two writers who
did not know of each other do not arrive at; and a credit to an outlet whose own page is in the record.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from asylia.evidence.copies import Reuse, reuses
from asylia.evidence.sources import key_of, outlet_key
from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.document import Document
from asylia.model.entity import Entity, by_place
from asylia.model.trace import CopyGroup, Retelling

PARTICULARS = 5  # shared particulars that make a retelling …
NUMBERS = 4  # … so many of them numbers: the stages of one case come in one order by themselves …
PART = 0.6  # … if they are this part of what the shorter page tells …
IN_ORDER = 0.75  # … and stand in the same order but for this part
CYCLE = timedelta(days=21)
CROWD = 24  # a particular told by more pages than this is common knowledge


def retellings(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    entities: Iterable[Entity],
    copies: Iterable[CopyGroup],
    found: Iterable[Reuse] | None = None,
) -> tuple[Retelling, ...]:
    """Which document retells which, sorted; of each pair the later retells the earlier. Copies never retell.

    `found` are the verbatim reuses, where the caller has them already.
    """
    pages = {document.id: document for document in documents}
    unit = {key: key for key in pages}
    unit.update((document, group.id) for group in copies for document in group.documents)
    told = _told(claims, by_place(entities), pages)
    made: dict[tuple[str, str], Retelling] = {}
    signs = (_lifted(pages, found), _credited(pages, claims_of(told)), _same_particulars(pages, told))
    for sign in signs:
        for retelling in sign:
            if unit[retelling.document] != unit[retelling.source]:
                made.setdefault((retelling.document, retelling.source), retelling)
    return tuple(made[pair] for pair in sorted(made))


Told = Mapping[str, Sequence[tuple[int, Hashable, Claim]]]


def claims_of(told: Told) -> dict[str, list[Claim]]:
    """The claims of each page, in the order of the text."""
    return {key: [claim for _, _, claim in rows] for key, rows in told.items()}


def _told(claims: Iterable[Claim], places: Mapping[tuple[str, int, int], str], pages: Mapping[str, Document]) -> Told:
    """What each page tells, in order: particulars by which it may be known again in any language."""
    told: dict[str, list[tuple[int, Hashable, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.passage.document in pages:
            told[claim.passage.document].append((claim.passage.start, _particular(claim, places), claim))
    return {key: sorted(rows, key=lambda row: (row[0], row[2].id)) for key, rows in told.items()}


def _particular(claim: Claim, places: Mapping[tuple[str, int, int], str]) -> Hashable:
    if isinstance(claim, Figure):
        return ("figure", claim.value, claim.measure) if claim.value >= 4 else None
    if isinstance(claim, Report):
        return ("report", claim.methods[:1], claim.host, str(claim.date or "")) if claim.methods else None
    if isinstance(claim, Position):
        at = claim.actor
        actor = places.get((at.document, at.start, at.end))
        return ("position", claim.stance, actor) if actor else None
    return None


def _lifted(pages: Mapping[str, Document], found: Iterable[Reuse] | None) -> Iterator[Retelling]:
    for pair in found if found is not None else reuses(pages.values()):
        older, newer = sorted((pages[pair.left], pages[pair.right]), key=_age)
        share = pair.shared.left if newer.id == pair.left else pair.shared.right
        reason = f"{share:.0%} of it stands word for word in the other, {pair.shared.longest} words in one run"
        yield Retelling(newer.id, older.id, "retelling", reason)


def _credited(pages: Mapping[str, Document], claims: Mapping[str, Sequence[Claim]]) -> Iterator[Retelling]:
    """Pages that credit an outlet by its name, where that outlet's page of those weeks is here."""
    outlets: dict[str, list[Document]] = defaultdict(list)
    for page in sorted(pages.values(), key=_age):
        if page.outlet:
            outlets[outlet_key(page)].append(page)
    for key, found in claims.items():
        page = pages[key]
        for claim in found:
            for mention in claim.voice.mentions:
                owners = outlets.get(key_of(page.text[mention.start : mention.end]), ())
                near = [other for other in owners if _near(page, other) and other.outlet != page.outlet]
                if len(near) == 1:
                    yield Retelling(page.id, near[0].id, _kind(page, near[0]), "it credits the other's outlet by name")


def _same_particulars(pages: Mapping[str, Document], told: Told) -> Iterator[Retelling]:
    """Pages that tell the same particulars in the same order, within one news cycle."""
    holders: dict[Hashable, set[str]] = defaultdict(set)
    firsts = {key: _firsts(rows) for key, rows in told.items()}
    for key, particulars in firsts.items():
        for particular in particulars:
            holders[particular].add(key)
    counts: Counter[tuple[str, str]] = Counter()
    for held in holders.values():
        if len(held) <= CROWD:
            counts.update(combinations(sorted(held), 2))
    for (left, right), shared in counts.items():
        least = min(len(firsts[left]), len(firsts[right]))
        older, newer = sorted((pages[left], pages[right]), key=_age)
        if shared < PARTICULARS or shared < PART * least or not _near(older, newer):
            continue
        both = [particular for particular in firsts[left] if particular in firsts[right]]
        numbers = sum(isinstance(particular, tuple) and particular[0] == "figure" for particular in both)
        order = [firsts[right][particular] for particular in both]
        if numbers >= NUMBERS and _rising(order) >= IN_ORDER * len(order):
            reason = f"{shared} of its {len(firsts[newer.id])} particulars stand in the other, in the same order"
            yield Retelling(newer.id, older.id, _kind(newer, older), reason)


def _firsts(rows: Sequence[tuple[int, Hashable, Claim]]) -> dict[Hashable, int]:
    """The first place of each particular, in the order of the text."""
    found: dict[Hashable, int] = {}
    for place, particular, _ in rows:
        if particular is not None:
            found.setdefault(particular, place)
    return found


def _rising(values: Sequence[int]) -> int:
    """The length of the longest rising run that can be picked from the values."""
    tails: list[int] = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)


def _near(a: Document, b: Document) -> bool:
    return a.published is None or b.published is None or a.published.gap(b.published) <= CYCLE


def _kind(page: Document, source: Document) -> str:
    return "translation" if page.language and source.language and page.language != source.language else "retelling"


def _age(document: Document) -> tuple[str, str]:
    return (document.published.iso() if document.published else "9999", document.id)
