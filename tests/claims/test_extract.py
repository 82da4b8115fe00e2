"""Extract: what is passed over early would have given nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from demo_pages import FEW
from text.reading import capture_of

from asylia.claims import persons, scope
from asylia.claims.extract import extract, read_early
from asylia.claims.scan import filled, outline, scan
from asylia.lexicon.load import load
from asylia.model.document import Document, Sentence
from asylia.text.read import read

LEXICON = load()
PAGES = sorted((Path(__file__).parent.parent / "text" / "pages").iterdir())


def pages() -> list[Document]:
    """The pages of the reader's tests and a few of the demo: of many matters, in twelve languages."""
    return [read(capture_of(path.read_bytes(), path.name), path.read_bytes()) for path in (*PAGES, *FEW)]


def alone(document: Document) -> list[Document]:
    """Every sentence as a document of its own."""
    return [
        replace(document, text=text, body_start=0, sentences=(Sentence(0, len(text), 0),), runs=())
        for sentence in document.sentences
        for text in [document.text[sentence.start : sentence.end]]
    ]


def test_what_is_left_early_holds_no_claim() -> None:
    """Sentence by sentence: out of scope nothing is claimed, and names stay protected."""
    left = 0
    for document in pages():
        for each in (document, *alone(document)):
            laid_out = scan(each, LEXICON)
            if scope.page(laid_out):
                continue
            left += 1
            people = persons.find(laid_out)
            found = extract(each, LEXICON)
            assert not found.claims
            assert set(people.mentions) <= set(found.mentions)
    assert left > 100


def test_names_and_scope_need_no_more_than_what_is_read_early() -> None:
    """With every kind of cue they are the same."""
    for document in pages():
        early, late = outline(document, LEXICON, read_early(document)), outline(document, LEXICON)
        assert scope.strength(early) == scope.strength(late)
        assert persons.find(early).mentions == persons.find(late).mentions


def test_what_is_read_early_and_late_is_every_cue() -> None:
    """In the same order as if all were read at once."""
    for document in pages()[::5]:
        early, whole = outline(document, LEXICON, read_early(document)), scan(document, LEXICON)
        assert filled(early) == whole


def test_an_outline_is_not_asked_for_what_nobody_looked_for() -> None:
    """That would be silence where a word stands."""
    early = outline(pages()[0], LEXICON, frozenset({"act"}))
    assert early.sentences[0].of("act") is not None
    with pytest.raises(LookupError):
        early.sentences[0].of("act", "speech")


def test_an_outline_is_the_scan_without_numbers_and_dates() -> None:
    """The two steps lay out the same sentences and cues."""
    for document in pages()[::7]:
        first, second = outline(document, LEXICON), filled(outline(document, LEXICON))
        assert [(one.start, one.end, one.cues) for one in first.sentences] == [
            (one.start, one.end, one.cues) for one in second.sentences
        ]
        assert not any(one.numbers or one.dates for one in first.sentences)
