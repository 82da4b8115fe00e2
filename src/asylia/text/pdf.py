"""PDF with a text layer, through PDFium; pages written from right to left through pypdf, which keeps their order.

The characters that offsets point to are the text of the pages, one after the other, divided by form feeds.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError
from pypdfium2 import raw

from asylia.language.scripts import is_right_to_left
from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import LimitError, ReadError
from asylia.text.blocks import goes_on
from asylia.text.kinds import Block
from asylia.text.limits import MAX_PAGES, check_text
from asylia.text.pieces import Piece, joined, piece
from asylia.text.plain import Origin, read_blocks

LAYER = "pdf.1"
RECOGNISED = "ocr.1"
_SCANNED = 20  # characters a page; below, the text layer is a stamp or nothing
_LINE = re.compile(r"[^\r\n\f]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]\s*\Z")
_LEADERS = re.compile(r"(?:\. ?){5,}\s*\d*\s*\Z|[…·]{3,}\s*\d+\s*\Z")
_WORD = re.compile(r"[^\W\d_]+")
# Words of Arabic, Persian, Urdu, Hebrew that no reversed word looks like.
_COMMON = frozenset("في من على إلى عن التي الذي هذا هذه کان که این است از در را برای های نے کے میں של לא כי".split())
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pág|p|s|стр|страница|sayfa|trang|صفحة|صفحه|第)\W*)?\d{1,3}"
    r"(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,3})?\s*(?:页|頁|쪽)?\W*\Z",
    re.IGNORECASE,
)
_MARGIN = 3  # lines at either end of a page that may be its running head or foot
# Everything that pypdf has been seen to raise on damaged files.
_BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError, ArithmeticError,
           AssertionError, NotImplementedError, struct.error, zlib.error)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
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


def read_pdf(capture: Capture, data: bytes) -> Document:
    """The document in a PDF; ReadError where it is damaged, locked, or pictures only."""
    pages, lines = _pages(capture, data)
    if sum(len(page.strip()) for page in pages) < _SCANNED * len(pages):
        raise ReadError(
            f"{capture.name}: its pages are pictures without a text layer. Install tesseract and the `ocr` extra to have them recognised."
        )
    notes = ("pages_without_text",) if any(len(page.strip()) < _SCANNED for page in pages) else ()
    return _document(capture, pages, lines, Origin(LAYER, notes=notes))


def needs_recognition(capture: Capture, data: bytes) -> bool:
    """Whether the PDF is made of pictures, so that only character recognition can read it."""
    pages, _ = _pages(capture, data)
    return sum(len(page.strip()) for page in pages) < _SCANNED * len(pages)


def read_recognised(capture: Capture, pages: Sequence[str]) -> Document:
    """The document of pages whose text somebody else recognised; its quotes need a look at the picture."""
    source = "\f".join(pages)
    lines = [_Line(found.start(), found.end(), source.count("\f", 0, found.start())) for found in _LINE.finditer(source)]
    return _document(capture, list(pages), lines, Origin(RECOGNISED, notes=("ocr",)))


def _pages(capture: Capture, data: bytes) -> tuple[list[str], list[_Line]]:
    """The text of every page, and its lines with their places."""
    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise ReadError(f"{capture.name}: the PDF is {'locked with a password' if locked else 'damaged'}.") from error
    try:
        count = len(book)
        if count > MAX_PAGES:
            raise LimitError(f"{capture.name}: {count:,} pages; at most {MAX_PAGES:,} are read. Split the file.")
        if not count:
            raise ReadError(f"{capture.name}: the PDF has no pages.")
        return _read_pages(capture, data, book)
    finally:
        book.close()


def _read_pages(capture: Capture, data: bytes, book: pypdfium2.PdfDocument) -> tuple[list[str], list[_Line]]:
    pages: list[str] = []
    lines: list[_Line] = []
    at = 0
    for number in range(len(book)):
        text, found = _page(book, number)
        if _runs_right_to_left(text) and _forward(text) < 0:
            text = _logical(data, number, text)
            found = [_Line(*line.span(), number) for line in _LINE.finditer(text)]
        lines += [_Line(line.start + at, line.end + at, number, line.top, line.foot, line.left, line.size) for line in found]
        pages.append(text)
        at += len(text) + 1
        check_text(at, capture.name)
    return pages, lines


def _page(book: pypdfium2.PdfDocument, number: int) -> tuple[str, list[_Line]]:
    """One page's text as PDFium orders it; a page that cannot be loaded is empty."""
    try:
        page = book[number]
        layer = page.get_textpage()
        text = layer.get_text_range()
    except pypdfium2.PdfiumError:
        return "", []
    lines = []
    exact = len(text) == layer.count_chars()
    for found in _LINE.finditer(text):
        stripped = found.group().strip()
        if not stripped:
            continue
        top = foot = left = size = 0.0
        if exact:
            first = found.start() + found.group().index(stripped)
            left, _, _, top = layer.get_charbox(first, loose=True)
            foot = layer.get_charbox(first + len(stripped) - 1, loose=True)[3]
            size = float(raw.FPDFText_GetFontSize(layer.raw, first))
        lines.append(_Line(found.start(), found.end(), number, top, foot, left, size))
    return text, lines


def _runs_right_to_left(text: str) -> bool:
    letters = [char for char in text[:4000] if char.isalpha()]
    return sum(map(is_right_to_left, letters)) * 3 > len(letters) > 0


def _forward(text: str) -> int:
    """How many common words of right-to-left languages read forward, less those that read backward."""
    words = _WORD.findall(text)
    return sum((word in _COMMON) + word.startswith("ال") - (word[::-1] in _COMMON) - word.endswith("لا") for word in words)


def _logical(data: bytes, number: int, visual: str) -> str:
    """The page in reading order: as pypdf has it, or else with the letters of every line turned round."""
    try:
        text = pypdf.PdfReader(io.BytesIO(data)).pages[number].extract_text()
    except _BROKEN:
        text = ""
    return text if _forward(text) > 0 else "\n".join(line[::-1] for line in visual.splitlines())


def _document(capture: Capture, pages: list[str], lines: list[_Line], origin: Origin) -> Document:
    source = "\f".join(pages)
    kept = _without_margins(source, lines, len(pages))
    title, rest = _title(source, kept)
    found = [Block(made, raw=" ") for group in _paragraphs(source, rest) if (made := _joined(source, group)).text]
    return read_blocks(capture, found, Origin(origin.layer, origin.charset, origin.notes, title))


def _without_margins(source: str, lines: list[_Line], pages: int) -> list[_Line]:
    """Without running heads and feet, page numbers and tables of contents."""
    by_page: dict[int, list[_Line]] = {}
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


def _same(source: str, line: _Line) -> str:
    return _NUMBER.sub("0", " ".join(source[line.start : line.end].split()))


def _title(source: str, lines: list[_Line]) -> tuple[Piece | None, list[_Line]]:
    """The largest lines of the first page with text, where they are clearly larger than the text; and the other lines."""
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
    return _joined(source, chosen), [line for line in lines if line.start not in taken]


def _paragraphs(source: str, lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines grouped into paragraphs, by the space between them where that is known, else by how they end."""
    gaps = sorted(a.foot - b.top for a, b in zip(lines, lines[1:], strict=False) if a.page == b.page and 0 < a.foot - b.top < 60)
    usual = gaps[len(gaps) * 2 // 5] if gaps else 0.0
    group: list[_Line] = []
    for line in lines:
        if group and _breaks(source, group[-1], line, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(source: str, before: _Line, line: _Line, usual: float) -> bool:
    """Whether a new paragraph begins with this line."""
    above, below = source[before.start : before.end].strip(), source[line.start : line.end].strip()
    if before.page != line.page:
        return not (goes_on(above, below) or _HYPHEN.search(above))
    if before.size and line.size and abs(before.size - line.size) > 0.08 * max(before.size, line.size):
        return True
    if usual and before.top and line.top:
        gap = before.foot - line.top
        indented = line.left - before.left > 6 and above[-1:] in (".", "!", "?", "。", "”", "»", ")") and not is_right_to_left(below[:1] or " ")
        return gap > 1.35 * usual or gap < -usual or indented
    return not (goes_on(above, below) or _HYPHEN.search(above))


def _joined(source: str, group: list[_Line]) -> Piece:
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
    return bool(before and after) and all("\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" for char in (before[-1], after[0]))
