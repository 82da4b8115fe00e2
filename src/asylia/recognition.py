"""Recognition: the text of scanned pages by tesseract, where that program is installed; nothing is installed for it.

It runs in the worker that reads the page, so that it is killed with it. Recognised text says so in its document
(`ocr.1` and the program's version): its quotes need a look at the picture.
"""

from __future__ import annotations

import subprocess

import pypdfium2

from asylia import tesseract
from asylia.model.errors import ReadError

_DPI = 300
_MOST = 200  # pages
_PIXELS = 25e6  # of a page as drawn; a poster is drawn coarser, so that no page eats the memory
_SECONDS = 50  # a page


def recognised(name: str, data: bytes) -> list[str]:
    """The text of every page of a PDF; ReadError names the file where a page cannot be recognised."""
    book = pypdfium2.PdfDocument(data)
    try:
        if len(book) > _MOST:
            raise ReadError(f"{name}: {len(book)} scanned pages; at most {_MOST} are recognised. Split the file.")
        return [_text(name, _picture(book, at)) for at in range(len(book))]
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: a page of the PDF is damaged and cannot be drawn; save the file anew.") from error
    finally:
        book.close()


def _picture(book: pypdfium2.PdfDocument, at: int) -> bytes:
    """The page as a grey picture in the Netpbm format, which needs no library to write."""
    page = book[at]
    scale = min(_DPI / 72, (_PIXELS / max(page.get_width() * page.get_height(), 1.0)) ** 0.5)
    drawn = page.render(scale=scale, grayscale=True)
    rows = bytes(drawn.buffer)
    lines = (rows[y * drawn.stride : y * drawn.stride + drawn.width] for y in range(drawn.height))
    return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(lines)


def _text(name: str, picture: bytes) -> str:
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(tesseract.languages())]
    try:
        made = subprocess.run(command, input=picture, capture_output=True, check=True, timeout=_SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        raise ReadError(f"{name}: tesseract could not recognise a page of it; look at the scan.") from error
    return made.stdout.decode("utf-8", "replace")
