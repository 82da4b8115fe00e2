"""Tables as comma- or tab-separated text: every row is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import LimitError
from asylia.text.charset import Decoded
from asylia.text.compose import Parts, compose
from asylia.text.pieces import Piece, hole, joined, piece
from asylia.text.tongues import language_of

LAYER = "table.1"
MAX_ROWS = 50_000
_SUFFIXES = (".csv", ".tsv", ".tab")
_TYPES = ("text/csv", "text/tab-separated-values", "application/csv")


def is_table(capture: Capture, decoded: Decoded) -> bool:
    """Whether the text is a table: called one and built like one, or cut by tabs all the way down."""
    called = capture.name.lower().endswith(_SUFFIXES) or capture.media_type.split(";")[0].strip().lower() in _TYPES
    head = decoded.text[:20_000]
    lines = [line for line in head.splitlines() if line.strip()][:40]
    if len(decoded.text) > len(head):
        lines = lines[:-1]
    tabs = [line.count("\t") for line in lines]
    if len(lines) >= 3 and min(tabs, default=0) >= 1 and len(set(tabs)) == 1:
        return True
    return called and len(lines) >= 2 and _separator(head) is not None


def _separator(head: str) -> str | None:
    """The character that cuts every row into the same number of cells, two or more."""
    for mark in ("\t", ",", ";", "|"):
        widths = [len(row) for row, _ in zip(cells(head, mark), range(30), strict=False)][:-1] or [
            len(row) for row in cells(head, mark)
        ]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
        if usual >= 2 and widths.count(usual) >= 0.8 * len(widths):
            return mark
    return None


def cells(text: str, mark: str) -> Iterator[list[tuple[int, int]]]:
    """Rows as spans of their cells, quotation marks left out; what stands within these is content."""
    pattern = re.compile(rf"{re.escape(mark)}|\r\n|\n|\r")
    row: list[tuple[int, int]] = []
    at, size = 0, len(text)
    quoted_to_end = False
    while at <= size:
        start = at
        while start < size and text[start] == " ":
            start += 1
        close = -1
        if not quoted_to_end and text.startswith('"', start):
            close = _closing_quote(text, start + 1)
            quoted_to_end = close < 0  # no quotation mark closes any more: they are content from here on
        if close >= 0:
            row.append((start + 1, close))
            found = pattern.search(text, close + 1)
        else:
            found = pattern.search(text, at)
            row.append((at, found.start() if found else size))
        if found is None:
            yield row
            return
        at = found.end()
        if found.group() != mark:
            yield row
            row = []


def _closing_quote(text: str, at: int) -> int:
    while True:
        at = text.find('"', at)
        if at < 0 or not text.startswith('""', at):
            return at
        at += 2


def read_table(capture: Capture, decoded: Decoded) -> Document:
    """Rows as paragraphs, cells divided by " | "; empty rows, and empty cells at a row's end, are left out."""
    text = decoded.text
    mark = _separator(text[:20_000]) or "\t"
    rows: list[Piece] = []
    for number, row in enumerate(cells(text, mark)):
        if number > MAX_ROWS:
            raise LimitError(f"{capture.name}: more than {MAX_ROWS:,} rows. Split the table and add the parts.")
        made = [piece(text, start, end) for start, end in row]
        while made and not made[-1].text:
            made.pop()
        if made:
            placed = [each if each.text else hole(row[at][0]) for at, each in enumerate(made)]
            rows.append(joined(placed, " | "))
    language = language_of("\n".join(row.text for row in rows[:200]))
    return compose(
        capture, Parts(LAYER, None, rows, language, charset=decoded.charset, notes=(*decoded.notes, "table"))
    )
