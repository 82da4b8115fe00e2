"""Tables: a number in a cell is counted by its column's heading, its row's period and its row's place.

"year | returns" over "2014 | 680" says what a sentence would say in one breath. A column whose heading names a measure
holds counts; a long table has a column that names the measure of each row, and another for its value.
"""

from __future__ import annotations

from collections.abc import Iterator

from asylia.claims.figures.columns import Cell, Columns, columns_of, country_of, measure_of, period_of, rows_of
from asylia.claims.figures.rules import RULES
from asylia.claims.scan import Scan
from asylia.language.numbers import Number
from asylia.model.claim import Figure, Passage, Voice
from asylia.model.document import Document
from asylia.model.mention import Mention


def is_table(document: Document) -> bool:
    """Whether the document was read as a table."""
    return document.layer.startswith("table")


def tallies(scan: Scan) -> bool:
    """Whether the document is a table that counts something of the domain by period: its headings are its scope."""
    columns = columns_of(scan, list(rows_of(scan))) if is_table(scan.document) else None
    return columns is not None and columns.period is not None


def find(scan: Scan, origin: str | None) -> tuple[Figure, ...]:
    """A figure for every counted cell, in the order of the table."""
    rows = list(rows_of(scan))
    columns = columns_of(scan, rows)
    if columns is None:
        return ()
    return tuple(figure for row in rows[1:] for figure in _of_row(scan, row, columns, origin))


def _of_row(scan: Scan, row: list[Cell], columns: Columns, origin: str | None) -> Iterator[Figure]:
    measures = dict(columns.counted)
    named = _cell(row, columns.measure)
    told = measure_of(scan, named) if named else None
    if told and columns.value is not None:
        measures[columns.value] = told
    for at, measure in sorted(measures.items()):
        number = _number(row[at]) if at < len(row) else None
        if number is not None:
            yield _figure(scan, row, columns, (measure, number), origin)


def _number(cell: Cell) -> Number | None:
    """The one count of a cell; a share, a sum of money or two numbers are none."""
    inside = [one for one in cell.row.numbers if cell.start <= one.start and one.end <= cell.end]
    return inside[0] if len(inside) == 1 and inside[0].unit is None else None


def _figure(scan: Scan, row: list[Cell], columns: Columns, counted: tuple[str, Number], origin: str | None) -> Figure:
    document, rule = scan.document, RULES["cell"]
    measure, number = counted
    when, where, by = (_cell(row, column) for column in (columns.period, columns.place, columns.state))
    period = period_of(scan, when) if when else None
    place, state = (country_of(scan, cell) if cell else None for cell in (where, by))
    programmes = row[0].row.of("programme")
    start, end = row[0].start, row[-1].end
    return Figure(
        passage=Passage(document.id, document.layer, start, end, document.text[start:end], document.text),
        slot=f"{measure}|{number.value:g}|{number.start - start}",
        rule=rule.rule,
        voice=_voice(scan, row, columns),
        confidence=rule.confidence,
        value=number.value,
        upper=number.upper,
        bound=number.bound,
        strict=number.strict,
        wording=number.wording,
        measure=measure,
        since=period[0] if period else None,
        until=period[1] if period else None,
        countries=(place,) if place else (),
        origin_state=state or origin,
        programme=programmes[0].code if programmes else None,
    )


def _cell(row: list[Cell], column: int | None) -> Cell | None:
    """The cell of a column where the row has it, and something stands in it."""
    cell = row[column] if column is not None and column < len(row) else None
    return cell if cell is not None and cell.end > cell.start else None


def _voice(scan: Scan, row: list[Cell], columns: Columns) -> Voice:
    cell = _cell(row, columns.source)
    if cell is None:
        return Voice()
    origin = Mention(scan.document.id, cell.start, cell.end, "organisation", "origin")
    return Voice(origin, origin)
