"""Places: the countries that a figure is counted in, and the state that a page is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from asylia.claims.figures.draft import Draft
from asylia.claims.figures.layout import AND, PLACES, Layout
from asylia.claims.figures.writing import writing_of
from asylia.claims.scan import Scan
from asylia.language.fold import fold
from asylia.lexicon.matcher import Cue

_NEAR = 25  # where sentences have few commas, a place further before the number belongs to somebody else
_ENDINGS = ("으로", "로 ", "'ye ", "'ya ", "'e ", "'a ", "へ")  # Korean, Turkish, Japanese: where to
_IN = tuple([word] for word in ("in", "en", "au", "aux", "в", "во", "ở", "tại", "في", "در", "im"))
_WITHIN = ("에서", "에 ", "で", "に", "国内", "國內", "'da", "'de", "'ta", "'te")  # the same behind the place
_PREPOSED = ("en", "es", "fr", "de", "ru", "vi")
_AGENTS = 24  # "Turkish intelligence", "China's embassy": how far the agent may stand from its state


def origin_state(scan: Scan) -> str | None:
    """The state whose agents the page is about: named most, above all beside its agents and its people."""
    votes: Counter[str] = Counter()
    outlet = fold(scan.document.outlet or "")
    reach = _AGENTS // 4 if writing_of(scan.language).left else _AGENTS
    for sentence in scan.sentences:
        if sentence.paragraph < 0:
            continue
        agents = [cue for cue in sentence.of("evidence") if cue.code == "agent"]
        people = [cue for cue in sentence.of("counted") if "target" in cue.tags]
        for cue in sentence.of("country", "nationality", "capital"):
            if _signed(scan, cue, outlet):
                continue
            votes[cue.code] += 1 if _located(scan.folded, cue) else 2
            if any(_attached(scan, cue, agent, reach) for agent in agents):
                votes[cue.code] += 2
            if any(_attached(scan, cue, person, reach) for person in people):
                votes[cue.code] += 2
        returns = [
            deed.end for deed in sentence.of("doing") if deed.code == "returns" and not deed.tags & {"expel", "to"}
        ]
        for cue in sentence.of(*PLACES) if returns else ():
            if cue.start > returns[0] and _toward(sentence.of("toward"), cue, scan.folded):
                votes[cue.code] += 4
        for cue in sentence.of("programme", "institution"):
            for tag in sorted(cue.tags):
                if tag.startswith("state:"):
                    votes[tag.removeprefix("state:").upper()] += 3
    return max(votes, key=lambda code: votes[code], default=None)  # of equals the one named first


def _signed(scan: Scan, place: Cue, outlet: str) -> bool:
    """Whether the place is a word of the page's own name: "Exile Monitor Berlin has counted"."""
    word = scan.folded[place.start : place.end]
    at = outlet.find(word)
    if at < 0 or word == outlet:
        return False
    return scan.folded.startswith(outlet, place.start - at)


def _located(folded: str, place: Cue) -> bool:
    """ "in Thailand", 태국에서: where things happen is more often the host than the state that acts."""
    before = folded[max(place.start - 7, 0) : place.start].split()[-1:]
    return before[:1] in _IN or folded[place.start - 1 : place.start] == "在" or folded.startswith(_WITHIN, place.end)


def _attached(scan: Scan, state: Cue, noun: Cue, reach: int) -> bool:
    """Whether a state and an agent or a person stand side by side: "Turkish intelligence", "opposants rwandais"."""
    low, high = (state.end, noun.start) if state.end <= noun.start else (noun.end, state.start)
    gap = scan.folded[low:high]
    return len(gap) <= reach and not any(mark in gap for mark in ",;:.،、。(")


def counted_in(one: Draft, span: tuple[int, int], origin: str | None) -> tuple[str, ...]:
    """The places named in the figure's clause, in order, without the state that acts and without adjectives."""
    if one.countries or one.amount or one.measure == "growth":
        return one.countries
    layout = one.layout
    low, high = _between_neighbours(one)
    spans = [(max(span[0], one.core[0] - _NEAR), span[1]) if layout.writing.left else span, *_leading(one, span)]
    found = [
        cue.code
        for cue in layout.of(*PLACES)
        if any(a <= cue.start and cue.end <= z for a, z in spans)
        and low <= cue.start < high
        and cue.code != origin
        and not _adjunct(layout, cue.end)
        and not _destination(layout, one, cue)
        and (_linked(layout, cue) or not (one.flow == "part" or one.measure in ("share", "other")))
    ]
    return tuple(dict.fromkeys(found))


def _between_neighbours(one: Draft) -> tuple[int, int]:
    """A place behind the next number of the sentence, or before the one before, belongs to that number."""
    start, end = one.core
    others = [number for number in one.layout.numbers if number.unit is None and not start <= number.start < end]
    before = [number.end for number in others if number.end <= start]
    behind = [number.start for number in others if number.start >= end]
    return max(before, default=one.layout.sentence.start), min(behind, default=one.layout.sentence.end)


def _linked(layout: Layout, place: Cue) -> bool:
    """Whether a preposition stands before the place or its list; not every language writes them apart."""
    if layout.scan.language not in _PREPOSED:
        return True
    marks = [*layout.of("linker"), *layout.of("toward")]
    at, folded = place.start, layout.scan.folded
    for cue in reversed([cue for cue in layout.of(*PLACES) if cue.end <= place.start]):
        if len(folded[cue.end : at]) > 6:
            break
        at = cue.start
    return any(0 <= at - mark.end <= 5 and folded[mark.start : mark.end] not in AND for mark in marks)


def _leading(one: Draft, span: tuple[int, int]) -> list[tuple[int, int]]:
    """ "In Britain, …": the place at the head of the sentence holds for its first clause; ", where" points back."""
    layout = one.layout
    if one.where and span[0] > layout.sentence.start:
        return [(layout.clause(span[0] - 2, span[0] - 1)[0], span[0])]
    if layout.apart(layout.sentence.start, span[0]) != 1 or one.narrow:
        return []
    start, end = layout.clause(layout.sentence.start, layout.sentence.start + 1)
    words = layout.folded(start, end).split()
    return [(start, end)] if len(words) <= 4 and (end - start <= 12 or not layout.writing.left) else []


def trailing(one: Draft, others: Sequence[Draft]) -> int:
    """Where the quote ends if the next clause only names places: ", in Amsterdam", ", among them Canada"."""
    layout = one.layout
    _, end = layout.clause(*one.core)
    if end >= layout.sentence.end or layout.folded(one.core[1], end).strip(" ,"):
        return one.core[1]
    start, finish = layout.clause(end, end + 1)
    if any(start <= other.number.start < finish for other in others):
        return one.core[1]
    for cue in layout.of(*PLACES):
        if start <= cue.start < finish:
            opening = layout.folded(start, cue.start).strip()
            linked = layout.within("linker", start, cue.start) or layout.within("portion", start, cue.start)
            return finish if linked and len(opening.split()) <= 3 else one.core[1]
    return one.core[1]


def _adjunct(layout: Layout, end: int) -> bool:
    """ "Britain's foreign secretary", "Hong Kong police": who acts is not where."""
    if layout.folded(end, end + 2) == "'s":
        return True
    return any(cue.code == "agent" and layout.folded(end, cue.start) == " " for cue in layout.of("evidence"))


def _destination(layout: Layout, one: Draft, cue: Cue) -> bool:
    """ "sent back to China": where people were taken is not where they were counted."""
    return one.measure == "returns" and _toward(layout.of("toward"), cue, layout.scan.folded)


def _toward(marks: Sequence[Cue], place: Cue, folded: str) -> bool:
    """Whether a word of direction stands before the place, with at most an article between, or its ending behind it."""
    return folded.startswith(_ENDINGS, place.end) or any(
        0 <= place.start - mark.end <= 5 and len(folded[mark.end : place.start].split()) <= 1 for mark in marks
    )
