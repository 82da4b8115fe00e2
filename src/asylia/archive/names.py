"""Names: how a source's name and kind are written down, whatever the file is called.

A name may hold bytes that are no text, line ends, terminal controls and marks that turn the
reading direction. What is kept can be printed on one line, says the same on every machine, and two
different names never become one. It is relative to what was given: never a path of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Fixed ranges and not Unicode categories: a newer Python must not give a page another name.
_UNSAFE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gz": "application/gzip",
    "htm": "text/html",
    "html": "text/html",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "md": "text/markdown",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "shtml": "text/html",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
    "warc": "application/warc",
    "wacz": "application/wacz",
    "xhtml": "application/xhtml+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
UNKNOWN = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE)


def kept_name(parts: Iterable[str]) -> str:
    r"""The name to keep for a file, from the parts of its path below what was given.

    >>> kept_name(["2024", "page\n1.html"])
    '2024/page\\x0a1.html'
    """
    return "/".join(_UNSAFE.sub(_escaped, part) for part in parts)


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char == "\\":
        return "\\\\"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8, as Python hands it over
        return f"\\x{code - 0xDC00:02x}"
    # An odd control below U+0100 is \u00..: \x stands for bytes from 80 on, so the two never meet.
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"


def media_type_of(name: str, data: bytes) -> str:
    """The media type that the name's ending claims, or that the first bytes show where it claims none.

    The table is ours, so that every machine gives the same answer. Readers look at the bytes anyway.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _TYPES:
        return _TYPES[ending]
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    return "text/html" if _MARKUP.match(data[:4096]) else UNKNOWN


def media_type_from(header: str | None) -> str | None:
    """The media type that a Content-Type header declares, without its parameters; None where it declares none."""
    declared = (header or "").partition(";")[0].strip().lower()
    return declared if _MEDIA_TYPE.fullmatch(declared) else None
