"""read(): the one door of this room. The bytes decide what a source is; its name and its headers only help."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import ReadError
from asylia.text.charset import NO_WRITING, Decoded, decode
from asylia.text.html import read_html
from asylia.text.limits import unpack
from asylia.text.pdf import read_pdf
from asylia.text.plain import read_plain
from asylia.text.table import is_table, read_table

_TAGS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|br|table|tr|td|span|a|article|section|h[1-6]|ul|li|script|style|img|font)\b[^<]{0,400}>",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"</(?:html|head|body|title|div|p|table|tr|td|span|a|article|section|h[1-6]|ul|li|script|font)\s*>", re.IGNORECASE
)
_SNIFFED = 200_000
# What begins so is no page. Names for people, not media types.
_FOREIGN = (
    (b"PK\x03\x04", "a ZIP archive or an office file"), (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office file"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"), (b"RIFF", "a picture, sound or film"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"Rar!", "an archive"), (b"7z\xbc\xaf", "an archive"), (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"), (b"\x28\xb5\x2f\xfd", "a compressed file"), (b"OggS", "a sound file"),
    (b"ID3", "a sound file"), (b"\x00\x00\x00\x18ftyp", "a film"), (b"\x00\x00\x00\x20ftyp", "a film"),
    (b"SQLite format 3", "a database"), (b"WARC/", "a web archive: add it with `asylia add`, which opens it"),
    (b"{\\rtf", "an RTF file"),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


@dataclass(frozen=True, slots=True)
class Reader:
    """One way of reading: its layer's name, whether it takes a source, and how it reads it."""

    layer: str
    takes: Callable[[Capture, Decoded], bool]
    read: Callable[[Capture, Decoded], Document]


def _is_html(_capture: Capture, decoded: Decoded) -> bool:
    """A document of markup, or a fragment of one: more than a stray tag in a text."""
    text = decoded.text[:_SNIFFED]
    head = text.lstrip()[:200].lower()
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        return True
    opened = len(_TAGS.findall(text))
    return (
        opened >= 3 and (opened * 2000 > len(text) or bool(_CLOSING.search(text))) and len(_CLOSING.findall(text)) >= 1
    )


def _always(_capture: Capture, _decoded: Decoded) -> bool:
    return True


READERS: tuple[Reader, ...] = (
    Reader("html.1", _is_html, read_html),
    Reader("table.1", is_table, read_table),
    Reader("plain.1", _always, read_plain),
)


def read(capture: Capture, data: bytes) -> Document:
    """The document of a capture's bytes.

    ReadError where they hold no text that can be read, LimitError where they are larger than any page. PDF is
    told by its first bytes and read from its text layer.
    """
    data = unpack(data, capture.name)
    if not data.strip():
        raise ReadError(f"{capture.name}: the source is empty.")
    if b"%PDF-" in data[:1024]:
        return read_pdf(capture, data)
    for start, what in _FOREIGN:
        if data.startswith(start):
            raise ReadError(f"{capture.name}: this is {what}, not a page or a text.")
    decoded = decode(data, capture.headers)
    _check_text(decoded, capture.name)
    return next(reader for reader in READERS if reader.takes(capture, decoded)).read(capture, decoded)


def _check_text(decoded: Decoded, file: str) -> None:
    """ReadError for bytes that no encoding turns into writing."""
    sample = decoded.text[:20_000]
    odd = len(_CONTROL.findall(sample))
    if odd * 12 > len(sample) or NO_WRITING in decoded.notes:
        raise ReadError(f"{file}: the bytes are no text in any known encoding.")
