"""Bytes to characters: what the source declares, what its bytes allow, and what reads like writing.

A declaration is a witness, not a judge: a page that says GBK and is UTF-8 is read as UTF-8, and the note
"wrong_charset_declared" says so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from resiliparse.parse.encoding import detect_encoding

from asylia.text.plausible import WIDE, plausibility

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
# Labels that browsers read as a larger set (WHATWG), and names that Python does not know.
_LARGER = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz",
    "cp936": "gb18030", "ms936": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
    "windows-949": "cp949", "x-windows-949": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932", "x-euc-jp": "euc_jp", "big5": "big5hkscs",
    "x-x-big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "big5-eten": "big5hkscs",
    "cp950": "big5hkscs", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "windows-874": "cp874", "x-cp1251": "cp1251", "win-1251": "cp1251", "windows1251": "cp1251", "unicode": "utf-8",
    "utf8": "utf-8", "utf-8-sig": "utf-8", "utf-7": "", "utf-16": "utf-16-le", "x-mac-cyrillic": "mac_cyrillic",
    "macintosh": "mac_roman",
}  # fmt: skip
_FALLBACKS = (
    "gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "cp1251", "koi8_u", "cp1252", "cp1250", "cp1254", "cp1256",
    "cp1258", "cp1253", "cp1255", "cp874", "iso8859_2", "iso8859_5", "iso8859_6", "cp866", "cp1257",
)  # fmt: skip
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_ISO_2022 = re.compile(rb"\x1b[$(][@-DJI]")
_CLEAR = 0.5
_NOISE = 0.1  # a score of plausibility below which bytes are no writing
NO_WRITING = "no_writing"
_SAMPLE = 6_000  # bytes with high bits that candidates are weighed on


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding they were read in, and codes of what was odd."""

    text: str
    charset: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, headers: Iterable[tuple[str, str]] = ()) -> Decoded:
    """The bytes as characters; never fails: what no encoding explains becomes U+FFFD, with a note."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _finish(data[len(mark) :], name, [])
    declared = list(_declared(data, headers))
    if _ISO_2022.search(data[:20_000]):
        return _finish(data, "iso2022_jp", declared)
    wide = _wide(data)
    if wide is not None:
        return _finish(data, wide, declared)
    if data.isascii():
        return Decoded(data.decode("ascii"), "ascii")
    if _is_utf8(data):
        return _finish(data, "utf-8", declared)
    name, likely = _best(data, declared)
    found = _finish(data, name, declared)
    return found if likely else replace(found, notes=(*found.notes, NO_WRITING))


def _finish(data: bytes, name: str, declared: list[str]) -> Decoded:
    text = data.decode(name, "replace")
    notes = []
    if (
        (declared and name not in declared and not {name, *declared} <= {"cp1252", "ascii", "utf-8", "iso8859_15"})
        or (declared and name == "utf-8" and "utf-8" not in declared)
        or (declared and name == "cp1252" and declared[0] == "utf-8")
    ):
        notes.append("wrong_charset_declared")
    if "\ufffd" in text and b"\xef\xbf\xbd" not in data:
        notes.append("undecodable_bytes")
    return Decoded(text, name, tuple(notes))


def _declared(data: bytes, headers: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Encodings named by the transport, then by the page, each once, as Python knows them."""
    labels = [
        found[1] for name, value in headers if name.lower() == "content-type" and (found := _HEADER.search(value))
    ]
    head = data[:4096]
    for pattern in (_XML, _META):
        inside = pattern.search(head)
        if inside is not None:
            labels.append(inside[1].decode("ascii", "replace"))
    seen = set()
    for label in labels:
        name = known(label)
        if name and name not in seen:
            seen.add(name)
            yield name


def known(label: str) -> str | None:
    """Python's name of an encoding label; None for one that is unknown or no text encoding."""
    lower = label.strip().lower()
    name = _LARGER.get(lower, lower)
    try:
        codec = codecs.lookup(name)
        b"a".decode(codec.name)
    except (LookupError, ValueError):
        return None
    return _LARGER.get(codec.name, codec.name)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in zero bytes at every second place."""
    head = data[:2000]
    if head.count(0) < len(head) // 4 or len(head) < 8:
        return None
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8, or UTF-8 with a few torn characters."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        whole = sum(1 for char in text if char > "\x7f") - broken
        return whole > 3 * broken  # by chance, other encodings hardly ever make whole characters of UTF-8
    return True


def _best(data: bytes, declared: list[str]) -> tuple[str, bool]:
    """The encoding whose reading is most like writing, and whether it is; a declaration settles what is close."""
    sample = _sample(data)
    guessed = known(detect_encoding(sample) or "")
    if declared and (declared[0] == guessed or declared[0] in WIDE):
        first = declared[0]
        if plausibility(sample.decode(first, "replace"), first) > (_CLEAR if first == guessed else _CLEAR + 0.1):
            return first, True  # the page and its bytes agree: the usual case, and nineteen trials saved
    names = [*declared, *([guessed] if guessed else []), *_FALLBACKS]
    scores: dict[str, float] = {}
    for name in names:
        if name not in scores and name not in ("utf-8", "ascii"):
            scores[name] = plausibility(sample.decode(name, "replace"), name)
    for name in declared:
        if name in scores:
            scores[name] += 0.08
    if guessed in scores:
        scores[guessed] += 0.03
    best = max(scores, key=lambda name: (scores[name], -names.index(name)))
    noise = sum(byte > 127 for byte in sample) > 0.2 * len(sample)
    return best, scores[best] > _NOISE or not noise


def _sample(data: bytes) -> bytes:
    """The lines of the data that are not ASCII; whole lines, so that no character is torn."""
    if len(data) <= _SAMPLE:
        return data
    lines, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(lines[-1])
            if size > _SAMPLE:
                break
    return b"\n".join(lines)
