"""Reading: what happens to one page, in a worker that may be killed: capture → document → claims.

Bytes in, bytes out: the task is a capture with its data, the answer is the page in the form the cache keeps.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from asylia import recognition, tesseract
from asylia.claims.extract import extract
from asylia.lexicon.load import Lexicon, load
from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import ReadError
from asylia.model.record import Page
from asylia.store.rows import page_row
from asylia.text.pdf import needs_recognition, read_recognised
from asylia.text.read import read


def reader(setup: bytes) -> Callable[[bytes], bytes]:
    """A worker's set-up: the user's lexicon files (name → text) as JSON; gives the function that reads a page."""
    lexicon = load(json.loads(setup))
    return lambda task: _answer(task, lexicon)


def page_of(capture: Capture, data: bytes, lexicon: Lexicon) -> Page:
    """The document of a capture, with its claims and mentions; ReadError where it cannot be read."""
    document = _read(capture, data)
    found = extract(document, lexicon)
    of_claims = (mention for claim in found.claims for mention in claim.mentions)
    mentions = tuple(sorted({*found.mentions, *found.origins, *of_claims}))
    return Page(document, found.claims, mentions, found.origins)


def _read(capture: Capture, data: bytes) -> Document:
    """The document; that of a PDF made of pictures through character recognition, where the machine has it."""
    try:
        return read(capture, data)
    except ReadError:
        program = tesseract.version() if data.startswith(b"%PDF") else None
        if program is None or not needs_recognition(capture, data):
            raise
        document = read_recognised(capture, recognition.recognised(capture.name, data))
        return replace(document, notes=(*document.notes, program))


def _answer(task: bytes, lexicon: Lexicon) -> bytes:
    header, _, data = task.partition(b"\n")
    values = json.loads(header)
    for name in ("headers", "request_headers"):
        values[name] = tuple(tuple(pair) for pair in values[name])
    page = page_of(Capture(**values), data, lexicon)
    return json.dumps(page_row(page), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
