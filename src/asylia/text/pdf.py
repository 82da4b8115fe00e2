"""PDF with a text layer, through PDFium; pages written from right to left through pypdf, which keeps their order.

The characters that offsets point to are the text of the pages, one after the other, divided by form feeds.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

from asylia.language.scripts import is_right_to_left
from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import LimitError, ReadError
from asylia.text.kinds import Block
from asylia.text.limits import MAX_PAGES, check_text
from asylia.text.pdf_lines import Line, paragraph, paragraphs, title_of, without_margins
from asylia.text.plain import Origin, read_blocks

LAYER = "pdf.1"
RECOGNISED = "ocr.1"
_SCANNED = 20  # characters a page; below, the text layer is a stamp or nothing
_LINE = re.compile(r"[^\r\n\f]+")
_WORD = re.compile(r"[^\W\d_]+")
# Words of Arabic, Persian, Urdu, Hebrew that no reversed word looks like.
_COMMON = frozenset(
    [
        "في",
        "من",
        "على",
        "إلى",
        "عن",
        "التي",
        "الذي",
        "هذا",
        "هذه",
        "کان",
        "که",
        "این",
        "است",
        "از",
        "در",
        "را",
        "برای",
        "های",
        "نے",
        "کے",
        "میں",
        "של",
        "לא",
        "כי",
    ]
)
# Everything besides its own errors that pypdf has been seen to raise on damaged files.
_BROKEN = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError, ArithmeticError,
    AssertionError, NotImplementedError, struct.error, zlib.error,
)  # fmt: skip


def read_pdf(capture: Capture, data: bytes) -> Document:
    """The document in a PDF; ReadError where it is damaged, locked, or pictures only."""
    pages, lines = _pages(capture, data)
    if sum(len(page.strip()) for page in pages) < _SCANNED * len(pages):
        raise ReadError(
            f"{capture.name}: its pages are pictures without a text layer. "
            "Install tesseract with the data of their language to have them recognised, then build again."
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
    lines = [Line(found.start(), found.end(), source.count("\f", 0, found.start())) for found in _LINE.finditer(source)]
    return _document(capture, list(pages), lines, Origin(RECOGNISED, notes=("ocr",)))


def _pages(capture: Capture, data: bytes) -> tuple[list[str], list[Line]]:
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


def _read_pages(capture: Capture, data: bytes, book: pypdfium2.PdfDocument) -> tuple[list[str], list[Line]]:
    pages: list[str] = []
    lines: list[Line] = []
    at = 0
    for number in range(len(book)):
        text, found = _page(book, number)
        if _runs_right_to_left(text) and _forward(text) < 0:
            text = _logical(data, number, text)
            found = [Line(*line.span(), number) for line in _LINE.finditer(text)]
        lines += [
            Line(line.start + at, line.end + at, number, line.top, line.foot, line.left, line.size) for line in found
        ]
        pages.append(text)
        at += len(text) + 1
        check_text(at, capture.name)
    return pages, lines


def _page(book: pypdfium2.PdfDocument, number: int) -> tuple[str, list[Line]]:
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
        lines.append(Line(found.start(), found.end(), number, top, foot, left, size))
    return text, lines


def _runs_right_to_left(text: str) -> bool:
    letters = [char for char in text[:4000] if char.isalpha()]
    return sum(map(is_right_to_left, letters)) * 3 > len(letters) > 0


def _forward(text: str) -> int:
    """How many common words of right-to-left languages read forward, less those that read backward."""
    words = _WORD.findall(text)
    return sum(
        (word in _COMMON) + word.startswith("ال") - (word[::-1] in _COMMON) - word.endswith("لا") for word in words
    )


def _logical(data: bytes, number: int, visual: str) -> str:
    """The page in reading order: as pypdf has it, or else with the letters of every line turned round."""
    import pypdf  # noqa: PLC0415 - heavy: a third of a second, needed for few pages
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        text = pypdf.PdfReader(io.BytesIO(data)).pages[number].extract_text()
    except (PyPdfError, *_BROKEN):
        text = ""
    return text if _forward(text) > 0 else "\n".join(line[::-1] for line in visual.splitlines())


def _document(capture: Capture, pages: list[str], lines: list[Line], origin: Origin) -> Document:
    source = "\f".join(pages)
    kept = without_margins(source, lines, len(pages))
    title, rest = title_of(source, kept)
    found = [Block(made, raw=" ") for group in paragraphs(source, rest) if (made := paragraph(source, group)).text]
    return read_blocks(capture, found, Origin(origin.layer, origin.charset, origin.notes, title))
