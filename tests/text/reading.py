"""Reading bytes in tests as the pipeline does: through a capture."""

from __future__ import annotations

import hashlib

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.text.read import read


def capture_of(data: bytes, name: str, **fields: object) -> Capture:
    """A capture of these bytes."""
    return Capture(hashlib.sha256(data).hexdigest(), name, "", len(data), "2024-01-01T00:00:00Z", **fields)  # type: ignore[arg-type]


def read_bytes(data: bytes | str, name: str = "page.html", **fields: object) -> Document:
    """The document of these bytes."""
    data = data.encode() if isinstance(data, str) else data
    return read(capture_of(data, name, **fields), data)
