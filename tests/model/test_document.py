"""A document knows where its words came from."""

import pytest

from asylia.model.document import Document, Run


def _document(text: str, body_start: int, runs: tuple[Run, ...] = ()) -> Document:
    return Document("d", "0", "page.html", None, "test.1", text, body_start, "en", runs=runs)


def test_title_and_body_are_parts_of_one_text() -> None:
    """Offsets of both point into the same layer."""
    document = _document("A title\nThe body.", 8)
    assert (document.title, document.body) == ("A title", "The body.")


def test_a_page_without_a_title_has_none() -> None:
    """None, not an empty string."""
    assert _document("The body.", 0).title is None


def test_a_span_is_mapped_back_to_the_decoded_source() -> None:
    """Character for character in plain runs; an entity's run as a whole."""
    runs = (Run(0, 4, 10, 14), Run(4, 5, 14, 20), Run(5, 9, 20, 24))  # "one&nbsp;two" as "one two"
    document = _document("one  two!", 0, runs)
    assert document.source_span(1, 3) == (11, 13)
    assert document.source_span(2, 7) == (12, 22)
    assert document.source_span(4, 5) == (14, 20)
    assert _document("x", 0).source_span(0, 1) is None


def test_a_quote_outside_the_text_is_refused() -> None:
    """An offset of another layer must not pass silently."""
    with pytest.raises(ValueError, match="outside"):
        _document("short", 0).quote(2, 9)
