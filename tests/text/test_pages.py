"""Pages of many templates in twelve languages: the article's first and last words, title, day, language, outlet."""

import json
from pathlib import Path

import pytest
from text.reading import read_bytes

from asylia.language.fold import fold
from asylia.text.charset import decode
from asylia.text.vocabulary import LANGUAGES

HERE = Path(__file__).parent
PAGES = json.loads((HERE / "pages.json").read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_the_article_is_found_whole_and_alone(page: dict[str, str]) -> None:
    """Title, day, language and outlet are right; the body begins with its first words and ends with its last."""
    document = read_bytes((HERE / "pages" / page["file"]).read_bytes(), page["file"])
    found = {
        "title": document.title,
        "published": document.published.iso() if document.published else None,
        "language": document.language,
        "outlet": document.outlet,
        "first": fold(document.body).startswith(fold(page["first"])),
        "last": fold(document.body).endswith(fold(page["last"])),
    }
    wanted = {name: page[name] for name in ("title", "published", "language", "outlet")} | {"first": True, "last": True}
    wanted["title"] = " ".join(page["title"].split())
    assert found == wanted, (document.body[:60], document.body[-60:])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_every_character_maps_back_to_the_source(page: dict[str, str]) -> None:
    """Runs cover the text in order; where lengths agree, the source says the same but for kinds of white space."""
    data = (HERE / "pages" / page["file"]).read_bytes()
    document = read_bytes(data, page["file"])
    source = decode(data).text
    at = 0
    for run in document.runs:
        assert run.start == at < run.end
        at = run.end
        assert 0 <= run.source_start <= run.source_end <= len(source)
        text, origin = document.text[run.start : run.end], source[run.source_start : run.source_end]
        if len(text) == len(origin):
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(text, origin, strict=True))
    assert at == len(document.text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_sentences_lie_within_the_text(page: dict[str, str]) -> None:
    """Sentences follow one another, end within a paragraph, and number the paragraphs from the title's -1."""
    document = read_bytes((HERE / "pages" / page["file"]).read_bytes(), page["file"])
    assert document.sentences[0].paragraph == -1
    assert document.sentences[-1].paragraph == document.body.count("\n")
    for before, after in zip(document.sentences, document.sentences[1:], strict=False):
        assert before.end <= after.start
        assert before.paragraph <= after.paragraph
    assert all("\n" not in document.text[one.start : one.end] for one in document.sentences)


def test_the_pages_cover_what_they_should() -> None:
    """Twelve languages, plain text and markup, at least ten pages that no rule was written on."""
    assert {page["language"] for page in PAGES} == set(LANGUAGES)
    assert sum(page["half"] == "held" for page in PAGES) >= 10
    assert {Path(page["file"]).suffix for page in PAGES} == {".html", ".txt"}
