"""Draft: a figure while the grammar is still at work on it."""

from __future__ import annotations

from dataclasses import dataclass

from asylia.claims.figures.counts import Count
from asylia.claims.figures.layout import Layout
from asylia.language.numbers import Number
from asylia.lexicon.matcher import Cue
from asylia.model.dates import Date

PERSON_MEASURES = (
    "returns", "targets", "captures", "abductions", "killings", "detentions", "relatives", "signatories", "requests",
    "notices", "disciplined", "population", "other",
)  # fmt: skip
# Measures of what stands at a date, rather than of what happens in a period.
STOCKS = ("stations", "treaties", "population")


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with its measure and the words that carry it. `number` and `layout` say where it stands.

    `core` is the span of number, noun and act; `total` the place of the number that this
    one is a part of.
    """

    layout: Layout
    number: Number
    measure: str
    rule: str
    core: tuple[int, int]
    deeds: tuple[Cue, ...] = ()
    unit: str | None = None
    flow: str | None = None
    total: int | None = None
    since: Date | None = None
    until: Date | None = None
    countries: tuple[str, ...] = ()
    narrow: bool = False  # the number's own phrase carries it, not the clause
    keeps: str = ""  # keeps the period of a draft before: of its "sentence" or of its "paragraph"
    amount: bool = False  # a price or a reward has no period
    after: int | None = None  # the place of the number whose statement this one goes on with
    where: bool = False  # its clause begins with "where": place and date stand in the clause before

    @property
    def value(self) -> float:
        """The number's value."""
        return self.number.value


def draft(layout: Layout, count: Count, measure: str, rule: str, deeds: tuple[Cue, ...] = ()) -> Draft:
    """The draft of a count; its core runs over the noun and the acts in the same clause or the next."""
    near = [deed for deed in deeds if layout.apart(deed.start, count.start) <= 1]
    start = min([count.start, *(deed.start for deed in near)])
    end = max([count.end, *(deed.end for deed in near)])
    clause, _ = layout.clause(start, end)
    where = any(0 <= cue.start - clause <= 2 for cue in layout.of("where"))
    return Draft(layout, count.number, measure, rule, (start, end), deeds, where=where)
