"""Draft: a report in the making, before doubles are removed and voices are added."""

from __future__ import annotations

from dataclasses import dataclass, replace

from asylia.lexicon.matcher import Cue
from asylia.model.dates import Date
from asylia.model.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a clause says was done. `key` are the canonical mentions of `persons`; `how` is how they were found."""

    start: int
    end: int
    sentence: int
    paragraph: int
    methods: tuple[str, ...]
    persons: tuple[Mention, ...] = ()
    key: tuple[Mention, ...] = ()
    how: str = "none"
    relative: bool = False
    origin: str | None = None
    host: str | None = None
    said_host: bool = False  # the act's own sentence gives the host
    place: Cue | None = None
    aloft: bool = False  # taken out of the air: no state was host
    date: Date | None = None
    outcome: str | None = None
    modality: str = "asserted"
    weight: float = 0.0
    rule: str = "act"
    at: tuple[int, int] = (-1, -1)  # the last word for the act

    def with_(self, **changes: object) -> Draft:
        """A changed copy."""
        return replace(self, **changes)  # type: ignore[arg-type]


def merged(left: Draft, right: Draft) -> Draft:
    """One draft of two acts told together: all methods in order, what the one does not say from the other."""
    methods = tuple(dict.fromkeys((*left.methods, *right.methods)))
    persons = left.persons or right.persons
    return left.with_(
        start=min(left.start, right.start),
        end=max(left.end, right.end),
        methods=methods,
        persons=persons,
        key=left.key or right.key,
        how=left.how if left.how != "none" else right.how,
        host=left.host or right.host,
        said_host=left.said_host or right.said_host,
        place=left.place or right.place,
        aloft=left.aloft or right.aloft,
        date=left.date or right.date,
        outcome=right.outcome or left.outcome,
        weight=max(left.weight, right.weight),
        at=max(left.at, right.at),
    )
