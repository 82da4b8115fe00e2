"""HTML: what is read, what is not, and where it stood."""

import pytest
from text.reading import read_bytes

BODY = [
    "The officers came to her parents' house on a Sunday and asked when she would be back.",
    "They left a paper with a number on it, and told her father to call before the month was out.",
    "Nobody in the village remembers such a visit, although the police say that it was a routine one.",
]


def page(body: str, head: str = "<title>A visit on Sunday | The Quay</title>") -> str:
    """A page with a headline and this body."""
    return f"<!doctype html><html><head>{head}</head><body><h1>A visit on Sunday</h1>{body}</body></html>"


def lines(source: str) -> list[str]:
    """The paragraphs of the article."""
    return read_bytes(source).body.split("\n")


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)


@pytest.mark.parametrize(
    "body",
    [
        PARAGRAPHS,
        "<div>" + "<br><br>".join(BODY) + "</div>",
        "".join(f"<div class='x{n}'><span>{text}</span></div>" for n, text in enumerate(BODY)),
        "<table><tr><td>" + "</td></tr><tr><td>".join(BODY) + "</td></tr></table>",
        "<form action=x><input type=hidden><div id=sidebar class='widget share'>" + PARAGRAPHS + "</div></form>",
        "<article-body><x-text>" + PARAGRAPHS + "</x-text></article-body>",
        "<pre>" + "\n\n".join(BODY) + "</pre>",
        "<p>" + "<p>".join(BODY),
        "<div hidden class=article-full>" + PARAGRAPHS + "</div>",
        f"<section><div><p>{BODY[0]}</p></div></section><div class=ad>Advertisement</div><section><div>"
        + PARAGRAPHS.split("</p>", 1)[1] + "</div></section>",
    ],
    ids=["p", "br", "divs", "cells", "wrong names", "custom", "pre", "open", "hidden", "parts"],
)  # fmt: skip
def test_the_text_is_found_in_any_container(body: str) -> None:
    """Paragraphs in paragraphs, breaks, spans, cells, forms and elements with misleading names."""
    assert lines(page(body)) == BODY


@pytest.mark.parametrize(
    "chrome",
    [
        "<div class=nl-box><h4>The Morning Tide</h4><p>Five stories before breakfast.</p><form><input></form></div>",
        "<aside class=pullquote><p>They left a paper with a number on it</p></aside>",
        "<blockquote>They left a paper with a number on it</blockquote>",
        "<figure><img src=x><figcaption>The house, in a picture of last year.</figcaption></figure>",
        "<div><img src=x alt='The house, last year, in a picture.'><p>The house, last year, in a picture.</p></div>",
        "<p><img src=x></p><p>The lane behind the house</p>",
        "<p><a href=x>Read also: how to keep a record of such visits</a></p>",
        "<div style='display: none'>This is said to machines only, and nobody sees it here.</div>",
        "<p class=legend>The lane behind the house (archive picture)</p>",
        "<noscript><p>Please turn on scripts to read this page properly.</p></noscript>",
        "<script>var text = '<p>This is code and no text at all, whatever it looks like.</p>';</script>",
        "<button>Copy this paragraph</button>",
        "<ul class=share><li><a href=x>Facebook</a><li><a href=x>Telegram</a></ul>",
        "<div class=ad-slot>Advertisement</div>",
    ],
)
def test_what_is_no_text_is_left_out_without_joining_its_neighbours(chrome: str) -> None:
    """Boxes, pull quotes, captions, pointers, hidden words and buttons between two paragraphs."""
    first, *rest = [f"<p>{text}</p>" for text in BODY]
    assert lines(page(first + chrome + "".join(rest))) == BODY


def test_sub_headings_and_lists_are_text() -> None:
    """They stand in the body in their places."""
    one, two, three = (f"<p>{text}</p>" for text in BODY)
    body = f"{one}<h2>What the paper says</h2>{two}<ul><li>a date</li><li>a stamp</li></ul>{three}"
    assert lines(page(body)) == [BODY[0], "What the paper says", BODY[1], "a date", "a stamp", BODY[2]]


def test_inline_marks_leave_words_whole() -> None:
    """Emphasis, links, notes, hidden labels and ruby do not break a sentence."""
    body = (
        "<p>The off<b>ic</b>ers came <a href=x>on a Sunday<span class=sr-only>(opens in a new tab)</span></a>"
        "<sup class=footnote-ref>1</sup> and asked<!-- x --> when she&nbsp;would be back home again.</p>" + PARAGRAPHS
    )
    assert lines(page(body))[0] == "The officers came on a Sunday and asked when she would be back home again."


def test_facts_in_a_small_table_keep_their_rows() -> None:
    """A row of cells is one paragraph."""
    rows = "<tr><th>Where</th><td>A village</td></tr><tr><th>When</th><td>In May</td></tr>"
    body = f"<p>{BODY[0]}</p><table>{rows}</table><p>{BODY[1]}</p>"
    assert "Where | A village" in lines(page(body))


def test_comments_do_not_count_however_long() -> None:
    """Readers' words stay out, also where they outweigh the article."""
    comments = (
        "<div id=comments><h2>3 Comments</h2>"
        + "".join(f"<p>Reader {n} has a lot to say about this. {BODY[0]}</p>" for n in range(20))
        + "</div>"
    )
    assert lines(page(PARAGRAPHS + comments)) == BODY


def test_entities_and_blanks_map_back() -> None:
    """A quote is found in the source through the runs, entities and all."""
    source = page(
        "<p>She said: &ldquo;I&nbsp;am   not  coming&rdquo;, and&#8212;so far&mdash;she has not.</p>" + PARAGRAPHS
    )
    document = read_bytes(source)
    start = document.text.index("“I am")
    end = document.text.index("so far") + len("so far")
    low, high = document.source_span(start, end) or (0, 0)
    assert source[low:high] == "&ldquo;I&nbsp;am   not  coming&rdquo;, and&#8212;so far"


def test_title_outlet_and_layer() -> None:
    """The headline as printed; the site's name from the title element; the layer names reader and version."""
    document = read_bytes(page(PARAGRAPHS))
    assert (document.title, document.outlet, document.layer) == ("A visit on Sunday", "The Quay", "html.1")


@pytest.mark.parametrize(
    ("head", "header", "published", "signal"),
    [
        ('<meta property="article:published_time" content="2021-05-04T22:10:00+02:00">', "", "2021-05-04",
         "meta article:published_time"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-04"}</script>', "",
         "2021-05-04", "json-ld datePublished"),
        ("", "<p class=date>4 May 2021</p>", "2021-05-04", "line"),
        ("", "<p>Updated 9 May 2021, published 4 May 2021</p>", "2021-05-04", "line published"),
        ("", "<p>Updated 9 May 2021</p>", "2021-05-09", "line updated"),
        ("", "<time datetime='2021-05-04'>yesterday</time>", "2021-05-04", "time element"),
        ("", "<p>May 2021</p>", "2021-05", "line"),
        ('<meta property="article:modified_time" content="2021-05-09">', "", None, None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-0</script>', "",
         None, None),
        ("", "<p>By our staff</p>", None, None),
    ],
)  # fmt: skip
def test_the_date_is_the_pages_own(head: str, header: str, published: str | None, signal: str | None) -> None:
    """Structured data, meta elements, the line under the headline; a day of change only where nothing else stands."""
    document = read_bytes(page(header + PARAGRAPHS + "<footer>© 2024 The Quay. 12 March 2024</footer>", head))
    assert (document.published.iso() if document.published else None, document.published_by) == (published, signal)


def test_the_masthead_and_the_comments_have_no_say_in_the_date() -> None:
    """Today's date on top and a reader's below are not the article's."""
    source = page(PARAGRAPHS + "<div class=comments><p>anna, 3 June 2021</p></div>").replace(
        "<h1>", "<div class=today>Tuesday, 12 March 2024</div><h1>"
    )
    assert read_bytes(source).published is None


def test_a_page_without_an_article_says_so() -> None:
    """What there is to read is kept, and the note tells it is no article."""
    document = read_bytes("<html><body><ul><li>Opening hours</li><li>Ten till four on weekdays</li></ul></body></html>")
    assert document.notes == ("no_article",)
