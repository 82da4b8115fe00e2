"""Features: what the weights see of a number: its noun and the acts done to it, its clause, and the figure before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asylia.claims.figures.counts import Count
from asylia.claims.figures.deeds import strongest
from asylia.claims.figures.layout import Layout
from asylia.claims.scan import Scan
from asylia.language.numbers import Number
from asylia.lexicon.matcher import Cue

_CLAUSE = (
    "counted", "doing", "act", "agent", "role", "cause", "evidence", "sum", "culprit", "portion", "flow", "told",
    "stance", "outcome", "doer", "tally", "toward", "refer",
)  # fmt: skip
_STATES = ("country", "nationality", "capital", "city")
_AROUND = 2  # sentences on either side whose evidence is seen
_SMALL, _MANY = 12, 4


def seen(
    layout: Layout, number: Number, count: Count | None, deeds: Sequence[Cue], last: str | None
) -> tuple[str, ...]:
    """Each feature once; `last` is the measure of the figure before."""
    found = [*_shape(layout, number, count), *_linked(count, deeds, last), *_in_clause(layout, number)]
    found += [f"S {kind} {cue.code}" for kind in ("counted", "doing") for cue in layout.sentence.of(kind)]
    found += _scope(layout.scan, layout.sentence.index)
    return tuple(dict.fromkeys(found))


def _shape(layout: Layout, number: Number, count: Count | None) -> Iterator[str]:
    digits = len(str(int(abs(number.value))))
    code = count.code if count is not None else "-"
    others = [one for one in layout.sentence.numbers if one.role == "count"]
    yield from ("bias", f"in {layout.scan.language}", f"role {number.role}", f"unit {number.unit}")
    yield from (f"shape {number.shape}", f"bound {number.bound}", f"digits {digits}", f"V {code} {digits}")
    yield f"value {int(min(number.value, _SMALL))}"
    yield f"numbers {min(len(others), _MANY)}"
    yield f"first {not any(one.start < number.start for one in others)}"
    yield from (f"beside {one.unit}" for one in others if one is not number)


def _linked(count: Count | None, deeds: Sequence[Cue], last: str | None) -> Iterator[str]:
    """The noun counted, the acts that the grammar links with it, and the figure before."""
    code = count.code if count is not None else "-"
    deed = strongest(deeds)
    done = deed.code if deed is not None else "-"
    yield from (f"N {code}", f"D {done}", f"ND {code} {done}")
    if count is not None:
        yield from (f"NT {tag}" for tag in sorted(count.tags))
        yield from (f"DT {tag}" for one in deeds for tag in sorted(one.tags))
        yield from (f"D* {one.code}" for one in deeds)
        yield f"NV {code} {int(min(count.number.value, _SMALL + 1))}"
        yield f"back {count.back}"
    if last is not None:
        yield from (f"L {last}", f"LN {last} {code}")


def _in_clause(layout: Layout, number: Number) -> Iterator[str]:
    start, end = layout.clause(number.start, number.end)
    for cue in layout.sentence.of(*_CLAUSE):
        if start <= cue.start < end:
            yield f"C {cue.kind} {cue.code}"


def _scope(page: Scan, index: int) -> list[str]:
    """Words of the domain in the sentences around, and how many states this one names."""
    here, around = page.sentences[index], page.sentences[max(index - _AROUND, 0) : index + _AROUND + 1]
    states = {cue.code for cue in here.of(*_STATES)}
    return [
        *(f"E {cue.code}" for sentence in around for cue in sentence.of("evidence")),
        f"states {min(len(states), 3)}",
        f"programme {here.has('programme')}",
    ]
