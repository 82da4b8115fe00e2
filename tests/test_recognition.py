"""Recognition: scanned pages are read where tesseract is installed, and say so; elsewhere the error says what to do."""

import hashlib
import subprocess

import pypdfium2
import pytest

from asylia import tesseract
from asylia.lexicon.load import load
from asylia.model.capture import Capture
from asylia.model.errors import ReadError
from asylia.reading import page_of

HERE = tesseract.version() is not None
TEXT = "The officers came to the house on a Sunday and asked when she would be back."


def scan() -> bytes:
    """A PDF of one page that is nothing but a picture of some words."""
    from text.pdf_factory import make_pdf  # noqa: PLC0415

    drawn = pypdfium2.PdfDocument(make_pdf([[(72, 700, 12, TEXT)]]))[0].render(scale=200 / 72, grayscale=True)
    rows = bytes(drawn.buffer)
    grey = b"".join(rows[y * drawn.stride : y * drawn.stride + drawn.width] for y in range(drawn.height))
    return picture_pdf(drawn.width, drawn.height, grey)


def picture_pdf(width: int, height: int, grey: bytes) -> bytes:
    """A PDF whose only content is one grey picture."""
    content = b"q 595 0 0 842 0 0 cm /I Do Q"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % (width, height)
        + b"/Length %d>>stream\n%s\nendstream" % (len(grey), grey),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + tail % (table, len(made))


def captured(data: bytes) -> Capture:
    """The capture of a file."""
    return Capture(hashlib.sha256(data).hexdigest(), "scan.pdf", "application/pdf", len(data), "")


@pytest.mark.skipif(not HERE, reason="tesseract is not installed: install it to have scanned pages read")
def test_a_scanned_page_is_read_and_says_so() -> None:
    """The words of the picture, under a layer and with notes that tell how they were got."""
    data = scan()
    document = page_of(captured(data), data, load()).document
    assert "officers came to the house" in " ".join(document.text.split())
    assert document.layer == "ocr.1"
    assert document.notes == ("ocr", tesseract.version())


@pytest.mark.skipif(HERE, reason="tesseract is installed, so scanned pages are read")
def test_without_the_program_the_error_says_what_to_install() -> None:
    """One reported failure that names the file and the next step."""
    data = scan()
    with pytest.raises(ReadError, match="tesseract"):
        page_of(captured(data), data, load())


def test_a_page_that_cannot_be_drawn_is_a_damaged_file() -> None:
    """A file whose page tree leads nowhere is one reported failure, whatever is installed."""
    data = picture_pdf(1, 1, b"0").replace(b"/Kids[3 0 R]", b"/Kids[9 0 R]")
    with pytest.raises(ReadError, match=r"scan\.pdf"):
        page_of(captured(data), data, load())


def test_the_version_is_the_programs_own() -> None:
    """None where it is not there."""
    found = tesseract.version()
    assert found is None or found in subprocess.run(
        ["tesseract", "--version"], capture_output=True, text=True, check=True
    ).stdout.replace("\n", " ")
