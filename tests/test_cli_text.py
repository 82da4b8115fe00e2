"""Text for a terminal: measured as it is seen, and harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.cli_text import clean, many, shortened, sides, width, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "[2Jgone"),
        ("a\r\nb\tc", "a b c"),
        ("abc\u202egnp.exe", "abc gnp.exe"),
        ("zero\u200bwidth", "zero width"),
        ("警察  署", "警察 署"),
    ],
)
def test_a_page_cannot_move_the_cursor(text: str, shown: str) -> None:
    """Escapes, line ends and marks that turn the reading direction do not reach the terminal."""
    assert clean(text) == shown


@given(st.text(max_size=200), st.integers(10, 80))
def test_wrapped_lines_fit(text: str, columns: int) -> None:
    """No line is wider than asked for, unless one word alone is; nothing but white space is lost."""
    lines = wrapped(text, "  ", columns).split("\n")
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    for line in lines:
        assert width(line) <= columns or " " not in line.strip()


@given(st.text(max_size=200), st.integers(4, 60))
def test_shortened_text_fits(text: str, columns: int) -> None:
    """Cut text says that it was cut; text that fits is left as it is."""
    short = shortened(text, columns)
    assert width(short) <= columns
    assert short == clean(text) or short.endswith("…")


@given(st.text(st.characters(categories=["L", "N"]), max_size=90), st.text("abcdef0123456789", min_size=1, max_size=20))
def test_both_sides_are_there(left: str, right: str) -> None:
    """Two texts share a line where they fit, and stand on two lines where not."""
    shown = sides(left, right)
    assert shown.startswith(left)
    assert shown.endswith(right)
    assert width(left) + width(right) > 78 or (width(shown) == 80 and "\n" not in shown)


@given(st.text())
def test_clean_text_is_one_line(text: str) -> None:
    """No control, no format mark, no doubled space."""
    shown = clean(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in shown)
    assert "  " not in shown


def test_nouns_agree_with_their_numbers() -> None:
    """One document, two documents, none is many."""
    assert [many(1, "document"), many(2, "document"), many(0, "page"), many(12345, "claim")] == [
        "1 document", "2 documents", "0 pages", "12,345 claims",
    ]  # fmt: skip
