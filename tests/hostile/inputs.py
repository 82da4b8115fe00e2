"""Sources that are broken or meant to break: ten families, the same on every machine.

`hostile(count)` gives `count` inputs of each family. Those of the first nine are bytes under a name, to be read
(or added) one by one: each must give an honest document or one reported failure. `odd_files(folder, count)` is
the tenth: files and links with names that hurt, made in a folder for `add` to walk over.
"""

from __future__ import annotations

import gzip
import io
import os
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent.parent / "text" / "pages"
LONG = 150  # of each family, in the long run
SHORT = 10


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input: its family, the name it comes under, and its bytes."""

    family: str
    name: str
    data: bytes


def hostile(count: int, seed: int = 0) -> Iterator[Hostile]:
    """`count` inputs of every family of bytes, in a fixed order."""
    for family, make in FAMILIES.items():
        for number in range(count):
            name, data = make(random.Random(f"{seed}:{family}:{number}"), number)
            yield Hostile(family, name, data)


def _real(chance: random.Random) -> tuple[str, bytes]:
    page = chance.choice(sorted(path for path in PAGES.iterdir() if path.suffix in (".html", ".txt")))
    return page.name, page.read_bytes()


def _truncated(chance: random.Random, number: int) -> tuple[str, bytes]:
    name, data = _real(chance)
    return f"cut-{number}-{name}", data[: chance.randrange(1, len(data))]


def _mutated(chance: random.Random, number: int) -> tuple[str, bytes]:
    """A real page with one to thirty wounds."""
    name, data = _real(chance)
    torn = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(torn)) if torn else 0
        wound = chance.randrange(7)
        if wound == 0:
            torn[at : at + chance.randint(1, 40)] = b""
        elif wound == 1:
            torn[at:at] = chance.randbytes(chance.randint(1, 20))
        elif wound == 2 and torn:
            torn[at] ^= 1 << chance.randrange(8)
        elif wound == 3:
            torn[at:at] = chance.choice(
                (
                    b"<div>",
                    b"</div>",
                    b"<script>",
                    b"<!--",
                    b"<p",
                    b'"',
                    b"<table><tr>",
                    b"</body>",
                    b"&#x1F",
                    b"<![CDATA[",
                    b"\x00",
                )
            )
        elif wound == 4:
            torn[at:at] = torn[at : at + chance.randint(10, 400)]
        elif wound == 5:
            torn[at : at + 1] = b">" if chance.random() < 0.5 else b"<"
        else:
            other = chance.randrange(len(torn)) if torn else 0
            torn[at : at + 50], torn[other : other + 50] = torn[other : other + 50], torn[at : at + 50]
    return f"torn-{number}-{name}", bytes(torn)


def _random(chance: random.Random, number: int) -> tuple[str, bytes]:
    size = chance.choice((1, 7, 100, 3_000, 60_000))
    if chance.random() < 0.5:
        return f"noise-{number}.html", chance.randbytes(size)
    letters = "<>/=\"'&;#! \nabpdivscript0123é中ا\u202e\ud7ff"
    return f"noise-{number}.txt", "".join(chance.choices(letters, k=size)).encode("utf-8")


_NESTS: tuple[tuple[str, str], ...] = (
    ("<div>", ""), ("<b>", ""), ("<p>", ""), ("<table><tr><td>", ""), ("<ul><li>", ""), ("<font size=2>", ""),
    ("<a href=x>", ""),
    ("<div>", "</div>"), ("<blockquote><p>x", ""), ("<span class='a b c'>x", ""), ("<div><b>", "</div>"),
    ("<svg><g>", ""),
    ("<form><button>", ""), ("<pre>x\ny", "</pre>"), ("<h1><h2>", ""), ("<i>x<p>", "</i>"), ("<dl><dt><dd>", "</dl>"),
    ("(", ")"), ("[[", "]]"), ("{\"a\":", "}"),
)  # fmt: skip


def _nested(chance: random.Random, number: int) -> tuple[str, bytes]:
    """Up to 100,000 elements deep; also JSON-LD and lists of brackets."""
    opened, closed = _NESTS[number % len(_NESTS)]
    depth = chance.choice((300, 5_000, 30_000, 100_000)) // (1 + len(opened) // 16)
    core = "The officers called on her parents again in the spring, and asked when she would return."
    body = opened * depth + f"<p>{core}</p>" + closed * depth
    if number % 7 == 3:
        body = f"<script type='application/ld+json'>{'[' * depth}</script><p>{core}</p>"
    return f"deep-{number}.html", f"<!doctype html><html><body>{body}".encode()


def _huge_line(chance: random.Random, number: int) -> tuple[str, bytes]:
    """Megabytes without a line end: words, one word, digits, blanks, brackets, entities, tags that never close."""
    size = chance.choice((200_000, 1_000_000, 3_000_000))
    unit = (
        "word ", "a", "1", " ", "(", "12. É ", "x. ", "中", "。", "&amp;", "&#65;", "<a href=\"", "<p ", "<!--", "<",
        "\u0301", "2022-12-", "a@b.", "jan ", "\u200b",
    )[number % 20]  # fmt: skip
    repeated = unit * (size // len(unit))
    if unit.startswith(("<", "&")):
        return f"line-{number}.html", f"<html><body><p>{repeated}".encode()
    return f"line-{number}.txt", repeated.encode()


def _empty(chance: random.Random, number: int) -> tuple[str, bytes]:
    nothing = (
        b"", b" ", b"\n" * 5_000, b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 4_000, b"<html></html>",
        b"<html><body></body></html>", b"<!doctype html>",
        b"<html><head><title></title></head><body><script>var a=1;</script></body></html>",
        b"<html><body><!-- nothing --></body></html>", b"%PDF-1.4\n%%EOF",
        b"\x1f\x8b", gzip.compress(b"", mtime=0), "\u200b\u00a0\u3000".encode(), b"...", b"<p>", b"<title>",
        b",,,\n,,,\n", b"\t\n\t\n\t\n",
    )  # fmt: skip
    suffix = chance.choice(("html", "txt", "pdf", "csv", "htm", ""))
    return f"nothing-{number}.{suffix}", nothing[number % len(nothing)]


def _wrong_suffix(chance: random.Random, number: int) -> tuple[str, bytes]:
    """Something else than the name says: pages called PDF, pictures called pages, archives called text."""
    picture = b"\x89PNG\r\n\x1a\n" + chance.randbytes(400)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as box:
        box.writestr("page.html", "<p>inside</p>")
    others = (
        picture, packed.getvalue(), b"\xff\xd8\xff\xe0" + chance.randbytes(300), b"\x7fELF" + chance.randbytes(300),
        b"GIF89a" + chance.randbytes(80),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"SQLite format 3\x00" + bytes(400), b"{\\rtf1 text}",
              b"MZ\x90\x00" + bytes(200),
    )  # fmt: skip
    name, page = _real(chance)
    if number % 3 == 0:
        return f"page-{number}-{name}.pdf", page
    if number % 3 == 1:
        return f"page-{number}-{name}.csv", page
    return f"page-{number}.html", others[number // 3 % len(others)]


def _bomb(chance: random.Random, number: int) -> tuple[str, bytes]:
    """Small files that unpack to large ones."""
    kind = number % 5
    if kind == 0:
        return f"bomb-{number}.html.gz", _gzip_of(chance.choice((25, 60)) * 1_000_000)
    if kind == 1:
        data = _gzip_of(2_000_000)
        for _ in range(chance.randint(2, 6)):
            data = gzip.compress(data, mtime=0)
        return f"bomb-{number}.gz", data
    if kind == 2:
        levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
        return (
            f"bomb-{number}.xml",
            f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{levels}]><x>&l11;</x>'.encode(),
        )
    if kind == 3:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
            box.writestr("a.html", bytes(5_000_000))
        return f"bomb-{number}.zip", packed.getvalue()
    return f"bomb-{number}.pdf", _pdf(
        [b"<< /Length 60000 /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"(a) Tj " * 4_000_000) + b"\nendstream"]
    )


def _gzip_of(size: int) -> bytes:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as out:
        for _ in range(size // 1_000_000):
            out.write(b"<p>x</p>" * 125_000)
    return packed.getvalue()


def _hostile_pdf(chance: random.Random, number: int) -> tuple[str, bytes]:
    """PDF files with loops, lies and holes."""
    good = _pdf([_stream(b"BT /F 12 Tf 72 720 Td (The officers called on her parents again.) Tj ET")])
    kind = number % 10
    data = (
        b"%PDF-1.7\n" + chance.randbytes(chance.randint(10, 5_000)),
        good[: chance.randrange(10, len(good))],
        good.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),  # a tree of pages that contains itself
        good.replace(b"/Count 1", b"/Count 99999999"),
        good.replace(b"/Parent 2 0 R", b"/Parent 3 0 R /Kids [3 0 R]"),
        good.replace(b"/Contents 5 0 R", b"/Contents " + b"[" * 3_000 + b"5 0 R" + b"]" * 3_000),
        good.replace(b"<< /Type /Catalog", b"<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        good.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 1e38 -1e38]"),
        good.replace(b"startxref\n", b"startxref\n9999999999"),
        bytes(byte ^ (chance.random() < 0.01) << chance.randrange(8) for byte in good),
    )[kind]
    return f"bad-{number}.pdf", data


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _pdf(contents: list[bytes]) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
        b" /Contents 5 0 R >>",
        *contents,
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
        + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


_NAMES = (
    "-rf", "--help", "a b", "quote'\"", "new\nline.txt", "tab\there.html", "\u202egnp.txt", "é\u0301ç.html", "名前.txt",
    "x" * 200 + ".txt", "%00.html", "a;b|c&d.txt",
    "$(touch pwned).txt", "..\\up.txt", "CON.txt", "~.html", "*.txt", "[1].html", "#.txt", "?.html", " .txt", "name.",
    "\udcff\udcfe.txt", "http:--x.txt",
)  # fmt: skip


def _odd_name(chance: random.Random, number: int) -> tuple[str, bytes]:
    """Good and bad bytes under names that hurt shells, terminals, paths and logs."""
    name = _NAMES[number % len(_NAMES)].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    _, data = _real(chance)
    return f"{number}{name}", data if number % 2 else data[:200]


FAMILIES: dict[str, Callable[[random.Random, int], tuple[str, bytes]]] = {
    "truncated": _truncated,
    "mutated": _mutated,
    "random": _random,
    "nested": _nested,
    "huge line": _huge_line,
    "empty": _empty,
    "wrong suffix": _wrong_suffix,
    "bomb": _bomb,
    "hostile pdf": _hostile_pdf,
    "odd name": _odd_name,
}


def odd_files(folder: Path, count: int, seed: int = 0) -> list[Path]:
    """Files and links that a walk over the folder meets: odd names, loops, links that lead out or nowhere, a pipe."""
    made = []
    for number in range(count):
        name, data = _odd_name(random.Random(f"{seed}:file:{number}"), number)
        path = folder / name.replace("/", "_")
        path.write_bytes(data)
        made.append(path)
    links = {
        "loop": ".",
        "self": "self",
        "nowhere": "missing/file",
        "out": "/etc/hostname",
        "up": "..",
        "zero": "/dev/zero",
        "long": "a/" * 200,
    }
    for name, target in links.items():
        path = folder / f"link-{name}"
        os.symlink(target, path)
        made.append(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.html")
        made.append(folder / "pipe.html")
    return made
