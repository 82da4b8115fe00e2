"""Hostile sources, read directly: each is a document or a ReadError, never anything else."""

from collections import Counter

import pytest
from hostile.inputs import FAMILIES, LONG, SHORT, hostile
from text.reading import capture_of

from asylia.model.document import Document
from asylia.model.errors import ReadError
from asylia.text.read import read


def outcomes(count: int) -> dict[str, Counter[str]]:
    """How many of each family gave a document, and how many an error."""
    found: dict[str, Counter[str]] = {family: Counter() for family in FAMILIES}
    for one in hostile(count):
        try:
            document = read(capture_of(one.data, one.name), one.data)
        except ReadError:
            found[one.family]["error"] += 1
        else:
            check(document)
            found[one.family]["document"] += 1
    return found


def check(document: Document) -> None:
    """An honest document: text, and runs and sentences within it."""
    assert any(map(str.isalnum, document.text))
    assert not document.runs or document.runs[-1].end == len(document.text)
    assert all(0 <= one.start < one.end <= len(document.text) for one in document.sentences[:1_000])


def test_hostile_sources_give_a_document_or_an_error() -> None:
    """Ten of each family; at least half of the mutated pages can still be read."""
    found = outcomes(SHORT)
    assert found["mutated"]["document"] >= SHORT // 2


@pytest.mark.long
def test_many_hostile_sources_give_a_document_or_an_error() -> None:
    """A hundred and fifty of each family."""
    found = outcomes(LONG)
    assert found["mutated"]["document"] >= LONG // 2


def test_the_inputs_are_the_same_every_time() -> None:
    """Seeded: a failure can be looked at again."""
    assert [one.data for one in hostile(1)] == [one.data for one in hostile(1)]
