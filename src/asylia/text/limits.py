"""How large a source may be. Real pages stay far below; whatever is above is meant to hurt, or is not a page."""

from __future__ import annotations

import zlib

from asylia.model.errors import LimitError, ReadError

MAX_BYTES = 20_000_000  # the source, also after decompression: longer than any book
MAX_NODES = 200_000  # elements of one page
MAX_TEXT = 2_000_000  # characters of the text that is kept
MAX_RUNS = 300_000  # changes that normalising made to one block
MAX_PAGES = 2_000  # pages of one PDF
MAX_LAYERS = 3  # gzip within gzip


def check_bytes(size: int, file: str) -> None:
    """LimitError where a source has more bytes than anybody reads."""
    if size > MAX_BYTES:
        raise LimitError(f"{file}: {size:,} bytes; at most {MAX_BYTES:,} are read. Split the source and add the parts.")


def check_text(size: int, file: str) -> None:
    """LimitError where the text kept would be longer than the stages after this one accept."""
    if size > MAX_TEXT:
        raise LimitError(f"{file}: {size:,} characters of text; at most {MAX_TEXT:,} are read. Split the source.")


def unpack(data: bytes, file: str) -> bytes:
    """The bytes without their gzip layers, never more than the limit allows."""
    check_bytes(len(data), file)
    for _ in range(MAX_LAYERS):
        if not data.startswith(b"\x1f\x8b"):
            return data
        data = _gunzip(data, file)
    if data.startswith(b"\x1f\x8b"):
        raise LimitError(f"{file}: compressed more than {MAX_LAYERS} times over.")
    return data


def _gunzip(data: bytes, file: str) -> bytes:
    opened = zlib.decompressobj(wbits=31)
    try:
        plain = opened.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise ReadError(f"{file}: the compressed data is damaged.") from error
    if len(plain) > MAX_BYTES:
        raise LimitError(f"{file}: unpacks to more than {MAX_BYTES:,} bytes.")
    if not plain:
        raise ReadError(f"{file}: nothing is left of the compressed data.")
    return plain
