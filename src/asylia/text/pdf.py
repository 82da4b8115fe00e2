"""PDF with a text layer."""

from __future__ import annotations

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import ReadError


def read_pdf(capture: Capture, data: bytes) -> Document:
    """The text of a PDF."""
    raise ReadError(f"{capture.name}: PDF is not read yet ({len(data)} bytes).")
