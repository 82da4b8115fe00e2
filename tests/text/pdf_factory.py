"""Small PDF files for tests, written by hand: lines of text at places, in Latin or any other script."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[float, float, float, str]  # x, y, size, text


def make_pdf(pages: Sequence[Sequence[Line]]) -> bytes:
    """A PDF of these pages. Each line is drawn on its own; a page without lines has no text layer."""
    used = sorted({char for page in pages for *_, text in page for char in text})
    code = {char: number + 1 for number, char in enumerate(used)}
    mapping = "\n".join(f"<{code[char]:04x}> <{char.encode('utf-16-be').hex()}>" for char in used)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + _in_hundreds(mapping.splitlines())
        + "endcmap end end"
    )
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor 5 0 R /DW 500 >>",
        b"<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 900 /Descent -200"
        b" /CapHeight 700 /StemV 80 >>",
        _stream(cmap.encode()),
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            + f" /Contents {8 + 2 * number} 0 R >>".encode()
        )
        drawn = [
            f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{code[char]:04x}' for char in text)}> Tj ET"
            for x, y, size, text in page
        ]
        objects.append(_stream("\n".join(drawn).encode()))
    return _file(objects)


def _in_hundreds(rows: list[str]) -> str:
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    return "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
