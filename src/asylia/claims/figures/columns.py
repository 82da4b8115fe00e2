"""Columns: what each column of a table holds, by its heading and its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue
from asylia.model.dates import Date

SEPARATOR = " | "
_HALF = 0.5  # of a column's cells hold the sort of thing that it is a column of
_ISO = r"[12]\d{3}(?:-\d{2}){0,2}"
_PERIOD = re.compile(rf"({_ISO})(?:\s*(?:/|–|—|\.\.|to)\s*({_ISO}))?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's span and the row in which it stands."""

    start: int
    end: int
    row: SentenceScan

    def of(self, *kinds: str) -> list[Cue]:
        """The cues of these kinds inside the cell."""
        return [cue for cue in self.row.of(*kinds) if self.start <= cue.start and cue.end <= self.end]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what: the measure of each counted column, and where the others stand."""

    counted: dict[int, str]
    measure: int | None = None
    value: int | None = None
    period: int | None = None
    place: int | None = None
    state: int | None = None
    source: int | None = None


def rows_of(scan: Scan) -> Iterator[list[Cell]]:
    """The rows as cells; a cell that was empty is an empty span."""
    for sentence in scan.sentences:
        inside = re.finditer(re.escape(SEPARATOR), scan.text[sentence.start : sentence.end])
        starts = [sentence.start, *(sentence.start + found.end() for found in inside), sentence.end + len(SEPARATOR)]
        yield [Cell(start, after - len(SEPARATOR), sentence) for start, after in pairwise(starts)]


def columns_of(scan: Scan, rows: Sequence[list[Cell]]) -> Columns | None:
    """What the columns hold; None where no column counts anything of the domain."""
    if len(rows) < 2:
        return None
    head, body = rows[0], rows[1:]
    named = [scan.text[cell.start : cell.end].strip().casefold() for cell in head]
    headings = scan.lexicon.table("columns")
    by_name = {role: next((i for i, n in enumerate(named) if n in headings[role]), None) for role in headings}
    period = _holding(body, len(head), lambda cell: period_of(scan, cell) is not None, ())
    state = by_name["state"]
    place = _holding(body, len(head), lambda cell: country_of(scan, cell) is not None, (period, state))
    known = {at for at in (period, place, state, by_name["source"]) if at is not None}
    counted = {}
    for at, cell in enumerate(head):
        measure = measure_of(scan, cell) if at not in known else None
        if measure is not None and _share(body, at, lambda one: _digits(scan, one)) > _HALF:
            counted[at] = measure
    telling = _holding(body, len(head), lambda cell: measure_of(scan, cell) is not None, tuple(known))
    value = by_name["value"]
    if not counted and (telling is None or value is None):
        return None
    return Columns(counted, telling, value, period, place, state, by_name["source"])


def measure_of(scan: Scan, cell: Cell) -> str | None:
    """The measure that a heading, or a cell of a long table, names: by its code or in words."""
    name = scan.text[cell.start : cell.end].strip().casefold()
    codes = [row["code"] for row in scan.lexicon.table("measures")["measure"]]
    if name in codes:
        return name
    done = [cue.code for cue in cell.of("doing") if cue.code in codes]
    things = [cue.code for cue in cell.of("counted") if cue.code in codes and cue.code != "countries"]
    return next(iter([*done, *things]), None)


def period_of(scan: Scan, cell: Cell) -> tuple[Date, Date] | None:
    """The first and last date of a cell that holds a year, a month, or two of them; "2021 Jan–Nov" too."""
    text = scan.text[cell.start : cell.end].strip()
    iso = _PERIOD.fullmatch(text)
    if iso is not None:
        try:
            return Date.parse(iso[1]), Date.parse(iso[2] or iso[1])
        except ValueError:
            return None
    for date in cell.row.dates:
        if cell.start <= date.start and date.end <= cell.end and date.end - date.start >= len(text) - 2:
            return (date.since, date.until) if date.since and date.until else None
    return None


def country_of(scan: Scan, cell: Cell) -> str | None:
    """The country that a cell holds, by its name or its ISO 3166 code."""
    text = scan.text[cell.start : cell.end].strip()
    if re.fullmatch(r"[A-Z]{2}", text):
        return text
    return next((cue.code for cue in cell.of("country") if cue.end - cue.start >= len(text) - 4), None)


def _digits(scan: Scan, cell: Cell) -> bool:
    return any(char.isdigit() for char in scan.text[cell.start : cell.end])


def _share(body: Sequence[list[Cell]], at: int, test: Callable[[Cell], bool]) -> float:
    filled = [row[at] for row in body if at < len(row) and row[at].end > row[at].start]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def _holding(
    body: Sequence[list[Cell]], width: int, test: Callable[[Cell], bool], apart: Collection[int | None]
) -> int | None:
    """The first column most of whose cells pass the test."""
    return next((at for at in range(width) if at not in apart and _share(body, at, test) > _HALF), None)
