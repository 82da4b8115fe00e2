"""The lines of a PDF's pages: without running heads and feet, and joined into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from asylia.language.scripts import is_right_to_left
from asylia.text.blocks import goes_on
from asylia.text.pieces import Piece, joined, piece

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]\s*\Z")
_LEADERS = re.compile(r"(?:\. ?){5,}\s*\d*\s*\Z|[…·]{3,}\s*\d+\s*\Z")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pág|p|s|стр|страница|sayfa|trang|صفحة|صفحه|第)\W*)?\d{1,3}"
    r"(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,3})?\s*(?:页|頁|쪽)?\W*\Z",
    re.IGNORECASE,
)
_MARGIN = 3  # lines at either end of a page that may be its running head or foot


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its span in the source, and where and how large it is set (0 where that is not known).

    PDFium makes one line of two where a hyphen divides a word, so a line has a `top` and a `foot`.
    """

    start: int
    end: int
    page: int
    top: float = 0.0
    foot: float = 0.0
    left: float = 0.0
    size: float = 0.0


def without_margins(source: str, lines: list[Line], pages: int) -> list[Line]:
    """Without running heads and feet, page numbers and tables of contents."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = {page: [*rows[:_MARGIN], *rows[-_MARGIN:]] for page, rows in by_page.items()}
    seen = Counter(key for rows in edges.values() for key in {_same(source, row) for row in rows})
    usual = max(2, round(0.4 * pages))
    dropped = {
        row.start for rows in edges.values() for row in rows
        if (seen[_same(source, row)] >= usual and pages > 1) or _PAGE_NUMBER.match(source[row.start : row.end])
    }  # fmt: skip
    return [line for line in lines if line.start not in dropped and not _LEADERS.search(source[line.start : line.end])]


def _same(source: str, line: Line) -> str:
    return _NUMBER.sub("0", " ".join(source[line.start : line.end].split()))


def title_of(source: str, lines: list[Line]) -> tuple[Piece | None, list[Line]]:
    """The largest lines of the first page, where they are clearly larger than the text; and the other lines."""
    sizes = [line.size for line in lines if line.size]
    if not sizes:
        return None, lines
    usual = median(sizes)
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    begin = next(at for at, line in enumerate(first) if line.size >= 0.97 * largest)
    chosen = list(takewhile(lambda line: line.size >= 0.97 * largest, first[begin:]))
    if largest < 1.15 * usual or len(chosen) > 5:
        return None, lines
    taken = {line.start for line in chosen}
    return paragraph(source, chosen), [line for line in lines if line.start not in taken]


def paragraphs(source: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Lines grouped into paragraphs, by the space between them where that is known, else by how they end."""
    gaps = sorted(a.foot - b.top for a, b in pairwise(lines) if a.page == b.page and 0 < a.foot - b.top < 60)
    usual = gaps[len(gaps) * 2 // 5] if gaps else 0.0
    group: list[Line] = []
    for line in lines:
        if group and _breaks(source, group[-1], line, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(source: str, before: Line, line: Line, usual: float) -> bool:
    """Whether a new paragraph begins with this line."""
    above, below = source[before.start : before.end].strip(), source[line.start : line.end].strip()
    if before.page != line.page:
        return not (goes_on(above, below) or _HYPHEN.search(above))
    if before.size and line.size and abs(before.size - line.size) > 0.08 * max(before.size, line.size):
        return True
    if usual and before.top and line.top:
        gap = before.foot - line.top
        indented = (
            line.left - before.left > 6
            and above[-1:] in (".", "!", "?", "。", "”", "»", ")")
            and not is_right_to_left(below[:1] or " ")
        )
        return gap > 1.35 * usual or gap < -usual or indented
    return not (goes_on(above, below) or _HYPHEN.search(above))


def paragraph(source: str, group: list[Line]) -> Piece:
    """One paragraph; a word divided at a line's end is whole again."""
    made: Piece | None = None
    for line in group:
        part = piece(source, line.start, line.end)
        if not part.text:
            continue
        if made is None:
            made = part
            continue
        hyphen = _HYPHEN.search(made.text)
        if hyphen is not None and part.text[:1].islower():
            made = joined([made.cut(0, hyphen.start()), part], "")
        else:
            unspaced = _unspaced_join(made.text, part.text)
            made = joined([made, part], "" if unspaced else " ")
    return made or Piece("", ())


def _unspaced_join(before: str, after: str) -> bool:
    """Chinese and Japanese lines are joined without a space."""
    return bool(before and after) and all(
        "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" for char in (before[-1], after[0])
    )
